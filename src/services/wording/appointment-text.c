/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/wording/appointment-text.h"

#include <glib/gi18n-lib.h>

#include "services/wording/wording-date.h"
#include "store/appointment.h"
#include "store/client.h"
#include "store/clinic.h"

LimberAppointmentTextQuery *
limber_appointment_text_query_new (const char *appointment_id, GTimeZone *zone)
{
  LimberAppointmentTextQuery *query = g_new0 (LimberAppointmentTextQuery, 1);

  query->appointment_id = g_strdup (appointment_id);
  query->zone = g_time_zone_ref (zone);
  return query;
}

void
limber_appointment_text_query_free (LimberAppointmentTextQuery *query)
{
  g_free (query->appointment_id);
  g_time_zone_unref (query->zone);
  g_free (query);
}

void
limber_appointment_text_free (LimberAppointmentText *text)
{
  if (text == NULL)
    return;
  g_free (text->line);
  g_free (text->subject);
  g_free (text->letter);
  g_free (text->email);
  g_free (text);
}

static char *
letter_of (const char *clinic, const char *client, const char *line)
{
  /* Translators: a mail: the client's name, then the appointment ("Monday 5 October, 08:30, 45 min with Ines Calder") */
  g_autofree char *body = g_strdup_printf (_("Hello %s,\n\nyour appointment: %s.\n\nPlease call us if you cannot come."),
                                           client, line);

  return clinic != NULL && *clinic != '\0' ? g_strdup_printf ("%s\n\n%s\n", body, clinic) : g_strdup_printf ("%s\n", body);
}

gpointer
limber_appointment_text_load (LimberDb *db, gpointer data, GError **error)
{
  const LimberAppointmentTextQuery *query = data;
  g_autoptr (LimberAppointment) appointment = limber_record_load (db, &limber_appointment_type, query->appointment_id, error);
  g_autoptr (LimberClient) client = NULL;
  g_autoptr (LimberStaff) staff = NULL;
  g_autoptr (LimberClinic) clinic = NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  LimberAppointmentText *text;

  if (appointment == NULL
      || (client = limber_record_load (db, &limber_client_type, appointment->client_id, error)) == NULL
      || (staff = limber_record_load (db, &limber_staff_type, appointment->staff_id, error)) == NULL
      || (clinic = limber_clinic_load (db, error)) == NULL)
    return NULL;
  day = limber_wording_long_day (limber_date_from_instant (appointment->start_at, query->zone));
  time = limber_wording_time (appointment->start_at, query->zone);
  text = g_new0 (LimberAppointmentText, 1);
  /* Translators: a day, a time, minutes, a therapist */
  text->line = g_strdup_printf (_("%s, %s, %d min with %s"), day, time, appointment->minutes, staff->name);
  text->subject = g_strdup_printf (_("Your appointment on %s"), day);
  text->letter = letter_of (clinic->name, client->name, text->line);
  text->email = g_strdup (client->email);
  return text;
}
