/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/schedule/schedule-paper.h"

#include <glib/gi18n-lib.h>

#include "services/wording/wording-date.h"

/** limber_schedule_paper_new: Returns: (transfer full): what is on the screen, for paper. */
LimberSheet *
limber_schedule_paper_new (const LimberScheduleFacts *facts, const LimberScheduleView *view, LimberClock *clock)
{
  GTimeZone *zone = limber_clock_zone (clock);
  g_autofree char *day = limber_wording_day (limber_clock_today (clock));
  g_autofree char *time = limber_wording_time (limber_clock_now (clock), zone);
  /* Translators: on paper: a day and a time */
  g_autofree char *stand = g_strdup_printf (_("as of %s, %s"), day, time);

  return view->week ? limber_sheet_of_week (facts, view->staff_id, stand, zone)
                    : limber_sheet_of_day (facts, view->date, stand, zone);
}
