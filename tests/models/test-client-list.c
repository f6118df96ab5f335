/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "listen.h"
#include "models/client-list.h"

#define CROWD 1000

static void
add_client (LimberDb *db, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberClient) client = limber_client_new ();

  client->name = g_strdup (name);
  g_assert_true (limber_record_insert (db, &limber_client_type, client, &error));
  g_assert_no_error (error);
}

static LimberStore *
crowd (Fixture *fixture)
{
  g_assert_true (limber_db_begin (fixture->db, NULL));
  for (int i = 0; i < CROWD; i++)
    {
      g_autofree char *name = g_strdup_printf ("Runner%04d", i);

      add_client (fixture->db, name);
    }
  add_client (fixture->db, "Zelda Only");
  g_assert_true (limber_db_commit (fixture->db, NULL));
  return limber_store_new_for_db (g_steal_pointer (&fixture->db));
}

static LimberClientQuery
query_of (char *text)
{
  return (LimberClientQuery) { .text = text, .today = limber_date_from_ymd (2026, 9, 29) };
}

static const LimberClientSummary *
summary_at (LimberClientList *list, guint position)
{
  g_autoptr (LimberRow) row = g_list_model_get_item (G_LIST_MODEL (list), position);

  return limber_row_get_record (row);
}

static void
count_up (guint *count)
{
  ++*count;
}

static void
wait_for_items (LimberClientList *list, guint n)
{
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (list)) == n);
}

static void
test_reads_only_what_is_asked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberStore) store = crowd (fixture);
  g_autoptr (LimberClientList) list = limber_client_list_new (store);
  LimberClientQuery query = query_of (NULL);
  g_autofree char *changes = NULL, *rest = NULL;
  g_autoptr (LimberRow) row = NULL, next = NULL;
  Listener listener;
  guint before;

  listener_init (&listener, list);
  limber_client_list_set_query (list, &query);
  changes = listener_wait (&listener);
  g_assert_cmpstr (changes, ==, "0-0+16 ");
  before = limber_client_list_get_n_fetched (list);
  g_assert_cmpuint (before, ==, LIMBER_CLIENT_LIST_FIRST);
  g_assert_false (limber_client_list_get_complete (list));

  wait_for_items (list, CROWD + 1);
  rest = listener_take (&listener);
  g_assert_cmpstr (rest, ==, "16-0+40 56-0+40 96-0+40 136-0+40 176-0+825 ");
  g_assert_true (limber_client_list_get_complete (list));
  g_assert_cmpuint (limber_client_list_get_n_found (list), ==, CROWD + 1);
  g_assert_cmpuint (limber_client_list_get_n_fetched (list), ==, before);
  row = g_list_model_get_item (G_LIST_MODEL (list), 700);
  g_assert_null (limber_row_get_record (row));
  next = g_list_model_get_item (G_LIST_MODEL (list), 701);
  g_assert_null (limber_row_get_record (next));
  WAIT_UNTIL (limber_row_get_record (row) != NULL && limber_row_get_record (next) != NULL);
  g_assert_cmpstr (summary_at (list, 700)->name, ==, "Runner0699");
  g_assert_cmpuint (limber_client_list_get_n_fetched (list), ==, before + 2);
  g_string_free (listener.changes, TRUE);
}

static void
test_search_is_limited_and_comes_with_its_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberStore) store = crowd (fixture);
  g_autoptr (LimberClientList) list = limber_client_list_new (store);
  LimberClientQuery many = query_of ((char *) "runner"), one = query_of ((char *) "zel on"), none = query_of ((char *) "qqq");
  g_autofree char *first = NULL, *second = NULL, *third = NULL;
  Listener listener;

  listener_init (&listener, list);
  limber_client_list_set_query (list, &many);
  first = listener_wait (&listener);
  g_assert_cmpstr (first, ==, "0-0+16 ");
  g_assert_true (limber_client_list_get_more (list));
  g_assert_cmpuint (limber_client_list_get_n_found (list), ==, LIMBER_CLIENT_LIST_MAX_FOUND);
  g_assert_cmpuint (limber_client_list_get_n_fetched (list), ==, LIMBER_CLIENT_LIST_FIRST);
  g_assert_cmpstr (summary_at (list, 0)->name, ==, "Runner0000");

  limber_client_list_set_query (list, &one);
  second = listener_wait (&listener);
  g_assert_cmpstr (second, ==, "0-16+1 ");
  g_assert_false (limber_client_list_get_more (list));
  g_assert_cmpstr (summary_at (list, 0)->name, ==, "Zelda Only");
  g_assert_cmpstr (summary_at (list, 0)->state, ==, "new");

  limber_client_list_set_query (list, &none);
  third = listener_wait (&listener);
  g_assert_cmpstr (third, ==, "0-1+0 ");
  g_string_free (listener.changes, TRUE);
}

/* A second of typing: no key may pay for the rows that the one before had still to come. */
static void
test_a_key_reads_one_screenful (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "r", "ru", "run", "runn", "", "z", "", "runner00", "runner0" };
  static const guint found[] = { 16, 16, 16, 16, 16, 1, 16, 16, 16 };
  g_autoptr (LimberStore) store = crowd (fixture);
  g_autoptr (LimberClientList) list = limber_client_list_new (store);
  Listener listener;

  listener_init (&listener, list);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      LimberClientQuery query = query_of ((char *) keys[i]);
      guint before = limber_client_list_get_n_fetched (list), loaded = 0;
      gulong id = g_signal_connect_swapped (list, "loaded", G_CALLBACK (count_up), &loaded);

      limber_client_list_set_query (list, &query);
      limber_client_list_set_query (list, &query);
      WAIT_UNTIL (loaded > 0);
      g_signal_handler_disconnect (list, id);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, found[i]);
      g_assert_cmpuint (limber_client_list_get_n_fetched (list) - before, ==, found[i]);
    }
  g_string_free (listener.changes, TRUE);
}

static gpointer
rename_first (LimberDb *db, gpointer data, GError **error)
{
  g_autoptr (LimberClient) client = limber_record_find (db, &limber_client_type, error, "WHERE name = $1", "s",
                                                        "Runner0000");

  limber_record_set_text (&client->phone, "0301234");
  limber_record_update (db, &limber_client_type, client, error);
  return NULL;
}

static gpointer
archive_second (LimberDb *db, gpointer data, GError **error)
{
  g_autoptr (LimberClient) client = limber_record_find (db, &limber_client_type, error, "WHERE name = $1", "s",
                                                        "Runner0001");

  client->archived_at = 1;
  limber_record_update (db, &limber_client_type, client, error);
  return NULL;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  g_assert_no_error (error);
}

static void
test_change_keeps_the_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberStore) store = crowd (fixture);
  g_autoptr (LimberClientList) list = limber_client_list_new (store);
  LimberClientQuery query = query_of (NULL);
  g_autofree char *filled = NULL, *same = NULL, *shorter = NULL;
  g_autoptr (LimberRow) row = NULL, again = NULL;
  Listener listener;

  listener_init (&listener, list);
  limber_client_list_set_query (list, &query);
  wait_for_items (list, CROWD + 1);
  filled = listener_take (&listener);
  /* "Only", the family name, stands before the runners. */
  row = g_list_model_get_item (G_LIST_MODEL (list), 1);

  limber_store_write_async (store, rename_first, NULL, NULL, NULL, NULL, written_cb, NULL);
  WAIT_UNTIL (((const LimberClientSummary *) limber_row_get_record (row))->base.version != 1);
  same = listener_take (&listener);
  g_assert_cmpstr (same, ==, "");
  again = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (row == again);
  g_assert_cmpint (((const LimberClientSummary *) limber_row_get_record (row))->base.version, ==, 2);

  limber_store_write_async (store, archive_second, NULL, NULL, NULL, NULL, written_cb, NULL);
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (list)) <= CROWD);
  shorter = listener_take (&listener);
  g_assert_cmpstr (shorter, ==, "2-1+0 ");
  g_string_free (listener.changes, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/models/client-list/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("reads-only-what-is-asked", test_reads_only_what_is_asked);
  ADD ("search-is-limited-and-comes-with-its-rows", test_search_is_limited_and_comes_with_its_rows);
  ADD ("a-key-reads-one-screenful", test_a_key_reads_one_screenful);
  ADD ("change-keeps-the-rows", test_change_keeps_the_rows);
  return g_test_run ();
}
