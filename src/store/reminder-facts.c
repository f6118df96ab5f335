/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/reminder-facts.h"

#include "store/clinic.h"
#include "store/nudge.h"
#include "store/states.h"

#define CALL_BACK_DAYS 7
#define NO_ANSWER_DAYS 3
#define AFTER_A_PAUSE_DAYS 1

/* $1 today, $2 the first instant of today. The nudges that count are those of the present round: a contact begins
 * a new one. When an appointment was cancelled is known to the change log alone. */
#define FACTS_SQL                                                                                                      \
  "WITH c AS (SELECT id, name, cadence_min, cadence_max, paused_on, paused_until, snoozed_until, "                    \
  "(SELECT max(s.date) FROM session s WHERE s.client_id = client.id AND s.state = 'completed' AND s.date <= $1) "     \
  "AS last_on FROM client WHERE archived_at IS NULL AND opted_out = 0), "                                             \
  "d AS (SELECT c.*, (SELECT max(n.round) FROM nudge n WHERE n.client_id = c.id AND n.cycle_on = c.last_on) AS round " \
  "FROM c WHERE last_on IS NOT NULL) "                                                                                \
  "SELECT d.id, d.name, d.last_on, d.cadence_min, d.cadence_max, d.paused_on, d.paused_until, d.snoozed_until, "      \
  "k.at, k.outcome, n.number, n.due_at, coalesce (n.shown_at, n.claimed_at), n.round, "                               \
  "(SELECT max(l.at) FROM appointment a JOIN change_log l ON l.entity_id = a.id WHERE a.client_id = d.id "            \
  "AND a.status IN ('cancelled', 'late-cancelled')), "                                                                \
  "(SELECT max(a.start_at) FROM appointment a WHERE a.client_id = d.id AND a.start_at >= $2 "                         \
  "AND a.status IN ('booked', 'confirmed', 'arrived', 'in-session')), "                                               \
  "CASE WHEN k.at IS NOT NULL THEN (SELECT max(coalesce (s.ended_at, s.started_at)) FROM session s "                  \
  "WHERE s.client_id = d.id AND s.state = 'completed' AND s.date = d.last_on) END "                                   \
  "FROM d LEFT JOIN contact k ON k.id = (SELECT m.id FROM contact m WHERE m.client_id = d.id ORDER BY m.at DESC, m.id " \
  "LIMIT 1) "                                                                                                          \
  "LEFT JOIN nudge n ON n.id = (SELECT m.id FROM nudge m WHERE m.client_id = d.id AND m.cycle_on = d.last_on "        \
  "AND m.round = d.round ORDER BY m.number DESC LIMIT 1) "                                                            \
  "WHERE NOT EXISTS (SELECT 1 FROM restored WHERE confirmed_at IS NULL) "                                             \
  "ORDER BY d.last_on, d.name, d.id"

/** limber_reminder_client_free: (nullable): frees one client. */
void
limber_reminder_client_free (LimberReminderClient *client)
{
  if (client == NULL)
    return;
  g_free (client->id);
  g_free (client->name);
  g_free (client);
}

static LimberDate
day_of (LimberStmt *stmt, int column, GTimeZone *zone)
{
  return limber_stmt_is_null (stmt, column) ? LIMBER_DATE_NONE
                                            : limber_date_from_instant (limber_stmt_int (stmt, column), zone);
}

/** limber_contact_delay: Returns: days from a contact with this outcome to the next nudge. */
int
limber_contact_delay (LimberContactOutcome outcome)
{
  switch (outcome)
    {
    case LIMBER_CONTACT_OUTCOME_NO_ANSWER:
      return NO_ANSWER_DAYS;
    case LIMBER_CONTACT_OUTCOME_NOT_INTERESTED:
      return AFTER_A_PAUSE_DAYS;
    default:
      return CALL_BACK_DAYS;
    }
}

/* On the day of the visit itself the hour decides whether a contact came before it or after it. */
static gboolean
is_of_cycle (const LimberReminderFacts *facts, LimberStmt *stmt, LimberDate contacted)
{
  if (contacted != facts->last || limber_stmt_is_null (stmt, 16))
    return contacted > facts->last;
  return limber_stmt_int (stmt, 8) >= limber_stmt_int (stmt, 16);
}

/* A contact of this cycle begins a round; the nudges shown before it no longer count. */
static void
read_round (LimberReminderClient *client, LimberStmt *stmt, GTimeZone *zone)
{
  LimberReminderFacts *facts = &client->facts;
  gint64 contacted_at = limber_stmt_int (stmt, 8), shown_at = limber_stmt_int (stmt, 12);
  gboolean had_nudge = !limber_stmt_is_null (stmt, 10);
  LimberDate contacted = day_of (stmt, 8, zone);

  if (contacted != LIMBER_DATE_NONE && is_of_cycle (facts, stmt, contacted))
    {
      facts->contacted = contacted;
      facts->contact_delay = limber_contact_delay (limber_contact_outcome_from_id (limber_stmt_text (stmt, 9)));
    }

  client->round = had_nudge ? (int) limber_stmt_int (stmt, 13) : 0;
  if (had_nudge && facts->contacted && contacted_at >= shown_at)
    {
      client->round++;
      return;
    }
  if (had_nudge)
    {
      facts->shown = (int) limber_stmt_int (stmt, 10);
      facts->last_planned = day_of (stmt, 11, zone);
      facts->last_shown = day_of (stmt, 12, zone);
    }
}

static LimberReminderClient *
read_client (LimberStmt *stmt, const LimberRuleSettings *rules, GTimeZone *zone)
{
  LimberReminderClient *client = g_new0 (LimberReminderClient, 1);
  LimberReminderFacts *facts = &client->facts;
  gboolean own = !limber_stmt_is_null (stmt, 3);

  client->id = g_strdup (limber_stmt_text (stmt, 0));
  client->name = g_strdup (limber_stmt_text (stmt, 1));
  facts->last = limber_stmt_date (stmt, 2);
  facts->cadence_min = own ? (int) limber_stmt_int (stmt, 3) : rules->cadence.min;
  facts->cadence_max = own ? (int) limber_stmt_int (stmt, 4) : rules->cadence.max;
  facts->paused = limber_stmt_date (stmt, 5) != LIMBER_DATE_NONE;
  facts->paused_until = limber_stmt_date (stmt, 6);
  facts->snoozed_until = limber_stmt_date (stmt, 7);
  facts->cancelled = day_of (stmt, 14, zone);
  client->booked_on = day_of (stmt, 15, zone);
  facts->booked = client->booked_on != LIMBER_DATE_NONE;
  read_round (client, stmt, zone);
  return client;
}

/**
 * limber_reminder_clients_load:
 * @zone: the clinic's time zone
 *
 * Returns: (transfer full) (element-type LimberReminderClient): everybody who has been here and is not archived or
 *   opted out; %NULL on error.
 */
GPtrArray *
limber_reminder_clients_load (LimberDb *db, LimberDate today, GTimeZone *zone, GError **error)
{
  g_autoptr (GPtrArray) clients = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_reminder_client_free);
  g_autoptr (LimberClinic) clinic = limber_clinic_load (db, error);
  g_autoptr (GError) local = NULL;
  g_autoptr (LimberStmt) stmt = NULL;

  if (clinic == NULL)
    return NULL;
  stmt = limber_db_query (db, error, FACTS_SQL, "di", today, limber_date_at_minute (today, 0, zone));
  if (stmt == NULL)
    return NULL;
  while (limber_stmt_step (stmt, &local))
    g_ptr_array_add (clients, read_client (stmt, &clinic->rules, zone));
  if (local)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&clients);
}

/**
 * limber_nudge_claim:
 * @number: 1–3
 * @due_at: the moment it was meant for, UTC seconds
 * @nudge_id: (out) (transfer full) (nullable): the claimed nudge, %NULL when another process had it first
 *
 * Makes this nudge ours, so that it is shown once whoever else looks at the same file. Needs a transaction.
 *
 * Returns: %FALSE on error only
 */
gboolean
limber_nudge_claim (LimberDb *db,
                    const LimberReminderClient *client,
                    int number,
                    gint64 due_at,
                    char **nudge_id,
                    GError **error)
{
  g_autoptr (LimberNudge) nudge = NULL;
  gint64 taken = 0;

  *nudge_id = NULL;
  if (!limber_db_get_int (db, &taken, error,
                          "SELECT count(*) FROM nudge WHERE client_id = $1 AND cycle_on = $2 AND round = $3 AND number = $4",
                          "sdii", client->id, client->facts.last, (gint64) client->round, (gint64) number))
    return FALSE;
  if (taken > 0)
    return TRUE;

  nudge = limber_nudge_new ();
  nudge->client_id = g_strdup (client->id);
  nudge->cycle_on = client->facts.last;
  nudge->round = client->round;
  nudge->number = number;
  nudge->due_at = due_at;
  nudge->claimed_at = limber_db_now (db);
  nudge->shown_at = nudge->claimed_at;
  if (!limber_record_insert (db, &limber_nudge_type, nudge, error))
    return FALSE;
  *nudge_id = g_strdup (nudge->base.id);
  return TRUE;
}
