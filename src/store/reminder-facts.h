/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/reminder-rules.h"
#include "store/db/db.h"
#include "store/states.h"

G_BEGIN_DECLS

/**
 * LimberReminderClient:
 * @round: of the nudges that come next: the contacts of this cycle so far
 * @booked_on: the last day with an appointment, from today on
 * @facts: for domain/reminder-rules.h
 *
 * A client who may be nudged.
 */
typedef struct {
  char *id;
  char *name;
  int round;
  LimberDate booked_on;
  LimberReminderFacts facts;
} LimberReminderClient;

GPtrArray *limber_reminder_clients_load (LimberDb *db, LimberDate today, GTimeZone *zone, GError **error);
void       limber_reminder_client_free (LimberReminderClient *client);
int        limber_contact_delay (LimberContactOutcome outcome);
gboolean   limber_nudge_claim (LimberDb *db, const LimberReminderClient *client, int number, gint64 due_at,
                               char **nudge_id, GError **error);

G_END_DECLS
