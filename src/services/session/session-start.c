/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The beginning of a session: from an appointment or without, now or afterwards. */
#include "services/session/session-runner.h"

#include <glib/gi18n-lib.h>

#include "services/session/session-phases.h"
#include "services/session/session-runner-private.h"

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
  if (session == NULL || !limber_session_hands_are_free (db, session->staff_id, error))
    return NULL;
  session->state = LIMBER_SESSION_STATE_RUNNING;
  session->ended_at = 0;
  session->base.id = g_uuid_string_random ();
  if (!limber_session_phases_load (db, session, start->now, &plan, NULL, error))
    return NULL;
  limber_session_phases_keep (session, &plan);
  if (!limber_record_insert (db, &limber_session_type, session, error)
      || !limber_session_set_appointment (db, session->appointment_id, LIMBER_APPOINTMENT_STATUS_IN_SESSION, error))
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
