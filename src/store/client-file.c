/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/client-file.h"

#include "store/change-fields.h"
#include "store/next-visit.h"

#define CHANGES_SHOWN 200

static const char *
limber_record_text (LimberDb *db, char **text, const char *sql, const char *id)
{
  g_autoptr (LimberStmt) stmt = id != NULL ? limber_db_query (db, NULL, sql, "s", id) : NULL;

  if (stmt != NULL && limber_stmt_step (stmt, NULL))
    *text = g_strdup (limber_stmt_text (stmt, 0));
  return *text;
}

static gboolean
limber_client_file_load_visits (LimberClientFile *file, LimberDb *db, const char *id, GError **error)
{
  file->sessions = limber_record_select (db, &limber_session_type, error,
                                         "WHERE client_id = $1 AND state <> 'voided'"
                                         " ORDER BY date DESC, started_at DESC, id", "s", id);
  if (file->sessions == NULL)
    return FALSE;
  file->voided = limber_record_select (db, &limber_session_type, error,
                                       "WHERE client_id = $1 AND state = 'voided'"
                                       " ORDER BY date DESC, started_at DESC, id", "s", id);
  if (file->voided == NULL)
    return FALSE;
  file->findings = limber_record_select (db, &limber_finding_type, error,
                                         "WHERE client_id = $1 AND session_id IN"
                                         " (SELECT id FROM session WHERE client_id = $1 AND state <> 'voided')"
                                         " ORDER BY severity_before DESC, area, side", "s", id);
  if (file->findings == NULL)
    return FALSE;
  file->roms = limber_record_select (db, &limber_rom_type, error,
                                     "WHERE client_id = $1 AND session_id IN"
                                     " (SELECT id FROM session WHERE client_id = $1 AND state <> 'voided')"
                                     " ORDER BY motion, side", "s", id);
  return file->roms != NULL;
}

static void
limber_client_file_add_name (LimberClientFile *file, LimberDb *db, const char *id)
{
  char *name = NULL;

  if (id == NULL || g_hash_table_contains (file->names, id))
    return;
  if (limber_record_text (db, &name, "SELECT name FROM client WHERE id = $1", id) != NULL)
    g_hash_table_insert (file->names, g_strdup (id), name);
}

/* A session that was moved names two clients, a referral another one. */
static void
limber_client_file_load_mentioned (LimberClientFile *file, LimberDb *db)
{
  for (guint i = 0; i < file->changes->len; i++)
    {
      const LimberChange *change = file->changes->pdata[i];
      gboolean moved = g_str_equal (change->entity, "session") && g_str_equal (change->action, "update");
      g_autoptr (GPtrArray) fields = NULL;
      const LimberChangeField *field;

      if (!moved && !g_str_equal (change->entity, "client"))
        continue;
      fields = limber_change_fields (change);
      field = limber_change_field_find (fields, moved ? "client_id" : "referrer_client_id");
      if (field == NULL)
        continue;
      limber_client_file_add_name (file, db, field->before);
      limber_client_file_add_name (file, db, field->after);
    }
}

static gboolean
limber_client_file_load_rest (LimberClientFile *file, LimberDb *db, const char *id, GError **error)
{
  file->health = limber_record_select (db, &limber_health_item_type, error,
                                       "WHERE client_id = $1 ORDER BY resolved IS NOT NULL, since DESC", "s", id);
  if (file->health == NULL)
    return FALSE;
  file->races = limber_record_select (db, &limber_race_type, error,
                                      "WHERE id IN (SELECT race_id FROM race_entry WHERE client_id = $1)"
                                      " ORDER BY first_on DESC, id", "s", id);
  if (file->races == NULL)
    return FALSE;
  file->entries = limber_record_select (db, &limber_race_entry_type, error,
                                        "WHERE client_id = $1 ORDER BY"
                                        " (SELECT r.first_on FROM race r WHERE r.id = race_id) DESC, race_id",
                                        "s", id);
  if (file->entries == NULL)
    return FALSE;
  file->sore = limber_sore_area_between (db, id, limber_date_from_ymd (1, 1, 1), file->today, error);
  if (file->sore == NULL)
    return FALSE;
  file->care_notes = limber_self_care_notes (db, id, error);
  file->care_templates = file->care_notes != NULL ? limber_self_care_templates (db, error) : NULL;
  if (file->care_templates == NULL)
    return FALSE;
  file->minds = limber_mind_list (db, id, error);
  if (file->minds == NULL)
    return FALSE;
  file->contacts = limber_record_select (db, &limber_contact_type, error,
                                         "WHERE client_id = $1 ORDER BY at DESC", "s", id);
  if (file->contacts == NULL)
    return FALSE;
  file->changes = limber_change_log_of_client (db, id, 0, CHANGES_SHOWN, error);
  if (file->changes == NULL)
    return FALSE;
  limber_client_file_load_mentioned (file, db);
  return TRUE;
}

static gboolean
limber_client_file_load_names (LimberClientFile *file, LimberDb *db, GError **error)
{
  const LimberClient *client = file->client;

  file->staff = limber_record_select (db, &limber_staff_type, error, "ORDER BY name", "");
  if (file->staff == NULL)
    return FALSE;
  file->teams = limber_record_select (db, &limber_team_type, error, "ORDER BY name", "");
  if (file->teams == NULL)
    return FALSE;
  limber_record_text (db, &file->team, "SELECT name FROM team WHERE id = $1", client->team_id);
  if (limber_record_text (db, &file->referrer, "SELECT name FROM client WHERE id = $1",
                          client->referrer_client_id) == NULL &&
      limber_record_text (db, &file->referrer, "SELECT name FROM team WHERE id = $1",
                          client->referrer_team_id) == NULL)
    file->referrer = g_strdup (client->referrer_text);
  return TRUE;
}

static gboolean
limber_client_file_load_plan (LimberClientFile *file, LimberDb *db, gint64 now, GTimeZone *zone, GError **error)
{
  const char *id = file->client->base.id;
  LimberVisitWish wish = limber_visit_wish_of (file->client);
  g_autoptr (LimberFreeTime) free_time = NULL;
  GError *local_error = NULL;

  file->next = limber_record_find (db, &limber_appointment_type, &local_error,
                                   "WHERE client_id = $1 AND start_at >= $2 AND status IN"
                                   " ('booked', 'confirmed', 'arrived', 'in-session') ORDER BY start_at LIMIT 1",
                                   "si", id, limber_date_at_minute (file->today, 0, zone));
  if (local_error != NULL && !g_error_matches (local_error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_GONE))
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  g_clear_error (&local_error);
  file->questions = limber_follow_up_of_client (db, id, file->today, zone, error);
  if (file->questions == NULL)
    return FALSE;
  free_time = limber_free_time_load (db, now, zone, error);
  file->facts = free_time != NULL ? limber_plan_facts_load (db, id, file->today, error) : NULL;
  if (file->facts == NULL)
    return FALSE;
  file->suggested = limber_next_visit_days (free_time, &wish, &file->facts->input);
  return TRUE;
}

/**
 * limber_client_file_load:
 * @now: UTC seconds
 * @zone: of the clinic
 *
 * Fails with %LIMBER_STORE_ERROR_GONE when there is no such client.
 */
LimberClientFile *
limber_client_file_load (LimberDb *db, const char *client_id, gint64 now, GTimeZone *zone, GError **error)
{
  g_autoptr (LimberClientFile) file = g_new0 (LimberClientFile, 1);

  file->today = limber_date_from_instant (now, zone);
  file->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  file->client = limber_record_load (db, &limber_client_type, client_id, error);
  if (file->client == NULL || !limber_client_file_load_names (file, db, error) ||
      !limber_client_file_load_visits (file, db, client_id, error) ||
      !limber_client_file_load_rest (file, db, client_id, error) ||
      !limber_client_file_load_plan (file, db, now, zone, error))
    return NULL;
  return g_steal_pointer (&file);
}

void
limber_client_file_free (LimberClientFile *file)
{
  GPtrArray *arrays[] = { file->staff, file->teams,    file->sessions, file->findings, file->roms,
                          file->health, file->races, file->entries,  file->contacts, file->changes, file->voided,
                          file->questions, file->sore, file->minds,
                          file->care_notes, file->care_templates };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_clear_pointer (&arrays[i], g_ptr_array_unref);
  g_clear_pointer (&file->client, limber_client_free);
  g_clear_pointer (&file->next, limber_appointment_free);
  g_clear_pointer (&file->facts, limber_plan_facts_free);
  g_clear_pointer (&file->suggested, g_array_unref);
  g_clear_pointer (&file->names, g_hash_table_unref);
  g_free (file->team);
  g_free (file->referrer);
  g_free (file);
}

/** limber_client_file_staff_name: Returns: (nullable): the name of who works here by id. */
const char *
limber_client_file_staff_name (const LimberClientFile *file, const char *staff_id)
{
  for (guint i = 0; i < file->staff->len; i++)
    {
      const LimberStaff *staff = file->staff->pdata[i];

      if (g_strcmp0 (staff->base.id, staff_id) == 0)
        return staff->name;
    }
  return NULL;
}

/**
 * limber_client_file_name:
 * @id: of a member of staff, a team or a client
 *
 * Returns: (nullable): the name, as far as the record has to know it
 */
const char *
limber_client_file_name (const LimberClientFile *file, const char *id)
{
  const char *name = limber_client_file_staff_name (file, id);

  for (guint i = 0; name == NULL && i < file->teams->len; i++)
    {
      const LimberTeam *team = file->teams->pdata[i];

      if (g_strcmp0 (team->base.id, id) == 0)
        name = team->name;
    }
  if (name == NULL && g_strcmp0 (file->client->base.id, id) == 0)
    name = file->client->name;
  return name != NULL ? name : g_hash_table_lookup (file->names, id);
}

const LimberSession *
limber_client_file_session (const LimberClientFile *file, const char *session_id)
{
  for (guint i = 0; i < file->sessions->len; i++)
    {
      const LimberSession *session = file->sessions->pdata[i];

      if (g_strcmp0 (session->base.id, session_id) == 0)
        return session;
    }
  return NULL;
}

/** limber_finding_last_severity: the severity after the visit where recorded, else before; -1 for none. */
int
limber_finding_last_severity (const LimberFinding *finding)
{
  return finding->severity_after != LIMBER_SEVERITY_UNKNOWN ? finding->severity_after : finding->severity_before;
}
