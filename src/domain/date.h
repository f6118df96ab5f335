/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LimberDate:
 *
 * A whole calendar day in the clinic's time zone, counted from 0001-01-01 = 1, so that the
 * difference of two dates is a number of days. %LIMBER_DATE_NONE means "no date".
 */
typedef gint32 LimberDate;

#define LIMBER_DATE_NONE 0

LimberDate limber_date_from_ymd (int year, int month, int day);
void       limber_date_to_ymd (LimberDate date, int *year, int *month, int *day);
LimberDate limber_date_parse (const char *iso);
char      *limber_date_to_iso (LimberDate date);
int        limber_date_weekday (LimberDate date);
LimberDate limber_date_from_instant (gint64 instant, GTimeZone *zone);
gint64     limber_date_at_minute (LimberDate date, int minute, GTimeZone *zone);
int        limber_minute_of_instant (gint64 instant, GTimeZone *zone);

G_END_DECLS
