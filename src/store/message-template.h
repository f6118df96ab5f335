/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/record.h"
#include "store/states.h"

G_BEGIN_DECLS

/**
 * LimberMessageTemplate:
 * @language: "en", "de"
 * @subject: (nullable): of a mail
 *
 * The clinic's own words for one way to reach a client, in one language.
 */
typedef struct {
  LimberRecord base;
  LimberContactChannel channel;
  char *language;
  char *subject;
  char *body;
} LimberMessageTemplate;

LIMBER_DECLARE_RECORD (LimberMessageTemplate, message_template)

LimberMessageTemplate *limber_message_template_find (LimberDb *db, LimberContactChannel channel, const char *language,
                                                     GError **error);
gboolean               limber_message_template_save (LimberDb *db, LimberMessageTemplate *words, GError **error);
gboolean               limber_message_template_remove (LimberDb *db, LimberContactChannel channel,
                                                       const char *language, GError **error);

G_END_DECLS
