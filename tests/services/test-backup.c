/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../store/fixture.h"
#include "services/backup.h"
#include "store/db/backup-file.h"

typedef struct {
  GMainLoop *loop;
  char *path;
  GError *error;
  guint times;
} Waiter;

static void
done_cb (LimberBackupKeeper *keeper, const char *path, Waiter *waiter)
{
  waiter->path = g_strdup (path);
  g_main_loop_quit (waiter->loop);
}

static void
failed_cb (LimberBackupKeeper *keeper, GError *error, guint times, Waiter *waiter)
{
  g_clear_error (&waiter->error);
  waiter->error = g_error_copy (error);
  waiter->times = times;
  g_main_loop_quit (waiter->loop);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiter *waiter = data;

  waiter->path = limber_backup_finish (result, &waiter->error);
  g_main_loop_quit (waiter->loop);
}

static LimberStore *
make_store (Fixture *fixture, const char *client)
{
  fixture_begin (fixture->db);
  limber_client_free (fixture_add_client (fixture->db, client));
  fixture_commit (fixture->db);
  return limber_store_new_for_db (g_steal_pointer (&fixture->db));
}

static void
test_now (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberStore) store = make_store (fixture, "Maria");
  g_autoptr (LimberClock) clock = limber_clock_new_frozen (1790000000, NULL);
  Waiter waiter = { g_main_loop_new (NULL, FALSE) };

  limber_backup_async (store, clock, NULL, made_cb, &waiter);
  g_main_loop_run (waiter.loop);
  g_assert_no_error (waiter.error);
  g_assert_true (g_file_test (waiter.path, G_FILE_TEST_EXISTS));
  g_free (waiter.path);
  g_main_loop_unref (waiter.loop);
}

static void
test_keeper (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberStore) store = make_store (fixture, "Maria");
  g_autoptr (LimberClock) clock = limber_clock_new_frozen (1790000000, NULL);
  g_autoptr (LimberBackupKeeper) keeper = limber_backup_keeper_new (store, clock);
  Waiter waiter = { g_main_loop_new (NULL, FALSE) };

  g_signal_connect (keeper, "done", G_CALLBACK (done_cb), &waiter);
  limber_backup_keeper_look (keeper);
  g_main_loop_run (waiter.loop);
  g_assert_nonnull (waiter.path);
  g_free (waiter.path);
  g_main_loop_unref (waiter.loop);
}

/* Where the folder should be stands a file. */
static void
test_failure_is_told (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = limber_backup_folder (fixture->path);
  g_autoptr (LimberStore) store = make_store (fixture, "Maria");
  g_autoptr (LimberClock) clock = limber_clock_new_frozen (1790000000, NULL);
  g_autoptr (LimberBackupKeeper) keeper = limber_backup_keeper_new (store, clock);
  Waiter waiter = { g_main_loop_new (NULL, FALSE) };

  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  g_signal_connect (keeper, "failed", G_CALLBACK (failed_cb), &waiter);
  for (guint times = 1; times <= 2; times++)
    {
      limber_backup_keeper_look (keeper);
      g_main_loop_run (waiter.loop);
      g_assert_error (waiter.error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_FAILED);
      g_assert_cmpuint (waiter.times, ==, times);
    }
  g_error_free (waiter.error);
  g_main_loop_unref (waiter.loop);
}

static guint
count_backups (const char *path)
{
  g_autoptr (GPtrArray) files = limber_backup_list (path, NULL);

  return files->len;
}

/* What changed is backed up in the end; what has not is not backed up again. */
static void
test_at_close (Fixture *fixture, gconstpointer data)
{
  for (guint i = 1; i <= 2; i++)
    {
      fixture_begin (fixture->db);
      limber_client_free (fixture_add_client (fixture->db, "Maria"));
      fixture_commit (fixture->db);
      for (guint again = 0; again < 2; again++)
        g_assert_true (limber_backup_at_close (fixture->path, NULL));
      g_assert_cmpuint (count_backups (fixture->path), ==, i);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/backup/now", Fixture, NULL, fixture_set_up, test_now, fixture_tear_down);
  g_test_add ("/backup/keeper", Fixture, NULL, fixture_set_up, test_keeper, fixture_tear_down);
  g_test_add ("/backup/at-close", Fixture, NULL, fixture_set_up, test_at_close, fixture_tear_down);
  g_test_add ("/backup/failure-is-told", Fixture, NULL, fixture_set_up, test_failure_is_told,
              fixture_tear_down);
  return g_test_run ();
}
