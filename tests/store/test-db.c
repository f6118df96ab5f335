/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

#include "domain/body-area.h"
#include "fixture.h"
#include "store/db/db-private.h"
#include "store/schema/migrate.h"
#include "store/session.h"

static void
run_raw (const char *path, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static guint
permissions (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

static void
assert_refused (const char *path, LimberDbMode mode, LimberStoreError code)
{
  g_autoptr (GError) error = NULL;
  LimberDb *db = limber_db_open (path, mode, &error);

  g_assert_null (db);
  g_assert_error (error, LIMBER_STORE_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

static gint64
get_int (LimberDb *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  limber_db_get_int (db, &value, &error, sql, NULL);
  g_assert_no_error (error);
  return value;
}

static void
test_created_files_are_private (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);

  fixture_begin (fixture->db);
  limber_client_free (fixture_add_client (fixture->db, "Maria"));
  fixture_commit (fixture->db);
  g_assert_cmpuint (permissions (folder), ==, 0700);
  g_assert_cmpuint (permissions (fixture->path), ==, 0600);
  g_assert_cmpuint (permissions (wal), ==, 0600);
}

static void
test_settings_of_a_connection (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberStmt) stmt = limber_db_query (fixture->db, NULL, "PRAGMA journal_mode", NULL);

  g_assert_true (limber_stmt_step (stmt, NULL));
  g_assert_cmpstr (limber_stmt_text (stmt, 0), ==, "wal");
  g_assert_cmpint (get_int (fixture->db, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (get_int (fixture->db, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (get_int (fixture->db, "PRAGMA trusted_schema"), ==, 0);
  g_assert_cmpint (get_int (fixture->db, "PRAGMA busy_timeout"), >=, 1000);
  g_assert_cmpint (get_int (fixture->db, "PRAGMA user_version"), ==, LIMBER_SCHEMA_VERSION);
  g_assert_cmpint (get_int (fixture->db, "PRAGMA application_id"), ==, 0x4c494d42);
  g_assert_false (limber_db_exec (fixture->db, NULL, "SELECT \"no such column\"", NULL));
}

static void
test_missing_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none", "none.db", NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  assert_refused (path, LIMBER_DB_READ, LIMBER_STORE_ERROR_NOT_FOUND);
  assert_refused (path, LIMBER_DB_WRITE, LIMBER_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
test_read_mode_writes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = limber_db_open (fixture->path, LIMBER_DB_READ, &error);

  g_assert_no_error (error);
  g_assert_cmpint (get_int (db, "SELECT count(*) FROM client"), ==, 0);
  g_assert_false (limber_db_exec (db, &error, "INSERT INTO body_area (id) VALUES ('tail')", NULL));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_READ_ONLY);
}

static void
test_foreign_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "foreign.db", NULL);
  g_autofree char *text = g_build_filename (fixture->folder, "letter.txt", NULL);
  g_autofree char *empty = g_build_filename (fixture->folder, "empty.db", NULL);
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before, n_after;

  run_raw (path, "CREATE TABLE recipe (name TEXT)");
  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  for (int mode = LIMBER_DB_READ; mode <= LIMBER_DB_CREATE; mode++)
    assert_refused (path, mode, LIMBER_STORE_ERROR_FOREIGN);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);

  g_assert_true (g_file_set_contents (text, "Dear Limber, this is only a letter, but long enough to be read. "
                                            "It goes on and on for more than a hundred letters.", -1, NULL));
  for (int mode = LIMBER_DB_READ; mode <= LIMBER_DB_CREATE; mode++)
    assert_refused (text, mode, LIMBER_STORE_ERROR_FOREIGN);

  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  assert_refused (empty, LIMBER_DB_READ, LIMBER_STORE_ERROR_FOREIGN);
  assert_refused (empty, LIMBER_DB_WRITE, LIMBER_STORE_ERROR_FOREIGN);
}

static void
test_newer_schema (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->db, limber_db_free);
  run_raw (fixture->path, "PRAGMA user_version = 999");
  for (int mode = LIMBER_DB_READ; mode <= LIMBER_DB_CREATE; mode++)
    assert_refused (fixture->path, mode, LIMBER_STORE_ERROR_NEWER);
}

/* A file as the first release left it, with a session on the table, written by hand. */
static void
make_first_release (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) script = g_resources_lookup_data ("/org/limber/Limber/schema/0001-clinic.sql",
                                                       G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autofree char *header = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = 1",
                                             LIMBER_DB_APPLICATION_ID);

  g_assert_no_error (error);
  run_raw (path, g_bytes_get_data (script, NULL));
  run_raw (path, header);
  run_raw (path, "INSERT INTO staff VALUES ('s', 1, 'Ines', 'therapist', 0, NULL);"
                 "INSERT INTO client (id, version, name, sort_key, worries, opted_out)"
                 " VALUES ('c', 1, 'Maria', 'maria', 0, 0);"
                 "INSERT INTO session (id, version, client_id, staff_id, date, started_at, planned_minutes, state,"
                 " techniques) VALUES ('x', 4, 'c', 's', '2026-09-29', 1790665200, 45, 'running', 2)");
}

static void
test_the_first_release_upgrades (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "first.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = NULL;
  g_autoptr (LimberSession) session = NULL;

  make_first_release (path);
  db = limber_db_open (path, LIMBER_DB_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_int (db, "PRAGMA user_version"), ==, LIMBER_SCHEMA_VERSION);
  session = limber_record_load (db, &limber_session_type, "x", &error);
  g_assert_no_error (error);
  g_assert_cmpint (session->base.version, ==, 4);
  g_assert_cmpint (session->planned_minutes, ==, 45);
  g_assert_null (session->phases);
  g_assert_null (session->boot);
}

static void
test_damaged_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (LimberDb) db = NULL;
  gsize n_bytes;
  gint64 count = 0;

  g_clear_pointer (&fixture->db, limber_db_free);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &n_bytes, NULL));
  memset (bytes + 4096, 0x5a, n_bytes - 4096);
  g_assert_true (g_file_set_contents (fixture->path, bytes, n_bytes, NULL));
  db = limber_db_open (fixture->path, LIMBER_DB_WRITE, &error);
  if (db != NULL)
    limber_db_get_int (db, &count, &error, "SELECT count(*) FROM client", NULL);
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CORRUPT);
}

/* Numbers are bound by name: `$2` before `$1` in the text must not swap them. */
static void
test_parameters_by_number (Fixture *fixture, gconstpointer data)
{
  LimberDate date = limber_date_parse ("2026-10-11");
  g_autoptr (LimberStmt) stmt = limber_db_query (fixture->db, NULL, "SELECT $2, $1, $4, $3, $1", "sifd",
                                                 "one", G_GINT64_CONSTANT (2), 3.5, date);

  g_assert_true (limber_stmt_step (stmt, NULL));
  g_assert_cmpint (limber_stmt_int (stmt, 0), ==, 2);
  g_assert_cmpstr (limber_stmt_text (stmt, 1), ==, "one");
  g_assert_cmpint (limber_stmt_date (stmt, 2), ==, date);
  g_assert_cmpfloat (limber_stmt_double (stmt, 3), ==, 3.5);
  g_assert_cmpstr (limber_stmt_text (stmt, 4), ==, "one");
  g_assert_false (limber_stmt_step (stmt, NULL));
}

static void
test_rollback (Fixture *fixture, gconstpointer data)
{
  fixture_begin (fixture->db);
  limber_client_free (fixture_add_client (fixture->db, "Maria"));
  limber_db_rollback (fixture->db);
  g_assert_false (limber_db_in_transaction (fixture->db));
  g_assert_cmpint (get_int (fixture->db, "SELECT count(*) FROM client"), ==, 0);
  g_assert_cmpint (get_int (fixture->db, "SELECT count(*) FROM change_log"), ==, 0);
}

static void
test_schema_knows_every_area (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (get_int (fixture->db, "SELECT count(*) FROM body_area"), ==, LIMBER_AREA_LAST);
  for (int area = 1; area <= LIMBER_AREA_LAST; area++)
    {
      gint64 found = 0;

      g_assert_true (limber_db_get_int (fixture->db, &found, NULL,
                                        "SELECT count(*) FROM body_area WHERE id = $1", "s",
                                        limber_area_id (area)));
      g_assert_cmpint (found, ==, 1);
    }
}

static void
test_two_openers_of_a_new_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "two.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) one = limber_db_open (path, LIMBER_DB_CREATE, &error);
  g_autoptr (LimberDb) two = NULL;

  g_assert_no_error (error);
  two = limber_db_open (path, LIMBER_DB_CREATE, &error);
  g_assert_no_error (error);
  /* Whoever came late migrates nothing a second time. */
  g_assert_true (limber_schema_migrate (two, 0, &error));
  g_assert_cmpint (get_int (two, "PRAGMA user_version"), ==, LIMBER_SCHEMA_VERSION);
}

/* A deleted file takes every later write with it, and would take them without a word. */
static void
test_a_file_that_went_away_takes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *aside = g_strconcat (fixture->path, ".aside", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (fixture->path, aside), ==, 0);
  g_assert_false (limber_db_begin (fixture->db, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_cmpint (g_rename (aside, fixture->path), ==, 0);
  fixture_begin (fixture->db);
  fixture_commit (fixture->db);
}

#define ADD(path, test) g_test_add ("/db/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("created-files-are-private", test_created_files_are_private);
  ADD ("settings-of-a-connection", test_settings_of_a_connection);
  ADD ("missing-file", test_missing_file);
  ADD ("read-mode-writes-nothing", test_read_mode_writes_nothing);
  ADD ("foreign-files", test_foreign_files);
  ADD ("newer-schema", test_newer_schema);
  ADD ("the-first-release-upgrades", test_the_first_release_upgrades);
  ADD ("damaged-file", test_damaged_file);
  ADD ("a-file-that-went-away-takes-nothing", test_a_file_that_went_away_takes_nothing);
  ADD ("parameters-by-number", test_parameters_by_number);
  ADD ("rollback", test_rollback);
  ADD ("schema-knows-every-area", test_schema_knows_every_area);
  ADD ("two-openers-of-a-new-file", test_two_openers_of_a_new_file);
  return g_test_run ();
}
