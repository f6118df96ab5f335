/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/work-day.h"

/** limber_work_day_has_exception: Returns: whether one of @stretches was made for @date alone. */
gboolean
limber_work_day_has_exception (LimberDate date, const LimberWorkStretch *stretches, guint n)
{
  for (guint i = 0; i < n; i++)
    if (stretches[i].date == date)
      return TRUE;
  return FALSE;
}

static gboolean
holds (const LimberWorkStretch *stretch, LimberDate date, gboolean exception)
{
  return exception ? stretch->date == date
                   : stretch->date == LIMBER_DATE_NONE && stretch->weekday == limber_date_weekday (date);
}

/**
 * limber_work_day_hours:
 * @stretches: (array length=n): of one therapist
 * @zone: of the clinic
 *
 * What was said for the date replaces the weekly pattern altogether.
 *
 * Returns: (transfer full) (element-type LimberInterval): when the therapist works on @date
 */
GArray *
limber_work_day_hours (LimberDate date, const LimberWorkStretch *stretches, guint n, GTimeZone *zone)
{
  gboolean exception = limber_work_day_has_exception (date, stretches, n);
  GArray *hours = g_array_new (FALSE, FALSE, sizeof (LimberInterval));

  for (guint i = 0; i < n; i++)
    {
      LimberInterval when;

      if (!holds (&stretches[i], date, exception) || stretches[i].from_minute >= stretches[i].to_minute)
        continue;
      when.start = limber_date_at_minute (date, stretches[i].from_minute, zone);
      when.end = limber_date_at_minute (date, stretches[i].to_minute, zone);
      g_array_append_val (hours, when);
    }
  return hours;
}

/**
 * limber_weekly_on:
 * @when: (out): the time on @date
 *
 * Returns: whether it comes on @date
 */
gboolean
limber_weekly_on (const LimberWeekly *weekly, LimberDate date, GTimeZone *zone, LimberInterval *when)
{
  if (weekly->weekday != limber_date_weekday (date) || (weekly->from != LIMBER_DATE_NONE && date < weekly->from)
      || (weekly->until != LIMBER_DATE_NONE && date > weekly->until))
    return FALSE;
  when->start = limber_date_at_minute (date, weekly->from_minute, zone);
  when->end = limber_date_at_minute (date, weekly->to_minute, zone);
  return TRUE;
}

static gboolean
covers (const LimberInterval *intervals, guint n, gint64 start, gint64 end)
{
  for (guint i = 0; i < n; i++)
    if (intervals[i].start <= start && end <= intervals[i].end)
      return TRUE;
  return FALSE;
}

static int
compare_instants (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, two = *(const gint64 *) b;

  return (one > two) - (one < two);
}

static void
add_edges (GArray *edges, const LimberInterval *intervals, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (edges, intervals[i].start);
      g_array_append_val (edges, intervals[i].end);
    }
}

/**
 * limber_work_day_minutes:
 * @working: (array length=n_working): may overlap
 * @blocked: (array length=n_blocked): may overlap, and reach out of the working time
 *
 * Returns: the minutes in which somebody works and is not blocked, each counted once
 */
int
limber_work_day_minutes (const LimberInterval *working, guint n_working, const LimberInterval *blocked,
                         guint n_blocked)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 seconds = 0;

  add_edges (edges, working, n_working);
  add_edges (edges, blocked, n_blocked);
  g_array_sort (edges, compare_instants);
  for (guint i = 1; i < edges->len; i++)
    {
      gint64 start = g_array_index (edges, gint64, i - 1), end = g_array_index (edges, gint64, i);

      if (end > start && covers (working, n_working, start, end) && !covers (blocked, n_blocked, start, end))
        seconds += end - start;
    }
  return (int) (seconds / 60);
}
