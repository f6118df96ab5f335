/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/plan-facts.h"

#include "store/clinic.h"

/* Rule B6 looks at so many deep sessions, rule C2 at so many sessions. */
#define DEEP_SESSIONS 3

/* A completed session, or the one that is being finished ($3). */
#define COUNTS "(s.state = 'completed' OR s.id = $3)"

static void
race_info_clear (gpointer data)
{
  LimberPlanRaceInfo *info = data;

  g_free (info->race_id);
  g_free (info->entry_id);
  g_free (info->name);
}

/** limber_plan_facts_new: Returns: (transfer full): the facts about a client of whom nothing is known */
LimberPlanFacts *
limber_plan_facts_new (const LimberRuleSettings *settings, LimberDate today)
{
  LimberPlanFacts *facts = g_new0 (LimberPlanFacts, 1);

  limber_plan_input_init (&facts->input, settings);
  facts->input.today = today;
  facts->races = g_array_new (FALSE, TRUE, sizeof (LimberPlanRace));
  facts->infos = g_array_new (FALSE, TRUE, sizeof (LimberPlanRaceInfo));
  g_array_set_clear_func (facts->infos, race_info_clear);
  facts->pairs = g_array_new (FALSE, TRUE, sizeof (LimberRacePair));
  return facts;
}

void
limber_plan_facts_free (LimberPlanFacts *facts)
{
  g_array_unref (facts->races);
  g_array_unref (facts->infos);
  g_array_unref (facts->pairs);
  g_free (facts);
}

/** limber_plan_facts_race: Returns: (nullable) (transfer none): what stands beside race @race, which may be -1 */
const LimberPlanRaceInfo *
limber_plan_facts_race (const LimberPlanFacts *facts, int race)
{
  if (race < 0 || (guint) race >= facts->infos->len)
    return NULL;
  return &g_array_index (facts->infos, LimberPlanRaceInfo, race);
}

static void
lend_arrays (LimberPlanFacts *facts)
{
  facts->input.races = (const LimberPlanRace *) (gpointer) facts->races->data;
  facts->input.n_races = facts->races->len;
  facts->input.pairs = (const LimberRacePair *) (gpointer) facts->pairs->data;
  facts->input.n_pairs = facts->pairs->len;
}

/** limber_plan_facts_add_race: @stmt: at a row that has %LIMBER_PLAN_RACE_COLUMNS from @first_column on */
void
limber_plan_facts_add_race (LimberPlanFacts *facts, LimberStmt *stmt, int first_column)
{
  LimberPlanRaceInfo info = {
    g_strdup (limber_stmt_text (stmt, first_column)),
    g_strdup (limber_stmt_text (stmt, first_column + 1)),
    g_strdup (limber_stmt_text (stmt, first_column + 2)),
  };
  LimberPlanRace race = {
    limber_stmt_date (stmt, first_column + 3),
    limber_stmt_date (stmt, first_column + 4),
    limber_stmt_double (stmt, first_column + 5),
    limber_stmt_int (stmt, first_column + 6) != 0,
    limber_stmt_date (stmt, first_column + 7),
  };

  g_array_append_val (facts->infos, info);
  g_array_append_val (facts->races, race);
  lend_arrays (facts);
}

static gboolean
load_client (LimberPlanFacts *facts, LimberDb *db, const char *client_id, const char *session_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (LimberStmt) stmt = NULL;
  LimberPlanInput *input = &facts->input;

  stmt = limber_db_query (db, error,
                          "SELECT c.cadence_min, c.cadence_max, c.worries, c.pin_from, c.pin_to, "
                          "(SELECT max(s.date) FROM session s WHERE s.client_id = c.id AND s.date <= $2 AND " COUNTS "), "
                          "EXISTS (SELECT 1 FROM health_item h WHERE h.client_id = c.id AND h.kind = 'contraindication' "
                          "AND h.scope = 'total' AND (h.resolved IS NULL OR h.resolved > $2)) "
                          "FROM client c WHERE c.id = $1",
                          "sds", client_id, facts->input.today, session_id);
  if (!stmt)
    return FALSE;
  if (!limber_stmt_step (stmt, &local))
    {
      if (local)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_GONE, "There is no client %s.", client_id);
      return FALSE;
    }
  if (!limber_stmt_is_null (stmt, 0))
    {
      input->settings.cadence.min = (int) limber_stmt_int (stmt, 0);
      input->settings.cadence.max = (int) limber_stmt_int (stmt, 1);
    }
  input->worries = limber_stmt_int (stmt, 2) != 0;
  input->pin_from = (int) limber_stmt_int (stmt, 3);
  input->pin_to = (int) limber_stmt_int (stmt, 4);
  input->last_session = limber_stmt_date (stmt, 5);
  input->contraindicated = limber_stmt_int (stmt, 6) != 0;
  return TRUE;
}

static gboolean
load_races (LimberPlanFacts *facts, LimberDb *db, const char *client_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (LimberStmt) stmt = NULL;

  stmt = limber_db_query (db, error,
                          "SELECT " LIMBER_PLAN_RACE_COLUMNS " FROM race_entry e JOIN race r ON r.id = e.race_id "
                          "WHERE e.client_id = $1 AND r.last_on >= $2 ORDER BY r.first_on, r.name, r.id",
                          "sd", client_id, facts->input.today - LIMBER_PLAN_RACE_DAYS);
  if (!stmt)
    return FALSE;
  while (limber_stmt_step (stmt, &local))
    limber_plan_facts_add_race (facts, stmt, 0);
  if (!local)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
load_pairs (LimberPlanFacts *facts, LimberDb *db, const char *client_id, const char *session_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (LimberStmt) stmt = NULL;

  stmt = limber_db_query (db, error,
                          "SELECT r.first_on, e.legs, e.confidence, (SELECT max(s.date) FROM session s "
                          "WHERE s.client_id = e.client_id AND s.date < r.first_on AND " COUNTS ") "
                          "FROM race_entry e JOIN race r ON r.id = e.race_id WHERE e.client_id = $1 "
                          "AND r.last_on <= $2 AND e.legs IS NOT NULL AND e.confidence IS NOT NULL "
                          "ORDER BY r.first_on, r.id",
                          "sds", client_id, facts->input.today, session_id);
  if (!stmt)
    return FALSE;
  while (limber_stmt_step (stmt, &local))
    if (!limber_stmt_is_null (stmt, 3))
      {
        LimberRacePair pair = {
          limber_stmt_date (stmt, 0) - limber_stmt_date (stmt, 3),
          limber_stmt_double (stmt, 1),
          limber_stmt_double (stmt, 2),
        };

        g_array_append_val (facts->pairs, pair);
      }
  lend_arrays (facts);
  if (!local)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
load_hangover (LimberPlanFacts *facts, LimberDb *db, const char *client_id, const char *session_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (LimberStmt) stmt = NULL;
  int n_deep = 0;

  stmt = limber_db_query (db, error,
                          "SELECT s.pressure, s.style, s.techniques, s.hangover_days FROM session s "
                          "WHERE s.client_id = $1 AND s.date <= $2 AND " COUNTS " "
                          "ORDER BY s.date DESC, s.started_at DESC",
                          "sds", client_id, facts->input.today, session_id);
  if (!stmt)
    return FALSE;
  facts->input.hangover_days = 0;
  while (n_deep < DEEP_SESSIONS && limber_stmt_step (stmt, &local))
    {
      LimberStyle style = limber_style_from_id (limber_stmt_text (stmt, 1));
      guint techniques = (guint) limber_stmt_int (stmt, 2);

      if (limber_work_of_session ((int) limber_stmt_int (stmt, 0), style, techniques) != LIMBER_WORK_DEEP)
        continue;
      facts->input.hangover_days = MAX (facts->input.hangover_days, (int) limber_stmt_int (stmt, 3));
      n_deep++;
    }
  if (!local)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
load_unaware (LimberPlanFacts *facts, LimberDb *db, const char *client_id, const char *session_id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (LimberStmt) stmt = NULL;

  stmt = limber_db_query (db, error,
                          "SELECT EXISTS (SELECT 1 FROM finding f WHERE f.unaware = 1 AND f.session_id IN "
                          "(SELECT s.id FROM session s WHERE s.client_id = $1 AND s.date <= $2 AND " COUNTS " "
                          "ORDER BY s.date DESC, s.started_at DESC LIMIT 3))",
                          "sds", client_id, facts->input.today, session_id);
  if (!stmt)
    return FALSE;
  facts->input.unaware = limber_stmt_step (stmt, &local) && limber_stmt_int (stmt, 0) != 0;
  if (!local)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/** limber_plan_facts_load_history: what past sessions and races say: it matters only before a race */
gboolean
limber_plan_facts_load_history (LimberPlanFacts *facts, LimberDb *db, const char *client_id, const char *session_id,
                                GError **error)
{
  return load_pairs (facts, db, client_id, session_id, error) &&
         load_hangover (facts, db, client_id, session_id, error) &&
         load_unaware (facts, db, client_id, session_id, error);
}

/**
 * limber_plan_facts_load_at_wrap_up:
 * @session_id: (nullable): a session that is being finished and counts like a completed one
 *
 * Returns: (transfer full) (nullable): as limber_plan_facts_load()
 */
LimberPlanFacts *
limber_plan_facts_load_at_wrap_up (LimberDb *db, const char *client_id, const char *session_id, LimberDate today,
                                   GError **error)
{
  g_autoptr (LimberPlanFacts) facts = NULL;
  g_autoptr (LimberClinic) clinic = limber_clinic_load (db, error);

  if (!clinic)
    return NULL;
  facts = limber_plan_facts_new (&clinic->rules, today);
  if (!load_client (facts, db, client_id, session_id, error) || !load_races (facts, db, client_id, error) ||
      !limber_plan_facts_load_history (facts, db, client_id, session_id, error))
    return NULL;
  return g_steal_pointer (&facts);
}

/**
 * limber_plan_facts_load:
 * @today: sessions after it do not count
 *
 * Reads everything that the rules need to know about a client. Change @facts->input before use for a
 * question of "what if".
 *
 * Returns: (transfer full) (nullable): %NULL with %LIMBER_STORE_ERROR_GONE when there is no such client
 */
LimberPlanFacts *
limber_plan_facts_load (LimberDb *db, const char *client_id, LimberDate today, GError **error)
{
  return limber_plan_facts_load_at_wrap_up (db, client_id, NULL, today, error);
}
