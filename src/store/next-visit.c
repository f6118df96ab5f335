/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/next-visit.h"

#include "domain/suggestion.h"

typedef struct {
  LimberFreeTime *free_time;
  const LimberVisitWish *wish;
  const char *staff_id;
} Asked;

static gboolean
has_room (LimberDate date, gpointer user_data)
{
  const Asked *asked = user_data;

  return limber_free_time_first (asked->free_time, asked->wish, asked->staff_id, date, NULL);
}

/** limber_visit_wish_of: Returns: what @client wishes; borrows their ids. */
LimberVisitWish
limber_visit_wish_of (const LimberClient *client)
{
  return (LimberVisitWish) {
    .client_id = client->base.id,
    .staff_id = client->preferred_staff_id,
    .minutes = client->preferred_minutes,
    .turnover = -1,
  };
}

void
limber_next_visit_clear (LimberNextVisit *visit)
{
  g_clear_pointer (&visit->staff_id, g_free);
  g_clear_pointer (&visit->staff_name, g_free);
}

/**
 * limber_next_visit_days:
 *
 * The days for the next visit on which the preferred therapist has room; when there is none, those on which any
 * has. Without any working hours there is no calendar to ask, and every day counts.
 *
 * Returns: (transfer full) (element-type LimberDate): the days in order, possibly none.
 */
GArray *
limber_next_visit_days (LimberFreeTime *free_time, const LimberVisitWish *wish, const LimberPlanInput *input)
{
  Asked asked = { free_time, wish, wish->staff_id };

  if (!limber_free_time_has_hours (free_time))
    return limber_plan_suggest (input, NULL, NULL);
  if (limber_free_time_has_therapist (free_time, wish->staff_id))
    {
      g_autoptr (GArray) days = limber_plan_suggest (input, has_room, &asked);

      if (days->len > 0)
        return g_steal_pointer (&days);
    }
  asked.staff_id = NULL;
  return limber_plan_suggest (input, has_room, &asked);
}

/**
 * limber_next_visit_before_race:
 * @race: index into the races of @input
 *
 * Returns: the best day with room before that race, else none; with whom as for limber_next_visit_days().
 */
LimberDate
limber_next_visit_before_race (LimberFreeTime *free_time, const LimberVisitWish *wish, const LimberPlanInput *input,
                               guint race)
{
  Asked asked = { free_time, wish, wish->staff_id };
  LimberDate best = LIMBER_DATE_NONE;

  if (!limber_free_time_has_hours (free_time))
    return limber_plan_best_before (input, race, NULL, NULL);
  if (limber_free_time_has_therapist (free_time, wish->staff_id))
    best = limber_plan_best_before (input, race, has_room, &asked);
  asked.staff_id = NULL;
  return best != LIMBER_DATE_NONE ? best : limber_plan_best_before (input, race, has_room, &asked);
}

static void
find_room (LimberNextVisit *visit, LimberFreeTime *free_time, const LimberVisitWish *wish)
{
  LimberFreeVisit first;

  if (!limber_free_time_has_therapist (free_time, wish->staff_id) ||
      !limber_free_time_first (free_time, wish, wish->staff_id, visit->date, &first))
    limber_free_time_first (free_time, wish, NULL, visit->date, &first);
  if (first.staff == NULL)
    return;
  visit->start_at = first.start_at;
  visit->staff_id = g_strdup (first.staff->base.id);
  visit->staff_name = g_strdup (first.staff->name);
}

/**
 * limber_next_visit_find:
 * @visit: (out): free with limber_next_visit_clear()
 *
 * The first of the days of limber_next_visit_days(), with the first room on it.
 */
void
limber_next_visit_find (LimberNextVisit *visit, LimberFreeTime *free_time, const LimberVisitWish *wish,
                        const LimberPlanInput *input)
{
  g_autoptr (GArray) days = limber_next_visit_days (free_time, wish, input);
  g_autoptr (GArray) liked = NULL;

  *visit = (LimberNextVisit) { .minutes = wish->minutes > 0 ? wish->minutes : LIMBER_MINUTES_DEFAULT };
  if (days->len == 0)
    return;
  liked = limber_plan_suggest (input, NULL, NULL);
  visit->date = g_array_index (days, LimberDate, 0);
  visit->verdict = limber_plan_verdict (input, visit->date, LIMBER_WORK_DEEP);
  visit->waited = liked->len > 0 && g_array_index (liked, LimberDate, 0) < visit->date;
  find_room (visit, free_time, wish);
}
