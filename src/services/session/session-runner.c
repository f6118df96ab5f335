/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/session/session-runner.h"

#include <glib/gi18n-lib.h>

#include "services/session/session-phases.h"
#include "services/session/session-runner-private.h"

static LimberSession *
load_session (LimberDb *db, const char *id, GError **error)
{
  LimberSession *session = limber_record_load (db, &limber_session_type, id, error);

  if (session == NULL && error != NULL && *error == NULL)
    g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_GONE, _ ("This session does not exist any more."));
  return session;
}

/** limber_session_load_in_state: Returns: (transfer full) (nullable): the session when its state is in @states */
LimberSession *
limber_session_load_in_state (LimberDb *db, const char *id, guint states, GError **error)
{
  g_autoptr (LimberSession) session = load_session (db, id, error);

  if (session == NULL)
    return NULL;
  if ((states & (1u << session->state)) == 0)
    {
      const char *text = session->state == LIMBER_SESSION_STATE_VOIDED
                           ? _ ("This session was declared void in the meantime.")
                         : session->state == LIMBER_SESSION_STATE_RUNNING ? _ ("This session is still running.")
                         : session->state == LIMBER_SESSION_STATE_WRAP_UP ? _ ("This session is already finished.")
                                                                          : _ ("This session is already closed.");
      g_set_error_literal (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CONFLICT, text);
      return NULL;
    }
  return g_steal_pointer (&session);
}

/** limber_session_load_writable: Returns: (transfer full) (nullable): the session, unless it is void */
LimberSession *
limber_session_load_writable (LimberDb *db, const char *id, GError **error)
{
  g_autoptr (LimberSession) session = limber_record_load (db, &limber_session_type, id, error);

  if (session == NULL)
    return NULL;
  if (session->state == LIMBER_SESSION_STATE_VOIDED)
    {
      g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CONFLICT,
                   _ ("This session is void; nothing can be recorded in it."));
      return NULL;
    }
  return g_steal_pointer (&session);
}

static gboolean
update_session (LimberDb *db, LimberSession *session, GError **error)
{
  return limber_record_update (db, &limber_session_type, session, error);
}

/** limber_session_set_appointment: @id (nullable) takes the status. */
gboolean
limber_session_set_appointment (LimberDb *db, const char *id, LimberAppointmentStatus status, GError **error)
{
  g_autoptr (LimberAppointment) appointment = NULL;

  if (id == NULL)
    return TRUE;
  appointment = limber_record_load (db, &limber_appointment_type, id, error);
  if (appointment == NULL)
    return FALSE;
  if (appointment->status == status)
    return TRUE;
  appointment->status = status;
  return limber_record_update (db, &limber_appointment_type, appointment, error);
}

/** limber_session_hands_are_free: One pair of hands gives one session at a time. */
gboolean
limber_session_hands_are_free (LimberDb *db, const char *staff_id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (LimberSession) running = limber_treatment_running_of_staff (db, staff_id, &local_error);
  g_autoptr (LimberClient) client = NULL;
  g_autoptr (LimberStaff) staff = NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (running == NULL)
    return TRUE;
  client = limber_record_load (db, &limber_client_type, running->client_id, NULL);
  staff = limber_record_load (db, &limber_staff_type, staff_id, NULL);
  g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_EXISTS,
               /* Translators: therapist, client */
               _ ("%s is still treating %s. Finish that session first."), staff != NULL ? staff->name : "",
               client != NULL ? client->name : "");
  return FALSE;
}

static LimberSessionPause *
open_pause (GPtrArray *pauses)
{
  for (guint i = 0; pauses != NULL && i < pauses->len; i++)
    {
      LimberSessionPause *pause = g_ptr_array_index (pauses, i);

      if (pause->ended_at == 0)
        return pause;
    }
  return NULL;
}

gboolean
limber_session_is_paused (GPtrArray *pauses)
{
  return open_pause (pauses) != NULL;
}

/** limber_session_instant: Returns: the `now` of every function here, by the clock that the session began with */
gint64
limber_session_instant (const LimberSession *session, const LimberMoment *moment)
{
  return limber_session_now (session->boot, session->boot_at, moment);
}

/** limber_session_stand: Returns: where the session stands at @now, or stood at its end */
LimberSessionTime
limber_session_stand (const LimberSession *session, GPtrArray *pauses, gint64 now)
{
  guint n_pauses = pauses != NULL ? pauses->len : 0;
  g_autofree LimberPause *rests = g_new0 (LimberPause, n_pauses + 1);

  for (guint i = 0; i < n_pauses; i++)
    {
      const LimberSessionPause *pause = g_ptr_array_index (pauses, i);

      rests[i] = (LimberPause) { pause->started_at, pause->ended_at };
    }
  return limber_session_time (session->started_at, session->ended_at, rests, n_pauses, session->planned_minutes, now);
}

/** limber_session_elapsed: Returns: seconds of work until @now or the end, without the pauses */
int
limber_session_elapsed (const LimberSession *session, GPtrArray *pauses, gint64 now)
{
  return limber_session_stand (session, pauses, now).elapsed;
}

static gboolean
insert_pause (LimberDb *db, const char *session_id, gint64 from, gint64 until, GError **error)
{
  g_autoptr (LimberSessionPause) pause = limber_session_pause_new ();

  pause->session_id = g_strdup (session_id);
  pause->started_at = from;
  pause->ended_at = until;
  return limber_record_insert (db, &limber_session_pause_type, pause, error);
}

/** limber_session_runner_pause: Stops the clock. Pausing twice is one pause. */
gboolean
limber_session_runner_pause (LimberDb *db, const char *id, gint64 now, GError **error)
{
  g_autoptr (LimberSession) session = limber_session_load_in_state (db, id, IN (RUNNING), error);
  g_autoptr (GPtrArray) pauses = NULL;

  if (session == NULL)
    return FALSE;
  pauses = limber_treatment_pauses (db, id, error);
  if (pauses == NULL)
    return FALSE;
  return open_pause (pauses) != NULL || insert_pause (db, id, now, 0, error);
}

static gboolean
end_pause (LimberDb *db, const char *id, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) pauses = limber_treatment_pauses (db, id, error);
  LimberSessionPause *pause = open_pause (pauses);

  if (pauses == NULL)
    return FALSE;
  if (pause == NULL)
    return TRUE;
  pause->ended_at = MAX (now, pause->started_at);
  return limber_record_update (db, &limber_session_pause_type, pause, error);
}

gboolean
limber_session_runner_resume (LimberDb *db, const char *id, gint64 now, GError **error)
{
  g_autoptr (LimberSession) session = limber_session_load_in_state (db, id, IN (RUNNING), error);

  return session != NULL && end_pause (db, id, now, error);
}

/**
 * limber_session_runner_extend:
 *
 * Adds @minutes (or takes them away) within what a session may take: to the phase that is on, from the last ones.
 */
gboolean
limber_session_runner_extend (LimberDb *db, const char *id, int minutes, gint64 now, GError **error)
{
  g_autoptr (LimberSession) session = limber_session_load_in_state (db, id, IN (RUNNING), error);
  LimberSessionPlan plan;
  int elapsed;

  if (session == NULL || !limber_session_phases_load (db, session, now, &plan, &elapsed, error))
    return FALSE;
  session->planned_minutes = CLAMP (session->planned_minutes + minutes, LIMBER_MINUTES_MIN, LIMBER_MINUTES_MAX);
  limber_session_plan_fit (&plan, session->planned_minutes * 60, elapsed);
  limber_session_phases_keep (session, &plan);
  return update_session (db, session, error);
}

/** limber_session_runner_skip: Ends the phase that is on; nothing happens in the last one and in overtime. */
gboolean
limber_session_runner_skip (LimberDb *db, const char *id, gint64 now, GError **error)
{
  g_autoptr (LimberSession) session = limber_session_load_in_state (db, id, IN (RUNNING), error);
  LimberSessionPlan plan;
  int elapsed;

  if (session == NULL || !limber_session_phases_load (db, session, now, &plan, &elapsed, error))
    return FALSE;
  if (!limber_session_plan_skip (&plan, elapsed))
    return TRUE;
  limber_session_phases_keep (session, &plan);
  return update_session (db, session, error);
}

/** limber_session_runner_stretch: Makes a phase @seconds longer, at the cost of those after it. */
gboolean
limber_session_runner_stretch (LimberDb *db, const char *id, guint phase, int seconds, gint64 now, GError **error)
{
  g_autoptr (LimberSession) session = limber_session_load_in_state (db, id, IN (RUNNING), error);
  LimberSessionPlan plan;
  int elapsed;

  if (session == NULL || !limber_session_phases_load (db, session, now, &plan, &elapsed, error))
    return FALSE;
  if (!limber_session_plan_stretch (&plan, phase, seconds, elapsed))
    return TRUE;
  limber_session_phases_keep (session, &plan);
  return update_session (db, session, error);
}

/** limber_session_runner_finish: The work is done; the wrap-up begins. */
gboolean
limber_session_runner_finish (LimberDb *db, const char *id, gint64 now, GError **error)
{
  g_autoptr (LimberSession) session = limber_session_load_in_state (db, id, IN (RUNNING), error);

  if (session == NULL || !end_pause (db, id, now, error))
    return FALSE;
  session->state = LIMBER_SESSION_STATE_WRAP_UP;
  session->ended_at = MAX (now, session->started_at);
  return update_session (db, session, error);
}

/** limber_session_runner_reopen: Back to the table; the time in between counts as a pause. */
gboolean
limber_session_runner_reopen (LimberDb *db, const char *id, gint64 now, GError **error)
{
  g_autoptr (LimberSession) session = limber_session_load_in_state (db, id, IN (WRAP_UP), error);

  if (session == NULL || !limber_session_hands_are_free (db, session->staff_id, error))
    return FALSE;
  if (now > session->ended_at && !insert_pause (db, id, session->ended_at, now, error))
    return FALSE;
  session->state = LIMBER_SESSION_STATE_RUNNING;
  session->ended_at = 0;
  return update_session (db, session, error);
}

/* A visit begins a new cycle, in which an earlier snooze says nothing. An older visit entered late does not. */
static gboolean
end_snooze (LimberDb *db, const LimberSession *session, GError **error)
{
  g_autoptr (LimberClient) client = limber_record_load (db, &limber_client_type, session->client_id, error);
  gint64 later = 0;

  if (client == NULL)
    return FALSE;
  if (client->snoozed_until == LIMBER_DATE_NONE)
    return TRUE;
  if (!limber_treatment_count_later (db, session->client_id, session->date, &later, error))
    return FALSE;
  if (later > 0)
    return TRUE;
  client->snoozed_until = LIMBER_DATE_NONE;
  return limber_record_update (db, &limber_client_type, client, error);
}

/** limber_session_runner_close: Completes the session and its appointment, and ends a snooze of the client. */
gboolean
limber_session_runner_close (LimberDb *db, const char *id, gint64 now, GError **error)
{
  g_autoptr (LimberSession) session = limber_session_load_in_state (db, id, IN (RUNNING) | IN (WRAP_UP), error);

  if (session == NULL || !end_pause (db, id, now, error))
    return FALSE;
  if (session->ended_at == 0)
    session->ended_at = MAX (now, session->started_at);
  session->state = LIMBER_SESSION_STATE_COMPLETED;
  return update_session (db, session, error) && end_snooze (db, session, error)
         && limber_session_set_appointment (db, session->appointment_id, LIMBER_APPOINTMENT_STATUS_COMPLETED, error);
}

static gboolean
move_findings (LimberDb *db, const char *session_id, const char *client_id, GError **error)
{
  g_autoptr (GPtrArray) findings = limber_treatment_findings (db, session_id, error);

  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      LimberFinding *finding = g_ptr_array_index (findings, i);

      limber_record_set_text (&finding->client_id, client_id);
      limber_record_set_text (&finding->follows_id, NULL);
      if (!limber_record_update (db, &limber_finding_type, finding, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * limber_session_runner_move:
 *
 * Gives a session that was recorded on the wrong client to @client_id, with its findings. The slot of the wrong
 * client becomes free to start again. The change log names both.
 */
gboolean
limber_session_runner_move (LimberDb *db, const char *id, const char *client_id, GError **error)
{
  g_autoptr (LimberSession) session
    = limber_session_load_in_state (db, id, IN (RUNNING) | IN (WRAP_UP) | IN (COMPLETED), error);
  g_autoptr (LimberClient) client = NULL;

  if (session == NULL)
    return FALSE;
  if (g_strcmp0 (session->client_id, client_id) == 0)
    return TRUE;
  client = limber_record_load (db, &limber_client_type, client_id, error);
  if (client == NULL || !limber_session_set_appointment (db, session->appointment_id,
                                                 LIMBER_APPOINTMENT_STATUS_BOOKED, error))
    return FALSE;
  limber_record_set_text (&session->client_id, client_id);
  limber_record_set_text (&session->appointment_id, NULL);
  /* What to work on was derived from the other client. */
  limber_record_set_text (&session->phases, NULL);
  return update_session (db, session, error) && move_findings (db, id, client_id, error)
         && limber_treatment_move_rom (db, id, client_id, error);
}

/** limber_session_runner_void: Declares a session mistaken. It stays in the record, with the reason. */
gboolean
limber_session_runner_void (LimberDb *db, const char *id, const char *reason, gint64 now, GError **error)
{
  g_autoptr (LimberSession) session
    = limber_session_load_in_state (db, id, IN (RUNNING) | IN (WRAP_UP) | IN (COMPLETED), error);

  if (session == NULL)
    return FALSE;
  if (reason == NULL || *reason == '\0')
    {
      g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_NEEDS_ACKNOWLEDGEMENT,
                   _ ("Say why the session is void; the record keeps the reason."));
      return FALSE;
    }
  if (!end_pause (db, id, now, error)
      || !limber_session_set_appointment (db, session->appointment_id, LIMBER_APPOINTMENT_STATUS_BOOKED, error))
    return FALSE;
  session->state = LIMBER_SESSION_STATE_VOIDED;
  if (session->ended_at == 0)
    session->ended_at = MAX (now, session->started_at);
  limber_record_set_text (&session->void_reason, reason);
  return update_session (db, session, error);
}
