/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/follow-up.h"

#include "store/race.h"
#include "store/session.h"

static void
follow_up_free (LimberFollowUp *follow_up)
{
  g_free (follow_up->id);
  g_free (follow_up->client_id);
  g_free (follow_up->client_name);
  g_free (follow_up->race_name);
  g_free (follow_up);
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
query_hangovers (LimberDb *db, LimberDate today, int limit, GError **error)
{
  return limber_db_query (
      db, error,
      "SELECT s.id, c.id, c.name, s.date, NULL FROM session s JOIN client c ON c.id = s.client_id "
      "WHERE s.state = 'completed' AND s.date >= $1 AND s.date < $2 AND s.hangover_asked_on IS NULL "
      "AND +c.archived_at IS NULL AND NOT (COALESCE(s.pressure, 3) <= 2 AND (s.techniques & $3) = 0 "
      "AND COALESCE(s.style, '') <> 'deep-tissue') "
      "AND NOT EXISTS (SELECT 1 FROM session l WHERE l.client_id = s.client_id AND l.state = 'completed' "
      "AND l.date > s.date) ORDER BY s.date DESC, c.name, s.id LIMIT $4",
      "ddii", today - LIMBER_FOLLOW_UP_DAYS, today,
      (gint64) (LIMBER_TECHNIQUE_BIT (LIMBER_TECHNIQUE_STRIPPING) | LIMBER_TECHNIQUE_BIT (LIMBER_TECHNIQUE_FRICTION)
                | LIMBER_TECHNIQUE_BIT (LIMBER_TECHNIQUE_TRIGGER_POINT_PRESSURE)
                | LIMBER_TECHNIQUE_BIT (LIMBER_TECHNIQUE_MYOFASCIAL_RELEASE)),
      (gint64) limit);
}

static LimberStmt *
query_races (LimberDb *db, LimberDate today, int limit, GError **error)
{
  return limber_db_query (
      db, error,
      "SELECT e.id, c.id, c.name, r.last_on, r.name FROM race r JOIN race_entry e ON e.race_id = r.id "
      "JOIN client c ON c.id = e.client_id WHERE r.last_on >= $1 AND r.last_on < $2 AND e.legs IS NULL "
      "AND c.archived_at IS NULL ORDER BY r.last_on DESC, c.name, e.id LIMIT $3",
      "ddi", today - LIMBER_FOLLOW_UP_DAYS, today, (gint64) limit);
}

/**
 * limber_follow_up_load:
 * @limit: how many of each kind
 *
 * Returns: (transfer full) (nullable): LimberFollowUp, races first, the newest first
 */
GPtrArray *
limber_follow_up_load (LimberDb *db, LimberDate today, int limit, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) follow_up_free);
  g_autoptr (LimberStmt) races = query_races (db, today, limit, error);
  g_autoptr (LimberStmt) hangovers = NULL;

  if (!add_rows (list, LIMBER_FOLLOW_UP_RACE, races, error))
    return NULL;
  hangovers = query_hangovers (db, today, limit, error);
  if (!add_rows (list, LIMBER_FOLLOW_UP_HANGOVER, hangovers, error))
    return NULL;
  return g_steal_pointer (&list);
}

/** limber_follow_up_save_hangover: keeps how a client felt after a session: @level 0 to 10, @days until gone. */
gboolean
limber_follow_up_save_hangover (LimberDb *db, const char *session_id, int level, int days, LimberDate asked_on,
                                GError **error)
{
  g_autoptr (LimberSession) session = limber_record_load (db, &limber_session_type, session_id, error);

  if (session == NULL)
    return FALSE;
  session->hangover_level = level;
  session->hangover_days = level > 0 ? days : 0;
  session->hangover_asked_on = asked_on;
  return limber_record_update (db, &limber_session_type, session, error);
}

/** limber_follow_up_save_race: keeps how the race day felt: @legs and @confidence 0 to 10. */
gboolean
limber_follow_up_save_race (LimberDb *db, const char *entry_id, int legs, int confidence, LimberDate asked_on,
                            GError **error)
{
  g_autoptr (LimberRaceEntry) entry = limber_record_load (db, &limber_race_entry_type, entry_id, error);

  if (entry == NULL)
    return FALSE;
  entry->legs = legs;
  entry->confidence = confidence;
  entry->answered_on = asked_on;
  return limber_record_update (db, &limber_race_entry_type, entry, error);
}
