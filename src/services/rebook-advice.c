/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/rebook-advice.h"

#include "services/wording.h"
#include "store/next-visit.h"
#include "store/plan-facts.h"
#include "store/treatment.h"

void
limber_rebook_advice_free (LimberRebookAdvice *advice)
{
  if (advice == NULL)
    return;
  for (guint i = 0; i < advice->n_dates; i++)
    g_free (advice->dates[i].reason);
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

static gboolean
take_dates (LimberRebookAdvice *advice, LimberDb *db, const LimberClient *client, const LimberPlanInput *input, gint64 now,
            GTimeZone *zone, GError **error)
{
  g_autoptr (LimberFreeTime) free_time = limber_free_time_load (db, now, zone, error);
  LimberVisitWish wish = limber_visit_wish_of (client);
  g_autoptr (GArray) dates = NULL;

  if (free_time == NULL)
    return FALSE;
  dates = limber_next_visit_days (free_time, &wish, input);
  for (guint i = 0; i < dates->len && advice->n_dates < LIMBER_ADVICE_DATES; i++)
    {
      LimberAdviceDate *date = &advice->dates[advice->n_dates++];

      date->date = g_array_index (dates, LimberDate, i);
      date->verdict = limber_plan_verdict (input, date->date, LIMBER_WORK_DEEP);
      date->reason = first_reason (input, date->date);
    }
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
