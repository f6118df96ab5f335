/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/clock.h"
#include "store/day-facts.h"

G_BEGIN_DECLS

GtkWidget *limber_up_next_new (LimberClock *clock, const LimberDayItem *item, gboolean figure);

G_END_DECLS
