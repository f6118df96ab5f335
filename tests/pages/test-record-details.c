/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include "pages/clients/record-details.h"

/* The form about a client over a real store: what is typed, what is refused, and who else was there. */

static GtkWidget *
details_of (Fixture *f)
{
  GtkWidget *details;

  show_tab (f, "details");
  details = page_test_find (f->window, LIMBER_TYPE_RECORD_DETAILS, NULL);
  g_assert_nonnull (details);
  return details;
}

static void
type_into (Fixture *f, const char *title, const char *text)
{
  GtkWidget *row = page_test_find_row (details_of (f), title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static const char *
text_in (Fixture *f, const char *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (page_test_find_row (details_of (f), title)));
}

static gboolean
save_is_offered (Fixture *f, const char *label)
{
  GtkWidget *save = page_test_find (details_of (f), GTK_TYPE_BUTTON, label);

  return save != NULL && gtk_widget_get_sensitive (save);
}

static LimberClient *
client_of (Fixture *f)
{
  return read_row (f, &limber_client_type, f->client_id);
}

static gboolean
has_phone (gpointer data)
{
  g_autoptr (LimberClient) client = client_of (data);

  return g_strcmp0 (client->phone, "555 0102") == 0;
}

static void
test_saves (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberClient) client = NULL;

  type_into (f, "Phone", "555 0102");
  type_into (f, "Team", "harrier vale ac");
  type_into (f, "Emergency contact", "Odalys");
  type_into (f, "Consent given on", "2026-09-01");
  g_assert_true (save_is_offered (f, "Save"));
  page_test_click (details_of (f), GTK_TYPE_BUTTON, "Save");
  WAIT_UNTIL (has_phone (f));
  page_test_wait_no_text (f->window, "Discard");
  client = client_of (f);
  g_assert_cmpstr (client->team_id, ==, f->team_id);
  g_assert_cmpstr (client->emergency_name, ==, "Odalys");
  g_assert_cmpint (client->consent_on, ==, limber_date_from_ymd (2026, 9, 1));
}

/* "Today" is the clinic's, whatever the computer's clock says. */
static void
test_a_day_in_words (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberClient) client = NULL;

  type_into (f, "Phone", "555 0102");
  type_into (f, "Consent given on", "today");
  page_test_click (details_of (f), GTK_TYPE_BUTTON, "Save");
  WAIT_UNTIL (has_phone (f));
  client = client_of (f);
  g_assert_cmpint (client->consent_on, ==, limber_date_from_ymd (2026, 9, 29));
}

static void
test_refuses (Fixture *f, gconstpointer data)
{
  static const struct {
    const char *title;
    const char *text;
    const char *reason;
  } wrong[] = {
    { "Phone", "call me", "This is not a phone number." },
    { "E-mail", "nobody", "This is not an e-mail address." },
    { "Birthday (year-month-day)", "2031-01-01", "A date is written as" },
    { "Consent given on", "2026-02-30", "A date is written as" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *was = g_strdup (text_in (f, wrong[i].title));

      type_into (f, wrong[i].title, wrong[i].text);
      page_test_wait_text (f->window, wrong[i].reason);
      g_assert_false (save_is_offered (f, "Save"));
      type_into (f, wrong[i].title, was);
    }
  type_into (f, "Name", "   ");
  page_test_wait_text (f->window, "A client needs a name.");
}

static void
test_guardian_of_a_minor (Fixture *f, gconstpointer data)
{
  GtkWidget *guardian = page_test_find_row (details_of (f), "Guardian");

  g_assert_false (gtk_widget_get_visible (guardian));
  type_into (f, "Birthday (year-month-day)", "2011-05-04");
  g_assert_true (gtk_widget_get_visible (guardian));
  type_into (f, "Birthday (year-month-day)", "2008-09-29");
  g_assert_false (gtk_widget_get_visible (guardian));
}

/* Somebody at another desk, over a connection of their own. */
static void
write_elsewhere (Fixture *f, const char *phone, const char *sport)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = open_again (f, LIMBER_DB_WRITE);
  g_autoptr (LimberClient) client = limber_record_load (db, &limber_client_type, f->client_id, NULL);

  limber_db_begin (db, &error);
  limber_record_set_text (&client->phone, phone);
  limber_record_set_text (&client->sport, sport);
  limber_record_update (db, &limber_client_type, client, &error);
  limber_db_commit (db, &error);
  g_assert_no_error (error);
}

static void
meet_another_hand (Fixture *f)
{
  type_into (f, "Phone", "555 0102");
  write_elsewhere (f, "555 0999", "Triathlete");
  /* The head of the record follows at once; the form keeps the words. */
  page_test_wait_text (f->window, "Triathlete");
  g_assert_cmpstr (text_in (f, "Phone"), ==, "555 0102");
  page_test_click (details_of (f), GTK_TYPE_BUTTON, "Save");
  page_test_wait_text (f->window, "Somebody else changed this client meanwhile");
  g_assert_cmpstr (text_in (f, "Phone"), ==, "555 0102");
}

static void
test_conflict_keeps_mine (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberClient) client = NULL;

  meet_another_hand (f);
  page_test_click (details_of (f), GTK_TYPE_BUTTON, "Keep Mine");
  WAIT_UNTIL (has_phone (f));
  client = client_of (f);
  /* What was not touched here follows the other hand. */
  g_assert_cmpstr (client->sport, ==, "Triathlete");
  page_test_wait_no_text (f->window, "Somebody else changed");
}

static void
test_conflict_takes_theirs (Fixture *f, gconstpointer data)
{
  meet_another_hand (f);
  page_test_click (details_of (f), GTK_TYPE_BUTTON, "Take Theirs");
  g_assert_cmpstr (text_in (f, "Phone"), ==, "555 0999");
  g_assert_cmpstr (text_in (f, "Sport"), ==, "Triathlete");
  g_assert_false (has_phone (f));
}

static void
exec_elsewhere (Fixture *f, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = open_again (f, LIMBER_DB_WRITE);

  limber_db_exec (db, &error, sql, NULL);
  g_assert_no_error (error);
}

/* The database refuses, the words stay, and the second try goes through. */
static void
test_failure_and_retry (Fixture *f, gconstpointer data)
{
  exec_elsewhere (f, "CREATE TRIGGER refuse BEFORE UPDATE ON client BEGIN SELECT RAISE (ABORT, 'no room'); END");
  type_into (f, "Phone", "555 0102");
  page_test_click (details_of (f), GTK_TYPE_BUTTON, "Save");
  page_test_wait_text (f->window, "Not saved:");
  g_assert_cmpstr (text_in (f, "Phone"), ==, "555 0102");
  exec_elsewhere (f, "DROP TRIGGER refuse");
  g_assert_true (save_is_offered (f, "Retry"));
  page_test_click (details_of (f), GTK_TYPE_BUTTON, "Retry");
  WAIT_UNTIL (has_phone (f));
}

static gboolean
has_referrer (gpointer data)
{
  Fixture *f = data;
  g_autoptr (LimberClient) client = client_of (f);

  return g_strcmp0 (client->referrer_client_id, f->other_id) == 0;
}

static gboolean
has_team_referrer (gpointer data)
{
  Fixture *f = data;
  g_autoptr (LimberClient) client = client_of (f);

  return g_strcmp0 (client->referrer_team_id, f->team_id) == 0 && client->referrer_client_id == NULL;
}

typedef struct {
  GtkWidget *dialog;
  const char *name;
} Hit;

static gboolean
has_hit (gpointer data)
{
  Hit *hit = data;

  return page_test_find (hit->dialog, GTK_TYPE_LIST_BOX_ROW, hit->name) != NULL;
}

static void
pick (GtkWidget *dialog, const char *typed, const char *name)
{
  Hit hit = { dialog, name };
  GtkWidget *row;

  gtk_editable_set_text (GTK_EDITABLE (page_test_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL)), typed);
  WAIT_UNTIL (has_hit (&hit));
  row = page_test_find (dialog, GTK_TYPE_LIST_BOX_ROW, name);
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
}

static void
test_referrer (Fixture *f, gconstpointer data)
{
  GtkWidget *kind = page_test_find_row (details_of (f), "Sent by");
  GtkWidget *dialog;

  adw_combo_row_set_selected (ADW_COMBO_ROW (kind), 1);
  page_test_wait_text (f->window, "Say who sent the client.");
  page_test_click (details_of (f), GTK_TYPE_BUTTON, "Choose…");
  dialog = wait_for_dialog (f);
  /* Nobody sends themselves. */
  pick (dialog, "raff", "Rafferty Quill");
  g_assert_false (gtk_widget_get_sensitive (page_test_find (dialog, GTK_TYPE_BUTTON, "Choose")));
  pick (dialog, "juni", "Juniper Ashgrove");
  page_test_click (dialog, GTK_TYPE_BUTTON, "Choose");
  page_test_click (details_of (f), GTK_TYPE_BUTTON, "Save");
  WAIT_UNTIL (has_referrer (f));
  page_test_wait_no_text (f->window, "Discard");

  adw_combo_row_set_selected (ADW_COMBO_ROW (kind), 2);
  page_test_click (details_of (f), GTK_TYPE_BUTTON, "Save");
  WAIT_UNTIL (has_team_referrer (f));
}

#define ADD(path, func) g_test_add ("/record-details/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("saves", test_saves);
  ADD ("a-day-in-words", test_a_day_in_words);
  ADD ("refuses", test_refuses);
  ADD ("guardian-of-a-minor", test_guardian_of_a_minor);
  ADD ("conflict-keeps-mine", test_conflict_keeps_mine);
  ADD ("conflict-takes-theirs", test_conflict_takes_theirs);
  ADD ("failure-and-retry", test_failure_and_retry);
  ADD ("referrer", test_referrer);
  return g_test_run ();
}
