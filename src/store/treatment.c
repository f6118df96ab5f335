/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/treatment.h"

#include "store/client.h"
#include "store/rom.h"

/* What the treatment room reads about one session and the visits before it. A voided session never counts. */

void
limber_treatment_neighbour_free (LimberTreatmentNeighbour *neighbour)
{
  if (neighbour == NULL)
    return;
  g_free (neighbour->client_name);
  g_free (neighbour);
}

static gpointer
take_first (GPtrArray *rows)
{
  gpointer first = NULL;

  if (rows != NULL && rows->len > 0)
    first = g_ptr_array_steal_index (rows, 0);
  g_clear_pointer (&rows, g_ptr_array_unref);
  return first;
}

/**
 * limber_treatment_running_of_staff:
 *
 * Returns: (transfer full) (nullable): the session that @staff_id is giving now
 */
LimberSession *
limber_treatment_running_of_staff (LimberDb *db, const char *staff_id, GError **error)
{
  return take_first (limber_record_select (db, &limber_session_type, error,
                                           "WHERE staff_id = $1 AND state = 'running'",
                                           "s", staff_id));
}

/** limber_treatment_session_of_appointment: Returns: (transfer full) (nullable): its session that is not void */
LimberSession *
limber_treatment_session_of_appointment (LimberDb *db, const char *appointment_id, GError **error)
{
  return take_first (limber_record_select (db, &limber_session_type, error,
                                           "WHERE appointment_id = $1 AND state <> 'voided'"
                                           " ORDER BY started_at DESC LIMIT 1",
                                           "s", appointment_id));
}

/** limber_treatment_last_of_client: Returns: (transfer full) (nullable): the latest completed session of @client_id */
LimberSession *
limber_treatment_last_of_client (LimberDb *db, const char *client_id, GError **error)
{
  return limber_record_find (db, &limber_session_type, error,
                             "WHERE client_id = $1 AND state = 'completed' ORDER BY date DESC, started_at DESC LIMIT 1",
                             "s", client_id);
}

/**
 * limber_treatment_last_visit:
 *
 * Returns: (transfer full) (nullable): the completed session of @client_id that came before @before
 */
LimberSession *
limber_treatment_last_visit (LimberDb *db, const char *client_id, const LimberSession *before, GError **error)
{
  return take_first (limber_record_select (db, &limber_session_type, error,
                                           "WHERE client_id = $1 AND state = 'completed' AND id <> $2"
                                           " AND date <= $3 ORDER BY date DESC, started_at DESC LIMIT 1",
                                           "ssd", client_id, before->base.id, before->date));
}

/** limber_treatment_open_sessions: Returns: (element-type LimberSession): all that run or are being wrapped up */
GPtrArray *
limber_treatment_open_sessions (LimberDb *db, GError **error)
{
  return limber_record_select (db, &limber_session_type, error,
                               "WHERE state IN ('running', 'wrap-up') ORDER BY started_at, id", "");
}

GPtrArray *
limber_treatment_pauses (LimberDb *db, const char *session_id, GError **error)
{
  return limber_record_select (db, &limber_session_pause_type, error,
                               "WHERE session_id = $1 ORDER BY started_at, id", "s", session_id);
}

/** limber_treatment_findings: Returns: (element-type LimberFinding): in the order in which they were recorded */
GPtrArray *
limber_treatment_findings (LimberDb *db, const char *session_id, GError **error)
{
  return limber_record_select (db, &limber_finding_type, error,
                               "WHERE session_id = $1 ORDER BY offset_seconds, id", "s", session_id);
}

/**
 * limber_treatment_known_findings:
 *
 * Returns: (element-type LimberFinding): findings of the client's last completed sessions, newest visit first
 */
GPtrArray *
limber_treatment_known_findings (LimberDb *db, const char *client_id, const char *except_session_id, GError **error)
{
  return limber_record_select (db, &limber_finding_type, error,
                               "WHERE client_id = $1 AND session_id <> $2 AND session_id IN"
                               " (SELECT s.id FROM session s WHERE s.client_id = $1 AND s.state = 'completed'"
                               " ORDER BY s.date DESC LIMIT 20)"
                               " ORDER BY (SELECT s.date FROM session s WHERE s.id = session_id) DESC, id",
                               "ss", client_id, except_session_id);
}

/** limber_treatment_finding_at: Returns: (transfer full) (nullable): the one finding of that spot and type */
LimberFinding *
limber_treatment_finding_at (LimberDb *db, const char *session_id, LimberArea area, LimberSide side,
                             LimberFindingType type, GError **error)
{
  return take_first (limber_record_select (db, &limber_finding_type, error,
                                           "WHERE session_id = $1 AND area = $2 AND side = $3 AND type = $4",
                                           "ssss", session_id, limber_area_id (area), limber_side_id (side),
                                           limber_finding_type_id (type)));
}

/** limber_treatment_roms: Returns: (element-type LimberRom): the motions that were measured in a session */
GPtrArray *
limber_treatment_roms (LimberDb *db, const char *session_id, GError **error)
{
  return limber_record_select (db, &limber_rom_type, error,
                               "WHERE session_id = $1 ORDER BY motion, side, active, id", "s", session_id);
}

static guint
most_used (const guint *uses, guint n_uses, guint n)
{
  guint mask = 0;

  for (guint round = 0; round < n; round++)
    {
      guint best = 0;

      for (guint i = 1; i < n_uses; i++)
        if ((mask & LIMBER_TECHNIQUE_BIT (i)) == 0 && uses[i] > uses[best])
          best = i;
      if (best > 0)
        mask |= LIMBER_TECHNIQUE_BIT (best);
    }
  return mask;
}

/** limber_treatment_usual_techniques: Returns: the @n that a therapist used most in the last 30 sessions, as a mask */
guint
limber_treatment_usual_techniques (LimberDb *db, const char *staff_id, guint n, GError **error)
{
  guint uses[LIMBER_TECHNIQUE_LAST + 1] = { 0 };
  g_autoptr (LimberStmt) stmt
    = limber_db_query (db, error, "SELECT techniques FROM session WHERE staff_id = $1 ORDER BY date DESC LIMIT 30",
                       "s", staff_id);

  while (stmt != NULL && limber_stmt_step (stmt, error))
    for (guint i = 1; i < G_N_ELEMENTS (uses); i++)
      if ((limber_stmt_int (stmt, 0) & LIMBER_TECHNIQUE_BIT (i)) != 0)
        uses[i]++;
  return most_used (uses, G_N_ELEMENTS (uses), n);
}

/** limber_treatment_move_rom: Gives the measured motions of a session to another client. */
gboolean
limber_treatment_move_rom (LimberDb *db, const char *session_id, const char *client_id, GError **error)
{
  g_autoptr (GPtrArray) rows = limber_record_select (db, &limber_rom_type, error, "WHERE session_id = $1", "s",
                                                     session_id);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      LimberRom *rom = g_ptr_array_index (rows, i);

      limber_record_set_text (&rom->client_id, client_id);
      if (!limber_record_update (db, &limber_rom_type, rom, error))
        return FALSE;
    }
  return TRUE;
}

/** limber_treatment_health: Returns: (element-type LimberHealthItem): what is open, for the alerts */
GPtrArray *
limber_treatment_health (LimberDb *db, const char *client_id, GError **error)
{
  return limber_record_select (db, &limber_health_item_type, error,
                               "WHERE client_id = $1 AND resolved IS NULL ORDER BY kind, since, id", "s",
                               client_id);
}

/**
 * limber_treatment_next_appointment:
 *
 * Returns: (transfer full) (nullable): who comes to @staff_id next, starting in @from…@until
 */
LimberTreatmentNeighbour *
limber_treatment_next_appointment (LimberDb *db, const char *staff_id, const char *except_id, gint64 from,
                                   gint64 until, GError **error)
{
  g_autoptr (LimberStmt) stmt = NULL;
  LimberTreatmentNeighbour *neighbour;

  stmt = limber_db_query (db, error,
                          "SELECT c.name, a.start_at FROM appointment a JOIN client c ON c.id = a.client_id"
                          " WHERE a.staff_id = $1 AND a.id <> $2 AND a.start_at BETWEEN $3 AND $4"
                          " AND a.status IN ('booked', 'confirmed', 'arrived') ORDER BY a.start_at LIMIT 1",
                          "ssii", staff_id, except_id != NULL ? except_id : "", from, until);
  if (stmt == NULL || !limber_stmt_step (stmt, error))
    return NULL;
  neighbour = g_new0 (LimberTreatmentNeighbour, 1);
  neighbour->client_name = g_strdup (limber_stmt_text (stmt, 0));
  neighbour->start_at = limber_stmt_int (stmt, 1);
  return neighbour;
}

/** limber_treatment_find_clients: Returns: (element-type LimberClient): whose name contains @text, by name */
GPtrArray *
limber_treatment_find_clients (LimberDb *db, const char *text, int limit, GError **error)
{
  return limber_record_select (db, &limber_client_type, error,
                               "WHERE archived_at IS NULL AND lower (name) LIKE '%' || lower ($1) || '%'"
                               " ORDER BY sort_key, id LIMIT $2",
                               "si", text, (gint64) limit);
}

/** limber_treatment_next_visit: Returns: (transfer full) (nullable): when @client_id comes next, and to whom */
LimberTreatmentNeighbour *
limber_treatment_next_visit (LimberDb *db, const char *client_id, gint64 from, GError **error)
{
  g_autoptr (LimberStmt) stmt = NULL;
  LimberTreatmentNeighbour *visit;

  stmt = limber_db_query (db, error,
                          "SELECT s.name, a.start_at FROM appointment a JOIN staff s ON s.id = a.staff_id"
                          " WHERE a.client_id = $1 AND a.start_at > $2"
                          " AND a.status IN ('booked', 'confirmed') ORDER BY a.start_at LIMIT 1",
                          "si", client_id, from);
  if (stmt == NULL || !limber_stmt_step (stmt, error))
    return NULL;
  visit = g_new0 (LimberTreatmentNeighbour, 1);
  visit->client_name = g_strdup (limber_stmt_text (stmt, 0));
  visit->start_at = limber_stmt_int (stmt, 1);
  return visit;
}

/** limber_treatment_count_later: @count: (out): completed sessions of the client after @date */
gboolean
limber_treatment_count_later (LimberDb *db, const char *client_id, LimberDate date, gint64 *count, GError **error)
{
  return limber_db_get_int (db, count, error,
                            "SELECT count(*) FROM session WHERE client_id = $1 AND state = 'completed' AND date > $2",
                            "sd", client_id, date);
}
