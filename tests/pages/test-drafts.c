/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include "pages/clients/client-dialog.h"
#include "pages/session/session-notes-dialog.h"
#include "store/draft.h"
#include "store/health.h"

/* What is typed and not saved is in the file soon, and in the form again when the window is new. The fixture's store
 * stays open, as the file of a killed program stays; nothing is handed over from one window to the next. */

static char *
kept (Fixture *f, const char *form, const char *subject, const char *field)
{
  g_autoptr (LimberDb) db = open_again (f, LIMBER_DB_READ);
  g_autoptr (GHashTable) fields = NULL;

  limber_db_set_actor (db, f->staff_id, NULL);
  fields = limber_draft_read (db, form, subject, NULL);
  return g_strdup (g_hash_table_lookup (fields, field));
}

static gboolean
is_kept (Fixture *f, const char *form, const char *subject, const char *field, const char *value)
{
  g_autofree char *now = kept (f, form, subject, field);

  return g_strcmp0 (now, value) == 0;
}

static void
reopen (Fixture *f)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  run_what_is_due ();
  present_record (f, 1360, 860);
}

static GtkWidget *
row (Fixture *f, const char *tab, const char *title)
{
  show_tab (f, tab);
  return page_test_find_row (f->record, title);
}

static void
type_into (Fixture *f, const char *tab, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row (f, tab, title)), text);
}

static const char *
text_in (Fixture *f, const char *tab, const char *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (row (f, tab, title)));
}

static gboolean
says (Fixture *f, const char *tab, const char *title, const char *text)
{
  return g_str_equal (text_in (f, tab, title), text);
}

static void
open_client (Fixture *f, const char *id, const char *name)
{
  limber_client_record_open (LIMBER_CLIENT_RECORD (f->record), id);
  WAIT_UNTIL (says (f, "details", "Name", name));
}

static LimberClient *
client_of (Fixture *f)
{
  return read_row (f, &limber_client_type, f->client_id);
}

static void
test_details_survive (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberClient) client = NULL;

  type_into (f, "details", "Phone", "555 0102");
  type_into (f, "details", "Consent given on", "2026-09");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row (f, "details", "Preferred therapist")), 1);
  WAIT_UNTIL (is_kept (f, "details", f->client_id, "consent_on", "2026-09"));
  reopen (f);
  WAIT_UNTIL (says (f, "details", "Phone", "555 0102"));
  g_assert_cmpstr (text_in (f, "details", "Consent given on"), ==, "2026-09");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row (f, "details", "Preferred therapist"))), ==, 1);
  page_test_wait_text (f->record, "Details •");
  type_into (f, "details", "Consent given on", "2026-09-28");
  page_test_wait_text (f->record, "You typed this earlier and did not save it.");
  page_test_click (f->record, GTK_TYPE_BUTTON, "Save");
  WAIT_UNTIL (is_kept (f, "details", f->client_id, "phone", NULL));
  client = client_of (f);
  g_assert_cmpstr (client->phone, ==, "555 0102");
  g_assert_cmpstr (client->preferred_staff_id, ==, f->staff_id);
  page_test_wait_no_text (f->record, "Details •");
}

static void
test_discarding_forgets (Fixture *f, gconstpointer data)
{
  type_into (f, "details", "Sport", "fell running");
  WAIT_UNTIL (is_kept (f, "details", f->client_id, "sport", "fell running"));
  page_test_click (f->record, GTK_TYPE_BUTTON, "Discard");
  WAIT_UNTIL (is_kept (f, "details", f->client_id, "sport", NULL));
  g_assert_cmpstr (text_in (f, "details", "Sport"), !=, "fell running");
}

static void
test_going_back_by_hand_forgets (Fixture *f, gconstpointer data)
{
  g_autofree char *was = g_strdup (text_in (f, "details", "Sport"));

  type_into (f, "details", "Sport", "fell running");
  WAIT_UNTIL (is_kept (f, "details", f->client_id, "sport", "fell running"));
  type_into (f, "details", "Sport", was);
  WAIT_UNTIL (is_kept (f, "details", f->client_id, "sport", NULL));
  g_assert_null (page_test_find (f->record, GTK_TYPE_BUTTON, "Discard"));
}

/* The program was killed between the save and the moment it would have forgotten the draft. */
static void
test_what_is_saved_is_no_draft (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  LimberDraft draft = { (char *) "details", f->client_id, f->client_id, NULL };
  g_autoptr (LimberDb) db = open_again (f, LIMBER_DB_WRITE);
  g_autofree char *name = g_strdup (text_in (f, "details", "Name"));

  gtk_window_destroy (GTK_WINDOW (f->window));
  run_what_is_due ();
  g_hash_table_insert (fields, (gpointer) "name", name);
  limber_db_set_actor (db, f->staff_id, NULL);
  limber_db_begin (db, NULL);
  limber_draft_write (db, &draft, fields, NULL);
  limber_db_commit (db, NULL);
  present_record (f, 1360, 860);
  WAIT_UNTIL (is_kept (f, "details", f->client_id, "name", NULL));
  show_tab (f, "details");
  g_assert_null (page_test_find (f->record, GTK_TYPE_BUTTON, "Discard"));
}

/* What cannot be saved yet is not lost by looking at somebody else. */
static void
test_survives_another_client (Fixture *f, gconstpointer data)
{
  type_into (f, "details", "E-mail", "rafferty@");
  open_client (f, f->other_id, "Juniper Ashgrove");
  g_assert_cmpstr (text_in (f, "details", "E-mail"), ==, "");
  page_test_wait_no_text (f->record, "Details •");
  open_client (f, f->client_id, "Rafferty Quill");
  WAIT_UNTIL (says (f, "details", "E-mail", "rafferty@"));
}

/* A save that meets another hand while somebody else is open: the words wait where they belong. */
static void
test_a_late_conflict_keeps_the_words (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberDb) db = open_again (f, LIMBER_DB_WRITE);
  g_autoptr (LimberClient) theirs = client_of (f);

  type_into (f, "details", "Phone", "555 0102");
  limber_db_begin (db, NULL);
  limber_record_set_text (&theirs->phone, "555 0999");
  g_assert_true (limber_record_update (db, &limber_client_type, theirs, NULL));
  limber_db_commit (db, NULL);
  open_client (f, f->other_id, "Juniper Ashgrove");
  page_test_wait_text (f->window, "What you typed about Rafferty Quill is not saved");
  g_assert_cmpstr (text_in (f, "details", "Phone"), !=, "555 0102");
  open_client (f, f->client_id, "Rafferty Quill");
  WAIT_UNTIL (says (f, "details", "Phone", "555 0102"));
}

static LimberHealthItem *
only_item (Fixture *f)
{
  g_autoptr (LimberDb) db = open_again (f, LIMBER_DB_READ);
  g_autoptr (GPtrArray) items = limber_record_select (db, &limber_health_item_type, NULL, "", "");

  g_assert_cmpuint (items->len, ==, 1);
  return limber_health_item_copy (items->pdata[0]);
}

static gboolean
is_over_since_the_tenth (Fixture *f)
{
  g_autoptr (LimberHealthItem) item = only_item (f);

  return item->resolved == limber_date_from_ymd (2026, 9, 10);
}

static void
test_health_survives (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberHealthItem) item = NULL;

  type_into (f, "health", "What it is", "sprained ankle");
  WAIT_UNTIL (is_kept (f, "health", f->client_id, "text", "sprained ankle"));
  reopen (f);
  WAIT_UNTIL (says (f, "health", "What it is", "sprained ankle"));
  page_test_wait_text (f->record, "Health •");
  page_test_click (f->record, GTK_TYPE_BUTTON, "Add");
  WAIT_UNTIL (page_test_find (f->record, GTK_TYPE_BUTTON, "Edit") != NULL);
  WAIT_UNTIL (is_kept (f, "health", f->client_id, "text", NULL));

  /* A change goes back to the item that it belongs to. */
  page_test_click (f->record, GTK_TYPE_BUTTON, "Edit");
  type_into (f, "health", "Over since", "2026-09-10");
  WAIT_UNTIL (is_kept (f, "health", f->client_id, "resolved", "2026-09-10"));
  reopen (f);
  WAIT_UNTIL (says (f, "health", "Over since", "2026-09-10"));
  g_assert_cmpstr (text_in (f, "health", "What it is"), ==, "sprained ankle");
  page_test_click (f->record, GTK_TYPE_BUTTON, "Save");
  WAIT_UNTIL (is_over_since_the_tenth (f));
  item = only_item (f);
  g_assert_cmpstr (item->text, ==, "sprained ankle");
}

static GtkWidget *
new_client (Fixture *f)
{
  limber_client_dialog_present (f->record, f->store);
  return page_test_dialog (f->window);
}

static gboolean
dialog_says (GtkWidget *dialog, const char *text)
{
  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (page_test_find_row (dialog, "Name"))), text);
}

static void
test_new_client_survives (Fixture *f, gconstpointer data)
{
  GtkWidget *dialog = new_client (f);

  gtk_editable_set_text (GTK_EDITABLE (page_test_find_row (dialog, "Name")), "Odalys Wren");
  WAIT_UNTIL (is_kept (f, "new-client", "", "name", "Odalys Wren"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  run_what_is_due ();
  dialog = new_client (f);
  WAIT_UNTIL (dialog_says (dialog, "Odalys Wren"));
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (is_kept (f, "new-client", "", "name", NULL));
}

static GtkTextBuffer *
plan_of (GtkWidget *dialog)
{
  GtkWidget *heading = page_test_find (dialog, GTK_TYPE_LABEL, "Plan");

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_widget_get_next_sibling (heading)));
}

static gboolean
plan_says (GtkWidget *dialog, const char *text)
{
  GtkTextIter start, end;
  g_autofree char *now = NULL;

  gtk_text_buffer_get_bounds (plan_of (dialog), &start, &end);
  now = gtk_text_buffer_get_text (plan_of (dialog), &start, &end, FALSE);
  return g_str_equal (now, text);
}

static GtkWidget *
notes (Fixture *f)
{
  limber_session_notes_dialog_present (f->record, f->store, f->clock, f->session_id);
  return wait_for_dialog (f);
}

static void
test_session_notes_survive (Fixture *f, gconstpointer data)
{
  GtkWidget *dialog = notes (f);

  gtk_text_buffer_set_text (plan_of (dialog), "roll the calves", -1);
  WAIT_UNTIL (is_kept (f, "session-notes", f->session_id, "plan", "roll the calves"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  run_what_is_due ();
  dialog = notes (f);
  WAIT_UNTIL (plan_says (dialog, "roll the calves"));
  page_test_click (dialog, GTK_TYPE_BUTTON, "Save");
  WAIT_UNTIL (is_kept (f, "session-notes", f->session_id, "plan", NULL));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add ("/drafts/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("details-survive", test_details_survive);
  ADD ("discarding-forgets", test_discarding_forgets);
  ADD ("going-back-by-hand-forgets", test_going_back_by_hand_forgets);
  ADD ("what-is-saved-is-no-draft", test_what_is_saved_is_no_draft);
  ADD ("survives-another-client", test_survives_another_client);
  ADD ("a-late-conflict-keeps-the-words", test_a_late_conflict_keeps_the_words);
  ADD ("health-survives", test_health_survives);
  ADD ("new-client-survives", test_new_client_survives);
  ADD ("session-notes-survive", test_session_notes_survive);
#undef ADD
  return g_test_run ();
}
