/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/session/session-runner.h"

#include <glib/gi18n-lib.h>

#include "services/session/session-phases.h"

#define DEFAULT_MINUTES 60
#define DEFAULT_PRESSURE 0

void
limber_session_start_free (LimberSessionStart *start)
{
  if (start == NULL)
    return;
  g_free (start->client_id);
  g_free (start->staff_id);
  g_free (start->appointment_id);
  g_free (start->boot);
  g_free (start);
}

/** limber_session_start_set_moment: The session starts now, by both clocks of the computer. */
void
limber_session_start_set_moment (LimberSessionStart *start, const LimberMoment *moment)
{
  start->now = start->started_at = moment->wall;
  g_free (start->boot);
  start->boot = g_strdup (moment->boot);
  start->boot_at = moment->wall - moment->uptime;
}

static LimberSession *
load_session (LimberDb *db, const char *id, GError **error)
{
  LimberSession *session = limber_record_load (db, &limber_session_type, id, error);

  if (session == NULL && error != NULL && *error == NULL)
    g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_GONE, _ ("This session does not exist any more."));
  return session;
}

static LimberSession *
load_in_state (LimberDb *db, const char *id, guint states, GError **error)
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

#define IN(state) (1u << LIMBER_SESSION_STATE_##state)

static gboolean
update_session (LimberDb *db, LimberSession *session, GError **error)
{
  return limber_record_update (db, &limber_session_type, session, error);
}

static gboolean
set_appointment_status (LimberDb *db, const char *id, LimberAppointmentStatus status, GError **error)
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

/* The appointment is taken as it is now, not as the page knew it. */
static LimberAppointment *
claim_appointment (LimberDb *db, const char *id, GError **error)
{
  g_autoptr (LimberAppointment) appointment = limber_record_load (db, &limber_appointment_type, id, error);

  if (appointment == NULL)
    return NULL;
  if (!limber_appointment_status_is_future (appointment->status))
    {
      g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CONFLICT,
                   _ ("This appointment is already over or was cancelled. Start from the client instead."));
      return NULL;
    }
  return g_steal_pointer (&appointment);
}

/* One pair of hands gives one session at a time. */
static gboolean
hands_are_free (LimberDb *db, const char *staff_id, GError **error)
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

static gboolean
check_start (const LimberSessionStart *start, const LimberSession *session, GError **error)
{
  const char *text = NULL;

  if (session->client_id == NULL || session->staff_id == NULL)
    text = _ ("A session needs a client and a therapist.");
  else if (session->planned_minutes < LIMBER_MINUTES_MIN || session->planned_minutes > LIMBER_MINUTES_MAX)
    text = _ ("A session takes between 10 and 180 minutes.");
  else if (start->started_at > start->now)
    text = _ ("A session cannot start in the future.");
  else if (start->ended_at != 0 && (start->ended_at <= start->started_at || start->ended_at > start->now))
    text = _ ("A session ends after it starts, and not in the future.");
  if (text == NULL)
    return TRUE;
  g_set_error_literal (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_FAILED, text);
  return FALSE;
}

static LimberSession *
new_session (LimberDb *db, const LimberSessionStart *start, const LimberAppointment *appointment, GError **error)
{
  g_autoptr (LimberSession) session = limber_session_new ();
  g_autoptr (LimberClient) client = NULL;

  session->client_id = g_strdup (appointment != NULL ? appointment->client_id : start->client_id);
  session->staff_id = g_strdup (start->staff_id != NULL || appointment == NULL ? start->staff_id
                                                                               : appointment->staff_id);
  session->appointment_id = g_strdup (start->appointment_id);
  session->kind = appointment != NULL             ? appointment->kind
                  : start->kind != LIMBER_KIND_NONE ? start->kind
                                                    : LIMBER_KIND_MAINTENANCE;
  session->style = LIMBER_STYLE_SPORTS;
  session->date = start->date;
  session->started_at = start->started_at;
  session->ended_at = start->ended_at;
  session->entered_at = start->now;
  session->boot = g_strdup (start->boot);
  session->boot_at = start->boot_at;
  session->pressure = DEFAULT_PRESSURE;
  session->relaxation = session->hangover_level = session->hangover_days = -1;
  client = limber_record_load (db, &limber_client_type, session->client_id, error);
  if (client == NULL)
    return NULL;
  session->planned_minutes = start->minutes != 0               ? start->minutes
                             : appointment != NULL             ? appointment->minutes
                             : client->preferred_minutes != 0 ? client->preferred_minutes
                                                              : DEFAULT_MINUTES;
  if (!check_start (start, session, error))
    return NULL;
  return g_steal_pointer (&session);
}

/**
 * limber_session_runner_start:
 *
 * Starts a session now. Starting the appointment of a session that already runs gives that session, so that a
 * second click does no harm.
 *
 * Returns: (transfer full): the session; %NULL with LIMBER_STORE_ERROR_EXISTS and a sentence to show when the
 *   therapist still treats somebody, LIMBER_STORE_ERROR_CONFLICT when the appointment is over
 */
LimberSession *
limber_session_runner_start (LimberDb *db, const LimberSessionStart *start, GError **error)
{
  g_autoptr (LimberAppointment) appointment = NULL;
  g_autoptr (LimberSession) session = NULL;
  LimberSessionPlan plan;

  if (start->appointment_id != NULL)
    {
      session = limber_treatment_session_of_appointment (db, start->appointment_id, NULL);
      if (session != NULL && session->state != LIMBER_SESSION_STATE_COMPLETED)
        return g_steal_pointer (&session);
      g_clear_pointer (&session, limber_session_free);
      appointment = claim_appointment (db, start->appointment_id, error);
      if (appointment == NULL)
        return NULL;
    }
  session = new_session (db, start, appointment, error);
  if (session == NULL || !hands_are_free (db, session->staff_id, error))
    return NULL;
  session->state = LIMBER_SESSION_STATE_RUNNING;
  session->ended_at = 0;
  session->base.id = g_uuid_string_random ();
  if (!limber_session_phases_load (db, session, start->now, &plan, NULL, error))
    return NULL;
  limber_session_phases_keep (session, &plan);
  if (!limber_record_insert (db, &limber_session_type, session, error)
      || !set_appointment_status (db, session->appointment_id, LIMBER_APPOINTMENT_STATUS_IN_SESSION, error))
    return NULL;
  return g_steal_pointer (&session);
}

/**
 * limber_session_runner_enter_later:
 *
 * Enters a session that was given but not recorded. It goes to the wrap-up, where findings and notes can still be
 * added; the day of entry is kept beside the day of service.
 */
LimberSession *
limber_session_runner_enter_later (LimberDb *db, const LimberSessionStart *start, GError **error)
{
  g_autoptr (LimberAppointment) appointment = NULL;
  g_autoptr (LimberSession) session = NULL;

  if (start->appointment_id != NULL)
    {
      appointment = limber_record_load (db, &limber_appointment_type, start->appointment_id, error);
      if (appointment == NULL)
        return NULL;
    }
  session = new_session (db, start, appointment, error);
  if (session == NULL)
    return NULL;
  session->state = LIMBER_SESSION_STATE_WRAP_UP;
  limber_record_set_text (&session->boot, NULL);
  session->boot_at = 0;
  if (session->ended_at == 0)
    session->ended_at = session->started_at + session->planned_minutes * 60;
  if (!limber_record_insert (db, &limber_session_type, session, error))
    return NULL;
  return g_steal_pointer (&session);
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
  g_autoptr (LimberSession) session = load_in_state (db, id, IN (RUNNING), error);
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
  g_autoptr (LimberSession) session = load_in_state (db, id, IN (RUNNING), error);

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
  g_autoptr (LimberSession) session = load_in_state (db, id, IN (RUNNING), error);
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
  g_autoptr (LimberSession) session = load_in_state (db, id, IN (RUNNING), error);
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
  g_autoptr (LimberSession) session = load_in_state (db, id, IN (RUNNING), error);
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
  g_autoptr (LimberSession) session = load_in_state (db, id, IN (RUNNING), error);

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
  g_autoptr (LimberSession) session = load_in_state (db, id, IN (WRAP_UP), error);

  if (session == NULL || !hands_are_free (db, session->staff_id, error))
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
  g_autoptr (LimberSession) session = load_in_state (db, id, IN (RUNNING) | IN (WRAP_UP), error);

  if (session == NULL || !end_pause (db, id, now, error))
    return FALSE;
  if (session->ended_at == 0)
    session->ended_at = MAX (now, session->started_at);
  session->state = LIMBER_SESSION_STATE_COMPLETED;
  return update_session (db, session, error) && end_snooze (db, session, error)
         && set_appointment_status (db, session->appointment_id, LIMBER_APPOINTMENT_STATUS_COMPLETED, error);
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
    = load_in_state (db, id, IN (RUNNING) | IN (WRAP_UP) | IN (COMPLETED), error);
  g_autoptr (LimberClient) client = NULL;

  if (session == NULL)
    return FALSE;
  if (g_strcmp0 (session->client_id, client_id) == 0)
    return TRUE;
  client = limber_record_load (db, &limber_client_type, client_id, error);
  if (client == NULL || !set_appointment_status (db, session->appointment_id,
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
    = load_in_state (db, id, IN (RUNNING) | IN (WRAP_UP) | IN (COMPLETED), error);

  if (session == NULL)
    return FALSE;
  if (reason == NULL || *reason == '\0')
    {
      g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_NEEDS_ACKNOWLEDGEMENT,
                   _ ("Say why the session is void; the record keeps the reason."));
      return FALSE;
    }
  if (!end_pause (db, id, now, error)
      || !set_appointment_status (db, session->appointment_id, LIMBER_APPOINTMENT_STATUS_BOOKED, error))
    return FALSE;
  session->state = LIMBER_SESSION_STATE_VOIDED;
  if (session->ended_at == 0)
    session->ended_at = MAX (now, session->started_at);
  limber_record_set_text (&session->void_reason, reason);
  return update_session (db, session, error);
}

static char **
text_field (LimberSession *session, LimberSessionText field)
{
  char **fields[] = { &session->subjective, &session->objective, &session->assessment, &session->plan,
                      &session->next_time };

  return fields[field];
}

const char *
limber_session_text (const LimberSession *session, LimberSessionText field)
{
  const char *text = *text_field ((LimberSession *) session, field);

  return text != NULL ? text : "";
}

/**
 * limber_session_runner_set_text:
 * @expected: the text that the page saw last
 *
 * Saves a text as it is typed. Two windows that write into one field find out: LIMBER_STORE_ERROR_CONFLICT.
 */
gboolean
limber_session_runner_set_text (LimberDb *db, const char *id, LimberSessionText field, const char *expected,
                                const char *text, GError **error)
{
  g_autoptr (LimberSession) session
    = load_in_state (db, id, IN (RUNNING) | IN (WRAP_UP) | IN (COMPLETED), error);
  const char *stored;

  if (session == NULL)
    return FALSE;
  stored = limber_session_text (session, field);
  if (g_str_equal (stored, text))
    return TRUE;
  if (!g_str_equal (stored, expected != NULL ? expected : ""))
    {
      g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CONFLICT,
                   _ ("Somebody else changed this text in the meantime. Your words are still here."));
      return FALSE;
    }
  limber_record_set_text (text_field (session, field), *text != '\0' ? text : NULL);
  return update_session (db, session, error);
}

gboolean
limber_session_runner_set_figure (LimberDb *db, const char *id, LimberSessionFigure field, int value,
                                  GError **error)
{
  g_autoptr (LimberSession) session
    = load_in_state (db, id, IN (RUNNING) | IN (WRAP_UP) | IN (COMPLETED), error);

  if (session == NULL)
    return FALSE;
  switch (field)
    {
    case LIMBER_SESSION_FIGURE_PRESSURE:
      session->pressure = CLAMP (value, 0, LIMBER_PRESSURE_MAX);
      break;
    case LIMBER_SESSION_FIGURE_STYLE:
      session->style = (LimberStyle) value;
      break;
    case LIMBER_SESSION_FIGURE_TECHNIQUES:
      session->techniques = (guint) value;
      break;
    case LIMBER_SESSION_FIGURE_RELAXATION:
      session->relaxation = CLAMP (value, -1, 10);
      break;
    }
  return update_session (db, session, error);
}
