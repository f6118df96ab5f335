/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/rebook/contact-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/parts/date-row.h"
#include "pages/parts/page-bits.h"
#include "pages/rebook/rebook-deeds.h"
#include "services/wording/wording-contact.h"

/* Where the calendar opens. */
#define ASK_AGAIN_DAYS 28

#define LIMBER_TYPE_CONTACT_DIALOG (limber_contact_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LimberContactDialog, limber_contact_dialog, LIMBER, CONTACT_DIALOG, AdwWindow)

struct _LimberContactDialog {
  AdwWindow parent_instance;

  GtkWidget *page; /* says what became of it, also after this window is gone */
  LimberStore *store;
  LimberClock *clock;
  GPtrArray *clients;
  char *client_name; /* of the only one */

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

static LimberContactOutcome
chosen_outcome (LimberContactDialog *self)
{
  return outcomes[adw_combo_row_get_selected (self->outcome)];
}

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

static void
on_outcome (LimberContactDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->until), chosen_outcome (self) == LIMBER_CONTACT_OUTCOME_NOT_INTERESTED);
  if (self->clock)
    on_until (self);
}

static void
limber_contact_dialog_finalize (GObject *object)
{
  LimberContactDialog *self = LIMBER_CONTACT_DIALOG (object);

  g_clear_object (&self->page);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->clients, g_ptr_array_unref);
  g_free (self->client_name);
  G_OBJECT_CLASS (limber_contact_dialog_parent_class)->finalize (object);
}

static void
limber_contact_dialog_class_init (LimberContactDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = limber_contact_dialog_finalize;
  g_type_ensure (LIMBER_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/contact-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberContactDialog, group);
  gtk_widget_class_bind_template_child (widget_class, LimberContactDialog, channel);
  gtk_widget_class_bind_template_child (widget_class, LimberContactDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, LimberContactDialog, until);
  gtk_widget_class_bind_template_child (widget_class, LimberContactDialog, text);
  gtk_widget_class_bind_template_child (widget_class, LimberContactDialog, save);
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

/**
 * limber_contact_dialog_present:
 * @page: the page that asks; toasts appear there
 * @clients: (element-type utf8): whose contact is noted
 * @client_name: (nullable): of the only client; %NULL for several
 *
 * Asks how clients were reached and what came of it, and notes it for each. *Booked* goes on to the booking.
 */
void
limber_contact_dialog_present (GtkWidget *page,
                               LimberStore *store,
                               LimberClock *clock,
                               GPtrArray *clients,
                               const char *client_name)
{
  LimberContactDialog *self = g_object_new (LIMBER_TYPE_CONTACT_DIALOG, "transient-for", gtk_widget_get_root (page), NULL);
  g_autofree char *title = NULL;

  if (client_name != NULL)
    title = g_strdup_printf (_ ("Contact with %s"), client_name);
  else
    title = g_strdup_printf (ngettext ("Contact with %u client", "Contact with %u clients", clients->len), clients->len);
  self->page = g_object_ref (page);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->clients = g_ptr_array_ref (clients);
  self->client_name = g_strdup (client_name);
  limber_date_row_prepare (self->until, clock, limber_clock_today (clock) + ASK_AGAIN_DAYS);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_present (GTK_WINDOW (self));
}
