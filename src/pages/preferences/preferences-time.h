/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_PREFERENCES_TIME (limber_preferences_time_get_type ())
G_DECLARE_FINAL_TYPE (LimberPreferencesTime, limber_preferences_time, LIMBER, PREFERENCES_TIME, AdwPreferencesPage)

GtkWidget *limber_preferences_time_new (LimberStore *store, LimberClock *clock);

G_END_DECLS
