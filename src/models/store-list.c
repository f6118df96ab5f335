/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "models/store-list.h"

#include "store/record.h"

/* DESIGN
 *
 * A short list that follows the store: a query on the worker thread returns a GPtrArray of records, and the
 * list splices itself to it by id. Rows that stay keep their object and get the newer record. Of several
 * reloads under way only the last one counts. A reload that fails keeps the old rows and emits "failed". */

struct _LimberStoreList {
  GObject parent_instance;

  LimberStore *store;
  guint topics;
  GDestroyNotify record_free;

  LimberStoreFunc func;
  gpointer data;
  GBoxedCopyFunc data_copy;
  GDestroyNotify data_free;
  gboolean survey;

  GPtrArray *rows;
  GCancellable *cancellable;
  gboolean loaded;
};

enum {
  SIGNAL_LOADED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void limber_store_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LimberStoreList, limber_store_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, limber_store_list_model_init))

static GType
limber_store_list_get_item_type (GListModel *model)
{
  return LIMBER_TYPE_ROW;
}

static guint
limber_store_list_get_n_items (GListModel *model)
{
  return LIMBER_STORE_LIST (model)->rows->len;
}

static gpointer
limber_store_list_get_item (GListModel *model, guint position)
{
  LimberStoreList *self = LIMBER_STORE_LIST (model);

  return position < self->rows->len ? g_object_ref (self->rows->pdata[position]) : NULL;
}

static void
limber_store_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = limber_store_list_get_item_type;
  iface->get_n_items = limber_store_list_get_n_items;
  iface->get_item = limber_store_list_get_item;
}

static gboolean
limber_store_list_same (LimberStoreList *self, guint row, gpointer record)
{
  return g_strcmp0 (limber_row_get_id (self->rows->pdata[row]), ((LimberRecord *) record)->id) == 0;
}

/* The number of equal ids at the start and, of what is left, at the end. */
static void
limber_store_list_common (LimberStoreList *self, GPtrArray *records, guint *prefix, guint *suffix)
{
  guint old = self->rows->len, new = records->len, most = MIN (old, new);

  *prefix = *suffix = 0;
  while (*prefix < most && limber_store_list_same (self, *prefix, records->pdata[*prefix]))
    *prefix += 1;
  while (*suffix < most - *prefix &&
         limber_store_list_same (self, old - 1 - *suffix, records->pdata[new - 1 - *suffix]))
    *suffix += 1;
}

static void
limber_store_list_splice (LimberStoreList *self, GPtrArray *records)
{
  guint old = self->rows->len, new = records->len, prefix, suffix;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_full (new, g_object_unref);

  limber_store_list_common (self, records, &prefix, &suffix);
  for (guint i = 0; i < new; i++)
    {
      gboolean kept = i < prefix || i >= new - suffix;

      if (kept)
        g_ptr_array_add (rows, g_object_ref (self->rows->pdata[i < prefix ? i : old - (new - i)]));
      else
        g_ptr_array_add (rows, limber_row_new (g_steal_pointer (&records->pdata[i]), self->record_free));
    }

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_ptr_array_ref (rows);
  if (old - prefix - suffix > 0 || new - prefix - suffix > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), prefix, old - prefix - suffix, new - prefix - suffix);

  for (guint i = 0; i < new; i++)
    if (records->pdata[i] != NULL)
      limber_row_take_record (rows->pdata[i], g_steal_pointer (&records->pdata[i]), self->record_free);
}

static void
limber_store_list_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LimberStoreList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
    return;
  if (records == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }
  self->loaded = TRUE;
  limber_store_list_splice (self, records);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

static void
limber_store_list_changed_cb (LimberStoreList *self, guint topics)
{
  if (topics & self->topics)
    limber_store_list_reload (self);
}

static void
limber_store_list_clear_query (LimberStoreList *self)
{
  if (self->data != NULL && self->data_free != NULL)
    self->data_free (self->data);
  self->data = NULL;
  self->func = NULL;
}

static void
limber_store_list_dispose (GObject *object)
{
  LimberStoreList *self = LIMBER_STORE_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  limber_store_list_clear_query (self);
  G_OBJECT_CLASS (limber_store_list_parent_class)->dispose (object);
}

static void
limber_store_list_finalize (GObject *object)
{
  LimberStoreList *self = LIMBER_STORE_LIST (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (limber_store_list_parent_class)->finalize (object);
}

static void
limber_store_list_class_init (LimberStoreListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = limber_store_list_dispose;
  object_class->finalize = limber_store_list_finalize;

  /* The rows are those of the store; emitted after items-changed. */
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
limber_store_list_init (LimberStoreList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * limber_store_list_new:
 * @topics: what the rows depend on; a change of one of them reloads the list
 * @record_free: frees one record of the result
 */
LimberStoreList *
limber_store_list_new (LimberStore *store, guint topics, GDestroyNotify record_free)
{
  LimberStoreList *self = g_object_new (LIMBER_TYPE_STORE_LIST, NULL);

  self->store = g_object_ref (store);
  self->topics = topics;
  self->record_free = record_free;
  g_signal_connect_object (store, "changed", G_CALLBACK (limber_store_list_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * limber_store_list_set_query:
 * @func: runs on the worker thread; returns a #GPtrArray of records that begin with a #LimberRecord
 * @data: handed to @func; the list takes it, and copies it with @data_copy for each run
 *
 * Sets what is listed, and loads it.
 */
void
limber_store_list_set_query (LimberStoreList *self, LimberStoreFunc func, gpointer data,
                             GBoxedCopyFunc data_copy, GDestroyNotify data_free)
{
  g_return_if_fail (LIMBER_IS_STORE_LIST (self));
  g_return_if_fail (data == NULL || data_copy != NULL);

  limber_store_list_clear_query (self);
  self->func = func;
  self->data = data;
  self->data_copy = data_copy;
  self->data_free = data_free;
  limber_store_list_reload (self);
}

/** limber_store_list_set_survey: @survey: whether the query looks at very many rows; see limber_store_survey_async(). */
void
limber_store_list_set_survey (LimberStoreList *self, gboolean survey)
{
  g_return_if_fail (LIMBER_IS_STORE_LIST (self));

  self->survey = survey;
}

/** limber_store_list_reload: asks the store again; a run under way is dropped. */
void
limber_store_list_reload (LimberStoreList *self)
{
  g_return_if_fail (LIMBER_IS_STORE_LIST (self));

  if (self->func == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (self->survey)
    limber_store_survey_async (self->store, self->func, self->data ? self->data_copy (self->data) : NULL,
                               self->data_free, (GDestroyNotify) g_ptr_array_unref, self->cancellable,
                               limber_store_list_loaded_cb, g_object_ref (self));
  else
    limber_store_read_async (self->store, self->func, self->data ? self->data_copy (self->data) : NULL,
                             self->data_free, (GDestroyNotify) g_ptr_array_unref, self->cancellable,
                             limber_store_list_loaded_cb, g_object_ref (self));
}

/** limber_store_list_get_loaded: whether a first result has arrived, so that empty means empty. */
gboolean
limber_store_list_get_loaded (LimberStoreList *self)
{
  g_return_val_if_fail (LIMBER_IS_STORE_LIST (self), FALSE);

  return self->loaded;
}

/** limber_store_list_get_record: the record at @position, owned by its row, or %NULL. */
gconstpointer
limber_store_list_get_record (LimberStoreList *self, guint position)
{
  g_return_val_if_fail (LIMBER_IS_STORE_LIST (self), NULL);

  return position < self->rows->len ? limber_row_get_record (self->rows->pdata[position]) : NULL;
}
