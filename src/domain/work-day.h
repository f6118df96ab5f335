/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"
#include "domain/slot-rules.h"

G_BEGIN_DECLS

/**
 * LimberWorkStretch:
 * @date: the one day it holds for; none for every @weekday
 * @weekday: 1 is Monday; not read when there is a @date
 * @from_minute: wall-clock minutes since midnight
 * @to_minute: the same as @from_minute for a date without work
 *
 * When somebody works: a weekday of the pattern, or an exception.
 */
typedef struct {
  LimberDate date;
  int weekday;
  int from_minute;
  int to_minute;
} LimberWorkStretch;

/**
 * LimberWeekly:
 * @from: first day, none for always
 * @until: last day, none for ever
 *
 * A time that comes back every week, such as lunch.
 */
typedef struct {
  int weekday;
  int from_minute;
  int to_minute;
  LimberDate from;
  LimberDate until;
} LimberWeekly;

GArray  *limber_work_day_hours (LimberDate date, const LimberWorkStretch *stretches, guint n, GTimeZone *zone);
gboolean limber_work_day_has_exception (LimberDate date, const LimberWorkStretch *stretches, guint n);
gboolean limber_weekly_on (const LimberWeekly *weekly, LimberDate date, GTimeZone *zone, LimberInterval *when);
int      limber_work_day_minutes (const LimberInterval *working, guint n_working, const LimberInterval *blocked,
                                  guint n_blocked);

G_END_DECLS
