/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/session/session-runner.h"

G_BEGIN_DECLS

/**
 * LimberSessionBefore:
 * @appointment: (nullable)
 *
 * A session with all that hangs on it, as it stood before it was moved or declared void.
 */
typedef struct {
  LimberSession *session;
  LimberAppointment *appointment;
  GPtrArray *findings;
  GPtrArray *roms;
} LimberSessionBefore;

/**
 * LimberSessionTexts:
 * @expected: (nullable): what the person saw, by #LimberSessionText
 * @text: (nullable): what it should say
 *
 * The words of a session that were amended together.
 */
typedef struct {
  char *session_id;
  char *expected[LIMBER_SESSION_TEXT_LAST + 1];
  char *text[LIMBER_SESSION_TEXT_LAST + 1];
} LimberSessionTexts;

LimberSessionBefore *limber_session_move (LimberDb *db, const char *id, const char *client_id, GError **error);
LimberSessionBefore *limber_session_void (LimberDb *db, const char *id, const char *reason, gint64 now,
                                          GError **error);
gboolean             limber_session_put_back (LimberDb *db, const LimberSessionBefore *before, GError **error);
gboolean             limber_session_restore (LimberDb *db, const char *id, GError **error);
gboolean             limber_session_amend_texts (LimberDb *db, const LimberSessionTexts *texts, GError **error);

void limber_session_before_free (LimberSessionBefore *before);
void limber_session_texts_free (LimberSessionTexts *texts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberSessionBefore, limber_session_before_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberSessionTexts, limber_session_texts_free)

G_END_DECLS
