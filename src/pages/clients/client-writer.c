/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/client-writer.h"

#include "widgets/feedback.h"

typedef struct {
  const LimberRecordType *type;
  LimberWrite verb;
  gpointer record;
} Job;

typedef struct {
  GtkWidget *widget;
  const LimberRecordType *type;
  LimberWrittenFunc done;
  gpointer data;
} Waiting;

static void
limber_write_job_free (gpointer data)
{
  Job *job = data;

  limber_record_free (job->type, job->record);
  g_free (job);
}

static gpointer
limber_write_run (LimberDb *db, gpointer data, GError **error)
{
  Job *job = data;
  gboolean ok = FALSE;

  switch (job->verb)
    {
    case LIMBER_WRITE_INSERT:
      ok = limber_record_insert (db, job->type, job->record, error);
      break;
    case LIMBER_WRITE_UPDATE:
      ok = limber_record_update (db, job->type, job->record, error);
      break;
    case LIMBER_WRITE_DELETE:
      ok = limber_record_delete (db, job->type, job->record, error);
      break;
    default:
      g_assert_not_reached ();
    }
  return ok ? limber_record_copy (job->type, job->record) : NULL;
}

static void
limber_write_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;
  g_autoptr (GError) error = NULL;
  gpointer record = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (record == NULL)
    limber_feedback_error (waiting->widget, error);
  if (waiting->done != NULL)
    waiting->done (waiting->widget, record, waiting->data);
  if (record != NULL)
    limber_record_free (waiting->type, record);
  g_object_unref (waiting->widget);
  g_free (waiting);
}

/**
 * limber_client_write:
 * @widget: where a failure is told
 * @record: (transfer full): of @type, with the version that was read
 * @done: (nullable): told once the outcome is known
 *
 * Writes one row in a transaction of its own.
 */
void
limber_client_write (GtkWidget *widget, LimberStore *store, const LimberRecordType *type, LimberWrite verb,
                     gpointer record, LimberWrittenFunc done, gpointer data)
{
  Job *job = g_new0 (Job, 1);
  Waiting *waiting = g_new0 (Waiting, 1);

  *job = (Job) { type, verb, record };
  *waiting = (Waiting) { g_object_ref (widget), type, done, data };
  /* The result is freed here when nobody takes it; it is of this type, so the callback frees it instead. */
  limber_store_write_async (store, limber_write_run, job, limber_write_job_free, NULL, NULL, limber_write_cb, waiting);
}
