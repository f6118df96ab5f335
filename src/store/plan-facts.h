/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/race-rules.h"
#include "store/db/db.h"

G_BEGIN_DECLS

/**
 * LimberPlanRaceInfo:
 *
 * What stands beside a race in the input of the rules.
 */
typedef struct {
  char *race_id;
  char *entry_id;
  char *name;
} LimberPlanRaceInfo;

/**
 * LimberPlanFacts:
 * @input: for the functions of domain/race-rules.h and domain/suggestion.h; borrows @races and @pairs
 * @races: (element-type LimberPlanRace): the client's races from three weeks ago on, by date
 * @infos: (element-type LimberPlanRaceInfo): beside @races, with the same index
 * @pairs: (element-type LimberRacePair): how past races felt
 *
 * All that the rules need to know about one client.
 */
typedef struct {
  LimberPlanInput input;
  GArray *races;
  GArray *infos;
  GArray *pairs;
} LimberPlanFacts;

LimberPlanFacts *limber_plan_facts_load (LimberDb *db, const char *client_id, LimberDate today, GError **error);
LimberPlanFacts *limber_plan_facts_load_at_wrap_up (LimberDb *db, const char *client_id, const char *session_id,
                                                    LimberDate today, GError **error);
const LimberPlanRaceInfo *limber_plan_facts_race (const LimberPlanFacts *facts, int race);
void             limber_plan_facts_free (LimberPlanFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberPlanFacts, limber_plan_facts_free)

/* The parts, for a caller that has read the rest of many clients at once. */
LimberPlanFacts *limber_plan_facts_new (const LimberRuleSettings *settings, LimberDate today);
void             limber_plan_facts_add_race (LimberPlanFacts *facts, LimberStmt *stmt, int first_column);
gboolean         limber_plan_facts_load_history (LimberPlanFacts *facts, LimberDb *db, const char *client_id,
                                                 const char *session_id, GError **error);

/* The columns that limber_plan_facts_add_race() reads, of race r and race_entry e. */
#define LIMBER_PLAN_RACE_COLUMNS "r.id, e.id, r.name, r.first_on, r.last_on, r.km, e.goal, e.hard_on"

/* How many days after its last day a race still matters to a calendar that begins a week ago. */
#define LIMBER_PLAN_RACE_DAYS 21

G_END_DECLS
