/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include "pages/clients/record-races.h"
#include "pages/clients/record-sessions.h"
#include "store/health.h"

/* The tabs of the record over a real store: sessions, findings, races, self-care, changes. */

static LimberSessionState
state_of (Fixture *f)
{
  g_autoptr (LimberSession) session = read_row (f, &limber_session_type, f->session_id);

  return session->state;
}

static gboolean
is_void (gpointer f)
{
  return state_of (f) == LIMBER_SESSION_STATE_VOIDED;
}

static gboolean
is_completed (gpointer f)
{
  return state_of (f) == LIMBER_SESSION_STATE_COMPLETED;
}

static GtkWidget *
sessions_of (Fixture *f)
{
  show_tab (f, "sessions");
  return page_test_find (f->window, LIMBER_TYPE_RECORD_SESSIONS, NULL);
}

static void
declare_void (Fixture *f, const char *reason)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (sessions_of (f), "visit.void", "s", f->session_id);
  dialog = wait_for_dialog (f);
  g_assert_false (gtk_widget_get_sensitive (page_test_find (dialog, GTK_TYPE_BUTTON, "Declare Void")));
  gtk_editable_set_text (GTK_EDITABLE (page_test_find (dialog, GTK_TYPE_ENTRY, NULL)), reason);
  page_test_click (dialog, GTK_TYPE_BUTTON, "Declare Void");
  WAIT_UNTIL (is_void (f));
}

static void
test_void_and_undo (Fixture *f, gconstpointer data)
{
  declare_void (f, "tapped the wrong name");
  page_test_wait_text (f->window, "tapped the wrong name");
  page_test_wait_text (f->window, "The session is void");
  page_test_click (f->window, GTK_TYPE_BUTTON, "Undo");
  WAIT_UNTIL (is_completed (f));
  page_test_wait_no_text (f->window, "tapped the wrong name");
  show_tab (f, "changes");
  page_test_wait_text (f->window, "Session declared void");
  page_test_wait_text (f->window, "Session restored");
}

static void
test_count_again (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberSession) session = NULL;

  declare_void (f, "twice the same");
  page_test_wait_text (f->window, "Count Again");
  page_test_click (f->window, GTK_TYPE_BUTTON, "Count Again");
  WAIT_UNTIL (is_completed (f));
  session = read_row (f, &limber_session_type, f->session_id);
  g_assert_null (session->void_reason);
}

static gboolean
has_moved (gpointer data)
{
  Fixture *f = data;
  g_autoptr (LimberSession) session = read_row (f, &limber_session_type, f->session_id);

  return g_str_equal (session->client_id, f->other_id);
}

static gboolean
is_back (gpointer f)
{
  return !has_moved (f);
}

static gboolean
has_hit (gpointer dialog)
{
  return page_test_find (dialog, GTK_TYPE_LIST_BOX_ROW, "Juniper Ashgrove") != NULL;
}

static void
move_to_other (Fixture *f)
{
  GtkWidget *dialog, *row;

  gtk_widget_activate_action (sessions_of (f), "visit.move", "s", f->session_id);
  dialog = wait_for_dialog (f);
  gtk_editable_set_text (GTK_EDITABLE (page_test_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL)), "juni");
  WAIT_UNTIL (has_hit (dialog));
  row = page_test_find (dialog, GTK_TYPE_LIST_BOX_ROW, "Juniper Ashgrove");
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  page_test_click (dialog, GTK_TYPE_BUTTON, "Move");
  WAIT_UNTIL (has_moved (f));
}

static void
test_move_and_undo (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberDb) db = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  move_to_other (f);
  page_test_wait_text (f->window, "The session is now with Juniper Ashgrove");
  db = open_again (f, LIMBER_DB_READ);
  findings = limber_treatment_findings (db, f->session_id, NULL);
  g_assert_cmpstr (((LimberFinding *) findings->pdata[0])->client_id, ==, f->other_id);
  page_test_click (f->window, GTK_TYPE_BUTTON, "Undo");
  WAIT_UNTIL (is_back (f));
  g_clear_pointer (&findings, g_ptr_array_unref);
  findings = limber_treatment_findings (db, f->session_id, NULL);
  g_assert_cmpstr (((LimberFinding *) findings->pdata[0])->client_id, ==, f->client_id);
}

/* The record that lost the session tells of it too, and names both. */
static void
test_move_stands_in_both_records (Fixture *f, gconstpointer data)
{
  move_to_other (f);
  show_tab (f, "changes");
  page_test_wait_text (f->window, "Session moved to another client");
  page_test_wait_text (f->window, "client: Rafferty Quill → Juniper Ashgrove");
  limber_client_record_open (LIMBER_CLIENT_RECORD (f->record), f->other_id);
  page_test_wait_text (f->window, "Session moved to another client: Wed 9 Sep");
}

/* An undo does not run over what somebody else did in between. */
static void
test_undo_meets_another_hand (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  declare_void (f, "a mistake");
  page_test_wait_text (f->window, "The session is void");
  {
    g_autoptr (LimberDb) db = open_again (f, LIMBER_DB_WRITE);
    g_autoptr (LimberSession) session = limber_record_load (db, &limber_session_type, f->session_id, NULL);

    limber_db_begin (db, &error);
    limber_record_set_text (&session->void_reason, "told so by the client");
    limber_record_update (db, &limber_session_type, session, &error);
    limber_db_commit (db, &error);
    g_assert_no_error (error);
  }
  page_test_wait_text (f->window, "told so by the client");
  page_test_click (f->window, GTK_TYPE_BUTTON, "Undo");
  page_test_wait_no_text (f->window, "Undo");
  g_assert_true (is_void (f));
}

static gboolean
is_amended (gpointer data)
{
  Fixture *f = data;
  g_autoptr (LimberSession) session = read_row (f, &limber_session_type, f->session_id);

  return g_strcmp0 (session->subjective, "heavy legs, left knee too") == 0;
}

static void
test_amended_text_stays_readable (Fixture *f, gconstpointer data)
{
  GtkWidget *dialog, *view;

  gtk_widget_activate_action (sessions_of (f), "visit.notes", "s", f->session_id);
  dialog = wait_for_dialog (f);
  g_assert_false (gtk_widget_get_sensitive (page_test_find (dialog, GTK_TYPE_BUTTON, "Save")));
  view = page_test_find (dialog, GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "heavy legs, left knee too", -1);
  page_test_click (dialog, GTK_TYPE_BUTTON, "Save");
  WAIT_UNTIL (is_amended (f));
  WAIT_UNTIL (page_test_dialog (f->window) == NULL);

  gtk_widget_activate_action (sessions_of (f), "visit.notes", "s", f->session_id);
  dialog = wait_for_dialog (f);
  page_test_wait_text (dialog, "heavy legs after the hills");
  page_test_wait_text (dialog, "then changed by Ines Calder");
}

static gboolean
hangover_is (Fixture *f, int level, int days)
{
  g_autoptr (LimberSession) session = read_row (f, &limber_session_type, f->session_id);

  return session->hangover_level == level && session->hangover_days == days;
}

/* No hangover is one click. */
static void
test_no_hangover (Fixture *f, gconstpointer data)
{
  gtk_widget_activate_action (sessions_of (f), "visit.ask", "s", f->session_id);
  page_test_pick_score (wait_for_dialog (f), 0, "0");
  WAIT_UNTIL (hangover_is (f, 0, 0));
  page_test_wait_text (f->window, "Felt fresh afterwards");
}

/* A hangover is two, and Undo asks again. */
static void
test_hangover (Fixture *f, gconstpointer data)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (sessions_of (f), "visit.ask", "s", f->session_id);
  dialog = wait_for_dialog (f);
  page_test_pick_score (dialog, 0, "6");
  g_assert_true (hangover_is (f, -1, -1));
  page_test_pick_score (dialog, 1, "4");
  WAIT_UNTIL (hangover_is (f, 6, 4));
  page_test_wait_text (f->window, "Answer saved");
  page_test_click (f->window, GTK_TYPE_BUTTON, "Undo");
  WAIT_UNTIL (hangover_is (f, -1, -1));
}

static void
test_findings_by_area (Fixture *f, gconstpointer data)
{
  GtkWidget *area;

  show_tab (f, "findings");
  page_test_wait_text (f->window, "Knot, right quad");
  page_test_wait_text (f->window, "Knot, right lower calf");
  area = page_test_find (f->window, GTK_TYPE_DROP_DOWN, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (area), 1);
  page_test_wait_no_text (f->window, "Knot, right lower calf");
  page_test_wait_text (f->window, "Knot, right quad");
}

static void
test_self_care (Fixture *f, gconstpointer data)
{
  show_tab (f, "self-care");
  page_test_wait_text (f->window, "Foam roller");
  page_test_wait_text (f->window, "Massage stick");
  page_test_wait_text (f->window, "stop when it hurts sharply");
  g_assert_null (page_test_find (f->window, GTK_TYPE_LABEL, "IT band"));
}

static guint
entries_of (Fixture *f)
{
  g_autoptr (LimberDb) db = open_again (f, LIMBER_DB_READ);
  g_autoptr (GPtrArray) entries = limber_record_select (db, &limber_race_entry_type, NULL, "", "");

  return entries->len;
}

static gboolean
has_entry (gpointer f)
{
  return entries_of (f) == 1;
}

static gboolean
has_no_entry (gpointer f)
{
  return entries_of (f) == 0;
}

static void
remove_entry (Fixture *f)
{
  show_tab (f, "races");
  page_test_wait_text (f->window, "Saltmarsh Marathon");
  g_signal_emit_by_name (page_test_find_tip (f->window, "Remove from Saltmarsh Marathon"), "clicked");
  WAIT_UNTIL (has_no_entry (f));
}

static void
test_race_out_and_back (Fixture *f, gconstpointer data)
{
  remove_entry (f);
  page_test_wait_text (f->window, "No races yet");
  page_test_click (f->window, GTK_TYPE_BUTTON, "Undo");
  WAIT_UNTIL (has_entry (f));
}

static gboolean
asks_for_the_goal (gpointer window)
{
  GtkWidget *dialog = page_test_dialog (window);

  return dialog != NULL && page_test_find (dialog, GTK_TYPE_SWITCH, NULL) != NULL;
}

static void
test_race_entered (Fixture *f, gconstpointer data)
{
  GtkWidget *row;

  remove_entry (f);
  gtk_widget_activate_action (page_test_find (f->window, LIMBER_TYPE_RECORD_RACES, NULL), "entry.add", NULL);
  row = page_test_find (wait_for_dialog (f), GTK_TYPE_LIST_BOX_ROW, "Saltmarsh Marathon");
  g_assert_nonnull (row);
  gtk_widget_activate (row);
  WAIT_UNTIL (asks_for_the_goal (f->window));
  gtk_switch_set_active (GTK_SWITCH (page_test_find (page_test_dialog (f->window), GTK_TYPE_SWITCH, NULL)), TRUE);
  page_test_click (page_test_dialog (f->window), GTK_TYPE_BUTTON, "Save");
  WAIT_UNTIL (has_entry (f));
  page_test_wait_text (f->window, "goal race");
}

static void
on_wait (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  char **client = user_data;

  g_assert_true (g_variant_lookup (target, "client", "s", client));
}

/* Whoever found no time is put on the waiting list from where their record is open. */
static void
test_wait_from_the_record (Fixture *f, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) wait = g_simple_action_new ("wait", G_VARIANT_TYPE_VARDICT);
  g_autofree char *client = NULL;

  g_signal_connect (wait, "activate", G_CALLBACK (on_wait), &client);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (wait));
  gtk_widget_insert_action_group (f->window, "win", G_ACTION_GROUP (group));
  gtk_widget_activate_action (sessions_of (f), "record.wait", NULL);
  g_assert_cmpstr (client, ==, f->client_id);
}

/* A change is told in words: no column, no id. */
static void
test_changes_in_words (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = open_again (f, LIMBER_DB_WRITE);
  g_autoptr (LimberClient) client = limber_record_load (db, &limber_client_type, f->client_id, NULL);

  limber_db_begin (db, &error);
  limber_record_set_text (&client->phone, "555 0102");
  limber_record_set_text (&client->team_id, f->team_id);
  limber_record_set_text (&client->preferred_staff_id, f->staff_id);
  limber_record_update (db, &limber_client_type, client, &error);
  limber_db_commit (db, &error);
  g_assert_no_error (error);
  show_tab (f, "changes");
  page_test_wait_text (f->window, "phone: – → 555 0102");
  page_test_wait_text (f->window, "team: – → Harrier Vale AC");
  page_test_wait_text (f->window, "preferred therapist: – → Ines Calder");
  page_test_wait_text (f->window, "Finding recorded: right quad");
  page_test_wait_text (f->window, "Race entered: Saltmarsh Marathon");
  g_assert_null (page_test_find (f->window, GTK_TYPE_LABEL, "team_id"));
  g_assert_null (page_test_find (f->window, GTK_TYPE_LABEL, f->staff_id));
  g_assert_null (page_test_find (f->window, GTK_TYPE_LABEL, "sort"));
}

#define ADD(path, func) g_test_add ("/client-record/" path, Fixture, NULL, set_up, func, tear_down)

static LimberHealthItem *
only_item (Fixture *f)
{
  g_autoptr (LimberDb) db = open_again (f, LIMBER_DB_READ);
  g_autoptr (GPtrArray) items = limber_record_select (db, &limber_health_item_type, NULL, "", "");

  return items != NULL && items->len == 1 ? limber_health_item_copy (items->pdata[0]) : NULL;
}

static gboolean
has_resolved_item (Fixture *f)
{
  g_autoptr (LimberHealthItem) item = only_item (f);

  return item != NULL && item->resolved == limber_date_from_ymd (2026, 9, 29);
}

static void
test_health_added_and_resolved (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberHealthItem) item = NULL;

  show_tab (f, "health");
  gtk_editable_set_text (GTK_EDITABLE (page_test_find_row (f->record, "What it is")), "fresh bruise");
  gtk_editable_set_text (GTK_EDITABLE (page_test_find_row (f->record, "Since")), "never");
  g_assert_false (gtk_widget_get_sensitive (page_test_find (f->record, GTK_TYPE_BUTTON, "Add")));
  gtk_editable_set_text (GTK_EDITABLE (page_test_find_row (f->record, "Since")), "today");
  page_test_click (f->record, GTK_TYPE_BUTTON, "Add");
  page_test_wait_text (f->record, "fresh bruise");
  item = only_item (f);
  g_assert_nonnull (item);
  g_assert_cmpint (item->since, ==, limber_date_from_ymd (2026, 9, 29));
  page_test_click (f->record, GTK_TYPE_BUTTON, "Resolved");
  WAIT_UNTIL (has_resolved_item (f));
}

static LimberClient *
client_now (Fixture *f)
{
  return read_row (f, &limber_client_type, f->client_id);
}

static gboolean
is_paused (Fixture *f)
{
  g_autoptr (LimberClient) client = client_now (f);

  return client->paused_on != LIMBER_DATE_NONE;
}

static gboolean
is_paused_until_november (Fixture *f)
{
  g_autoptr (LimberClient) client = client_now (f);

  return client->paused_until == limber_date_from_ymd (2026, 11, 1);
}

static gboolean
is_reminded (Fixture *f)
{
  return !is_paused (f);
}

/* The row for the end comes with the answer of the store. */
static void
pause_reminders (Fixture *f)
{
  show_tab (f, "reminders");
  page_test_wait_text (f->record, "Pause");
  gtk_switch_set_active (GTK_SWITCH (page_test_find (f->record, GTK_TYPE_SWITCH, NULL)), TRUE);
  WAIT_UNTIL (is_paused (f));
  page_test_wait_text (f->record, "Until");
}

static void
test_pause_until_a_day (Fixture *f, gconstpointer data)
{
  GtkWidget *until;

  pause_reminders (f);
  until = page_test_find_row (f->record, "Until (empty is open-ended)");
  gtk_editable_set_text (GTK_EDITABLE (until), "2026-11-01");
  g_signal_emit_by_name (until, "apply");
  WAIT_UNTIL (is_paused_until_november (f));
}

static gboolean
is_archived (Fixture *f)
{
  g_autoptr (LimberClient) client = client_now (f);

  return client->archived_at != 0;
}

static gboolean
is_in_the_list (Fixture *f)
{
  return !is_archived (f);
}

static void
test_archive_and_undo (Fixture *f, gconstpointer data)
{
  gtk_widget_activate_action (f->record, "record.archive", NULL);
  WAIT_UNTIL (is_archived (f));
  page_test_wait_text (f->window, "Rafferty Quill is archived");
  page_test_wait_text (f->record, "archived");
  page_test_click (f->window, GTK_TYPE_BUTTON, "Undo");
  WAIT_UNTIL (is_in_the_list (f));
  page_test_wait_no_text (f->record, "archived");
}

/* One day alone says its month too. */
static void
test_one_best_day (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberDb) db = open_again (f, LIMBER_DB_WRITE);
  g_autoptr (LimberClient) client = client_now (f);

  client->pin_from = client->pin_to = 5;
  limber_record_set_text (&client->pin_reason, "asked for it");
  limber_db_begin (db, NULL);
  g_assert_true (limber_record_update (db, &limber_client_type, client, NULL));
  g_assert_true (limber_db_commit (db, NULL));
  page_test_wait_text (f->record, "5 days out: pinned by the therapist");
  g_assert_nonnull (page_test_find (f->record, GTK_TYPE_LABEL, "Tue 6 Oct"));
}

static gboolean
is_opted_out_only (Fixture *f)
{
  g_autoptr (LimberClient) client = client_now (f);

  return client->opted_out && client->paused_on == LIMBER_DATE_NONE;
}

static GtkSwitch *
switch_of (Fixture *f, const char *title)
{
  return GTK_SWITCH (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (page_test_find_row (f->record, title))));
}

/* A second thought before the first is saved simply counts. */
static void
test_quick_switches (Fixture *f, gconstpointer data)
{
  show_tab (f, "reminders");
  gtk_switch_set_active (switch_of (f, "Pause"), TRUE);
  gtk_switch_set_active (switch_of (f, "Never remind"), TRUE);
  gtk_switch_set_active (switch_of (f, "Pause"), FALSE);
  WAIT_UNTIL (is_opted_out_only (f));
  run_what_is_due ();
  g_assert_false (gtk_switch_get_active (switch_of (f, "Pause")));
  g_assert_true (gtk_switch_get_active (switch_of (f, "Never remind")));
  g_assert_null (page_test_find (f->window, GTK_TYPE_LABEL, "meanwhile"));
}

static void
test_pause_and_end_it (Fixture *f, gconstpointer data)
{
  pause_reminders (f);
  gtk_switch_set_active (GTK_SWITCH (page_test_find (f->record, GTK_TYPE_SWITCH, NULL)), FALSE);
  WAIT_UNTIL (is_reminded (f));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("void-and-undo", test_void_and_undo);
  ADD ("count-again", test_count_again);
  ADD ("move-and-undo", test_move_and_undo);
  ADD ("move-stands-in-both-records", test_move_stands_in_both_records);
  ADD ("undo-meets-another-hand", test_undo_meets_another_hand);
  ADD ("amended-text-stays-readable", test_amended_text_stays_readable);
  ADD ("hangover", test_hangover);
  ADD ("no-hangover", test_no_hangover);
  ADD ("findings-by-area", test_findings_by_area);
  ADD ("self-care", test_self_care);
  ADD ("race-out-and-back", test_race_out_and_back);
  ADD ("race-entered", test_race_entered);
  ADD ("wait-from-the-record", test_wait_from_the_record);
  ADD ("changes-in-words", test_changes_in_words);
  ADD ("archive-and-undo", test_archive_and_undo);
  ADD ("one-best-day", test_one_best_day);
  ADD ("quick-switches", test_quick_switches);
  ADD ("health-added-and-resolved", test_health_added_and_resolved);
  ADD ("pause-until-a-day", test_pause_until_a_day);
  ADD ("pause-and-end-it", test_pause_and_end_it);
  return g_test_run ();
}
