/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db/db.h"

G_BEGIN_DECLS

typedef enum {
  LIMBER_REFERRAL_CLIENT,
  LIMBER_REFERRAL_TEAM,
  LIMBER_REFERRAL_OTHER, /* free text */
} LimberReferralKind;

/**
 * LimberReferral:
 * @id: (nullable): of the client or the team
 * @email: (nullable)
 * @depth: 0 for who was sent by nobody known
 * @direct: how many they sent themselves
 * @total: how many came because of them, those who were sent by those they sent included
 * @sent: (nullable): the names of those they sent, for a thank-you note
 *
 * One line of the tree of who brought whom.
 */
typedef struct {
  LimberReferralKind kind;
  char *id;
  char *name;
  char *email;
  guint depth;
  guint direct;
  guint total;
  char *sent;
} LimberReferral;

gpointer limber_referrals_load (LimberDb *db, gpointer data, GError **error);
GArray  *limber_referrals_top (GPtrArray *tree, guint n);

G_END_DECLS
