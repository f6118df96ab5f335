/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/session/session-room.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_MOTION_CARD (limber_motion_card_get_type ())
G_DECLARE_FINAL_TYPE (LimberMotionCard, limber_motion_card, LIMBER, MOTION_CARD, AdwBin)

/* Property: after (boolean, construct): the values are those after the work. */
void limber_motion_card_set_room (LimberMotionCard *self, LimberSessionRoom *room);
void limber_motion_card_flush (LimberMotionCard *self);

G_END_DECLS
