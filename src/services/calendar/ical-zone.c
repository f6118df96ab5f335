/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/calendar/ical-private.h"

#include <string.h>

#define DAY_SECONDS 86400

static int
offset_at (GTimeZone *zone, gint64 instant)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant));
}

/* The first second of the new offset; there is one change between the two. */
static gint64
find_change (GTimeZone *zone, gint64 before, gint64 after)
{
  int old = offset_at (zone, before);

  while (after - before > 1)
    {
      gint64 middle = before + (after - before) / 2;

      if (offset_at (zone, middle) == old)
        before = middle;
      else
        after = middle;
    }
  return after;
}

static struct icaltimetype
wall_clock (gint64 instant, int offset)
{
  struct icaltimetype time = icaltime_from_timet_with_zone ((time_t) (instant + offset), 0, NULL);

  time.zone = NULL;
  return time;
}

/* From @instant on, the clock has the offset of that second. */
static void
add_observance (icalcomponent *component, GTimeZone *zone, gint64 instant, int from_offset)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant);
  icalcomponent *observance
      = icalcomponent_new (g_time_zone_is_dst (zone, interval) ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT);

  icalcomponent_add_property (observance, icalproperty_new_dtstart (wall_clock (instant, from_offset)));
  icalcomponent_add_property (observance, icalproperty_new_tzoffsetfrom (from_offset));
  icalcomponent_add_property (observance, icalproperty_new_tzoffsetto (g_time_zone_get_offset (zone, interval)));
  icalcomponent_add_property (observance, icalproperty_new_tzname (g_time_zone_get_abbreviation (zone, interval)));
  icalcomponent_add_component (component, observance);
}

/**
 * limber_ical_zone_component:
 * @from: UTC seconds
 * @to: UTC seconds
 *
 * Each change of the clocks from a year before @from to a year after @to stands for itself, so that no reader has to work
 * out a rule.
 *
 * Returns: (transfer full): the VTIMEZONE of @zone
 */
icalcomponent *
limber_ical_zone_component (GTimeZone *zone, gint64 from, gint64 to)
{
  icalcomponent *component = icalcomponent_new (ICAL_VTIMEZONE_COMPONENT);
  gint64 start = from - 366 * DAY_SECONDS, end = to + 366 * DAY_SECONDS;

  icalcomponent_add_property (component, icalproperty_new_tzid (g_time_zone_get_identifier (zone)));
  add_observance (component, zone, start, offset_at (zone, start));
  for (gint64 day = start; day < end; day += DAY_SECONDS)
    {
      int old = offset_at (zone, day);

      if (offset_at (zone, day + DAY_SECONDS) != old)
        add_observance (component, zone, find_change (zone, day, day + DAY_SECONDS), old);
    }
  return component;
}

/* Names of zones are names of files; nothing else may be looked up by them. */
static gboolean
is_plain_name (const char *name)
{
  return *name != '\0' && *name != '/' && strstr (name, "..") == NULL && strlen (name) < 64
         && strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/") == strlen (name);
}

/* Some programs write a prefix of their own before the name of the zone. */
static GTimeZone *
find_known (const char *tzid)
{
  for (const char *name = tzid; name != NULL; name = strchr (name, '/'))
    {
      GTimeZone *zone;

      name += *name == '/';
      zone = is_plain_name (name) && strchr (name, '/') != NULL ? g_time_zone_new_identifier (name) : NULL;
      if (zone != NULL)
        return zone;
    }
  return g_ascii_strcasecmp (tzid, "UTC") == 0 || g_ascii_strcasecmp (tzid, "GMT") == 0 ? g_time_zone_new_utc () : NULL;
}

/**
 * limber_ical_zone_find:
 * @calendar: with the zones of the file
 * @zone: (out): to be cleared
 *
 * Returns: whether the zone is known, here or by the file
 */
gboolean
limber_ical_zone_find (icalcomponent *calendar, const char *tzid, LimberIcalZone *zone)
{
  *zone = (LimberIcalZone) { find_known (tzid), NULL };
  if (zone->known == NULL)
    zone->own = icalcomponent_get_timezone (calendar, tzid);
  return zone->known != NULL || zone->own != NULL;
}

void
limber_ical_zone_clear (LimberIcalZone *zone)
{
  g_clear_pointer (&zone->known, g_time_zone_unref);
  zone->own = NULL;
}

/** limber_ical_zone_instant: Returns: UTC seconds of the wall clock @time; -1 when there is no such time. */
gint64
limber_ical_zone_instant (const LimberIcalZone *zone, struct icaltimetype time)
{
  g_autoptr (GDateTime) local = NULL;

  if (zone->own != NULL)
    return (gint64) icaltime_as_timet_with_zone (time, zone->own);
  local = g_date_time_new (zone->known, time.year, time.month, time.day, time.hour, time.minute, MIN (time.second, 59));
  return local != NULL ? g_date_time_to_unix (local) : -1;
}
