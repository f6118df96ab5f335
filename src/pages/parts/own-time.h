/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/clock.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_OWN_TIME (limber_own_time_get_type ())
G_DECLARE_FINAL_TYPE (LimberOwnTime, limber_own_time, LIMBER, OWN_TIME, GtkBox)

/* Signal: changed (start x), when a person chose a date or a time. */
GtkWidget *limber_own_time_new (LimberClock *clock);
void       limber_own_time_set (LimberOwnTime *self, gint64 start);

G_END_DECLS
