/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/session/session-job.h"

/* What one write did to one record, so that the opposite can be done. */
typedef struct {
  const LimberRecordType *type;
  char *id;
  gpointer before;
} Touch;

static void
touch_free (gpointer data)
{
  Touch *touch = data;

  g_free (touch->id);
  limber_record_free (touch->type, touch->before);
  g_free (touch);
}

/* What a touch may change, and another touch take back. */
static const LimberRecordType *const touched[] = { &limber_finding_type, &limber_rom_type, &limber_health_item_type };

typedef GPtrArray *Snapshot[G_N_ELEMENTS (touched)];

/** limber_session_job_unref: From either thread. */
void
limber_session_job_unref (gpointer data)
{
  LimberSessionJob *job = data;

  if (!g_atomic_int_dec_and_test (&job->ref_count))
    return;
  g_free (job->session_id);
  g_free (job->id);
  g_free (job->text);
  g_free (job->expected);
  limber_finding_free (job->values);
  limber_rom_free (job->rom);
  limber_health_item_free (job->item);
  g_clear_pointer (&job->touches, g_ptr_array_unref);
  g_free (job);
}

static void
snapshot_clear (Snapshot *snapshot)
{
  for (guint i = 0; i < G_N_ELEMENTS (touched); i++)
    g_clear_pointer (&(*snapshot)[i], g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Snapshot, snapshot_clear)

static gboolean
take_snapshot (Snapshot snapshot, LimberDb *db, const char *session_id, GError **error)
{
  g_autoptr (LimberSession) session = limber_record_load (db, &limber_session_type, session_id, error);

  if (session == NULL)
    return FALSE;
  snapshot[0] = limber_treatment_findings (db, session_id, error);
  snapshot[1] = snapshot[0] != NULL ? limber_treatment_roms (db, session_id, error) : NULL;
  snapshot[2] = snapshot[1] != NULL ? limber_treatment_health (db, session->client_id, error) : NULL;
  return snapshot[2] != NULL;
}

static const LimberRecord *
find_by_id (GPtrArray *records, const char *id)
{
  for (guint i = 0; i < records->len; i++)
    {
      const LimberRecord *record = g_ptr_array_index (records, i);

      if (g_str_equal (record->id, id))
        return record;
    }
  return NULL;
}

static void
add_touch (GPtrArray *touches, const LimberRecordType *type, const char *id, const LimberRecord *before)
{
  Touch *touch = g_new0 (Touch, 1);

  touch->type = type;
  touch->id = g_strdup (id);
  touch->before = before != NULL ? limber_record_copy (type, before) : NULL;
  g_ptr_array_add (touches, touch);
}

static void
compare (GPtrArray *touches, const LimberRecordType *type, GPtrArray *before, GPtrArray *after)
{
  for (guint i = 0; i < before->len; i++)
    {
      const LimberRecord *old = g_ptr_array_index (before, i);
      const LimberRecord *new = find_by_id (after, old->id);

      if (new == NULL || new->version != old->version)
        add_touch (touches, type, old->id, old);
    }
  for (guint i = 0; i < after->len; i++)
    {
      const LimberRecord *new = g_ptr_array_index (after, i);

      if (find_by_id (before, new->id) == NULL)
        add_touch (touches, type, new->id, NULL);
    }
}

static gboolean
step_undo (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  for (guint i = job->touches->len; i > 0; i--)
    {
      const Touch *touch = g_ptr_array_index (job->touches, i - 1);

      if (!limber_session_runner_put_back (db, touch->type, touch->id, touch->before, error))
        return FALSE;
    }
  return TRUE;
}

/** limber_session_job_new: Returns: (transfer full): a job for @step, at the instant @now */
LimberSessionJob *
limber_session_job_new (LimberSessionStep step, const char *session_id, gint64 now)
{
  LimberSessionJob *job = g_new0 (LimberSessionJob, 1);

  job->ref_count = 1;
  job->step = step;
  job->session_id = g_strdup (session_id);
  job->now = now;
  return job;
}

/** limber_session_job_new_undo: Returns: (transfer full): puts back what @touches (taken) changed, last first */
LimberSessionJob *
limber_session_job_new_undo (GPtrArray *touches, const char *session_id, gint64 now)
{
  LimberSessionJob *job = limber_session_job_new (step_undo, session_id, now);

  job->touches = touches;
  job->is_undo = TRUE;
  return job;
}

static gpointer
run_job (LimberDb *db, gpointer data, GError **error)
{
  const LimberSessionJob *job = data;
  g_auto (Snapshot) before = { NULL };
  g_auto (Snapshot) after = { NULL };
  GPtrArray *touches;

  if (!take_snapshot (before, db, job->session_id, error) || !job->step (db, job, error)
      || !take_snapshot (after, db, job->session_id, error))
    return NULL;
  touches = g_ptr_array_new_with_free_func (touch_free);
  for (guint i = 0; i < G_N_ELEMENTS (touched); i++)
    compare (touches, touched[i], before[i], after[i]);
  return touches;
}

/**
 * limber_session_job_write_async:
 * @job: (transfer full)
 *
 * Does the job in one transaction. limber_store_run_finish() gives (transfer full, nullable) what it did to
 * findings, motions and health items: the @touches of limber_session_job_new_undo().
 */
void
limber_session_job_write_async (LimberSessionJob *job, LimberStore *store, GAsyncReadyCallback callback,
                                gpointer user_data)
{
  limber_store_write_async (store, run_job, job, limber_session_job_unref, (GDestroyNotify) g_ptr_array_unref, NULL,
                            callback, user_data);
}
