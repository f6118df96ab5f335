/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/suggestion.h"

#define VERDICT_BIT(verdict) (1u << (verdict))
#define IDEAL VERDICT_BIT (LIMBER_VERDICT_IDEAL)
#define ACCEPTABLE VERDICT_BIT (LIMBER_VERDICT_ACCEPTABLE)
#define USUAL (VERDICT_BIT (LIMBER_VERDICT_NORMAL) | VERDICT_BIT (LIMBER_VERDICT_FINE))
#define DOUBTFUL (VERDICT_BIT (LIMBER_VERDICT_CAUTION) | VERDICT_BIT (LIMBER_VERDICT_EARLY))

#define LATE_DAYS 7
#define REST_DAYS 7
#define OUTSIDE_DAYS 8
#define LATER_DAYS 14
/* No race makes a day ideal later than this after its last day. */
#define AFTER_IDEAL_MAX 8

typedef struct {
  const LimberPlanInput *input;
  LimberHasRoom has_room;
  gpointer user_data;
  LimberDate from;
  LimberDate to;
} Search;

static gboolean
day_counts (const Search *search, LimberDate date, guint verdicts)
{
  LimberVerdict verdict = limber_plan_verdict (search->input, date, LIMBER_WORK_DEEP);

  if ((VERDICT_BIT (verdict) & verdicts) == 0)
    return FALSE;
  return search->has_room == NULL || search->has_room (date, search->user_data);
}

/* Adds the days from … to with one of the verdicts, up to @limit days; whether there is any. */
static gboolean
collect (const Search *search, LimberDate from, LimberDate to, guint verdicts, guint limit, GArray *days)
{
  for (LimberDate date = from; date <= to && days->len < limit; date++)
    if (day_counts (search, date, verdicts))
      g_array_append_val (days, date);
  return days->len > 0;
}

/* The ideal days around the next race, even when they lie a little outside the due range. */
static gboolean
collect_race_days (const Search *search, GArray *days)
{
  const LimberPlanInput *input = search->input;
  int nearest = limber_plan_nearest_race (input, input->today);
  LimberDate from, to;

  if (nearest < 0)
    return FALSE;
  from = MAX (input->today, input->races[nearest].first - LIMBER_LEAD_MAX);
  to = input->races[nearest].last + AFTER_IDEAL_MAX;
  if (input->last_session != LIMBER_DATE_NONE)
    {
      from = MAX (from, MAX (input->last_session + REST_DAYS, search->from - OUTSIDE_DAYS));
      to = MIN (to, search->to + OUTSIDE_DAYS);
    }
  for (LimberDate date = from; date <= to; date++)
    if (limber_race_verdict (input, (guint) nearest, date, LIMBER_WORK_DEEP) == LIMBER_VERDICT_IDEAL &&
        day_counts (search, date, IDEAL))
      g_array_append_val (days, date);
  return days->len > 0;
}

static void
set_due_days (Search *search)
{
  const LimberPlanInput *input = search->input;
  LimberDue due = limber_cadence_due (input->settings.cadence, input->last_session, input->today);

  search->from = MAX (due.from, input->today);
  search->to = due.to;
  if (due.state == LIMBER_CADENCE_STATE_OVERDUE)
    {
      search->from = input->today;
      search->to = input->today + LATE_DAYS;
    }
}

/**
 * limber_plan_suggest:
 * @has_room: (nullable) (scope call): asked for each day that the rules like; without it every day has room
 *
 * The days to offer for the next visit: those of the due range by falling worth, but the ideal days
 * of a race near it before plain ones.
 *
 * Returns: (transfer full) (element-type LimberDate): the days in order, possibly none.
 */
GArray *
limber_plan_suggest (const LimberPlanInput *input, LimberHasRoom has_room, gpointer user_data)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (LimberDate));
  Search search = { input, has_room, user_data, LIMBER_DATE_NONE, LIMBER_DATE_NONE };

  if (input->last_session == LIMBER_DATE_NONE)
    {
      collect_race_days (&search, days);
      return days;
    }
  set_due_days (&search);
  if (collect (&search, search.from, search.to, IDEAL, G_MAXUINT, days) ||
      collect (&search, search.from, search.to, ACCEPTABLE, G_MAXUINT, days) ||
      collect_race_days (&search, days) ||
      collect (&search, search.from, search.to, USUAL, G_MAXUINT, days) ||
      collect (&search, search.from, search.to, DOUBTFUL, G_MAXUINT, days))
    return days;
  collect (&search, search.to + 1, search.to + LATER_DAYS, IDEAL | ACCEPTABLE | USUAL, 1, days);
  return days;
}

/**
 * limber_plan_best_before:
 * @race: index of a race
 * @has_room: (nullable) (scope call): asked for each day that the rules like; without it every day has room
 *
 * Returns: the first ideal day before that race, else the first acceptable one; none when all have gone by. A
 *   week after the last session or later comes first.
 */
LimberDate
limber_plan_best_before (const LimberPlanInput *input, guint race, LimberHasRoom has_room, gpointer user_data)
{
  static const guint wanted[] = { IDEAL, ACCEPTABLE };
  Search search = { input, has_room, user_data, LIMBER_DATE_NONE, LIMBER_DATE_NONE };
  LimberDate from = MAX (input->today, input->races[race].first - LIMBER_LEAD_MAX);
  LimberDate to = input->races[race].first - LIMBER_LEAD_MIN;
  LimberDate rested = input->last_session != LIMBER_DATE_NONE ? input->last_session + REST_DAYS : from;
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (LimberDate));

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (collect (&search, MAX (from, rested), to, wanted[i], 1, days))
      return g_array_index (days, LimberDate, 0);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (collect (&search, from, to, wanted[i], 1, days))
      return g_array_index (days, LimberDate, 0);
  return LIMBER_DATE_NONE;
}
