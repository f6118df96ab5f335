/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/calendar/calendar-export.h"

#include <glib/gi18n-lib.h>

#include "services/calendar/ical.h"
#include "services/wording/wording.h"
#include "store/calendar.h"
#include "store/client.h"
#include "store/clinic.h"

LimberCalendarExport *
limber_calendar_export_new (gint64 now, GTimeZone *zone)
{
  LimberCalendarExport *query = g_new0 (LimberCalendarExport, 1);

  query->now = now;
  query->zone = g_time_zone_ref (zone);
  return query;
}

void
limber_calendar_export_free (LimberCalendarExport *query)
{
  g_free (query->appointment_id);
  g_free (query->staff_id);
  g_time_zone_unref (query->zone);
  g_free (query);
}

static LimberIcalStatus
status_of (LimberAppointmentStatus status)
{
  if (!limber_appointment_status_holds_slot (status))
    return LIMBER_ICAL_CANCELLED;
  return status == LIMBER_APPOINTMENT_STATUS_BOOKED ? LIMBER_ICAL_TENTATIVE : LIMBER_ICAL_CONFIRMED;
}

static char *
summary_of (const LimberCalendarExport *query, const LimberAppointment *appointment, const LimberClient *client)
{
  if (query->without_names)
    /* Translators: an appointment in a calendar that others see */
    return g_strdup_printf (_("Massage, %d min"), appointment->minutes);
  /* Translators: a client's name and minutes */
  return g_strdup_printf (_("%s, %d min"), client->name, appointment->minutes);
}

static LimberIcalEvent *
make_event (LimberDb *db, const LimberCalendarExport *query, const LimberAppointment *appointment,
            const LimberClinic *clinic, GError **error)
{
  g_autoptr (LimberClient) client = limber_record_load (db, &limber_client_type, appointment->client_id, error);
  g_autoptr (LimberStaff) staff = NULL;
  LimberIcalEvent *event;

  if (client == NULL || (staff = limber_record_load (db, &limber_staff_type, appointment->staff_id, error)) == NULL)
    return NULL;
  event = g_new0 (LimberIcalEvent, 1);
  event->uid = g_strconcat (appointment->base.id, LIMBER_CALENDAR_UID_SUFFIX, NULL);
  event->sequence = appointment->base.version - 1;
  event->stamp = query->now;
  event->start_at = appointment->start_at;
  event->end_at = appointment->start_at + appointment->minutes * 60;
  event->status = status_of (appointment->status);
  event->summary = summary_of (query, appointment, client);
  event->description = g_strdup_printf (_("with %s"), staff->name);
  event->location = g_strdup (clinic->name);
  return event;
}

static GPtrArray *
find_appointments (LimberDb *db, const LimberCalendarExport *query, GError **error)
{
  GPtrArray *appointments;
  LimberAppointment *one;

  if (query->appointment_id == NULL)
    return limber_calendar_day (db, query->staff_id, limber_date_at_minute (query->from, 0, query->zone),
                                limber_date_at_minute (query->to + 1, 0, query->zone), error);
  one = limber_record_load (db, &limber_appointment_type, query->appointment_id, error);
  if (one == NULL)
    return NULL;
  appointments = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_appointment_free);
  g_ptr_array_add (appointments, one);
  return appointments;
}

gpointer
limber_calendar_export_run (LimberDb *db, gpointer data, GError **error)
{
  const LimberCalendarExport *query = data;
  g_autoptr (GPtrArray) appointments = find_appointments (db, query, error);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_ical_event_free);
  g_autoptr (LimberClinic) clinic = appointments != NULL ? limber_clinic_load (db, error) : NULL;

  if (clinic == NULL)
    return NULL;
  for (guint i = 0; i < appointments->len; i++)
    {
      LimberIcalEvent *event = make_event (db, query, appointments->pdata[i], clinic, error);

      if (event == NULL)
        return NULL;
      g_ptr_array_add (events, event);
    }
  return limber_ical_write (events, query->zone);
}
