/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/clock.h"
#include "store/day-facts.h"

G_BEGIN_DECLS

GtkWidget *limber_agenda_row_new (LimberClock *clock, const LimberDayItem *item);
GtkWidget *limber_agenda_now_new (LimberClock *clock);

G_END_DECLS
