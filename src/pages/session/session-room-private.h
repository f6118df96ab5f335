/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the touches need of the room. */

#include "pages/session/session-job.h"
#include "pages/session/session-room.h"

G_BEGIN_DECLS

LimberSessionJob *limber_session_room_begin (LimberSessionRoom *self, LimberSessionStep step);
void              limber_session_room_submit (LimberSessionRoom *self, LimberSessionJob *job);
void              limber_session_room_forget_undo (LimberSessionRoom *self);

G_END_DECLS
