/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN
 *
 * One way and one language at a time. The preview follows each key; what is not well formed, or speaks of health, is
 * said there and cannot be saved. The clinic's own words replace those of the program until they are taken back.
 */
#include "pages/preferences/preferences-messages.h"

#include <glib/gi18n-lib.h>

#include "services/rebook/message.h"
#include "services/wording/wording-contact.h"
#include "store/message-template.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

#define LIMBER_TYPE_PREFERENCES_MESSAGES (limber_preferences_messages_get_type ())
G_DECLARE_FINAL_TYPE (LimberPreferencesMessages, limber_preferences_messages, LIMBER, PREFERENCES_MESSAGES,
                      AdwPreferencesPage)

struct _LimberPreferencesMessages {
  AdwPreferencesPage parent_instance;

  LimberStore *store;
  LimberClock *clock;
  GCancellable *job;
  gboolean filling;

  AdwComboRow *channel;
  AdwComboRow *language;
  AdwEntryRow *subject;
  GtkTextView *body;
  GtkLabel *preview;
  GtkWidget *save;
  GtkWidget *reset;
};

G_DEFINE_FINAL_TYPE (LimberPreferencesMessages, limber_preferences_messages, ADW_TYPE_PREFERENCES_PAGE)

static const LimberContactChannel channels[] = {
  LIMBER_CONTACT_CHANNEL_MAIL,
  LIMBER_CONTACT_CHANNEL_TEXT,
  LIMBER_CONTACT_CHANNEL_PHONE,
};

static LimberMessageTemplate *
words_new (LimberPreferencesMessages *self)
{
  LimberMessageTemplate *words = limber_message_template_new ();
  const LimberMessageLanguage *language = limber_message_language_nth (adw_combo_row_get_selected (self->language));

  words->channel = channels[adw_combo_row_get_selected (self->channel)];
  words->language = g_strdup (limber_message_language_id (language));
  return words;
}

static LimberMessageTemplate *
words_on_screen (LimberPreferencesMessages *self)
{
  LimberMessageTemplate *words = words_new (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->body);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  words->body = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  if (words->channel == LIMBER_CONTACT_CHANNEL_MAIL)
    words->subject = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->subject)));
  return words;
}

/* A made-up client with everything a template may ask for. */
static char *
preview_of (LimberPreferencesMessages *self, const LimberMessageTemplate *words, GError **error)
{
  LimberDate today = limber_clock_today (self->clock);
  LimberMessageValues values = {
    .language = limber_message_language_find (words->language), .name = "Wren Halloway", .clinic = _ ("Your Clinic"),
    .race = _ ("City Marathon"), .race_on = today + 12, .dates = { today + 6, today + 7 }, .n_dates = 2, .days = 20,
  };
  g_autofree char *subject = NULL;
  g_autofree char *body = NULL;

  if ((words->subject != NULL && !limber_message_check (words->subject, error))
      || !limber_message_check (words->body, error))
    return NULL;
  subject = words->subject != NULL ? limber_message_expand (words->subject, &values, error) : NULL;
  body = limber_message_expand (words->body, &values, error);
  return subject != NULL ? g_strdup_printf ("%s\n\n%s", subject, body) : g_steal_pointer (&body);
}

static void
update (LimberPreferencesMessages *self)
{
  g_autoptr (LimberMessageTemplate) words = words_on_screen (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *preview = preview_of (self, words, &error);

  gtk_label_set_text (self->preview, preview != NULL ? preview : error->message);
  if (preview != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->preview), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->preview), "error");
  gtk_widget_set_sensitive (self->save, preview != NULL && *words->body != '\0');
}

static void
on_typed (LimberPreferencesMessages *self)
{
  if (!self->filling)
    update (self);
}

static void
fill (LimberPreferencesMessages *self, const LimberMessageTemplate *own)
{
  const LimberMessageLanguage *language = limber_message_language_nth (adw_combo_row_get_selected (self->language));
  LimberContactChannel channel = channels[adw_combo_row_get_selected (self->channel)];
  const char *subject = own != NULL ? own->subject : limber_message_language_subject (language, channel);
  const char *body = own != NULL ? own->body : limber_message_language_body (language, channel);

  self->filling = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->subject), channel == LIMBER_CONTACT_CHANNEL_MAIL);
  gtk_editable_set_text (GTK_EDITABLE (self->subject), subject != NULL ? subject : "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->body), body, -1);
  gtk_widget_set_sensitive (self->reset, own != NULL);
  self->filling = FALSE;
  update (self);
}

static gpointer
find_words (LimberDb *db, gpointer data, GError **error)
{
  const LimberMessageTemplate *wanted = data;

  return limber_message_template_find (db, wanted->channel, wanted->language, error);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberMessageTemplate) own = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (error == NULL)
    fill (data, own);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    limber_feedback_error (GTK_WIDGET (data), error);
}

static void
load (LimberPreferencesMessages *self)
{
  if (self->store == NULL)
    return;
  g_cancellable_cancel (self->job);
  g_clear_object (&self->job);
  self->job = g_cancellable_new ();
  limber_store_read_async (self->store, find_words, words_new (self), (GDestroyNotify) limber_message_template_free,
                           (GDestroyNotify) limber_message_template_free, self->job, on_found, self);
}

static gpointer
save_words (LimberDb *db, gpointer data, GError **error)
{
  limber_message_template_save (db, data, error);
  return NULL;
}

static gpointer
remove_words (LimberDb *db, gpointer data, GError **error)
{
  const LimberMessageTemplate *words = data;

  limber_message_template_remove (db, words->channel, words->language, error);
  return NULL;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LimberPreferencesMessages) self = data;
  g_autoptr (GError) error = NULL;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (error != NULL)
    limber_feedback_error (GTK_WIDGET (self), error);
  else
    load (self);
}

static void
write_words (LimberPreferencesMessages *self, LimberStoreFunc job, LimberMessageTemplate *words)
{
  limber_store_write_async (self->store, job, words, (GDestroyNotify) limber_message_template_free, NULL, NULL,
                            on_written, g_object_ref (self));
}

typedef struct {
  LimberPreferencesMessages *self;
  LimberMessageTemplate *words;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_object_unref (undo->self);
  limber_message_template_free (undo->words);
  g_free (undo);
}

static void
on_undo (gpointer data)
{
  Undo *undo = data;

  write_words (undo->self, save_words, limber_message_template_copy (undo->words));
}

static void
on_save (LimberPreferencesMessages *self)
{
  write_words (self, save_words, words_on_screen (self));
  limber_feedback_toast (GTK_WIDGET (self), _ ("The message is saved"));
}

static void
on_reset (LimberPreferencesMessages *self)
{
  Undo *undo = g_new0 (Undo, 1);

  undo->self = g_object_ref (self);
  undo->words = words_on_screen (self);
  write_words (self, remove_words, words_new (self));
  limber_feedback_undo (GTK_WIDGET (self), _ ("The message is as it came with Limber"), on_undo, undo, undo_free);
}

static void
limber_preferences_messages_dispose (GObject *object)
{
  LimberPreferencesMessages *self = LIMBER_PREFERENCES_MESSAGES (object);

  g_cancellable_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (limber_preferences_messages_parent_class)->dispose (object);
}

static void
limber_preferences_messages_class_init (LimberPreferencesMessagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_preferences_messages_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/preferences-messages.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberPreferencesMessages, channel);
  gtk_widget_class_bind_template_child (widget_class, LimberPreferencesMessages, language);
  gtk_widget_class_bind_template_child (widget_class, LimberPreferencesMessages, subject);
  gtk_widget_class_bind_template_child (widget_class, LimberPreferencesMessages, body);
  gtk_widget_class_bind_template_child (widget_class, LimberPreferencesMessages, preview);
  gtk_widget_class_bind_template_child (widget_class, LimberPreferencesMessages, save);
  gtk_widget_class_bind_template_child (widget_class, LimberPreferencesMessages, reset);
  gtk_widget_class_bind_template_callback (widget_class, load);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
}

static void
limber_preferences_messages_init (LimberPreferencesMessages *self)
{
  g_autoptr (GtkStringList) ways = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) languages = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    gtk_string_list_append (ways, limber_wording_contact_channel (channels[i]));
  for (guint i = 0; i < limber_message_n_languages (); i++)
    gtk_string_list_append (languages, limber_message_language_name (limber_message_language_nth (i)));
  adw_combo_row_set_model (self->channel, G_LIST_MODEL (ways));
  adw_combo_row_set_model (self->language, G_LIST_MODEL (languages));
  limber_widget_name (GTK_WIDGET (self->body), _ ("Message"));
  g_signal_connect_object (gtk_text_view_get_buffer (self->body), "changed", G_CALLBACK (on_typed), self,
                           G_CONNECT_SWAPPED);
}

/** limber_preferences_messages_new: Returns: (transfer floating): the page about the words of messages to clients */
GtkWidget *
limber_preferences_messages_new (LimberStore *store, LimberClock *clock)
{
  LimberPreferencesMessages *self = g_object_new (LIMBER_TYPE_PREFERENCES_MESSAGES, NULL);

  self->clock = g_object_ref (clock);
  for (guint i = 0; i < limber_message_n_languages (); i++)
    if (limber_message_language_nth (i) == limber_message_language_find (NULL))
      adw_combo_row_set_selected (self->language, i);
  self->store = g_object_ref (store);
  load (self);
  return GTK_WIDGET (self);
}
