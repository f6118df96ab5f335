/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/race-rules.h"
#include "store/db/db.h"

G_BEGIN_DECLS

#define LIMBER_ADVICE_DATES 4
#define LIMBER_ADVICE_TIMES 3

/**
 * LimberAdviceDate:
 * @reason: (nullable): the sentence of the rule that speaks
 * @why: every reason with its rule and source
 * @times: free starts of the day, UTC seconds, spread over it; none when there is no calendar to ask
 * @staff_id: (nullable): with whom, @staff_name their name
 *
 * A date for the next visit.
 */
typedef struct {
  LimberDate date;
  LimberVerdict verdict;
  char *reason;
  char *why;
  gint64 times[LIMBER_ADVICE_TIMES];
  guint n_times;
  char *staff_id;
  char *staff_name;
} LimberAdviceDate;

/**
 * LimberRebookAdvice:
 * @race_name: (nullable): the nearest race from today on, @race_on its first day
 * @minutes: hands-on time of the next visit
 * @booked_at: 0 without a future appointment, @booked_with the therapist
 *
 * What the wrap-up says about the next visit.
 */
typedef struct {
  LimberAdviceDate dates[LIMBER_ADVICE_DATES];
  guint n_dates;
  int minutes;
  LimberDate due_from;
  LimberDate due_to;
  char *race_name;
  LimberDate race_on;
  gint64 booked_at;
  char *booked_with;
} LimberRebookAdvice;

LimberRebookAdvice *limber_rebook_advice_load (LimberDb *db, const char *session_id, gint64 now, GTimeZone *zone,
                                               GError **error);
void                limber_rebook_advice_free (LimberRebookAdvice *advice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberRebookAdvice, limber_rebook_advice_free)

G_END_DECLS
