/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: what a form holds, compared with what it was filled with, is what is not saved. That difference alone is
 * kept in the store, a moment after the first key and then at most every DELAY_MS, so that a program that is killed
 * loses no more than the last words. Opening the form about the same subject puts the difference back over what is
 * saved by then, unless the person was faster; what has been saved meanwhile is no difference and is forgotten.
 * A form that is closed keeps what was typed last: only saving and dropping forget it. */
#include "pages/parts/draft-keeper.h"

#include <adwaita.h>

#include "store/draft.h"

#define DELAY_MS 1000

typedef struct {
  const char *name;
  gpointer input;
  LimberDraftGet get;
  LimberDraftSet set;
  gboolean context; /* kept with a difference, but none by itself */
} Field;

struct _LimberDraftKeeper {
  GObject parent_instance;

  LimberStore *store;
  const char *form;
  GArray *fields;
  char *subject;
  char *client_id;
  GHashTable *filled; /* the values of the fields that are saved */
  GHashTable *sent;   /* (nullable): … and of those that are being saved */
  GHashTable *typed;  /* the difference */
  guint delay_id;
  gboolean kept; /* whether the store may hold something */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (LimberDraftKeeper, limber_draft_keeper, G_TYPE_OBJECT)

enum { SIGNAL_RESTORED, SIGNAL_UNSAVED, N_SIGNALS };

static guint signals[N_SIGNALS];

static GHashTable *
new_values (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* The inputs that a form is made of */

static char *
get_text (gpointer input)
{
  return g_strdup (gtk_editable_get_text (input));
}

static void
set_text (gpointer input, const char *value)
{
  gtk_editable_set_text (input, value);
}

static char *
get_number (gpointer input)
{
  return g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (input));
}

static void
set_number (gpointer input, const char *value)
{
  gtk_spin_button_set_value (input, g_ascii_strtod (value, NULL));
}

static char *
get_switch (gpointer input)
{
  return g_strdup (gtk_switch_get_active (input) ? "on" : "off");
}

static void
set_switch (gpointer input, const char *value)
{
  gtk_switch_set_active (input, g_str_equal (value, "on"));
}

/* By its words: the same choice may stand at another place the next time. */
static char *
get_choice (gpointer input)
{
  GtkStringObject *item = adw_combo_row_get_selected_item (input);

  return g_strdup (item != NULL ? gtk_string_object_get_string (item) : "");
}

static void
set_choice (gpointer input, const char *value)
{
  GListModel *model = adw_combo_row_get_model (input);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (item), value))
        adw_combo_row_set_selected (input, i);
    }
}

static char *
get_buffer (gpointer input)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (input);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
set_buffer (gpointer input, const char *value)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (input), value, -1);
}

/* Keeping */

typedef struct {
  LimberDraft *draft;
  GHashTable *fields;
} Write;

static void
write_free (gpointer data)
{
  Write *write = data;

  limber_draft_free (write->draft);
  g_hash_table_unref (write->fields);
  g_free (write);
}

static gpointer
run_write (LimberDb *db, gpointer data, GError **error)
{
  Write *write = data;

  limber_draft_write (db, write->draft, write->fields, error);
  return NULL;
}

/* The words still stand in the form: whoever saves it hears what is wrong with the disk. */
static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (error != NULL)
    g_debug ("Keeping a draft: %s", error->message);
}

static void
keep (LimberDraftKeeper *self, const char *subject, const char *client_id, GHashTable *fields)
{
  Write *write = g_new0 (Write, 1);

  write->draft = g_new0 (LimberDraft, 1);
  write->draft->form = g_strdup (self->form);
  write->draft->subject = g_strdup (subject);
  write->draft->client_id = g_strdup (client_id);
  write->fields = g_hash_table_ref (fields);
  limber_store_write_async (self->store, run_write, write, write_free, NULL, NULL, on_written, NULL);
}

static void
keep_typed (LimberDraftKeeper *self)
{
  g_clear_handle_id (&self->delay_id, g_source_remove);
  if (g_hash_table_size (self->typed) == 0 && !self->kept)
    return;
  self->kept = g_hash_table_size (self->typed) > 0;
  keep (self, self->subject, self->client_id, self->typed);
}

static gboolean
on_delay (gpointer user_data)
{
  LimberDraftKeeper *self = user_data;

  self->delay_id = 0;
  keep_typed (self);
  return G_SOURCE_REMOVE;
}

/* Comparing */

static void
collect_fields (LimberDraftKeeper *self, GHashTable *values, gboolean context)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = &g_array_index (self->fields, Field, i);

      if (field->context == context)
        g_hash_table_insert (values, g_strdup (field->name), field->get (field->input));
    }
}

static GHashTable *
collect (LimberDraftKeeper *self)
{
  GHashTable *values = new_values ();

  collect_fields (self, values, FALSE);
  return values;
}

/* A table on its way to the store does not change any more. */
static void
compare (LimberDraftKeeper *self)
{
  gboolean was_unsaved = limber_draft_keeper_get_unsaved (self);
  g_autoptr (GHashTable) now = collect (self);
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_unref (self->typed);
  self->typed = new_values ();
  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (g_strcmp0 (value, g_hash_table_lookup (self->filled, name)) != 0)
      g_hash_table_insert (self->typed, g_strdup (name), g_strdup (value));
  if (limber_draft_keeper_get_unsaved (self))
    collect_fields (self, self->typed, TRUE);
  if (limber_draft_keeper_get_unsaved (self) != was_unsaved)
    g_signal_emit (self, signals[SIGNAL_UNSAVED], 0);
}

/* Restoring */

static gpointer
run_read (LimberDb *db, gpointer data, GError **error)
{
  const LimberDraft *draft = data;

  return limber_draft_read (db, draft->form, draft->subject, error);
}

static void
restore_fields (LimberDraftKeeper *self, GHashTable *kept, gboolean context)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = &g_array_index (self->fields, Field, i);
      const char *value = field->context == context ? g_hash_table_lookup (kept, field->name) : NULL;

      if (value != NULL)
        field->set (field->input, value);
    }
}

static void
restore (LimberDraftKeeper *self, GHashTable *kept)
{
  self->kept = TRUE;
  restore_fields (self, kept, TRUE);
  restore_fields (self, kept, FALSE);
  compare (self);
  if (limber_draft_keeper_get_unsaved (self))
    g_signal_emit (self, signals[SIGNAL_RESTORED], 0);
  else
    keep_typed (self);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LimberDraftKeeper) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) kept = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (kept == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("Reading a draft: %s", error->message);
      return;
    }
  if (g_hash_table_size (kept) > 0 && !limber_draft_keeper_get_unsaved (self))
    restore (self, kept);
}

static void
look_for_kept (LimberDraftKeeper *self)
{
  LimberDraft *draft = g_new0 (LimberDraft, 1);

  draft->form = g_strdup (self->form);
  draft->subject = g_strdup (self->subject);
  self->cancellable = g_cancellable_new ();
  limber_store_read_async (self->store, run_read, draft, (GDestroyNotify) limber_draft_free,
                           (GDestroyNotify) g_hash_table_unref, self->cancellable, on_read, g_object_ref (self));
}

static void
stop_looking (LimberDraftKeeper *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
limber_draft_keeper_finalize (GObject *object)
{
  LimberDraftKeeper *self = LIMBER_DRAFT_KEEPER (object);

  g_object_unref (self->store);
  g_array_unref (self->fields);
  g_free (self->subject);
  g_free (self->client_id);
  g_hash_table_unref (self->filled);
  g_clear_pointer (&self->sent, g_hash_table_unref);
  g_hash_table_unref (self->typed);
  G_OBJECT_CLASS (limber_draft_keeper_parent_class)->finalize (object);
}

static void
limber_draft_keeper_class_init (LimberDraftKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = limber_draft_keeper_finalize;
  signals[SIGNAL_RESTORED] = g_signal_new ("restored", LIMBER_TYPE_DRAFT_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_UNSAVED] = g_signal_new ("unsaved", LIMBER_TYPE_DRAFT_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
limber_draft_keeper_init (LimberDraftKeeper *self)
{
  self->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  self->filled = new_values ();
  self->typed = new_values ();
}

/** limber_draft_keeper_new: @form: (not copied): the name that its words are kept under. See limber_draft_keeper_close(). */
LimberDraftKeeper *
limber_draft_keeper_new (LimberStore *store, const char *form)
{
  LimberDraftKeeper *self = g_object_new (LIMBER_TYPE_DRAFT_KEEPER, NULL);

  self->store = g_object_ref (store);
  self->form = form;
  return self;
}

/** limber_draft_keeper_add: @input belongs to the form: an editable, a number, a switch, a choice or a text view.
 * @field: (not copied) */
void
limber_draft_keeper_add (LimberDraftKeeper *self, const char *field, GtkWidget *input)
{
  if (GTK_IS_SPIN_BUTTON (input))
    limber_draft_keeper_add_custom (self, field, input, get_number, set_number);
  else if (GTK_IS_SWITCH (input))
    limber_draft_keeper_add_custom (self, field, input, get_switch, set_switch);
  else if (ADW_IS_COMBO_ROW (input))
    limber_draft_keeper_add_custom (self, field, input, get_choice, set_choice);
  else if (GTK_IS_TEXT_VIEW (input))
    limber_draft_keeper_add_custom (self, field, input, get_buffer, set_buffer);
  else
    limber_draft_keeper_add_custom (self, field, input, get_text, set_text);
}

/** limber_draft_keeper_add_custom: as limber_draft_keeper_add(), for what says its value in another way. */
void
limber_draft_keeper_add_custom (LimberDraftKeeper *self, const char *field, gpointer input, LimberDraftGet get,
                                LimberDraftSet set)
{
  Field added = { field, input, get, set, FALSE };

  g_return_if_fail (LIMBER_IS_DRAFT_KEEPER (self));

  g_array_append_val (self->fields, added);
}

/** limber_draft_keeper_add_context: what the words belong to, such as the item that is being changed. It is put back
 * before everything else, and is nothing that a person typed. */
void
limber_draft_keeper_add_context (LimberDraftKeeper *self, const char *field, gpointer input, LimberDraftGet get,
                                 LimberDraftSet set)
{
  Field added = { field, input, get, set, TRUE };

  g_return_if_fail (LIMBER_IS_DRAFT_KEEPER (self));

  g_array_append_val (self->fields, added);
}

/**
 * limber_draft_keeper_open:
 * @subject: the id of what the form is about; "" for something new
 * @client_id: (nullable): the client it is about
 *
 * The form has just been filled with what is saved. What was typed about another subject stays kept.
 */
void
limber_draft_keeper_open (LimberDraftKeeper *self, const char *subject, const char *client_id)
{
  gboolean same;

  g_return_if_fail (LIMBER_IS_DRAFT_KEEPER (self));

  same = g_strcmp0 (self->subject, subject) == 0;
  if (!same)
    {
      stop_looking (self);
      if (self->delay_id != 0)
        keep_typed (self);
      g_clear_pointer (&self->sent, g_hash_table_unref);
      self->kept = FALSE;
      g_free (self->subject);
      self->subject = g_strdup (subject);
      g_free (self->client_id);
      self->client_id = g_strdup (client_id);
    }
  g_hash_table_unref (self->filled);
  self->filled = collect (self);
  compare (self);
  if (!same)
    look_for_kept (self);
}

/** limber_draft_keeper_changed: somebody typed. */
void
limber_draft_keeper_changed (LimberDraftKeeper *self)
{
  g_return_if_fail (LIMBER_IS_DRAFT_KEEPER (self));

  if (self->subject == NULL)
    return;
  compare (self);
  if (self->delay_id == 0)
    self->delay_id = g_timeout_add (DELAY_MS, on_delay, self);
}

/** limber_draft_keeper_get_unsaved: whether the form holds something else than what is saved. */
gboolean
limber_draft_keeper_get_unsaved (LimberDraftKeeper *self)
{
  return g_hash_table_size (self->typed) > 0;
}

/** limber_draft_keeper_saving: what the form holds now is on its way. */
void
limber_draft_keeper_saving (LimberDraftKeeper *self)
{
  g_return_if_fail (LIMBER_IS_DRAFT_KEEPER (self));

  g_clear_pointer (&self->sent, g_hash_table_unref);
  self->sent = collect (self);
}

/** limber_draft_keeper_saved: … and has arrived; what was typed since then is not saved. */
void
limber_draft_keeper_saved (LimberDraftKeeper *self)
{
  g_return_if_fail (LIMBER_IS_DRAFT_KEEPER (self));

  if (self->sent == NULL)
    return;
  g_hash_table_unref (self->filled);
  self->filled = g_steal_pointer (&self->sent);
  compare (self);
  keep_typed (self);
}

/** limber_draft_keeper_drop: the person does not want what was typed. The form is to be filled again. */
void
limber_draft_keeper_drop (LimberDraftKeeper *self)
{
  g_return_if_fail (LIMBER_IS_DRAFT_KEEPER (self));

  stop_looking (self);
  g_hash_table_unref (self->typed);
  self->typed = new_values ();
  keep_typed (self);
  g_signal_emit (self, signals[SIGNAL_UNSAVED], 0);
}

/** limber_draft_keeper_drop_other: what was kept about @subject, which is not open any more, is saved. */
void
limber_draft_keeper_drop_other (LimberDraftKeeper *self, const char *subject)
{
  g_autoptr (GHashTable) nothing = new_values ();

  g_return_if_fail (LIMBER_IS_DRAFT_KEEPER (self));

  keep (self, subject, NULL, nothing);
}

/** limber_draft_keeper_close: (transfer full): the inputs are about to go away. */
void
limber_draft_keeper_close (LimberDraftKeeper *self)
{
  stop_looking (self);
  if (self->delay_id != 0)
    keep_typed (self);
  g_object_unref (self);
}
