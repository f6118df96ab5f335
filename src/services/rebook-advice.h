/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/race-rules.h"
#include "store/db/db.h"

G_BEGIN_DECLS

#define LIMBER_ADVICE_DATES 4

/** LimberAdviceDate: a date for the next visit. @reason: (nullable): the sentence of the rule that speaks. */
typedef struct {
  LimberDate date;
  LimberVerdict verdict;
  char *reason;
} LimberAdviceDate;

/**
 * LimberRebookAdvice:
 * @race_name: (nullable): the nearest race from today on, @race_on its first day
 * @booked_at: 0 without a future appointment, @booked_with the therapist
 *
 * What the wrap-up says about the next visit.
 */
typedef struct {
  LimberAdviceDate dates[LIMBER_ADVICE_DATES];
  guint n_dates;
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
