/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/wording/wording-date.h"

#include <glib/gi18n-lib.h>

static char *
format (LimberDate date, const char *pattern)
{
  int year, month, day;
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (date > LIMBER_DATE_NONE, NULL);

  limber_date_to_ymd (date, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  return g_date_time_format (time, pattern);
}

/** limber_wording_day: Returns: (transfer full): "Mon 5 Oct". */
char *
limber_wording_day (LimberDate date)
{
  /* Translators: a short day, such as "Mon 5 Oct"; see g_date_time_format() for the codes. */
  return format (date, _ ("%a %-e %b"));
}

/** limber_wording_day_and_month: Returns: (transfer full): "5 Oct". */
char *
limber_wording_day_and_month (LimberDate date)
{
  /* Translators: a day without its weekday, such as "5 Oct". */
  return format (date, _ ("%-e %b"));
}

/** limber_wording_weekday: Returns: (transfer full): "Monday". */
char *
limber_wording_weekday (LimberDate date)
{
  return format (date, "%A");
}

/** limber_wording_long_day: Returns: (transfer full): "Tuesday 29 September". */
char *
limber_wording_long_day (LimberDate date)
{
  /* Translators: a long day, such as "Tuesday 29 September". */
  return format (date, _ ("%A %-e %B"));
}

/** limber_wording_full_date: Returns: (transfer full): "29 September 2026". */
char *
limber_wording_full_date (LimberDate date)
{
  /* Translators: a date with its year, such as "29 September 2026". */
  return format (date, _ ("%-e %B %Y"));
}

/** limber_wording_near_day: Returns: (transfer full): "Today", "Tomorrow", or limber_wording_day(). */
char *
limber_wording_near_day (LimberDate date, LimberDate today)
{
  if (date == today)
    return g_strdup (_ ("Today"));
  return date == today + 1 ? g_strdup (_ ("Tomorrow")) : limber_wording_day (date);
}

/** limber_wording_time: Returns: (transfer full): the wall clock of @instant, "08:30". */
char *
limber_wording_time (gint64 instant, GTimeZone *zone)
{
  int minute = limber_minute_of_instant (instant, zone);

  return g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
}

/** limber_wording_minutes: Returns: (transfer full): "45 min", "1 h", "5 h 30 min". */
char *
limber_wording_minutes (int minutes)
{
  if (minutes <= 90)
    /* Translators: a length of time. */
    return g_strdup_printf (_ ("%d min"), minutes);
  if (minutes % 60 == 0)
    return g_strdup_printf (_ ("%d h"), minutes / 60);
  return g_strdup_printf (_ ("%d h %d min"), minutes / 60, minutes % 60);
}

/** limber_wording_days_ago: Returns: (transfer full): "today", "yesterday", "20 days ago". */
char *
limber_wording_days_ago (LimberDate date, LimberDate today)
{
  int days = today - date;

  if (days == 0)
    return g_strdup (_ ("today"));
  if (days == 1)
    return g_strdup (_ ("yesterday"));
  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", days), days);
}

/** limber_wording_days_until: Returns: (transfer full): "today", "tomorrow", "in 12 days". */
char *
limber_wording_days_until (LimberDate date, LimberDate today)
{
  int days = date - today;

  if (days == 0)
    return g_strdup (_ ("today"));
  if (days == 1)
    return g_strdup (_ ("tomorrow"));
  return g_strdup_printf (ngettext ("in %d day", "in %d days", days), days);
}
