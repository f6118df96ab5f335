/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "models/client-list.h"

/* DESIGN
 *
 * A virtual list of all clients, of which there may be 100 000: it holds their short numbers, and rows only for
 * the positions that somebody asked for. A row that is asked for and not known starts out pending; all pending
 * rows of one turn of the main loop are read by one job.
 *
 * A view builds a widget for each of the first two hundred items, whatever it has room for. So a new answer is one
 * screenful, which comes with its rows: the start and each key in the search need one short job and one screenful of
 * widgets. Once nothing has been asked for a moment, the numbers of all clients are read by a survey, and the list
 * grows in portions, with the last one to its whole length. What a text finds is few
 * (LIMBER_CLIENT_LIST_MAX_FOUND) and known at once.
 *
 * Lists are spliced by number, long ones by removing all and adding all: GTK would fetch every row of one large
 * splice. A change in the store that leaves the order alone reads the known rows again. */

#define REST_MS 150
#define PORTION 40
#define ALL_FROM 200
#define SPLICE_MAX 256
#define MAX_ROWS 2000
#define ROW_TOPICS                                                                                                     \
  (LIMBER_TOPIC_CLIENT | LIMBER_TOPIC_TEAM | LIMBER_TOPIC_APPOINTMENT | LIMBER_TOPIC_SESSION | LIMBER_TOPIC_RACE |      \
   LIMBER_TOPIC_FINDING | LIMBER_TOPIC_SETTINGS)

/* One job: which clients (unless only rows are wanted), and which rows. */
typedef struct {
  LimberClientQuery *query;
  GArray *wanted;
  guint screenful;
  gboolean only_rows;
  gboolean is_new;
} Job;

typedef struct {
  GArray *numbers;
  GPtrArray *summaries;
  gboolean more;
  gboolean is_new; /* the answer to another question than before */
} Result;

struct _LimberClientList {
  GObject parent_instance;

  LimberStore *store;
  LimberClientQuery *query;
  GArray *numbers;
  guint screenful;
  guint most_shown; /* so many of them are items; the rest waits */
  guint grow_id;
  GHashTable *rows;
  GArray *pending;
  guint fetch_id;
  GCancellable *cancellable;
  gboolean loaded;
  gboolean complete; /* no numbers are still to come */
  gboolean failed;
  gboolean is_new; /* the question that is not answered yet */
  gboolean more;
  guint n_fetched;
};

enum {
  SIGNAL_LOADED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void limber_client_list_model_init (GListModelInterface *iface);
static void limber_client_list_reload (LimberClientList *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (LimberClientList, limber_client_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, limber_client_list_model_init))

static void
job_free (gpointer data)
{
  Job *job = data;

  limber_client_query_free (job->query);
  g_clear_pointer (&job->wanted, g_array_unref);
  g_free (job);
}

static void
result_free (gpointer data)
{
  Result *result = data;

  g_clear_pointer (&result->numbers, g_array_unref);
  g_clear_pointer (&result->summaries, g_ptr_array_unref);
  g_free (result);
}

static gboolean
job_read_row (LimberDb *db, Job *job, guint number, Result *result, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  LimberClientSummary *summary = limber_client_list_summary (db, job->query, number, &local_error);

  if (summary != NULL)
    g_ptr_array_add (result->summaries, summary);
  else if (!g_error_matches (local_error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_GONE))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return TRUE;
}

static gboolean
job_read_numbers (LimberDb *db, Job *job, Result *result, GError **error)
{
  int limit = job->query->limit;

  /* One more than is shown tells whether there are more. */
  if (limit > 0)
    job->query->limit = limit + 1;
  result->is_new = job->is_new;
  result->numbers = limber_client_list_numbers (db, job->query, error);
  if (result->numbers == NULL)
    return FALSE;
  result->more = limit > 0 && result->numbers->len > (guint) limit;
  if (result->more)
    g_array_set_size (result->numbers, limit);
  for (guint i = 0; job->is_new && i < result->numbers->len && i < job->screenful; i++)
    if (!job_read_row (db, job, g_array_index (result->numbers, guint, i), result, error))
      return FALSE;
  return TRUE;
}

static gpointer
job_run (LimberDb *db, gpointer data, GError **error)
{
  Job *job = data;
  Result *result = g_new0 (Result, 1);
  gboolean ok = limber_client_query_complete (db, job->query, error);

  result->summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_client_summary_free);
  if (ok && !job->only_rows)
    ok = job_read_numbers (db, job, result, error);
  for (guint i = 0; ok && job->wanted != NULL && i < job->wanted->len; i++)
    ok = job_read_row (db, job, g_array_index (job->wanted, guint, i), result, error);
  if (ok)
    return result;
  result_free (result);
  return NULL;
}

static guint
limber_client_list_number (LimberClientList *self, guint position)
{
  return g_array_index (self->numbers, guint, position);
}

/* A row takes the summary; rows that nobody holds any more have left the table. */
static void
limber_client_list_take_rows (LimberClientList *self, GPtrArray *summaries)
{
  for (guint i = 0; i < summaries->len; i++)
    {
      LimberClientSummary *summary = g_steal_pointer (&summaries->pdata[i]);
      gpointer key = GUINT_TO_POINTER (summary->number);
      LimberRow *row = g_hash_table_lookup (self->rows, key);

      self->n_fetched++;
      if (row != NULL)
        limber_row_take_record (row, summary, (GDestroyNotify) limber_client_summary_free);
      else
        g_hash_table_insert (self->rows, key,
                             limber_row_new (summary, (GDestroyNotify) limber_client_summary_free));
    }
}

static void
limber_client_list_rows_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LimberClientList) self = user_data;
  g_autoptr (GError) error = NULL;
  Result *rows = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (rows == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->store != NULL)
        g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }
  limber_client_list_take_rows (self, rows->summaries);
  result_free (rows);
}

static void
limber_client_list_read_rows (LimberClientList *self, GArray *wanted)
{
  Job *job = g_new0 (Job, 1);

  job->query = limber_client_query_copy (self->query);
  job->wanted = wanted;
  job->only_rows = TRUE;
  limber_store_read_async (self->store, job_run, job, job_free, result_free, NULL, limber_client_list_rows_cb,
                           g_object_ref (self));
}

static gboolean
limber_client_list_fetch_cb (gpointer user_data)
{
  LimberClientList *self = user_data;

  self->fetch_id = 0;
  limber_client_list_read_rows (self, self->pending);
  self->pending = g_array_new (FALSE, FALSE, sizeof (guint));
  return G_SOURCE_REMOVE;
}

/* Forgets the rows that nobody holds. */
static void
limber_client_list_trim (LimberClientList *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (G_OBJECT (row)->ref_count == 1)
      g_hash_table_iter_remove (&iter);
}

static LimberRow *
limber_client_list_row (LimberClientList *self, guint number)
{
  LimberRow *row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (number));

  if (row == NULL)
    {
      if (g_hash_table_size (self->rows) >= MAX_ROWS)
        limber_client_list_trim (self);
      row = limber_row_new_pending ();
      g_hash_table_insert (self->rows, GUINT_TO_POINTER (number), row);
      g_array_append_val (self->pending, number);
      if (self->fetch_id == 0)
        self->fetch_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, limber_client_list_fetch_cb, self, NULL);
    }
  return g_object_ref (row);
}

static GType
limber_client_list_get_item_type (GListModel *model)
{
  return LIMBER_TYPE_ROW;
}

static guint
limber_client_list_get_n_items (GListModel *model)
{
  LimberClientList *self = LIMBER_CLIENT_LIST (model);

  return MIN (self->numbers->len, self->most_shown);
}

static gpointer
limber_client_list_get_item (GListModel *model, guint position)
{
  LimberClientList *self = LIMBER_CLIENT_LIST (model);

  return position < limber_client_list_get_n_items (model) ? limber_client_list_row (self, limber_client_list_number (self, position))
                                                           : NULL;
}

static void
limber_client_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = limber_client_list_get_item_type;
  iface->get_n_items = limber_client_list_get_n_items;
  iface->get_item = limber_client_list_get_item;
}

/* Reads what is missing, shows one portion more, and all in the end. */
static gboolean
limber_client_list_grow_cb (gpointer user_data)
{
  LimberClientList *self = user_data;
  guint old = limber_client_list_get_n_items (G_LIST_MODEL (self)), new;

  self->grow_id = 0;
  if (!self->complete)
    {
      limber_client_list_reload (self);
      return G_SOURCE_REMOVE;
    }
  self->most_shown = old + PORTION < ALL_FROM ? old + PORTION : G_MAXUINT;
  new = limber_client_list_get_n_items (G_LIST_MODEL (self));
  if (new < self->numbers->len)
    self->grow_id = g_idle_add_full (G_PRIORITY_LOW, limber_client_list_grow_cb, self, NULL);
  if (new > old)
    g_list_model_items_changed (G_LIST_MODEL (self), old, 0, new - old);
  return G_SOURCE_REMOVE;
}

/* @is_new: begin with the first screenful again. */
static void
limber_client_list_exchange (LimberClientList *self, GArray *numbers, gboolean is_new)
{
  guint old = limber_client_list_get_n_items (G_LIST_MODEL (self));
  guint new = MIN (numbers->len, is_new ? self->screenful : self->most_shown);
  guint most = MIN (old, new), prefix = 0, suffix = 0;
  g_autoptr (GArray) before = g_steal_pointer (&self->numbers);

  if (is_new)
    self->most_shown = self->screenful;

  while (prefix < most && g_array_index (before, guint, prefix) == g_array_index (numbers, guint, prefix))
    prefix++;
  while (suffix < most - prefix &&
         g_array_index (before, guint, old - 1 - suffix) == g_array_index (numbers, guint, new - 1 - suffix))
    suffix++;

  if (old == new && prefix == old)
    self->numbers = g_array_ref (numbers);
  else if (old == 0 || new == 0 || MAX (old, new) - prefix - suffix <= SPLICE_MAX)
    {
      self->numbers = g_array_ref (numbers);
      g_list_model_items_changed (G_LIST_MODEL (self), prefix, old - prefix - suffix, new - prefix - suffix);
    }
  else
    {
      self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_list_model_items_changed (G_LIST_MODEL (self), 0, old, 0);
      g_array_unref (self->numbers);
      self->numbers = g_array_ref (numbers);
      g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, new);
    }
}

/* A new answer may be followed by another key. */
static void
limber_client_list_plan_growth (LimberClientList *self, gboolean is_new)
{
  g_clear_handle_id (&self->grow_id, g_source_remove);
  if (self->complete && limber_client_list_get_n_items (G_LIST_MODEL (self)) == self->numbers->len)
    return;
  if (is_new)
    self->grow_id = g_timeout_add (REST_MS, limber_client_list_grow_cb, self);
  else
    self->grow_id = g_idle_add_full (G_PRIORITY_LOW, limber_client_list_grow_cb, self, NULL);
}

static void
limber_client_list_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LimberClientList) self = user_data;
  g_autoptr (GError) error = NULL;
  Result *found = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (found == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
        return;
      self->failed = TRUE;
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }
  self->loaded = TRUE;
  self->more = found->more && limber_client_query_has_text (self->query);
  self->failed = self->is_new = FALSE;
  self->complete = !found->more || limber_client_query_has_text (self->query);
  if (found->is_new)
    limber_client_list_trim (self);
  limber_client_list_take_rows (self, found->summaries);
  limber_client_list_exchange (self, found->numbers, found->is_new);
  limber_client_list_plan_growth (self, found->is_new);
  result_free (found);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

/* So many numbers are to be read: see DESIGN. */
static int
limber_client_list_limit (LimberClientList *self)
{
  if (limber_client_query_has_text (self->query))
    return LIMBER_CLIENT_LIST_MAX_FOUND;
  return self->is_new ? (int) self->screenful : 0;
}

static void
limber_client_list_reload (LimberClientList *self)
{
  Job *job;

  if (self->query == NULL)
    return;
  job = g_new0 (Job, 1);
  job->query = limber_client_query_copy (self->query);
  job->query->limit = limber_client_list_limit (self);
  job->is_new = self->is_new;
  job->screenful = self->screenful;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (job->query->limit > 0)
    limber_store_read_async (self->store, job_run, job, job_free, result_free, self->cancellable,
                             limber_client_list_loaded_cb, g_object_ref (self));
  else
    limber_store_survey_async (self->store, job_run, job, job_free, result_free, self->cancellable,
                               limber_client_list_loaded_cb, g_object_ref (self));
}

/* The rows that are on the screen read themselves again, the others are forgotten. */
static void
limber_client_list_changed_cb (LimberClientList *self, guint topics)
{
  GArray *wanted;
  GHashTableIter iter;
  gpointer key;

  if ((topics & ROW_TOPICS) == 0 || self->query == NULL)
    return;
  limber_client_list_trim (self);
  wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint number = GPOINTER_TO_UINT (key);

      g_array_append_val (wanted, number);
    }
  if (wanted->len > 0)
    limber_client_list_read_rows (self, wanted);
  else
    g_array_unref (wanted);
  limber_client_list_reload (self);
}

static void
limber_client_list_dispose (GObject *object)
{
  LimberClientList *self = LIMBER_CLIENT_LIST (object);

  g_clear_handle_id (&self->fetch_id, g_source_remove);
  g_clear_handle_id (&self->grow_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (limber_client_list_parent_class)->dispose (object);
}

static void
limber_client_list_finalize (GObject *object)
{
  LimberClientList *self = LIMBER_CLIENT_LIST (object);

  g_clear_pointer (&self->query, limber_client_query_free);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_clear_pointer (&self->pending, g_array_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  G_OBJECT_CLASS (limber_client_list_parent_class)->finalize (object);
}

static void
limber_client_list_class_init (LimberClientListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = limber_client_list_dispose;
  object_class->finalize = limber_client_list_finalize;

  signals[SIGNAL_LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
limber_client_list_init (LimberClientList *self)
{
  self->screenful = self->most_shown = LIMBER_CLIENT_LIST_FIRST;
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->pending = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

LimberClientList *
limber_client_list_new (LimberStore *store)
{
  LimberClientList *self = g_object_new (LIMBER_TYPE_CLIENT_LIST, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (limber_client_list_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** limber_client_list_set_query: lists what @query asks for; a text is limited to a screenful of matches. */
void
limber_client_list_set_query (LimberClientList *self, const LimberClientQuery *query)
{
  g_return_if_fail (LIMBER_IS_CLIENT_LIST (self));

  /* The list follows the store by itself: to ask the same again would only throw away the answer on its way. */
  if (self->query != NULL && !self->failed && limber_client_query_equal (self->query, query))
    return;
  g_clear_pointer (&self->query, limber_client_query_free);
  self->query = limber_client_query_copy (query);
  self->is_new = TRUE;
  limber_client_list_reload (self);
}

/** limber_client_list_set_screenful: so many rows the view has room for; a larger view is filled without delay. */
void
limber_client_list_set_screenful (LimberClientList *self, guint screenful)
{
  g_return_if_fail (LIMBER_IS_CLIENT_LIST (self) && screenful > 0);

  self->screenful = screenful;
  if (self->most_shown >= screenful || self->grow_id == 0)
    return;
  g_source_remove (self->grow_id);
  self->grow_id = g_idle_add (limber_client_list_grow_cb, self);
}

/** limber_client_list_get_loaded: whether a first result has arrived, so that empty means empty. */
gboolean
limber_client_list_get_loaded (LimberClientList *self)
{
  return self->loaded;
}

/** limber_client_list_get_answered: whether the items answer the present question, not the one before it. */
gboolean
limber_client_list_get_answered (LimberClientList *self)
{
  return self->loaded && !self->is_new;
}

/** limber_client_list_get_complete: whether all are known that there are to show. */
gboolean
limber_client_list_get_complete (LimberClientList *self)
{
  return self->complete;
}

/** limber_client_list_get_n_found: how many clients to show are known, those included that follow in a moment. */
guint
limber_client_list_get_n_found (LimberClientList *self)
{
  return self->numbers->len;
}

/** limber_client_list_get_more: whether the search found more than it shows. */
gboolean
limber_client_list_get_more (LimberClientList *self)
{
  return self->more;
}

/** limber_client_list_get_n_fetched: how many rows were read so far; a measure for tests. */
guint
limber_client_list_get_n_fetched (LimberClientList *self)
{
  return self->n_fetched;
}

/** limber_client_list_find: the position of the client with that short number among the items, or %G_MAXUINT. */
guint
limber_client_list_find (LimberClientList *self, guint number)
{
  guint n_items = limber_client_list_get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; number != 0 && i < n_items; i++)
    if (limber_client_list_number (self, i) == number)
      return i;
  return G_MAXUINT;
}
