/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/races/race-print.h"
#include "store/race-list.h"
#include "store/store.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_RACE_CARD (limber_race_card_get_type ())
G_DECLARE_FINAL_TYPE (LimberRaceCard, limber_race_card, LIMBER, RACE_CARD, GtkBox)

GtkWidget *limber_race_card_new (void);
void       limber_race_card_set_store (LimberRaceCard *self, LimberStore *store);
void       limber_race_card_paper (LimberRaceCard *self, LimberRacePaper *paper, const char *title,
                                   const char *lines[4]);
void       limber_race_card_set_entrant (LimberRaceCard *self, const LimberRaceEntrant *entrant, LimberDate today,
                                         GTimeZone *zone);

G_END_DECLS
