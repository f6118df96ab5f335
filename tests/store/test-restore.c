/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>

#include "../wait.h"
#include "fixture.h"
#include "store/db/backup.h"
#include "store/db/check.h"
#include "store/reminder-facts.h"
#include "store/restore.h"
#include "store/restored.h"
#include "store/schema/migrate.h"
#include "store/store.h"

/* A clinic with one client, of which there is a backup, and then a second client. */
typedef struct {
  Fixture base;
  char *backup;
  LimberRestoreDeed deed;
} Clinic;

static gint64
now_cb (gpointer data)
{
  return 1790000000;
}

static void
add_client (LimberDb *db, const char *name)
{
  fixture_begin (db);
  limber_client_free (fixture_add_client (db, name));
  fixture_commit (db);
}

static void
set_up (Clinic *clinic, gconstpointer data)
{
  fixture_set_up (&clinic->base, data);
  add_client (clinic->base.db, "Wren Halloway");
  g_assert_true (limber_backup_run (clinic->base.db, LIMBER_BACKUP_REASON_HAND, NULL, &clinic->backup, NULL));
  add_client (clinic->base.db, "Rafferty Quill");
  clinic->deed = (LimberRestoreDeed) {
    .database = clinic->base.path, .backup = clinic->backup, .actor_name = "Ines Calder", .now = now_cb
  };
}

static void
tear_down (Clinic *clinic, gconstpointer data)
{
  fixture_tear_down (&clinic->base, data);
  g_free (clinic->backup);
}

static gint64
get_int (LimberDb *db, const char *sql)
{
  gint64 value = -1;

  g_assert_true (limber_db_get_int (db, &value, NULL, sql, NULL));
  return value;
}

static char *
restore (Clinic *clinic)
{
  g_autoptr (GError) error = NULL;
  char *kept = NULL;

  g_assert_true (limber_restore_run (&clinic->deed, NULL, &kept, &error));
  g_assert_no_error (error);
  return kept;
}

static void
assert_clients (const char *path, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = limber_db_open (path, LIMBER_DB_READ, &error);
  g_autoptr (LimberStmt) stmt = NULL;

  g_assert_no_error (error);
  g_assert_true (limber_db_check (db, &error));
  stmt = limber_db_query (db, &error, "SELECT group_concat (name, ', ') FROM (SELECT name FROM client ORDER BY name)",
                          NULL);
  g_assert_true (limber_stmt_step (stmt, &error));
  g_assert_cmpstr (limber_stmt_text (stmt, 0), ==, name);
}

static void
assert_no_workshop (Clinic *clinic)
{
  g_autofree char *folder = g_path_get_dirname (clinic->base.path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, "restore-"));
}

static void
test_preview (Clinic *clinic, gconstpointer data)
{
  LimberRestorePreview preview;

  g_assert_true (limber_restore_preview (&clinic->deed, NULL, &preview, NULL));
  g_assert_cmpint (preview.held.clients, ==, 1);
  g_assert_true (preview.is_readable);
  g_assert_cmpint (preview.added.clients, ==, 1);
  g_assert_cmpint (preview.changes, ==, 1);
  assert_clients (clinic->base.path, "Rafferty Quill, Wren Halloway");
}

static void
note_change (LimberStore *store, guint topics, guint *seen)
{
  *seen |= topics;
}

/* A window that stands open sees it as any other change, and can go back. */
static void
test_an_open_clinic (Clinic *clinic, gconstpointer data)
{
  g_autoptr (LimberStore) store = limber_store_new_for_db (g_steal_pointer (&clinic->base.db));
  g_autofree char *kept = NULL;
  g_autofree char *kept_again = NULL;
  guint seen = 0;

  g_signal_connect (store, "changed", G_CALLBACK (note_change), &seen);
  kept = restore (clinic);
  assert_clients (clinic->base.path, "Wren Halloway");
  WAIT_UNTIL (seen == LIMBER_TOPIC_ALL);
  assert_no_workshop (clinic);

  clinic->deed.backup = kept;
  seen = 0;
  kept_again = restore (clinic);
  assert_clients (clinic->base.path, "Rafferty Quill, Wren Halloway");
  WAIT_UNTIL (seen == LIMBER_TOPIC_ALL);
  limber_store_close (store);
}

static void
test_it_is_noted (Clinic *clinic, gconstpointer data)
{
  g_autofree char *kept = restore (clinic);
  g_autoptr (LimberRestored) restored = limber_restored_load_open (clinic->base.db, NULL);
  g_autoptr (LimberStmt) stmt = limber_db_query (clinic->base.db, NULL,
                                                 "SELECT actor_name FROM change_log WHERE entity = 'restored'", NULL);

  g_assert_nonnull (restored);
  g_assert_cmpint (restored->restored_at, ==, 1790000000);
  g_assert_cmpstr (restored->kept, ==, kept);
  g_assert_true (limber_stmt_step (stmt, NULL));
  g_assert_cmpstr (limber_stmt_text (stmt, 0), ==, "Ines Calder");
  g_clear_pointer (&stmt, limber_stmt_free);
  restored->confirmed_at = 1790000060;
  fixture_begin (clinic->base.db);
  g_assert_true (limber_record_update (clinic->base.db, &limber_restored_type, restored, NULL));
  fixture_commit (clinic->base.db);
  g_clear_pointer (&restored, limber_restored_free);
  restored = limber_restored_load_open (clinic->base.db, NULL);
  g_assert_null (restored);
}

static guint
count_reminded (LimberDb *db)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GPtrArray) clients = limber_reminder_clients_load (db, limber_date_from_ymd (2026, 9, 29), zone, NULL);

  g_assert_nonnull (clients);
  return clients->len;
}

/* What was sent after the backup was made is forgotten: nobody is called twice because of it. */
static void
test_nobody_is_reminded_before_somebody_has_looked (Clinic *clinic, gconstpointer data)
{
  LimberDb *db = clinic->base.db;
  g_autoptr (LimberClient) client = NULL;
  g_autoptr (LimberStaff) staff = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *backup = NULL;

  fixture_begin (db);
  client = fixture_add_client (db, "Odalys Fenn");
  staff = fixture_add_staff (db, "Ines Calder");
  limber_session_free (fixture_add_session (db, client, staff, "2026-09-01"));
  fixture_commit (db);
  g_assert_cmpuint (count_reminded (db), ==, 1);
  g_assert_true (limber_backup_run (db, LIMBER_BACKUP_REASON_HAND, NULL, &backup, NULL));
  clinic->deed.backup = backup;
  kept = restore (clinic);
  g_assert_cmpuint (count_reminded (db), ==, 0);
}

/* ---- Clinics that cannot be used ---- */

static void
write_raw (const char *path, const char *sql)
{
  sqlite3 *handle;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);
}

static void
zero_pages (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  memset (bytes + 8192, 0, n_bytes - 8192);
  g_assert_true (g_file_set_contents (path, bytes, n_bytes, NULL));
}

static void
truncate_half (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  g_assert_true (g_file_set_contents (path, bytes, n_bytes / 2, NULL));
}

static void
break_header (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  memcpy (bytes, "not what it was", 16);
  g_assert_true (g_file_set_contents (path, bytes, n_bytes, NULL));
}

static void
become_foreign (const char *path)
{
  g_unlink (path);
  write_raw (path, "CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('soup'); PRAGMA application_id = 77");
}

static void
become_newer (const char *path)
{
  write_raw (path, "PRAGMA user_version = 999");
}

static void
become_nothing (const char *path)
{
  g_unlink (path);
}

static const struct {
  const char *name;
  void (*spoil) (const char *path);
} harms[] = {
  { "zeroed", zero_pages },      { "truncated", truncate_half }, { "header", break_header },
  { "foreign", become_foreign }, { "newer", become_newer },      { "gone", become_nothing },
};

static void
test_spoilt (Clinic *clinic, gconstpointer data)
{
  const guint *harm = data;
  g_autofree char *kept = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autofree char *wal = g_strconcat (clinic->base.path, "-wal", NULL);
  g_autofree char *kept_wal = NULL;
  gsize n_before = 0, n_after = 0;
  LimberRestorePreview preview;

  g_clear_pointer (&clinic->base.db, limber_db_free);
  harms[*harm].spoil (clinic->base.path);
  /* Left over from a program that was killed. */
  g_assert_true (g_file_set_contents (wal, "the last words", -1, NULL));
  g_file_get_contents (clinic->base.path, &before, &n_before, NULL);

  g_assert_true (limber_restore_preview (&clinic->deed, NULL, &preview, NULL));
  g_assert_false (preview.is_readable);
  kept = restore (clinic);
  assert_clients (clinic->base.path, "Wren Halloway");
  assert_no_workshop (clinic);
  /* Never written to, and kept whole. */
  g_file_get_contents (kept, &after, &n_after, NULL);
  g_assert_cmpmem (before, n_before, after, n_after);
  kept_wal = g_strconcat (kept, "-wal", NULL);
  g_assert_true (g_file_test (kept_wal, G_FILE_TEST_EXISTS));
}

/* ---- Backups that cannot be used ---- */

static void
assert_refused (Clinic *clinic, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  g_assert_false (limber_restore_run (&clinic->deed, NULL, &kept, &error));
  g_assert_error (error, domain, code);
  g_assert_null (kept);
  assert_clients (clinic->base.path, "Rafferty Quill, Wren Halloway");
  assert_no_workshop (clinic);
}

static void
test_a_bad_backup (Clinic *clinic, gconstpointer data)
{
  g_autofree char *sum = limber_backup_file_checksum_path (clinic->backup);
  LimberRestorePreview preview;

  become_newer (clinic->backup);
  assert_refused (clinic, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CORRUPT);
  g_assert_cmpint (g_unlink (sum), ==, 0);
  assert_refused (clinic, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_NEWER);
  zero_pages (clinic->backup);
  assert_refused (clinic, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CORRUPT);
  g_assert_false (limber_restore_preview (&clinic->deed, NULL, &preview, NULL));
  become_foreign (clinic->backup);
  assert_refused (clinic, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_FOREIGN);
  clinic->deed.backup = "/nowhere/clinic.db";
  assert_refused (clinic, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_cancelled (Clinic *clinic, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (limber_restore_run (&clinic->deed, cancellable, &kept, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_clients (clinic->base.path, "Rafferty Quill, Wren Halloway");
  assert_no_workshop (clinic);
}

/* What the first release backed up becomes a clinic of this one. */
static void
test_an_old_backup (Clinic *clinic, gconstpointer data)
{
  g_autofree char *script_path = g_test_build_filename (G_TEST_DIST, "store", "frozen", "0001.sql", NULL);
  g_autofree char *script = NULL;
  g_autofree char *old = g_build_filename (clinic->base.folder, "old.db", NULL);
  g_autofree char *kept = NULL;

  g_assert_true (g_file_get_contents (script_path, &script, NULL, NULL));
  write_raw (old, script);
  write_raw (old, "INSERT INTO client (id, version, name, sort_key, worries, opted_out) "
                  "VALUES ('c1', 1, 'Odalys Fenn', 'odalys', 0, 0); "
                  "PRAGMA application_id = 0x4c494d42; PRAGMA user_version = 1");
  clinic->deed.backup = old;
  kept = restore (clinic);
  assert_clients (clinic->base.path, "Odalys Fenn");
  g_assert_cmpint (get_int (clinic->base.db, "PRAGMA user_version"), ==, LIMBER_SCHEMA_VERSION);
}

/* Who lost the file is not led into a new, empty clinic. */
static void
test_a_lost_clinic_is_not_founded_anew (Clinic *clinic, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&clinic->base.db, limber_db_free);
  g_unlink (clinic->base.path);
  g_assert_null (limber_db_open (clinic->base.path, LIMBER_DB_CREATE, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (clinic->base.path, G_FILE_TEST_EXISTS));
}

#define ADD(path, test) g_test_add ("/restore/" path, Clinic, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  static guint numbers[G_N_ELEMENTS (harms)];

  g_test_init (&argc, &argv, NULL);
  ADD ("preview", test_preview);
  ADD ("an-open-clinic", test_an_open_clinic);
  ADD ("it-is-noted", test_it_is_noted);
  ADD ("nobody-is-reminded-before-somebody-has-looked", test_nobody_is_reminded_before_somebody_has_looked);
  for (guint i = 0; i < G_N_ELEMENTS (harms); i++)
    {
      g_autofree char *path = g_strconcat ("/restore/spoilt/", harms[i].name, NULL);

      numbers[i] = i;
      g_test_add (path, Clinic, &numbers[i], set_up, test_spoilt, tear_down);
    }
  ADD ("a-bad-backup", test_a_bad_backup);
  ADD ("cancelled", test_cancelled);
  ADD ("an-old-backup", test_an_old_backup);
  ADD ("a-lost-clinic-is-not-founded-anew", test_a_lost_clinic_is_not_founded_anew);
  return g_test_run ();
}
