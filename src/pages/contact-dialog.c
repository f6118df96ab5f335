/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/contact-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/rebook.h"
#include "services/wording-contact.h"
#include "widgets/feedback.h"

#define LIMBER_TYPE_CONTACT_DIALOG (limber_contact_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LimberContactDialog, limber_contact_dialog, LIMBER, CONTACT_DIALOG, AdwWindow)

struct _LimberContactDialog {
  AdwWindow parent_instance;

  GtkWidget *page; /* says what became of it, also after this window is gone */
  LimberStore *store;
  LimberClock *clock;
  char *client_id;
  char *client_name;

  AdwPreferencesGroup *group;
  AdwComboRow *channel;
  AdwComboRow *outcome;
  AdwEntryRow *until;
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

typedef struct {
  LimberContact *contact;
  LimberDate today;
} ContactJob;

static void
contact_job_free (ContactJob *job)
{
  limber_contact_free (job->contact);
  g_free (job);
}

static gpointer
write_contact (LimberDb *db, gpointer data, GError **error)
{
  ContactJob *job = data;

  limber_rebook_contacted (db, job->contact, job->today, error);
  return NULL;
}

static LimberContactOutcome
chosen_outcome (LimberContactDialog *self)
{
  return outcomes[adw_combo_row_get_selected (self->outcome)];
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LimberContactDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (error)
    {
      gtk_widget_set_sensitive (self->save, TRUE);
      adw_preferences_group_set_description (self->group, error->message);
      return;
    }
  text = g_strdup_printf (_ ("Contact with %s noted"), self->client_name);
  limber_feedback_toast (self->page, text);
  if (chosen_outcome (self) == LIMBER_CONTACT_OUTCOME_BOOKED)
    {
      GVariantBuilder args;

      g_variant_builder_init (&args, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&args, "{sv}", "client", g_variant_new_string (self->client_id));
      gtk_widget_activate_action (self->page, "win.book", "@a{sv}", g_variant_builder_end (&args));
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_save (LimberContactDialog *self)
{
  ContactJob *job = g_new0 (ContactJob, 1);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));

  job->today = limber_clock_today (self->clock);
  job->contact = limber_contact_new ();
  job->contact->client_id = g_strdup (self->client_id);
  job->contact->at = limber_clock_now (self->clock);
  job->contact->staff_id = g_strdup (limber_store_actor_id (self->store));
  job->contact->channel = channels[adw_combo_row_get_selected (self->channel)];
  job->contact->outcome = chosen_outcome (self);
  job->contact->text = *text ? g_strdup (text) : NULL;
  if (job->contact->outcome == LIMBER_CONTACT_OUTCOME_NOT_INTERESTED)
    job->contact->until = limber_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->until)));
  gtk_widget_set_sensitive (self->save, FALSE);
  limber_store_write_async (self->store, write_contact, job, (GDestroyNotify) contact_job_free, NULL, NULL, on_written,
                            g_object_ref (self));
}

/* An empty date leaves the pause open; anything else must be a day to come. */
static void
on_until (LimberContactDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->until));
  gboolean asked = chosen_outcome (self) == LIMBER_CONTACT_OUTCOME_NOT_INTERESTED;
  gboolean good = !asked || *text == '\0' || limber_date_parse (text) > limber_clock_today (self->clock);

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
  g_free (self->client_id);
  g_free (self->client_name);
  G_OBJECT_CLASS (limber_contact_dialog_parent_class)->finalize (object);
}

static void
limber_contact_dialog_class_init (LimberContactDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = limber_contact_dialog_finalize;
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
 *
 * Asks how a client was reached and what came of it, and notes it. *Booked* goes on to the booking.
 */
void
limber_contact_dialog_present (GtkWidget *page,
                               LimberStore *store,
                               LimberClock *clock,
                               const char *client_id,
                               const char *client_name)
{
  LimberContactDialog *self = g_object_new (LIMBER_TYPE_CONTACT_DIALOG, "transient-for", gtk_widget_get_root (page), NULL);
  g_autofree char *title = g_strdup_printf (_ ("Contact with %s"), client_name);

  self->page = g_object_ref (page);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->client_id = g_strdup (client_id);
  self->client_name = g_strdup (client_name);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_present (GTK_WINDOW (self));
}
