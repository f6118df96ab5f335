/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/tension.h"

#define LATEST 3          /* visits that a rise or a return must reach into */
#define RISING_VISITS 3   /* findings that make a rise */
#define RETURN_VISITS 6   /* visits looked at for returns */
#define RETURNS 2         /* returns that make a habit */

/** limber_trend_of: @earlier and @now are severities 0–10; no trend when one of them is unknown. */
LimberTrend
limber_trend_of (int earlier, int now)
{
  if (earlier < 0 || now < 0)
    return LIMBER_TREND_NONE;
  return now > earlier ? LIMBER_TREND_WORSE : now < earlier ? LIMBER_TREND_BETTER : LIMBER_TREND_SAME;
}

/* The last visit that found something with a known severity, among the last @reach; -1 when there is none. */
static int
last_found (const LimberAreaVisit *visits, int n_visits, int reach)
{
  for (int i = n_visits - 1; i >= 0 && i >= n_visits - reach; i--)
    if (visits[i].found && visits[i].before >= 0)
      return i;
  return -1;
}

static LimberCreep
judge_rise (const LimberAreaVisit *visits, int n_visits)
{
  LimberCreep creep = { LIMBER_CREEP_NONE, 0, 0, 0 };
  int last = last_found (visits, n_visits, LATEST);
  int third = -1;

  if (last < 0)
    return creep;
  creep = (LimberCreep) { LIMBER_CREEP_NONE, visits[last].before, visits[last].before, 1 };
  for (int i = last - 1; i >= 0; i--)
    {
      if (!visits[i].found || visits[i].before < 0)
        continue;
      if (visits[i].before > creep.from)
        break;
      creep.from = visits[i].before;
      creep.visits++;
      if (creep.visits == RISING_VISITS)
        third = creep.from;
    }
  if (third >= 0 && third < creep.to)
    creep.kind = LIMBER_CREEP_RISING;
  return creep;
}

static LimberCreep
judge_returns (const LimberAreaVisit *visits, int n_visits)
{
  LimberCreep creep = { LIMBER_CREEP_NONE, 0, 0, 0 };
  int start = MAX (0, n_visits - RETURN_VISITS), last = -1;
  gboolean known = FALSE;

  for (int i = 0; i < n_visits; i++)
    {
      if (known && i >= start && visits[i].found && visits[i].before > 0 && visits[i - 1].left == 0)
        {
          if (creep.visits++ == 0)
            creep.from = visits[i].before;
          creep.to = visits[i].before;
          last = i;
        }
      known |= visits[i].found;
    }
  if (creep.visits >= RETURNS && last >= n_visits - LATEST)
    creep.kind = LIMBER_CREEP_RETURNING;
  return creep;
}

/**
 * limber_creep_judge:
 * @visits: all completed visits of the client, oldest first, also those that found nothing on the area
 *
 * Whether an area is creeping up. It is
 *
 * - *rising* when it was found at one of the client's last three visits, and the worst severities before the work
 *   of the last three findings never fell and end higher than they began. The rise is told from the first finding
 *   of the longest run that does not fall: "3 → 7 in 5 visits"; visits that found nothing there do not break the run;
 * - else *returning* when at least twice within the last six visits it was found again right after a visit that
 *   had left it at 0 (nothing found there, or all resolved), the latest return being at one of the last three
 *   visits. The very first time an area is found is no return.
 *
 * A finding whose severity was not recorded counts as found, but neither rises nor returns.
 */
LimberCreep
limber_creep_judge (const LimberAreaVisit *visits, gsize n_visits)
{
  LimberCreep creep = judge_rise (visits, (int) n_visits);

  if (creep.kind == LIMBER_CREEP_NONE)
    creep = judge_returns (visits, (int) n_visits);
  if (creep.kind == LIMBER_CREEP_NONE)
    creep = (LimberCreep) { LIMBER_CREEP_NONE, 0, 0, 0 };
  return creep;
}

/** limber_creep_compare: the more urgent first: rises before returns, then the steeper, then the higher. */
int
limber_creep_compare (const LimberCreep *a, const LimberCreep *b)
{
  int rise_a = a->to - a->from, rise_b = b->to - b->from;

  if (a->kind != b->kind)
    return (int) a->kind - (int) b->kind;
  return rise_a != rise_b ? rise_b - rise_a : b->to - a->to;
}
