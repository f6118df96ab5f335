/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include "pages/clients/record-races.h"
#include "pages/parts/area-check.h"
#include "pages/today/today-page.h"
#include "services/session/session-phases.h"
#include "store/appointment.h"
#include "store/sore-area.h"

/* The questions between two visits: they appear by themselves beside the day and in the record, and are answered on
 * the phone. */

static void
add_rows (Fixture *f)
{
  g_autoptr (LimberDb) db = open_again (f, LIMBER_DB_WRITE);
  g_autoptr (LimberRace) race = limber_record_load (db, &limber_race_type, f->race_id, NULL);
  g_autoptr (LimberAppointment) appointment = limber_appointment_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *session_id = NULL;

  limber_db_begin (db, &error);
  race->first_on = race->last_on = limber_date_from_ymd (2026, 9, 26);
  limber_record_update (db, &limber_race_type, race, &error);
  appointment->client_id = g_strdup (f->client_id);
  appointment->staff_id = g_strdup (f->staff_id);
  appointment->start_at = NOW + 3600;
  appointment->minutes = 45;
  appointment->status = LIMBER_APPOINTMENT_STATUS_BOOKED;
  insert (db, &limber_appointment_type, appointment);
  session_id = add_visit (f, db, 2, LIMBER_AREA_SOLEUS, 5, 2);
  limber_db_commit (db, &error);
  g_assert_no_error (error);
}

/* The record in one window; Today in its place when a test wants it. */
static void
set_up_questions (Fixture *f, gconstpointer data)
{
  set_up (f, data);
  add_rows (f);
  page_test_wait_text (f->window, "Workouts since Sun 27 Sep?");
}

static void
show_today (Fixture *f)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (f->record, ADW_TYPE_TOAST_OVERLAY);

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), limber_today_page_new (f->store, f->clock));
  page_test_wait_text (f->window, "Follow up");
}

/* The Ask button beside the words. */
static void
ask (Fixture *f, const char *words)
{
  GtkWidget *button = NULL;

  for (GtkWidget *box = page_test_find (f->window, GTK_TYPE_LABEL, words); box != NULL && button == NULL;
       box = gtk_widget_get_parent (box))
    button = page_test_find (box, GTK_TYPE_BUTTON, "Ask");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  WAIT_UNTIL (page_test_dialog (f->window) != NULL);
}

static void
test_all_four_in_the_record (Fixture *f, gconstpointer data)
{
  page_test_wait_text (f->window, "Legs and confidence on Sat 26 Sep?");
  page_test_wait_text (f->window, "Where does it hurt after Saltmarsh Marathon?");
  page_test_wait_text (f->window, "Massage hangover after Sun 27 Sep?");
}

static void
test_all_four_beside_the_day (Fixture *f, gconstpointer data)
{
  show_today (f);
  page_test_wait_text (f->window, "Workouts since Sun 27 Sep?");
  page_test_wait_text (f->window, "Legs and confidence on Sat 26 Sep?");
  page_test_wait_text (f->window, "Where does it hurt after Saltmarsh Marathon?");
  page_test_wait_text (f->window, "Massage hangover after Sun 27 Sep?");
}

static void
test_workouts_in_one_click (Fixture *f, gconstpointer data)
{
  show_today (f);
  ask (f, "Workouts since");
  page_test_click (page_test_dialog (f->window), GTK_TYPE_BUTTON, "Better");
  page_test_wait_no_text (f->window, "Workouts since");
  page_test_click (f->window, GTK_TYPE_BUTTON, "Undo");
  page_test_wait_text (f->window, "Workouts since");
}

static void
test_race_in_two_clicks (Fixture *f, gconstpointer data)
{
  ask (f, "Legs and confidence");
  page_test_pick_score (page_test_dialog (f->window), 0, "8");
  page_test_pick_score (page_test_dialog (f->window), 1, "7");
  page_test_wait_no_text (f->window, "Legs and confidence on");
  show_tab (f, "races");
  page_test_wait_text (f->window, "legs 8, confidence 7");
}

static guint
sore_spots (Fixture *f)
{
  g_autoptr (LimberDb) db = open_again (f, LIMBER_DB_READ);
  g_autoptr (GPtrArray) areas = limber_sore_area_between (db, f->client_id, limber_date_from_ymd (2026, 9, 29),
                                                          limber_date_from_ymd (2026, 9, 29), NULL);

  return areas->len;
}

static void
test_where_it_hurts (Fixture *f, gconstpointer data)
{
  GtkWidget *check;

  ask (f, "Where does it hurt");
  check = page_test_find (page_test_dialog (f->window), LIMBER_TYPE_AREA_CHECK, NULL);
  g_assert_nonnull (page_test_find (check, GTK_TYPE_BUTTON, "Nothing Hurts"));
  limber_area_check_point_at (LIMBER_AREA_CHECK (check), LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_LEFT);
  page_test_pick_score (check, 0, "6");
  limber_area_check_point_at (LIMBER_AREA_CHECK (check), LIMBER_AREA_SOLEUS, LIMBER_SIDE_RIGHT);
  page_test_pick_score (check, 0, "3");
  /* Gone again. */
  page_test_pick_score (check, 0, "0");
  limber_area_check_point_at (LIMBER_AREA_CHECK (check), LIMBER_AREA_SOLEUS, LIMBER_SIDE_LEFT);
  page_test_pick_score (check, 0, "4");
  page_test_click (check, GTK_TYPE_BUTTON, "Save 2 Spots");
  page_test_wait_no_text (f->window, "Where does it hurt");
  g_assert_cmpuint (sore_spots (f), ==, 2);
  show_tab (f, "races");
  page_test_wait_text (f->window, "hurts: left quad 6, left lower calf 4");
}

/* The next session begins where it hurts, before what the last visit left open. */
static void
test_the_next_session_begins_there (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = NULL;
  g_autoptr (LimberSession) session = NULL;
  g_autoptr (LimberSessionSheet) sheet = NULL;
  LimberSessionStart start = { .client_id = f->client_id, .staff_id = f->staff_id, .minutes = 60,
                               .date = limber_date_from_ymd (2026, 9, 29), .started_at = NOW, .now = NOW };
  LimberSessionPlan plan;

  test_where_it_hurts (f, data);
  db = open_again (f, LIMBER_DB_WRITE);
  limber_db_begin (db, &error);
  session = limber_session_runner_start (db, &start, &error);
  limber_db_commit (db, &error);
  g_assert_no_error (error);
  sheet = limber_session_runner_load (db, session->base.id, &error);
  g_assert_cmpuint (sheet->sore->len, ==, 2);
  limber_session_phases_of_sheet (sheet, 0, &plan);
  for (guint i = 0; i < plan.n_phases; i++)
    if (plan.phases[i].kind == LIMBER_PHASE_WORK)
      {
        g_assert_cmpint (plan.phases[i].area, ==, LIMBER_AREA_QUADRICEPS);
        g_assert_cmpint (plan.phases[i].side, ==, LIMBER_SIDE_LEFT);
        return;
      }
  g_assert_not_reached ();
}

/* A worry is kept with its day, and it says what it does to the ideal days. */
static void
test_worry (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberClient) client = NULL;
  GtkWidget *dialog;

  show_tab (f, "races");
  page_test_wait_text (f->window, "Not marked as worrying");
  page_test_wait_text (f->window, "No sweet spot yet: 0 of 3 needed");
  gtk_widget_activate_action (page_test_find (f->window, LIMBER_TYPE_RECORD_RACES, NULL), "mind.note", NULL);
  WAIT_UNTIL (page_test_dialog (f->window) != NULL);
  dialog = page_test_dialog (f->window);
  page_test_pick_score (dialog, 0, "8");
  page_test_pick_score (dialog, 1, "3");
  gtk_editable_set_text (GTK_EDITABLE (page_test_find_row (dialog, "In the client’s words")), "afraid of the wall");
  page_test_click (dialog, GTK_TYPE_BUTTON, "Save");
  page_test_wait_text (f->window, "the ideal days move 2 days earlier, to 6–7 days out");
  page_test_wait_text (f->window, "worry 8, confidence 3 · afraid of the wall");
  client = read_row (f, &limber_client_type, f->client_id);
  g_assert_true (client->worries);
}

#define ADD(path, func) g_test_add ("/questions/" path, Fixture, NULL, set_up_questions, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("all-four-in-the-record", test_all_four_in_the_record);
  ADD ("all-four-beside-the-day", test_all_four_beside_the_day);
  ADD ("workouts-in-one-click", test_workouts_in_one_click);
  ADD ("race-in-two-clicks", test_race_in_two_clicks);
  ADD ("where-it-hurts", test_where_it_hurts);
  ADD ("the-next-session-begins-there", test_the_next_session_begins_there);
  g_test_add ("/questions/worry", Fixture, NULL, set_up, test_worry, tear_down);
  return g_test_run ();
}
