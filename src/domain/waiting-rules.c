/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/waiting-rules.h"

static LimberWaitingMismatch
match_day (const LimberWaitingWish *wish, LimberDate date)
{
  LimberWaitingMismatch problems = LIMBER_WAITING_FITS;

  if ((wish->from != LIMBER_DATE_NONE && date < wish->from) || (wish->until != LIMBER_DATE_NONE && date > wish->until))
    problems |= LIMBER_WAITING_WRONG_DATE;
  if (wish->weekdays != 0 && !(wish->weekdays & LIMBER_WEEKDAY_BIT (limber_date_weekday (date))))
    problems |= LIMBER_WAITING_WRONG_WEEKDAY;
  return problems;
}

/**
 * limber_waiting_match:
 * @zone: of the clinic
 *
 * Returns: %LIMBER_WAITING_FITS, or all that speaks against @slot
 */
LimberWaitingMismatch
limber_waiting_match (const LimberWaitingWish *wish, const LimberWaitingSlot *slot, GTimeZone *zone)
{
  int minute = limber_minute_of_instant (slot->start, zone);
  LimberWaitingMismatch problems = match_day (wish, limber_date_from_instant (slot->start, zone));

  if (minute < wish->from_minute || (wish->to_minute > 0 && minute + wish->minutes > wish->to_minute))
    problems |= LIMBER_WAITING_WRONG_TIME;
  if (slot->minutes < wish->minutes)
    problems |= LIMBER_WAITING_TOO_SHORT;
  if (wish->staff_id != NULL && g_strcmp0 (wish->staff_id, slot->staff_id) != 0)
    problems |= LIMBER_WAITING_WRONG_THERAPIST;
  if (wish->before != 0 && slot->start >= wish->before)
    problems |= LIMBER_WAITING_NOT_EARLIER;
  return problems;
}
