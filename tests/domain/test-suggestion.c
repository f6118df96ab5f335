/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-fixture.h"

static void
test_a1_cadence (void)
{
  static const struct {
    const char *last, *today, *state;
  } lines[] = {
    { "2026-09-21", "2026-09-21", "not-due" }, { "2026-09-21", "2026-10-04", "not-due" },
    { "2026-09-21", "2026-10-05", "due" },     { "2026-09-21", "2026-10-12", "due" },
    { "2026-09-21", "2026-10-13", "overdue" }, { "2028-02-15", "2028-02-28", "not-due" },
    { "2028-02-15", "2028-02-29", "due" },     { "2028-02-15", "2028-03-07", "due" },
    { "2028-02-15", "2028-03-08", "overdue" }, { "2027-02-15", "2027-03-01", "due" },
  };
  LimberCadence usual = { 14, 21 };
  LimberDue due;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      due = limber_cadence_due (usual, day (lines[i].last), day (lines[i].today));
      g_assert_cmpstr (limber_cadence_state_id (due.state), ==, lines[i].state);
    }
  due = limber_cadence_due (usual, LIMBER_DATE_NONE, day ("2026-09-28"));
  g_assert_cmpint (due.state, ==, LIMBER_CADENCE_STATE_NEW);
  g_assert_cmpint (due.from, ==, LIMBER_DATE_NONE);
  due = limber_cadence_due ((LimberCadence){ 7, 10 }, day ("2026-09-21"), day ("2026-10-02"));
  g_assert_cmpint (due.state, ==, LIMBER_CADENCE_STATE_OVERDUE);
  g_assert_cmpint (due.overdue_from, ==, day ("2026-10-02"));
}

static void
test_worked_example (void)
{
  Plan plan;

  plan_init (&plan, "2026-09-28", "2026-09-21");
  plan_add_race (&plan, "2026-10-11", NULL, 42.195, TRUE);
  assert_suggested (&plan, NULL, "2026-10-06 2026-10-07");
}

static void
test_without_a_race (void)
{
  Plan plan;

  plan_init (&plan, "2026-09-28", "2026-09-21");
  assert_suggested (&plan, NULL,
                    "2026-10-05 2026-10-06 2026-10-07 2026-10-08 2026-10-09 2026-10-10 2026-10-11 2026-10-12");
  assert_suggested (&plan, weekdays_only,
                    "2026-10-05 2026-10-06 2026-10-07 2026-10-08 2026-10-09 2026-10-12");
  plan.input.today = day ("2026-10-11");
  assert_suggested (&plan, NULL, "2026-10-11 2026-10-12");
  plan.input.today = day ("2026-10-13");
  assert_suggested (&plan, NULL,
                    "2026-10-13 2026-10-14 2026-10-15 2026-10-16 2026-10-17 2026-10-18 2026-10-19 2026-10-20");
}

static void
test_step_2_acceptable (void)
{
  Plan plan;

  /* W is 10-05 … 10-12; the ideal days 10-13 and 10-14 lie behind it. */
  plan_init (&plan, "2026-09-28", "2026-09-21");
  plan_add_race (&plan, "2026-10-18", NULL, 42.195, FALSE);
  assert_suggested (&plan, NULL, "2026-10-11 2026-10-12");
}

static void
test_step_3_ideal_days_near (void)
{
  Plan plan;

  plan_init (&plan, "2026-09-28", "2026-09-21");
  plan_add_race (&plan, "2026-10-20", NULL, 42.195, FALSE);
  assert_suggested (&plan, NULL, "2026-10-15 2026-10-16");
  /* Eight days behind W is the limit: 10-20. */
  plan.races[0].first = plan.races[0].last = day ("2026-10-25");
  assert_suggested (&plan, NULL, "2026-10-20");
  plan.races[0].first = plan.races[0].last = day ("2026-10-26");
  assert_suggested (&plan, weekdays_only,
                    "2026-10-05 2026-10-06 2026-10-07 2026-10-08 2026-10-09 2026-10-12");
}

static void
test_step_3_before_the_due_range (void)
{
  Plan plan;

  /* W is 10-05 … 10-12, all within fine days after the race; its ideal days before it come first,
   * but not within a week of the last session. */
  plan_init (&plan, "2026-09-22", "2026-09-21");
  plan_add_race (&plan, "2026-10-02", NULL, 5, FALSE);
  assert_suggested (&plan, NULL, "2026-10-05 2026-10-06");
  plan.races[0].first = plan.races[0].last = day ("2026-09-30");
  assert_suggested (&plan, NULL, "2026-10-03 2026-10-04");
}

static void
test_step_3_only_for_a_new_client (void)
{
  Plan plan;

  plan_init (&plan, "2026-09-28", NULL);
  assert_suggested (&plan, NULL, "");
  plan_add_race (&plan, "2026-12-06", NULL, 0, TRUE);
  plan.input.today = day ("2026-12-02");
  assert_suggested (&plan, NULL, "2026-12-02 2026-12-11 2026-12-12 2026-12-13");
  plan.input.contraindicated = TRUE;
  assert_suggested (&plan, NULL, "");
}

static void
test_step_5_doubtful (void)
{
  Plan plan;

  /* W is 10-08 … 10-12; the last hard workout leaves no ideal day before the marathon, and the next
   * race covers those after it. */
  plan_init (&plan, "2026-09-28", "2026-09-21");
  plan_add_race (&plan, "2026-10-07", NULL, 42.195, FALSE)->last_hard = day ("2026-10-06");
  plan_add_race (&plan, "2026-10-12", NULL, 21.1, FALSE);
  plan.input.settings.cadence = (LimberCadence){ 17, 21 };
  assert_suggested (&plan, NULL, "2026-10-10");
  plan.input.today = day ("2026-10-08");
  assert_suggested (&plan, NULL, "2026-10-17 2026-10-18 2026-10-19");
}

static void
test_step_6_first_later_day (void)
{
  Plan plan;

  plan_init (&plan, "2026-10-05", "2026-09-21");
  plan_add_race (&plan, "2026-10-05", "2026-10-12", 300, FALSE);
  plan_add_race (&plan, "2026-10-19", NULL, 10, FALSE);
  plan_add_race (&plan, "2026-10-05", "2026-10-20", 300, FALSE);
  assert_suggested (&plan, NULL, "2026-10-26");
  plan.input.contraindicated = TRUE;
  assert_suggested (&plan, NULL, "");
}

static void
test_nearest_race (void)
{
  Plan plan;

  plan_init (&plan, "2026-09-28", NULL);
  plan_add_race (&plan, "2026-11-01", NULL, 10, FALSE);
  plan_add_race (&plan, "2026-10-11", NULL, 10, FALSE);
  plan_add_race (&plan, "2026-10-11", NULL, 42.195, FALSE);
  plan_add_race (&plan, "2026-09-27", NULL, 10, FALSE);
  g_assert_cmpint (limber_plan_nearest_race (&plan.input, plan.input.today), ==, 1);
  g_assert_cmpint (limber_plan_nearest_race (&plan.input, day ("2026-11-02")), ==, -1);
}

static gboolean
not_on_tuesday (LimberDate date, gpointer user_data)
{
  return limber_date_weekday (date) != 2;
}

static void
test_best_before (void)
{
  Plan plan;

  plan_init (&plan, "2026-09-28", NULL);
  plan_add_race (&plan, "2026-10-11", NULL, 42.195, FALSE);
  g_assert_cmpint (limber_plan_best_before (&plan.input, 0, NULL, NULL), ==, day ("2026-10-06"));
  /* Closed on that Tuesday, the other ideal day is left. */
  g_assert_cmpint (limber_plan_best_before (&plan.input, 0, not_on_tuesday, NULL), ==, day ("2026-10-07"));
  /* A week after the last session comes before an ideal day that is sooner. */
  plan.input.last_session = day ("2026-09-30");
  g_assert_cmpint (limber_plan_best_before (&plan.input, 0, NULL, NULL), ==, day ("2026-10-07"));
  /* When the ideal days have gone by, an acceptable one; then none. */
  plan.input.last_session = LIMBER_DATE_NONE;
  plan.input.today = day ("2026-10-08");
  g_assert_cmpint (limber_plan_best_before (&plan.input, 0, NULL, NULL), ==, day ("2026-10-08"));
  plan.input.today = day ("2026-10-09");
  g_assert_cmpint (limber_plan_best_before (&plan.input, 0, NULL, NULL), ==, LIMBER_DATE_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/A1/cadence", test_a1_cadence);
  g_test_add_func ("/suggestion/example", test_worked_example);
  g_test_add_func ("/suggestion/without-a-race", test_without_a_race);
  g_test_add_func ("/suggestion/2/acceptable", test_step_2_acceptable);
  g_test_add_func ("/suggestion/3/near", test_step_3_ideal_days_near);
  g_test_add_func ("/suggestion/3/before", test_step_3_before_the_due_range);
  g_test_add_func ("/suggestion/3/new-client", test_step_3_only_for_a_new_client);
  g_test_add_func ("/suggestion/5/doubtful", test_step_5_doubtful);
  g_test_add_func ("/suggestion/6/later", test_step_6_first_later_day);
  g_test_add_func ("/suggestion/nearest-race", test_nearest_race);
  g_test_add_func ("/suggestion/best-before", test_best_before);
  return g_test_run ();
}
