/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "pages/clients/map-picture.h"
#include "pages/clients/record-map.h"
#include "pages/clients/record-overview.h"
#include "widgets/body/body-map.h"
#include "widgets/palette.h"
#include "widgets/trend-chart.h"

#include "../folder.h"
#include "../wait.h"

/* The overview of a record, read from a real file: three visits, a quad that creeps up, a calf that was found once. */
typedef struct {
  char *dir;
  char *path;
  LimberClientFile *file;
  char *visits[3];
  GtkWidget *window;
  GtkWidget *overview;
  LimberBodyMap *map;
} Fixture;

static void
add_finding (LimberDb *db, const LimberSession *session, LimberArea area, LimberSide side, int before, int after)
{
  g_autoptr (LimberFinding) finding = limber_finding_new ();
  g_autoptr (GError) error = NULL;

  limber_record_set_text (&finding->session_id, session->base.id);
  limber_record_set_text (&finding->client_id, session->client_id);
  finding->area = area;
  finding->side = side;
  finding->type = LIMBER_FINDING_TYPE_KNOT;
  finding->severity_before = before;
  finding->severity_after = after;
  finding->source = LIMBER_FINDING_SOURCE_THERAPIST;
  finding->status = LIMBER_FINDING_STATUS_OPEN;
  limber_record_insert (db, &limber_finding_type, finding, &error);
  g_assert_no_error (error);
}

static void
add_visits (Fixture *f, LimberDb *db, const LimberClient *client, const LimberStaff *staff)
{
  static const char *const dates[] = { "2026-07-01", "2026-08-01", "2026-09-01" };
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (LimberSession) session = limber_session_new ();

      limber_record_set_text (&session->client_id, client->base.id);
      limber_record_set_text (&session->staff_id, staff->base.id);
      session->date = limber_date_parse (dates[i]);
      session->planned_minutes = 45;
      session->state = LIMBER_SESSION_STATE_COMPLETED;
      limber_record_insert (db, &limber_session_type, session, &error);
      g_assert_no_error (error);
      add_finding (db, session, LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, 3 + 2 * i, 2 + i);
      if (i == 1)
        add_finding (db, session, LIMBER_AREA_SOLEUS, LIMBER_SIDE_LEFT, 6, LIMBER_SEVERITY_UNKNOWN);
      f->visits[i] = g_strdup (session->base.id);
    }
}

static void
read_file (Fixture *f)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = limber_db_open (f->path, LIMBER_DB_CREATE, &error);
  g_autoptr (LimberClient) client = limber_client_new ();
  g_autoptr (LimberStaff) staff = limber_staff_new ();

  g_assert_no_error (error);
  client->name = g_strdup ("Juniper Ashgrove");
  staff->name = g_strdup ("Ines Calder");
  staff->role = LIMBER_STAFF_ROLE_THERAPIST;
  limber_db_begin (db, &error);
  limber_record_insert (db, &limber_client_type, client, &error);
  limber_record_insert (db, &limber_staff_type, staff, &error);
  g_assert_no_error (error);
  add_visits (f, db, client, staff);
  limber_db_commit (db, &error);
  f->file = limber_client_file_load (db, client->base.id,
                                     limber_date_at_minute (limber_date_parse ("2026-09-29"), 622, zone), zone, &error);
  g_assert_no_error (error);
}

static GtkWidget *
find (GtkWidget *widget, GType type, const char *label)
{
  g_autofree char *own = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    {
      if (label != NULL)
        g_object_get (widget, "label", &own, NULL);
      if (label == NULL || g_strcmp0 (own, label) == 0)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *toasts = adw_toast_overlay_new ();

  f->dir = g_dir_make_tmp ("limber-map-XXXXXX", NULL);
  f->path = g_build_filename (f->dir, "clinic.db", NULL);
  read_file (f);
  f->overview = limber_record_overview_new ();
  limber_record_overview_set_file (LIMBER_RECORD_OVERVIEW (f->overview), f->file);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), f->overview);
  f->map = LIMBER_BODY_MAP (find (f->overview, LIMBER_TYPE_BODY_MAP, NULL));
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (f->window), toasts);
  gtk_window_present (GTK_WINDOW (f->window));
  WAIT_UNTIL (gtk_widget_get_mapped (f->overview));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  run_what_is_due ();
  limber_client_file_free (f->file);
  for (int i = 0; i < 3; i++)
    g_free (f->visits[i]);
  remove_folder (f->dir);
  g_free (f->path);
  g_free (f->dir);
}

#define assert_quad(f, expected)                                                                                      \
  gtk_test_accessible_assert_property (                                                                               \
    limber_body_map_find_area ((f)->map, LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT), GTK_ACCESSIBLE_PROPERTY_LABEL,     \
    expected)

static void
test_travelling (Fixture *f, gconstpointer data)
{
  GtkRange *scale = GTK_RANGE (find (f->overview, GTK_TYPE_SCALE, NULL));
  GtkWidget *now = find (f->overview, GTK_TYPE_BUTTON, "Back to now");
  GtkWidget *row;

  assert_quad (f, "right quad, knot 4, worse than at the last visit");
  g_assert_false (gtk_widget_get_visible (now));
  g_assert_cmpfloat (gtk_range_get_value (scale), ==, 3);

  gtk_range_set_value (scale, 1);
  assert_quad (f, "right quad, knot 2");
  gtk_test_accessible_assert_property (GTK_WIDGET (scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "after 1 Jul 2026, visit 1 of 3");
  g_assert_nonnull (find (f->overview, GTK_TYPE_LABEL, "Tension then"));
  g_assert_true (gtk_widget_get_visible (now));
  row = find (f->overview, GTK_TYPE_LABEL, "Wed 1 Jul");
  while (!gtk_widget_has_css_class (row, "visit"))
    row = gtk_widget_get_parent (row);
  g_assert_true (gtk_widget_has_css_class (row, "active"));

  gtk_widget_activate (now);
  WAIT_UNTIL (!gtk_widget_get_visible (now));
  assert_quad (f, "right quad, knot 4, worse than at the last visit");
  g_assert_false (gtk_widget_has_css_class (row, "active"));
}

/* A change elsewhere reads the file anew: who looks at an old visit goes on looking at it. */
static void
test_reading_again_stays (Fixture *f, gconstpointer data)
{
  GtkRange *scale = GTK_RANGE (find (f->overview, GTK_TYPE_SCALE, NULL));

  gtk_range_set_value (scale, 2);
  limber_record_overview_set_file (LIMBER_RECORD_OVERVIEW (f->overview), f->file);
  g_assert_cmpfloat (gtk_range_get_value (scale), ==, 2);
  assert_quad (f, "right quad, knot 3, worse than at the last visit");
}

static void
test_all_time (Fixture *f, gconstpointer data)
{
  GtkWidget *all = find (f->overview, GTK_TYPE_TOGGLE_BUTTON, "All time");
  GtkRange *scale = GTK_RANGE (find (f->overview, GTK_TYPE_SCALE, NULL));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (all), TRUE);
  assert_quad (f, "right quad, found 3 times");
  g_assert_nonnull (find (f->overview, GTK_TYPE_LABEL, "in 3 visits"));
  gtk_range_set_value (scale, 2);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (all)));
  assert_quad (f, "right quad, knot 3, worse than at the last visit");
}

static void
test_an_area_leads_to_its_visits (Fixture *f, gconstpointer data)
{
  GtkWidget *spot = limber_body_map_find_area (f->map, LIMBER_AREA_SOLEUS, LIMBER_SIDE_LEFT);
  GtkWidget *chart = find (f->overview, LIMBER_TYPE_TREND_CHART, NULL);
  GtkWidget *focus;

  g_signal_emit_by_name (spot, "clicked");
  g_assert_nonnull (find (f->overview, GTK_TYPE_LABEL, "1 session"));
  g_assert_true (gtk_widget_get_mapped (chart));
  gtk_test_accessible_assert_property (gtk_widget_get_first_child (chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1 Aug, before 6");
  g_signal_emit_by_name (chart, "point-activated", 0);
  focus = gtk_root_get_focus (GTK_ROOT (f->window));
  g_assert_cmpstr (gtk_widget_get_name (focus), ==, f->visits[1]);
  g_assert_true (gtk_widget_has_css_class (focus, "active"));
  g_signal_emit_by_name (spot, "clicked");
  g_assert_nonnull (find (f->overview, GTK_TYPE_LABEL, "3 sessions"));
}

static void
test_what_creeps_up (Fixture *f, gconstpointer data)
{
  GtkWidget *creep = find (f->overview, GTK_TYPE_BUTTON, "right quad 3 → 7 in 3 visits");
  LimberArea area;
  LimberSide side;

  g_assert_nonnull (creep);
  g_signal_emit_by_name (creep, "clicked");
  limber_body_map_get_selected (f->map, &area, &side);
  g_assert_cmpint (area, ==, LIMBER_AREA_QUADRICEPS);
  g_assert_cmpint (side, ==, LIMBER_SIDE_RIGHT);
  g_assert_nonnull (find (f->overview, GTK_TYPE_LABEL, "3 sessions"));
}

/* A real PDF file with a page, without a printer and without asking. */
static void
test_printing (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberBodyPicture) picture = limber_body_picture_new (f->map, "Juniper Ashgrove", "now");
  g_autoptr (GtkPrintOperation) operation = limber_map_picture_print_operation (picture, "Juniper Ashgrove");
  g_autofree char *path = g_build_filename (f->dir, "map.pdf", NULL);
  g_autofree char *pdf = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (f->window), &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_file_get_contents (path, &pdf, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_assert_cmpuint (length, >, 10000);
  g_unlink (path);
}

static const char *
toast_title (Fixture *f)
{
  GtkWidget *label;

  for (label = NULL; label == NULL; g_main_context_iteration (NULL, label == NULL))
    {
      GtkWidget *toast = find (f->window, g_type_from_name ("AdwToastWidget"), NULL);

      label = toast != NULL ? find (toast, GTK_TYPE_LABEL, NULL) : NULL;
    }
  return gtk_label_get_label (GTK_LABEL (label));
}

static void
test_saving (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberBodyPicture) picture = limber_body_picture_new (f->map, "Juniper Ashgrove", "now");
  g_autofree char *path = g_build_filename (f->dir, "map.png", NULL);
  g_autofree char *png = NULL;
  GStatBuf status;

  limber_map_picture_write (f->overview, picture, path);
  g_assert_cmpstr (toast_title (f), ==, "Saved as “map.png”.");
  g_assert_true (g_file_get_contents (path, &png, NULL, NULL));
  g_assert_cmpint (memcmp (png, "\211PNG", 4), ==, 0);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 077, ==, 0);
  g_unlink (path);
}

/* A folder that is not there: a sentence says so. */
static void
test_saving_fails (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberBodyPicture) picture = limber_body_picture_new (f->map, "Juniper Ashgrove", "now");
  g_autofree char *path = g_build_filename (f->dir, "nowhere", "map.svg", NULL);

  limber_map_picture_write (f->overview, picture, path);
  g_assert_true (g_str_has_prefix (toast_title (f), "The picture was not saved: "));
}

static void
test_copying (Fixture *f, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (f->overview);
  GdkContentFormats *formats;

  gtk_widget_activate_action (GTK_WIDGET (f->map), "map.copy", NULL);
  formats = gdk_clipboard_get_formats (clipboard);
  g_assert_true (gdk_clipboard_is_local (clipboard));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/svg+xml"));
}

#define ADD(name, func) g_test_add ("/record-map/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  limber_palette_load (gdk_display_get_default (), FALSE);
  ADD ("travelling", test_travelling);
  ADD ("reading-again-stays", test_reading_again_stays);
  ADD ("all-time", test_all_time);
  ADD ("an-area-leads-to-its-visits", test_an_area_leads_to_its_visits);
  ADD ("what-creeps-up", test_what_creeps_up);
  ADD ("printing", test_printing);
  ADD ("saving", test_saving);
  ADD ("saving-fails", test_saving_fails);
  ADD ("copying", test_copying);
  return g_test_run ();
}
