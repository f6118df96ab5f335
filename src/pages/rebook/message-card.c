/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN
 *
 * The draft is made anew for each channel and language; until it is there the old one stays, and only the newest
 * answer counts. What stands in the field goes out, not the draft: a person may change every word. Nothing is sent
 * from here: the desktop's own program opens with the message, and a word about health keeps it closed.
 */
#include "pages/rebook/message-card.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/address.h"
#include "services/rebook/message-draft.h"
#include "widgets/widget-name.h"

struct _LimberMessageCard {
  GtkBox parent_instance;

  LimberStore *store;
  LimberClock *clock;
  char *client_id;
  LimberContactChannel channel;
  LimberMessageDraft *draft;
  GCancellable *job;
  gboolean filling;

  AdwActionRow *address;
  GtkButton *open;
  AdwComboRow *language;
  AdwEntryRow *subject;
  GtkLabel *heading;
  GtkTextView *body;
  GtkLabel *problem;
};

enum {
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberMessageCard, limber_message_card, GTK_TYPE_BOX)

static void
show_problem (LimberMessageCard *self, const char *text)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static char *
dup_body (LimberMessageCard *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->body);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
may_leave (LimberMessageCard *self, const char *subject, const char *body)
{
  g_autoptr (GError) error = NULL;

  if (self->channel == LIMBER_CONTACT_CHANNEL_PHONE
      || (limber_message_check_sent (subject, &self->draft->values, &error)
          && limber_message_check_sent (body, &self->draft->values, &error)))
    return TRUE;
  show_problem (self, error->message);
  return FALSE;
}

static void
on_open (LimberMessageCard *self)
{
  const char *subject = gtk_editable_get_text (GTK_EDITABLE (self->subject));
  g_autofree char *body = dup_body (self);

  show_problem (self, NULL);
  if (self->draft == NULL || !may_leave (self, subject, body))
    return;
  switch (self->channel)
    {
    case LIMBER_CONTACT_CHANNEL_MAIL:
      limber_address_mail (GTK_WIDGET (self), self->draft->address, subject, body);
      break;
    case LIMBER_CONTACT_CHANNEL_TEXT:
      limber_address_text (GTK_WIDGET (self), self->draft->address, body);
      break;
    default:
      limber_address_call (GTK_WIDGET (self), self->draft->address);
      break;
    }
  g_signal_emit (self, signals[OPENED], 0);
}

static const char *
open_label (LimberContactChannel channel)
{
  switch (channel)
    {
    case LIMBER_CONTACT_CHANNEL_MAIL:
      return _ ("Open mail program");
    case LIMBER_CONTACT_CHANNEL_TEXT:
      return _ ("Open text message");
    default:
      return _ ("Call");
    }
}

static void
show_address (LimberMessageCard *self)
{
  const char *address = self->draft->address;
  gboolean by_mail = self->channel == LIMBER_CONTACT_CHANNEL_MAIL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->address), self->draft->client->name);
  adw_action_row_set_subtitle (self->address, address != NULL ? address
                                              : by_mail       ? _ ("There is no e-mail address in the record.")
                                                              : _ ("There is no telephone number in the record."));
  gtk_button_set_label (self->open, open_label (self->channel));
  gtk_widget_set_sensitive (GTK_WIDGET (self->open), address != NULL);
}

static void
choose_language (LimberMessageCard *self)
{
  for (guint i = 0; i < limber_message_n_languages (); i++)
    if (limber_message_language_nth (i) == self->draft->values.language)
      adw_combo_row_set_selected (self->language, i);
}

static void
show_draft (LimberMessageCard *self)
{
  gboolean has_text = self->draft->body != NULL;

  self->filling = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), has_text);
  gtk_widget_set_visible (GTK_WIDGET (self->subject), self->draft->subject != NULL);
  gtk_label_set_text (self->heading, self->channel == LIMBER_CONTACT_CHANNEL_PHONE ? _ ("What to say") : _ ("Message"));
  limber_widget_name (GTK_WIDGET (self->body), gtk_label_get_text (self->heading));
  gtk_editable_set_text (GTK_EDITABLE (self->subject), self->draft->subject != NULL ? self->draft->subject : "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->body), has_text ? self->draft->body : "", -1);
  show_address (self);
  choose_language (self);
  show_problem (self, NULL);
  self->filling = FALSE;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  LimberMessageDraft *draft = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberMessageCard *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (draft == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  g_clear_pointer (&self->draft, limber_message_draft_free);
  self->draft = draft;
  show_draft (self);
}

static void
load (LimberMessageCard *self, const char *language)
{
  LimberMessageQuery *query = limber_message_query_new (self->client_id, self->channel, language,
                                                        limber_clock_now (self->clock), limber_clock_zone (self->clock));

  g_cancellable_cancel (self->job);
  g_clear_object (&self->job);
  self->job = g_cancellable_new ();
  limber_store_read_async (self->store, limber_message_draft_load, query, (GDestroyNotify) limber_message_query_free,
                           (GDestroyNotify) limber_message_draft_free, self->job, on_loaded, self);
}

static void
on_language (LimberMessageCard *self)
{
  if (!self->filling && self->store != NULL)
    load (self, limber_message_language_id (limber_message_language_nth (adw_combo_row_get_selected (self->language))));
}

static void
limber_message_card_dispose (GObject *object)
{
  LimberMessageCard *self = LIMBER_MESSAGE_CARD (object);

  g_cancellable_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->client_id, g_free);
  g_clear_pointer (&self->draft, limber_message_draft_free);
  G_OBJECT_CLASS (limber_message_card_parent_class)->dispose (object);
}

static void
limber_message_card_class_init (LimberMessageCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_message_card_dispose;

  /** LimberMessageCard::opened: another program has the message, or the telephone rings. */
  signals[OPENED] = g_signal_new ("opened", LIMBER_TYPE_MESSAGE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/message-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberMessageCard, address);
  gtk_widget_class_bind_template_child (widget_class, LimberMessageCard, open);
  gtk_widget_class_bind_template_child (widget_class, LimberMessageCard, language);
  gtk_widget_class_bind_template_child (widget_class, LimberMessageCard, subject);
  gtk_widget_class_bind_template_child (widget_class, LimberMessageCard, heading);
  gtk_widget_class_bind_template_child (widget_class, LimberMessageCard, body);
  gtk_widget_class_bind_template_child (widget_class, LimberMessageCard, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  gtk_widget_class_bind_template_callback (widget_class, on_language);
}

static void
limber_message_card_init (LimberMessageCard *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < limber_message_n_languages (); i++)
    gtk_string_list_append (names, limber_message_language_name (limber_message_language_nth (i)));
  self->filling = TRUE;
  adw_combo_row_set_model (self->language, G_LIST_MODEL (names));
  self->filling = FALSE;
}

/** limber_message_card_prepare: makes a message to @client_id, in the client's language; once for each card. */
void
limber_message_card_prepare (LimberMessageCard *self,
                             LimberStore *store,
                             LimberClock *clock,
                             const char *client_id,
                             LimberContactChannel channel)
{
  g_return_if_fail (LIMBER_IS_MESSAGE_CARD (self) && self->store == NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->client_id = g_strdup (client_id);
  self->channel = channel;
  load (self, NULL);
}

/** limber_message_card_set_channel: makes the message for another way to reach the client. */
void
limber_message_card_set_channel (LimberMessageCard *self, LimberContactChannel channel)
{
  g_return_if_fail (LIMBER_IS_MESSAGE_CARD (self));

  if (self->store == NULL || self->channel == channel)
    return;
  self->channel = channel;
  load (self, limber_message_card_get_language (self));
}

/** limber_message_card_get_language: Returns: (nullable): the id of the language chosen, once there is a draft. */
const char *
limber_message_card_get_language (LimberMessageCard *self)
{
  g_return_val_if_fail (LIMBER_IS_MESSAGE_CARD (self), NULL);

  return self->draft != NULL ? limber_message_language_id (self->draft->values.language) : NULL;
}
