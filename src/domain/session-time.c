/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/session-time.h"

/* The seconds of all pauses between start and end; what overlaps counts once. */
static gint64
pause_seconds (gint64 start, gint64 end, const LimberPause *pauses, guint n_pauses)
{
  gint64 counted_to = start;
  gint64 seconds = 0;

  for (guint i = 0; i < n_pauses; i++)
    {
      gint64 from = MAX (pauses[i].start, counted_to);
      gint64 to = pauses[i].end == 0 ? end : MIN (pauses[i].end, end);

      if (to <= from)
        continue;
      seconds += to - from;
      counted_to = to;
    }
  return seconds;
}

static gboolean
has_open_pause (const LimberPause *pauses, guint n_pauses)
{
  for (guint i = 0; i < n_pauses; i++)
    if (pauses[i].end == 0)
      return TRUE;
  return FALSE;
}

/**
 * limber_session_time:
 * @start: UTC seconds when the work began
 * @end: UTC seconds when it ended, 0 while it goes on
 * @pauses: (array length=n_pauses): in the order they began
 * @planned_minutes: the minutes agreed, with those added since
 * @now: UTC seconds; a clock that was set back before @start counts as @start
 *
 * The time of a session is never counted, only derived, so that a crash or a night of sleep of the
 * computer changes nothing.
 *
 * Returns: where the session stands at @now, or stood at its end.
 */
LimberSessionTime
limber_session_time (gint64 start, gint64 end, const LimberPause *pauses, guint n_pauses, int planned_minutes, gint64 now)
{
  LimberSessionTime time = { 0 };
  gint64 at = MAX (start, end != 0 ? end : now);
  gint64 planned = (gint64) planned_minutes * 60;
  gint64 paused = pause_seconds (start, at, pauses, n_pauses);
  gint64 elapsed = MIN (at - start - paused, G_MAXINT);

  time.elapsed = (int) elapsed;
  time.paused = (int) MIN (paused, G_MAXINT);
  time.remaining = (int) MAX (planned - elapsed, 0);
  time.overtime = (int) MAX (elapsed - planned, 0);
  time.is_paused = end == 0 && has_open_pause (pauses, n_pauses);
  time.planned_end = start + planned + paused;
  return time;
}

/**
 * limber_session_now:
 * @boot: (nullable): under which start of the computer the session began
 * @boot_at: the instant of that start by the clock that the session began with
 *
 * The instant of @moment by the clock that the session began with. While the computer runs on, setting its time
 * moves nothing; after a restart only its time is left.
 *
 * Returns: UTC seconds
 */
gint64
limber_session_now (const char *boot, gint64 boot_at, const LimberMoment *moment)
{
  if (boot == NULL || g_strcmp0 (boot, moment->boot) != 0)
    return moment->wall;
  return boot_at + moment->uptime;
}
