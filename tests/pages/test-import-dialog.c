/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include "pages/start/import-dialog.h"

/* Bad files say what is wrong with them, and nothing is added; a good one is shown before it is written. */

static GtkWidget *
create (LimberStore *store, LimberClock *clock)
{
  return gtk_button_new_with_label ("Home");
}

static void
set_up (PageFixture *f, gconstpointer data)
{
  page_set_up (f, create);
}

static char *
write_file (PageFixture *f, const char *name, const char *text, gssize length)
{
  char *path = g_build_filename (f->dir, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, length, &error));
  return path;
}

static guint
count_clients (PageFixture *f)
{
  g_autoptr (LimberDb) db = page_open_db (f, LIMBER_DB_READ);
  g_autoptr (GPtrArray) clients = limber_record_select (db, &limber_client_type, NULL, "", "");

  return clients->len;
}

static void
test_bad_files (PageFixture *f, gconstpointer data)
{
  static const struct {
    const char *name;
    const char *text;
    gssize length;
  } files[] = {
    { "empty.csv", "", 0 },
    { "header.csv", "Name,Phone\n", -1 },
    { "unknown.csv", "Colour,Shape\nred,round\n", -1 },
    { "quote.csv", "Name,Phone\n\"Nora Newcomer,123\n", -1 },
    { "binary.csv", "\177ELF\0\0\1\2\3\0\0\xff\xfe\0\0", 15 },
  };
  GtkWidget *dialog = limber_import_dialog_new (GTK_WINDOW (f->window), f->store, f->clock);
  guint before = count_clients (f);
  g_autofree char *missing = g_build_filename (f->dir, "missing.csv", NULL);

  gtk_window_present (GTK_WINDOW (dialog));
  for (guint i = 0; i <= G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = i < G_N_ELEMENTS (files) ? write_file (f, files[i].name, files[i].text, files[i].length)
                                                       : g_strdup (missing);
      GtkWidget *page = NULL;

      limber_import_dialog_read (LIMBER_IMPORT_DIALOG (dialog), path);
      WAIT_UNTIL ((page = page_find (dialog, ADW_TYPE_STATUS_PAGE, NULL)) != NULL
                 && g_strcmp0 (adw_status_page_get_title (ADW_STATUS_PAGE (page)), "Nothing Was Added") == 0
                 && gtk_widget_get_child_visible (page));
      g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (page)), !=, "");
      g_assert_cmpuint (count_clients (f), ==, before);
      adw_status_page_set_title (ADW_STATUS_PAGE (page), "");
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_a_good_file (PageFixture *f, gconstpointer data)
{
  GtkWidget *dialog = limber_import_dialog_new (GTK_WINDOW (f->window), f->store, f->clock);
  g_autofree char *path = write_file (f, "good.csv",
                                      "Name,Phone\nNora Newcomer,123\n,456\nIda Late,789\nNora Newcomer,123\n", -1);
  guint before = count_clients (f);

  gtk_window_present (GTK_WINDOW (dialog));
  limber_import_dialog_read (LIMBER_IMPORT_DIALOG (dialog), path);
  WAIT_UNTIL (page_find_label (dialog, "2 new clients") != NULL);
  g_assert_cmpuint (count_clients (f), ==, before);
  page_click (dialog, "Add 2 Clients");
  WAIT_UNTIL (page_find_label (dialog, "2 clients added") != NULL);
  g_assert_cmpuint (count_clients (f), ==, before + 2);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

#define ADD(name, func) g_test_add ("/import-dialog/" name, PageFixture, NULL, set_up, func, page_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("bad-files", test_bad_files);
  ADD ("a-good-file", test_a_good_file);
  return g_test_run ();
}
