/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "pages/session-page.h"
#include "services/clock.h"
#include "services/session-runner.h"
#include "store/store.h"
#include "widgets/body-map.h"
#include "widgets/finding-editor.h"

/* The treatment room over a real store: an area and a type are one finding. */

#define START ((gint64) 1790665200)

typedef struct {
  char *dir;
  char *path;
  char *session_id;
  LimberStore *store;
  LimberClock *clock;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
add_session (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = limber_db_open (f->path, LIMBER_DB_CREATE, &error);
  g_autoptr (LimberClient) client = limber_client_new ();
  g_autoptr (LimberStaff) staff = limber_staff_new ();
  g_autoptr (LimberSession) session = NULL;
  LimberSessionStart start = { .date = limber_date_from_ymd (2026, 9, 29), .started_at = START, .now = START };

  g_assert_no_error (error);
  client->name = g_strdup ("Rafferty Quill");
  staff->name = g_strdup ("Ines Calder");
  staff->role = LIMBER_STAFF_ROLE_THERAPIST;
  limber_db_begin (db, &error);
  limber_record_insert (db, &limber_client_type, client, &error);
  limber_record_insert (db, &limber_staff_type, staff, &error);
  start.client_id = client->base.id;
  start.staff_id = staff->base.id;
  session = limber_session_runner_start (db, &start, &error);
  g_assert_no_error (error);
  limber_db_commit (db, &error);
  g_assert_no_error (error);
  f->session_id = g_strdup (session->base.id);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *f = user_data;
  g_autoptr (GError) error = NULL;

  f->store = limber_store_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  f->dir = g_dir_make_tmp ("limber-page-XXXXXX", NULL);
  f->path = g_build_filename (f->dir, "clinic.db", NULL);
  add_session (f);
  limber_store_open_async (f->path, LIMBER_DB_WRITE, NULL, on_opened, f);
  while (f->store == NULL)
    g_main_context_iteration (NULL, TRUE);
  f->clock = limber_clock_new_frozen (START + 600, zone);
  f->page = limber_session_page_new (f->store, f->clock);
  f->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1360, 860);
  adw_window_set_content (ADW_WINDOW (f->window), f->page);
  gtk_window_present (GTK_WINDOW (f->window));
  limber_session_page_open (LIMBER_SESSION_PAGE (f->page), f->session_id);
}

static GtkWidget *
find (GtkWidget *widget, GType type, const char *label)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)
      && (label == NULL || g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), label) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
on_timeout (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
spin (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, on_timeout, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* Reads with a connection of its own: what another program would find. */
static GPtrArray *
read_findings (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = limber_db_open (f->path, LIMBER_DB_READ, &error);
  GPtrArray *findings;

  g_assert_no_error (error);
  findings = limber_treatment_findings (db, f->session_id, &error);
  g_assert_no_error (error);
  return findings;
}

static GPtrArray *
wait_for_findings (Fixture *f, guint n)
{
  for (int i = 0; i < 100; i++)
    {
      GPtrArray *findings = read_findings (f);

      if (findings->len == n)
        return findings;
      g_ptr_array_unref (findings);
      spin (50);
    }
  g_assert_not_reached ();
}

static void
wait_for_label (Fixture *f, const char *text)
{
  for (int i = 0; i < 100 && find (f->page, GTK_TYPE_LABEL, text) == NULL; i++)
    spin (50);
  g_assert_nonnull (find (f->page, GTK_TYPE_LABEL, text));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  spin (50);
  limber_store_close (f->store);
  g_clear_object (&f->store);
  g_clear_object (&f->clock);
  g_free (f->session_id);
  g_free (f->path);
  g_free (f->dir);
}

static void
test_an_area_and_a_type_record (Fixture *f, gconstpointer data)
{
  GtkWidget *map, *editor, *knot;
  g_autoptr (GPtrArray) findings = NULL;
  const LimberFinding *finding;

  wait_for_label (f, "0 recorded");
  map = find (f->page, LIMBER_TYPE_BODY_MAP, NULL);
  g_signal_emit_by_name (map, "area-activated", LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT);
  spin (200);
  editor = find (map, LIMBER_TYPE_FINDING_EDITOR, NULL);
  g_assert_nonnull (editor);
  knot = find (editor, GTK_TYPE_LABEL, "Knot");
  g_assert_nonnull (knot);
  g_signal_emit_by_name (gtk_widget_get_ancestor (knot, GTK_TYPE_BUTTON), "clicked");

  findings = wait_for_findings (f, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpint (finding->area, ==, LIMBER_AREA_QUADRICEPS);
  g_assert_cmpint (finding->side, ==, LIMBER_SIDE_RIGHT);
  g_assert_cmpint (finding->type, ==, LIMBER_FINDING_TYPE_KNOT);
  g_assert_cmpint (finding->severity_before, ==, LIMBER_SEVERITY_DEFAULT);
  g_assert_cmpint (finding->offset_seconds, ==, 600);
  wait_for_label (f, "1 recorded");
  g_signal_emit_by_name (editor, "done");
  spin (400);
}

static void
test_a_typed_line_records (Fixture *f, gconstpointer data)
{
  GtkWidget *entry;
  g_autoptr (GPtrArray) findings = NULL;
  const LimberFinding *finding;

  wait_for_label (f, "0 recorded");
  entry = find (f->page, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "quad knot 7");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "quad knot 7");

  gtk_editable_set_text (GTK_EDITABLE (entry), "r quad knot 7 unaware");
  g_signal_emit_by_name (entry, "activate");
  findings = wait_for_findings (f, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpint (finding->severity_before, ==, 7);
  g_assert_true (finding->unaware);
  g_assert_cmpint (finding->source, ==, LIMBER_FINDING_SOURCE_THERAPIST);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");

  wait_for_label (f, "1 recorded");
  gtk_widget_activate_action (f->page, "session.undo", NULL);
  g_clear_pointer (&findings, g_ptr_array_unref);
  findings = wait_for_findings (f, 0);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/session-page/an-area-and-a-type-record", Fixture, NULL, set_up, test_an_area_and_a_type_record,
              tear_down);
  g_test_add ("/session-page/a-typed-line-records", Fixture, NULL, set_up, test_a_typed_line_records, tear_down);
  return g_test_run ();
}
