/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "limber-services"

#include "services/backup.h"

#include "store/change-log.h"
#include "store/db/backup-file.h"
#include "store/db/backup.h"

/*
 * DESIGN
 *
 * A backup reads through a connection and a thread of its own, so that nobody waits for it: in WAL mode a
 * long read holds up no writer. The keeper looks from time to time, never on the way to the first frame; whether a
 * backup is due is asked of the files and the change log, not remembered. When the program ends, what changed since
 * the last one is backed up after the windows have gone.
 */

#define FIRST_LOOK_SECONDS 60
#define LOOK_SECONDS 300

typedef struct {
  char *path;
  gint64 now;
  gboolean only_when_due;
} BackupData;

struct _LimberBackupKeeper {
  GObject parent_instance;

  LimberStore *store;
  LimberClock *clock;
  GCancellable *cancellable;
  guint timeout;
  gboolean running;
  guint n_failed; /* one after the other */
};

G_DEFINE_FINAL_TYPE (LimberBackupKeeper, limber_backup_keeper, G_TYPE_OBJECT)

enum {
  SIGNAL_DONE,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
backup_data_free (gpointer data)
{
  BackupData *backup = data;

  g_free (backup->path);
  g_free (backup);
}

static gint64
now_of_backup (gpointer data)
{
  return ((BackupData *) data)->now;
}

static void
backup_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  BackupData *backup = data;
  GError *error = NULL;
  g_autoptr (LimberDb) db = limber_db_open (backup->path, LIMBER_DB_READ, &error);
  char *path = NULL;
  gboolean ok = db != NULL;

  if (ok)
    {
      limber_db_set_now_func (db, now_of_backup, backup);
      ok = backup->only_when_due ? limber_backup_run_if_due (db, cancellable, &path, &error)
                                 : limber_backup_run (db, LIMBER_BACKUP_REASON_HAND, cancellable, &path, &error);
    }
  if (ok)
    g_task_return_pointer (task, path, g_free);
  else
    g_task_return_error (task, error);
}

static void
start (LimberStore *store, LimberClock *clock, gboolean only_when_due, GCancellable *cancellable,
       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  BackupData *backup = g_new0 (BackupData, 1);

  backup->path = g_strdup (limber_store_path (store));
  backup->now = limber_clock_now (clock);
  backup->only_when_due = only_when_due;
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, backup, backup_data_free);
  g_task_run_in_thread (task, backup_in_thread);
}

/** limber_backup_async: Makes a verified backup now, whether one is due or not. */
void
limber_backup_async (LimberStore *store,
                     LimberClock *clock,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  start (store, clock, FALSE, cancellable, callback, user_data);
}

/**
 * limber_backup_finish:
 *
 * Returns: (transfer full) (nullable): the path of the backup; %NULL with @error on failure
 */
char *
limber_backup_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, start), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
holds_all (LimberDb *db)
{
  g_autoptr (GPtrArray) files = limber_backup_list (limber_db_path (db), NULL);
  gint64 seq = 0;

  return files != NULL && files->len > 0 && limber_change_log_last (db, &seq, NULL)
         && ((LimberBackupFile *) files->pdata[files->len - 1])->mark.seq == seq;
}

/**
 * limber_backup_at_close:
 * @path: the clinic, which nobody here has open any more
 *
 * Backs up what changed since the last backup. Waits for the disk: for a program whose windows are gone.
 */
gboolean
limber_backup_at_close (const char *path, GError **error)
{
  g_autoptr (LimberDb) db = limber_db_open (path, LIMBER_DB_READ, error);

  if (db == NULL)
    return FALSE;
  return holds_all (db) || limber_backup_run (db, LIMBER_BACKUP_REASON_ROUTINE, NULL, NULL, error);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *files = limber_backup_list (data, &error);

  if (files != NULL)
    g_task_return_pointer (task, files, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/** limber_backup_list_async: Looks which backups there are of the clinic @path, which need not be open. */
void
limber_backup_list_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, limber_backup_list_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, list_in_thread);
}

/** limber_backup_list_finish: Returns: (transfer full) (element-type LimberBackupFile): oldest first. */
GPtrArray *
limber_backup_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, limber_backup_list_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void look_later (LimberBackupKeeper *self, guint seconds);

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LimberBackupKeeper) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = limber_backup_finish (result, &error);

  self->running = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->n_failed = error != NULL ? self->n_failed + 1 : 0;
  look_later (self, LOOK_SECONDS);
  if (error != NULL)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error, self->n_failed);
  else if (path != NULL)
    g_signal_emit (self, signals[SIGNAL_DONE], 0, path);
}

/** limber_backup_keeper_look: Makes a backup when one is due; the keeper calls this by itself. */
void
limber_backup_keeper_look (LimberBackupKeeper *self)
{
  g_return_if_fail (LIMBER_IS_BACKUP_KEEPER (self));

  if (self->running)
    return;
  self->running = TRUE;
  start (self->store, self->clock, TRUE, self->cancellable, kept_cb, g_object_ref (self));
}

static gboolean
look_cb (gpointer data)
{
  LimberBackupKeeper *self = data;

  self->timeout = 0;
  limber_backup_keeper_look (self);
  return G_SOURCE_REMOVE;
}

static void
look_later (LimberBackupKeeper *self, guint seconds)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add_seconds (seconds, look_cb, self);
}

static void
limber_backup_keeper_dispose (GObject *object)
{
  LimberBackupKeeper *self = LIMBER_BACKUP_KEEPER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (limber_backup_keeper_parent_class)->dispose (object);
}

static void
limber_backup_keeper_finalize (GObject *object)
{
  g_object_unref (LIMBER_BACKUP_KEEPER (object)->cancellable);
  G_OBJECT_CLASS (limber_backup_keeper_parent_class)->finalize (object);
}

static void
limber_backup_keeper_class_init (LimberBackupKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = limber_backup_keeper_dispose;
  object_class->finalize = limber_backup_keeper_finalize;

  /** LimberBackupKeeper::done: @path: the new backup. */
  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * LimberBackupKeeper::failed:
   * @error: why there is no backup; a person should be told
   * @times: how often one after the other
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 2, G_TYPE_ERROR, G_TYPE_UINT);
}

static void
limber_backup_keeper_init (LimberBackupKeeper *self)
{
  self->cancellable = g_cancellable_new ();
}

/** limber_backup_keeper_new: Returns: (transfer full): makes backups when they are due. */
LimberBackupKeeper *
limber_backup_keeper_new (LimberStore *store, LimberClock *clock)
{
  LimberBackupKeeper *self = g_object_new (LIMBER_TYPE_BACKUP_KEEPER, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  look_later (self, FIRST_LOOK_SECONDS);
  return self;
}
