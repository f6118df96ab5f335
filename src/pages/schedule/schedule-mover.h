/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "pages/parts/ports.h"
#include "pages/schedule/schedule-notice.h"
#include "pages/schedule/schedule-sheet.h"
#include "widgets/time-grid/time-grid.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_SCHEDULE_MOVER (limber_schedule_mover_get_type ())
G_DECLARE_FINAL_TYPE (LimberScheduleMover, limber_schedule_mover, LIMBER, SCHEDULE_MOVER, GObject)

LimberScheduleMover *limber_schedule_mover_new (LimberStore *store, LimberClock *clock, LimberTimeGrid *grid,
                                                LimberScheduleNotice *notice);
void                 limber_schedule_mover_set_facts (LimberScheduleMover *self, const LimberScheduleFacts *facts,
                                                      const LimberScheduleSheet *sheet);
gboolean             limber_schedule_mover_is_busy (LimberScheduleMover *self);

G_END_DECLS
