/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/self-care-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/clients/record-lists.h"
#include "pages/clients/record-self-care.h"
#include "pages/parts/small-dialog.h"
#include "store/client-file.h"
#include "widgets/feedback.h"

/* The plan for home in a window of its own, wherever it is offered: at wrap-up, and to who is overdue or paused. It reads
 * the client's file again after every change; the file lives until the next one. */
typedef struct {
  GtkWindow *window;
  LimberRecordSelfCare *plan;
  LimberStore *store;
  LimberClock *clock;
  char *client_id;
  LimberClientFile *file;
  GCancellable *cancellable;
  gulong changed_id;
} Dialog;

typedef struct {
  char *client_id;
  gint64 now;
  GTimeZone *zone;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->client_id);
  g_time_zone_unref (job->zone);
  g_free (job);
}

static gpointer
load (LimberDb *db, gpointer data, GError **error)
{
  Job *job = data;

  return limber_client_file_load (db, job->client_id, job->now, job->zone, error);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  LimberClientFile *file = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  Dialog *dialog = data;
  g_autoptr (LimberClientFile) old = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (file == NULL)
    {
      limber_feedback_error (GTK_WIDGET (dialog->plan), error);
      return;
    }
  old = dialog->file;
  dialog->file = file;
  gtk_window_set_title (dialog->window, file->client->name);
  limber_record_self_care_set_file (dialog->plan, file);
}

static void
reload (Dialog *dialog)
{
  Job *job = g_new0 (Job, 1);

  job->client_id = g_strdup (dialog->client_id);
  job->now = limber_clock_now (dialog->clock);
  job->zone = g_time_zone_ref (limber_clock_zone (dialog->clock));
  g_cancellable_cancel (dialog->cancellable);
  g_clear_object (&dialog->cancellable);
  dialog->cancellable = g_cancellable_new ();
  limber_store_read_async (dialog->store, load, job, job_free, (GDestroyNotify) limber_client_file_free,
                           dialog->cancellable, on_loaded, dialog);
}

static void
on_destroyed (gpointer data)
{
  Dialog *dialog = data;

  g_signal_handler_disconnect (dialog->store, dialog->changed_id);
  g_cancellable_cancel (dialog->cancellable);
  g_clear_object (&dialog->cancellable);
  g_clear_pointer (&dialog->file, limber_client_file_free);
  g_object_unref (dialog->store);
  g_object_unref (dialog->clock);
  g_free (dialog->client_id);
  g_free (dialog);
}

static GtkWidget *
content_new (Dialog *dialog)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *scrolled;

  dialog->plan = LIMBER_RECORD_SELF_CARE (limber_record_self_care_new (dialog->store));
  scrolled = limber_record_scrolled (GTK_WIDGET (dialog->plan));
  gtk_widget_add_css_class (GTK_WIDGET (dialog->plan), "booking-side");
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);
  return overlay;
}

/** limber_self_care_dialog_present: shows the plan for home of a client over @parent. */
void
limber_self_care_dialog_present (GtkWindow *parent, LimberStore *store, LimberClock *clock, const char *client_id)
{
  Dialog *dialog = g_new0 (Dialog, 1);

  dialog->window = GTK_WINDOW (adw_window_new ());
  dialog->store = g_object_ref (store);
  dialog->clock = g_object_ref (clock);
  dialog->client_id = g_strdup (client_id);
  gtk_window_set_title (dialog->window, _("Self-care"));
  gtk_window_set_modal (dialog->window, TRUE);
  gtk_window_set_transient_for (dialog->window, parent);
  gtk_window_set_default_size (dialog->window, 620, 640);
  adw_window_set_content (ADW_WINDOW (dialog->window), content_new (dialog));
  limber_window_close_on_escape (dialog->window);
  dialog->changed_id = g_signal_connect_swapped (store, "changed", G_CALLBACK (reload), dialog);
  g_object_weak_ref (G_OBJECT (dialog->window), (GWeakNotify) (void (*) (void)) on_destroyed, dialog);
  reload (dialog);
  gtk_window_present (dialog->window);
}
