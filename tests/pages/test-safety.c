/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"
#include "page-test.h"
#include "pages/safety/safety-dialog.h"
#include "pages/safety/safety-notice.h"
#include "store/db/backup-file.h"

static void
set_up (PageFixture *f, gconstpointer data)
{
  page_set_up (f, limber_safety_notice_new);
}

/* The window over @parent. */
static GtkWidget *
dialog_over (GtkWidget *parent)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *item = all; item != NULL; item = item->next)
    if (gtk_window_get_transient_for (item->data) == GTK_WINDOW (parent) && gtk_widget_get_mapped (item->data))
      return item->data;
  return NULL;
}

static void
press (GtkWidget *root, const char *text)
{
  GtkWidget *button;

  WAIT_FOR ((button = page_test_find (root, GTK_TYPE_BUTTON, text)) != NULL && gtk_widget_get_sensitive (button), text);
  g_signal_emit_by_name (button, "clicked");
}

static void
add_client (PageFixture *f, const char *name)
{
  g_autoptr (LimberDb) db = page_open_db (f, LIMBER_DB_WRITE);
  g_autoptr (LimberClient) client = limber_client_new ();

  limber_record_set_text (&client->name, name);
  g_assert_true (limber_db_begin (db, NULL));
  g_assert_true (limber_record_insert (db, &limber_client_type, client, NULL));
  g_assert_true (limber_db_commit (db, NULL));
}

static gboolean
has_client (PageFixture *f, const char *name)
{
  g_autoptr (LimberClient) client = page_read_client (f, name);

  return client != NULL;
}

/* Backs up, drills, goes back to the backup, and back again to what was there before. */
static void
test_there_and_back (PageFixture *f, gconstpointer data)
{
  GtkWidget *dialog, *restore;

  limber_safety_dialog_present (f->page, f->store, f->clock);
  WAIT_UNTIL ((dialog = dialog_over (f->window)) != NULL);
  page_test_wait_text (dialog, "No Backup Yet");
  press (dialog, "Back Up Now");
  page_test_wait_text (dialog, "By hand");
  page_test_wait_text (dialog, "Last backup: Today, 10:22 – checked, and holds everything.");
  press (dialog, "Restore Drill");
  page_test_wait_text (dialog, "became a clinic with 128 clients");

  add_client (f, "Odalys Fenn");
  page_test_wait_text (dialog, "Next backup: Today, 10:52, or when Limber is closed.");
  press (dialog, "Restore…");
  WAIT_UNTIL ((restore = dialog_over (dialog)) != NULL);
  page_test_wait_text (restore, "It holds 128 clients, 2145 sessions, 2208 appointments");
  page_test_wait_text (restore, "Since then there was 1 change, with 1 client, 0 sessions, 0 appointments new");
  press (restore, "Restore");
  page_test_wait_text (f->page, "The clinic was restored as it was");
  g_assert_false (has_client (f, "Odalys Fenn"));
  page_test_wait_text (dialog, "Before a restore");

  /* The newest stands first: what was there before. */
  press (dialog, "Restore…");
  WAIT_UNTIL ((restore = dialog_over (dialog)) != NULL);
  page_test_wait_text (restore, "It holds 129 clients");
  press (restore, "Restore");
  WAIT_UNTIL (has_client (f, "Odalys Fenn"));
  WAIT_UNTIL (dialog_over (dialog) == NULL);
  gtk_window_destroy (GTK_WINDOW (dialog));
  press (f->page, "All Is Right");
  page_test_wait_no_text (f->page, "The clinic was restored as it was");
}

/* A backup that was changed is not offered to be restored. */
static void
test_a_bad_backup (PageFixture *f, gconstpointer data)
{
  GtkWidget *dialog, *restore;
  g_autoptr (GPtrArray) files = NULL;

  limber_safety_dialog_present (f->page, f->store, f->clock);
  WAIT_UNTIL ((dialog = dialog_over (f->window)) != NULL);
  press (dialog, "Back Up Now");
  page_test_wait_text (dialog, "By hand");
  files = limber_backup_list (f->path, NULL);
  g_assert_true (g_file_set_contents (((LimberBackupFile *) files->pdata[0])->path, "something else", -1, NULL));
  press (dialog, "Restore…");
  WAIT_UNTIL ((restore = dialog_over (dialog)) != NULL);
  page_test_wait_text (restore, "was changed since it was made");
  g_assert_false (gtk_widget_get_sensitive (page_test_find (restore, GTK_TYPE_BUTTON, "Restore")));
  gtk_window_destroy (GTK_WINDOW (restore));
  press (dialog, "Restore Drill");
  page_test_wait_text (dialog, "was changed since it was made");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_a_failure_stays_until_it_is_mended (PageFixture *f, gconstpointer data)
{
  LimberSafetyNotice *notice = LIMBER_SAFETY_NOTICE (f->page);

  g_assert_false (gtk_widget_get_visible (f->page));
  limber_safety_notice_set_failure (notice, "The disk is full.");
  page_test_wait_text (f->page, "The disk is full.");
  g_assert_nonnull (page_test_find (f->page, GTK_TYPE_BUTTON, "Data Safety"));
  limber_safety_notice_set_failure (notice, NULL);
  g_assert_false (gtk_widget_get_visible (f->page));
}

#define ADD(path, test) g_test_add ("/safety/" path, PageFixture, NULL, set_up, test, page_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("there-and-back", test_there_and_back);
  ADD ("a-bad-backup", test_a_bad_backup);
  ADD ("a-failure-stays-until-it-is-mended", test_a_failure_stays_until_it_is_mended);
  return g_test_run ();
}
