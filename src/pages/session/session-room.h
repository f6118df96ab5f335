/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/clock.h"
#include "services/session/session-runner.h"
#include "store/store.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_SESSION_ROOM (limber_session_room_get_type ())
G_DECLARE_FINAL_TYPE (LimberSessionRoom, limber_session_room, LIMBER, SESSION_ROOM, GObject)

/**
 * LimberSessionRoom:
 *
 * One session on the screen: what the store holds about it, and the way of every touch back into the store. The
 * parts of the treatment room and of the wrap-up share one room; each touch is one write, whose outcome comes back
 * as a signal:
 *
 * - `changed`: the sheet was read again; everything on the screen follows it
 * - `saved` (gint64 at): a write is committed
 * - `failed` (GError): a write did not happen; the person's text stays where it is
 * - `pending`: findings went on their way, came home, or wait for Retry
 */
LimberSessionRoom *limber_session_room_new (LimberStore *store, LimberClock *clock);

void                      limber_session_room_open (LimberSessionRoom *self, const char *session_id);
const LimberSessionSheet *limber_session_room_sheet (LimberSessionRoom *self);
const char               *limber_session_room_id (LimberSessionRoom *self);
LimberStore              *limber_session_room_store (LimberSessionRoom *self);
LimberClock              *limber_session_room_clock (LimberSessionRoom *self);
gint64                    limber_session_room_now (LimberSessionRoom *self);
gboolean                  limber_session_room_can_undo (LimberSessionRoom *self);
GPtrArray                *limber_session_room_pending (LimberSessionRoom *self);
guint                     limber_session_room_n_waiting (LimberSessionRoom *self);
void                      limber_session_room_retry (LimberSessionRoom *self);

void limber_session_room_pause (LimberSessionRoom *self);
void limber_session_room_extend (LimberSessionRoom *self, int minutes);
void limber_session_room_skip (LimberSessionRoom *self);
void limber_session_room_stretch (LimberSessionRoom *self, guint phase, int seconds);
void limber_session_room_finish (LimberSessionRoom *self);
void limber_session_room_reopen (LimberSessionRoom *self);
void limber_session_room_close (LimberSessionRoom *self);

void limber_session_room_record (LimberSessionRoom *self, const LimberFinding *values);
void limber_session_room_follow (LimberSessionRoom *self, const char *earlier_id, LimberProgress progress);
void limber_session_room_amend (LimberSessionRoom *self, const LimberFinding *finding);
void limber_session_room_remove (LimberSessionRoom *self, const char *finding_id);
void limber_session_room_set_after (LimberSessionRoom *self, const char *finding_id, int after);
void limber_session_room_measure (LimberSessionRoom *self, const LimberRom *motion, gboolean after, int degrees);
void limber_session_room_keep_red_flag (LimberSessionRoom *self, const LimberHealthItem *item);
void limber_session_room_forget_red_flag (LimberSessionRoom *self, const char *item_id);
void limber_session_room_undo (LimberSessionRoom *self);
void limber_session_room_set_figure (LimberSessionRoom *self, LimberSessionFigure field, int value);
void limber_session_room_set_text (LimberSessionRoom *self, LimberSessionText field, const char *expected,
                                   const char *text, GAsyncReadyCallback callback, gpointer user_data);
gboolean limber_session_room_set_text_finish (LimberSessionRoom *self, GAsyncResult *result, GError **error);

const LimberFinding *limber_session_room_find (LimberSessionRoom *self, LimberArea area, LimberSide side,
                                               LimberFindingType type);
int                  limber_session_room_known_severity (LimberSessionRoom *self, LimberArea area, LimberSide side,
                                                         LimberFindingType type);

G_END_DECLS
