/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/cadence.h"
#include "domain/work.h"

G_BEGIN_DECLS

/* The leads (days before a race) among which a window may lie, and the marathon. */
#define LIMBER_LEAD_MIN 3
#define LIMBER_LEAD_MAX 7
#define LIMBER_SHORT_RACE_KM 10.0
#define LIMBER_MARATHON_KM 42.0
#define LIMBER_MARATHON_TARGET 7

#define LIMBER_LEAD_BIT(lead) (1u << (lead))

/**
 * LimberVerdict:
 *
 * What a date is worth. The order is the precedence when several races speak about one date.
 */
typedef enum {
  LIMBER_VERDICT_NONE,
  LIMBER_VERDICT_AVOID,
  LIMBER_VERDICT_LIGHT_ONLY,
  LIMBER_VERDICT_EARLY,
  LIMBER_VERDICT_CAUTION,
  LIMBER_VERDICT_ACCEPTABLE,
  LIMBER_VERDICT_IDEAL,
  LIMBER_VERDICT_FINE,
  LIMBER_VERDICT_NORMAL,
} LimberVerdict;

#define LIMBER_VERDICT_LAST LIMBER_VERDICT_NORMAL

const char   *limber_verdict_id (LimberVerdict value);
LimberVerdict limber_verdict_from_id (const char *id);

/** LimberRule: the rules of the domain by their short ids. */
typedef enum {
  LIMBER_RULE_NONE,
  LIMBER_RULE_A1,
  LIMBER_RULE_A2,
  LIMBER_RULE_B1,
  LIMBER_RULE_B2,
  LIMBER_RULE_B4,
  LIMBER_RULE_B5,
  LIMBER_RULE_B6,
  LIMBER_RULE_B7,
  LIMBER_RULE_C1,
  LIMBER_RULE_C2,
  LIMBER_RULE_D1,
  LIMBER_RULE_D2,
  LIMBER_RULE_E1,
  LIMBER_RULE_E2,
  LIMBER_RULE_E3,
  LIMBER_RULE_F,
  LIMBER_RULE_G,
  LIMBER_RULE_K1,
  LIMBER_RULE_H,
} LimberRule;

#define LIMBER_RULE_LAST LIMBER_RULE_H

const char *limber_rule_id (LimberRule value);
LimberRule  limber_rule_from_id (const char *id);

/** LimberIdealSource: where the ideal window of a race comes from. */
typedef enum {
  LIMBER_IDEAL_SOURCE_NONE,
  LIMBER_IDEAL_SOURCE_DEFAULT,
  LIMBER_IDEAL_SOURCE_EXTRA_DAYS,
  LIMBER_IDEAL_SOURCE_LEARNED,
  LIMBER_IDEAL_SOURCE_PINNED,
} LimberIdealSource;

#define LIMBER_IDEAL_SOURCE_LAST LIMBER_IDEAL_SOURCE_PINNED

const char       *limber_ideal_source_id (LimberIdealSource value);
LimberIdealSource limber_ideal_source_from_id (const char *id);

/** LimberRuleSettings: the numbers of the rules, all in whole days but for @sweet_spot_pairs. */
typedef struct {
  LimberCadence cadence;
  int ideal_from;
  int ideal_to;
  int extra_days;
  int easy_days;
  int sweet_spot_pairs;
} LimberRuleSettings;

/**
 * LimberPlanRace:
 * @first: the first day
 * @last: the last day, the same as @first for a race of one day
 * @km: the distance, 0 when unknown
 * @goal: whether it is a goal race of the client
 * @last_hard: the day of the last hard workout before it, or %LIMBER_DATE_NONE
 */
typedef struct {
  LimberDate first;
  LimberDate last;
  double km;
  gboolean goal;
  LimberDate last_hard;
} LimberPlanRace;

/** LimberRacePair: how a past race felt, and how many days before it the last session was. */
typedef struct {
  int lead;
  double legs;
  double confidence;
} LimberRacePair;

/**
 * LimberPlanInput:
 *
 * All that the rules need to know about one client. The arrays are borrowed.
 */
typedef struct {
  LimberRuleSettings settings;
  LimberDate today;
  LimberDate last_session;
  const LimberPlanRace *races;
  guint n_races;
  gboolean unaware;
  gboolean worries;
  int hangover_days;
  const LimberRacePair *pairs;
  guint n_pairs;
  int pin_from;
  int pin_to;
  gboolean contraindicated;
} LimberPlanInput;

/**
 * LimberIdealWindow:
 * @leads: a mask of LIMBER_LEAD_BIT (lead), possibly empty
 * @source: what decided the window
 * @before: the mask before the hangover and the last hard workout were looked at
 * @by_hangover: the leads that rule B6 took away
 * @by_workout: the leads that rule B7 took away
 * @moved: whether B6 had to move the whole window
 * @n_pairs: how many pairs a learned lead rests on
 */
typedef struct {
  guint leads;
  LimberIdealSource source;
  guint before;
  guint by_hangover;
  guint by_workout;
  gboolean moved;
  guint n_pairs;
} LimberIdealWindow;

/**
 * LimberReason:
 * @rule: the rule that speaks
 * @race: index of the race in the input, -1 when the rule is about no race
 * @distance: days before the first race day (also 0), or days after the last one
 * @after: whether @distance counts from the last race day
 * @from: first day of the range that the rule names (a lead, or days after)
 * @to: last day of that range
 * @number: hangover days (B6), pairs (D1), extra days (C2), leads moved away from the usual
 * @km: the distance of the race, 0 when unknown
 * @walk: whether an easy walk or jog afterwards belongs to it
 * @deep: what this reason makes of deep work
 * @light: what this reason makes of light work
 *
 * A code with its numbers; services/wording makes the sentence.
 */
typedef struct {
  LimberRule rule;
  int race;
  int distance;
  gboolean after;
  int from;
  int to;
  int number;
  double km;
  gboolean walk;
  LimberVerdict deep;
  LimberVerdict light;
} LimberReason;

void limber_rule_settings_init_defaults (LimberRuleSettings *settings);
void limber_plan_input_init (LimberPlanInput *input, const LimberRuleSettings *settings);

int               limber_sweet_spot (const LimberRacePair *pairs, guint n_pairs, int needed, guint *n_used);
LimberIdealWindow limber_plan_window (const LimberPlanInput *input, guint race);
guint             limber_ideal_window_leads (const LimberIdealWindow *window, int leads[LIMBER_LEAD_MAX + 1]);
LimberDate        limber_race_target (const LimberPlanRace *race);

LimberVerdict limber_race_verdict (const LimberPlanInput *input, guint race, LimberDate date, LimberWork work);
LimberVerdict limber_plan_verdict (const LimberPlanInput *input, LimberDate date, LimberWork work);
GArray       *limber_plan_reasons (const LimberPlanInput *input, LimberDate date);
int           limber_plan_nearest_race (const LimberPlanInput *input, LimberDate from);

G_END_DECLS
