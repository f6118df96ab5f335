/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/clock.h"
#include "store/states.h"
#include "store/store.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_MESSAGE_CARD (limber_message_card_get_type ())
G_DECLARE_FINAL_TYPE (LimberMessageCard, limber_message_card, LIMBER, MESSAGE_CARD, GtkBox)

void        limber_message_card_prepare (LimberMessageCard *self, LimberStore *store, LimberClock *clock,
                                         const char *client_id, LimberContactChannel channel);
void        limber_message_card_set_channel (LimberMessageCard *self, LimberContactChannel channel);
const char *limber_message_card_get_language (LimberMessageCard *self);

G_END_DECLS
