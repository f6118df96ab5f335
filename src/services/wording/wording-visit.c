/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/wording/wording-visit.h"

#include <glib/gi18n-lib.h>

#include "services/wording/wording-date.h"
#include "services/wording/wording.h"

/* So near, the hour matters more than the day. */
#define NEAR_DAYS 1

static char *
first_name (const char *name)
{
  const char *end = strchr (name, ' ');

  return end != NULL ? g_strndup (name, (gsize) (end - name)) : g_strdup (name);
}

/** limber_wording_visit_room: Returns: (transfer full) (nullable): who has how long when on that day. */
char *
limber_wording_visit_room (const LimberNextVisit *visit, GTimeZone *zone)
{
  g_autofree char *name = NULL;
  g_autofree char *time = NULL;

  if (visit->start_at == 0)
    return NULL;
  name = first_name (visit->staff_name);
  time = limber_wording_time (visit->start_at, zone);
  /* Translators: a therapist, minutes, a time of day: "Ines has 45 min at 13:00". */
  return g_strdup_printf (_ ("%s has %d min at %s"), name, visit->minutes, time);
}

static char *
why_of_race (const LimberPlanInput *input, LimberDate date)
{
  g_autoptr (GArray) reasons = limber_plan_reasons (input, date);

  return reasons->len > 0 ? limber_wording_lead (&g_array_index (reasons, LimberReason, 0)) : NULL;
}

/**
 * limber_wording_visit_why:
 * @input: what the visit was found with
 *
 * Returns: (transfer full) (nullable): the few words under a suggested date: how far from the race, who has room, or
 *   why no earlier day
 */
char *
limber_wording_visit_why (const LimberNextVisit *visit, const LimberPlanInput *input, GTimeZone *zone)
{
  char *race = NULL;

  if (visit->date == LIMBER_DATE_NONE)
    return NULL;
  if (visit->verdict != LIMBER_VERDICT_NORMAL)
    race = why_of_race (input, visit->date);
  if (race != NULL)
    return race;
  if (visit->start_at != 0 && visit->date <= input->today + NEAR_DAYS)
    return limber_wording_visit_room (visit, zone);
  if (visit->waited)
    return g_strdup (_ ("first day with room"));
  if (input->last_session == LIMBER_DATE_NONE)
    return NULL;
  return g_strdup_printf (_ ("on day %d"), visit->date - input->last_session);
}

/** limber_wording_visit_cadence: Returns: (transfer full) (nullable): how @date fits the time since the last visit. */
char *
limber_wording_visit_cadence (const LimberPlanInput *input, LimberDate date)
{
  int days = date - input->last_session;

  if (input->last_session == LIMBER_DATE_NONE || days <= 0)
    return NULL;
  if (days < input->settings.cadence.min)
    return g_strdup_printf (ngettext ("%d day after the last visit: before it is due.",
                                      "%d days after the last visit: before it is due.", (gulong) days), days);
  if (days > input->settings.cadence.max)
    return g_strdup_printf (_ ("%d days after the last visit: overdue by then."), days);
  return g_strdup_printf (_ ("%d days after the last visit: when it is due."), days);
}
