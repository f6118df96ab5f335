/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LimberPause: UTC seconds; @end is 0 while the pause goes on. */
typedef struct {
  gint64 start;
  gint64 end;
} LimberPause;

/**
 * LimberSessionTime:
 * @elapsed: seconds of work, pauses left out
 * @remaining: seconds until the planned minutes are over, never below 0
 * @overtime: seconds of work beyond the planned minutes, never below 0
 * @paused: seconds of all pauses
 * @is_paused: whether a pause goes on
 * @planned_end: the instant the planned minutes are over if no further pause comes
 */
typedef struct {
  int elapsed;
  int remaining;
  int overtime;
  int paused;
  gboolean is_paused;
  gint64 planned_end;
} LimberSessionTime;

/**
 * LimberMoment:
 * @wall: UTC seconds as the computer tells them; somebody may set them
 * @uptime: seconds since the computer was started; goes on while it sleeps, and nobody sets it
 * @boot: (nullable): names this start of the computer
 *
 * One look at both clocks of the computer.
 */
typedef struct {
  gint64 wall;
  gint64 uptime;
  const char *boot;
} LimberMoment;

gint64            limber_session_now (const char *boot, gint64 boot_at, const LimberMoment *moment);
LimberSessionTime limber_session_time (gint64 start, gint64 end, const LimberPause *pauses, guint n_pauses,
                                       int planned_minutes, gint64 now);

G_END_DECLS
