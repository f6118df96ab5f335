/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the start may not build. It is held by counts: times on a busy machine say little. */
#include <glib/gstdio.h>

#include "app/application.h"
#include "app/window.h"
#include "models/client-list.h"
#include "pages/clients/clients-page.h"
#include "services/demo/demo-clinic.h"
#include "widgets/client-line.h"

#include "../folder.h"
#include "../wait.h"

#define CLIENTS 300

typedef struct {
  LimberApplication *application;
  LimberWindow *window;
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  LimberDemoOptions options;

  fixture->folder = g_dir_make_tmp ("limber-start-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "clinic.db", NULL);
  limber_demo_options_init (&options, limber_date_from_ymd (2026, 9, 29), zone);
  options.clients = CLIENTS;
  limber_demo_create (fixture->path, &options, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static guint
count_lines (GtkWidget *widget, gboolean only_with_words)
{
  guint n = 0;

  if (LIMBER_IS_CLIENT_LINE (widget))
    return !only_with_words || limber_client_line_get_name (LIMBER_CLIENT_LINE (widget)) != NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += count_lines (child, only_with_words);
  return n;
}

/* A class is registered when the first object of it is made. */
static void
assert_not_built (const char *const *types)
{
  for (; *types; types++)
    {
      g_test_message ("%s", *types);
      g_assert_cmpuint (g_type_from_name (*types), ==, 0);
    }
}

static void
wait_for_lines (Fixture *fixture)
{
  WAIT_UNTIL (count_lines (GTK_WIDGET (fixture->window), TRUE) > 0);
}

static gboolean
look (gpointer data)
{
  static const char *const later[] = {
    "LimberClientRecord", "LimberBodyMap",    "LimberEmptyState", "LimberTodayPage",    "LimberSchedulePage",
    "LimberRebookPage",   "LimberRacesPage",  "LimberSessionPage", "GtkShortcutsWindow", NULL,
  };
  Fixture *fixture = data;
  GtkWidget *page;

  fixture->window = LIMBER_WINDOW (gtk_application_get_windows (GTK_APPLICATION (fixture->application))->data);
  wait_for_lines (fixture);
  assert_not_built (later);
  g_assert_cmpuint (count_lines (GTK_WIDGET (fixture->window), FALSE), ==, LIMBER_CLIENT_LIST_FIRST);
  g_assert_cmpuint (count_lines (GTK_WIDGET (fixture->window), TRUE), ==, LIMBER_CLIENT_LIST_FIRST);

  page = limber_window_show_page (fixture->window, "clients");
  limber_clients_page_show_client (LIMBER_CLIENTS_PAGE (page), "somebody");
  g_assert_cmpuint (g_type_from_name ("LimberClientRecord"), !=, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-help-overlay", NULL);
  g_assert_cmpuint (g_type_from_name ("GtkShortcutsWindow"), !=, 0);
  g_application_quit (G_APPLICATION (fixture->application));
  return G_SOURCE_REMOVE;
}

static void
on_activate (GApplication *application, Fixture *fixture)
{
  g_idle_add (look, fixture);
}

static void
test_start (Fixture *fixture, gconstpointer data)
{
  LimberOptions options = { .database = fixture->path, .now = (char *) "2026-09-29T10:22", .page = (char *) "clients" };

  fixture->application = limber_application_new (&options);
  g_signal_connect_after (fixture->application, "activate", G_CALLBACK (on_activate), fixture);
  g_assert_cmpint (g_application_run (G_APPLICATION (fixture->application), 0, NULL), ==, 0);
  g_clear_object (&fixture->application);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add ("/start/builds-one-page-and-one-screenful", Fixture, NULL, set_up, test_start, tear_down);
  return g_test_run ();
}
