/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/rebook/message.h"
#include "store/client.h"

G_BEGIN_DECLS

/**
 * LimberMessageQuery:
 * @language: (nullable): in which; %NULL for the client's own
 * @now: UTC seconds
 *
 * A message that somebody wants to write.
 */
typedef struct {
  char *client_id;
  LimberContactChannel channel;
  char *language;
  gint64 now;
  GTimeZone *zone;
} LimberMessageQuery;

/**
 * LimberMessageDraft:
 * @values: borrow from the draft
 * @address: (nullable): the number or address, when the client has one
 * @subject: (nullable): of a mail
 *
 * A message as the templates make it, for a person to read and change before it goes.
 */
typedef struct {
  LimberClient *client;
  LimberContactChannel channel;
  LimberMessageValues values;
  char *clinic;
  char *race;
  char *address;
  char *subject;
  char *body;
} LimberMessageDraft;

LimberMessageQuery *limber_message_query_new (const char *client_id, LimberContactChannel channel, const char *language,
                                              gint64 now, GTimeZone *zone);
void                limber_message_query_free (LimberMessageQuery *query);

/* A job for the store (LimberStoreFunc). */
gpointer limber_message_draft_load (LimberDb *db, gpointer query, GError **error);
void     limber_message_draft_free (LimberMessageDraft *draft);

gboolean limber_message_has_address (LimberContactChannel channel);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberMessageDraft, limber_message_draft_free)

G_END_DECLS
