/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"
#include "store/states.h"

G_BEGIN_DECLS

/** LimberMessageLanguage: a language in which clients can be written to, whatever the program itself speaks. */
typedef struct _LimberMessageLanguage LimberMessageLanguage;

guint                        limber_message_n_languages (void);
const LimberMessageLanguage *limber_message_language_nth (guint index);
const LimberMessageLanguage *limber_message_language_find (const char *id);
const char                  *limber_message_language_id (const LimberMessageLanguage *language);
const char                  *limber_message_language_name (const LimberMessageLanguage *language);
const char                  *limber_message_language_subject (const LimberMessageLanguage *language,
                                                              LimberContactChannel channel);
const char                  *limber_message_language_body (const LimberMessageLanguage *language,
                                                           LimberContactChannel channel);
char                        *limber_message_language_day (const LimberMessageLanguage *language, LimberDate date);
char *limber_message_language_days (const LimberMessageLanguage *language, const LimberDate *dates, guint n_dates);

G_END_DECLS
