/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/record.h"
#include "store/states.h"

G_BEGIN_DECLS

/**
 * LimberWorkingHours:
 * @weekday: 1 is Monday
 * @from_minute: minutes since midnight
 *
 * One stretch of a weekday on which somebody works.
 */
typedef struct {
  LimberRecord base;
  char *staff_id;
  int weekday;
  int from_minute;
  int to_minute;
} LimberWorkingHours;

LIMBER_DECLARE_RECORD (LimberWorkingHours, working_hours)

/**
 * LimberBlockedTime:
 * @staff_id: %NULL for the whole clinic
 *
 * A time at which nobody, or one therapist, can be booked.
 */
typedef struct {
  LimberRecord base;
  char *staff_id;
  gint64 start_at;
  gint64 end_at;
  LimberBlockedKind kind;
  char *text;
} LimberBlockedTime;

LIMBER_DECLARE_RECORD (LimberBlockedTime, blocked_time)

G_END_DECLS
