/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/race-rules.h"

#include <math.h>

/** limber_rule_settings_init_defaults: Fills in the numbers that the source article names. */
void
limber_rule_settings_init_defaults (LimberRuleSettings *settings)
{
  *settings = (LimberRuleSettings){
    .cadence = { 14, 21 },
    .ideal_from = 4,
    .ideal_to = 5,
    .extra_days = 2,
    .easy_days = 3,
    .sweet_spot_pairs = 3,
  };
}

/**
 * limber_plan_input_init:
 * @settings: (nullable): the clinic's numbers, else the defaults
 *
 * Empties @input: no session yet, no race, nothing known.
 */
void
limber_plan_input_init (LimberPlanInput *input, const LimberRuleSettings *settings)
{
  *input = (LimberPlanInput){ 0 };
  if (settings)
    input->settings = *settings;
  else
    limber_rule_settings_init_defaults (&input->settings);
}

static int
clamp_lead (int lead)
{
  return CLAMP (lead, LIMBER_LEAD_MIN, LIMBER_LEAD_MAX);
}

static guint
leads_between (int from, int to)
{
  guint leads = 0;

  for (int lead = clamp_lead (from); lead <= clamp_lead (to); lead++)
    leads |= LIMBER_LEAD_BIT (lead);
  return leads;
}

static gboolean
pair_counts (const LimberRacePair *pair)
{
  return pair->lead >= LIMBER_LEAD_MIN && pair->lead <= LIMBER_LEAD_MAX;
}

/* The mean of legs and confidence of one lead; FALSE when no race had it. */
static gboolean
lead_mean (const LimberRacePair *pairs, guint n_pairs, int lead, double *mean)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < n_pairs; i++)
    if (pairs[i].lead == lead)
      {
        sum += (pairs[i].legs + pairs[i].confidence) / 2;
        n++;
      }
  if (n > 0)
    *mean = sum / n;
  return n > 0;
}

/* Whether @lead wins against @other at the same mean: nearer to 4.5 first, then the larger. Doubled to stay whole. */
static gboolean
wins_tie (int lead, int other)
{
  int distance = ABS (2 * lead - 9);
  int other_distance = ABS (2 * other - 9);

  return distance != other_distance ? distance < other_distance : lead > other;
}

/**
 * limber_sweet_spot:
 * @pairs: (array length=n_pairs): past races, in any order
 * @needed: how many pairs with a lead of 3–7 it takes
 * @n_used: (out) (optional): how many there are
 *
 * Rule D1.
 *
 * Returns: the lead that went best, or 0 while there are too few pairs.
 */
int
limber_sweet_spot (const LimberRacePair *pairs, guint n_pairs, int needed, guint *n_used)
{
  double best_mean = 0;
  int best = 0;
  guint n = 0;

  for (guint i = 0; i < n_pairs; i++)
    n += pair_counts (&pairs[i]);
  if (n_used)
    *n_used = n;
  if (n == 0 || (int) n < needed)
    return 0;
  for (int lead = LIMBER_LEAD_MIN; lead <= LIMBER_LEAD_MAX; lead++)
    {
      double mean;
      gboolean equal;

      if (!lead_mean (pairs, n_pairs, lead, &mean))
        continue;
      /* Sums of decimals are not exact; what differs by less than this is a tie. */
      equal = best > 0 && fabs (mean - best_mean) < 1e-9;
      if (best == 0 || (equal ? wins_tie (lead, best) : mean > best_mean))
        {
          best = lead;
          best_mean = mean;
        }
    }
  return best;
}

static void
choose_window (const LimberPlanInput *input, const LimberPlanRace *race, LimberIdealWindow *window)
{
  const LimberRuleSettings *settings = &input->settings;
  int extra = 0;
  int learned = limber_sweet_spot (input->pairs, input->n_pairs, settings->sweet_spot_pairs, &window->n_pairs);

  if (input->pin_from > 0)
    {
      window->source = LIMBER_IDEAL_SOURCE_PINNED;
      window->leads = leads_between (input->pin_from, input->pin_to);
      return;
    }
  if (learned > 0)
    {
      window->source = LIMBER_IDEAL_SOURCE_LEARNED;
      window->leads = LIMBER_LEAD_BIT (learned);
      return;
    }
  window->source = LIMBER_IDEAL_SOURCE_DEFAULT;
  if (race->goal && (input->worries || input->unaware))
    {
      window->source = LIMBER_IDEAL_SOURCE_EXTRA_DAYS;
      extra = settings->extra_days;
    }
  window->leads = leads_between (settings->ideal_from + extra, settings->ideal_to + extra);
}

/* B6: enough easy days between the session and the race for the worst hangover known. */
static void
leave_easy_days (const LimberPlanInput *input, LimberIdealWindow *window)
{
  int needed = MAX (input->settings.easy_days, input->hangover_days);
  guint kept = 0;

  for (int lead = LIMBER_LEAD_MIN; lead <= LIMBER_LEAD_MAX; lead++)
    if ((window->leads & LIMBER_LEAD_BIT (lead)) != 0 && lead - 1 >= needed)
      kept |= LIMBER_LEAD_BIT (lead);
  window->by_hangover = window->leads & ~kept;
  window->moved = kept == 0;
  window->leads = kept != 0 ? kept : LIMBER_LEAD_BIT (clamp_lead (MIN (needed, LIMBER_LEAD_MAX) + 1));
}

/* B7: not before the last hard workout. */
static void
leave_last_workout (const LimberPlanRace *race, LimberIdealWindow *window)
{
  for (int lead = LIMBER_LEAD_MIN; lead <= LIMBER_LEAD_MAX; lead++)
    if ((window->leads & LIMBER_LEAD_BIT (lead)) != 0 && race->first - lead < race->last_hard)
      window->by_workout |= LIMBER_LEAD_BIT (lead);
  window->leads &= ~window->by_workout;
}

/**
 * limber_plan_window:
 * @race: index of a race of @input
 *
 * Returns: the leads that are ideal before this race, and what decided it.
 */
LimberIdealWindow
limber_plan_window (const LimberPlanInput *input, guint race)
{
  LimberIdealWindow window = { 0 };

  g_return_val_if_fail (race < input->n_races, window);

  choose_window (input, &input->races[race], &window);
  window.before = window.leads;
  if (window.source == LIMBER_IDEAL_SOURCE_PINNED)
    return window;
  if (window.source != LIMBER_IDEAL_SOURCE_LEARNED)
    leave_easy_days (input, &window);
  if (input->races[race].last_hard != LIMBER_DATE_NONE)
    leave_last_workout (&input->races[race], &window);
  return window;
}

/**
 * limber_ideal_window_leads:
 * @leads: (out caller-allocates): the leads, ascending
 *
 * Returns: how many leads there are; 0 when the last hard workout emptied the window.
 */
guint
limber_ideal_window_leads (const LimberIdealWindow *window, int leads[LIMBER_LEAD_MAX + 1])
{
  guint n = 0;

  for (int lead = LIMBER_LEAD_MIN; lead <= LIMBER_LEAD_MAX; lead++)
    if (window->leads & LIMBER_LEAD_BIT (lead))
      leads[n++] = lead;
  return n;
}

/** limber_race_target: Returns: the best day after a marathon or longer, else %LIMBER_DATE_NONE. */
LimberDate
limber_race_target (const LimberPlanRace *race)
{
  return race->km >= LIMBER_MARATHON_KM ? race->last + LIMBER_MARATHON_TARGET : LIMBER_DATE_NONE;
}
