/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/session/session-room.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_SESSION_CLOCK (limber_session_clock_get_type ())
G_DECLARE_FINAL_TYPE (LimberSessionClock, limber_session_clock, LIMBER, SESSION_CLOCK, AdwBin)

/* Signal: finish: the work is done. */
void limber_session_clock_set_room (LimberSessionClock *self, LimberSessionRoom *room);
void limber_session_clock_stretch (LimberSessionClock *self, int seconds);

G_END_DECLS
