/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/day-facts.h"

G_BEGIN_DECLS

char         *limber_day_words_capital (const char *text);
char         *limber_day_words_line (const LimberAppointment *appointment);
char         *limber_day_words_span (gint64 start, int minutes, GTimeZone *zone);
LimberVerdict limber_day_words_plan_verdict (const LimberPlanFacts *facts, LimberDate date, LimberWork work, char **reason);
LimberVerdict limber_day_words_verdict (const LimberDayItem *item, GTimeZone *zone, char **reason);

G_END_DECLS
