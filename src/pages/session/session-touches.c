/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a hand can do to a session: each touch with its step, which the worker thread runs. */
#include "pages/session/session-room-private.h"
#include "services/session/session-flags.h"

static gboolean
step_pause (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  return limber_session_runner_pause (db, job->session_id, job->now, error);
}

static gboolean
step_resume (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  return limber_session_runner_resume (db, job->session_id, job->now, error);
}

/** limber_session_room_pause: Pauses, or goes on after a pause. */
void
limber_session_room_pause (LimberSessionRoom *self)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (self);
  gboolean paused = sheet != NULL && limber_session_is_paused (sheet->pauses);

  limber_session_room_submit (self, limber_session_room_begin (self, paused ? step_resume : step_pause));
}

static gboolean
step_extend (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  return limber_session_runner_extend (db, job->session_id, job->value, job->now, error);
}

void
limber_session_room_extend (LimberSessionRoom *self, int minutes)
{
  LimberSessionJob *job = limber_session_room_begin (self, step_extend);

  job->value = minutes;
  limber_session_room_submit (self, job);
}

static gboolean
step_skip (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  return limber_session_runner_skip (db, job->session_id, job->now, error);
}

/** limber_session_room_skip: On to the next phase. */
void
limber_session_room_skip (LimberSessionRoom *self)
{
  limber_session_room_submit (self, limber_session_room_begin (self, step_skip));
}

static gboolean
step_stretch (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  return limber_session_runner_stretch (db, job->session_id, (guint) job->field, job->value, job->now, error);
}

/** limber_session_room_stretch: Makes phase @phase @seconds longer. */
void
limber_session_room_stretch (LimberSessionRoom *self, guint phase, int seconds)
{
  LimberSessionJob *job = limber_session_room_begin (self, step_stretch);

  job->field = (int) phase;
  job->value = seconds;
  limber_session_room_submit (self, job);
}

static gboolean
step_finish (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  return limber_session_runner_finish (db, job->session_id, job->now, error);
}

void
limber_session_room_finish (LimberSessionRoom *self)
{
  limber_session_room_submit (self, limber_session_room_begin (self, step_finish));
}

static gboolean
step_reopen (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  return limber_session_runner_reopen (db, job->session_id, job->now, error);
}

void
limber_session_room_reopen (LimberSessionRoom *self)
{
  limber_session_room_submit (self, limber_session_room_begin (self, step_reopen));
}

static gboolean
step_close (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  return limber_session_runner_close (db, job->session_id, job->now, error);
}

void
limber_session_room_close (LimberSessionRoom *self)
{
  limber_session_room_submit (self, limber_session_room_begin (self, step_close));
}

static gboolean
step_record (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  g_autoptr (LimberFinding) finding
    = limber_session_runner_record (db, job->session_id, job->values, job->now, error);

  return finding != NULL;
}

void
limber_session_room_record (LimberSessionRoom *self, const LimberFinding *values)
{
  LimberSessionJob *job = limber_session_room_begin (self, step_record);

  job->values = limber_finding_copy (values);
  /* Made here, so that doing it again makes no second one. */
  if (job->values->base.id == NULL)
    job->values->base.id = g_uuid_string_random ();
  limber_session_room_submit (self, job);
}

static gboolean
step_follow (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  g_autoptr (LimberFinding) finding
    = limber_session_runner_follow (db, job->session_id, job->id, job->value, job->now, error);

  return finding != NULL;
}

void
limber_session_room_follow (LimberSessionRoom *self, const char *earlier_id, LimberProgress progress)
{
  LimberSessionJob *job = limber_session_room_begin (self, step_follow);

  job->id = g_strdup (earlier_id);
  job->value = progress;
  limber_session_room_submit (self, job);
}

static gboolean
step_amend (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  return limber_session_runner_amend (db, job->values, error);
}

void
limber_session_room_amend (LimberSessionRoom *self, const LimberFinding *finding)
{
  LimberSessionJob *job = limber_session_room_begin (self, step_amend);

  job->values = limber_finding_copy (finding);
  limber_session_room_submit (self, job);
}

static gboolean
step_remove (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  return limber_session_runner_put_back (db, &limber_finding_type, job->id, NULL, error);
}

void
limber_session_room_remove (LimberSessionRoom *self, const char *finding_id)
{
  LimberSessionJob *job = limber_session_room_begin (self, step_remove);

  job->id = g_strdup (finding_id);
  limber_session_room_submit (self, job);
}

static gboolean
step_after (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  return limber_session_runner_set_after (db, job->id, job->value, error);
}

void
limber_session_room_set_after (LimberSessionRoom *self, const char *finding_id, int after)
{
  LimberSessionJob *job = limber_session_room_begin (self, step_after);

  job->id = g_strdup (finding_id);
  job->value = after;
  limber_session_room_submit (self, job);
}

static gboolean
step_measure (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  return limber_session_runner_measure (db, job->session_id, job->rom, job->field != 0, job->value, error);
}

/** limber_session_room_measure: See limber_session_runner_measure(). */
void
limber_session_room_measure (LimberSessionRoom *self, const LimberRom *motion, gboolean after, int degrees)
{
  LimberSessionJob *job = limber_session_room_begin (self, step_measure);

  job->rom = limber_rom_copy (motion);
  /* Made here, so that doing it again makes no second one. */
  if (job->rom->base.id == NULL)
    job->rom->base.id = g_uuid_string_random ();
  job->field = after;
  job->value = degrees;
  limber_session_room_submit (self, job);
}

static gboolean
step_keep_red_flag (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  return limber_session_runner_keep_red_flag (db, job->session_id, job->item, error);
}

/** limber_session_room_keep_red_flag: Writes @item into the client's health record. */
void
limber_session_room_keep_red_flag (LimberSessionRoom *self, const LimberHealthItem *item)
{
  LimberSessionJob *job = limber_session_room_begin (self, step_keep_red_flag);

  job->item = limber_health_item_copy (item);
  limber_session_room_submit (self, job);
}

static gboolean
step_forget_red_flag (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  return limber_session_runner_put_back (db, &limber_health_item_type, job->id, NULL, error);
}

/** limber_session_room_forget_red_flag: The opposite of limber_session_room_keep_red_flag(). */
void
limber_session_room_forget_red_flag (LimberSessionRoom *self, const char *item_id)
{
  LimberSessionJob *job = limber_session_room_begin (self, step_forget_red_flag);

  job->id = g_strdup (item_id);
  limber_session_room_submit (self, job);
}

static gboolean
step_figure (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  return limber_session_runner_set_figure (db, job->session_id, job->field, job->value, error);
}

void
limber_session_room_set_figure (LimberSessionRoom *self, LimberSessionFigure field, int value)
{
  LimberSessionJob *job = limber_session_room_begin (self, step_figure);

  job->field = field;
  job->value = value;
  limber_session_room_submit (self, job);
}

static gboolean
step_text (LimberDb *db, const LimberSessionJob *job, GError **error)
{
  return limber_session_runner_set_text (db, job->session_id, job->field, job->expected, job->text, error);
}

/** limber_session_room_set_text: Saves a text; the caller keeps it until the finish function says it is stored. */
void
limber_session_room_set_text (LimberSessionRoom *self, LimberSessionText field, const char *expected,
                              const char *text, GAsyncReadyCallback callback, gpointer user_data)
{
  LimberSessionJob *job = limber_session_room_begin (self, step_text);

  job->field = field;
  job->expected = g_strdup (expected);
  job->text = g_strdup (text);
  limber_session_job_write_async (job, limber_session_room_store (self), callback, user_data);
}
