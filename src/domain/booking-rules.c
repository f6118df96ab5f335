/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/booking-rules.h"

#define DAYS_A_WEEK 7

static int
taken_at (const LimberInterval *stays, guint n, gint64 instant)
{
  int taken = 0;

  for (guint i = 0; i < n; i++)
    taken += stays[i].start <= instant && instant < stays[i].end;
  return taken;
}

static int
compare_instants (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, two = *(const gint64 *) b;

  return (one > two) - (one < two);
}

static GArray *
edges_of (const LimberInterval *stays, guint n)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (edges, stays[i].start);
      g_array_append_val (edges, stays[i].end);
    }
  g_array_sort (edges, compare_instants);
  return edges;
}

/**
 * limber_rooms_full:
 * @stays: (array length=n): who is in a room and when, turnover included, in any order
 * @rooms: how many there are; 0 and less for enough
 *
 * Returns: (transfer full) (element-type LimberInterval): when no room is left, in order
 */
GArray *
limber_rooms_full (const LimberInterval *stays, guint n, int rooms)
{
  GArray *full = g_array_new (FALSE, FALSE, sizeof (LimberInterval));
  g_autoptr (GArray) edges = NULL;

  if (rooms <= 0 || n < (guint) rooms)
    return full;
  edges = edges_of (stays, n);
  for (guint i = 1; i < edges->len; i++)
    {
      LimberInterval when = { g_array_index (edges, gint64, i - 1), g_array_index (edges, gint64, i) };

      if (when.end > when.start && taken_at (stays, n, when.start) >= rooms)
        g_array_append_val (full, when);
    }
  return full;
}

/** limber_notice_is_short: Returns: whether less than @minutes remain before @start; the past is another matter. */
gboolean
limber_notice_is_short (gint64 start, gint64 now, int minutes)
{
  return start >= now && start < now + (gint64) minutes * 60;
}

/** limber_cancel_is_late: Returns: whether cancelling at @now comes less than @hours before @start, or after it. */
gboolean
limber_cancel_is_late (gint64 start, gint64 now, int hours)
{
  return hours > 0 && start < now + (gint64) hours * 3600;
}

/**
 * limber_repeat_starts:
 * @weeks: between two visits
 * @times: visits, the first included
 *
 * The wall-clock hour stays the same over a change of the clocks.
 *
 * Returns: (transfer full) (element-type gint64): the starts, @first being the first
 */
GArray *
limber_repeat_starts (gint64 first, int weeks, int times, GTimeZone *zone)
{
  LimberDate date = limber_date_from_instant (first, zone);
  int minute = limber_minute_of_instant (first, zone);
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (int i = 0; i < times; i++)
    {
      gint64 start = i == 0 ? first : limber_date_at_minute (date + i * weeks * DAYS_A_WEEK, minute, zone);

      g_array_append_val (starts, start);
    }
  return starts;
}
