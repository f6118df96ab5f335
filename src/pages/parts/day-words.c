/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/parts/day-words.h"

#include <glib/gi18n-lib.h>

#include "services/wording/wording-date.h"
#include "services/wording/wording.h"

/** limber_day_words_capital: Returns: (transfer full): @text with a capital at its beginning. */
char *
limber_day_words_capital (const char *text)
{
  char first[7] = { 0 };

  if (*text == '\0')
    return g_strdup ("");
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/** limber_day_words_line: Returns: (transfer full): "45 min · pre-event · confirmed". */
char *
limber_day_words_line (const LimberAppointment *appointment)
{
  g_autofree char *minutes = limber_wording_minutes (appointment->minutes);

  return g_strdup_printf ("%s · %s · %s", minutes, limber_wording_kind (appointment->kind),
                          limber_wording_appointment_status (appointment->status));
}

/** limber_day_words_span: Returns: (transfer full): "11:00 – 11:45". */
char *
limber_day_words_span (gint64 start, int minutes, GTimeZone *zone)
{
  g_autofree char *from = limber_wording_time (start, zone);
  g_autofree char *to = limber_wording_time (start + minutes * 60, zone);

  return g_strdup_printf ("%s – %s", from, to);
}

/**
 * limber_day_words_plan_verdict:
 * @facts: (nullable): %NULL when nothing can speak against any day
 * @reason: (out) (optional): the sentence that goes with it, or %NULL
 *
 * Returns: what the rules say about @work on @date
 */
LimberVerdict
limber_day_words_plan_verdict (const LimberPlanFacts *facts, LimberDate date, LimberWork work, char **reason)
{
  g_autoptr (GArray) reasons = NULL;

  if (facts == NULL)
    return LIMBER_VERDICT_NORMAL;
  reasons = limber_plan_reasons (&facts->input, date);
  if (reason != NULL && reasons->len > 0)
    *reason = limber_wording_reason (&g_array_index (reasons, LimberReason, 0));
  return limber_plan_verdict (&facts->input, date, work);
}

/** limber_day_words_verdict: as limber_day_words_plan_verdict() for the planned work of @item; none when it holds no slot */
LimberVerdict
limber_day_words_verdict (const LimberDayItem *item, GTimeZone *zone, char **reason)
{
  LimberDate date = limber_date_from_instant (item->appointment->start_at, zone);

  if (item->facts == NULL)
    return LIMBER_VERDICT_NONE;
  return limber_day_words_plan_verdict (item->facts, date, item->appointment->intent, reason);
}
