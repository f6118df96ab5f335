/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-fixture.h"

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

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/clients-page/enter-waits-for-the-answer", Fixture, NULL, present_page, test_enter_waits_for_the_answer,
              tear_down);
  g_test_add ("/clients-page/a-key-is-one-question", Fixture, NULL, present_page, test_a_key_is_one_question, tear_down);
  return g_test_run ();
}
