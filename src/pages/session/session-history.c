/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of the client on the table as it was after each earlier visit: what the overview of the record shows, in a
 * window over the treatment room. It is read once, when it opens; the visit that runs is its last step. */
#include "pages/session/session-history.h"

#include <glib/gi18n-lib.h>

#include "pages/clients/record-overview.h"
#include "store/client-file.h"
#include "widgets/adaptive-bin.h"
#include "widgets/feedback.h"

#define WIDTH 1000
#define HEIGHT 640

#define LIMBER_TYPE_SESSION_HISTORY (limber_session_history_get_type ())
G_DECLARE_FINAL_TYPE (LimberSessionHistory, limber_session_history, LIMBER, SESSION_HISTORY, AdwWindow)

struct _LimberSessionHistory {
  AdwWindow parent_instance;

  LimberClientFile *file;
  GtkWidget *bin;
  GtkWidget *overview;
};

G_DEFINE_FINAL_TYPE (LimberSessionHistory, limber_session_history, ADW_TYPE_WINDOW)

static void
on_width (LimberSessionHistory *self)
{
  limber_record_overview_set_width (LIMBER_RECORD_OVERVIEW (self->overview),
                                    limber_adaptive_bin_get_width_class (LIMBER_ADAPTIVE_BIN (self->bin)));
}

static void
limber_session_history_finalize (GObject *object)
{
  g_clear_pointer (&LIMBER_SESSION_HISTORY (object)->file, limber_client_file_free);
  G_OBJECT_CLASS (limber_session_history_parent_class)->finalize (object);
}

static void
limber_session_history_class_init (LimberSessionHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = limber_session_history_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
limber_session_history_init (LimberSessionHistory *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->overview = limber_record_overview_new ();
  self->bin = limber_adaptive_bin_new ();
  gtk_widget_set_vexpand (self->bin, TRUE);
  gtk_widget_set_margin_top (self->overview, 14);
  gtk_widget_set_margin_start (self->overview, 14);
  gtk_widget_set_margin_end (self->overview, 14);
  gtk_widget_set_margin_bottom (self->overview, 14);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  limber_adaptive_bin_set_child (LIMBER_ADAPTIVE_BIN (self->bin), self->overview);
  gtk_box_append (GTK_BOX (box), self->bin);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  g_signal_connect_object (self->bin, "notify::width-class", G_CALLBACK (on_width), self, G_CONNECT_SWAPPED);
}

static void
present (GtkWidget *opener, LimberClientFile *file)
{
  LimberSessionHistory *self = g_object_new (LIMBER_TYPE_SESSION_HISTORY, NULL);
  /* Translators: a client */
  g_autofree char *title = g_strdup_printf (_ ("%s: Earlier Visits"), file->client->name);

  self->file = file;
  limber_record_overview_set_file (LIMBER_RECORD_OVERVIEW (self->overview), file);
  on_width (self);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (opener)));
  gtk_window_present (GTK_WINDOW (self));
}

/* Reading */

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
run_load (LimberDb *db, gpointer data, GError **error)
{
  const Job *job = data;

  return limber_client_file_load (db, job->client_id, job->now, job->zone, error);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) opener = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberClientFile) file = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (file != NULL && gtk_widget_get_mapped (opener))
    present (opener, g_steal_pointer (&file));
  else if (error != NULL)
    limber_feedback_error (opener, error);
}

/** limber_session_history_present: Opens the window over that of @opener when the client's file is read. */
void
limber_session_history_present (GtkWidget *opener, LimberStore *store, LimberClock *clock, const char *client_id)
{
  Job *job = g_new0 (Job, 1);

  job->client_id = g_strdup (client_id);
  job->now = limber_clock_now (clock);
  job->zone = g_time_zone_ref (limber_clock_zone (clock));
  limber_store_read_async (store, run_load, job, job_free, (GDestroyNotify) limber_client_file_free, NULL, on_loaded,
                           g_object_ref (opener));
}
