/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the steps on a session share: it is read again, and its state checked again, in the transaction. */

#include "services/session/session-runner.h"

G_BEGIN_DECLS

#define IN(state) (1u << LIMBER_SESSION_STATE_##state)

LimberSession *limber_session_load_in_state (LimberDb *db, const char *id, guint states, GError **error);
LimberSession *limber_session_load_writable (LimberDb *db, const char *id, GError **error);
gboolean       limber_session_hands_are_free (LimberDb *db, const char *staff_id, GError **error);
gboolean       limber_session_set_appointment (LimberDb *db, const char *id, LimberAppointmentStatus status,
                                               GError **error);

G_END_DECLS
