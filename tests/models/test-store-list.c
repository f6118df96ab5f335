/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "listen.h"
#include "models/store-list.h"

static void
free_staff (gpointer staff)
{
  limber_staff_free (staff);
}

static gpointer
list_staff (LimberDb *db, gpointer data, GError **error)
{
  return limber_record_select (db, &limber_staff_type, error, "ORDER BY name", NULL);
}

static gpointer
add_staff (LimberDb *db, gpointer data, GError **error)
{
  g_autoptr (LimberStaff) staff = limber_staff_new ();

  staff->name = g_strdup (data);
  staff->role = LIMBER_STAFF_ROLE_THERAPIST;
  limber_record_insert (db, &limber_staff_type, staff, error);
  return NULL;
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  g_assert_no_error (error);
}

static char *
add_and_wait (LimberStore *store, Listener *listener, const char *name)
{
  limber_store_write_async (store, add_staff, g_strdup (name), g_free, NULL, NULL, added_cb, NULL);
  return listener_wait (listener);
}

static void
test_splices_by_id (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberStore) store = limber_store_new_for_db (g_steal_pointer (&fixture->db));
  g_autoptr (LimberStoreList) list = limber_store_list_new (store, LIMBER_TOPIC_STAFF, free_staff);
  g_autofree char *before = NULL, *b = NULL, *d = NULL, *c = NULL;
  g_autoptr (LimberRow) row = NULL, again = NULL;
  Listener listener;

  listener_init (&listener, list);
  limber_store_list_set_query (list, list_staff, NULL, NULL, NULL);
  before = listener_wait (&listener);
  b = add_and_wait (store, &listener, "zb");
  d = add_and_wait (store, &listener, "zd");
  row = g_list_model_get_item (G_LIST_MODEL (list), g_list_model_get_n_items (G_LIST_MODEL (list)) - 1);
  c = add_and_wait (store, &listener, "zc");
  again = g_list_model_get_item (G_LIST_MODEL (list), g_list_model_get_n_items (G_LIST_MODEL (list)) - 1);
  g_assert_true (row == again);
  g_assert_true (g_str_has_suffix (b, "-0+1 "));
  g_assert_true (g_str_has_suffix (d, "-0+1 "));
  g_assert_true (g_str_has_suffix (c, "-0+1 "));
  g_string_free (listener.changes, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/models/store-list/splices-by-id", Fixture, NULL, fixture_set_up, test_splices_by_id,
              fixture_tear_down);
  return g_test_run ();
}
