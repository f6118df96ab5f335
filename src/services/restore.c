/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/restore.h"

#include "store/restored.h"

/* DESIGN: the store of the clinic is not asked, as it may not be possible to open one; a restore reads and writes
 * through connections of its own, on a thread of its own. */

typedef struct {
  LimberRestoreDeed deed;
  char *database;
  char *backup;
  char *actor_id;
  char *actor_name;
  gint64 now;
  LimberRestorePreview preview;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->database);
  g_free (work->backup);
  g_free (work->actor_id);
  g_free (work->actor_name);
  g_free (work);
}

static gint64
tell_time (gpointer data)
{
  return ((Work *) data)->now;
}

static Work *
work_new (const char *database, const char *backup)
{
  Work *work = g_new0 (Work, 1);

  work->database = g_strdup (database);
  work->backup = g_strdup (backup);
  work->deed = (LimberRestoreDeed) { .database = work->database, .backup = work->backup };
  return work;
}

/* @work: (transfer full) */
static void
start (Work *work, gpointer tag, GTaskThreadFunc func, GCancellable *cancellable, GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, func);
}

static void
give_back (GTask *task, gboolean ok, GError *error)
{
  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
preview_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  gboolean ok = limber_restore_preview (&work->deed, cancellable, &work->preview, &error);

  give_back (task, ok, error);
}

/** limber_restore_preview_async: Checks a backup and looks what a restore of it would bring and take. */
void
limber_restore_preview_async (const char *database, const char *backup, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  start (work_new (database, backup), limber_restore_preview_async, preview_in_thread, cancellable, callback, user_data);
}

/** limber_restore_preview_finish: @preview is set unless this fails, because the backup is not good. */
gboolean
limber_restore_preview_finish (GAsyncResult *result, LimberRestorePreview *preview, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, limber_restore_preview_async), FALSE);

  *preview = ((Work *) g_task_get_task_data (G_TASK (result)))->preview;
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
drill_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  gboolean ok = limber_restore_drill (&work->deed, cancellable, &work->preview.held, &error);

  give_back (task, ok, error);
}

/** limber_restore_drill_async: Makes a clinic of the backup, looks into it, and throws it away. */
void
limber_restore_drill_async (const char *database, const char *backup, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  start (work_new (database, backup), limber_restore_drill_async, drill_in_thread, cancellable, callback, user_data);
}

/** limber_restore_drill_finish: @held becomes what was found in it. */
gboolean
limber_restore_drill_finish (GAsyncResult *result, LimberClinicCounts *held, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, limber_restore_drill_async), FALSE);

  *held = ((Work *) g_task_get_task_data (G_TASK (result)))->preview.held;
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  char *kept = NULL;

  if (limber_restore_run (&work->deed, cancellable, &kept, &error))
    g_task_return_pointer (task, kept, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * limber_restore_async:
 * @clock: (nullable): for the note of it; the computer's when %NULL
 *
 * See limber_restore_run(). An open store tells of it as of any other change.
 */
void
limber_restore_async (const char *database, const char *backup, const char *actor_id, const char *actor_name,
                      LimberClock *clock, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Work *work = work_new (database, backup);

  work->deed.actor_id = work->actor_id = g_strdup (actor_id);
  work->deed.actor_name = work->actor_name = g_strdup (actor_name);
  if (clock != NULL)
    {
      work->now = limber_clock_now (clock);
      work->deed.now = tell_time;
      work->deed.now_data = work;
    }
  start (work, limber_restore_async, restore_in_thread, cancellable, callback, user_data);
}

/** limber_restore_finish: Returns: (transfer full) (nullable): where what was there before lies; %NULL with @error. */
char *
limber_restore_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, limber_restore_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
confirm (LimberDb *db, gpointer data, GError **error)
{
  const gint64 *now = data;
  GError *local = NULL;
  g_autoptr (LimberRestored) restored = NULL;

  while ((restored = limber_restored_load_open (db, &local)) != NULL)
    {
      restored->confirmed_at = *now;
      if (!limber_record_update (db, &limber_restored_type, restored, &local))
        break;
      g_clear_pointer (&restored, limber_restored_free);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return NULL;
}

/** limber_restore_confirm_async: Somebody has looked: what is done automatically may go on. */
void
limber_restore_confirm_async (LimberStore *store, LimberClock *clock, GAsyncReadyCallback callback, gpointer user_data)
{
  gint64 now = limber_clock_now (clock);

  limber_store_write_async (store, confirm, g_memdup2 (&now, sizeof now), g_free, NULL, NULL, callback, user_data);
}
