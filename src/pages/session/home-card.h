/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/session/session-room.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_HOME_CARD (limber_home_card_get_type ())
G_DECLARE_FINAL_TYPE (LimberHomeCard, limber_home_card, LIMBER, HOME_CARD, AdwBin)

void limber_home_card_set_room (LimberHomeCard *self, LimberSessionRoom *room);

G_END_DECLS
