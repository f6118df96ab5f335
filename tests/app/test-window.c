/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "app/application.h"
#include "app/desk.h"
#include "app/window.h"
#include "pages/start/import-dialog.h"
#include "pages/start/welcome-page.h"
#include "services/demo/demo-clinic.h"
#include "store/client.h"
#include "store/db/backup.h"
#include "store/draft.h"
#include "store/store.h"

#include "../folder.h"
#include "../paint.h"

typedef struct _Fixture Fixture;
typedef void (*Body) (Fixture *fixture);

struct _Fixture {
  LimberApplication *application;
  LimberWindow *window;
  char *folder;
  Body body;
};

/* The test runs inside the application's own main loop, as a person would. */
static gboolean
on_open (gpointer data)
{
  Fixture *fixture = data;

  fixture->window = LIMBER_WINDOW (gtk_application_get_windows (GTK_APPLICATION (fixture->application))->data);
  fixture->body (fixture);
  g_application_quit (G_APPLICATION (fixture->application));
  return G_SOURCE_REMOVE;
}

static void
on_activate (GApplication *application, Fixture *fixture)
{
  g_idle_add (on_open, fixture);
}

static void
run (Fixture *fixture, LimberOptions *options, Body body)
{
  fixture->application = limber_application_new (options);
  fixture->body = body;
  g_signal_connect_after (fixture->application, "activate", G_CALLBACK (on_activate), fixture);
  g_assert_cmpint (g_application_run (G_APPLICATION (fixture->application), 0, NULL), ==, 0);
  g_clear_object (&fixture->application);
}

/* Names: whatever takes the focus must say what it is. */

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      if (has_text (child))
        return TRUE;
    }
  return FALSE;
}

static gboolean
shows_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      if (shows_text (child, text))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_name (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* Widgets of the toolkit name their own parts. */
static gboolean
is_a_part (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL
         || (GTK_IS_BUTTON (widget)
             && (gtk_widget_get_ancestor (widget, GTK_TYPE_SPIN_BUTTON) || gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW)
                 || gtk_widget_get_ancestor (widget, GTK_TYPE_MENU_BUTTON)));
}

static gboolean
needs_name (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget))
    return !has_text (widget) && !is_a_part (widget);
  return GTK_IS_SWITCH (widget) || GTK_IS_SPIN_BUTTON (widget) || GTK_IS_LIST_VIEW (widget)
         || GTK_IS_SCALE (widget) || GTK_IS_TEXT_VIEW (widget);
}

static void
lint (GtkWidget *widget, const char *where)
{
  if (gtk_widget_get_mapped (widget) && needs_name (widget) && !has_name (widget))
    {
      GtkWidget *page = gtk_widget_get_ancestor (widget, ADW_TYPE_BIN);

      g_test_message ("%s: a %s in %s has no accessible name (%s)", where, G_OBJECT_TYPE_NAME (widget),
                      page ? G_OBJECT_TYPE_NAME (page) : "the window",
                      gtk_widget_get_tooltip_text (widget) ? gtk_widget_get_tooltip_text (widget) : "no tooltip");
      g_test_fail ();
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    lint (child, where);
}

/* Waits until @window says @text somewhere and all of it has its place; then everything in it must have a name. */
static void
lint_when_shown (GtkWidget *window, const char *text, const char *where)
{
  WAIT_FOR (shows_text (window, text), where);
  wait_for_paint (window);
  lint (window, where);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("limber-window-XXXXXX", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* Returns: (transfer none): the dialog over the window. */
static GtkWindow *
find_dialog (Fixture *fixture)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *item = all; item; item = item->next)
    {
      if (gtk_window_get_transient_for (item->data) == GTK_WINDOW (fixture->window)
          && gtk_widget_get_mapped (item->data))
        return item->data;
    }
  return NULL;
}

static gboolean
is_mapped (GtkWidget *widget, GType type)
{
  gboolean found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = is_mapped (child, type);
  return found;
}

static void
welcome (Fixture *fixture)
{
  lint_when_shown (GTK_WIDGET (fixture->window), "Welcome to Limber", "welcome");
  g_assert_nonnull (limber_window_get_store (fixture->window));
  g_assert_null (limber_window_get_running_session (fixture->window));
  /* Keys must not lead past the two names into a clinic of nobody. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "schedule");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.book-empty", NULL);
  g_assert_true (is_mapped (GTK_WIDGET (fixture->window), LIMBER_TYPE_WELCOME_PAGE));
  g_assert_null (find_dialog (fixture));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "clinic.db", NULL);
  LimberOptions options = { .database = path };

  run (fixture, &options, welcome);
}

static void
problem (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "clinic.db", NULL);

  lint_when_shown (GTK_WIDGET (fixture->window), "Your Clinic Could Not Be Opened", "problem");
  g_assert_null (limber_window_get_store (fixture->window));
  g_assert_null (limber_window_show_page (fixture->window, "today"));
  /* The way on: once the file is out of the way, trying again opens a new clinic. */
  g_assert_cmpint (g_remove (path), ==, 0);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "reopen", NULL);
  WAIT_UNTIL (shows_text (GTK_WIDGET (fixture->window), "Welcome to Limber"));
  g_assert_nonnull (limber_window_get_store (fixture->window));
}

static void
test_problem (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "clinic.db", NULL);
  LimberOptions options = { .database = path };

  g_assert_true (g_file_set_contents (path, "This is a letter, and no clinic at all.\n", -1, NULL));
  run (fixture, &options, problem);
}

/* ---- A clinic that cannot be used, and a backup of it: three clicks ---- */

static void
make_clinic (const char *path)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  LimberDemoOptions options;

  limber_demo_options_init (&options, limber_date_from_ymd (2026, 9, 29), zone);
  limber_demo_create (path, &options, NULL, &error);
  g_assert_no_error (error);
}

static void
back_up (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = limber_db_open (path, LIMBER_DB_READ, &error);

  g_assert_no_error (error);
  g_assert_true (limber_backup_run (db, LIMBER_BACKUP_REASON_ROUTINE, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
spoil (const char *path, const char *harm)
{
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  if (g_str_equal (harm, "header"))
    memcpy (bytes, "not what it was", 16);
  else if (g_str_equal (harm, "truncated"))
    n_bytes /= 3;
  else if (g_str_equal (harm, "newer"))
    bytes[63] = 99; /* user_version */
  else if (g_str_equal (harm, "foreign"))
    bytes[68] = 77; /* application_id */
  else
    memset (bytes + 4096, 0, n_bytes - 4096);
  g_assert_true (g_file_set_contents (path, bytes, n_bytes, NULL));
  if (g_str_equal (harm, "gone"))
    g_assert_cmpint (g_unlink (path), ==, 0);
}

/* The mapped button with @text in its label. */
static GtkWidget *
find_button (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) && gtk_widget_get_sensitive (widget)
      && gtk_button_get_label (GTK_BUTTON (widget)) && strstr (gtk_button_get_label (GTK_BUTTON (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, text);
  return found;
}

static void
click (GtkWindow *window, const char *text)
{
  GtkWidget *button;

  WAIT_FOR ((button = find_button (GTK_WIDGET (window), text)) != NULL, text);
  g_signal_emit_by_name (button, "clicked");
}

static void
restore_in_three_clicks (Fixture *fixture)
{
  GtkWindow *dialog;

  lint_when_shown (GTK_WIDGET (fixture->window), "Your Clinic Could Not Be Opened", "spoilt");
  click (GTK_WINDOW (fixture->window), "Restore the Backup");
  WAIT_UNTIL ((dialog = find_dialog (fixture)) != NULL);
  lint_when_shown (GTK_WIDGET (dialog), "It holds 128 clients", "restore");
  g_assert_true (shows_text (GTK_WIDGET (dialog), "It is kept aside"));
  click (dialog, "_Restore");
  WAIT_UNTIL (shows_text (GTK_WIDGET (fixture->window), "The clinic was restored as it was"));
  lint (GTK_WIDGET (fixture->window), "restored");
  click (GTK_WINDOW (fixture->window), "All Is Right");
  WAIT_UNTIL (!shows_text (GTK_WIDGET (fixture->window), "The clinic was restored as it was"));
}

static void
test_spoilt (Fixture *fixture, gconstpointer harm)
{
  g_autofree char *path = g_build_filename (fixture->folder, "clinic.db", NULL);
  LimberOptions options = { .database = path, .page = (char *) "clients" };

  make_clinic (path);
  back_up (path);
  spoil (path, harm);
  run (fixture, &options, restore_in_three_clicks);
}

static void
find_no_backup (Fixture *fixture)
{
  WAIT_UNTIL (shows_text (GTK_WIDGET (fixture->window), "Your Clinic Could Not Be Opened"));
  wait_for_paint (GTK_WIDGET (fixture->window));
  g_assert_null (find_button (GTK_WIDGET (fixture->window), "Restore the Backup"));
  g_assert_nonnull (find_button (GTK_WIDGET (fixture->window), "_Open Another File…"));
}

static void
test_spoilt_without_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "clinic.db", NULL);
  LimberOptions options = { .database = path };

  make_clinic (path);
  spoil (path, "zeroed");
  run (fixture, &options, find_no_backup);
}

static gpointer
meet_damage (LimberDb *db, gpointer data, GError **error)
{
  g_set_error_literal (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CORRUPT, "A page of the file is damaged.");
  return NULL;
}

static void
on_met (GObject *source, GAsyncResult *result, gpointer data)
{
  limber_store_run_finish (LIMBER_STORE (source), result, NULL);
}

/* In the middle of the work: the pages go, nothing more is written, and the same way on is offered. */
static void
meet_damage_at_work (Fixture *fixture)
{
  LimberWindow *before = fixture->window;

  WAIT_UNTIL (limber_window_get_store (fixture->window) != NULL);
  WAIT_UNTIL (shows_text (GTK_WIDGET (fixture->window), "127 clients"));
  limber_store_read_async (limber_window_get_store (fixture->window), meet_damage, NULL, NULL, NULL, NULL, on_met, NULL);
  WAIT_UNTIL (gtk_application_get_windows (GTK_APPLICATION (fixture->application))->data != before);
  fixture->window = LIMBER_WINDOW (gtk_application_get_windows (GTK_APPLICATION (fixture->application))->data);
  g_assert_null (limber_window_get_store (fixture->window));
  WAIT_UNTIL (shows_text (GTK_WIDGET (fixture->window), "A page of the file is damaged."));
  click (GTK_WINDOW (fixture->window), "Restore the Backup");
  WAIT_UNTIL (find_dialog (fixture) != NULL);
}

static void
test_damage_at_work (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "clinic.db", NULL);
  LimberOptions options = { .database = path, .page = (char *) "clients" };

  make_clinic (path);
  back_up (path);
  run (fixture, &options, meet_damage_at_work);
}

static void
try_dialog (Fixture *fixture, const char *action, const char *text)
{
  GtkWindow *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  WAIT_FOR ((dialog = find_dialog (fixture)) != NULL, action);
  lint_when_shown (GTK_WIDGET (dialog), text, action);
  gtk_window_destroy (dialog);
  run_what_is_due ();
}

static void
try_import (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "clients.csv", NULL);
  GtkWidget *dialog = limber_import_dialog_new (GTK_WINDOW (fixture->window),
                                                limber_window_get_store (fixture->window),
                                                limber_window_get_clock (fixture->window));

  g_assert_true (g_file_set_contents (path, "Name,Phone\nAda Quick,555 1\n,555 2\n", -1, NULL));
  gtk_window_present (GTK_WINDOW (dialog));
  limber_import_dialog_read (LIMBER_IMPORT_DIALOG (dialog), path);
  lint_when_shown (dialog, "1 new client", "import");
  g_assert_true (shows_text (dialog, "1 row left out"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  run_what_is_due ();
}

static void
visit_dialogs (Fixture *fixture)
{
  WAIT_UNTIL (limber_window_get_store (fixture->window) != NULL);
  try_dialog (fixture, "win.preferences", "Turnover");
  try_dialog (fixture, "win.choose-desk", "Ines Calder");
  try_dialog (fixture, "win.data-safety", "No Backup Yet");
  try_dialog (fixture, "win.about", "The Limber contributors");
  try_import (fixture);
}

static void
test_dialogs (Fixture *fixture, gconstpointer data)
{
  LimberOptions options = { .demo = TRUE, .now = (char *) "2026-09-29T10:22" };

  run (fixture, &options, visit_dialogs);
}

static void
visit (Fixture *fixture)
{
  /* A page, and what it says when its data has come. */
  static const struct { const char *name, *text; } pages[] = {
    { "today", "Booked again: 20 Oct" }, { "schedule", "Suggested today" },         { "clients", "127 clients" },
    { "rebook", "45 min at 16:15" },     { "races", "Ask how the legs were" },
  };

  WAIT_UNTIL (limber_window_get_store (fixture->window) != NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", pages[i].name));
      g_assert_cmpstr (limber_window_get_page (fixture->window), ==, pages[i].name);
      g_assert_nonnull (limber_window_show_page (fixture->window, pages[i].name));
      lint_when_shown (GTK_WIDGET (fixture->window), pages[i].text, pages[i].name);
    }
  g_assert_null (limber_window_show_page (fixture->window, "nowhere"));
  WAIT_UNTIL (limber_window_get_running_session (fixture->window) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-running-session", NULL);
  lint_when_shown (GTK_WIDGET (fixture->window), "4 recorded", "session");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.leave-session", NULL);
}

static void
test_demo (Fixture *fixture, gconstpointer data)
{
  LimberOptions options = { .demo = TRUE, .now = (char *) "2026-09-29T10:22" };

  run (fixture, &options, visit);
}

static gboolean
has_class_action (GtkWidget *widget, const char *wanted)
{
  GtkWidgetClass *klass = GTK_WIDGET_GET_CLASS (widget);
  const char *name, *property;
  const GVariantType *type;
  GType owner;

  for (guint n = 0; gtk_widget_class_query_action (klass, n, &owner, &name, &type, &property); n++)
    {
      if (g_str_equal (name, wanted))
        return TRUE;
    }
  return FALSE;
}

static void
look_for_actions (Fixture *fixture)
{
  static const char *const wanted[] = {
    "win.show-page",    "win.show-client", "win.new-client",  "win.book",        "win.start-session",
    "win.open-session", "win.import",      "win.preferences", "win.choose-desk",
  };
  static const char *const offered[] = { "book", "show-client", "show-page", "quit" };

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_true (has_class_action (GTK_WIDGET (fixture->window), wanted[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->application), offered[i]));
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "clinic.db", NULL);
  LimberOptions options = { .database = path };

  run (fixture, &options, look_for_actions);
}

static void
choose_filter (Fixture *fixture)
{
  WAIT_UNTIL (limber_window_get_store (fixture->window) != NULL);
  g_object_set (limber_window_show_page (fixture->window, "clients"), "filter", "racing", NULL);
}

static void
find_filter (Fixture *fixture)
{
  g_autofree char *filter = NULL;

  WAIT_UNTIL (limber_window_get_store (fixture->window) != NULL);
  g_object_get (limber_window_show_page (fixture->window, "clients"), "filter", &filter, NULL);
  g_assert_cmpstr (filter, ==, "racing");
}

static void
test_filter_comes_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "clinic.db", NULL);
  LimberOptions options = { .database = path };

  run (fixture, &options, choose_filter);
  run (fixture, &options, find_filter);
}

/* What a killed program had kept of a form. Returns: (transfer full): the client it is about. */
static LimberClient *
keep_draft (LimberStore *store)
{
  g_autoptr (LimberDb) db = limber_db_open (limber_store_path (store), LIMBER_DB_WRITE, NULL);
  LimberClient *client = limber_record_find (db, &limber_client_type, NULL, "ORDER BY name LIMIT 1", NULL);
  LimberDraft draft = { (char *) "details", client->base.id, client->base.id, NULL };
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (fields, (gpointer) "sport", (gpointer) "fell running");
  limber_db_set_actor (db, limber_store_actor_id (store), NULL);
  limber_db_begin (db, NULL);
  g_assert_true (limber_draft_write (db, &draft, fields, NULL));
  g_assert_true (limber_db_commit (db, NULL));
  return client;
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static void
sit_down (Fixture *fixture)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  LimberStore *store;
  g_autoptr (LimberClient) client = NULL;
  g_autofree char *staff_id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *offer = NULL;

  WAIT_UNTIL (shows_text (window, "Up next"));
  store = limber_window_get_store (fixture->window);
  client = keep_draft (store);
  staff_id = g_strdup (limber_store_actor_id (store));
  name = g_strdup (limber_store_actor_name (store));
  offer = g_strdup_printf ("Not saved last time: details of %s", client->name);
  limber_desk_take (fixture->window, staff_id, name);
  WAIT_UNTIL (shows_text (window, offer));
  g_signal_emit_by_name (gtk_widget_get_ancestor (find_label (window, "Show"), GTK_TYPE_BUTTON), "clicked");
  WAIT_UNTIL (shows_text (window, "You typed this earlier and did not save it."));
  g_assert_cmpstr (limber_window_get_page (fixture->window), ==, "clients");
}

static void
test_drafts (Fixture *fixture, gconstpointer data)
{
  LimberOptions options = { .demo = TRUE, .now = (char *) "2026-09-29T10:22" };

  run (fixture, &options, sit_down);
}

int
main (int argc, char **argv)
{
  static const char *const harms[] = { "header", "truncated", "newer", "foreign", "zeroed", "gone" };

  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add ("/window/welcomes-at-the-first-start", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/window/shows-a-problem-and-a-way-on", Fixture, NULL, set_up, test_problem, tear_down);
  g_test_add ("/window/shows-five-pages-of-a-demo", Fixture, NULL, set_up, test_demo, tear_down);
  for (gsize i = 0; i < G_N_ELEMENTS (harms); i++)
    {
      g_autofree char *name = g_strconcat ("/window/restores-in-three-clicks/", harms[i], NULL);

      g_test_add (name, Fixture, harms[i], set_up, test_spoilt, tear_down);
    }
  g_test_add ("/window/spoilt-without-backup", Fixture, NULL, set_up, test_spoilt_without_backup, tear_down);
  g_test_add ("/window/damage-at-work", Fixture, NULL, set_up, test_damage_at_work, tear_down);
  g_test_add ("/window/opens-its-dialogs", Fixture, NULL, set_up, test_dialogs, tear_down);
  g_test_add ("/window/filter-comes-back", Fixture, NULL, set_up, test_filter_comes_back, tear_down);
  g_test_add ("/window/offers-what-was-typed", Fixture, NULL, set_up, test_drafts, tear_down);
  g_test_add ("/window/has-the-actions-of-its-pages", Fixture, NULL, set_up, test_actions, tear_down);
  return g_test_run ();
}
