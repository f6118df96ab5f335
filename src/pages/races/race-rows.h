/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/race-list.h"

G_BEGIN_DECLS

/** LimberRaceStanding: what is still to do for an entrant before the race. */
typedef enum {
  LIMBER_RACE_STANDING_READY,
  LIMBER_RACE_STANDING_MOVE,
  LIMBER_RACE_STANDING_BOOK,
} LimberRaceStanding;

LimberRaceStanding limber_race_standing (const LimberRaceEntrant *entrant);

char      *limber_race_km_words (double km);
char      *limber_race_when_words (const LimberRace *race);
GtkWidget *limber_race_row_new (const LimberRaceSummary *summary, LimberDate today);
GtkWidget *limber_race_past_row_new (const LimberRaceSummary *summary);
GtkWidget *limber_race_entrant_row_new (const LimberRaceEntrant *entrant, const LimberRace *race, LimberDate today,
                                        GTimeZone *zone);

G_END_DECLS
