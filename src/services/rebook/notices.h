/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/reminder-rules.h"
#include "store/db/db.h"

G_BEGIN_DECLS

/** LimberNoticeKind: what a desk can be told of. Each desk chooses. */
typedef enum {
  LIMBER_NOTICE_REBOOK,
  LIMBER_NOTICE_NEXT_CLIENT,
  LIMBER_NOTICE_FOLLOW_UPS,
  LIMBER_NOTICE_UNCONFIRMED,
  LIMBER_NOTICE_BACKUP_FAILED,
  LIMBER_NOTICE_N_KINDS,
} LimberNoticeKind;

#define LIMBER_NOTICE_BIT(kind) (1u << (kind))
#define LIMBER_NOTICE_ALL ((1u << LIMBER_NOTICE_N_KINDS) - 1)

/**
 * LimberNoticeWish:
 * @kinds: mask of LIMBER_NOTICE_BIT()
 * @desk: who is told: a name that is the same for all processes of one desk
 * @staff_id: (nullable): the person at the desk; a therapist is told of their own clients only
 */
typedef struct {
  guint kinds;
  const char *desk;
  const char *staff_id;
} LimberNoticeWish;

/**
 * LimberDueNotice:
 * @key: of the bubble
 * @claims: (element-type utf8): what was claimed for it
 * @client_id: (nullable): the next client, @client_name and @start_at
 * @count: how many are to ask or to confirm
 * @date: of the appointments to confirm
 * @text: (nullable): what went wrong
 *
 * One bubble that this process has to show now.
 */
typedef struct {
  LimberNoticeKind kind;
  char *key;
  GPtrArray *claims;
  char *client_id;
  char *client_name;
  gint64 start_at;
  guint count;
  LimberDate date;
  char *text;
} LimberDueNotice;

GPtrArray *limber_notices_claim_due (LimberDb *db, const LimberNoticeWish *wish, gint64 now, GTimeZone *zone,
                                     gint64 *next_at, GError **error);
gboolean   limber_notices_release (LimberDb *db, const LimberDueNotice *notice, GError **error);
void       limber_due_notice_free (LimberDueNotice *notice);
const char *limber_notice_setting (LimberNoticeKind kind);

G_END_DECLS
