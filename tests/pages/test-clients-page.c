/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

#include "models/row.h"
#include "pages/clients/clients-page.h"

/* The list of clients beside the record: who is typed is who is opened. */

static void
present_page (Fixture *f, gconstpointer data)
{
  set_up (f, data);
  adw_window_set_content (ADW_WINDOW (f->window), limber_clients_page_new (f->store, f->clock));
}

static GListModel *
list_of (Fixture *f)
{
  return G_LIST_MODEL (gtk_list_view_get_model (
    GTK_LIST_VIEW (page_test_find (f->window, GTK_TYPE_LIST_VIEW, NULL))));
}

static gboolean
lists_both (gpointer f)
{
  return page_test_find (((Fixture *) f)->window, GTK_TYPE_LIST_VIEW, NULL) != NULL
         && g_list_model_get_n_items (list_of (f)) == 2;
}

static const char *
opened (Fixture *f)
{
  GtkWidget *record = page_test_find (f->window, LIMBER_TYPE_CLIENT_RECORD, NULL);

  return record ? limber_client_record_get_client_id (LIMBER_CLIENT_RECORD (record)) : NULL;
}

static gboolean
has_opened (gpointer f)
{
  return opened (f) != NULL;
}

/* The one who is typed stands last in the list of all: whoever hurries must not get the first of that list. */
static void
test_enter_waits_for_the_answer (Fixture *f, gconstpointer data)
{
  GtkWidget *search;

  WAIT_UNTIL (lists_both (f));
  search = page_test_find (f->window, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "raff");
  g_signal_emit_by_name (search, "activate");
  WAIT_UNTIL (has_opened (f));
  g_assert_cmpstr (opened (f), ==, f->client_id);
}

static void
note_question (GtkWidget *search, GString *questions)
{
  g_string_append_printf (questions, "%s|", gtk_editable_get_text (GTK_EDITABLE (search)));
}

/* Each change of the text is one question, and none about an empty text in between. */
static void
test_a_key_is_one_question (Fixture *f, gconstpointer data)
{
  static const char *const texts[] = { "r", "ra", "raff", "rö", "", "wr" };
  g_autoptr (GString) questions = g_string_new (NULL);
  GtkWidget *page = adw_window_get_content (ADW_WINDOW (f->window));

  WAIT_UNTIL (lists_both (f));
  g_signal_connect (page_test_find (f->window, GTK_TYPE_SEARCH_ENTRY, NULL), "search-changed",
                    G_CALLBACK (note_question), questions);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint before = questions->len;

      limber_clients_page_search (LIMBER_CLIENTS_PAGE (page), texts[i]);
      WAIT_UNTIL (questions->len > before);
    }
  g_assert_cmpstr (questions->str, ==, "r|ra|raff|rö||wr|");
}

#define CROWD 120

static char *
add_crowd (Fixture *f)
{
  g_autoptr (LimberDb) db = open_again (f, LIMBER_DB_WRITE);
  char *id = NULL;

  limber_db_begin (db, NULL);
  for (guint i = 0; i < CROWD; i++)
    {
      g_autofree char *name = g_strdup_printf ("Runner %03u", i);

      g_free (id);
      id = add_client (db, name);
    }
  g_assert_true (limber_db_commit (db, NULL));
  return id;
}

static const char *
selected (Fixture *f)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (list_of (f));
  LimberRow *row = gtk_single_selection_get_selected_item (selection);

  return row != NULL ? limber_row_get_id (row) : NULL;
}

static gboolean
is_in_sight (Fixture *f)
{
  GtkListView *view = GTK_LIST_VIEW (page_test_find (f->window, GTK_TYPE_LIST_VIEW, NULL));
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  double height = gtk_adjustment_get_upper (adjustment) / g_list_model_get_n_items (list_of (f));
  double end = height * (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (list_of (f))) + 1);

  return gtk_adjustment_get_value (adjustment) > 0
         && end <= gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) + 1;
}

/* Whoever is opened from elsewhere, as a new client is, stands in the list too: selected, and in sight. */
static void
test_opened_from_elsewhere (Fixture *f, gconstpointer data)
{
  g_autofree char *last = NULL;

  WAIT_UNTIL (lists_both (f));
  last = add_crowd (f);
  limber_clients_page_show_client (LIMBER_CLIENTS_PAGE (adw_window_get_content (ADW_WINDOW (f->window))), last);
  WAIT_UNTIL (g_strcmp0 (selected (f), last) == 0);
  WAIT_UNTIL (is_in_sight (f));
  g_assert_cmpstr (opened (f), ==, last);
}

static GtkToggleButton *
pill (Fixture *f, const char *label)
{
  return GTK_TOGGLE_BUTTON (page_test_find (f->window, GTK_TYPE_TOGGLE_BUTTON, label));
}

static void
test_filter_has_a_name (Fixture *f, gconstpointer data)
{
  GObject *page = G_OBJECT (adw_window_get_content (ADW_WINDOW (f->window)));
  g_autofree char *racing = NULL;

  WAIT_UNTIL (lists_both (f));
  gtk_toggle_button_set_active (pill (f, "Racing"), TRUE);
  g_object_get (page, "filter", &racing, NULL);
  g_assert_cmpstr (racing, ==, "racing");
  g_object_set (page, "filter", "due", NULL);
  g_assert_true (gtk_toggle_button_get_active (pill (f, "Due")));
  g_object_set (page, "filter", "no such filter", NULL);
  g_assert_true (gtk_toggle_button_get_active (pill (f, "Due")));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/clients-page/enter-waits-for-the-answer", Fixture, NULL, present_page, test_enter_waits_for_the_answer,
              tear_down);
  g_test_add ("/clients-page/a-key-is-one-question", Fixture, NULL, present_page, test_a_key_is_one_question, tear_down);
  g_test_add ("/clients-page/opened-from-elsewhere", Fixture, NULL, present_page, test_opened_from_elsewhere, tear_down);
  g_test_add ("/clients-page/filter-has-a-name", Fixture, NULL, present_page, test_filter_has_a_name, tear_down);
  return g_test_run ();
}
