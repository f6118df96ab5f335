/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/session/session-concerns.h"

#include "store/appointment.h"
#include "store/client.h"
#include "store/health-news.h"
#include "store/treatment.h"

void
limber_session_concerns_free (LimberSessionConcerns *concerns)
{
  if (concerns == NULL)
    return;
  g_free (concerns->client_id);
  g_free (concerns->client_name);
  g_clear_pointer (&concerns->news, g_ptr_array_unref);
  g_free (concerns);
}

/* For a first visit nothing is news: everything is asked anyway. */
static GPtrArray *
load_news (LimberDb *db, const char *client_id, LimberDate today, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (LimberSession) before = limber_session_new ();
  g_autoptr (LimberSession) last = NULL;

  before->base.id = g_strdup ("");
  before->date = today;
  last = limber_treatment_last_visit (db, client_id, before, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (last == NULL)
    return g_ptr_array_new ();
  return limber_health_news (db, client_id, last->ended_at != 0 ? last->ended_at : last->started_at, error);
}

/**
 * limber_session_concerns_load:
 * @client_id: (nullable): when the appointment says who it is
 * @appointment_id: (nullable)
 *
 * Returns: (transfer full): what to ask before the session starts
 */
LimberSessionConcerns *
limber_session_concerns_load (LimberDb *db, const char *client_id, const char *appointment_id, LimberDate today,
                              GError **error)
{
  g_autoptr (LimberSessionConcerns) concerns = g_new0 (LimberSessionConcerns, 1);
  g_autoptr (LimberAppointment) appointment = NULL;
  g_autoptr (LimberClient) client = NULL;

  if (appointment_id != NULL)
    {
      appointment = limber_record_load (db, &limber_appointment_type, appointment_id, error);
      if (appointment == NULL)
        return NULL;
    }
  client = limber_record_load (db, &limber_client_type, appointment != NULL ? appointment->client_id : client_id, error);
  if (client == NULL)
    return NULL;
  concerns->client_id = g_strdup (client->base.id);
  concerns->client_name = g_strdup (client->name);
  concerns->no_consent = client->consent_on == LIMBER_DATE_NONE;
  concerns->news = load_news (db, client->base.id, today, error);
  return concerns->news != NULL ? g_steal_pointer (&concerns) : NULL;
}

gboolean
limber_session_concerns_any (const LimberSessionConcerns *concerns)
{
  return concerns->no_consent || concerns->news->len > 0;
}

/** limber_session_consent: The client agreed, today and in person. */
gboolean
limber_session_consent (LimberDb *db, const char *client_id, LimberDate today, GError **error)
{
  g_autoptr (LimberClient) client = limber_record_load (db, &limber_client_type, client_id, error);

  if (client == NULL)
    return FALSE;
  if (client->consent_on != LIMBER_DATE_NONE)
    return TRUE;
  client->consent_on = today;
  limber_record_set_text (&client->consent_by, client->name);
  return limber_record_update (db, &limber_client_type, client, error);
}
