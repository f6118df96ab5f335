/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/schedule/waiting-dialog.h"

#include <glib/gi18n-lib.h>

#include "pages/clients/client-writer.h"
#include "pages/parts/list-dialog.h"
#include "pages/parts/page-bits.h"
#include "pages/schedule/waiting-wish-dialog.h"
#include "pages/schedule/waiting-words.h"
#include "services/booking/waiting-offers.h"
#include "services/wording/wording-date.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

#define OFFER_WIDTH 560
#define OFFER_HEIGHT 340

/* DESIGN: one window for the whole list and for those whom a freed time fits; then there are offers and it does not
 * follow the store. Booking is left to the booking dialog, whose transaction takes the client off the list. */

#define LIMBER_TYPE_WAITING_DIALOG (limber_waiting_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LimberWaitingDialog, limber_waiting_dialog, LIMBER, WAITING_DIALOG, AdwWindow)

struct _LimberWaitingDialog {
  AdwWindow parent_instance;

  LimberStore *store;
  LimberClock *clock;
  GTimeZone *zone;
  GCancellable *cancellable;
  GPtrArray *entries;
  LimberWaitingOffers *offers;
  LimberListDialog parts;
};

G_DEFINE_FINAL_TYPE (LimberWaitingDialog, limber_waiting_dialog, ADW_TYPE_WINDOW)

static const LimberWaitingEntry *
entry_of (LimberWaitingDialog *self, GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  return self->entries->pdata[gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))];
}

/* @widget: a row, or the button in it */
static void
on_book (LimberWaitingDialog *self, GtkWidget *widget)
{
  const LimberWaitingEntry *entry = entry_of (self, widget);
  const LimberAppointment *free_time = self->offers != NULL ? self->offers->appointment : NULL;
  g_autoptr (GVariant) args
      = g_variant_ref_sink (limber_waiting_book_args (entry, free_time != NULL ? free_time->staff_id : NULL,
                                                      free_time != NULL ? free_time->start_at : 0));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.book", "@a{sv}", args);
}

/* What was taken off and can come back. */
typedef struct {
  LimberWaitingDialog *dialog;
  LimberWaiting *waiting;
} TakenOff;

static void
taken_off_free (gpointer data)
{
  TakenOff *taken = data;

  g_object_unref (taken->dialog);
  limber_waiting_free (taken->waiting);
  g_free (taken);
}

static void
on_undo (gpointer data)
{
  TakenOff *taken = data;
  LimberWaiting *waiting = limber_waiting_copy (taken->waiting);

  waiting->settled_at = 0;
  if (taken->dialog->store != NULL)
    limber_client_write (GTK_WIDGET (taken->dialog->parts.stack), taken->dialog->store, &limber_waiting_type,
                         LIMBER_WRITE_UPDATE, waiting, NULL, NULL);
  else
    limber_waiting_free (waiting);
}

static void
on_taken_off (GtkWidget *widget, gconstpointer record, gpointer data)
{
  g_autoptr (LimberWaitingDialog) self = data;
  TakenOff *taken;

  if (record == NULL || self->store == NULL)
    return;
  taken = g_new0 (TakenOff, 1);
  taken->dialog = g_object_ref (self);
  taken->waiting = limber_waiting_copy (record);
  limber_feedback_undo (widget, _("Taken off the waiting list"), on_undo, taken, taken_off_free);
}

static void
on_remove (LimberWaitingDialog *self, GtkWidget *button)
{
  LimberWaiting *waiting = limber_waiting_copy (entry_of (self, button)->waiting);

  waiting->settled_at = limber_clock_now (self->clock);
  limber_client_write (GTK_WIDGET (self->parts.stack), self->store, &limber_waiting_type, LIMBER_WRITE_UPDATE, waiting,
                       on_taken_off, g_object_ref (self));
}

static void
on_add (LimberWaitingDialog *self)
{
  g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new ("a{sv}", NULL));

  limber_waiting_wish_dialog_present (GTK_WIDGET (self->parts.stack), self->store, self->clock, none);
}

static GtkWidget *
words_new (LimberWaitingDialog *self, const LimberWaitingEntry *entry)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *wish = limber_waiting_words (entry, self->zone);
  g_autofree char *line = g_strjoin (" · ", wish, entry->client_phone, NULL);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), limber_page_label (entry->client_name, "limber-strong"));
  gtk_box_append (GTK_BOX (words), limber_page_label (line, "limber-hint"));
  return words;
}

static GtkWidget *
row_new (LimberWaitingDialog *self, const LimberWaitingEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *book = gtk_button_new_with_label (entry->booked_at != 0 ? _("Move…") : _("Book…"));
  g_autofree char *book_name = g_strdup_printf (_("Book %s"), entry->client_name);
  g_autofree char *remove_name = g_strdup_printf (_("Take %s off the waiting list"), entry->client_name);

  gtk_widget_add_css_class (box, "schedule-row");
  gtk_widget_set_valign (book, GTK_ALIGN_CENTER);
  limber_widget_name (book, book_name);
  g_signal_connect_swapped (book, "clicked", G_CALLBACK (on_book), self);
  gtk_box_append (GTK_BOX (box), words_new (self, entry));
  gtk_box_append (GTK_BOX (box), book);
  if (self->offers == NULL)
    {
      GtkWidget *remove = limber_list_dialog_button ("user-trash-symbolic", remove_name);

      g_signal_connect_swapped (remove, "clicked", G_CALLBACK (on_remove), self);
      gtk_box_append (GTK_BOX (box), remove);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), self->offers != NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  limber_widget_name (row, entry->client_name);
  return row;
}

static void
fill (LimberWaitingDialog *self, const char *hint)
{
  limber_list_dialog_clear (&self->parts);
  for (guint i = 0; i < self->entries->len; i++)
    gtk_list_box_append (self->parts.list, row_new (self, self->entries->pdata[i]));
  limber_list_dialog_finish (&self->parts, hint);
}

static gpointer
load_list (LimberDb *db, gpointer data, GError **error)
{
  return limber_waiting_list (db, GPOINTER_TO_INT (data), error);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberWaitingDialog *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (entries == NULL)
    {
      limber_feedback_error (GTK_WIDGET (self->parts.stack), error);
      return;
    }
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = entries;
  fill (self, _("When a time becomes free, whom it fits is shown at once."));
}

static void
reload (LimberWaitingDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  limber_store_read_async (self->store, load_list, GINT_TO_POINTER (limber_clock_today (self->clock)), NULL,
                           (GDestroyNotify) g_ptr_array_unref, self->cancellable, on_loaded, self);
}

static void
on_changed (LimberWaitingDialog *self, guint topics)
{
  if (topics & (LIMBER_TOPIC_WAITING | LIMBER_TOPIC_APPOINTMENT | LIMBER_TOPIC_CLIENT | LIMBER_TOPIC_STAFF))
    reload (self);
}

static void
limber_waiting_dialog_dispose (GObject *object)
{
  LimberWaitingDialog *self = LIMBER_WAITING_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->offers, limber_waiting_offers_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (limber_waiting_dialog_parent_class)->dispose (object);
}

static void
limber_waiting_dialog_class_init (LimberWaitingDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_waiting_dialog_dispose;
}

static void
limber_waiting_dialog_init (LimberWaitingDialog *self)
{
}

static LimberWaitingDialog *
dialog_new (GtkWidget *widget, LimberStore *store, GTimeZone *zone, const char *title)
{
  LimberWaitingDialog *self = g_object_new (LIMBER_TYPE_WAITING_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->zone = g_time_zone_ref (zone);
  limber_list_dialog_build (ADW_WINDOW (self), widget, title, "alarm-symbolic", _("Nobody Is Waiting"),
                            _("Put clients here who want to come earlier than there was room."), &self->parts);
  return self;
}

/** limber_waiting_dialog_present: shows who waits for an earlier time, over the window of @widget. */
void
limber_waiting_dialog_present (GtkWidget *widget, LimberStore *store, LimberClock *clock)
{
  LimberWaitingDialog *self = dialog_new (widget, store, limber_clock_zone (clock), _("Waiting List"));
  GtkWidget *add = limber_list_dialog_button ("list-add-symbolic", _("Add somebody to the waiting list"));

  self->clock = g_object_ref (clock);
  adw_header_bar_pack_start (self->parts.header, add);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add), self);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  reload (self);
  gtk_window_present (GTK_WINDOW (self));
}

static void
show_offers (GtkWidget *widget, LimberStore *store, LimberWaitingOffers *offers)
{
  LimberWaitingDialog *self = dialog_new (widget, store, offers->zone, _("A Time Has Become Free"));
  g_autofree char *day = limber_wording_day (limber_date_from_instant (offers->appointment->start_at, offers->zone));
  g_autofree char *time = limber_wording_time (offers->appointment->start_at, offers->zone);
  /* Translators: a day, a time, minutes, a therapist */
  g_autofree char *hint = g_strdup_printf (_("%s at %s, %d min with %s. Waiting for such a time:"), day, time,
                                           offers->appointment->minutes, offers->staff_name);

  gtk_window_set_default_size (GTK_WINDOW (self), OFFER_WIDTH, OFFER_HEIGHT);
  self->offers = offers;
  self->entries = g_ptr_array_ref (offers->entries);
  fill (self, hint);
  /* The first of them is one key away. */
  g_signal_connect_swapped (self->parts.list, "row-activated", G_CALLBACK (on_book), self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_child_focus (GTK_WIDGET (self->parts.list), GTK_DIR_TAB_FORWARD);
}

static void
on_offers (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autoptr (GError) error = NULL;
  LimberWaitingOffers *offers = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (error != NULL)
    limber_feedback_error (widget, error);
  if (offers != NULL && offers->entries->len > 0 && gtk_widget_get_root (widget) != NULL)
    show_offers (widget, LIMBER_STORE (source), offers);
  else
    limber_waiting_offers_free (offers);
}

/** limber_waiting_offer: shows whom the time of @cancelled fits; nothing when it fits nobody. */
void
limber_waiting_offer (GtkWidget *widget, LimberStore *store, const LimberAppointment *cancelled)
{
  limber_store_read_async (store, limber_waiting_offers_load, limber_appointment_copy (cancelled),
                           (GDestroyNotify) limber_appointment_free, (GDestroyNotify) limber_waiting_offers_free, NULL,
                           on_offers, g_object_ref (widget));
}
