/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

void limber_preferences_present (GtkWindow *parent, LimberStore *store, LimberClock *clock, GSettings *settings);

G_END_DECLS
