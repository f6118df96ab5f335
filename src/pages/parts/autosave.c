/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: one text of a session that saves itself shortly after the last key. The words on the screen belong to the
 * person: a reload touches them only when everything typed is stored, and a failed save leaves them where they are,
 * dirty, until Retry or the next key succeeds. One save is on its way at a time, so that each knows what the store
 * holds. */
#include "pages/parts/autosave.h"

#define DELAY_MS 600

struct _LimberAutosave {
  GObject parent_instance;

  LimberSessionRoom *room;
  LimberSessionText field;
  GtkTextBuffer *buffer;
  char *session_id;
  char *stored;
  char *sent;
  guint timeout_id;
  gboolean dirty;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (LimberAutosave, limber_autosave, G_TYPE_OBJECT)

enum { SIGNAL_PROBLEM, SIGNAL_SOLVED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void save (LimberAutosave *self);

static char *
dup_text (LimberAutosave *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LimberAutosave) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sent = g_steal_pointer (&self->sent);
  g_autofree char *now = dup_text (self);

  if (!limber_session_room_set_text_finish (self->room, result, &error))
    {
      g_signal_emit (self, signals[SIGNAL_PROBLEM], 0, error->message);
      return;
    }
  if (g_strcmp0 (self->session_id, limber_session_room_id (self->room)) != 0)
    return;
  g_free (self->stored);
  self->stored = g_steal_pointer (&sent);
  self->dirty = !g_str_equal (self->stored, now);
  g_signal_emit (self, signals[SIGNAL_SOLVED], 0);
  if (self->dirty)
    save (self);
}

static void
save (LimberAutosave *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (!self->dirty || self->sent != NULL || self->session_id == NULL)
    return;
  self->sent = dup_text (self);
  limber_session_room_set_text (self->room, self->field, self->stored, self->sent, on_saved, g_object_ref (self));
}

static gboolean
on_timeout (gpointer user_data)
{
  LimberAutosave *self = user_data;

  self->timeout_id = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
on_typed (GtkTextBuffer *buffer, LimberAutosave *self)
{
  if (self->loading)
    return;
  self->dirty = TRUE;
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->timeout_id = g_timeout_add (DELAY_MS, on_timeout, self);
}

static void
on_room_changed (LimberSessionRoom *room, LimberAutosave *self)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (room);
  g_autofree char *now = NULL;
  const char *stored;

  if (sheet == NULL)
    return;
  if (g_strcmp0 (self->session_id, sheet->session->base.id) != 0)
    {
      g_free (self->session_id);
      self->session_id = g_strdup (sheet->session->base.id);
      self->dirty = FALSE;
    }
  if (self->dirty || self->sent != NULL)
    return;
  stored = limber_session_text (sheet->session, self->field);
  g_free (self->stored);
  self->stored = g_strdup (stored);
  now = dup_text (self);
  if (g_str_equal (now, stored))
    return;
  self->loading = TRUE;
  gtk_text_buffer_set_text (self->buffer, stored, -1);
  self->loading = FALSE;
}

static void
limber_autosave_dispose (GObject *object)
{
  LimberAutosave *self = LIMBER_AUTOSAVE (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_object (&self->room);
  g_clear_object (&self->buffer);
  G_OBJECT_CLASS (limber_autosave_parent_class)->dispose (object);
}

static void
limber_autosave_finalize (GObject *object)
{
  LimberAutosave *self = LIMBER_AUTOSAVE (object);

  g_free (self->session_id);
  g_free (self->stored);
  g_free (self->sent);
  G_OBJECT_CLASS (limber_autosave_parent_class)->finalize (object);
}

static void
limber_autosave_class_init (LimberAutosaveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = limber_autosave_dispose;
  object_class->finalize = limber_autosave_finalize;
  signals[SIGNAL_PROBLEM] = g_signal_new ("problem", LIMBER_TYPE_AUTOSAVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SOLVED] = g_signal_new ("solved", LIMBER_TYPE_AUTOSAVE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
limber_autosave_init (LimberAutosave *self)
{
  self->buffer = gtk_text_buffer_new (NULL);
  self->stored = g_strdup ("");
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_typed), self, 0);
}

/** limber_autosave_new: Returns: (transfer full): the buffer of @field, loaded from the room and saved into it */
LimberAutosave *
limber_autosave_new (LimberSessionRoom *room, LimberSessionText field)
{
  LimberAutosave *self = g_object_new (LIMBER_TYPE_AUTOSAVE, NULL);

  self->room = g_object_ref (room);
  self->field = field;
  g_signal_connect_object (room, "changed", G_CALLBACK (on_room_changed), self, 0);
  on_room_changed (room, self);
  return self;
}

GtkTextBuffer *
limber_autosave_get_buffer (LimberAutosave *self)
{
  return self->buffer;
}

/** limber_autosave_flush: Saves what is not saved yet without waiting for a pause in the typing; also Retry. */
void
limber_autosave_flush (LimberAutosave *self)
{
  save (self);
}
