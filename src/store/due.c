/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/due.h"

#include "store/clinic.h"

/*
 * DESIGN
 *
 * One query for all clients, whose subqueries are seeks in covering indices; one for the races of all; and
 * the history of sessions only for those who have a race ahead, since the rules ask for it only then.
 */

/** limber_due_client_free: (nullable): frees one client of the list. */
void
limber_due_client_free (LimberDueClient *client)
{
  if (client == NULL)
    return;
  g_free (client->id);
  g_free (client->name);
  g_clear_pointer (&client->facts, limber_plan_facts_free);
  g_free (client);
}

#define DUE_SQL                                                                                                        \
  "WITH c AS (SELECT *, (SELECT max(s.date) FROM session s WHERE s.client_id = client.id "                            \
  "AND s.state = 'completed' AND s.date <= $1) AS last_on FROM client WHERE archived_at IS NULL) "                    \
  "SELECT c.id, c.name, c.last_on, "                                                                                   \
  "(SELECT min(a.start_at) FROM appointment a WHERE a.client_id = c.id AND a.start_at >= $2 "                         \
  "AND a.status IN ('booked', 'confirmed', 'arrived', 'in-session')), "                                               \
  "c.cadence_min, c.cadence_max, c.worries, c.pin_from, c.pin_to, "                                                   \
  "EXISTS (SELECT 1 FROM health_item h WHERE h.client_id = c.id AND h.kind = 'contraindication' "                     \
  "AND h.scope = 'total' AND (h.resolved IS NULL OR h.resolved > $1)), "                                              \
  "c.opted_out, c.paused_on, c.paused_until, c.snoozed_until, "                                                       \
  "n.number, n.shown_at, "                                                                                             \
  "CASE WHEN n.number IS NOT NULL THEN (SELECT max(k.at) FROM contact k WHERE k.client_id = c.id) END "                \
  "FROM c LEFT JOIN nudge n ON n.id = (SELECT m.id FROM nudge m WHERE m.client_id = c.id "                              \
  "AND m.cycle_on = c.last_on AND m.shown_at IS NOT NULL "                                                            \
  "AND m.round = (SELECT max(k.round) FROM nudge k WHERE k.client_id = c.id AND k.cycle_on = c.last_on) "             \
  "ORDER BY m.number DESC LIMIT 1) "                                                                                   \
  "ORDER BY c.sort_key, c.id"

static void
read_input (LimberPlanInput *input, LimberStmt *stmt)
{
  input->last_session = limber_stmt_date (stmt, 2);
  if (!limber_stmt_is_null (stmt, 4))
    {
      input->settings.cadence.min = (int) limber_stmt_int (stmt, 4);
      input->settings.cadence.max = (int) limber_stmt_int (stmt, 5);
    }
  input->worries = limber_stmt_int (stmt, 6) != 0;
  input->pin_from = (int) limber_stmt_int (stmt, 7);
  input->pin_to = (int) limber_stmt_int (stmt, 8);
  input->contraindicated = limber_stmt_int (stmt, 9) != 0;
}

static LimberReminderState
read_state (LimberStmt *stmt, const LimberDueClient *client, GTimeZone *zone, LimberDate today)
{
  LimberCadence cadence = client->facts->input.settings.cadence;
  LimberDate paused_on = limber_stmt_date (stmt, 11);
  LimberReminderFacts facts = {
    .last = client->last,
    .cadence_min = cadence.min,
    .cadence_max = cadence.max,
    .opted_out = limber_stmt_int (stmt, 10) != 0,
    .paused = paused_on != LIMBER_DATE_NONE && paused_on <= today,
    .paused_until = limber_stmt_date (stmt, 12),
    .booked = client->next_appointment_at != 0,
    .snoozed_until = limber_stmt_date (stmt, 13),
  };

  /* A contact after the latest nudge begins the counting anew. */
  if (!limber_stmt_is_null (stmt, 14) && limber_stmt_int (stmt, 16) < limber_stmt_int (stmt, 15))
    {
      facts.shown = (int) limber_stmt_int (stmt, 14);
      facts.last_shown = limber_date_from_instant (limber_stmt_int (stmt, 15), zone);
    }
  return limber_reminder_state (&facts, today);
}

static LimberDueClient *
read_client (LimberStmt *stmt, const LimberRuleSettings *settings, GTimeZone *zone, LimberDate today)
{
  LimberDueClient *client = g_new0 (LimberDueClient, 1);

  client->id = g_strdup (limber_stmt_text (stmt, 0));
  client->name = g_strdup (limber_stmt_text (stmt, 1));
  client->last = limber_stmt_date (stmt, 2);
  client->next_appointment_at = limber_stmt_int (stmt, 3);
  client->facts = limber_plan_facts_new (settings, today);
  read_input (&client->facts->input, stmt);
  client->due = limber_cadence_due (client->facts->input.settings.cadence, client->last, today);
  client->state = read_state (stmt, client, zone, today);
  client->next_race = -1;
  return client;
}

static GPtrArray *
load_clients (LimberDb *db, const LimberRuleSettings *settings, GTimeZone *zone, LimberDate today, GError **error)
{
  g_autoptr (GPtrArray) clients = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_due_client_free);
  g_autoptr (GError) local = NULL;
  g_autoptr (LimberStmt) stmt = NULL;

  stmt = limber_db_query (db, error, DUE_SQL, "di", today, limber_date_at_minute (today, 0, zone));
  if (!stmt)
    return NULL;
  while (limber_stmt_step (stmt, &local))
    g_ptr_array_add (clients, read_client (stmt, settings, zone, today));
  if (!local)
    return g_steal_pointer (&clients);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
load_races (GPtrArray *clients, LimberDb *db, LimberDate today, GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) local = NULL;
  g_autoptr (LimberStmt) stmt = NULL;

  for (guint i = 0; i < clients->len; i++)
    {
      LimberDueClient *client = g_ptr_array_index (clients, i);

      g_hash_table_insert (by_id, client->id, client);
    }
  stmt = limber_db_query (db, error,
                          "SELECT e.client_id, " LIMBER_PLAN_RACE_COLUMNS " FROM race r JOIN race_entry e "
                          "ON e.race_id = r.id WHERE r.last_on >= $1 ORDER BY r.first_on, r.name, r.id",
                          "d", today - LIMBER_PLAN_RACE_DAYS);
  if (!stmt)
    return FALSE;
  while (limber_stmt_step (stmt, &local))
    {
      LimberDueClient *client = g_hash_table_lookup (by_id, limber_stmt_text (stmt, 0));

      if (client)
        limber_plan_facts_add_race (client->facts, stmt, 1);
    }
  if (!local)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
load_histories (GPtrArray *clients, LimberDb *db, LimberDate today, GError **error)
{
  for (guint i = 0; i < clients->len; i++)
    {
      LimberDueClient *client = g_ptr_array_index (clients, i);

      client->next_race = limber_plan_nearest_race (&client->facts->input, today);
      if (client->facts->races->len > 0 &&
          !limber_plan_facts_load_history (client->facts, db, client->id, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * limber_due_load:
 * @zone: of the clinic
 *
 * Reads where every client who is not archived stands on @today. Call it inside a read transaction.
 *
 * Returns: (transfer full) (element-type LimberDueClient) (nullable): by name; free with g_ptr_array_unref()
 */
GPtrArray *
limber_due_load (LimberDb *db, LimberDate today, GTimeZone *zone, GError **error)
{
  g_autoptr (GPtrArray) clients = NULL;
  g_autoptr (LimberClinic) clinic = limber_clinic_load (db, error);

  if (!clinic)
    return NULL;
  clients = load_clients (db, &clinic->rules, zone, today, error);
  if (!clients || !load_races (clients, db, today, error) || !load_histories (clients, db, today, error))
    return NULL;
  return g_steal_pointer (&clients);
}
