/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/rebook/contact-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/parts/date-row.h"
#include "pages/parts/page-bits.h"
#include "pages/rebook/message-card.h"
#include "pages/rebook/rebook-deeds.h"
#include "services/wording/wording-contact.h"
#include "store/reminder-facts.h"

/* Where the calendar opens. */
#define ASK_AGAIN_DAYS 28

#define LIMBER_TYPE_CONTACT_DIALOG (limber_contact_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LimberContactDialog, limber_contact_dialog, LIMBER, CONTACT_DIALOG, AdwWindow)

/* DESIGN
 *
 * First the message, then what came of it: the same window asks for the outcome when somebody comes back from the
 * mail program or the telephone. Several clients are either noted at once, without a message, or written to one
 * after the other; `waiting` holds those who come next.
 */
struct _LimberContactDialog {
  AdwWindow parent_instance;

  GtkWidget *page; /* says what became of it, also after this window is gone */
  LimberStore *store;
  LimberClock *clock;
  GPtrArray *clients;
  char *client_name; /* of the only one */
  GPtrArray *waiting; /* ids of clients: who is written to next */
  guint n_written;

  LimberMessageCard *message;
  GtkWidget *skip;
  AdwPreferencesGroup *group;
  AdwComboRow *channel;
  AdwComboRow *outcome;
  LimberDateRow *until;
  AdwEntryRow *text;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (LimberContactDialog, limber_contact_dialog, ADW_TYPE_WINDOW)

static const LimberContactChannel channels[] = {
  LIMBER_CONTACT_CHANNEL_PHONE,
  LIMBER_CONTACT_CHANNEL_TEXT,
  LIMBER_CONTACT_CHANNEL_MAIL,
  LIMBER_CONTACT_CHANNEL_IN_PERSON,
};

static const LimberContactOutcome outcomes[] = {
  LIMBER_CONTACT_OUTCOME_NO_ANSWER,
  LIMBER_CONTACT_OUTCOME_WILL_CALL_BACK,
  LIMBER_CONTACT_OUTCOME_NOT_INTERESTED,
  LIMBER_CONTACT_OUTCOME_BOOKED,
};

/* Where mail stands among the channels. */
#define BY_MAIL 2

static LimberContactOutcome
chosen_outcome (LimberContactDialog *self)
{
  return outcomes[adw_combo_row_get_selected (self->outcome)];
}

static void present_next (LimberContactDialog *self);

static void
on_done (const GError *error, gpointer data)
{
  g_autoptr (LimberContactDialog) self = data;

  if (error != NULL)
    {
      gtk_widget_set_sensitive (self->save, TRUE);
      adw_preferences_group_set_description (self->group, error->message);
      return;
    }
  if (chosen_outcome (self) == LIMBER_CONTACT_OUTCOME_BOOKED && self->clients->len == 1)
    gtk_widget_activate_action_variant (self->page, "win.book",
                                        limber_page_book_args (self->clients->pdata[0], NULL, 0, NULL));
  present_next (self);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_save (LimberContactDialog *self)
{
  g_autoptr (LimberRebookDeed) deed = limber_rebook_deed_new (limber_clock_today (self->clock));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));

  g_ptr_array_extend (deed->clients, self->clients, (GCopyFunc) (void (*) (void)) g_strdup, NULL);
  deed->contact = limber_contact_new ();
  deed->contact->at = limber_clock_now (self->clock);
  deed->contact->staff_id = g_strdup (limber_store_actor_id (self->store));
  deed->contact->channel = channels[adw_combo_row_get_selected (self->channel)];
  deed->contact->outcome = chosen_outcome (self);
  deed->contact->text = *text ? g_strdup (text) : NULL;
  deed->language = g_strdup (limber_message_card_get_language (self->message));
  if (deed->contact->outcome == LIMBER_CONTACT_OUTCOME_NOT_INTERESTED)
    deed->contact->until = limber_date_row_get (self->until);
  gtk_widget_set_sensitive (self->save, FALSE);
  limber_rebook_do (self->page, self->store, deed, self->client_name, on_done, g_object_ref (self));
}

/* An empty date leaves the pause open; anything else must be a day to come. */
static void
on_until (LimberContactDialog *self)
{
  LimberDate until = limber_date_row_get (self->until);
  gboolean asked = chosen_outcome (self) == LIMBER_CONTACT_OUTCOME_NOT_INTERESTED;
  gboolean good = !asked || (limber_date_row_check (self->until, FALSE)
                             && (until == LIMBER_DATE_NONE || until > limber_clock_today (self->clock)));

  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->until), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->until), "error");
  gtk_widget_set_sensitive (self->save, good);
}

/* What the answer does to the next reminder. */
static char *
consequence (LimberContactOutcome outcome, gboolean one)
{
  int days = limber_contact_delay (outcome);

  switch (outcome)
    {
    case LIMBER_CONTACT_OUTCOME_BOOKED:
      return g_strdup (one ? _ ("The booking opens next.") : _ ("Whoever has an appointment is not reminded."));
    case LIMBER_CONTACT_OUTCOME_NOT_INTERESTED:
      return g_strdup (_ ("Reminders pause until then."));
    default:
      return g_strdup_printf (ngettext ("The next reminder comes after %d day.", "The next reminder comes after %d days.",
                                        (gulong) days),
                              days);
    }
}

static void
on_outcome (LimberContactDialog *self)
{
  g_autofree char *text = consequence (chosen_outcome (self), self->clients == NULL || self->clients->len == 1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->outcome), text);
  gtk_widget_set_visible (GTK_WIDGET (self->until), chosen_outcome (self) == LIMBER_CONTACT_OUTCOME_NOT_INTERESTED);
  if (self->clock)
    on_until (self);
}

static void
on_channel (LimberContactDialog *self)
{
  limber_message_card_set_channel (self->message, channels[adw_combo_row_get_selected (self->channel)]);
}

static void
on_opened (LimberContactDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->outcome));
}

static void
on_skip (LimberContactDialog *self)
{
  present_next (self);
  gtk_window_close (GTK_WINDOW (self));
}

static void
limber_contact_dialog_finalize (GObject *object)
{
  LimberContactDialog *self = LIMBER_CONTACT_DIALOG (object);

  g_clear_object (&self->page);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->clients, g_ptr_array_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_free (self->client_name);
  G_OBJECT_CLASS (limber_contact_dialog_parent_class)->finalize (object);
}

static void
limber_contact_dialog_class_init (LimberContactDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = limber_contact_dialog_finalize;
  g_type_ensure (LIMBER_TYPE_DATE_ROW);
  g_type_ensure (LIMBER_TYPE_MESSAGE_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/contact-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberContactDialog, group);
  gtk_widget_class_bind_template_child (widget_class, LimberContactDialog, channel);
  gtk_widget_class_bind_template_child (widget_class, LimberContactDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, LimberContactDialog, until);
  gtk_widget_class_bind_template_child (widget_class, LimberContactDialog, text);
  gtk_widget_class_bind_template_child (widget_class, LimberContactDialog, save);
  gtk_widget_class_bind_template_child (widget_class, LimberContactDialog, message);
  gtk_widget_class_bind_template_child (widget_class, LimberContactDialog, skip);
  gtk_widget_class_bind_template_callback (widget_class, on_channel);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_skip);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_until);
  gtk_widget_class_bind_template_callback (widget_class, on_outcome);
}

static void
limber_contact_dialog_init (LimberContactDialog *self)
{
  g_autoptr (GtkStringList) ways = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) ends = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    gtk_string_list_append (ways, limber_wording_contact_channel (channels[i]));
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    gtk_string_list_append (ends, limber_wording_contact_outcome (outcomes[i]));
  adw_combo_row_set_model (self->channel, G_LIST_MODEL (ways));
  adw_combo_row_set_model (self->outcome, G_LIST_MODEL (ends));
  on_outcome (self);
}

static LimberContactDialog *
dialog_new (GtkWidget *page, LimberStore *store, LimberClock *clock, GPtrArray *clients, const char *title)
{
  LimberContactDialog *self = g_object_new (LIMBER_TYPE_CONTACT_DIALOG, "transient-for", gtk_widget_get_root (page),
                                            "title", title, NULL);

  self->page = g_object_ref (page);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->clients = g_ptr_array_ref (clients);
  limber_date_row_prepare (self->until, clock, limber_clock_today (clock) + ASK_AGAIN_DAYS);
  on_outcome (self);
  return self;
}

static void
prepare_message (LimberContactDialog *self)
{
  limber_message_card_prepare (self->message, self->store, self->clock, self->clients->pdata[0],
                               channels[adw_combo_row_get_selected (self->channel)]);
}

/**
 * limber_contact_dialog_present:
 * @page: the page that asks; toasts appear there
 * @clients: (element-type utf8): whose contact is noted
 * @client_name: (nullable): of the only client; %NULL for several
 *
 * Prepares a message to one client, asks what came of it, and notes it. For several clients it notes the same for all.
 * *Booked* goes on to the booking.
 */
void
limber_contact_dialog_present (GtkWidget *page,
                               LimberStore *store,
                               LimberClock *clock,
                               GPtrArray *clients,
                               const char *client_name)
{
  LimberContactDialog *self;
  g_autofree char *title = NULL;

  if (client_name != NULL)
    title = g_strdup_printf (_ ("Contact with %s"), client_name);
  else
    title = g_strdup_printf (ngettext ("Contact with %u client", "Contact with %u clients", clients->len), clients->len);
  self = dialog_new (page, store, clock, clients, title);
  self->client_name = g_strdup (client_name);
  if (client_name != NULL)
    prepare_message (self);
  else
    gtk_window_set_default_size (GTK_WINDOW (self), 500, -1);
  gtk_window_present (GTK_WINDOW (self));
}

static void
present_written (GtkWidget *page, LimberStore *store, LimberClock *clock, GPtrArray *waiting, guint n_written,
                 guint channel)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = NULL;
  LimberContactDialog *self;

  /* Translators: a person writes to several clients, one after the other. */
  title = g_strdup_printf (_ ("Message %u of %u"), n_written + 1, n_written + waiting->len);
  g_ptr_array_add (one, g_ptr_array_steal_index (waiting, 0));
  self = dialog_new (page, store, clock, one, title);
  self->waiting = g_ptr_array_ref (waiting);
  self->n_written = n_written + 1;
  adw_combo_row_set_selected (self->channel, channel);
  gtk_widget_set_visible (self->skip, waiting->len > 0);
  prepare_message (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
present_next (LimberContactDialog *self)
{
  if (self->waiting != NULL && self->waiting->len > 0)
    present_written (self->page, self->store, self->clock, self->waiting, self->n_written,
                     adw_combo_row_get_selected (self->channel));
}

/**
 * limber_contact_dialog_write:
 * @clients: (element-type utf8): at least one; to each a message of their own
 *
 * Writes to clients one after the other, beginning by mail, and notes each contact.
 */
void
limber_contact_dialog_write (GtkWidget *page, LimberStore *store, LimberClock *clock, GPtrArray *clients)
{
  g_autoptr (GPtrArray) waiting = g_ptr_array_copy (clients, (GCopyFunc) (void (*) (void)) g_strdup, NULL);

  g_ptr_array_set_free_func (waiting, g_free);
  present_written (page, store, clock, waiting, 0, BY_MAIL);
}
