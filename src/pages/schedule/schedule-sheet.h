/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/clock.h"
#include "store/schedule-facts.h"

G_BEGIN_DECLS

/**
 * LimberScheduleView:
 * @week: columns are days, else therapists
 * @date: the day that is shown, or one of the week
 * @staff_id: (nullable): whose week, %NULL for everybody's
 * @cancelled: what was cancelled is shown too
 * @narrow: a column is too narrow for all words of its head
 * @status_colors: the colour of an appointment tells its status, else its therapist
 */
typedef struct {
  gboolean week;
  LimberDate date;
  char *staff_id;
  gboolean cancelled;
  gboolean narrow;
  gboolean status_colors;
} LimberScheduleView;

/**
 * LimberScheduleSheet:
 * @columns: (element-type LimberTimeColumn)
 * @blocks: (element-type LimberTimeBlock): their ids are those of the appointments
 * @first: @last: the minutes that are shown
 *
 * The facts as a time grid takes them.
 */
typedef struct {
  GPtrArray *columns;
  GPtrArray *blocks;
  int first;
  int last;
  LimberScheduleView view;
  LimberDate from;
  GPtrArray *staff_ids;
} LimberScheduleSheet;

LimberDate           limber_schedule_view_from (const LimberScheduleView *view);
LimberDate           limber_schedule_view_to (const LimberScheduleView *view);
LimberScheduleSheet *limber_schedule_sheet_new (const LimberScheduleFacts *facts, const LimberScheduleView *view,
                                                LimberClock *clock);
void                 limber_schedule_sheet_free (LimberScheduleSheet *sheet);
const char          *limber_schedule_sheet_staff (const LimberScheduleSheet *sheet, guint column);
LimberDate           limber_schedule_sheet_date (const LimberScheduleSheet *sheet, guint column);
gboolean             limber_schedule_sheet_is_open (const LimberScheduleSheet *sheet);
gboolean             limber_schedule_sheet_column (const LimberScheduleSheet *sheet, const char *staff_id, LimberDate date,
                                                   guint *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberScheduleSheet, limber_schedule_sheet_free)

G_END_DECLS
