/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/quick-answer.h"

/* DESIGN
 *
 * A key changes the entry, which GTK would paint at once; the answer, a millisecond or two later, then waits until
 * the next frame is due. And while a cursor blinks there is a frame in every tick, so that the answer waits half a
 * tick in the mean. Hence two things between the key and its answer:
 *
 * - painting, and nothing else, is put off until the answer has come, for WAIT_US at most: letter and list appear
 *   in one frame. A source that is ready and comes just before painting does that; events, timeouts and the answer
 *   itself come before it.
 * - the cursor does not blink for STILL_MS after a key. GTK lets it rest for about as long anyway, but goes on asking
 *   for frames meanwhile. What a person has set about blinking is back after that.
 */

#define WAIT_US 8000
#define STILL_MS 500
#define PRIORITY (GDK_PRIORITY_REDRAW - 1)

struct _LimberQuickAnswer {
  GtkEditable *entry; /* not owned */
  guint wait_id;
  gint64 wait_until;
  guint still_id;
};

static gboolean
wait_cb (gpointer data)
{
  LimberQuickAnswer *self = data;

  if (g_get_monotonic_time () < self->wait_until)
    {
      g_thread_yield ();
      return G_SOURCE_CONTINUE;
    }
  self->wait_id = 0;
  return G_SOURCE_REMOVE;
}

/* The text inside the entry looks whether to blink when it is allocated anew. */
static void
set_blinking (LimberQuickAnswer *self, gboolean blinking)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self->entry));

  if (blinking)
    gtk_settings_reset_property (settings, "gtk-cursor-blink");
  else
    g_object_set (settings, "gtk-cursor-blink", FALSE, NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (gtk_editable_get_delegate (self->entry)));
}

static gboolean
blink_again_cb (gpointer data)
{
  LimberQuickAnswer *self = data;

  self->still_id = 0;
  set_blinking (self, TRUE);
  return G_SOURCE_REMOVE;
}

static gboolean
is_blinking (LimberQuickAnswer *self)
{
  gboolean blinking;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self->entry)), "gtk-cursor-blink", &blinking, NULL);
  return blinking;
}

static void
rest_cursor (LimberQuickAnswer *self)
{
  if (is_blinking (self))
    set_blinking (self, FALSE);
  else if (self->still_id == 0)
    return;
  g_clear_handle_id (&self->still_id, g_source_remove);
  self->still_id = g_timeout_add (STILL_MS, blink_again_cb, self);
}

/** limber_quick_answer_new: Returns: (transfer full): for the keys in @entry, such as a search, which must outlive it. */
LimberQuickAnswer *
limber_quick_answer_new (GtkEditable *entry)
{
  LimberQuickAnswer *self = g_new0 (LimberQuickAnswer, 1);

  self->entry = entry;
  return self;
}

void
limber_quick_answer_free (LimberQuickAnswer *self)
{
  if (self == NULL)
    return;
  g_clear_handle_id (&self->wait_id, g_source_remove);
  if (self->still_id != 0)
    set_blinking (self, TRUE);
  g_clear_handle_id (&self->still_id, g_source_remove);
  g_free (self);
}

/** limber_quick_answer_asked: the text has changed, and somebody has been asked about it. */
void
limber_quick_answer_asked (LimberQuickAnswer *self)
{
  self->wait_until = g_get_monotonic_time () + WAIT_US;
  if (self->wait_id == 0)
    self->wait_id = g_idle_add_full (PRIORITY, wait_cb, self, NULL);
  rest_cursor (self);
}

/** limber_quick_answer_answered: what is to be painted is there. */
void
limber_quick_answer_answered (LimberQuickAnswer *self)
{
  g_clear_handle_id (&self->wait_id, g_source_remove);
}

/** limber_quick_answer_get_waiting: whether painting is put off; for tests. */
gboolean
limber_quick_answer_get_waiting (LimberQuickAnswer *self)
{
  return self->wait_id != 0;
}
