/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_SESSION_BAR (limber_session_bar_get_type ())
G_DECLARE_FINAL_TYPE (LimberSessionBar, limber_session_bar, LIMBER, SESSION_BAR, AdwBin)

GtkWidget  *limber_session_bar_new (LimberStore *store, LimberClock *clock);
void        limber_session_bar_reload (LimberSessionBar *self);
const char *limber_session_bar_get_session (LimberSessionBar *self);

G_END_DECLS
