/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/date.h"

#include <stdio.h>
#include <string.h>

/**
 * limber_date_from_ymd:
 *
 * Returns: the day, or %LIMBER_DATE_NONE when the calendar has no such day.
 */
LimberDate
limber_date_from_ymd (int year, int month, int day)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return LIMBER_DATE_NONE;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return LIMBER_DATE_NONE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (LimberDate) g_date_get_julian (&date);
}

/**
 * limber_date_to_ymd:
 * @date: a valid day
 * @year: (out) (optional): the year
 * @month: (out) (optional): the month, 1–12
 * @day: (out) (optional): the day of the month
 */
void
limber_date_to_ymd (LimberDate date, int *year, int *month, int *day)
{
  GDate value;

  g_return_if_fail (date > LIMBER_DATE_NONE);

  g_date_clear (&value, 1);
  g_date_set_julian (&value, (guint32) date);
  if (year)
    *year = g_date_get_year (&value);
  if (month)
    *month = g_date_get_month (&value);
  if (day)
    *day = g_date_get_day (&value);
}

/**
 * limber_date_parse:
 * @iso: (nullable): exactly YYYY-MM-DD
 *
 * Returns: the day, or %LIMBER_DATE_NONE when @iso is anything else or no day of the calendar.
 */
LimberDate
limber_date_parse (const char *iso)
{
  static const char pattern[] = "dddd-dd-dd";

  if (iso == NULL || strlen (iso) != strlen (pattern))
    return LIMBER_DATE_NONE;
  for (gsize i = 0; pattern[i] != '\0'; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (iso[i]) : iso[i] != '-')
      return LIMBER_DATE_NONE;
  return limber_date_from_ymd ((int) g_ascii_strtoll (iso, NULL, 10), (int) g_ascii_strtoll (iso + 5, NULL, 10),
                               (int) g_ascii_strtoll (iso + 8, NULL, 10));
}

/**
 * limber_date_to_iso:
 *
 * Returns: (transfer full): YYYY-MM-DD.
 */
char *
limber_date_to_iso (LimberDate date)
{
  int year, month, day;

  g_return_val_if_fail (date > LIMBER_DATE_NONE, NULL);

  limber_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/**
 * limber_date_weekday:
 *
 * Returns: 1 for Monday … 7 for Sunday.
 */
int
limber_date_weekday (LimberDate date)
{
  g_return_val_if_fail (date > LIMBER_DATE_NONE, 1);

  return (date - 1) % 7 + 1;
}

/**
 * limber_date_from_instant:
 * @instant: UTC seconds since 1970
 * @zone: the clinic's time zone
 *
 * Returns: the calendar day that @instant falls on in @zone.
 */
LimberDate
limber_date_from_instant (gint64 instant, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return limber_date_from_ymd (g_date_time_get_year (local), g_date_time_get_month (local),
                               g_date_time_get_day_of_month (local));
}

/**
 * limber_date_at_minute:
 * @date: a valid day
 * @minute: wall-clock minutes after midnight; 1440 and more count on into the next day
 * @zone: the clinic's time zone
 *
 * The wall clock decides: 10:00 stays 10:00 on the day the clocks change.
 *
 * Returns: UTC seconds since 1970.
 */
gint64
limber_date_at_minute (LimberDate date, int minute, GTimeZone *zone)
{
  int year, month, day;
  g_autoptr (GDateTime) local = NULL;

  limber_date_to_ymd (date + minute / 1440, &year, &month, &day);
  minute %= 1440;
  local = g_date_time_new (zone, year, month, day, minute / 60, minute % 60, 0);
  return g_date_time_to_unix (local);
}

/**
 * limber_minute_of_instant:
 *
 * Returns: the wall-clock minute of the day, 0–1439, of @instant in @zone.
 */
int
limber_minute_of_instant (gint64 instant, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
}
