/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"
#include "domain/session-plan.h"
#include "store/health.h"
#include "widgets/words.h"

G_BEGIN_DECLS

const LimberBodyWords *limber_session_words_body (void);
char *limber_session_words_day (LimberDate date);
char *limber_session_words_since (LimberDate date, LimberDate today);
char *limber_session_words_time (gint64 instant, GTimeZone *zone);
char *limber_session_words_phase (const LimberPhase *phase);
char *limber_session_words_health (const LimberHealthItem *item);
char *limber_session_words_alerts (GPtrArray *health, GPtrArray *findings);

G_END_DECLS
