/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/schedule/confirmation-dialog.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/address.h"
#include "pages/clients/client-writer.h"
#include "pages/parts/list-dialog.h"
#include "pages/parts/page-bits.h"
#include "pages/parts/status-change.h"
#include "services/wording/wording-date.h"
#include "store/confirmations.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

/* DESIGN: the list follows the store. An answer changes the status as everywhere, and the row goes when the change comes
 * back. */

#define LIMBER_TYPE_CONFIRMATION_DIALOG (limber_confirmation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LimberConfirmationDialog, limber_confirmation_dialog, LIMBER, CONFIRMATION_DIALOG, AdwWindow)

struct _LimberConfirmationDialog {
  AdwWindow parent_instance;

  LimberStore *store;
  LimberClock *clock;
  GCancellable *cancellable;
  LimberConfirmations *all;
  LimberListDialog parts;
};

G_DEFINE_FINAL_TYPE (LimberConfirmationDialog, limber_confirmation_dialog, ADW_TYPE_WINDOW)

/* The row's own copy of what its buttons need; the row may outlive the list it came from. */
typedef struct {
  LimberConfirmationDialog *dialog;
  LimberAppointment *appointment;
  char *client_name;
  char *phone;
  char *email;
} Row;

static void
row_free (gpointer data, GObject *widget)
{
  Row *row = data;

  limber_appointment_free (row->appointment);
  g_free (row->client_name);
  g_free (row->phone);
  g_free (row->email);
  g_free (row);
}

static char *
letter (Row *row)
{
  GTimeZone *zone = limber_clock_zone (row->dialog->clock);
  g_autofree char *day = limber_wording_long_day (limber_date_from_instant (row->appointment->start_at, zone));
  g_autofree char *time = limber_wording_time (row->appointment->start_at, zone);

  /* Translators: a message to a client: a day, a time, minutes */
  return g_strdup_printf (_("Please confirm your massage on %s at %s (%d minutes)."), day, time, row->appointment->minutes);
}

static void
on_call (GtkWidget *button, Row *row)
{
  limber_address_call (button, row->phone);
}

static void
on_text (GtkWidget *button, Row *row)
{
  g_autofree char *body = letter (row);

  limber_address_text (button, row->phone, body);
}

static void
on_mail (GtkWidget *button, Row *row)
{
  g_autofree char *body = letter (row);

  limber_address_mail (button, row->email, _("Your appointment"), body);
}

static void
on_confirmed (GtkWidget *button, Row *row)
{
  limber_status_change (GTK_WIDGET (row->dialog->parts.stack), row->dialog->store, row->appointment, row->client_name,
                        LIMBER_APPOINTMENT_STATUS_CONFIRMED);
}

static void
on_cancelled (GtkWidget *button, Row *row)
{
  limber_status_change (GTK_WIDGET (row->dialog->parts.stack), row->dialog->store, row->appointment, row->client_name,
                        LIMBER_APPOINTMENT_STATUS_CANCELLED);
}

static void
on_no_answer (GtkWidget *button, Row *row)
{
  LimberConfirmationDialog *self = row->dialog;
  LimberContact *contact = limber_contact_new ();

  limber_record_set_text (&contact->client_id, row->appointment->client_id);
  limber_record_set_text (&contact->staff_id, limber_store_actor_id (self->store));
  limber_record_set_text (&contact->text, _("Asked to confirm the appointment"));
  contact->at = limber_clock_now (self->clock);
  contact->channel = LIMBER_CONTACT_CHANNEL_PHONE;
  contact->outcome = LIMBER_CONTACT_OUTCOME_NO_ANSWER;
  limber_client_write (GTK_WIDGET (self->parts.stack), self->store, &limber_contact_type, LIMBER_WRITE_INSERT, contact,
                       NULL, NULL);
}

static void
add_deed (GtkWidget *box, Row *row, const char *icon_name, const char *what, gboolean possible, GCallback clicked)
{
  g_autofree char *name = g_strdup_printf (_("%s: %s"), row->client_name, what);
  GtkWidget *button = limber_list_dialog_button (icon_name, name);

  gtk_widget_set_tooltip_text (button, what);
  gtk_widget_set_sensitive (button, possible);
  g_signal_connect (button, "clicked", clicked, row);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_answer (GtkWidget *box, Row *row, const char *label, const char *style, GCallback clicked)
{
  g_autofree char *name = g_strdup_printf (_("%s: %s"), row->client_name, label);
  GtkWidget *button = gtk_button_new_with_label (label);

  if (style != NULL)
    gtk_widget_add_css_class (button, style);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  limber_widget_name (button, name);
  g_signal_connect (button, "clicked", clicked, row);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
words_new (LimberConfirmationDialog *self, const LimberConfirmation *one)
{
  GTimeZone *zone = limber_clock_zone (self->clock);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *start = limber_wording_time (one->appointment->start_at, zone);
  g_autofree char *title = g_strdup_printf ("%s  %s", start, one->client_name);
  g_autofree char *line = g_strdup_printf (_("%d min with %s"), one->appointment->minutes, one->staff_name);
  g_autofree char *asked = one->asked_at != 0 ? limber_wording_time (one->asked_at, zone) : NULL;
  g_autofree char *tried = asked != NULL ? g_strdup_printf (_("no answer at %s"), asked) : NULL;
  g_autofree char *both = g_strjoin (" · ", line, tried, NULL);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), limber_page_label (title, "limber-strong"));
  gtk_box_append (GTK_BOX (words), limber_page_label (both, "limber-hint"));
  return words;
}

static GtkWidget *
row_new (LimberConfirmationDialog *self, const LimberConfirmation *one)
{
  GtkWidget *widget = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Row *row = g_new0 (Row, 1);

  *row = (Row) { self, limber_appointment_copy (one->appointment), g_strdup (one->client_name), g_strdup (one->phone),
                 g_strdup (one->email) };
  g_object_weak_ref (G_OBJECT (widget), row_free, row);
  gtk_widget_add_css_class (box, "schedule-row");
  gtk_box_append (GTK_BOX (box), words_new (self, one));
  add_deed (box, row, "call-start-symbolic", _("Call"), one->phone != NULL, G_CALLBACK (on_call));
  add_deed (box, row, "chat-message-new-symbolic", _("Text"), one->phone != NULL, G_CALLBACK (on_text));
  add_deed (box, row, "mail-send-symbolic", _("Mail"), one->email != NULL, G_CALLBACK (on_mail));
  add_answer (box, row, _("Confirmed"), NULL, G_CALLBACK (on_confirmed));
  add_answer (box, row, _("Cancelled"), "flat", G_CALLBACK (on_cancelled));
  add_answer (box, row, _("No answer"), "flat", G_CALLBACK (on_no_answer));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), box);
  limber_widget_name (widget, one->client_name);
  return widget;
}

static void
show (LimberConfirmationDialog *self)
{
  g_autofree char *day = self->all->date != LIMBER_DATE_NONE ? limber_wording_long_day (self->all->date) : g_strdup ("");
  g_autofree char *hint = NULL;
  guint n = self->all->open->len;

  limber_list_dialog_clear (&self->parts);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->parts.list, row_new (self, self->all->open->pdata[i]));
  /* Translators: a day, how many still to ask, how many have confirmed */
  hint = g_strdup_printf (_("%s: %u to ask, %u confirmed"), day, n, self->all->n_confirmed);
  limber_list_dialog_finish (&self->parts, hint);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  LimberConfirmations *all = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberConfirmationDialog *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (all == NULL)
    {
      limber_feedback_error (GTK_WIDGET (self->parts.stack), error);
      return;
    }
  g_clear_pointer (&self->all, limber_confirmations_free);
  self->all = all;
  show (self);
}

static void
reload (LimberConfirmationDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  limber_store_read_async (
      self->store, limber_confirmations_load,
      limber_confirmations_query_new (limber_clock_today (self->clock), limber_clock_zone (self->clock)),
      (GDestroyNotify) limber_confirmations_query_free, (GDestroyNotify) limber_confirmations_free, self->cancellable,
      on_loaded, self);
}

static void
on_changed (LimberConfirmationDialog *self, guint topics)
{
  if (topics & (LIMBER_TOPIC_APPOINTMENT | LIMBER_TOPIC_CONTACT | LIMBER_TOPIC_CLIENT | LIMBER_TOPIC_WORKING_TIME))
    reload (self);
}

static void
limber_confirmation_dialog_dispose (GObject *object)
{
  LimberConfirmationDialog *self = LIMBER_CONFIRMATION_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->all, limber_confirmations_free);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (limber_confirmation_dialog_parent_class)->dispose (object);
}

static void
limber_confirmation_dialog_class_init (LimberConfirmationDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_confirmation_dialog_dispose;
}

static void
limber_confirmation_dialog_init (LimberConfirmationDialog *self)
{
}

/** limber_confirmation_dialog_present: who has not confirmed tomorrow's appointment yet, over the window of @widget. */
void
limber_confirmation_dialog_present (GtkWidget *widget, LimberStore *store, LimberClock *clock)
{
  LimberConfirmationDialog *self = g_object_new (LIMBER_TYPE_CONFIRMATION_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  limber_list_dialog_build (ADW_WINDOW (self), widget, _("Appointments to Confirm"), "object-select-symbolic",
                            _("All Confirmed"), _("Nobody is left to ask for the next working day."), &self->parts);
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 560);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  reload (self);
  gtk_window_present (GTK_WINDOW (self));
}
