/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: each touch is a job that carries everything it needs, the moment included, so that it means the same
 * whenever it is done. A finding on its way shows as pending. A job that failed for want of room, or because
 * another program held the database, waits for Retry, or for the next touch that succeeds, and goes in order;
 * nothing of it is lost meanwhile. What failed because it cannot be right is told and forgotten. */
#include "pages/session/session-room-private.h"

#define RETRY_SECONDS 1

struct _LimberSessionRoom {
  GObject parent_instance;

  LimberStore *store;
  LimberClock *clock;
  char *id;
  LimberSessionSheet *sheet;
  GPtrArray *undo; /* of GPtrArray: the touches of each write */
  GPtrArray *pending; /* of LimberSessionJob, not owned: findings on their way */
  GQueue waiting; /* of LimberSessionJob: what failed and can be done again */
  guint retry_id;
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (LimberSessionRoom, limber_session_room, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, SIGNAL_SAVED, SIGNAL_FAILED, SIGNAL_PENDING, N_SIGNALS };

static guint signals[N_SIGNALS];

/* What was read now shows what was on its way. */
static void
forget_done (LimberSessionRoom *self)
{
  for (guint i = self->pending->len; i > 0; i--)
    {
      LimberSessionJob *job = g_ptr_array_index (self->pending, i - 1);

      if (!job->done)
        continue;
      g_ptr_array_remove_index (self->pending, i - 1);
      limber_session_job_unref (job);
    }
}

static gpointer
run_load (LimberDb *db, gpointer data, GError **error)
{
  return limber_session_runner_load (db, data, error);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (LimberSessionRoom) self = user_data;
  g_autoptr (GError) error = NULL;
  LimberSessionSheet *sheet = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (sheet == NULL)
    {
      if (error != NULL)
        g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }
  if (g_strcmp0 (sheet->session->base.id, self->id) != 0)
    {
      limber_session_sheet_free (sheet);
      return;
    }
  /* After a move the findings of the other client are not this one's to put back. */
  if (self->sheet != NULL && !g_str_equal (self->sheet->client->base.id, sheet->client->base.id))
    g_ptr_array_set_size (self->undo, 0);
  g_clear_pointer (&self->sheet, limber_session_sheet_free);
  self->sheet = sheet;
  forget_done (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
reload (LimberSessionRoom *self)
{
  if (self->id == NULL)
    return;
  limber_store_read_async (self->store, run_load, g_strdup (self->id), g_free,
                           (GDestroyNotify) limber_session_sheet_free, self->loading, on_loaded,
                           g_object_ref (self));
}

static void
on_store_changed (LimberStore *store, guint topics, LimberSessionRoom *self)
{
  const guint mine = LIMBER_TOPIC_SESSION | LIMBER_TOPIC_FINDING | LIMBER_TOPIC_CLIENT | LIMBER_TOPIC_HEALTH
                     | LIMBER_TOPIC_APPOINTMENT | LIMBER_TOPIC_STAFF | LIMBER_TOPIC_ROM;

  if ((topics & mine) != 0)
    reload (self);
}

static gboolean
finish_write (LimberSessionRoom *self, GAsyncResult *result, gboolean is_undo, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) touches = limber_store_run_finish (self->store, result, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (touches != NULL && touches->len > 0 && !is_undo)
    g_ptr_array_add (self->undo, g_steal_pointer (&touches));
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, limber_clock_now (self->clock));
  return TRUE;
}

/* Whether the same thing can succeed a moment later. */
static gboolean
can_wait (const GError *error)
{
  return g_error_matches (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_BUSY)
         || g_error_matches (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_FULL)
         || g_error_matches (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_READ_ONLY);
}

typedef struct {
  LimberSessionRoom *room;
  LimberSessionJob *job;
} Write;

static gboolean
on_retry_time (gpointer user_data)
{
  LimberSessionRoom *self = user_data;

  self->retry_id = 0;
  limber_session_room_retry (self);
  return G_SOURCE_REMOVE;
}

static void
write_failed (LimberSessionRoom *self, LimberSessionJob *job, GError *error)
{
  if (can_wait (error) && self->store != NULL)
    {
      g_queue_push_tail (&self->waiting, job);
      /* Another program lets go by itself; a disk does not empty itself. */
      if (g_error_matches (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_BUSY) && self->retry_id == 0)
        self->retry_id = g_timeout_add_seconds (RETRY_SECONDS, on_retry_time, self);
    }
  else
    {
      g_ptr_array_remove (self->pending, job);
      limber_session_job_unref (job);
    }
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
  g_signal_emit (self, signals[SIGNAL_PENDING], 0);
  /* What was pending on the screen goes back to the truth. */
  if (self->sheet != NULL)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Write *write = user_data;
  g_autoptr (LimberSessionRoom) self = write->room;
  g_autoptr (GError) error = NULL;

  if (!finish_write (self, result, write->job->is_undo, &error))
    {
      write_failed (self, write->job, error);
      return;
    }
  write->job->done = TRUE;
  if (write->job->values != NULL)
    reload (self);
  else
    limber_session_job_unref (write->job);
  limber_session_room_retry (self);
}

static void
send (LimberSessionRoom *self, LimberSessionJob *job)
{
  Write *write = g_new0 (Write, 1);

  write->room = g_object_ref (self);
  write->job = job;
  g_atomic_int_inc (&job->ref_count);
  limber_session_job_write_async (job, self->store, on_written, write);
}

/** limber_session_room_begin: Returns: (transfer full): a job for this session, at this moment */
LimberSessionJob *
limber_session_room_begin (LimberSessionRoom *self, LimberSessionStep step)
{
  return limber_session_job_new (step, self->id, limber_session_room_now (self));
}

/** limber_session_room_submit: Sends @job (transfer full) on its way. */
void
limber_session_room_submit (LimberSessionRoom *self, LimberSessionJob *job)
{
  if (self->id == NULL)
    {
      limber_session_job_unref (job);
      return;
    }
  if (job->values != NULL)
    g_ptr_array_add (self->pending, job);
  send (self, job);
  if (job->values != NULL)
    g_signal_emit (self, signals[SIGNAL_PENDING], 0);
}

/** limber_session_room_retry: Does again what could not be saved, in the order in which it was done. */
void
limber_session_room_retry (LimberSessionRoom *self)
{
  guint n = g_queue_get_length (&self->waiting);

  for (guint i = 0; i < n; i++)
    send (self, g_queue_pop_head (&self->waiting));
  if (n > 0)
    g_signal_emit (self, signals[SIGNAL_PENDING], 0);
}

/** limber_session_room_n_waiting: Returns: how many touches are not saved and wait for Retry */
guint
limber_session_room_n_waiting (LimberSessionRoom *self)
{
  return g_queue_get_length (&self->waiting);
}

/** limber_session_room_pending: Returns: (transfer container) (element-type LimberFinding): not saved yet */
GPtrArray *
limber_session_room_pending (LimberSessionRoom *self)
{
  GPtrArray *findings = g_ptr_array_new ();

  for (guint i = 0; i < self->pending->len; i++)
    {
      const LimberSessionJob *job = g_ptr_array_index (self->pending, i);

      if (g_strcmp0 (job->session_id, self->id) == 0)
        g_ptr_array_add (findings, job->values);
    }
  return findings;
}

/** limber_session_room_now: Returns: the instant by the clock that the session began with */
gint64
limber_session_room_now (LimberSessionRoom *self)
{
  LimberMoment moment = limber_clock_moment (self->clock);

  return self->sheet != NULL ? limber_session_instant (self->sheet->session, &moment) : moment.wall;
}

static void
limber_session_room_dispose (GObject *object)
{
  LimberSessionRoom *self = LIMBER_SESSION_ROOM (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_ptr_array_set_size (self->pending, 0);
  while (!g_queue_is_empty (&self->waiting))
    limber_session_job_unref (g_queue_pop_head (&self->waiting));
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (limber_session_room_parent_class)->dispose (object);
}

static void
limber_session_room_finalize (GObject *object)
{
  LimberSessionRoom *self = LIMBER_SESSION_ROOM (object);

  g_free (self->id);
  g_clear_pointer (&self->sheet, limber_session_sheet_free);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->pending);
  G_OBJECT_CLASS (limber_session_room_parent_class)->finalize (object);
}

static void
limber_session_room_class_init (LimberSessionRoomClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = limber_session_room_dispose;
  object_class->finalize = limber_session_room_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", LIMBER_TYPE_SESSION_ROOM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SAVED] = g_signal_new ("saved", LIMBER_TYPE_SESSION_ROOM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", LIMBER_TYPE_SESSION_ROOM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SIGNAL_PENDING] = g_signal_new ("pending", LIMBER_TYPE_SESSION_ROOM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
limber_session_room_init (LimberSessionRoom *self)
{
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->pending = g_ptr_array_new ();
  g_queue_init (&self->waiting);
}

/** limber_session_room_new: Returns: (transfer full): an empty room; see limber_session_room_open() */
LimberSessionRoom *
limber_session_room_new (LimberStore *store, LimberClock *clock)
{
  LimberSessionRoom *self = g_object_new (LIMBER_TYPE_SESSION_ROOM, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, 0);
  return self;
}

/** limber_session_room_open: Shows another session; `changed` comes when it is read. */
void
limber_session_room_open (LimberSessionRoom *self, const char *session_id)
{
  g_return_if_fail (LIMBER_IS_SESSION_ROOM (self));

  if (g_strcmp0 (self->id, session_id) != 0)
    {
      g_ptr_array_set_size (self->undo, 0);
      g_clear_pointer (&self->sheet, limber_session_sheet_free);
      g_free (self->id);
      self->id = g_strdup (session_id);
    }
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  reload (self);
}

/** limber_session_room_sheet: Returns: (nullable): what was read last; good until the next `changed` */
const LimberSessionSheet *
limber_session_room_sheet (LimberSessionRoom *self)
{
  return self->sheet;
}

const char *
limber_session_room_id (LimberSessionRoom *self)
{
  return self->id;
}

LimberStore *
limber_session_room_store (LimberSessionRoom *self)
{
  return self->store;
}

LimberClock *
limber_session_room_clock (LimberSessionRoom *self)
{
  return self->clock;
}

gboolean
limber_session_room_can_undo (LimberSessionRoom *self)
{
  return self->undo->len > 0;
}

/** limber_session_room_undo: Takes back the last touch on a finding, a motion or a red flag. */
void
limber_session_room_undo (LimberSessionRoom *self)
{
  GPtrArray *touches;

  if (self->undo->len == 0)
    return;
  touches = g_ptr_array_steal_index (self->undo, self->undo->len - 1);
  limber_session_room_submit (self, limber_session_job_new_undo (touches, self->id, limber_session_room_now (self)));
}

/** limber_session_room_forget_undo: What was done so far stays done. */
void
limber_session_room_forget_undo (LimberSessionRoom *self)
{
  g_ptr_array_set_size (self->undo, 0);
}

gboolean
limber_session_room_set_text_finish (LimberSessionRoom *self, GAsyncResult *result, GError **error)
{
  return finish_write (self, result, TRUE, error);
}

/** limber_session_room_find: Returns: (nullable): what this visit recorded on a spot; any type for %NONE */
const LimberFinding *
limber_session_room_find (LimberSessionRoom *self, LimberArea area, LimberSide side, LimberFindingType type)
{
  for (guint i = self->sheet != NULL ? self->sheet->findings->len : 0; i > 0; i--)
    {
      const LimberFinding *finding = g_ptr_array_index (self->sheet->findings, i - 1);

      if (finding->area == area && finding->side == side
          && (type == LIMBER_FINDING_TYPE_NONE || finding->type == type))
        return finding;
    }
  return NULL;
}

/** limber_session_room_known_severity: Returns: what a new finding there starts with: the last known, else 5 */
int
limber_session_room_known_severity (LimberSessionRoom *self, LimberArea area, LimberSide side,
                                    LimberFindingType type)
{
  for (guint i = 0; self->sheet != NULL && i < self->sheet->known->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (self->sheet->known, i);
      int severity = limber_session_last_severity (finding);

      if (finding->area == area && (finding->side == side || side == LIMBER_SIDE_BOTH)
          && (type == LIMBER_FINDING_TYPE_NONE || finding->type == type) && severity > 0)
        return severity;
    }
  return LIMBER_SEVERITY_DEFAULT;
}
