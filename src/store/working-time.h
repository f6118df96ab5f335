/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"
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

/**
 * LimberDayHours:
 * @from_minute: minutes since midnight
 * @to_minute: the same as @from_minute when somebody does not work on @date
 *
 * One stretch of one date, which replaces the weekly hours of that date.
 */
typedef struct {
  LimberRecord base;
  char *staff_id;
  LimberDate date;
  int from_minute;
  int to_minute;
} LimberDayHours;

LIMBER_DECLARE_RECORD (LimberDayHours, day_hours)

/**
 * LimberWeeklyBlock:
 * @staff_id: %NULL for the whole clinic
 * @weekday: 1 is Monday
 * @from_on: first day, none for always
 * @until_on: last day, none for ever
 *
 * A time of every week at which nobody, or one therapist, can be booked.
 */
typedef struct {
  LimberRecord base;
  char *staff_id;
  int weekday;
  int from_minute;
  int to_minute;
  LimberDate from_on;
  LimberDate until_on;
  LimberBlockedKind kind;
  char *text;
} LimberWeeklyBlock;

LIMBER_DECLARE_RECORD (LimberWeeklyBlock, weekly_block)

G_END_DECLS
