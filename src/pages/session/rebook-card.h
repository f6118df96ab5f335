/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/session/session-room.h"
#include "services/rebook/rebook-advice.h"

G_BEGIN_DECLS

/* Property: settled (boolean): the next visit is booked, or was put off.
 * Signal: advised: limber_rebook_card_get_advice() says something new. */
#define LIMBER_TYPE_REBOOK_CARD (limber_rebook_card_get_type ())
G_DECLARE_FINAL_TYPE (LimberRebookCard, limber_rebook_card, LIMBER, REBOOK_CARD, AdwBin)

void                      limber_rebook_card_set_room (LimberRebookCard *self, LimberSessionRoom *room);
const LimberRebookAdvice *limber_rebook_card_get_advice (LimberRebookCard *self);

G_END_DECLS
