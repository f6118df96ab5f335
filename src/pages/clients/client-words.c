/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/client-words.h"

#include <glib/gi18n-lib.h>

#include "services/wording/wording-date.h"
#include "services/wording/wording.h"

const LimberBodyWords limber_client_body_words = {
  .area = limber_wording_area,
  .finding_type = limber_wording_finding_type,
  .pain_quality = limber_wording_pain_quality,
};

static char *
limber_words_format_date (LimberDate date, const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  if (date == LIMBER_DATE_NONE)
    return g_strdup ("");
  limber_date_to_ymd (date, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  return time != NULL ? g_date_time_format (time, format) : g_strdup ("");
}

/** limber_words_date: "Mon 5 Oct" */
char *
limber_words_date (LimberDate date)
{
  return date == LIMBER_DATE_NONE ? g_strdup ("") : limber_wording_day (date);
}

/** limber_words_date_short: "5 Oct" */
char *
limber_words_date_short (LimberDate date)
{
  return date == LIMBER_DATE_NONE ? g_strdup ("") : limber_wording_day_and_month (date);
}

/** limber_words_date_year: "5 Oct 2026" */
char *
limber_words_date_year (LimberDate date)
{
  /* Translators: a day of any year, as in "5 Oct 2026" */
  return limber_words_format_date (date, _("%-d %b %Y"));
}

/** limber_words_day_before: "Sun 4" when @end, which is named after it, is in the same month, else "Wed 30 Sep". */
char *
limber_words_day_before (LimberDate date, LimberDate end)
{
  int year, month, end_month, day;

  limber_date_to_ymd (date, &year, &month, &day);
  limber_date_to_ymd (end, &year, &end_month, &day);
  /* Translators: the first of two days of one month, as in "Sun 4" of "Sun 4 – Mon 5 Oct" */
  return limber_words_format_date (date, month == end_month ? _("%a %-d") : _("%a %-d %b"));
}

/** limber_words_instant: "5 Oct 2026" or "Mon 5 Oct, 08:30", in local time. */
char *
limber_words_instant (gint64 instant, gboolean with_time)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (instant);

  if (time == NULL)
    return g_strdup ("");
  return g_date_time_format (time, with_time ? _("%a %-d %b, %H:%M") : _("%-d %b %Y"));
}

/** limber_words_days_ago: "today", "20 d ago" or "in 12 d" for a negative number. */
char *
limber_words_days_ago (int days)
{
  if (days == 0)
    return g_strdup (_("today"));
  if (days < 0)
    return g_strdup_printf (_("in %d d"), -days);
  return g_strdup_printf (_("%d d ago"), days);
}

/**
 * limber_words_cadence:
 * @days: since the last visit
 * @wordy: with the day of the window
 *
 * Returns: (transfer full): the state between two visits
 */
char *
limber_words_cadence (const LimberClientSummary *summary, int days, gboolean wordy)
{
  const char *state = summary->state;

  if (g_str_equal (state, "overdue"))
    return g_strdup_printf (_("%d d over"), days - summary->cadence.max);
  if (g_str_equal (state, "due"))
    return wordy ? g_strdup_printf (_("Due · day %d of %d"), days, summary->cadence.max) : g_strdup (_("Due"));
  if (g_str_equal (state, "not-due"))
    return g_strdup (_("Not due"));
  if (g_str_equal (state, "booked"))
    return g_strdup (_("Booked"));
  if (g_str_equal (state, "paused"))
    return g_strdup (_("Paused"));
  if (g_str_equal (state, "snoozed"))
    return g_strdup (_("Snoozed"));
  if (g_str_equal (state, "opted-out"))
    return g_strdup (_("No reminders"));
  return g_strdup (_("New"));
}

/** limber_words_last_visit: Returns: (transfer full) (nullable): "Last visit on 5 Oct 2026", %NULL without one */
char *
limber_words_last_visit (LimberDate last_on)
{
  g_autofree char *day = limber_words_date_year (last_on);

  return last_on != LIMBER_DATE_NONE ? g_strdup_printf (_("Last visit on %s"), day) : NULL;
}

/** limber_words_show_cadence: puts the state between two visits into a chip; @wordy: with the day of the window. */
void
limber_words_show_cadence (LimberCadenceChip *chip, const LimberClientSummary *summary, LimberDate today,
                           gboolean wordy)
{
  int days = summary->last_on != LIMBER_DATE_NONE ? today - summary->last_on : 0;
  g_autofree char *text = limber_words_cadence (summary, days, wordy);
  g_autofree char *reason = limber_words_last_visit (summary->last_on);

  limber_cadence_chip_set (chip, summary->state, text, days, summary->cadence.max, reason);
}
