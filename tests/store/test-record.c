/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/appointment.h"
#include "store/change-log.h"
#include "store/contact.h"
#include "store/finding.h"
#include "store/health.h"
#include "store/nudge.h"
#include "store/race.h"
#include "store/rom.h"
#include "store/settings.h"
#include "store/team.h"
#include "store/working-time.h"
#include "fixture.h"

typedef struct {
  LimberClient *client;
  LimberStaff *staff;
  LimberSession *session;
} Clinic;

static Clinic
add_clinic (LimberDb *db)
{
  Clinic clinic;

  fixture_begin (db);
  clinic.client = fixture_add_client (db, "Maria Müller");
  clinic.staff = fixture_add_staff (db, "Anna");
  clinic.session = fixture_add_session (db, clinic.client, clinic.staff, "2026-09-21");
  fixture_commit (db);
  return clinic;
}

static void
clinic_clear (Clinic *clinic)
{
  limber_client_free (clinic->client);
  limber_staff_free (clinic->staff);
  limber_session_free (clinic->session);
}

/* Every value of a record differs from its neighbours', so that swapped columns show. */
static void
fill (const LimberRecordType *type, gpointer record, Clinic *clinic)
{
  int n = 0;

  for (const LimberColumn *column = type->columns; column->name != NULL; column++, n++)
    {
      gpointer field = (char *) record + column->offset;

      switch (column->kind)
        {
        case LIMBER_COLUMN_TEXT:
          if (g_str_has_suffix (column->name, "client_id") && !type->is_client)
            *(char **) field = g_strdup (clinic->client->base.id);
          else if (g_str_has_suffix (column->name, "staff_id"))
            *(char **) field = g_strdup (clinic->staff->base.id);
          else if (g_str_equal (column->name, "session_id"))
            *(char **) field = g_strdup (clinic->session->base.id);
          else if (!g_str_has_suffix (column->name, "_id"))
            *(char **) field = g_strdup_printf ("\"text\" \\ %d\nÄ", n);
          break;
        case LIMBER_COLUMN_INT:
          *(int *) field = g_str_has_prefix (column->name, "cadence") ? 13 + n
                           : g_str_has_prefix (column->name, "pin")   ? 5
                           : g_str_has_suffix (column->name, "minutes") ? 30 + n
                                                                      : 1 + n % 5;
          break;
        case LIMBER_COLUMN_UINT:
          *(guint *) field = 0x70 + (guint) n % 16; /* a set of days is not larger */
          break;
        case LIMBER_COLUMN_INSTANT:
          *(gint64 *) field = 1790000000 + n;
          break;
        case LIMBER_COLUMN_BOOL:
          *(gboolean *) field = TRUE;
          break;
        case LIMBER_COLUMN_DOUBLE:
          *(double *) field = 42.195 + n;
          break;
        case LIMBER_COLUMN_DATE:
          *(LimberDate *) field = 739000 + n;
          break;
        case LIMBER_COLUMN_ENUM:
          *(int *) field = 1;
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

/* What an entry of the log says must be enough to know the row before and after. */
static void
assert_logged (LimberDb *db,
               const LimberRecordType *type,
               const char *id,
               const char *action,
               const char *client_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = limber_change_log_of_entity (db, type->table, id, 1, &error);
  LimberChange *change;

  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 1);
  change = changes->pdata[0];
  g_assert_cmpstr (change->action, ==, action);
  g_assert_cmpstr (change->actor_name, ==, "Anna");
  g_assert_cmpuint (strlen (change->digest), ==, 64);
  g_assert_cmpstr (change->client_id, ==, client_id);
  g_assert_nonnull (change->payload);
}

static void
round_trip (LimberDb *db, const LimberRecordType *type, Clinic *clinic)
{
  g_autoptr (GError) error = NULL;
  LimberRecord *record = limber_record_new (type);
  gboolean of_client = type->client_offset != 0 || type->client_sql != NULL;
  LimberRecord *loaded;

  g_test_message ("%s", type->table);
  fill (type, record, clinic);
  fixture_begin (db);
  fixture_insert (db, type, record);
  loaded = limber_record_load (db, type, record->id, &error);
  g_assert_no_error (error);
  g_assert_true (limber_record_equal (type, record, loaded));
  g_assert_cmpint (loaded->version, ==, 1);
  assert_logged (db, type, record->id, "insert",
                 of_client ? clinic->client->base.id : type->is_client ? record->id : NULL);
  limber_record_delete (db, type, loaded, &error);
  g_assert_no_error (error);
  assert_logged (db, type, record->id, "delete",
                 of_client ? clinic->client->base.id : type->is_client ? record->id : NULL);
  fixture_commit (db);
  limber_record_free (type, loaded);
  limber_record_free (type, record);
}

static void
test_round_trips (Fixture *fixture, gconstpointer data)
{
  const LimberRecordType *const types[] = {
    &limber_setting_type,       &limber_staff_type,        &limber_team_type,
    &limber_client_type,        &limber_health_item_type,  &limber_appointment_type,
    &limber_working_hours_type, &limber_blocked_time_type, &limber_session_type,
    &limber_session_pause_type, &limber_finding_type,      &limber_rom_type,
    &limber_race_type,          &limber_nudge_type,        &limber_contact_type,
  };
  Clinic clinic = add_clinic (fixture->db);

  limber_db_set_actor (fixture->db, "anna", "Anna");
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    round_trip (fixture->db, types[i], &clinic);
  clinic_clear (&clinic);
}

static void
test_race_entry (Fixture *fixture, gconstpointer data)
{
  Clinic clinic = add_clinic (fixture->db);
  g_autoptr (LimberRace) race = limber_race_new ();
  g_autoptr (LimberRaceEntry) entry = limber_race_entry_new (), again = limber_race_entry_new (),
                              loaded = NULL;
  g_autoptr (GError) error = NULL;

  fixture_begin (fixture->db);
  limber_record_set_text (&race->name, "City Marathon");
  race->first_on = race->last_on = limber_date_parse ("2026-10-11");
  fixture_insert (fixture->db, &limber_race_type, race);
  limber_record_set_text (&entry->race_id, race->base.id);
  limber_record_set_text (&entry->client_id, clinic.client->base.id);
  entry->goal = TRUE;
  fixture_insert (fixture->db, &limber_race_entry_type, entry);
  loaded = limber_record_find (fixture->db, &limber_race_entry_type, &error, "WHERE race_id = $1", "s",
                               race->base.id);
  g_assert_no_error (error);
  g_assert_true (limber_record_equal (&limber_race_entry_type, entry, loaded));
  g_assert_cmpint (loaded->legs, ==, -1);
  /* One entry for each client and race. */
  limber_record_set_text (&again->race_id, race->base.id);
  limber_record_set_text (&again->client_id, clinic.client->base.id);
  g_assert_false (limber_record_insert (fixture->db, &limber_race_entry_type, again, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_EXISTS);
  fixture_commit (fixture->db);
  clinic_clear (&clinic);
}

static void
test_writes_need_a_transaction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberTeam) team = limber_team_new ();

  limber_record_set_text (&team->name, "Harriers");
  g_assert_false (limber_record_insert (fixture->db, &limber_team_type, team, NULL));
  fixture_begin (fixture->db);
  fixture_insert (fixture->db, &limber_team_type, team);
  fixture_commit (fixture->db);
  g_assert_false (limber_record_update (fixture->db, &limber_team_type, team, NULL));
  g_assert_false (limber_record_delete (fixture->db, &limber_team_type, team, NULL));
}

static void
test_conflict_and_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberTeam) mine = limber_team_new (), theirs = NULL;
  g_autoptr (GError) error = NULL;

  fixture_begin (fixture->db);
  limber_record_set_text (&mine->name, "Harriers");
  fixture_insert (fixture->db, &limber_team_type, mine);
  theirs = limber_team_copy (mine);
  limber_record_set_text (&theirs->name, "Riverside Harriers");
  g_assert_true (limber_record_update (fixture->db, &limber_team_type, theirs, &error));
  g_assert_cmpint (theirs->base.version, ==, 2);

  limber_record_set_text (&mine->note, "on Tuesdays");
  g_assert_false (limber_record_update (fixture->db, &limber_team_type, mine, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (limber_record_delete (fixture->db, &limber_team_type, mine, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CONFLICT);
  g_clear_error (&error);

  g_assert_true (limber_record_delete (fixture->db, &limber_team_type, theirs, &error));
  g_assert_false (limber_record_update (fixture->db, &limber_team_type, theirs, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_GONE);
  fixture_commit (fixture->db);
}

static void
test_retry_is_harmless (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberTeam) team = limber_team_new (), retry = NULL, other = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  fixture_begin (fixture->db);
  limber_record_set_text (&team->name, "Harriers");
  fixture_insert (fixture->db, &limber_team_type, team);
  retry = limber_team_copy (team);
  retry->base.version = 0;
  fixture_insert (fixture->db, &limber_team_type, retry);
  g_assert_cmpint (retry->base.version, ==, 1);
  changes = limber_change_log_of_entity (fixture->db, "team", team->base.id, 9, NULL);
  g_assert_cmpuint (changes->len, ==, 1);

  other = limber_team_copy (team);
  limber_record_set_text (&other->name, "Somebody else");
  g_assert_false (limber_record_insert (fixture->db, &limber_team_type, other, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_EXISTS);
  fixture_commit (fixture->db);
}

static void
test_what_does_not_change_is_not_written (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberTeam) team = limber_team_new ();
  g_autoptr (GPtrArray) changes = NULL;

  fixture_begin (fixture->db);
  limber_record_set_text (&team->name, "Harriers");
  fixture_insert (fixture->db, &limber_team_type, team);
  g_assert_true (limber_record_update (fixture->db, &limber_team_type, team, NULL));
  fixture_commit (fixture->db);
  g_assert_cmpint (team->base.version, ==, 1);
  changes = limber_change_log_of_entity (fixture->db, "team", team->base.id, 9, NULL);
  g_assert_cmpuint (changes->len, ==, 1);
}

static void
test_refused_rows (Fixture *fixture, gconstpointer data)
{
  Clinic clinic = add_clinic (fixture->db);
  g_autoptr (LimberHealthItem) item = limber_health_item_new ();
  g_autoptr (LimberTeam) nameless = limber_team_new ();
  g_autoptr (LimberSession) first = NULL, second = NULL;
  g_autoptr (GError) error = NULL;

  fixture_begin (fixture->db);
  limber_record_set_text (&item->client_id, "nobody");
  item->kind = LIMBER_HEALTH_KIND_ALLERGY;
  g_assert_false (limber_record_insert (fixture->db, &limber_health_item_type, item, &error)
                  && limber_db_commit (fixture->db, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_GONE);
  g_clear_error (&error);
  limber_db_rollback (fixture->db);

  fixture_begin (fixture->db);
  g_assert_false (limber_record_insert (fixture->db, &limber_team_type, nameless, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_FAILED);
  g_clear_error (&error);

  limber_record_set_text (&clinic.client->referrer_client_id, clinic.client->base.id);
  g_assert_false (limber_record_update (fixture->db, &limber_client_type, clinic.client, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_FAILED);
  g_clear_error (&error);

  /* One running session for each therapist. */
  first = limber_session_copy (clinic.session);
  g_clear_pointer (&first->base.id, g_free);
  first->state = LIMBER_SESSION_STATE_RUNNING;
  second = limber_session_copy (first);
  fixture_insert (fixture->db, &limber_session_type, first);
  g_assert_false (limber_record_insert (fixture->db, &limber_session_type, second, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_EXISTS);
  limber_db_rollback (fixture->db);
  clinic_clear (&clinic);
}

static char *
digest_of (LimberDb *db, gint64 seq)
{
  g_autoptr (LimberStmt) stmt = NULL;
  g_autofree char *text = NULL;

  stmt = limber_db_query (db, NULL, "SELECT salt, payload FROM change_payload WHERE seq = $1", "i", seq);
  g_assert_true (limber_stmt_step (stmt, NULL));
  g_assert_cmpuint (strlen (limber_stmt_text (stmt, 0)), ==, 32);
  text = g_strconcat (limber_stmt_text (stmt, 0), limber_stmt_text (stmt, 1), NULL);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static void
test_log_tells_old_and_new (Fixture *fixture, gconstpointer data)
{
  LimberDb *db = fixture->db;
  Clinic clinic = add_clinic (db);
  g_autoptr (GPtrArray) changes = NULL, history = NULL;
  g_autofree char *digest = NULL;
  LimberChange *change;

  limber_db_set_actor (db, "anna", "Anna");
  fixture_begin (db);
  limber_record_set_text (&clinic.client->phone, "0171 \"5\"");
  clinic.client->worries = TRUE;
  g_assert_true (limber_record_update (db, &limber_client_type, clinic.client, NULL));
  fixture_commit (db);

  changes = limber_change_log_of_entity (db, "client", clinic.client->base.id, 9, NULL);
  g_assert_cmpuint (changes->len, ==, 2);
  change = changes->pdata[0];
  g_assert_cmpstr (change->payload, ==, "{\"phone\":[null,\"0171 \\\"5\\\"\"],\"worries\":[0,1]}");
  g_assert_cmpstr (change->action, ==, "update");
  g_assert_cmpstr (change->actor_id, ==, "anna");
  g_assert_cmpint (ABS (change->at - g_get_real_time () / G_USEC_PER_SEC), <=, 60);
  digest = digest_of (db, change->seq);
  g_assert_cmpstr (change->digest, ==, digest);

  /* The session is part of the client's history too. */
  history = limber_change_log_of_client (db, clinic.client->base.id, 0, 9, NULL);
  g_assert_cmpuint (history->len, ==, 3);
  clinic_clear (&clinic);
}

/* What the log promises: nothing is altered, and the words about a person can still go. */
static void
test_log_only_grows (Fixture *fixture, gconstpointer data)
{
  LimberDb *db = fixture->db;
  Clinic clinic = add_clinic (db);
  g_autoptr (GPtrArray) history = NULL;
  gint64 wrong = -1;

  g_assert_false (limber_db_exec (db, NULL, "DELETE FROM change_log", NULL));
  g_assert_false (limber_db_exec (db, NULL, "UPDATE change_log SET actor_name = 'nobody'", NULL));
  g_assert_false (limber_db_exec (db, NULL, "UPDATE change_payload SET payload = '{}'", NULL));
  g_assert_true (limber_change_log_verify (db, NULL, &wrong, NULL));
  g_assert_cmpint (wrong, ==, 0);

  g_assert_true (limber_db_exec (db, NULL, "DELETE FROM change_payload WHERE seq IN "
                                           "(SELECT seq FROM change_log WHERE client_id = $1)",
                                 "s", clinic.client->base.id));
  g_assert_true (limber_change_log_verify (db, NULL, &wrong, NULL));
  g_assert_cmpint (wrong, ==, 0);
  history = limber_change_log_of_client (db, clinic.client->base.id, 0, 9, NULL);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_null (((LimberChange *) history->pdata[0])->payload);
  clinic_clear (&clinic);
}

/* Somebody with another tool changes the words: the digest gives it away. */
static void
test_log_shows_tampering (Fixture *fixture, gconstpointer data)
{
  LimberDb *db = fixture->db;
  Clinic clinic = add_clinic (db);
  gint64 wrong = -1;

  g_assert_true (limber_db_exec (db, NULL, "DROP TRIGGER change_payload_keeps_words", NULL));
  g_assert_true (limber_db_exec (db, NULL, "UPDATE change_payload SET payload = '{}' WHERE seq = 2", NULL));
  g_assert_true (limber_change_log_verify (db, NULL, &wrong, NULL));
  g_assert_cmpint (wrong, ==, 2);
  clinic_clear (&clinic);
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL, *fallback = NULL;
  gboolean flag = FALSE;
  int number = 0;

  fixture_begin (fixture->db);
  g_assert_true (limber_settings_set_text (fixture->db, "name", "Clinic", NULL));
  g_assert_true (limber_settings_set_text (fixture->db, "name", "The Clinic", NULL));
  g_assert_true (limber_settings_set_int (fixture->db, "turnover", 10, NULL));
  g_assert_true (limber_settings_set_bool (fixture->db, "private", TRUE, NULL));
  fixture_commit (fixture->db);
  text = limber_settings_get_text (fixture->db, "name", NULL, NULL);
  g_assert_cmpstr (text, ==, "The Clinic");
  fallback = limber_settings_get_text (fixture->db, "none", "default", NULL);
  g_assert_cmpstr (fallback, ==, "default");
  g_assert_true (limber_settings_get_int (fixture->db, "turnover", 15, &number, NULL));
  g_assert_cmpint (number, ==, 10);
  g_assert_true (limber_settings_get_int (fixture->db, "none", 15, &number, NULL));
  g_assert_cmpint (number, ==, 15);
  g_assert_true (limber_settings_get_bool (fixture->db, "private", FALSE, &flag, NULL));
  g_assert_true (flag);
}

#define ADD(path, test) g_test_add ("/record/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trips", test_round_trips);
  ADD ("race-entry", test_race_entry);
  ADD ("writes-need-a-transaction", test_writes_need_a_transaction);
  ADD ("conflict-and-gone", test_conflict_and_gone);
  ADD ("retry-is-harmless", test_retry_is_harmless);
  ADD ("what-does-not-change-is-not-written", test_what_does_not_change_is_not_written);
  ADD ("refused-rows", test_refused_rows);
  ADD ("log-tells-old-and-new", test_log_tells_old_and_new);
  ADD ("log-only-grows", test_log_only_grows);
  ADD ("log-shows-tampering", test_log_shows_tampering);
  ADD ("settings", test_settings);
  return g_test_run ();
}
