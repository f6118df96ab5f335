/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/rebook/message-language.h"

G_BEGIN_DECLS

#define LIMBER_MESSAGE_MAX_DATES 3

#define LIMBER_MESSAGE_ERROR (limber_message_error_quark ())
GQuark limber_message_error_quark (void);

/**
 * LimberMessageError:
 * @LIMBER_MESSAGE_ERROR_UNKNOWN: a placeholder that does not exist
 * @LIMBER_MESSAGE_ERROR_OPEN: a bracket without its other half
 * @LIMBER_MESSAGE_ERROR_HEALTH: a word about health, which no message may hold
 *
 * What is wrong with a template; the message is one sentence for a person.
 */
typedef enum {
  LIMBER_MESSAGE_ERROR_UNKNOWN,
  LIMBER_MESSAGE_ERROR_OPEN,
  LIMBER_MESSAGE_ERROR_HEALTH,
} LimberMessageError;

/**
 * LimberMessageValues:
 * @name: of the client
 * @clinic: (nullable): its name
 * @race: (nullable): the next race, @race_on its first day
 * @dates: the suggested days
 * @days: since the last visit, 0 for none
 *
 * What stands for the placeholders. Borrowed; nothing about health is among it.
 */
typedef struct {
  const LimberMessageLanguage *language;
  const char *name;
  const char *clinic;
  const char *race;
  LimberDate race_on;
  LimberDate dates[LIMBER_MESSAGE_MAX_DATES];
  guint n_dates;
  int days;
} LimberMessageValues;

char       *limber_message_expand (const char *words, const LimberMessageValues *values, GError **error);
gboolean    limber_message_check (const char *words, GError **error);
gboolean    limber_message_check_sent (const char *text, const LimberMessageValues *values, GError **error);
const char *limber_message_health_word (const char *text);

G_END_DECLS
