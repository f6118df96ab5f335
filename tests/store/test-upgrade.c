/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "fixture.h"
#include "store/appointment.h"
#include "store/schema/migrate.h"
#include "store/waiting.h"
#include "store/working-time.h"

/* A clinic of the first release, from the schema as it was released, opened by this one. */

#define ROWS                                                                                                           \
  "INSERT INTO staff VALUES ('s1', 1, 'Ines Calder', 'therapist', 0, NULL);"                                           \
  "INSERT INTO client (id, version, name, sort_key, worries, opted_out) VALUES ('c1', 3, 'Wren Halloway', 'wren', 0, 0);" \
  "INSERT INTO appointment VALUES ('a1', 2, 'c1', 's1', 1790640000, 45, 15, 'maintenance', 'deep', 'booked', NULL,"    \
  " 'two tables today');"                                                                                              \
  "INSERT INTO working_hours VALUES ('w1', 1, 's1', 1, 480, 1020);"                                                    \
  "INSERT INTO blocked_time VALUES ('b1', 1, NULL, 1790640000, 1790726400, 'holiday', 'fair');"                        \
  "INSERT INTO settings VALUES ('turnover', 1, '20');"

static void
run_raw (sqlite3 *handle, const char *sql)
{
  char *message = NULL;

  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

static char *
make_old_file (Fixture *fixture, const char *frozen)
{
  g_autofree char *script_path = g_test_build_filename (G_TEST_DIST, "store", "frozen", frozen, NULL);
  g_autofree char *script = NULL;
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->folder, "old", "clinic.db", NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  sqlite3 *handle;

  g_assert_true (g_file_get_contents (script_path, &script, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  run_raw (handle, script);
  run_raw (handle, ROWS "PRAGMA application_id = 0x4c494d42; PRAGMA user_version = 1;");
  sqlite3_close (handle);
  return path;
}

/* A released script must never change: the files out there were made by it. */
static void
test_released_scripts_are_frozen (void)
{
  g_autofree char *frozen_path = g_test_build_filename (G_TEST_DIST, "store", "frozen", "0001.sql", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "src", "store", "schema", "0001-clinic.sql", NULL);
  g_autofree char *frozen = NULL;
  g_autofree char *now = NULL;

  g_assert_true (g_file_get_contents (frozen_path, &frozen, NULL, NULL));
  g_assert_true (g_file_get_contents (path, &now, NULL, NULL));
  g_assert_cmpstr (frozen, ==, now);
}

static void
assert_old_rows (LimberDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberAppointment) appointment = limber_record_load (db, &limber_appointment_type, "a1", &error);
  g_autoptr (LimberBlockedTime) blocked = limber_record_load (db, &limber_blocked_time_type, "b1", &error);

  g_assert_no_error (error);
  g_assert_cmpint (appointment->base.version, ==, 2);
  g_assert_cmpint (appointment->minutes, ==, 45);
  g_assert_cmpstr (appointment->override_reason, ==, "two tables today");
  g_assert_cmpstr (blocked->text, ==, "fair");
}

static void
assert_new_tables (LimberDb *db)
{
  g_autoptr (LimberDayHours) day = limber_day_hours_new ();
  g_autoptr (LimberWeeklyBlock) weekly = limber_weekly_block_new ();
  g_autoptr (LimberWaiting) waiting = limber_waiting_new ();

  limber_record_set_text (&day->staff_id, "s1");
  day->date = limber_date_from_ymd (2026, 10, 5);
  limber_record_set_text (&waiting->client_id, "c1");
  limber_record_set_text (&waiting->appointment_id, "a1");
  waiting->minutes = 45;
  waiting->intent = LIMBER_WORK_DEEP;
  waiting->asked_at = 1;
  weekly->weekday = 1;
  weekly->from_minute = 720;
  weekly->to_minute = 780;
  weekly->kind = LIMBER_BLOCKED_KIND_BREAK;
  fixture_begin (db);
  fixture_insert (db, &limber_day_hours_type, day);
  fixture_insert (db, &limber_weekly_block_type, weekly);
  fixture_insert (db, &limber_waiting_type, waiting);
  fixture_commit (db);
}

static void
test_upgrade_from_the_first (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_old_file (fixture, "0001.sql");
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = limber_db_open (path, LIMBER_DB_WRITE, &error);
  gint64 version = 0;

  g_assert_no_error (error);
  g_assert_true (limber_db_get_int (db, &version, &error, "PRAGMA user_version", NULL));
  g_assert_cmpint (version, ==, LIMBER_SCHEMA_VERSION);
  assert_old_rows (db);
  assert_new_tables (db);
}

/* Before anything changes, the old file is kept as it was. */
static void
test_the_old_file_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = make_old_file (fixture, "0001.sql");
  g_autofree char *backups = g_build_filename (fixture->folder, "old", "backups", NULL);
  g_autoptr (LimberDb) db = limber_db_open (path, LIMBER_DB_WRITE, NULL);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);

  g_assert_nonnull (db);
  g_assert_nonnull (dir);
  g_assert_nonnull (g_dir_read_name (dir));
}

#define ADD(path, func) g_test_add ("/upgrade/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/upgrade/released-scripts-are-frozen", test_released_scripts_are_frozen);
  ADD ("from-the-first", test_upgrade_from_the_first);
  ADD ("the-old-file-is-kept", test_the_old_file_is_kept);
  return g_test_run ();
}
