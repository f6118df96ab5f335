/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/session/session-room.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_SESSION_ALERT (limber_session_alert_get_type ())
G_DECLARE_FINAL_TYPE (LimberSessionAlert, limber_session_alert, LIMBER, SESSION_ALERT, AdwBin)

void limber_session_alert_set_room (LimberSessionAlert *self, LimberSessionRoom *room);

G_END_DECLS
