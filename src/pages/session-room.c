/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: each touch is a job that carries everything it needs, the moment included, so that it means the same
 * whenever it is done. A finding on its way shows as pending. A job that failed for want of room, or because
 * another program held the database, waits for Retry, or for the next touch that succeeds, and goes in order;
 * nothing of it is lost meanwhile. What failed because it cannot be right is told and forgotten. */
#include "pages/session-room.h"

#define RETRY_SECONDS 1

struct _LimberSessionRoom {
  GObject parent_instance;

  LimberStore *store;
  LimberClock *clock;
  char *id;
  LimberSessionSheet *sheet;
  GPtrArray *undo; /* of GPtrArray of Touch */
  GPtrArray *pending; /* of Job, not owned: findings on their way */
  GQueue waiting; /* of Job: what failed and can be done again */
  guint retry_id;
  GCancellable *loading;
};

G_DEFINE_FINAL_TYPE (LimberSessionRoom, limber_session_room, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, SIGNAL_SAVED, SIGNAL_FAILED, SIGNAL_PENDING, N_SIGNALS };

static guint signals[N_SIGNALS];

/* What one write did to one finding, so that the opposite can be done. */
typedef struct {
  char *id;
  LimberFinding *before;
} Touch;

typedef struct _Job Job;
typedef gboolean (*Step) (LimberDb *db, const Job *job, GError **error);

struct _Job {
  Step step;
  char *session_id;
  char *id;
  char *text;
  char *expected;
  int value;
  int field;
  gint64 now;
  LimberFinding *values;
  LimberRom *rom;
  GPtrArray *touches;
  gboolean is_undo;
  gboolean done;
  int ref_count;
};

static void
touch_free (gpointer data)
{
  Touch *touch = data;

  g_free (touch->id);
  limber_finding_free (touch->before);
  g_free (touch);
}

/* The worker thread and the room hold a job at the same time; only one of them writes. */
static void
job_unref (gpointer data)
{
  Job *job = data;

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

static Job *
job_new (LimberSessionRoom *self, Step step)
{
  Job *job = g_new0 (Job, 1);

  job->ref_count = 1;
  job->step = step;
  job->session_id = g_strdup (self->id);
  job->now = limber_session_room_now (self);
  return job;
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

static gpointer
run_job (LimberDb *db, gpointer data, GError **error)
{
  const Job *job = data;
  g_autoptr (GPtrArray) before = limber_treatment_findings (db, job->session_id, error);
  g_autoptr (GPtrArray) after = NULL;

  if (before == NULL || !job->step (db, job, error))
    return NULL;
  after = limber_treatment_findings (db, job->session_id, error);
  if (after == NULL)
    return NULL;
  return compare_findings (before, after);
}

/* What was read now shows what was on its way. */
static void
forget_done (LimberSessionRoom *self)
{
  for (guint i = self->pending->len; i > 0; i--)
    {
      Job *job = g_ptr_array_index (self->pending, i - 1);

      if (!job->done)
        continue;
      g_ptr_array_remove_index (self->pending, i - 1);
      job_unref (job);
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
  Job *job;
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
write_failed (LimberSessionRoom *self, Job *job, GError *error)
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
      job_unref (job);
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
    job_unref (write->job);
  limber_session_room_retry (self);
}

static void
send (LimberSessionRoom *self, Job *job)
{
  Write *write = g_new0 (Write, 1);

  write->room = g_object_ref (self);
  write->job = job;
  g_atomic_int_inc (&job->ref_count);
  limber_store_write_async (self->store, run_job, job, job_unref, (GDestroyNotify) g_ptr_array_unref, NULL,
                            on_written, write);
}

/* Takes the job. */
static void
submit (LimberSessionRoom *self, Job *job)
{
  if (self->id == NULL)
    {
      job_unref (job);
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
      const Job *job = g_ptr_array_index (self->pending, i);

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
    job_unref (g_queue_pop_head (&self->waiting));
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

static gboolean
step_pause (LimberDb *db, const Job *job, GError **error)
{
  return limber_session_runner_pause (db, job->session_id, job->now, error);
}

static gboolean
step_resume (LimberDb *db, const Job *job, GError **error)
{
  return limber_session_runner_resume (db, job->session_id, job->now, error);
}

/** limber_session_room_pause: Pauses, or goes on after a pause. */
void
limber_session_room_pause (LimberSessionRoom *self)
{
  gboolean paused = self->sheet != NULL && limber_session_is_paused (self->sheet->pauses);

  submit (self, job_new (self, paused ? step_resume : step_pause));
}

static gboolean
step_extend (LimberDb *db, const Job *job, GError **error)
{
  return limber_session_runner_extend (db, job->session_id, job->value, job->now, error);
}

void
limber_session_room_extend (LimberSessionRoom *self, int minutes)
{
  Job *job = job_new (self, step_extend);

  job->value = minutes;
  submit (self, job);
}

static gboolean
step_skip (LimberDb *db, const Job *job, GError **error)
{
  return limber_session_runner_skip (db, job->session_id, job->now, error);
}

/** limber_session_room_skip: On to the next phase. */
void
limber_session_room_skip (LimberSessionRoom *self)
{
  submit (self, job_new (self, step_skip));
}

static gboolean
step_stretch (LimberDb *db, const Job *job, GError **error)
{
  return limber_session_runner_stretch (db, job->session_id, (guint) job->field, job->value, job->now, error);
}

/** limber_session_room_stretch: Makes phase @phase @seconds longer. */
void
limber_session_room_stretch (LimberSessionRoom *self, guint phase, int seconds)
{
  Job *job = job_new (self, step_stretch);

  job->field = (int) phase;
  job->value = seconds;
  submit (self, job);
}

static gboolean
step_finish (LimberDb *db, const Job *job, GError **error)
{
  return limber_session_runner_finish (db, job->session_id, job->now, error);
}

void
limber_session_room_finish (LimberSessionRoom *self)
{
  submit (self, job_new (self, step_finish));
}

static gboolean
step_reopen (LimberDb *db, const Job *job, GError **error)
{
  return limber_session_runner_reopen (db, job->session_id, job->now, error);
}

void
limber_session_room_reopen (LimberSessionRoom *self)
{
  submit (self, job_new (self, step_reopen));
}

static gboolean
step_close (LimberDb *db, const Job *job, GError **error)
{
  return limber_session_runner_close (db, job->session_id, job->now, error);
}

void
limber_session_room_close (LimberSessionRoom *self)
{
  submit (self, job_new (self, step_close));
}

static gboolean
step_record (LimberDb *db, const Job *job, GError **error)
{
  g_autoptr (LimberFinding) finding
    = limber_session_runner_record (db, job->session_id, job->values, job->now, error);

  return finding != NULL;
}

void
limber_session_room_record (LimberSessionRoom *self, const LimberFinding *values)
{
  Job *job = job_new (self, step_record);

  job->values = limber_finding_copy (values);
  /* Made here, so that doing it again makes no second one. */
  if (job->values->base.id == NULL)
    job->values->base.id = g_uuid_string_random ();
  submit (self, job);
}

static gboolean
step_follow (LimberDb *db, const Job *job, GError **error)
{
  g_autoptr (LimberFinding) finding
    = limber_session_runner_follow (db, job->session_id, job->id, job->value, job->now, error);

  return finding != NULL;
}

void
limber_session_room_follow (LimberSessionRoom *self, const char *earlier_id, LimberProgress progress)
{
  Job *job = job_new (self, step_follow);

  job->id = g_strdup (earlier_id);
  job->value = progress;
  submit (self, job);
}

static gboolean
step_amend (LimberDb *db, const Job *job, GError **error)
{
  return limber_session_runner_amend (db, job->values, error);
}

void
limber_session_room_amend (LimberSessionRoom *self, const LimberFinding *finding)
{
  Job *job = job_new (self, step_amend);

  job->values = limber_finding_copy (finding);
  submit (self, job);
}

static gboolean
step_remove (LimberDb *db, const Job *job, GError **error)
{
  return limber_session_runner_put_back (db, job->id, NULL, error);
}

void
limber_session_room_remove (LimberSessionRoom *self, const char *finding_id)
{
  Job *job = job_new (self, step_remove);

  job->id = g_strdup (finding_id);
  submit (self, job);
}

static gboolean
step_after (LimberDb *db, const Job *job, GError **error)
{
  return limber_session_runner_set_after (db, job->id, job->value, error);
}

void
limber_session_room_set_after (LimberSessionRoom *self, const char *finding_id, int after)
{
  Job *job = job_new (self, step_after);

  job->id = g_strdup (finding_id);
  job->value = after;
  submit (self, job);
}

static gboolean
step_measure (LimberDb *db, const Job *job, GError **error)
{
  return limber_session_runner_measure (db, job->session_id, job->rom, job->field != 0, job->value, error);
}

/** limber_session_room_measure: See limber_session_runner_measure(). */
void
limber_session_room_measure (LimberSessionRoom *self, const LimberRom *motion, gboolean after, int degrees)
{
  Job *job = job_new (self, step_measure);

  job->rom = limber_rom_copy (motion);
  /* Made here, so that doing it again makes no second one. */
  if (job->rom->base.id == NULL)
    job->rom->base.id = g_uuid_string_random ();
  job->field = after;
  job->value = degrees;
  submit (self, job);
}

static gboolean
step_undo (LimberDb *db, const Job *job, GError **error)
{
  for (guint i = job->touches->len; i > 0; i--)
    {
      const Touch *touch = g_ptr_array_index (job->touches, i - 1);

      if (!limber_session_runner_put_back (db, touch->id, touch->before, error))
        return FALSE;
    }
  return TRUE;
}

/** limber_session_room_undo: Takes back the last touch on a finding. */
void
limber_session_room_undo (LimberSessionRoom *self)
{
  Job *job;

  if (self->undo->len == 0)
    return;
  job = job_new (self, step_undo);
  job->touches = g_ptr_array_steal_index (self->undo, self->undo->len - 1);
  job->is_undo = TRUE;
  submit (self, job);
}

static gboolean
step_figure (LimberDb *db, const Job *job, GError **error)
{
  return limber_session_runner_set_figure (db, job->session_id, job->field, job->value, error);
}

void
limber_session_room_set_figure (LimberSessionRoom *self, LimberSessionFigure field, int value)
{
  Job *job = job_new (self, step_figure);

  job->field = field;
  job->value = value;
  submit (self, job);
}

static gboolean
step_text (LimberDb *db, const Job *job, GError **error)
{
  return limber_session_runner_set_text (db, job->session_id, job->field, job->expected, job->text, error);
}

/** limber_session_room_set_text: Saves a text; the caller keeps it until the finish function says it is stored. */
void
limber_session_room_set_text (LimberSessionRoom *self, LimberSessionText field, const char *expected,
                              const char *text, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = job_new (self, step_text);

  job->field = field;
  job->expected = g_strdup (expected);
  job->text = g_strdup (text);
  limber_store_write_async (self->store, run_job, job, job_unref, (GDestroyNotify) g_ptr_array_unref, NULL,
                            callback, user_data);
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
