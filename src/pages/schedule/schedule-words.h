/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/booking/booking.h"
#include "store/schedule-facts.h"
#include "widgets/time-grid/time-values.h"

G_BEGIN_DECLS

/** LimberScheduleLoad: @free: bookable minutes that are left, negative when nobody asked */
typedef struct {
  gboolean past;
  gboolean works;
  int to_go;
  int done;
  int free;
} LimberScheduleLoad;

/* What a schedule says. Everything that is not const is newly allocated, and may be NULL. */
const char   *limber_schedule_words_blocked (const LimberBlockedTime *blocked);
char         *limber_schedule_words_load (const LimberScheduleLoad *load, gboolean gone, gboolean narrow);
char         *limber_schedule_words_load_of_day (const LimberScheduleLoad *load);
char         *limber_schedule_words_weekday (LimberDate date);
char         *limber_schedule_words_day_number (LimberDate date);
char         *limber_schedule_words_day (LimberDate date);
char         *limber_schedule_words_week (LimberDate from, LimberDate to, gboolean narrow);
char         *limber_schedule_words_races (const LimberScheduleFacts *facts, LimberDate date);
char         *limber_schedule_words_next_race (const LimberScheduleFacts *facts, LimberDate today);
char         *limber_schedule_words_span (int from, int to);
void          limber_schedule_words_fill (LimberTimeBlock *block, const LimberScheduleItem *item, const char *staff_name,
                                          gboolean week, GTimeZone *zone);

G_END_DECLS
