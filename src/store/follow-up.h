/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db/db.h"

G_BEGIN_DECLS

/* How long it makes sense to ask, in days. */
#define LIMBER_FOLLOW_UP_DAYS 14

typedef enum {
  LIMBER_FOLLOW_UP_HANGOVER,
  LIMBER_FOLLOW_UP_RACE,
} LimberFollowUpKind;

/**
 * LimberFollowUp:
 * @id: of the session (hangover) or of the race entry
 * @on: the day of the session, or the last day of the race
 * @race_name: (nullable)
 *
 * A question that a client has not been asked yet.
 */
typedef struct {
  LimberFollowUpKind kind;
  char *id;
  char *client_id;
  char *client_name;
  LimberDate on;
  char *race_name;
} LimberFollowUp;

GPtrArray *limber_follow_up_load (LimberDb *db, LimberDate today, int limit, GError **error);
gboolean   limber_follow_up_save_hangover (LimberDb *db, const char *session_id, int level, int days,
                                           LimberDate asked_on, GError **error);
gboolean   limber_follow_up_save_race (LimberDb *db, const char *entry_id, int legs, int confidence,
                                       LimberDate asked_on, GError **error);

G_END_DECLS
