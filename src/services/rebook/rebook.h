/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/client.h"
#include "store/contact.h"
#include "store/due.h"
#include "store/next-visit.h"

G_BEGIN_DECLS

/** LimberRebookGroup: the groups of the queue, in the order of the page. */
typedef enum {
  LIMBER_REBOOK_GROUP_OVERDUE,
  LIMBER_REBOOK_GROUP_DUE,
  LIMBER_REBOOK_GROUP_COMING_UP,
  LIMBER_REBOOK_GROUP_SNOOZED,
  LIMBER_REBOOK_GROUP_LAPSED,
  LIMBER_REBOOK_GROUP_PAUSED,
  LIMBER_REBOOK_N_GROUPS,
} LimberRebookGroup;

#define LIMBER_COMING_UP_DAYS 7

/**
 * LimberRebookItem:
 * @base: the id is the client's
 * @group: where the row stands
 * @due: who, since when, and until when
 * @therapist: (nullable): whom the client prefers, else who treated them last
 * @next: the best day with room for the next visit; its reasons are limber_plan_reasons() of the facts
 * @last_contact: (nullable): the latest contact
 *
 * One row of the rebook queue.
 */
typedef struct {
  LimberRecord base;
  LimberRebookGroup group;
  LimberDueClient *due;
  char *team;
  char *therapist;
  char *phone;
  char *email;
  LimberNextVisit next;
  LimberContact *last_contact;
} LimberRebookItem;

GPtrArray *limber_rebook_queue_load (LimberDb *db, gint64 now, GTimeZone *zone, GError **error);
GPtrArray *limber_rebook_queue_load_first (LimberDb *db, gint64 now, GTimeZone *zone, guint n, GError **error);
void       limber_rebook_item_free (LimberRebookItem *item);

/**
 * LimberRebookAnswer:
 *
 * What a client, or the front desk for them, said to the question of the next visit.
 */
typedef enum {
  LIMBER_REBOOK_ANSWER_SNOOZE,
  LIMBER_REBOOK_ANSWER_PAUSE,
  LIMBER_REBOOK_ANSWER_OPT_OUT,
  LIMBER_REBOOK_ANSWER_RESUME,
} LimberRebookAnswer;

gboolean limber_rebook_answer (LimberDb *db, const char *client_id, LimberRebookAnswer answer, LimberDate today,
                               LimberDate until, LimberPauseReason reason, GError **error);
gboolean limber_rebook_contacted (LimberDb *db, LimberContact *contact, LimberDate today, GError **error);

G_END_DECLS
