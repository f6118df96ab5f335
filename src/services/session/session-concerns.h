/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"
#include "store/db/db.h"

G_BEGIN_DECLS

/**
 * LimberSessionConcerns:
 * @no_consent: the client never agreed to be treated, as far as the record knows
 * @news: (element-type LimberHealthItem): what changed about their health since the last visit
 *
 * What to ask before a session starts.
 */
typedef struct {
  char *client_id;
  char *client_name;
  gboolean no_consent;
  GPtrArray *news;
} LimberSessionConcerns;

LimberSessionConcerns *limber_session_concerns_load (LimberDb *db, const char *client_id, const char *appointment_id,
                                                     LimberDate today, GError **error);
gboolean               limber_session_concerns_any (const LimberSessionConcerns *concerns);
void                   limber_session_concerns_free (LimberSessionConcerns *concerns);
gboolean               limber_session_consent (LimberDb *db, const char *client_id, LimberDate today, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberSessionConcerns, limber_session_concerns_free)

G_END_DECLS
