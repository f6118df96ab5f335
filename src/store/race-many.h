/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/race.h"

G_BEGIN_DECLS

/**
 * LimberRaceCandidates:
 * @team_id: (nullable): only of this team
 * @text: (nullable): only whose name has it
 * @limit: at most this many, 0 for all
 *
 * Who could be entered in a race; @data of limber_race_candidates_load().
 */
typedef struct {
  char *race_id;
  char *team_id;
  char *text;
  int limit;
} LimberRaceCandidates;

/** LimberRaceCandidate: a client who is not in the race yet. */
typedef struct {
  LimberRecord base;
  char *name;
  char *team;
} LimberRaceCandidate;

/**
 * LimberRaceMany:
 * @client_ids: (array zero-terminated=1)
 * @entry: what all of them share: the race, goal, last hard workout and target feeling
 *
 * Many clients for one race; @data of limber_race_enter_many().
 */
typedef struct {
  char **client_ids;
  LimberRaceEntry *entry;
} LimberRaceMany;

void     limber_race_candidates_free (LimberRaceCandidates *candidates);
void     limber_race_many_free (LimberRaceMany *many);
gpointer limber_race_candidates_load (LimberDb *db, gpointer data, GError **error);
gpointer limber_race_enter_many (LimberDb *db, gpointer data, GError **error);

G_END_DECLS
