/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/clock.h"
#include "store/day-facts.h"
#include "store/store.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_SCHEDULE_ROW (limber_schedule_row_get_type ())
G_DECLARE_FINAL_TYPE (LimberScheduleRow, limber_schedule_row, LIMBER, SCHEDULE_ROW, GtkListBoxRow)

GtkWidget *limber_schedule_row_new (LimberStore *store, LimberClock *clock, const LimberDayItem *item);

G_END_DECLS
