/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/rebook/rebook-advice.h"

#include "services/wording/wording.h"
#include "store/next-visit.h"
#include "store/plan-facts.h"
#include "store/treatment.h"

void
limber_rebook_advice_free (LimberRebookAdvice *advice)
{
  if (advice == NULL)
    return;
  for (guint i = 0; i < advice->n_dates; i++)
    {
      g_free (advice->dates[i].reason);
      g_free (advice->dates[i].why);
      g_free (advice->dates[i].staff_id);
      g_free (advice->dates[i].staff_name);
    }
  g_free (advice->race_name);
  g_free (advice->booked_with);
  g_free (advice);
}

static char *
first_reason (const LimberPlanInput *input, LimberDate date)
{
  g_autoptr (GArray) reasons = limber_plan_reasons (input, date);

  return reasons->len > 0 ? limber_wording_reason (&g_array_index (reasons, LimberReason, 0)) : NULL;
}

/* With whom the day's first room is, and some of its starts: the first, and others spread over the day. */
static void
take_times (LimberAdviceDate *date, LimberFreeTime *free_time, const LimberVisitWish *wish)
{
  g_autoptr (GArray) starts = NULL;
  LimberFreeVisit first = { 0 };

  if (!limber_free_time_has_hours (free_time))
    return;
  if (!limber_free_time_has_therapist (free_time, wish->staff_id)
      || !limber_free_time_first (free_time, wish, wish->staff_id, date->date, &first))
    limber_free_time_first (free_time, wish, NULL, date->date, &first);
  if (first.staff == NULL)
    return;
  date->staff_id = g_strdup (first.staff->base.id);
  date->staff_name = g_strdup (first.staff->name);
  starts = limber_free_time_starts (free_time, wish, date->staff_id, date->date);
  for (guint i = 0; i < MIN (starts->len, LIMBER_ADVICE_TIMES); i++)
    date->times[date->n_times++]
      = g_array_index (starts, gint64, i * MAX (starts->len / LIMBER_ADVICE_TIMES, 1));
}

static void
add_date (LimberRebookAdvice *advice, LimberFreeTime *free_time, const LimberVisitWish *wish,
          const LimberPlanInput *input, LimberDate day)
{
  LimberAdviceDate *date = &advice->dates[advice->n_dates++];

  date->date = day;
  date->verdict = limber_plan_verdict (input, day, LIMBER_WORK_DEEP);
  date->reason = first_reason (input, day);
  date->why = limber_wording_why (input, day);
  take_times (date, free_time, wish);
}

static gboolean
has_date (const LimberRebookAdvice *advice, LimberDate day)
{
  for (guint i = 0; i < advice->n_dates; i++)
    if (advice->dates[i].date == day)
      return TRUE;
  return FALSE;
}

/* Other days of the due window that nothing speaks against, for those whom the best ones do not suit. */
static void
add_others (LimberRebookAdvice *advice, LimberFreeTime *free_time, const LimberVisitWish *wish,
            const LimberPlanInput *input)
{
  static const LimberVerdict good[] = { LIMBER_VERDICT_ACCEPTABLE, LIMBER_VERDICT_FINE, LIMBER_VERDICT_NORMAL };
  LimberDue due = limber_cadence_due (input->settings.cadence, input->last_session, input->today);

  if (due.from == LIMBER_DATE_NONE)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    for (LimberDate day = MAX (due.from, input->today + 1); day <= due.to; day++)
      if (advice->n_dates < LIMBER_ADVICE_DATES && !has_date (advice, day)
          && limber_plan_verdict (input, day, LIMBER_WORK_DEEP) == good[i]
          && limber_free_time_first (free_time, wish, NULL, day, NULL))
        add_date (advice, free_time, wish, input, day);
}

static gboolean
take_dates (LimberRebookAdvice *advice, LimberDb *db, const LimberClient *client, const LimberPlanInput *input, gint64 now,
            GTimeZone *zone, GError **error)
{
  g_autoptr (LimberFreeTime) free_time = limber_free_time_load (db, now, zone, error);
  LimberVisitWish wish = limber_visit_wish_of (client);
  g_autoptr (GArray) dates = NULL;

  if (free_time == NULL)
    return FALSE;
  advice->minutes = wish.minutes > 0 ? wish.minutes : LIMBER_MINUTES_DEFAULT;
  dates = limber_next_visit_days (free_time, &wish, input);
  for (guint i = 0; i < dates->len && advice->n_dates < LIMBER_ADVICE_DATES; i++)
    add_date (advice, free_time, &wish, input, g_array_index (dates, LimberDate, i));
  if (limber_free_time_has_hours (free_time))
    add_others (advice, free_time, &wish, input);
  return TRUE;
}

static void
take_race (LimberRebookAdvice *advice, const LimberPlanFacts *facts, LimberDate today)
{
  int race = limber_plan_nearest_race (&facts->input, today);

  if (race < 0)
    return;
  advice->race_name = g_strdup (limber_plan_facts_race (facts, race)->name);
  advice->race_on = facts->input.races[race].first;
}

static gboolean
take_booking (LimberRebookAdvice *advice, LimberDb *db, const char *client_id, gint64 now, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (LimberTreatmentNeighbour) visit = limber_treatment_next_visit (db, client_id, now, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (visit != NULL)
    {
      advice->booked_at = visit->start_at;
      advice->booked_with = g_steal_pointer (&visit->client_name);
    }
  return TRUE;
}

/**
 * limber_rebook_advice_load:
 * @now: UTC seconds
 * @zone: of the clinic
 *
 * Returns: (transfer full): the next visit, with this session counted as the last one
 */
LimberRebookAdvice *
limber_rebook_advice_load (LimberDb *db, const char *session_id, gint64 now, GTimeZone *zone, GError **error)
{
  LimberDate today = limber_date_from_instant (now, zone);
  g_autoptr (LimberRebookAdvice) advice = g_new0 (LimberRebookAdvice, 1);
  g_autoptr (LimberSession) session = limber_record_load (db, &limber_session_type, session_id, error);
  g_autoptr (LimberClient) client = NULL;
  g_autoptr (LimberPlanFacts) facts = NULL;
  LimberDue due;

  if (session == NULL)
    return NULL;
  client = limber_record_load (db, &limber_client_type, session->client_id, error);
  if (client == NULL)
    return NULL;
  facts = limber_plan_facts_load_at_wrap_up (db, session->client_id, session_id, today, error);
  if (facts == NULL || !take_dates (advice, db, client, &facts->input, now, zone, error))
    return NULL;
  take_race (advice, facts, today);
  due = limber_cadence_due (facts->input.settings.cadence, facts->input.last_session, today);
  advice->due_from = due.from;
  advice->due_to = due.to;
  if (!take_booking (advice, db, session->client_id, now, error))
    return NULL;
  return g_steal_pointer (&advice);
}
