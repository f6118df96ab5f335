/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/race-rules.h"

/* The days after a race, by distance: early up to the day before ideal_from, fine from the day after ideal_to. */
typedef struct {
  int ideal_from;
  int ideal_to;
} AfterBand;

#define AFTER_TENDER 2
#define AFTER_LAST 14
#define ALL_LEADS (LIMBER_LEAD_BIT (LIMBER_LEAD_MIN) | LIMBER_LEAD_BIT (LIMBER_LEAD_MAX)) /* both ends say it all */

static AfterBand
after_band (double km)
{
  if (km >= LIMBER_MARATHON_KM)
    return (AfterBand){ 6, 8 };
  if (km > 0 && km <= LIMBER_SHORT_RACE_KM)
    return (AfterBand){ 3, 4 };
  return (AfterBand){ 5, 7 };
}

static LimberVerdict
verdict_after (const LimberPlanRace *race, int after, LimberWork work)
{
  AfterBand band = after_band (race->km);

  if (after <= AFTER_TENDER)
    return work == LIMBER_WORK_LIGHT ? LIMBER_VERDICT_LIGHT_ONLY : LIMBER_VERDICT_AVOID;
  if (after < band.ideal_from)
    return LIMBER_VERDICT_EARLY;
  if (after <= band.ideal_to)
    return LIMBER_VERDICT_IDEAL;
  return after <= AFTER_LAST ? LIMBER_VERDICT_FINE : LIMBER_VERDICT_NORMAL;
}

static LimberVerdict
verdict_before (const LimberIdealWindow *window, int lead, LimberWork work)
{
  if (lead > LIMBER_LEAD_MAX)
    return LIMBER_VERDICT_NORMAL;
  if (lead >= LIMBER_LEAD_MIN)
    return window->leads & LIMBER_LEAD_BIT (lead) ? LIMBER_VERDICT_IDEAL : LIMBER_VERDICT_ACCEPTABLE;
  if (lead == 2)
    return LIMBER_VERDICT_CAUTION;
  return work == LIMBER_WORK_LIGHT ? LIMBER_VERDICT_LIGHT_ONLY : LIMBER_VERDICT_AVOID;
}

/**
 * limber_race_verdict:
 * @race: index of a race of @input
 *
 * Returns: what this one race makes of @date; contraindications and other races left aside.
 */
LimberVerdict
limber_race_verdict (const LimberPlanInput *input, guint race, LimberDate date, LimberWork work)
{
  const LimberPlanRace *entry = &input->races[race];
  LimberIdealWindow window;

  if (date > entry->last)
    return verdict_after (entry, date - entry->last, work);
  if (entry->first - date > LIMBER_LEAD_MAX)
    return LIMBER_VERDICT_NORMAL;
  window = limber_plan_window (input, race);
  return verdict_before (&window, entry->first - date, work);
}

/** limber_plan_verdict: Returns: what all races together, and an open total contraindication, make of @date. */
LimberVerdict
limber_plan_verdict (const LimberPlanInput *input, LimberDate date, LimberWork work)
{
  LimberVerdict worst = LIMBER_VERDICT_NORMAL;

  if (input->contraindicated)
    return LIMBER_VERDICT_AVOID;
  for (guint i = 0; i < input->n_races; i++)
    worst = MIN (worst, limber_race_verdict (input, i, date, work));
  return worst;
}

static LimberRule
source_rule (LimberIdealSource source)
{
  switch (source)
    {
    case LIMBER_IDEAL_SOURCE_PINNED:
      return LIMBER_RULE_D2;
    case LIMBER_IDEAL_SOURCE_LEARNED:
      return LIMBER_RULE_D1;
    case LIMBER_IDEAL_SOURCE_EXTRA_DAYS:
      return LIMBER_RULE_C2;
    case LIMBER_IDEAL_SOURCE_DEFAULT:
    case LIMBER_IDEAL_SOURCE_NONE:
    default:
      return LIMBER_RULE_B2;
    }
}

static void
set_range (LimberReason *reason, guint leads)
{
  reason->from = reason->to = 0;
  for (int lead = LIMBER_LEAD_MIN; lead <= LIMBER_LEAD_MAX; lead++)
    if (leads & LIMBER_LEAD_BIT (lead))
      {
        if (reason->from == 0)
          reason->from = lead;
        reason->to = lead;
      }
}

static void
add_with_rule (GArray *reasons, LimberReason reason, LimberRule rule, guint leads, int number)
{
  reason.rule = rule;
  reason.number = number;
  set_range (&reason, leads);
  g_array_append_val (reasons, reason);
}

/* Lead 3–7: what made the day ideal, or why it is only acceptable. */
static void
add_window_reasons (GArray *reasons, const LimberPlanInput *input, const LimberIdealWindow *window, LimberReason reason)
{
  guint bit = LIMBER_LEAD_BIT (reason.distance);
  LimberRule rule = source_rule (window->source);
  int number = rule == LIMBER_RULE_C2 ? input->settings.extra_days : (int) window->n_pairs;

  if (window->leads & bit)
    {
      if (window->before & bit)
        add_with_rule (reasons, reason, rule, window->before, number);
      else
        add_with_rule (reasons, reason, LIMBER_RULE_B6, window->leads, input->hangover_days);
      return;
    }
  add_with_rule (reasons, reason, LIMBER_RULE_B1, ALL_LEADS, 0);
  if (window->by_hangover & bit)
    add_with_rule (reasons, reason, LIMBER_RULE_B6, window->leads, input->hangover_days);
  else if (window->by_workout & bit)
    add_with_rule (reasons, reason, LIMBER_RULE_B7, window->leads, 0);
  else if (rule != LIMBER_RULE_B2)
    add_with_rule (reasons, reason, rule, window->before, number);
}

static void
add_reasons_before (GArray *reasons, const LimberPlanInput *input, guint race, LimberReason reason)
{
  LimberIdealWindow window = limber_plan_window (input, race);

  reason.deep = verdict_before (&window, reason.distance, LIMBER_WORK_DEEP);
  reason.light = verdict_before (&window, reason.distance, LIMBER_WORK_LIGHT);
  if (reason.distance >= LIMBER_LEAD_MIN)
    {
      add_window_reasons (reasons, input, &window, reason);
      return;
    }
  reason.rule = reason.distance == 1 ? LIMBER_RULE_B4 : LIMBER_RULE_B5;
  reason.walk = reason.distance == 1;
  g_array_append_val (reasons, reason);
}

static void
add_reasons_after (GArray *reasons, const LimberPlanRace *race, LimberReason reason)
{
  AfterBand band = after_band (race->km);

  reason.after = TRUE;
  reason.deep = verdict_after (race, reason.distance, LIMBER_WORK_DEEP);
  reason.light = verdict_after (race, reason.distance, LIMBER_WORK_LIGHT);
  reason.rule = reason.distance <= AFTER_TENDER ? LIMBER_RULE_E2 : LIMBER_RULE_E1;
  reason.from = reason.rule == LIMBER_RULE_E2 ? 1 : band.ideal_from;
  reason.to = reason.rule == LIMBER_RULE_E2 ? AFTER_TENDER : band.ideal_to;
  g_array_append_val (reasons, reason);
}

/**
 * limber_plan_reasons:
 *
 * Returns: (transfer full) (element-type LimberReason): why @date gets its verdict: first a
 *   contraindication, then each race that says more than normal, in the order given. Empty for a
 *   normal day.
 */
GArray *
limber_plan_reasons (const LimberPlanInput *input, LimberDate date)
{
  GArray *reasons = g_array_new (FALSE, TRUE, sizeof (LimberReason));

  if (input->contraindicated)
    {
      LimberReason reason = { .rule = LIMBER_RULE_K1, .race = -1, .deep = LIMBER_VERDICT_AVOID, .light = LIMBER_VERDICT_AVOID };

      g_array_append_val (reasons, reason);
    }
  for (guint i = 0; i < input->n_races; i++)
    {
      const LimberPlanRace *race = &input->races[i];
      LimberReason reason = { .race = (int) i, .km = race->km };

      if (date > race->last && date - race->last <= AFTER_LAST)
        {
          reason.distance = date - race->last;
          add_reasons_after (reasons, race, reason);
        }
      else if (date <= race->last && race->first - date <= LIMBER_LEAD_MAX)
        {
          reason.distance = MAX (0, race->first - date);
          add_reasons_before (reasons, input, i, reason);
        }
    }
  return reasons;
}

/**
 * limber_plan_nearest_race:
 *
 * Returns: the index of the first race that starts on @from or later; of two on one day the one given
 *   first. -1 when there is none.
 */
int
limber_plan_nearest_race (const LimberPlanInput *input, LimberDate from)
{
  int nearest = -1;

  for (guint i = 0; i < input->n_races; i++)
    if (input->races[i].first >= from && (nearest < 0 || input->races[i].first < input->races[nearest].first))
      nearest = (int) i;
  return nearest;
}
