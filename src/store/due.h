/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/reminder-rules.h"
#include "store/plan-facts.h"

G_BEGIN_DECLS

/**
 * LimberDueClient:
 * @last: day of the last completed session, none for a new client
 * @due: of the client's own cadence, else the clinic's
 * @next_appointment_at: UTC seconds, 0 for none
 * @facts: for the suggestion; races from three weeks ago on
 * @next_race: index into the races of @facts, -1 for none
 *
 * One client of the list of who is due.
 */
typedef struct {
  char *id;
  char *name;
  LimberReminderState state;
  LimberDate last;
  LimberDue due;
  gint64 next_appointment_at;
  LimberPlanFacts *facts;
  int next_race;
} LimberDueClient;

GPtrArray *limber_due_load (LimberDb *db, LimberDate today, GTimeZone *zone, GError **error);
void       limber_due_client_free (LimberDueClient *client);

G_END_DECLS
