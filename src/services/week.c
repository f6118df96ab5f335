/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/week.h"

#include <langinfo.h>

/* How glibc says from which day it counts: these dates were a Sunday and a Monday. */
#define ORIGIN_MONDAY 19971201
#define MONDAY 1
#define SUNDAY 7

/**
 * limber_week_first_weekday_of:
 * @origin: a date, as a number, from whose day of the week a locale counts
 * @first: which day of that count begins a week; 1 for the first
 *
 * Returns: with which day a week begins; 1 is Monday
 */
int
limber_week_first_weekday_of (guint origin, int first)
{
  int counted_from = origin == ORIGIN_MONDAY ? MONDAY : SUNDAY;

  return (counted_from + MAX (first, 1) - 2) % 7 + 1;
}

/** limber_week_first_weekday: Returns: with which day a week begins in the person's locale; 1 is Monday. */
int
limber_week_first_weekday (void)
{
#ifdef _NL_TIME_FIRST_WEEKDAY
  return limber_week_first_weekday_of (GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY)),
                                       *nl_langinfo (_NL_TIME_FIRST_WEEKDAY));
#else
  return MONDAY;
#endif
}

/** limber_week_start: Returns: the first day of the week around @date. */
LimberDate
limber_week_start (LimberDate date)
{
  return date - (limber_date_weekday (date) - limber_week_first_weekday () + 7) % 7;
}
