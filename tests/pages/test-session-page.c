/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "pages/session/session-page.h"
#include "pages/session/session-table.h"
#include "pages/session/visit-print.h"
#include "pages/session/wrap-up-page.h"
#include "services/clock.h"
#include "services/session/visit-summary.h"
#include "store/working-time.h"
#include "widgets/adaptive-bin.h"
#include "widgets/body/body-map.h"
#include "widgets/draw-text.h"
#include "widgets/finding-editor.h"
#include "widgets/notice-bar.h"
#include "widgets/timer-dial.h"

#include "../folder.h"
#include "../session-fixture.h"
#include "page-test.h"

/* The treatment room over a real store: an area and a type are one finding. */


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
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberSession) session = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  f->dir = g_dir_make_tmp ("limber-page-XXXXXX", NULL);
  f->path = g_build_filename (f->dir, "clinic.db", NULL);
  session = session_fixture_found (f->path, 0);
  f->session_id = g_strdup (session->base.id);
  f->store = session_fixture_open (f->path);
  f->clock = limber_clock_new_frozen (SESSION_START + 600, zone);
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

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
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
  GPtrArray *findings = read_findings (f);

  WAIT_UNTIL (findings->len == n || (g_ptr_array_unref (findings), findings = read_findings (f))->len == n);
  return findings;
}

static void
wait_for_label (Fixture *f, const char *text)
{
  WAIT_FOR (find (f->page, GTK_TYPE_LABEL, text) != NULL, text);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  run_what_is_due ();
  limber_store_close (f->store);
  g_clear_object (&f->store);
  g_clear_object (&f->clock);
  remove_folder (f->dir);
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
  editor = find (map, LIMBER_TYPE_FINDING_EDITOR, NULL);
  g_assert_nonnull (editor);
  WAIT_UNTIL (gtk_widget_get_mapped (editor));
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
  WAIT_UNTIL (!gtk_widget_get_mapped (editor));
}

/* Text of 200 % in the smallest window: nothing stands beyond the edge. */
static void
test_large_text_fits (Fixture *f, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  LimberAdaptiveBin *bin;
  int dpi, least = G_MAXINT;

  wait_for_label (f, "0 recorded");
  bin = LIMBER_ADAPTIVE_BIN (find (f->page, LIMBER_TYPE_ADAPTIVE_BIN, NULL));
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 900, 600);
  WAIT_UNTIL (limber_adaptive_bin_get_width_class (bin) == LIMBER_WIDTH_SMALL);
  gtk_widget_measure (limber_adaptive_bin_get_child (bin), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 900);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* … and the popover shows all of its width, at any place of the body. */
static void
test_large_text_fits_in_the_popover (Fixture *f, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *map, *editor, *scroller;
  int dpi;

  wait_for_label (f, "0 recorded");
  map = find (f->page, LIMBER_TYPE_BODY_MAP, NULL);
  editor = find (map, LIMBER_TYPE_FINDING_EDITOR, NULL);
  scroller = gtk_widget_get_ancestor (editor, GTK_TYPE_SCROLLED_WINDOW);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  g_signal_emit_by_name (map, "area-activated", LIMBER_AREA_GASTROCNEMIUS, LIMBER_SIDE_LEFT);
  WAIT_UNTIL (gtk_widget_get_mapped (editor) && gtk_widget_get_width (scroller) > 0);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1000, 700);
  WAIT_UNTIL (gtk_widget_get_height (f->page) <= 700);
  g_signal_emit_by_name (map, "area-activated", LIMBER_AREA_GASTROCNEMIUS, LIMBER_SIDE_LEFT);
  WAIT_UNTIL (gtk_widget_get_mapped (editor) && gtk_widget_get_width (scroller) > 0);
  WAIT_UNTIL (gtk_widget_get_width (editor) <= gtk_widget_get_width (scroller));
  g_assert_cmpint (gtk_widget_get_height (scroller), <=, 700);
  g_signal_emit_by_name (editor, "done");
  WAIT_UNTIL (!gtk_widget_get_mapped (editor));
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static void
record_knot (Fixture *f, LimberArea area, LimberSide side)
{
  GtkWidget *map = find (f->page, LIMBER_TYPE_BODY_MAP, NULL);
  GtkWidget *editor = find (map, LIMBER_TYPE_FINDING_EDITOR, NULL);

  g_signal_emit_by_name (map, "area-activated", limber_area_shape (area), side);
  if (limber_area_shape (area) != area)
    g_signal_emit_by_name (find_button (editor, "Deep side hip"), "clicked");
  g_signal_emit_by_name (gtk_widget_get_ancestor (find (editor, GTK_TYPE_LABEL, "Knot"), GTK_TYPE_BUTTON), "clicked");
}

/* Two touches, wherever it is: none is lost, none lands elsewhere. */
static void
test_every_area_is_recorded (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  gboolean seen[LIMBER_AREA_LAST + 1][LIMBER_SIDE_MIDLINE + 1] = { { FALSE } };
  GtkWidget *editor = find (f->page, LIMBER_TYPE_FINDING_EDITOR, NULL);
  guint n = 0;

  wait_for_label (f, "0 recorded");
  for (LimberArea area = LIMBER_AREA_NONE + 1; area <= LIMBER_AREA_LAST; area++)
    for (LimberSide side = LIMBER_SIDE_LEFT; side <= LIMBER_SIDE_MIDLINE; side++)
      {
        if (side == LIMBER_SIDE_BOTH || (side == LIMBER_SIDE_MIDLINE) != limber_area_is_midline (area))
          continue;
        record_knot (f, area, side);
        g_clear_pointer (&findings, g_ptr_array_unref);
        findings = wait_for_findings (f, ++n);
      }
  for (guint i = 0; i < findings->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (findings, i);

      g_assert_false (seen[finding->area][finding->side]);
      seen[finding->area][finding->side] = TRUE;
    }
  g_assert_cmpuint (n, ==, 2 * (LIMBER_AREA_LAST - 2) + 2);
  g_signal_emit_by_name (editor, "done");
  WAIT_UNTIL (!gtk_widget_get_mapped (editor));
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

static void
type_finding (Fixture *f, const char *text)
{
  GtkWidget *entry = find (f->page, GTK_TYPE_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

/* A page that says what its dial says. */
static char *
dial_reading (Fixture *f)
{
  char *reading = NULL;

  g_object_get (find (f->page, LIMBER_TYPE_TIMER_DIAL, NULL), "reading", &reading, NULL);
  return reading;
}

static gboolean
dial_says (Fixture *f, const char *text)
{
  g_autofree char *reading = dial_reading (f);

  return g_str_has_prefix (reading, text);
}

static void
wait_for_dial (Fixture *f, const char *text)
{
  WAIT_FOR (dial_says (f, text), text);
}

static const char *const hold_lock =
  "import sqlite3, sys\n"
  "db = sqlite3.connect (sys.argv[1], isolation_level=None)\n"
  "db.execute ('BEGIN IMMEDIATE')\n"
  "print ('held', flush=True)\n"
  "sys.stdin.read ()\n"
  "db.execute ('ROLLBACK')\n";

/* Another program that writes and takes its time. */
static GSubprocess *
lock_clinic (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) out = NULL;
  g_autofree char *line = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                           "python3", "-c", hold_lock, f->path, NULL);

  g_assert_no_error (error);
  out = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  line = g_data_input_stream_read_line (out, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (line, ==, "held");
  return process;
}

static void
unlock_clinic (GSubprocess *process)
{
  g_autoptr (GError) error = NULL;

  g_output_stream_close (g_subprocess_get_stdin_pipe (process), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);
}

/* Longer than the five seconds for which a write waits: the first try fails, and nobody has to do anything. */
static void
test_a_locked_clinic_keeps_the_mark_pending (Fixture *f, gconstpointer data)
{
  g_autoptr (GSubprocess) other = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  wait_for_label (f, "0 recorded");
  other = lock_clinic (f);
  type_finding (f, "r quad knot 7 unaware");
  wait_for_label (f, "0 recorded, 1 being saved");
  wait_for_dial (f, "50 minutes left");
  limber_clock_set (f->clock, SESSION_START + 660);
  wait_for_dial (f, "49 minutes left");
  wait_for_label (f, "Not saved");
  wait_for_label (f, "0 recorded, 1 being saved");
  limber_clock_set (f->clock, SESSION_START + 720);
  wait_for_dial (f, "48 minutes left");

  unlock_clinic (other);
  wait_for_label (f, "1 recorded");
  findings = wait_for_findings (f, 1);
  g_assert_cmpint (((LimberFinding *) g_ptr_array_index (findings, 0))->offset_seconds, ==, 600);
}

static gpointer
limit_pages (LimberDb *db, gpointer data, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA max_page_count = %d", GPOINTER_TO_INT (data));
  gint64 pages;

  limber_db_get_int (db, &pages, error, sql, NULL);
  return NULL;
}

static void
on_limited (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

/* As small as the file is: SQLite then says the same as on a full disk. */
static void
fill_disk (Fixture *f, gboolean full)
{
  gboolean done = FALSE;

  limber_store_read_async (f->store, limit_pages, GINT_TO_POINTER (full ? 1 : 1000000), NULL, NULL, NULL, on_limited,
                           &done);
  WAIT_UNTIL (done);
}

static void
test_a_full_disk_keeps_the_finding (Fixture *f, gconstpointer data)
{
  g_autofree char *word = g_strnfill (60000, 'x');
  g_autofree char *line = g_strdup_printf ("r quad knot 7: %s", word);
  g_autoptr (GPtrArray) findings = NULL;

  wait_for_label (f, "0 recorded");
  fill_disk (f, TRUE);
  type_finding (f, line);
  wait_for_label (f, "Not saved. The disk is full. Make room and try again.");
  wait_for_label (f, "0 recorded, 1 being saved");
  fill_disk (f, FALSE);
  g_signal_emit_by_name (find_button (f->page, "Retry"), "clicked");
  wait_for_label (f, "1 recorded");
  findings = wait_for_findings (f, 1);
  g_assert_cmpstr (((LimberFinding *) g_ptr_array_index (findings, 0))->text, ==, word);
  g_assert_false (gtk_widget_get_mapped (find (f->page, GTK_TYPE_LABEL,
                                               "Not saved. The disk is full. Make room and try again.")));
}

static void
test_a_full_disk_keeps_the_note (Fixture *f, gconstpointer data)
{
  g_autofree char *note = g_strnfill (60000, 'x');
  g_autofree char *kept = NULL;
  GtkWidget *view = find (f->page, GTK_TYPE_TEXT_VIEW, NULL);
  GtkWidget *problem;

  wait_for_label (f, "0 recorded");
  fill_disk (f, TRUE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), note, -1);
  wait_for_label (f, "Not saved. The disk is full. Make room and try again.");
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &kept, NULL);
  g_assert_cmpstr (kept, ==, note);
  problem = gtk_widget_get_ancestor (
    find (f->page, GTK_TYPE_LABEL, "Not saved. The disk is full. Make room and try again."), LIMBER_TYPE_NOTICE_BAR);
  fill_disk (f, FALSE);
  g_signal_emit_by_name (find_button (problem, "Retry"), "clicked");
  WAIT_UNTIL (!gtk_widget_get_visible (problem));
}

static gboolean
has_phases (Fixture *f, const char *phases)
{
  g_autoptr (LimberDb) db = limber_db_open (f->path, LIMBER_DB_READ, NULL);
  g_autoptr (LimberSession) session = limber_record_load (db, &limber_session_type, f->session_id, NULL);

  return g_strcmp0 (session->phases, phases) == 0;
}

static void
wait_for_phases (Fixture *f, const char *phases)
{
  WAIT_FOR (has_phases (f, phases), phases);
}

/* Ten minutes in: five of check-in, five of assessing, and the work begins. */
static void
test_phases_are_skipped_and_stretched (Fixture *f, gconstpointer data)
{
  wait_for_label (f, "0 recorded");
  wait_for_label (f, "Work");
  gtk_widget_activate_action (f->page, "session.stretch", "i", 1);
  wait_for_phases (f, "check-in:300 assess:300 work:2160 stretch:540 re-assess:300");
  g_signal_emit_by_name (find (f->page, LIMBER_TYPE_TIMER_DIAL, NULL), "stretched", 3, -120);
  wait_for_phases (f, "check-in:300 assess:300 work:2160 stretch:420 re-assess:420");
  gtk_widget_activate_action (f->page, "session.skip", NULL);
  wait_for_phases (f, "check-in:300 assess:300 work:0 stretch:2580 re-assess:420");
  wait_for_label (f, "Stretch");
}

/* It stands where nobody can miss it, and goes when the finding goes. */
static void
test_a_red_flag_says_to_refer (Fixture *f, gconstpointer data)
{
  wait_for_label (f, "0 recorded");
  type_finding (f, "l calf pain 6");
  wait_for_label (f, "1 recorded");
  g_assert_null (find (f->page, GTK_TYPE_LABEL, "Refer, do not treat the left calf: calf pain with swelling"));
  type_finding (f, "l calf swelling 3");
  wait_for_label (f, "Refer, do not treat the left calf: calf pain with swelling");
}

static gboolean
has_health_items (Fixture *f, guint n)
{
  g_autoptr (LimberDb) db = limber_db_open (f->path, LIMBER_DB_READ, NULL);
  g_autoptr (LimberSession) session = limber_record_load (db, &limber_session_type, f->session_id, NULL);
  g_autoptr (GPtrArray) health = limber_treatment_health (db, session->client_id, NULL);

  if (health->len != n || n == 0)
    return health->len == n;
  return ((LimberHealthItem *) g_ptr_array_index (health, 0))->kind == LIMBER_HEALTH_KIND_RED_FLAG
         && ((LimberHealthItem *) g_ptr_array_index (health, 0))->area == LIMBER_AREA_ADDUCTORS
         && ((LimberHealthItem *) g_ptr_array_index (health, 0))->side == LIMBER_SIDE_RIGHT;
}

/* One touch, and one line in the alert; the toast and Ctrl+Z take it back. */
static void
test_a_red_flag_is_kept (Fixture *f, gconstpointer data)
{
  GtkWidget *keep = find_button (f->page, "Keep in the health record");

  wait_for_label (f, "0 recorded");
  g_assert_false (gtk_widget_get_mapped (keep));
  type_finding (f, "r groin pain 6");
  WAIT_UNTIL (gtk_widget_get_mapped (keep));
  g_signal_emit_by_name (keep, "clicked");
  WAIT_UNTIL (has_health_items (f, 1));
  WAIT_UNTIL (!gtk_widget_get_mapped (keep));
  wait_for_label (f, "Refer, do not treat the right inner thigh: pain in the groin");
  g_signal_emit_by_name (find_button (f->page, "_Undo"), "clicked");
  WAIT_UNTIL (has_health_items (f, 0));
  WAIT_UNTIL (gtk_widget_get_mapped (keep));
  g_signal_emit_by_name (keep, "clicked");
  WAIT_UNTIL (!gtk_widget_get_mapped (keep));
  WAIT_UNTIL (has_health_items (f, 1));
  gtk_widget_activate_action (f->page, "session.undo", NULL);
  WAIT_UNTIL (has_health_items (f, 0));
}

/* The map as a picture, and the body as it was: from the map's own menu. */
static void
test_the_map_has_a_menu (Fixture *f, gconstpointer data)
{
  GtkWidget *table = find (f->page, LIMBER_TYPE_SESSION_TABLE, NULL);
  GdkContentFormats *formats;
  GtkWidget *dialog;

  wait_for_label (f, "0 recorded");
  type_finding (f, "r quad knot 7 unaware");
  wait_for_label (f, "1 recorded");
  gtk_widget_activate_action (table, "map.copy", NULL);
  wait_for_label (f, "The picture is in the clipboard.");
  formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (f->page));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/svg+xml"));

  gtk_widget_activate_action (table, "map.history", NULL);
  WAIT_UNTIL ((dialog = page_test_dialog (f->window)) != NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Rafferty Quill: Earlier Visits");
  page_test_wait_text (dialog, "Tension now");
  page_test_wait_text (dialog, "1 session");
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (page_test_dialog (f->window) == NULL);
}

/* WRAP-UP */

static gpointer
add_hours (LimberDb *db, gpointer data, GError **error)
{
  for (int weekday = 1; weekday <= 7; weekday++)
    {
      g_autoptr (LimberWorkingHours) hours = limber_working_hours_new ();

      hours->staff_id = g_strdup (data);
      hours->weekday = weekday;
      hours->from_minute = 8 * 60;
      hours->to_minute = 18 * 60;
      if (!limber_record_insert (db, &limber_working_hours_type, hours, error))
        return NULL;
    }
  return NULL;
}

static void
on_hours (GObject *source, GAsyncResult *result, gpointer user_data)
{
  on_limited (source, result, user_data);
}

/* The staff of the one session works every day from eight to six. */
static void
open_clinic_all_week (Fixture *f)
{
  g_autoptr (LimberDb) db = limber_db_open (f->path, LIMBER_DB_READ, NULL);
  g_autoptr (LimberSession) session = limber_record_load (db, &limber_session_type, f->session_id, NULL);
  gboolean done = FALSE;

  limber_store_write_async (f->store, add_hours, g_strdup (session->staff_id), g_free, NULL, NULL, on_hours, &done);
  WAIT_UNTIL (done);
}

static GtkWidget *
find_button_beginning (GtkWidget *widget, const char *start)
{
  const char *label = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

  if (label != NULL && g_str_has_prefix (label, start) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button_beginning (child, start);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
wait_for_button (Fixture *f, const char *start)
{
  GtkWidget *button;

  WAIT_FOR ((button = find_button_beginning (f->page, start)) != NULL, start);
  return button;
}

static void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
}

static void
wait_for_primary (GtkWidget *button, gboolean primary)
{
  WAIT_UNTIL (gtk_widget_has_css_class (button, "suggested-action") == primary);
}

static guint
count_appointments (Fixture *f)
{
  g_autoptr (LimberDb) db = limber_db_open (f->path, LIMBER_DB_READ, NULL);
  gint64 n = 0;

  limber_db_get_int (db, &n, NULL, "SELECT count(*) FROM appointment WHERE status = 'booked'", NULL);
  return (guint) n;
}

/* Also the text of an AdwButtonContent. */
static GtkWidget *
find_button_with_label (GtkWidget *page, const char *text)
{
  return gtk_widget_get_ancestor (find (page, GTK_TYPE_LABEL, text), GTK_TYPE_BUTTON);
}

static GtkWidget *
wait_for_hidden_button (Fixture *f, const char *text)
{
  GtkWidget *button = find_button (f->page, text);

  g_assert_nonnull (button);
  return button;
}

static GtkWidget *
find_icon_button (GtkWidget *widget, const char *icon)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_icon_button (child, icon);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The wrap-up comes with the next frame. */
static GtkWidget *
find_named_step (Fixture *f, const char *icon)
{
  GtkWidget *wrap_up = find (f->page, LIMBER_TYPE_WRAP_UP_PAGE, NULL);
  GtkWidget *button;

  WAIT_FOR ((button = find_icon_button (wrap_up, icon)) != NULL, icon);
  return button;
}

static void
finish (Fixture *f)
{
  wait_for_label (f, "0 recorded");
  open_clinic_all_week (f);
  click (find_button_with_label (f->page, "Finish and re-assess"));
}

/* One click, no dialog; then the session is what remains to be closed. */
static void
test_the_next_visit_is_booked_in_one_click (Fixture *f, gconstpointer data)
{
  GtkWidget *book, *close;

  finish (f);
  book = wait_for_button (f, "Book Tue 13 Oct, ");
  close = wait_for_button (f, "Close session");
  wait_for_primary (book, TRUE);
  wait_for_primary (close, FALSE);
  click (book);
  wait_for_primary (close, TRUE);
  wait_for_label (f, "Booked with Ines Calder.");
  g_assert_cmpuint (count_appointments (f), ==, 1);
}

static void
test_rebooking_is_put_off (Fixture *f, gconstpointer data)
{
  GtkWidget *close;

  finish (f);
  close = wait_for_button (f, "Close session");
  wait_for_button (f, "Book Tue 13 Oct, "); /* what is put off */
  click (wait_for_button (f, "Not now, remind me"));
  wait_for_primary (close, TRUE);
  wait_for_label (f, "A reminder comes from Tue 13 Oct on.");
  click (wait_for_button (f, "Rebook after all"));
  wait_for_primary (close, FALSE);
  g_assert_cmpuint (count_appointments (f), ==, 0);
}

/* No tool for what means to refer. */
static void
test_a_red_flag_gets_no_tool (Fixture *f, gconstpointer data)
{
  wait_for_label (f, "0 recorded");
  type_finding (f, "l calf pain 6");
  type_finding (f, "l calf swelling 3");
  type_finding (f, "r calf tension 4");
  wait_for_label (f, "3 recorded");
  click (find_button_with_label (f->page, "Finish and re-assess"));
  wait_for_label (f, "Leave it alone: the health notes forbid work here. Ask first.");
  page_test_wait_text (f->page, "Massage stick");
}

static GPtrArray *
make_summary (guint n_findings)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (LimberSessionSheet) sheet = g_new0 (LimberSessionSheet, 1);

  sheet->session = limber_session_new ();
  sheet->session->date = limber_date_from_ymd (2026, 9, 29);
  sheet->session->started_at = SESSION_START;
  sheet->session->ended_at = SESSION_START + 3600;
  sheet->client = limber_client_new ();
  sheet->client->name = g_strdup ("Rafferty Quill");
  sheet->staff = limber_staff_new ();
  sheet->staff->name = g_strdup ("Ines Calder");
  sheet->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_finding_free);
  sheet->roms = g_ptr_array_new ();
  for (guint i = 0; i < n_findings; i++)
    {
      LimberFinding *finding = limber_finding_new ();

      finding->area = LIMBER_AREA_QUADRICEPS;
      finding->side = LIMBER_SIDE_RIGHT;
      finding->type = LIMBER_FINDING_TYPE_KNOT;
      finding->severity_before = 7;
      finding->severity_after = 4;
      g_ptr_array_add (sheet->findings, finding);
    }
  return limber_visit_summary_new (sheet, 0, zone);
}

static void
test_the_summary_becomes_a_pdf (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->dir, "visit.pdf", NULL);
  g_autoptr (GPtrArray) short_one = make_summary (3);
  g_autoptr (GPtrArray) long_one = make_summary (120);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize n_bytes;
  guint pages;

  g_assert_true (limber_visit_print_export (short_one, path, &pages, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (pages, ==, 1);
  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, &error));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_assert_true (limber_visit_print_export (long_one, path, &pages, &error));
  g_assert_cmpuint (pages, ==, 3);
}

static gboolean
is_measured_after (Fixture *f, int after)
{
  g_autoptr (LimberDb) db = limber_db_open (f->path, LIMBER_DB_READ, NULL);
  g_autoptr (GPtrArray) roms = limber_treatment_roms (db, f->session_id, NULL);

  return roms->len == 1 && ((LimberRom *) g_ptr_array_index (roms, 0))->after == after;
}

static void
test_a_motion_is_measured_before_and_after (Fixture *f, gconstpointer data)
{
  wait_for_label (f, "0 recorded");
  click (wait_for_hidden_button (f, "Keep"));
  wait_for_label (f, "Neck rotation, right");
  wait_for_label (f, "20°");
  click (find_button_with_label (f->page, "Finish and re-assess"));
  wait_for_label (f, "20° before");
  click (find_named_step (f, "list-add-symbolic"));
  wait_for_label (f, "21°");
  wait_for_label (f, LIMBER_LRM "+1°");
  WAIT_UNTIL (is_measured_after (f, 21));
}

static gboolean
has_motions (Fixture *f, guint n)
{
  g_autoptr (LimberDb) db = limber_db_open (f->path, LIMBER_DB_READ, NULL);
  g_autoptr (GPtrArray) roms = limber_treatment_roms (db, f->session_id, NULL);

  return roms->len == n;
}

static void
test_a_measured_motion_is_undone (Fixture *f, gconstpointer data)
{
  wait_for_label (f, "0 recorded");
  click (wait_for_hidden_button (f, "Keep"));
  WAIT_UNTIL (has_motions (f, 1));
  wait_for_label (f, "20°");
  gtk_widget_activate_action (f->page, "session.undo", NULL);
  WAIT_UNTIL (has_motions (f, 0));
  click (wait_for_hidden_button (f, "Keep"));
  wait_for_label (f, "20°");
  click (find_icon_button (f->page, "edit-clear-symbolic"));
  WAIT_UNTIL (has_motions (f, 0));
  click (find_button (f->page, "_Undo"));
  WAIT_UNTIL (has_motions (f, 1));
  wait_for_label (f, "20°");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/session-page/an-area-and-a-type-record", Fixture, NULL, set_up, test_an_area_and_a_type_record,
              tear_down);
  g_test_add ("/session-page/large-text-fits", Fixture, NULL, set_up, test_large_text_fits, tear_down);
  g_test_add ("/session-page/large-text-fits-in-the-popover", Fixture, NULL, set_up,
              test_large_text_fits_in_the_popover, tear_down);
  g_test_add ("/session-page/every-area-is-recorded", Fixture, NULL, set_up, test_every_area_is_recorded, tear_down);
  g_test_add ("/session-page/a-typed-line-records", Fixture, NULL, set_up, test_a_typed_line_records, tear_down);
  g_test_add ("/session-page/a-locked-clinic-keeps-the-mark-pending", Fixture, NULL, set_up,
              test_a_locked_clinic_keeps_the_mark_pending, tear_down);
  g_test_add ("/session-page/a-full-disk-keeps-the-finding", Fixture, NULL, set_up,
              test_a_full_disk_keeps_the_finding, tear_down);
  g_test_add ("/session-page/a-full-disk-keeps-the-note", Fixture, NULL, set_up, test_a_full_disk_keeps_the_note,
              tear_down);
  g_test_add ("/session-page/phases-are-skipped-and-stretched", Fixture, NULL, set_up,
              test_phases_are_skipped_and_stretched, tear_down);
  g_test_add ("/session-page/a-red-flag-says-to-refer", Fixture, NULL, set_up, test_a_red_flag_says_to_refer,
              tear_down);
  g_test_add ("/session-page/a-red-flag-is-kept", Fixture, NULL, set_up, test_a_red_flag_is_kept, tear_down);
  g_test_add ("/session-page/the-map-has-a-menu", Fixture, NULL, set_up, test_the_map_has_a_menu, tear_down);
#define WRAP_UP(path, function) g_test_add ("/wrap-up/" path, Fixture, NULL, set_up, function, tear_down)
  WRAP_UP ("the-next-visit-is-booked-in-one-click", test_the_next_visit_is_booked_in_one_click);
  WRAP_UP ("rebooking-is-put-off", test_rebooking_is_put_off);
  WRAP_UP ("a-motion-is-measured-before-and-after", test_a_motion_is_measured_before_and_after);
  WRAP_UP ("a-measured-motion-is-undone", test_a_measured_motion_is_undone);
  WRAP_UP ("a-red-flag-gets-no-tool", test_a_red_flag_gets_no_tool);
  WRAP_UP ("the-summary-becomes-a-pdf", test_the_summary_becomes_a_pdf);
  return g_test_run ();
}
