/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../domain/plan-fixture.h"
#include "services/race-course.h"

/* The picture says what the rules say, day by day, and nothing else. */

static const LimberCourseDay *
course_day (const LimberRaceCourse *course, LimberDate date)
{
  return &g_array_index (course->days, LimberCourseDay, date - (course->race.first - LIMBER_COURSE_BEFORE));
}

static void
assert_follows_the_rules (const Plan *plan, guint race)
{
  g_autoptr (LimberRaceCourse) course = limber_race_course_new (&plan->input, race);
  const LimberPlanRace *of = &plan->input.races[race];

  g_assert_cmpuint (course->days->len, ==, LIMBER_COURSE_BEFORE + (guint) (of->last - of->first) + 1 + LIMBER_COURSE_AFTER);
  for (guint i = 0; i < course->days->len; i++)
    {
      const LimberCourseDay *day = &g_array_index (course->days, LimberCourseDay, i);

      g_assert_cmpint (day->date, ==, of->first - LIMBER_COURSE_BEFORE + (int) i);
      g_assert_cmpint (day->deep, ==, limber_plan_verdict (&plan->input, day->date, LIMBER_WORK_DEEP));
      g_assert_cmpint (day->light, ==, limber_plan_verdict (&plan->input, day->date, LIMBER_WORK_LIGHT));
      g_assert_nonnull (strchr (day->reading, '.'));
    }
  g_assert_cmpuint (course->window.leads, ==, limber_plan_window (&plan->input, race).leads);
}

static void
test_cases (void)
{
  LimberRacePair pairs[] = { { 5, 9, 9 }, { 5, 9, 9 }, { 4, 7, 7 }, { 6, 6, 6 } };
  Plan plan;

  plan_init (&plan, "2026-09-29", "2026-09-09");
  plan_add_race (&plan, "2026-10-11", NULL, 42.195, TRUE);
  assert_follows_the_rules (&plan, 0);
  plan.input.unaware = TRUE;
  plan.input.hangover_days = 5;
  assert_follows_the_rules (&plan, 0);
  plan.races[0].last_hard = day ("2026-10-04");
  assert_follows_the_rules (&plan, 0);
  plan.input.pairs = pairs;
  plan.input.n_pairs = G_N_ELEMENTS (pairs);
  assert_follows_the_rules (&plan, 0);
  plan.input.pin_from = 3;
  plan.input.pin_to = 4;
  assert_follows_the_rules (&plan, 0);
  plan_add_race (&plan, "2026-10-16", "2026-10-18", 10, FALSE);
  assert_follows_the_rules (&plan, 0);
  assert_follows_the_rules (&plan, 1);
  plan.input.contraindicated = TRUE;
  assert_follows_the_rules (&plan, 1);
}

static void
test_readings (void)
{
  Plan plan;
  g_autoptr (LimberRaceCourse) course = NULL;

  plan_init (&plan, "2026-09-29", "2026-09-09");
  plan_add_race (&plan, "2026-10-11", NULL, 42.195, TRUE);
  course = limber_race_course_new (&plan.input, 0);
  g_assert_cmpstr (course_day (course, day ("2026-10-06"))->reading, ==,
                   "Tue 6 Oct, 5 days before the race. Deep work: ideal. Light work: ideal. "
                   "Ideal: leaves a few easy days before the race.");
  g_assert_cmpstr (course_day (course, day ("2026-10-10"))->reading, ==,
                   "Sat 10 Oct, the day before the race. Deep work: avoid. Light work: light work only. "
                   "Too close for deep work. Light work only, then an easy walk or jog of 5–10 minutes.");
  g_assert_cmpstr (course_day (course, day ("2026-09-28"))->reading, ==,
                   "Mon 28 Sep, 13 days before the race. Deep work: normal. Light work: normal.");
  g_assert_true (g_str_has_prefix (course_day (course, day ("2026-10-11"))->reading, "Sun 11 Oct, race day. "));
  g_assert_cmpstr (course->ideal_title, ==, "Best before: Tue 6 Oct – Wed 7 Oct");
  g_assert_cmpstr (course->after_title, ==, "Afterwards: Sat 17 Oct – Mon 19 Oct");
}

static void
test_sweet_spot (void)
{
  LimberRacePair pairs[] = { { 5, 9, 9 }, { 5, 9.5, 9.5 }, { 4, 7, 7 }, { 6, 6, 6 } };
  Plan plan;
  g_autoptr (LimberRaceCourse) course = NULL;

  plan_init (&plan, "2026-09-29", "2026-09-09");
  plan_add_race (&plan, "2026-10-11", NULL, 42.195, TRUE);
  plan.input.pairs = pairs;
  plan.input.n_pairs = G_N_ELEMENTS (pairs);
  course = limber_race_course_new (&plan.input, 0);
  g_assert_cmpint (course->sweet_spot, ==, 5);
  g_assert_cmpstr (course->ideal_title, ==, "Sweet spot: 5 days out");
  g_assert_cmpstr (course->ideal_why, ==,
                   "Best mean of legs and confidence, from 4 races: 4 d 7.0 (1) · 5 d 9.2 (2) · 6 d 6.0 (1)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/race-course/cases", test_cases);
  g_test_add_func ("/race-course/readings", test_readings);
  g_test_add_func ("/race-course/sweet-spot", test_sweet_spot);
  return g_test_run ();
}
