/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "store/change-log.h"
#include "store/store.h"

#include "../wait.h"

typedef struct {
  GMainLoop *loop;
  gpointer result;
  GError *error;
  guint topics;
  guint n_changed;
} Waiter;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiter *waiter = data;

  waiter->result = limber_store_run_finish (LIMBER_STORE (source), result, &waiter->error);
  g_main_loop_quit (waiter->loop);
}

static void
changed_cb (LimberStore *store, guint topics, Waiter *waiter)
{
  waiter->topics |= topics;
  waiter->n_changed++;
}

static LimberStore *
open_store (Fixture *fixture, Waiter *waiter)
{
  LimberStore *store = limber_store_new_for_db (g_steal_pointer (&fixture->db));

  waiter->loop = g_main_loop_new (NULL, FALSE);
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), waiter);
  return store;
}

static void
waiter_clear (Waiter *waiter)
{
  g_main_loop_unref (waiter->loop);
  g_clear_error (&waiter->error);
}

static gpointer
add_client (LimberDb *db, gpointer data, GError **error)
{
  g_autoptr (LimberClient) client = limber_client_new ();

  limber_record_set_text (&client->name, data);
  if (!limber_record_insert (db, &limber_client_type, client, error))
    return NULL;
  return g_strdup (client->base.id);
}

static gpointer
add_and_fail (LimberDb *db, gpointer data, GError **error)
{
  g_autofree char *id = add_client (db, data, error);

  g_assert_nonnull (id);
  g_set_error_literal (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_OVERLAP, "taken");
  return NULL;
}

static gpointer
count_clients (LimberDb *db, gpointer data, GError **error)
{
  gint64 count = 0;

  limber_db_get_int (db, &count, error, "SELECT count(*) FROM client", NULL);
  return GINT_TO_POINTER ((int) count);
}

static void
assert_count (LimberStore *store, Waiter *waiter, int expected)
{
  limber_store_read_async (store, count_clients, NULL, NULL, NULL, NULL, done_cb, waiter);
  g_main_loop_run (waiter->loop);
  g_assert_no_error (waiter->error);
  g_assert_cmpint (GPOINTER_TO_INT (waiter->result), ==, expected);
}

static void
test_write_tells_what_changed (Fixture *fixture, gconstpointer data)
{
  Waiter waiter = { NULL };
  g_autoptr (LimberStore) store = open_store (fixture, &waiter);
  g_autoptr (LimberDb) other = NULL;
  g_autoptr (GError) error = NULL;

  limber_store_write_async (store, add_client, g_strdup ("Maria"), g_free, g_free, NULL, done_cb, &waiter);
  g_main_loop_run (waiter.loop);
  g_assert_no_error (waiter.error);
  g_assert_nonnull (waiter.result);
  g_free (waiter.result);
  g_assert_cmpuint (waiter.topics, ==, LIMBER_TOPIC_CLIENT);
  g_assert_cmpuint (waiter.n_changed, ==, 1);
  assert_count (store, &waiter, 1);

  /* The next to be heard of is somebody else: the store did not hear itself. */
  waiter.topics = 0;
  other = limber_db_open (fixture->path, LIMBER_DB_WRITE, &error);
  g_assert_no_error (error);
  fixture_begin (other);
  limber_staff_free (fixture_add_staff (other, "Anna"));
  fixture_commit (other);
  WAIT_UNTIL (waiter.topics != 0);
  g_assert_cmpuint (waiter.topics, ==, LIMBER_TOPIC_STAFF);
  g_assert_cmpuint (waiter.n_changed, ==, 2);
  waiter_clear (&waiter);
}

static void
test_failed_write_keeps_nothing (Fixture *fixture, gconstpointer data)
{
  Waiter waiter = { NULL };
  g_autoptr (LimberStore) store = open_store (fixture, &waiter);

  limber_store_write_async (store, add_and_fail, g_strdup ("Maria"), g_free, g_free, NULL, done_cb, &waiter);
  g_main_loop_run (waiter.loop);
  g_assert_error (waiter.error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_OVERLAP);
  g_clear_error (&waiter.error);
  g_assert_cmpuint (waiter.n_changed, ==, 0);
  assert_count (store, &waiter, 0);
  waiter_clear (&waiter);
}

static gpointer
note_order (LimberDb *db, gpointer data, GError **error)
{
  gpointer *pair = data;

  g_array_append_val (pair[0], pair[1]);
  return NULL;
}

static void
count_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  g_assert_no_error (error);
  (*(guint *) data)++;
}

/* Closing at once must not drop any of them. */
static void
test_fifo_and_close_drains (Fixture *fixture, gconstpointer data)
{
  Waiter waiter = { NULL };
  g_autoptr (LimberStore) store = open_store (fixture, &waiter);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (gpointer));
  guint finished = 0;

  for (guint i = 0; i < 100; i++)
    {
      gpointer *pair = g_new (gpointer, 2);

      pair[0] = order;
      pair[1] = GUINT_TO_POINTER (i);
      if (i % 3 == 0)
        limber_store_write_async (store, note_order, pair, g_free, NULL, NULL, count_cb, &finished);
      else
        limber_store_read_async (store, note_order, pair, g_free, NULL, NULL, count_cb, &finished);
    }
  limber_store_close (store);
  g_assert_cmpuint (order->len, ==, 100);
  for (guint i = 0; i < 100; i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_array_index (order, gpointer, i)), ==, i);
  WAIT_UNTIL (finished == 100);

  limber_store_read_async (store, count_clients, NULL, NULL, NULL, NULL, done_cb, &waiter);
  g_main_loop_run (waiter.loop);
  g_assert_error (waiter.error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_FAILED);
  waiter_clear (&waiter);
}

static void
test_cancelled_job_does_not_run (Fixture *fixture, gconstpointer data)
{
  Waiter waiter = { NULL };
  g_autoptr (LimberStore) store = open_store (fixture, &waiter);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  limber_store_write_async (store, add_client, g_strdup ("Maria"), g_free, g_free, cancellable, done_cb,
                            &waiter);
  g_main_loop_run (waiter.loop);
  g_assert_error (waiter.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&waiter.error);
  assert_count (store, &waiter, 0);
  waiter_clear (&waiter);
}

static gpointer
count_for_ever (LimberDb *db, gpointer data, GError **error)
{
  g_atomic_int_set ((int *) data, TRUE);
  limber_db_exec (db, error,
                  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n",
                  NULL);
  return NULL;
}

static void
test_cancelling_stops_a_running_query (Fixture *fixture, gconstpointer data)
{
  Waiter waiter = { NULL };
  g_autoptr (LimberStore) store = open_store (fixture, &waiter);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  int started = FALSE;

  limber_store_read_async (store, count_for_ever, &started, NULL, NULL, cancellable, done_cb, &waiter);
  WAIT_UNTIL (g_atomic_int_get (&started));
  g_cancellable_cancel (cancellable);
  g_main_loop_run (waiter.loop);
  g_assert_error (waiter.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&waiter.error);
  assert_count (store, &waiter, 0);
  waiter_clear (&waiter);
}

/* Another program commits: a signal within a second, naming just what it changed. */
static void
test_foreign_change_is_seen (Fixture *fixture, gconstpointer data)
{
  Waiter waiter = { NULL };
  g_autoptr (LimberStore) store = open_store (fixture, &waiter);
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) other = limber_db_open (fixture->path, LIMBER_DB_WRITE, &error);
  gint64 before;

  g_assert_no_error (error);
  assert_count (store, &waiter, 0);
  for (int i = 0; i < 3; i++)
    {
      waiter.topics = 0;
      fixture_begin (other);
      limber_staff_free (fixture_add_staff (other, "Anna"));
      fixture_commit (other);
      before = g_get_monotonic_time ();
      WAIT_UNTIL (waiter.topics != 0);
      g_assert_cmpuint (waiter.topics, ==, LIMBER_TOPIC_STAFF);
      g_assert_cmpint (g_get_monotonic_time () - before, <, G_USEC_PER_SEC);
    }
  waiter_clear (&waiter);
}

static void
commit_and_leave (Fixture *fixture, void (*add) (LimberDb *db))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) other = limber_db_open (fixture->path, LIMBER_DB_WRITE, &error);

  g_assert_no_error (error);
  fixture_begin (other);
  add (other);
  fixture_commit (other);
}

static void
add_anna (LimberDb *db)
{
  limber_staff_free (fixture_add_staff (db, "Anna"));
}

static void
add_maria (LimberDb *db)
{
  g_free (add_client (db, (gpointer) "Maria", NULL));
}

static void
done_hint_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gboolean *seen)
{
  *seen = *seen || event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT;
}

/* Does what another program does, and returns when the news must have reached the store's own monitor too, which is
 * quicker than this one. The store's context does not move meanwhile. */
static void
commit_and_let_news_arrive (Fixture *fixture, void (*add) (LimberDb *db))
{
  g_autoptr (GMainContext) aside = g_main_context_new ();
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (wal);
  g_autoptr (GFileMonitor) monitor = NULL;
  gboolean seen = FALSE;

  g_main_context_push_thread_default (aside);
  monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  g_file_monitor_set_rate_limit (monitor, 500);
  g_signal_connect (monitor, "changed", G_CALLBACK (done_hint_cb), &seen);
  commit_and_leave (fixture, add);
  while (!seen)
    g_main_context_iteration (aside, TRUE);
  g_main_context_pop_thread_default (aside);
}

static gpointer
say_so (LimberDb *db, gpointer said, GError **error)
{
  g_atomic_int_set ((int *) said, TRUE);
  return NULL;
}

/* Returns when the worker has done what it was given up to now; its answers wait for the main context. */
static void
let_worker_finish (LimberStore *store)
{
  int said = FALSE;

  limber_store_read_async (store, say_so, &said, NULL, NULL, NULL, NULL, NULL);
  while (!g_atomic_int_get (&said))
    g_thread_yield ();
}

/* Another program commits after the worker has looked for that and before its answer is heard. */
static void
test_foreign_change_during_a_look_is_seen (Fixture *fixture, gconstpointer data)
{
  Waiter waiter = { NULL };
  g_autoptr (LimberStore) store = open_store (fixture, &waiter);

  assert_count (store, &waiter, 0);
  commit_and_let_news_arrive (fixture, add_anna);
  g_main_context_iteration (NULL, TRUE);
  let_worker_finish (store);
  commit_and_let_news_arrive (fixture, add_maria);
  WAIT_UNTIL (waiter.topics == (LIMBER_TOPIC_STAFF | LIMBER_TOPIC_CLIENT));
  waiter_clear (&waiter);
}

/* Our own write comes right after another one's: the one signal names both. */
static void
test_own_write_tells_of_foreign_one (Fixture *fixture, gconstpointer data)
{
  Waiter waiter = { NULL };
  g_autoptr (LimberStore) store = open_store (fixture, &waiter);
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) other = limber_db_open (fixture->path, LIMBER_DB_WRITE, &error);

  g_assert_no_error (error);
  fixture_begin (other);
  limber_staff_free (fixture_add_staff (other, "Anna"));
  fixture_commit (other);
  limber_store_write_async (store, add_client, g_strdup ("Maria"), g_free, g_free, NULL, done_cb, &waiter);
  g_main_loop_run (waiter.loop);
  g_free (waiter.result);
  g_assert_cmpuint (waiter.topics, ==, LIMBER_TOPIC_STAFF | LIMBER_TOPIC_CLIENT);
  waiter_clear (&waiter);
}

static gint64
noon (gpointer data)
{
  return 1790000000;
}

static gpointer
last_change (LimberDb *db, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) changes = limber_change_log_of_entity (db, "client", data, 1, error);

  return changes != NULL && changes->len > 0 ? g_ptr_array_steal_index (changes, 0) : NULL;
}

static void
test_actor_and_clock_reach_the_log (Fixture *fixture, gconstpointer data)
{
  Waiter waiter = { NULL };
  g_autoptr (LimberStore) store = open_store (fixture, &waiter);
  g_autoptr (LimberChange) change = NULL;

  limber_store_set_actor (store, "anna", "Anna");
  limber_store_set_now_func (store, noon, NULL);
  limber_store_write_async (store, add_client, g_strdup ("Maria"), g_free, g_free, NULL, done_cb, &waiter);
  limber_store_set_actor (store, "ben", "Ben");
  g_main_loop_run (waiter.loop);
  limber_store_read_async (store, last_change, waiter.result, g_free, NULL, NULL, done_cb, &waiter);
  g_main_loop_run (waiter.loop);
  change = waiter.result;
  g_assert_cmpstr (change->actor_id, ==, "anna");
  g_assert_cmpstr (change->actor_name, ==, "Anna");
  g_assert_cmpint (change->at, ==, 1790000000);
  waiter_clear (&waiter);
}

typedef struct {
  GMutex mutex;
  GCond cond;
  gboolean surveyed;
} Meeting;

static gpointer
wait_for_survey (LimberDb *db, gpointer data, GError **error)
{
  Meeting *meeting = data;
  gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  gboolean surveyed;

  g_mutex_lock (&meeting->mutex);
  while (!meeting->surveyed && g_cond_wait_until (&meeting->cond, &meeting->mutex, deadline))
    ;
  surveyed = meeting->surveyed;
  g_mutex_unlock (&meeting->mutex);
  return GINT_TO_POINTER (surveyed);
}

static gpointer
do_survey (LimberDb *db, gpointer data, GError **error)
{
  Meeting *meeting = data;

  g_mutex_lock (&meeting->mutex);
  meeting->surveyed = TRUE;
  g_cond_signal (&meeting->cond);
  g_mutex_unlock (&meeting->mutex);
  return count_clients (db, NULL, error);
}

static gpointer
write_in_survey (LimberDb *db, gpointer data, GError **error)
{
  limber_db_exec (db, error, "DELETE FROM client", NULL);
  return NULL;
}

/* A job that would wait for ever in one queue with the survey. */
static void
test_survey_keeps_nobody_waiting (Fixture *fixture, gconstpointer data)
{
  Waiter waiter = { NULL }, job = { NULL };
  g_autoptr (LimberStore) store = open_store (fixture, &waiter);
  Meeting meeting = { .surveyed = FALSE };

  job.loop = g_main_loop_ref (waiter.loop);
  limber_store_write_async (store, add_client, g_strdup ("Maria"), g_free, g_free, NULL, done_cb, &waiter);
  g_main_loop_run (waiter.loop);
  g_clear_pointer (&waiter.result, g_free);

  limber_store_read_async (store, wait_for_survey, &meeting, NULL, NULL, NULL, done_cb, &job);
  limber_store_survey_async (store, do_survey, &meeting, NULL, NULL, NULL, done_cb, &waiter);
  while (waiter.result == NULL || job.result == NULL)
    g_main_loop_run (waiter.loop);
  g_assert_no_error (waiter.error);
  g_assert_cmpint (GPOINTER_TO_INT (waiter.result), ==, 1);
  g_assert_true (GPOINTER_TO_INT (job.result));

  limber_store_survey_async (store, write_in_survey, NULL, NULL, NULL, NULL, done_cb, &waiter);
  g_main_loop_run (waiter.loop);
  g_assert_nonnull (waiter.error);
  g_clear_error (&waiter.error);
  assert_count (store, &waiter, 1);
  waiter_clear (&waiter);
  waiter_clear (&job);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiter *waiter = data;

  waiter->result = limber_store_open_finish (result, &waiter->error);
  g_main_loop_quit (waiter->loop);
}

static void
test_open_async (Fixture *fixture, gconstpointer data)
{
  Waiter waiter = { g_main_loop_new (NULL, FALSE) };
  g_autoptr (LimberStore) store = NULL;

  limber_store_open_async (fixture->path, LIMBER_DB_WRITE, NULL, opened_cb, &waiter);
  g_main_loop_run (waiter.loop);
  g_assert_no_error (waiter.error);
  store = waiter.result;
  assert_count (store, &waiter, 0);
  limber_store_open_async ("/nowhere/clinic.db", LIMBER_DB_WRITE, NULL, opened_cb, &waiter);
  g_main_loop_run (waiter.loop);
  g_assert_error (waiter.error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_NOT_FOUND);
  waiter_clear (&waiter);
}

#define ADD(path, test) g_test_add ("/store/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("write-tells-what-changed", test_write_tells_what_changed);
  ADD ("failed-write-keeps-nothing", test_failed_write_keeps_nothing);
  ADD ("fifo-and-close-drains", test_fifo_and_close_drains);
  ADD ("cancelled-job-does-not-run", test_cancelled_job_does_not_run);
  ADD ("cancelling-stops-a-running-query", test_cancelling_stops_a_running_query);
  ADD ("foreign-change-is-seen", test_foreign_change_is_seen);
  ADD ("foreign-change-during-a-look-is-seen", test_foreign_change_during_a_look_is_seen);
  ADD ("own-write-tells-of-foreign-one", test_own_write_tells_of_foreign_one);
  ADD ("actor-and-clock-reach-the-log", test_actor_and_clock_reach_the_log);
  ADD ("survey-keeps-nobody-waiting", test_survey_keeps_nobody_waiting);
  ADD ("open-async", test_open_async);
  return g_test_run ();
}
