/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/record.h"

G_BEGIN_DECLS

/**
 * LimberChange:
 * @entity: the table
 * @action: "insert", "update" or "delete"
 * @digest: SHA-256 in hexadecimal over salt and payload
 * @payload: (nullable): JSON `{"column": [old, new], …}`; %NULL once erased
 *
 * One entry of the append-only change log.
 */
typedef struct {
  gint64 seq;
  gint64 at;
  char *actor_id;
  char *actor_name;
  char *entity;
  char *entity_id;
  char *client_id;
  char *action;
  char *digest;
  char *payload;
} LimberChange;

void limber_change_free (LimberChange *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberChange, limber_change_free)

/* Called by record.c for every write; nobody else writes rows. */
gboolean limber_change_log_append (LimberDb *db, const LimberRecordType *type, gconstpointer old,
                                   gconstpointer record, GError **error);

GPtrArray *limber_change_log_of_client (LimberDb *db, const char *client_id, gint64 before_seq, int limit,
                                        GError **error);
GPtrArray *limber_change_log_of_entity (LimberDb *db, const char *entity, const char *entity_id, int limit,
                                        GError **error);
gboolean   limber_change_log_verify (LimberDb *db, gint64 *n_changes, gint64 *wrong_seq, GError **error);
gboolean   limber_change_log_last (LimberDb *db, gint64 *seq, GError **error);
gboolean   limber_change_log_topics_since (LimberDb *db, gint64 seq, guint *topics, GError **error);

G_END_DECLS
