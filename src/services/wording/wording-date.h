/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"

G_BEGIN_DECLS

char *limber_wording_day (LimberDate date);
char *limber_wording_day_and_month (LimberDate date);
char *limber_wording_weekday (LimberDate date);
char *limber_wording_long_day (LimberDate date);
char *limber_wording_full_date (LimberDate date);
char *limber_wording_near_day (LimberDate date, LimberDate today);
char *limber_wording_time (gint64 instant, GTimeZone *zone);
char *limber_wording_minutes (int minutes);
char *limber_wording_days_ago (LimberDate date, LimberDate today);
char *limber_wording_days_until (LimberDate date, LimberDate today);

G_END_DECLS
