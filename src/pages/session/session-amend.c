/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/session/session-amend.h"

#include <glib/gi18n-lib.h>

#include "pages/booking/client-picker.h"
#include "pages/parts/small-dialog.h"
#include "services/session/session-amend.h"
#include "widgets/feedback.h"
#include "widgets/widget-name.h"

/* DESIGN
 *
 * A dialog asks for the other client or the reason, one job does the act and brings back what stood before, and the
 * toast offers to write that again. The page under the dialog may have gone on to another session meanwhile: the
 * act carries the id that it was asked for. */

typedef gpointer (*Act) (LimberDb *db, const char *id, const char *answer, gint64 now, GError **error);

typedef struct {
  Act act;
  char *id;
  char *answer;
  gint64 now;
} Job;

/* What stands between the click and the toast. */
typedef struct {
  GtkWidget *widget;
  LimberStore *store;
  char *done;
} Waiting;

typedef struct {
  GtkWidget *widget;
  LimberStore *store;
  LimberClock *clock;
  char *session_id;
  GtkWindow *window;
  GtkWidget *content;
  GtkWidget *button;
} Amend;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->id);
  g_free (job->answer);
  g_free (job);
}

static gpointer
run_act (LimberDb *db, gpointer data, GError **error)
{
  Job *job = data;

  return job->act (db, job->id, job->answer, job->now, error);
}

static Waiting *
waiting_new (GtkWidget *widget, LimberStore *store, const char *done)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  *waiting = (Waiting) { g_object_ref (widget), g_object_ref (store), g_strdup (done) };
  return waiting;
}

static void
waiting_free (Waiting *waiting)
{
  g_object_unref (waiting->widget);
  g_object_unref (waiting->store);
  g_free (waiting->done);
  g_free (waiting);
}

/* Undo */

typedef struct {
  GtkWidget *widget;
  LimberStore *store;
  LimberSessionBefore *before;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_object_unref (undo->widget);
  g_object_unref (undo->store);
  limber_session_before_free (undo->before);
  g_free (undo);
}

static gpointer
run_put_back (LimberDb *db, gpointer data, GError **error)
{
  limber_session_put_back (db, data, error);
  return NULL;
}

static void
on_put_back (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;
  g_autoptr (GError) error = NULL;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (error != NULL)
    limber_feedback_error (waiting->widget, error);
  else if (waiting->done != NULL)
    limber_feedback_toast (waiting->widget, waiting->done);
  waiting_free (waiting);
}

static void
on_undo (gpointer data)
{
  Undo *undo = data;

  limber_store_write_async (undo->store, run_put_back, g_steal_pointer (&undo->before),
                            (GDestroyNotify) limber_session_before_free, NULL, NULL, on_put_back,
                            waiting_new (undo->widget, undo->store, NULL));
}

static void
on_acted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberSessionBefore) before = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (before == NULL)
    limber_feedback_error (waiting->widget, error);
  else
    {
      Undo *undo = g_new0 (Undo, 1);

      *undo = (Undo) { g_object_ref (waiting->widget), g_object_ref (waiting->store), g_steal_pointer (&before) };
      limber_feedback_undo (waiting->widget, waiting->done, on_undo, undo, undo_free);
    }
  waiting_free (waiting);
}

/* Asking */

static void
amend_free (gpointer data)
{
  Amend *amend = data;

  g_object_unref (amend->widget);
  g_object_unref (amend->store);
  g_clear_object (&amend->clock);
  g_free (amend->session_id);
  g_free (amend);
}

static Amend *
amend_new (GtkWidget *widget, LimberStore *store, const char *session_id, GtkWidget *content)
{
  Amend *amend = g_new0 (Amend, 1);

  amend->widget = g_object_ref (widget);
  amend->store = g_object_ref (store);
  amend->session_id = g_strdup (session_id);
  amend->content = content;
  return amend;
}

static void
present (Amend *amend, GCallback on_deed)
{
  gtk_widget_set_sensitive (amend->button, FALSE);
  g_signal_connect_data (amend->button, "clicked", on_deed, amend, (GClosureNotify) (void (*) (void)) amend_free,
                         G_CONNECT_SWAPPED);
  gtk_window_present (amend->window);
}

static void
do_act (Amend *amend, Act act, const char *answer, const char *done)
{
  Job *job = g_new0 (Job, 1);

  job->act = act;
  job->id = g_strdup (amend->session_id);
  job->answer = g_strdup (answer);
  job->now = amend->clock != NULL ? limber_clock_now (amend->clock) : 0;
  limber_store_write_async (amend->store, run_act, job, job_free, (GDestroyNotify) limber_session_before_free, NULL,
                            on_acted, waiting_new (amend->widget, amend->store, done));
}

static gpointer
move (LimberDb *db, const char *id, const char *answer, gint64 now, GError **error)
{
  return limber_session_move (db, id, answer, error);
}

static void
on_picked (LimberClientPicker *picker, GtkWidget *button)
{
  gtk_widget_set_sensitive (button, limber_client_picker_get_id (picker) != NULL);
}

static void
on_move (Amend *amend)
{
  LimberClientPicker *picker = LIMBER_CLIENT_PICKER (amend->content);
  GtkWindow *window = amend->window;
  g_autofree char *done = NULL;

  if (limber_client_picker_get_id (picker) == NULL)
    return;
  done = g_strdup_printf (_ ("The session is now with %s"), limber_client_picker_get_name (picker));
  do_act (amend, move, limber_client_picker_get_id (picker), done);
  gtk_window_destroy (window);
}

/** limber_session_amend_move: Asks on which client the session really was. */
void
limber_session_amend_move (GtkWidget *widget, LimberStore *store, const char *session_id)
{
  Amend *amend = amend_new (widget, store, session_id, limber_client_picker_new (store));

  amend->window = limber_small_dialog_new (
    widget, _ ("Move This Session"),
    _ ("Its time, findings and notes go to the client you choose. The change log names both clients."),
    amend->content, _ ("_Move"), "suggested-action", &amend->button);
  g_signal_connect_object (amend->content, "picked", G_CALLBACK (on_picked), amend->button, 0);
  present (amend, G_CALLBACK (on_move));
}

static gpointer
declare_void (LimberDb *db, const char *id, const char *answer, gint64 now, GError **error)
{
  return limber_session_void (db, id, answer, now, error);
}

static char *
reason_of (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static void
on_reason (GtkEditable *entry, GtkWidget *button)
{
  g_autofree char *reason = reason_of (GTK_WIDGET (entry));

  gtk_widget_set_sensitive (button, *reason != '\0');
}

static void
on_void (Amend *amend)
{
  g_autofree char *reason = reason_of (amend->content);
  GtkWindow *window = amend->window;

  do_act (amend, declare_void, reason, _ ("The session is void"));
  gtk_window_destroy (window);
}

/** limber_session_amend_void: Asks why the session is void. */
void
limber_session_amend_void (GtkWidget *widget, LimberStore *store, LimberClock *clock, const char *session_id)
{
  Amend *amend = amend_new (widget, store, session_id, gtk_entry_new ());

  amend->clock = g_object_ref (clock);
  gtk_entry_set_placeholder_text (GTK_ENTRY (amend->content), _ ("Reason"));
  gtk_entry_set_activates_default (GTK_ENTRY (amend->content), TRUE);
  limber_widget_name (GTK_WIDGET (amend->content), _ ("Reason"));
  amend->window = limber_small_dialog_new (
    widget, _ ("Declare This Session Void"),
    _ ("It stays in the record, crossed out, with your reason. Its appointment can be started again."),
    amend->content, _ ("_Declare Void"), "destructive-action", &amend->button);
  g_signal_connect_object (amend->content, "changed", G_CALLBACK (on_reason), amend->button, 0);
  present (amend, G_CALLBACK (on_void));
}

static gpointer
run_restore (LimberDb *db, gpointer data, GError **error)
{
  limber_session_restore (db, data, error);
  return NULL;
}

/** limber_session_amend_restore: Takes a void session back into the record. */
void
limber_session_amend_restore (GtkWidget *widget, LimberStore *store, const char *session_id)
{
  limber_store_write_async (store, run_restore, g_strdup (session_id), g_free, NULL, NULL, on_put_back,
                            waiting_new (widget, store, _ ("The session counts again")));
}
