/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/suggestion.h"

#include <string.h>

/* A client with up to four races, from ISO dates, for table tests. */
typedef struct {
  LimberPlanInput input;
  LimberPlanRace races[4];
} Plan;

static inline LimberDate
day (const char *iso)
{
  LimberDate date = limber_date_parse (iso);

  g_assert_cmpint (date, !=, LIMBER_DATE_NONE);
  return date;
}

static inline void
plan_init (Plan *plan, const char *today, const char *last)
{
  limber_plan_input_init (&plan->input, NULL);
  memset (plan->races, 0, sizeof plan->races);
  plan->input.races = plan->races;
  plan->input.today = day (today);
  plan->input.last_session = last ? day (last) : LIMBER_DATE_NONE;
}

static inline LimberPlanRace *
plan_add_race (Plan *plan, const char *first, const char *last, double km, gboolean goal)
{
  LimberPlanRace *race = &plan->races[plan->input.n_races++];

  race->first = day (first);
  race->last = last ? day (last) : race->first;
  race->km = km;
  race->goal = goal;
  return race;
}

static inline void
assert_verdict (const Plan *plan, const char *iso, const char *deep, const char *light)
{
  const char *is_deep = limber_verdict_id (limber_plan_verdict (&plan->input, day (iso), LIMBER_WORK_DEEP));
  const char *is_light = limber_verdict_id (limber_plan_verdict (&plan->input, day (iso), LIMBER_WORK_LIGHT));

  if (g_strcmp0 (is_deep, deep) != 0 || g_strcmp0 (is_light, light) != 0)
    g_error ("%s: %s / %s instead of %s / %s", iso, is_deep, is_light, deep, light);
}

/* The leads of a window as "4 5". */
static inline char *
window_text (const Plan *plan, guint race)
{
  LimberIdealWindow window = limber_plan_window (&plan->input, race);
  g_autoptr (GString) text = g_string_new (NULL);
  int leads[LIMBER_LEAD_MAX + 1];
  guint n = limber_ideal_window_leads (&window, leads);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "", leads[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static inline void
assert_window (const Plan *plan, const char *leads, const char *source)
{
  LimberIdealWindow window = limber_plan_window (&plan->input, 0);
  g_autofree char *text = window_text (plan, 0);

  g_assert_cmpstr (text, ==, leads);
  g_assert_cmpstr (limber_ideal_source_id (window.source), ==, source);
}

/* The rules that speak about a day as "B1 B6". */
static inline void
assert_rules (const Plan *plan, const char *iso, const char *rules)
{
  g_autoptr (GArray) reasons = limber_plan_reasons (&plan->input, day (iso));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < reasons->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            limber_rule_id (g_array_index (reasons, LimberReason, i).rule));
  g_assert_cmpstr (text->str, ==, rules);
}

static inline gboolean
weekdays_only (LimberDate date, gpointer user_data)
{
  return limber_date_weekday (date) <= 5;
}

/* The suggestion as "2026-10-06 2026-10-07". */
static inline void
assert_suggested (const Plan *plan, LimberHasRoom has_room, const char *dates)
{
  g_autoptr (GArray) days = limber_plan_suggest (&plan->input, has_room, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    {
      g_autofree char *iso = limber_date_to_iso (g_array_index (days, LimberDate, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", iso);
    }
  g_assert_cmpstr (text->str, ==, dates);
}
