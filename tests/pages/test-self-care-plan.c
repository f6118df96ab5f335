/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include "pages/clients/record-self-care.h"
#include "pages/clients/self-care-dialog.h"
#include "pages/clients/self-care-print.h"
#include "services/care-plan.h"
#include "store/health.h"

/* The plan for home: its words, what a therapist changes in it, and the sheet to take along. */

static LimberClientFile *
load_file (Fixture *f, gint64 now)
{
  g_autoptr (LimberDb) db = open_again (f, LIMBER_DB_READ);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GError) error = NULL;
  LimberClientFile *file = limber_client_file_load (db, f->client_id, now, zone, &error);

  g_assert_no_error (error);
  return file;
}

static void
add_finding (Fixture *f, LimberArea area, int severity)
{
  g_autoptr (LimberDb) db = open_again (f, LIMBER_DB_WRITE);
  g_autoptr (LimberFinding) finding = limber_finding_new ();
  g_autoptr (GError) error = NULL;

  limber_db_begin (db, &error);
  finding->session_id = g_strdup (f->session_id);
  finding->client_id = g_strdup (f->client_id);
  finding->area = area;
  finding->side = limber_area_is_midline (area) ? LIMBER_SIDE_MIDLINE : LIMBER_SIDE_LEFT;
  finding->type = LIMBER_FINDING_TYPE_TENSION;
  finding->severity_before = finding->severity_after = severity;
  finding->status = LIMBER_FINDING_STATUS_OPEN;
  insert (db, &limber_finding_type, finding);
  limber_db_commit (db, &error);
  g_assert_no_error (error);
}

/* How long, how hard, how often and when to stop; the caution; the note on the IT band; no tool for the glutes. */
static void
test_words (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberClientFile) file = NULL;
  g_autoptr (LimberCarePlan) plan = NULL;
  g_autofree char *text = NULL;

  add_finding (f, LIMBER_AREA_IT_BAND, 3);
  add_finding (f, LIMBER_AREA_GLUTEUS_MAXIMUS, 9);
  file = load_file (f, NOW);
  plan = limber_care_plan_new (file);
  text = limber_care_plan_text (plan);
  for (guint i = 0; i < plan->lines->len; i++)
    {
      const LimberCareLine *line = plan->lines->pdata[i];
      gboolean told = line->text != NULL && strstr (line->text, "How long:") != NULL && strstr (line->text, "How hard:") != NULL
                      && strstr (line->text, "How often:") != NULL && strstr (line->text, "Stop:") != NULL;

      g_assert_cmpint (told, ==, line->item.area != LIMBER_AREA_GLUTEUS_MAXIMUS);
      g_assert_cmpint (line->tool != NULL, ==, line->item.area != LIMBER_AREA_GLUTEUS_MAXIMUS);
    }
  g_assert_nonnull (strstr (text, "Right quad: Foam roller"));
  g_assert_nonnull (strstr (text, "Whether rolling the IT band helps is disputed"));
  g_assert_nonnull (strstr (text, "\nNo tool for this area"));
  g_assert_nonnull (strstr (text, "Read the tool’s instructions first and stop when it hurts sharply."));
}

/* What a therapist types stands in the plan, and can be used again with another client. */
static void
test_own_words_and_templates (Fixture *f, gconstpointer data)
{
  GtkWidget *dialog, *view;
  g_autoptr (LimberClientFile) file = NULL;

  show_tab (f, "self-care");
  page_test_wait_text (f->window, "Foam roller");
  gtk_widget_activate_action (page_test_find (f->window, LIMBER_TYPE_RECORD_SELF_CARE, NULL), "care.edit", "s", "quadriceps");
  dialog = page_test_dialog (f->window);
  view = page_test_find (dialog, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Only after warm-up, one minute.", -1);
  gtk_editable_set_text (GTK_EDITABLE (page_test_find_row (dialog, "Keep as a text of the clinic, named")), "Short roll");
  page_test_click (dialog, GTK_TYPE_BUTTON, "Save");
  page_test_wait_text (f->window, "Only after warm-up, one minute.");
  page_test_wait_text (f->window, "The therapist’s own words.");
  file = load_file (f, NOW);
  g_assert_cmpuint (file->care_templates->len, ==, 1);
  gtk_widget_activate_action (page_test_find (f->window, LIMBER_TYPE_RECORD_SELF_CARE, NULL), "care.edit", "s", "soleus");
  WAIT_UNTIL (page_test_dialog (f->window) != NULL && page_test_dialog (f->window) != dialog);
  dialog = page_test_dialog (f->window);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (page_test_find (dialog, GTK_TYPE_DROP_DOWN, NULL)), 1);
  page_test_click (dialog, GTK_TYPE_BUTTON, "Save");
  WAIT_UNTIL (({ g_autoptr (LimberClientFile) now = load_file (f, NOW); now->care_notes->len == 2; }));
}

static void
test_left_out (Fixture *f, gconstpointer data)
{
  GtkWidget *dialog;

  show_tab (f, "self-care");
  page_test_wait_text (f->window, "Massage stick");
  gtk_widget_activate_action (page_test_find (f->window, LIMBER_TYPE_RECORD_SELF_CARE, NULL), "care.edit", "s", "soleus");
  dialog = page_test_dialog (f->window);
  gtk_switch_set_active (GTK_SWITCH (page_test_find (dialog, GTK_TYPE_SWITCH, NULL)), TRUE);
  page_test_click (dialog, GTK_TYPE_BUTTON, "Save");
  page_test_wait_text (f->window, "Left out of the plan by the therapist.");
}

/* A picture of the sheet, for who wants to look at it: LIMBER_TEST_PICTURES names a folder. */
static void
keep_picture (const LimberCarePlan *plan, LimberDate today, const char *name)
{
  const char *folder = g_getenv ("LIMBER_TEST_PICTURES");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1190, 1684);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, 2, 2);
  limber_self_care_draw (plan, today, cr, 595, 842);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  if (path != NULL)
    cairo_surface_write_to_png (surface, path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* However much there is to say, it stays one page. */
static void
test_one_page (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->dir, "plan.pdf", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (LimberClientFile) few = load_file (f, NOW), many = NULL;
  g_autoptr (LimberCarePlan) short_plan = limber_care_plan_new (few), long_plan = NULL;
  g_autoptr (GError) error = NULL;
  guint n_pages = 0;
  gsize length;

  keep_picture (short_plan, few->today, "self-care-short.png");
  g_assert_true (limber_self_care_export (short_plan, few->today, path, &n_pages, &error));
  g_assert_cmpuint (n_pages, ==, 1);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
  g_assert_cmpuint (length, >, 4000);
  for (LimberArea area = LIMBER_AREA_NONE + 1; area <= LIMBER_AREA_LAST; area++)
    if (limber_area_tool (area) != LIMBER_TOOL_NONE && area != LIMBER_AREA_QUADRICEPS && area != LIMBER_AREA_SOLEUS)
      add_finding (f, area, 5);
  many = load_file (f, NOW);
  long_plan = limber_care_plan_new (many);
  g_assert_cmpuint (long_plan->lines->len, >, 12);
  keep_picture (long_plan, many->today, "self-care-long.png");
  g_assert_true (limber_self_care_export (long_plan, many->today, path, &n_pages, &error));
  g_assert_cmpuint (n_pages, ==, 1);
}

/* Who is overdue is offered the plan in the record; who comes in time is not. */
static void
test_offered_when_overdue (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberClientFile) in_time = load_file (f, NOW), late = load_file (f, NOW + 10 * DAY);

  g_assert_false (limber_care_plan_is_due (in_time));
  g_assert_true (limber_care_plan_is_due (late));
}

static void
test_offered_when_paused (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberDb) db = open_again (f, LIMBER_DB_WRITE);
  g_autoptr (LimberClient) client = limber_record_load (db, &limber_client_type, f->client_id, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (page_test_find (f->window, GTK_TYPE_LABEL, "offer the self-care plan"));
  limber_db_begin (db, &error);
  client->paused_on = limber_date_from_ymd (2026, 9, 20);
  client->pause_reason = LIMBER_PAUSE_REASON_INJURY;
  limber_record_update (db, &limber_client_type, client, &error);
  limber_db_commit (db, &error);
  g_assert_no_error (error);
  page_test_wait_text (f->window, "Away for long: offer the self-care plan");
  page_test_click (f->window, GTK_TYPE_BUTTON, "Show");
  page_test_wait_text (f->window, "A bridge until the pause is over");
}

/* A window of its own, for the wrap-up and the list of who is due. */
static void
test_window (Fixture *f, gconstpointer data)
{
  limber_self_care_dialog_present (GTK_WINDOW (f->window), f->store, f->clock, f->client_id);
  page_test_wait_text (page_test_dialog (f->window), "Foam roller");
  gtk_window_destroy (GTK_WINDOW (page_test_dialog (f->window)));
}

#define ADD(path, func) g_test_add ("/self-care-plan/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("words", test_words);
  ADD ("own-words-and-templates", test_own_words_and_templates);
  ADD ("left-out", test_left_out);
  ADD ("one-page", test_one_page);
  ADD ("offered-when-overdue", test_offered_when_overdue);
  ADD ("offered-when-paused", test_offered_when_paused);
  ADD ("window", test_window);
  return g_test_run ();
}
