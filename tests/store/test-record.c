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
          *(guint *) field = 0xff0 + n;
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
assert_logged (LimberDb *db, const LimberRecordType *type, const char *id, const char *action, const char *client_id)
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
    &limber_setting_type, &limber_staff_type, &limber_team_type, &limber_client_type, &limber_health_item_type,
    &limber_appointment_type, &limber_working_hours_type, &limber_blocked_time_type, &limber_session_type,
    &limber_session_pause_type, &limber_finding_type, &limber_rom_type, &limber_race_type, &limber_nudge_type,
    &limber_contact_type,
  };
  Clinic clinic = add_clinic (fixture->db);

  limber_db_set_actor (fixture->db, "anna", "Anna");
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    round_trip (fixture->db, types[i], &clinic);
  clinic_clear (&clinic);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/record/round-trips", Fixture, NULL, fixture_set_up, test_round_trips, fixture_tear_down);
  return g_test_run ();
}
