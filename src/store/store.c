/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "limber-store"

#include "store/store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "store/change-log.h"

/*
 * DESIGN
 *
 * One worker thread owns the connection; nobody else touches it. Jobs reach it through one queue and run in
 * the order they were handed over. A finished job travels back as a source on the main context that made the
 * store: there `changed` is emitted and the GTask returns, and there its last reference goes, so that neither
 * the store nor anything a caller handed over is ever destroyed on the worker.
 *
 * A write job is BEGIN IMMEDIATE, the function, COMMIT. Before its function runs, the change log tells what
 * other processes committed since we looked last; after it, what we touched ourselves. When nobody writes
 * here, a file monitor on the -wal says that somebody did elsewhere; the worker then asks data_version, which
 * does not move for commits of our own, and reads the topics from the change log. What the monitor says while the
 * worker is at it may have come too late for that look, so there is another.
 *
 * A survey, which looks at very many rows, runs on a second thread with a connection of its own that can only
 * read, so that no key waits behind it. The thread starts with the first survey, and gives way to the others where
 * the processor is busy.
 *
 * Closing lets both finish what is queued, then joins them. Nothing that was handed over is dropped.
 */

#define MONITOR_RATE_MS 100
#define POLL_SECONDS 1
#define SURVEY_NICE 5

typedef enum {
  JOB_READ,
  JOB_WRITE,
  JOB_PLAIN,
  JOB_SURVEY,
  JOB_CHECK,
  JOB_QUIT,
} JobKind;

typedef struct {
  JobKind kind;
  LimberStore *store; /* borrowed; the task holds a reference */
  GTask *task;        /* %NULL for checks */
  LimberStoreFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  char *actor_id;
  char *actor_name;
  LimberNowFunc now;
  gpointer now_data;

  gpointer result;
  GError *error;
  guint topics;
} Job;

struct _LimberStore {
  GObject parent_instance;

  /* Main thread */
  GMainContext *context;
  GFileMonitor *monitor;
  guint poll_source;
  gboolean check_queued;
  gboolean check_again; /* there was news while one was under way, maybe after it looked */
  char *path;
  char *actor_id;
  char *actor_name;
  LimberNowFunc now;
  gpointer now_data;
  GThread *thread;
  GAsyncQueue *jobs;
  GThread *survey_thread; /* %NULL before the first survey */
  GAsyncQueue *surveys;

  /* Worker thread */
  LimberDb *db;
  gint64 last_seq;
  gint64 data_version;
};

G_DEFINE_FINAL_TYPE (LimberStore, limber_store, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  SIGNAL_DAMAGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->data_free != NULL)
    job->data_free (job->data);
  if (job->result != NULL && job->result_free != NULL)
    job->result_free (job->result);
  g_clear_error (&job->error);
  g_clear_object (&job->task);
  g_free (job->actor_id);
  g_free (job->actor_name);
  g_free (job);
}

/* ---- The worker ---- */

/* Forgets that what others wrote up to now is news; adds it to @topics. */
static gboolean
read_foreign_topics (LimberStore *self, guint *topics, GError **error)
{
  guint foreign = 0;

  if (!limber_change_log_topics_since (self->db, self->last_seq, &foreign, error)
      || !limber_change_log_last (self->db, &self->last_seq, error))
    return FALSE;
  *topics |= foreign;
  return TRUE;
}

static void
run_check (LimberStore *self, Job *job)
{
  gint64 version = self->data_version;
  g_autoptr (GError) error = NULL;

  if (!limber_db_data_version (self->db, &version, &error)
      || (version != self->data_version && !read_foreign_topics (self, &job->topics, &error)))
    {
      g_debug ("Looking for foreign changes: %s", error->message);
      return;
    }
  self->data_version = version;
}

/* The function of the job; an error of its own counts, not its result. */
static gboolean
run_func (LimberDb *db, Job *job)
{
  limber_db_set_cancellable (db, g_task_get_cancellable (job->task));
  job->result = job->func (db, job->data, &job->error);
  limber_db_set_cancellable (db, NULL);
  return job->error == NULL;
}

static void
run_read (LimberDb *db, Job *job)
{
  if (!limber_db_begin_read (db, &job->error))
    return;
  run_func (db, job);
  limber_db_rollback (db);
}

static void
run_write (LimberStore *self, Job *job)
{
  gint64 seq = self->last_seq;
  guint topics = 0;

  if (!limber_db_begin (self->db, &job->error))
    return;
  if (!read_foreign_topics (self, &topics, &job->error) || !run_func (self->db, job)
      || !limber_change_log_last (self->db, &self->last_seq, &job->error)
      || !limber_db_commit (self->db, &job->error))
    {
      limber_db_rollback (self->db);
      self->last_seq = seq;
      return;
    }
  job->topics = topics | limber_db_take_touched (self->db);
}

/* A plain job handles its own transactions, such as a backup or a long import in parts. */
static void
run_plain (LimberStore *self, Job *job)
{
  run_func (self->db, job);
  limber_db_rollback (self->db);
  read_foreign_topics (self, &job->topics, NULL);
}

static void
run_job (LimberStore *self, Job *job)
{
  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (job->task), &job->error))
    return;
  limber_db_set_actor (self->db, job->actor_id, job->actor_name);
  limber_db_set_now_func (self->db, job->now, job->now_data);
  if (job->kind == JOB_READ)
    run_read (self->db, job);
  else if (job->kind == JOB_WRITE)
    run_write (self, job);
  else
    run_plain (self, job);
}

static gboolean deliver (gpointer data);

static void
send_back (LimberStore *self, Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver, job, NULL);
  g_source_attach (source, self->context);
}

static gpointer
work (gpointer data)
{
  LimberStore *self = data;

  while (TRUE)
    {
      Job *job = g_async_queue_pop (self->jobs);

      if (job->kind == JOB_QUIT)
        {
          job_free (job);
          break;
        }
      if (job->kind == JOB_CHECK)
        run_check (self, job);
      else
        run_job (self, job);
      send_back (self, job);
    }
  g_clear_pointer (&self->db, limber_db_free);
  return NULL;
}

/* ---- The thread for surveys ---- */

static void
run_survey (LimberStore *self, LimberDb **db, Job *job)
{
  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (job->task), &job->error))
    return;
  if (*db == NULL)
    *db = limber_db_open (self->path, LIMBER_DB_READ, &job->error);
  if (*db == NULL)
    return;
  limber_db_set_now_func (*db, job->now, job->now_data);
  run_read (*db, job);
}

/* On Linux this is a matter of the thread, not of the process. */
static void
give_way (void)
{
#ifdef __linux__
  if (setpriority (PRIO_PROCESS, (id_t) gettid (), SURVEY_NICE) != 0)
    g_debug ("The priority of surveys stays: %s", g_strerror (errno));
#endif
}

static gpointer
survey (gpointer data)
{
  LimberStore *self = data;
  g_autoptr (LimberDb) db = NULL;
  Job *job;

  give_way ();
  while ((job = g_async_queue_pop (self->surveys))->kind != JOB_QUIT)
    {
      run_survey (self, &db, job);
      send_back (self, job);
    }
  job_free (job);
  return NULL;
}

/* ---- The main thread ---- */

static void queue_check (LimberStore *self);

static void
check_delivered (LimberStore *self)
{
  gboolean again = self->check_again;

  self->check_queued = self->check_again = FALSE;
  if (again)
    queue_check (self);
}

static gboolean
deliver (gpointer data)
{
  Job *job = data;
  g_autoptr (LimberStore) self = g_steal_pointer (&job->store);

  if (job->kind == JOB_CHECK)
    check_delivered (self);
  if (job->topics != 0)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, job->topics);
  if (g_error_matches (job->error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CORRUPT))
    g_signal_emit (self, signals[SIGNAL_DAMAGED], 0, job->error);
  if (job->task != NULL && job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else if (job->task != NULL)
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->result_free);
  job_free (job);
  return G_SOURCE_REMOVE;
}

static void
queue_check (LimberStore *self)
{
  Job *job;

  self->check_again = self->check_queued;
  if (self->thread == NULL || self->check_queued)
    return;
  self->check_queued = TRUE;
  job = g_new0 (Job, 1);
  job->kind = JOB_CHECK;
  job->store = g_object_ref (self);
  g_async_queue_push (self->jobs, job);
}

static void
wal_changed_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, LimberStore *self)
{
  queue_check (self);
}

static gboolean
poll_cb (gpointer data)
{
  queue_check (data);
  return G_SOURCE_CONTINUE;
}

static void
poll_for_changes (LimberStore *self)
{
  g_autoptr (GSource) source = g_timeout_source_new_seconds (POLL_SECONDS);

  g_source_set_callback (source, poll_cb, self, NULL);
  self->poll_source = g_source_attach (source, self->context);
}

/* GIO's own polling monitor looks every five seconds only, so ours is better than that. */
static gboolean
is_real_monitor (GFileMonitor *monitor)
{
  return monitor != NULL && !g_str_has_prefix (G_OBJECT_TYPE_NAME (monitor), "GPoll");
}

static void
watch_for_changes (LimberStore *self)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (wal);

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (!is_real_monitor (self->monitor))
    {
      g_clear_object (&self->monitor);
      poll_for_changes (self);
      return;
    }
  g_file_monitor_set_rate_limit (self->monitor, MONITOR_RATE_MS);
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (wal_changed_cb), self, 0);
}

static void
stop_watching (LimberStore *self)
{
  GSource *source
      = self->poll_source != 0 ? g_main_context_find_source_by_id (self->context, self->poll_source) : NULL;

  g_clear_object (&self->monitor);
  if (source != NULL)
    g_source_destroy (source);
  self->poll_source = 0;
}

static void
limber_store_dispose (GObject *object)
{
  limber_store_close (LIMBER_STORE (object));
  G_OBJECT_CLASS (limber_store_parent_class)->dispose (object);
}

static void
limber_store_finalize (GObject *object)
{
  LimberStore *self = LIMBER_STORE (object);

  g_clear_pointer (&self->db, limber_db_free);
  g_async_queue_unref (self->jobs);
  g_async_queue_unref (self->surveys);
  g_main_context_unref (self->context);
  g_free (self->path);
  g_free (self->actor_id);
  g_free (self->actor_name);
  G_OBJECT_CLASS (limber_store_parent_class)->finalize (object);
}

static void
limber_store_class_init (LimberStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = limber_store_dispose;
  object_class->finalize = limber_store_finalize;

  /**
   * LimberStore::changed:
   * @topics: a mask of #LimberTopic
   *
   * Something was committed, here or by another process. Emitted on the main thread.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * LimberStore::damaged:
   * @error: a sentence on it
   *
   * A job met a damaged part of the file; no more should be written to it. Emitted on the main thread.
   */
  signals[SIGNAL_DAMAGED] = g_signal_new ("damaged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
limber_store_init (LimberStore *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->jobs = g_async_queue_new ();
  self->surveys = g_async_queue_new ();
}

/**
 * limber_store_new_for_db:
 * @db: (transfer full): an open connection, which belongs to the worker from now on
 *
 * Returns: (transfer full): a store whose callbacks and signals come on the present thread-default main
 * context
 */
LimberStore *
limber_store_new_for_db (LimberDb *db)
{
  LimberStore *self = g_object_new (LIMBER_TYPE_STORE, NULL);
  g_autoptr (GError) error = NULL;

  self->db = db;
  self->path = g_strdup (limber_db_path (db));
  self->actor_id = g_strdup (limber_db_actor_id (db));
  self->actor_name = g_strdup (limber_db_actor_name (db));
  if (!limber_db_data_version (db, &self->data_version, &error)
      || !limber_change_log_last (db, &self->last_seq, &error))
    g_debug ("Reading the state of the change log: %s", error->message);
  watch_for_changes (self);
  self->thread = g_thread_new ("limber-store", work, self);
  return self;
}

typedef struct {
  char *path;
  LimberDbMode mode;
} OpenData;

static void
open_data_free (gpointer data)
{
  OpenData *open = data;

  g_free (open->path);
  g_free (open);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OpenData *open = data;
  GError *error = NULL;
  LimberDb *db = limber_db_open (open->path, open->mode, &error);

  if (db != NULL)
    g_task_return_pointer (task, db, (GDestroyNotify) limber_db_free);
  else
    g_task_return_error (task, error);
}

/** limber_store_open_async: Opens the database away from the main thread; see limber_db_open(). */
void
limber_store_open_async (const char *path,
                         LimberDbMode mode,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OpenData *open = g_new0 (OpenData, 1);

  open->path = g_strdup (path);
  open->mode = mode;
  g_task_set_source_tag (task, limber_store_open_async);
  g_task_set_task_data (task, open, open_data_free);
  g_task_run_in_thread (task, open_in_thread);
}

/** limber_store_open_finish: Returns: (transfer full) (nullable): the store, or %NULL with a
 * #LimberStoreError. */
LimberStore *
limber_store_open_finish (GAsyncResult *result, GError **error)
{
  LimberDb *db;

  g_return_val_if_fail (g_async_result_is_tagged (result, limber_store_open_async), NULL);

  db = g_task_propagate_pointer (G_TASK (result), error);
  return db != NULL ? limber_store_new_for_db (db) : NULL;
}

const char *
limber_store_path (LimberStore *self)
{
  return self->path;
}

/** limber_store_set_actor: Who sits at this desk; the change log names them for every job handed over from
 * now on. */
void
limber_store_set_actor (LimberStore *self, const char *staff_id, const char *name)
{
  g_return_if_fail (LIMBER_IS_STORE (self));

  g_free (self->actor_id);
  self->actor_id = g_strdup (staff_id);
  g_free (self->actor_name);
  self->actor_name = g_strdup (name);
}

const char *
limber_store_actor_id (LimberStore *self)
{
  return self->actor_id;
}

const char *
limber_store_actor_name (LimberStore *self)
{
  return self->actor_name;
}

/** limber_store_set_now_func: The clock of the change log; @func runs on the worker and must outlive the
 * store. */
void
limber_store_set_now_func (LimberStore *self, LimberNowFunc func, gpointer data)
{
  g_return_if_fail (LIMBER_IS_STORE (self));

  self->now = func;
  self->now_data = data;
}

static void
submit (LimberStore *self, JobKind kind, LimberStoreFunc func, gpointer data, GDestroyNotify data_free,
        GDestroyNotify result_free, GTask *task)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->task = task;
  job->func = func;
  job->data = data;
  job->data_free = data_free;
  job->result_free = result_free;
  job->actor_id = g_strdup (self->actor_id);
  job->actor_name = g_strdup (self->actor_name);
  job->now = self->now;
  job->now_data = self->now_data;
  if (self->thread == NULL)
    {
      g_task_return_new_error (task, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_FAILED,
                               _ ("The database is closed."));
      job_free (job);
      return;
    }
  job->store = g_object_ref (self);
  g_async_queue_push (kind == JOB_SURVEY ? self->surveys : self->jobs, job);
  if (kind == JOB_SURVEY && self->survey_thread == NULL)
    self->survey_thread = g_thread_new ("limber-survey", survey, self);
}

static GTask *
new_task (LimberStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, limber_store_run_finish);
  return task;
}

/**
 * limber_store_read_async:
 * @func: only queries; they all see the same state
 * @data: (transfer full): freed with @data_free on the main thread
 * @result_free: (nullable): frees a result that nobody takes
 *
 * Cancelling stops the running query. A cancelled job always ends in %G_IO_ERROR_CANCELLED.
 */
void
limber_store_read_async (LimberStore *self, LimberStoreFunc func, gpointer data, GDestroyNotify data_free,
                         GDestroyNotify result_free, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (LIMBER_IS_STORE (self));

  submit (self, JOB_READ, func, data, data_free, result_free,
          new_task (self, cancellable, callback, user_data));
}

/**
 * limber_store_survey_async:
 *
 * As limber_store_read_async(), for a @func that looks at very many rows, such as one that counts. It does not keep
 * other jobs waiting and may come back after jobs that were handed over later; it sees what was committed when it
 * begins.
 */
void
limber_store_survey_async (LimberStore *self, LimberStoreFunc func, gpointer data, GDestroyNotify data_free,
                           GDestroyNotify result_free, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (LIMBER_IS_STORE (self));

  submit (self, JOB_SURVEY, func, data, data_free, result_free,
          new_task (self, cancellable, callback, user_data));
}

/**
 * limber_store_write_async:
 *
 * Runs @func in one transaction: when it returns without an error, what it wrote is durable before @callback
 * runs; else nothing is kept. Cancelling in time undoes it too; when it comes after the commit, the
 * result is %G_IO_ERROR_CANCELLED though the change was made, and `changed` tells it.
 */
void
limber_store_write_async (LimberStore *self, LimberStoreFunc func, gpointer data, GDestroyNotify data_free,
                          GDestroyNotify result_free, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (LIMBER_IS_STORE (self));

  submit (self, JOB_WRITE, func, data, data_free, result_free,
          new_task (self, cancellable, callback, user_data));
}

/** limber_store_job_async: Runs @func without a transaction of its own: backups, checks, work in parts. */
void
limber_store_job_async (LimberStore *self, LimberStoreFunc func, gpointer data, GDestroyNotify data_free,
                        GDestroyNotify result_free, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (LIMBER_IS_STORE (self));

  submit (self, JOB_PLAIN, func, data, data_free, result_free,
          new_task (self, cancellable, callback, user_data));
}

/** limber_store_run_finish: Returns: (transfer full) (nullable): what the job returned; %NULL with @error on
 * failure. */
gpointer
limber_store_run_finish (LimberStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
quit (GAsyncQueue *jobs, GThread *thread)
{
  Job *job = g_new0 (Job, 1);

  job->kind = JOB_QUIT;
  g_async_queue_push (jobs, job);
  g_thread_join (thread);
}

/**
 * limber_store_close:
 *
 * Waits until everything handed over is done, then closes the database. The callbacks still come through the
 * main loop. Later jobs fail.
 */
void
limber_store_close (LimberStore *self)
{
  if (self->thread == NULL)
    return;
  stop_watching (self);
  if (self->survey_thread != NULL)
    quit (self->surveys, g_steal_pointer (&self->survey_thread));
  quit (self->jobs, g_steal_pointer (&self->thread));
}
