/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "store/db/backup-file.h"
#include "store/db/backup.h"
#include "store/schema/migrate.h"

static gint64 test_now;

static gint64
now_cb (gpointer data)
{
  return test_now;
}

static gint64
get_int (LimberDb *db, const char *sql)
{
  gint64 value = -1;

  g_assert_true (limber_db_get_int (db, &value, NULL, sql, NULL));
  return value;
}

static void
add_client (LimberDb *db, const char *name)
{
  fixture_begin (db);
  limber_client_free (fixture_add_client (db, name));
  fixture_commit (db);
}

static guint
permissions (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_mode & 0777;
}

static gboolean
exists_beside (const char *path, const char *ending)
{
  g_autofree char *beside = g_strconcat (path, ending, NULL);

  return g_file_test (beside, G_FILE_TEST_EXISTS);
}

static void
test_holds_what_was_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) copy = NULL;
  g_autofree char *path = NULL;

  add_client (fixture->db, "Maria");
  g_assert_true (limber_backup_run (fixture->db, LIMBER_BACKUP_REASON_HAND, NULL, &path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (permissions (path), ==, 0600);
  g_assert_false (exists_beside (path, "-wal"));
  g_assert_false (exists_beside (path, ".part"));
  add_client (fixture->db, "Later");
  copy = limber_db_open (path, LIMBER_DB_READ, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_int (copy, "SELECT count(*) FROM client"), ==, 1);
}

/* Any computer can tell whether the file is whole, without Limber. */
static void
test_stock_tool_knows_the_checksum (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = limber_backup_folder (fixture->path);
  g_autofree char *sum = NULL;
  g_autofree char *command = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_bytes;
  int status;

  g_assert_true (limber_backup_run (fixture->db, LIMBER_BACKUP_REASON_HAND, NULL, &path, NULL));
  sum = limber_backup_file_checksum_path (path);
  g_assert_cmpuint (permissions (sum), ==, 0600);
  command = g_strdup_printf ("sh -c 'cd \"%s\" && sha256sum --check --status *.sha256'", folder);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  g_assert_true (limber_backup_check_sum (path, NULL, NULL));

  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  bytes[n_bytes / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, bytes, n_bytes, NULL));
  g_assert_false (limber_backup_check_sum (path, NULL, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CORRUPT);
}

static void
test_the_name_tells_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = NULL;
  LimberBackupFile *file;

  test_now = 1790000000;
  limber_db_set_now_func (fixture->db, now_cb, NULL);
  add_client (fixture->db, "Maria");
  g_assert_true (limber_backup_run (fixture->db, LIMBER_BACKUP_REASON_IMPORT, NULL, NULL, NULL));
  files = limber_backup_list (fixture->path, NULL);
  g_assert_cmpuint (files->len, ==, 1);
  file = files->pdata[0];
  g_assert_cmpint (file->mark.at, ==, 1790000000);
  g_assert_cmpint (file->mark.seq, ==, get_int (fixture->db, "SELECT max(seq) FROM change_log"));
  g_assert_cmpint (file->mark.reason, ==, LIMBER_BACKUP_REASON_IMPORT);
  g_assert_cmpint (file->size, >, 4096);
}

/* Names as an earlier release gave them count, other files in the folder do not. */
static void
test_strangers_in_the_folder (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "clinic-20260929-101500-12.db", "clinic-20260929-101500-13.db.part", "letter.txt",
                                       "clinic-two-20260929-101500-12.db", "clinic-20261399-101500-12.db" };
  g_autofree char *folder = limber_backup_folder (fixture->path);
  g_autoptr (GPtrArray) files = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  files = limber_backup_list (fixture->path, NULL);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpint (((LimberBackupFile *) files->pdata[0])->mark.seq, ==, 12);
}

static gboolean
run_if_due (Fixture *fixture)
{
  g_autofree char *path = NULL;

  g_assert_true (limber_backup_run_if_due (fixture->db, NULL, &path, NULL));
  return path != NULL;
}

static void
test_only_when_due (Fixture *fixture, gconstpointer data)
{
  test_now = 1790000000;
  limber_db_set_now_func (fixture->db, now_cb, NULL);
  add_client (fixture->db, "Maria");
  g_assert_true (run_if_due (fixture));
  add_client (fixture->db, "Ben");
  g_assert_false (run_if_due (fixture));
  test_now += 30 * 60;
  g_assert_true (run_if_due (fixture));
  test_now += 30 * 60;
  g_assert_false (run_if_due (fixture));
  test_now += 7 * 86400;
  g_assert_true (run_if_due (fixture));
}

static void
test_old_ones_go_with_their_checksum (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  limber_db_set_now_func (fixture->db, now_cb, NULL);
  for (int i = 0; i < 12; i++)
    {
      test_now = 1790000000 + i * 60;
      add_client (fixture->db, "Maria");
      g_clear_pointer (&last, g_free);
      g_assert_true (limber_backup_run (fixture->db, LIMBER_BACKUP_REASON_ROUTINE, NULL, &last, NULL));
      if (first == NULL)
        first = g_strdup (last);
    }
  files = limber_backup_list (fixture->path, NULL);
  g_assert_cmpuint (files->len, ==, 4);
  g_assert_cmpstr (((LimberBackupFile *) files->pdata[3])->path, ==, last);
  g_assert_false (exists_beside (first, ""));
  g_assert_false (exists_beside (first, ".sha256"));
  g_assert_true (exists_beside (last, ".sha256"));
}

static void
test_cancelled_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = limber_backup_folder (fixture->path);
  g_autoptr (GDir) dir = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (limber_backup_run (fixture->db, LIMBER_BACKUP_REASON_HAND, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_null (g_dir_read_name (dir));
}

/* A page in the middle is zeroed behind the back of the open clinic: what would be a bad backup is none. */
static void
test_a_damaged_clinic_makes_no_backup (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GPtrArray) files = NULL;
  gsize n_bytes;

  for (int i = 0; i < 200; i++)
    add_client (fixture->db, "Maria");
  g_clear_pointer (&fixture->db, limber_db_free);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &n_bytes, NULL));
  memset (bytes + n_bytes / 2 / 4096 * 4096, 0, 4096);
  g_assert_true (g_file_set_contents (fixture->path, bytes, n_bytes, NULL));
  fixture->db = limber_db_open (fixture->path, LIMBER_DB_WRITE, &error);
  g_assert_no_error (error);
  g_assert_false (limber_backup_run (fixture->db, LIMBER_BACKUP_REASON_HAND, NULL, NULL, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CORRUPT);
  files = limber_backup_list (fixture->path, NULL);
  g_assert_cmpuint (files->len, ==, 0);
}

#define ADD(path, test) g_test_add ("/backup/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("holds-what-was-there", test_holds_what_was_there);
  ADD ("stock-tool-knows-the-checksum", test_stock_tool_knows_the_checksum);
  ADD ("the-name-tells-all", test_the_name_tells_all);
  ADD ("strangers-in-the-folder", test_strangers_in_the_folder);
  ADD ("only-when-due", test_only_when_due);
  ADD ("old-ones-go-with-their-checksum", test_old_ones_go_with_their_checksum);
  ADD ("cancelled-leaves-nothing", test_cancelled_leaves_nothing);
  ADD ("a-damaged-clinic-makes-no-backup", test_a_damaged_clinic_makes_no_backup);
  return g_test_run ();
}
