/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/session/session-room.h"
#include "widgets/adaptive-bin.h"

G_BEGIN_DECLS

/** LimberSessionPart: what of this column is on the screen, where not all fits. */
typedef enum {
  LIMBER_SESSION_PART_ALL,
  LIMBER_SESSION_PART_LAST_VISIT,
  LIMBER_SESSION_PART_NOTES,
} LimberSessionPart;

#define LIMBER_TYPE_SESSION_NOTES (limber_session_notes_get_type ())
G_DECLARE_FINAL_TYPE (LimberSessionNotes, limber_session_notes, LIMBER, SESSION_NOTES, AdwBin)

void limber_session_notes_set_room (LimberSessionNotes *self, LimberSessionRoom *room);
void limber_session_notes_fit (LimberSessionNotes *self, LimberWidth width, LimberSessionPart part);
void limber_session_notes_flush (LimberSessionNotes *self);

G_END_DECLS
