/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/rebook-advice.h"

#include "domain/suggestion.h"
#include "services/wording.h"
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

static void
take_dates (LimberRebookAdvice *advice, const LimberPlanInput *input)
{
  g_autoptr (GArray) dates = limber_plan_suggest (input, NULL, NULL);

  for (guint i = 0; i < dates->len && advice->n_dates < LIMBER_ADVICE_DATES; i++)
    {
      LimberAdviceDate *date = &advice->dates[advice->n_dates++];

      date->date = g_array_index (dates, LimberDate, i);
      date->verdict = limber_plan_verdict (input, date->date, LIMBER_WORK_DEEP);
      date->reason = first_reason (input, date->date);
    }
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

/** limber_rebook_advice_load: Returns: (transfer full): the next visit, with this session counted as the last one */
LimberRebookAdvice *
limber_rebook_advice_load (LimberDb *db, const char *session_id, LimberDate today, gint64 now, GError **error)
{
  g_autoptr (LimberRebookAdvice) advice = g_new0 (LimberRebookAdvice, 1);
  g_autoptr (LimberSession) session = limber_record_load (db, &limber_session_type, session_id, error);
  g_autoptr (LimberPlanFacts) facts = NULL;
  LimberDue due;

  if (session == NULL)
    return NULL;
  facts = limber_plan_facts_load_at_wrap_up (db, session->client_id, session_id, today, error);
  if (facts == NULL)
    return NULL;
  take_dates (advice, &facts->input);
  take_race (advice, facts, today);
  due = limber_cadence_due (facts->input.settings.cadence, facts->input.last_session, today);
  advice->due_from = due.from;
  advice->due_to = due.to;
  if (!take_booking (advice, db, session->client_id, now, error))
    return NULL;
  return g_steal_pointer (&advice);
}
