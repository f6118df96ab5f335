/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/follow-up.h"

#include "store/race.h"
#include "store/session.h"
#include "store/sore-area.h"

/* What every question is asked with. @client_id: of one client, or of all when %NULL. */
typedef struct {
  LimberDb *db;
  const char *client_id;
  LimberDate today;
  GTimeZone *zone;
  int hangover_days;
  int limit;
} Ask;

void
limber_follow_up_free (LimberFollowUp *follow_up)
{
  g_free (follow_up->id);
  g_free (follow_up->client_id);
  g_free (follow_up->client_name);
  g_free (follow_up->race_name);
  g_free (follow_up);
}

LimberFollowUp *
limber_follow_up_copy (const LimberFollowUp *follow_up)
{
  LimberFollowUp *copy = g_new (LimberFollowUp, 1);

  *copy = (LimberFollowUp) { follow_up->kind, g_strdup (follow_up->id), g_strdup (follow_up->client_id),
                             g_strdup (follow_up->client_name), follow_up->on, g_strdup (follow_up->race_name) };
  return copy;
}

void
limber_follow_up_answer_free (LimberFollowUpAnswer *answer)
{
  g_free (answer->id);
  g_clear_pointer (&answer->areas, g_ptr_array_unref);
  g_free (answer);
}

static gboolean
add_rows (GPtrArray *list, LimberFollowUpKind kind, LimberStmt *stmt, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  while (limber_stmt_step (stmt, &failure))
    {
      LimberFollowUp *follow_up = g_new0 (LimberFollowUp, 1);

      follow_up->kind = kind;
      follow_up->id = g_strdup (limber_stmt_text (stmt, 0));
      follow_up->client_id = g_strdup (limber_stmt_text (stmt, 1));
      follow_up->client_name = g_strdup (limber_stmt_text (stmt, 2));
      follow_up->on = limber_stmt_date (stmt, 3);
      follow_up->race_name = g_strdup (limber_stmt_text (stmt, 4));
      g_ptr_array_add (list, follow_up);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* Light work leaves no hangover, so only sessions of deep work count, and only a client's last one. The test
 * for deep work is that of limber_work_of_session(). The + keeps SQLite from going through all clients for the few
 * sessions of these days. */
static LimberStmt *
query_hangovers (const Ask *ask, GError **error)
{
  return limber_db_query (
      ask->db, error,
      "SELECT s.id, c.id, c.name, s.date, NULL FROM session s JOIN client c ON c.id = s.client_id "
      "WHERE s.state = 'completed' AND s.date >= $1 AND s.date < $2 AND s.hangover_asked_on IS NULL "
      "AND +c.archived_at IS NULL AND ($5 IS NULL OR +s.client_id = $5) "
      "AND NOT (COALESCE(s.pressure, 3) <= 2 AND (s.techniques & $3) = 0 "
      "AND COALESCE(s.style, '') <> 'deep-tissue') "
      "AND NOT EXISTS (SELECT 1 FROM session l WHERE l.client_id = s.client_id AND l.state = 'completed' "
      "AND l.date > s.date) ORDER BY s.date DESC, c.name, s.id LIMIT $4",
      "ddiis", ask->today - ask->hangover_days, ask->today,
      (gint64) (LIMBER_TECHNIQUE_BIT (LIMBER_TECHNIQUE_STRIPPING) | LIMBER_TECHNIQUE_BIT (LIMBER_TECHNIQUE_FRICTION)
                | LIMBER_TECHNIQUE_BIT (LIMBER_TECHNIQUE_TRIGGER_POINT_PRESSURE)
                | LIMBER_TECHNIQUE_BIT (LIMBER_TECHNIQUE_MYOFASCIAL_RELEASE)),
      (gint64) ask->limit, ask->client_id);
}

/* Races that ended up to two weeks ago and at least @after days ago. */
static LimberStmt *
query_races (const Ask *ask, const char *unasked, int after, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT e.id, c.id, c.name, r.last_on, r.name FROM race r JOIN race_entry e ON e.race_id = r.id "
      "JOIN client c ON c.id = e.client_id WHERE r.last_on >= $1 AND r.last_on <= $2 AND e.%s IS NULL "
      "AND c.archived_at IS NULL AND ($4 IS NULL OR e.client_id = $4) "
      "ORDER BY r.last_on DESC, c.name, e.id LIMIT $3", unasked);

  return limber_db_query (ask->db, error, sql, "ddis", ask->today - LIMBER_FOLLOW_UP_DAYS, ask->today - after,
                          (gint64) ask->limit, ask->client_id);
}

/* Before a visit of today or tomorrow, about the last session before it. */
static LimberStmt *
query_workouts (const Ask *ask, GError **error)
{
  return limber_db_query (
      ask->db, error,
      "SELECT s.id, c.id, c.name, s.date, NULL FROM appointment a JOIN client c ON c.id = a.client_id "
      "JOIN session s ON s.client_id = c.id WHERE a.start_at >= $1 AND a.start_at < $2 "
      "AND a.status IN ('booked', 'confirmed', 'arrived') AND s.state = 'completed' AND s.date < $3 "
      "AND s.workouts_asked_on IS NULL AND c.archived_at IS NULL AND ($5 IS NULL OR +c.id = $5) "
      "AND NOT EXISTS (SELECT 1 FROM session l WHERE l.client_id = s.client_id AND l.state = 'completed' "
      "AND (l.date, COALESCE(l.started_at, 0), l.id) > (s.date, COALESCE(s.started_at, 0), s.id)) "
      "GROUP BY s.id, c.id, c.name, s.date ORDER BY min(a.start_at), c.name, s.id LIMIT $4",
      "iidis", limber_date_at_minute (ask->today, 0, ask->zone), limber_date_at_minute (ask->today + 2, 0, ask->zone),
      ask->today, (gint64) ask->limit, ask->client_id);
}

static GPtrArray *
load (const Ask *ask, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_follow_up_free);
  g_autoptr (LimberStmt) workouts = query_workouts (ask, error);
  g_autoptr (LimberStmt) races = NULL;
  g_autoptr (LimberStmt) areas = NULL;
  g_autoptr (LimberStmt) hangovers = NULL;

  if (!add_rows (list, LIMBER_FOLLOW_UP_WORKOUTS, workouts, error))
    return NULL;
  races = query_races (ask, "legs", 1, error);
  if (!add_rows (list, LIMBER_FOLLOW_UP_RACE, races, error))
    return NULL;
  areas = query_races (ask, "areas_asked_on", LIMBER_ASSESS_DAYS, error);
  if (!add_rows (list, LIMBER_FOLLOW_UP_AREAS, areas, error))
    return NULL;
  hangovers = query_hangovers (ask, error);
  return add_rows (list, LIMBER_FOLLOW_UP_HANGOVER, hangovers, error) ? g_steal_pointer (&list) : NULL;
}

/**
 * limber_follow_up_load:
 * @limit: how many of each kind
 *
 * What to ask by itself today: before a visit, after a race, and on the first days after deep work.
 *
 * Returns: (transfer full) (nullable): LimberFollowUp by kind, the newest first
 */
GPtrArray *
limber_follow_up_load (LimberDb *db, LimberDate today, GTimeZone *zone, int limit, GError **error)
{
  const Ask ask = { db, NULL, today, zone, LIMBER_HANGOVER_DAYS, limit };

  return load (&ask, error);
}

/**
 * limber_follow_up_of_client:
 *
 * What to ask one client at any contact: a hangover then also later.
 *
 * Returns: (transfer full) (nullable): LimberFollowUp
 */
GPtrArray *
limber_follow_up_of_client (LimberDb *db, const char *client_id, LimberDate today, GTimeZone *zone, GError **error)
{
  const Ask ask = { db, client_id, today, zone, LIMBER_FOLLOW_UP_DAYS, 4 };

  return load (&ask, error);
}

/* Answers */

static gboolean
save_about_session (LimberDb *db, const LimberFollowUpAnswer *answer, GError **error)
{
  g_autoptr (LimberSession) session = limber_record_load (db, &limber_session_type, answer->id, error);

  if (session == NULL)
    return FALSE;
  if (answer->kind == LIMBER_FOLLOW_UP_WORKOUTS)
    {
      session->workouts = (LimberWorkouts) answer->first;
      session->workouts_asked_on = answer->on;
    }
  else
    {
      session->hangover_level = answer->first;
      session->hangover_days = answer->first > 0 ? answer->second : MIN (answer->first, 0);
      session->hangover_asked_on = answer->on;
    }
  return limber_record_update (db, &limber_session_type, session, error);
}

static gboolean
save_about_race (LimberDb *db, const LimberFollowUpAnswer *answer, GError **error)
{
  g_autoptr (LimberRaceEntry) entry = limber_record_load (db, &limber_race_entry_type, answer->id, error);

  if (entry == NULL)
    return FALSE;
  entry->legs = answer->first;
  entry->confidence = answer->second;
  entry->answered_on = answer->on;
  return limber_record_update (db, &limber_race_entry_type, entry, error);
}

/** limber_follow_up_save: keeps what a client said. */
gboolean
limber_follow_up_save (LimberDb *db, const LimberFollowUpAnswer *answer, GError **error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  switch (answer->kind)
    {
    case LIMBER_FOLLOW_UP_RACE:
      return save_about_race (db, answer, error);
    case LIMBER_FOLLOW_UP_AREAS:
      return limber_sore_area_replace (db, answer->id, answer->areas != NULL ? answer->areas : none, answer->on, error);
    case LIMBER_FOLLOW_UP_WORKOUTS:
    case LIMBER_FOLLOW_UP_HANGOVER:
    default:
      return save_about_session (db, answer, error);
    }
}

/** limber_follow_up_take_back: the question is open again. */
gboolean
limber_follow_up_take_back (LimberDb *db, LimberFollowUpKind kind, const char *id, GError **error)
{
  int none = kind == LIMBER_FOLLOW_UP_WORKOUTS ? LIMBER_WORKOUTS_NONE : -1;
  const LimberFollowUpAnswer answer = { kind, (char *) id, none, none, NULL, LIMBER_DATE_NONE };

  return limber_follow_up_save (db, &answer, error);
}
