/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/session/session-room.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_SESSION_TABLE (limber_session_table_get_type ())
G_DECLARE_FINAL_TYPE (LimberSessionTable, limber_session_table, LIMBER, SESSION_TABLE, AdwBin)

/* The middle of the treatment room: what is typed, the body map, the finding editor. */
void limber_session_table_set_room (LimberSessionTable *self, LimberSessionRoom *room);
void limber_session_table_set_single_view (LimberSessionTable *self, gboolean single);
void limber_session_table_focus_entry (LimberSessionTable *self);
void limber_session_table_choose (LimberSessionTable *self, LimberArea area, LimberSide side);

G_END_DECLS
