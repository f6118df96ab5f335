/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/session-room.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_SESSION_NOTES (limber_session_notes_get_type ())
G_DECLARE_FINAL_TYPE (LimberSessionNotes, limber_session_notes, LIMBER, SESSION_NOTES, AdwBin)

void limber_session_notes_set_room (LimberSessionNotes *self, LimberSessionRoom *room);
void limber_session_notes_flush (LimberSessionNotes *self);

G_END_DECLS
