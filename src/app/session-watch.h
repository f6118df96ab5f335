/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/clock.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Property: awake (boolean): the screen is kept awake. */
#define LIMBER_TYPE_SESSION_WATCH (limber_session_watch_get_type ())
G_DECLARE_FINAL_TYPE (LimberSessionWatch, limber_session_watch, LIMBER, SESSION_WATCH, GObject)

LimberSessionWatch *limber_session_watch_new (GtkWindow *window, GSettings *settings, LimberStore *store,
                                              LimberClock *clock);
void                limber_session_watch_reload (LimberSessionWatch *self);

G_END_DECLS
