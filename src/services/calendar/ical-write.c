/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/calendar/ical-private.h"

void
limber_ical_event_free (LimberIcalEvent *event)
{
  if (event == NULL)
    return;
  g_free (event->uid);
  g_free (event->summary);
  g_free (event->description);
  g_free (event->location);
  g_free (event);
}

static icalproperty *
with_zone (icalproperty *property, GTimeZone *zone)
{
  icalproperty_add_parameter (property, icalparameter_new_tzid (g_time_zone_get_identifier (zone)));
  return property;
}

static struct icaltimetype
local_time (gint64 instant, GTimeZone *zone)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant);

  return icaltime_from_timet_with_zone ((time_t) (instant + g_time_zone_get_offset (zone, interval)), 0, NULL);
}

static icalproperty_status
status_of (LimberIcalStatus status)
{
  switch (status)
    {
    case LIMBER_ICAL_CONFIRMED:
      return ICAL_STATUS_CONFIRMED;
    case LIMBER_ICAL_CANCELLED:
      return ICAL_STATUS_CANCELLED;
    case LIMBER_ICAL_TENTATIVE:
    default:
      return ICAL_STATUS_TENTATIVE;
    }
}

static icalcomponent *
event_component (const LimberIcalEvent *event, GTimeZone *zone)
{
  icalcomponent *component = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  struct icaltimetype stamp = icaltime_from_timet_with_zone ((time_t) event->stamp, 0, icaltimezone_get_utc_timezone ());

  icalcomponent_add_property (component, icalproperty_new_uid (event->uid));
  icalcomponent_add_property (component, icalproperty_new_dtstamp (stamp));
  icalcomponent_add_property (component, icalproperty_new_sequence ((int) event->sequence));
  icalcomponent_add_property (component, icalproperty_new_status (status_of (event->status)));
  icalcomponent_add_property (component, with_zone (icalproperty_new_dtstart (local_time (event->start_at, zone)), zone));
  icalcomponent_add_property (component, with_zone (icalproperty_new_dtend (local_time (event->end_at, zone)), zone));
  icalcomponent_add_property (component, icalproperty_new_summary (event->summary));
  if (event->description != NULL)
    icalcomponent_add_property (component, icalproperty_new_description (event->description));
  if (event->location != NULL)
    icalcomponent_add_property (component, icalproperty_new_location (event->location));
  return component;
}

static void
reach_of (const GPtrArray *events, gint64 *from, gint64 *to)
{
  for (guint i = 0; i < events->len; i++)
    {
      const LimberIcalEvent *event = events->pdata[i];

      *from = i == 0 ? event->start_at : MIN (*from, event->start_at);
      *to = i == 0 ? event->end_at : MAX (*to, event->end_at);
    }
}

/**
 * limber_ical_write:
 * @events: (element-type LimberIcalEvent)
 * @zone: whose wall clock the times are written in
 *
 * Returns: (transfer full): the text of a calendar file
 */
char *
limber_ical_write (const GPtrArray *events, GTimeZone *zone)
{
  icalcomponent *calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  gint64 from = 0, to = 0;
  char *text;

  reach_of (events, &from, &to);
  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_prodid ("-//Limber//Limber//EN"));
  icalcomponent_add_property (calendar, icalproperty_new_method (ICAL_METHOD_PUBLISH));
  icalcomponent_add_component (calendar, limber_ical_zone_component (zone, from, to));
  for (guint i = 0; i < events->len; i++)
    icalcomponent_add_component (calendar, event_component (events->pdata[i], zone));
  text = icalcomponent_as_ical_string_r (calendar);
  icalcomponent_free (calendar);
  return text;
}
