/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/session/session-job.h"

/* What one write did to one finding, so that the opposite can be done. */
typedef struct {
  char *id;
  LimberFinding *before;
} Touch;

static void
touch_free (gpointer data)
{
  Touch *touch = data;

  g_free (touch->id);
  limber_finding_free (touch->before);
  g_free (touch);
}

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
  g_clear_pointer (&job->touches, g_ptr_array_unref);
  g_free (job);
}

static const LimberFinding *
find_by_id (GPtrArray *findings, const char *id)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (findings, i);

      if (g_str_equal (finding->base.id, id))
        return finding;
    }
  return NULL;
}

static void
add_touch (GPtrArray *touches, const char *id, const LimberFinding *before)
{
  Touch *touch = g_new0 (Touch, 1);

  touch->id = g_strdup (id);
  touch->before = before != NULL ? limber_finding_copy (before) : NULL;
  g_ptr_array_add (touches, touch);
}

static GPtrArray *
compare_findings (GPtrArray *before, GPtrArray *after)
{
  GPtrArray *touches = g_ptr_array_new_with_free_func (touch_free);

  for (guint i = 0; i < before->len; i++)
    {
      const LimberFinding *old = g_ptr_array_index (before, i);
      const LimberFinding *new = find_by_id (after, old->base.id);

      if (new == NULL || new->base.version != old->base.version)
        add_touch (touches, old->base.id, old);
    }
  for (guint i = 0; i < after->len; i++)
    {
      const LimberFinding *new = g_ptr_array_index (after, i);

      if (find_by_id (before, new->base.id) == NULL)
        add_touch (touches, new->base.id, NULL);
    }
  return touches;
}

static gboolean
step_undo (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  for (guint i = job->touches->len; i > 0; i--)
    {
      const Touch *touch = g_ptr_array_index (job->touches, i - 1);

      if (!limber_session_runner_put_back (db, touch->id, touch->before, error))
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
  g_autoptr (GPtrArray) before = limber_treatment_findings (db, job->session_id, error);
  g_autoptr (GPtrArray) after = NULL;

  if (before == NULL || !job->step (db, job, error))
    return NULL;
  after = limber_treatment_findings (db, job->session_id, error);
  if (after == NULL)
    return NULL;
  return compare_findings (before, after);
}

/**
 * limber_session_job_write_async:
 * @job: (transfer full)
 *
 * Does the job in one transaction. limber_store_run_finish() gives (transfer full, nullable) what it did to the
 * findings: the @touches of limber_session_job_new_undo().
 */
void
limber_session_job_write_async (LimberSessionJob *job, LimberStore *store, GAsyncReadyCallback callback,
                                gpointer user_data)
{
  limber_store_write_async (store, run_job, job, limber_session_job_unref, (GDestroyNotify) g_ptr_array_unref, NULL,
                            callback, user_data);
}
