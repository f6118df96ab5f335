/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/client-file.h"
#include "store/client-list.h"
#include "widgets/cadence-chip.h"
#include "widgets/words.h"

G_BEGIN_DECLS

/* How the pages about clients write dates, spans and states. */

extern const LimberBodyWords limber_client_body_words;

char *limber_words_date (LimberDate date);
char *limber_words_date_short (LimberDate date);
char *limber_words_date_year (LimberDate date);
char *limber_words_day_before (LimberDate date, LimberDate end);
char *limber_words_instant (gint64 instant, gboolean with_time);
char *limber_words_days_ago (int days);
char *limber_words_cadence (const LimberClientSummary *summary, int days, gboolean wordy);
char *limber_words_last_visit (LimberDate last_on);
void  limber_words_show_cadence (LimberCadenceChip *chip, const LimberClientSummary *summary, LimberDate today,
                                 gboolean wordy);

G_END_DECLS
