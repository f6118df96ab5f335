/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-fixture.h"

typedef struct {
  const char *date;
  const char *deep;
  const char *light;
} Line;

static void
assert_lines (const Plan *plan, const Line *lines, guint n)
{
  for (guint i = 0; i < n; i++)
    assert_verdict (plan, lines[i].date, lines[i].deep, lines[i].light);
}

static void
marathon (Plan *plan)
{
  plan_init (plan, "2026-09-28", NULL);
  plan_add_race (plan, "2026-10-11", NULL, 42.195, TRUE);
}

static void
test_worked_example (void)
{
  static const Line lines[] = {
    { "2026-10-03", "normal", "normal" },         { "2026-10-04", "acceptable", "acceptable" },
    { "2026-10-05", "acceptable", "acceptable" }, { "2026-10-06", "ideal", "ideal" },
    { "2026-10-07", "ideal", "ideal" },           { "2026-10-08", "acceptable", "acceptable" },
    { "2026-10-09", "caution", "caution" },       { "2026-10-10", "avoid", "light-only" },
    { "2026-10-11", "avoid", "light-only" },      { "2026-10-12", "avoid", "light-only" },
    { "2026-10-13", "avoid", "light-only" },      { "2026-10-14", "early", "early" },
    { "2026-10-15", "early", "early" },           { "2026-10-16", "early", "early" },
    { "2026-10-17", "ideal", "ideal" },           { "2026-10-18", "ideal", "ideal" },
    { "2026-10-19", "ideal", "ideal" },           { "2026-10-20", "fine", "fine" },
    { "2026-10-25", "fine", "fine" },             { "2026-10-26", "normal", "normal" },
  };
  Plan plan;

  marathon (&plan);
  assert_lines (&plan, lines, G_N_ELEMENTS (lines));
  g_assert_cmpint (limber_race_target (&plan.races[0]), ==, day ("2026-10-18"));
}

static void
test_worked_example_unaware (void)
{
  static const Line lines[] = {
    { "2026-10-03", "normal", "normal" },         { "2026-10-04", "ideal", "ideal" },
    { "2026-10-05", "ideal", "ideal" },           { "2026-10-06", "acceptable", "acceptable" },
    { "2026-10-07", "acceptable", "acceptable" }, { "2026-10-08", "acceptable", "acceptable" },
    { "2026-10-09", "caution", "caution" },
  };
  Plan plan;

  marathon (&plan);
  plan.input.unaware = TRUE;
  assert_lines (&plan, lines, G_N_ELEMENTS (lines));
  assert_rules (&plan, "2026-10-04", "C2");
  assert_rules (&plan, "2026-10-06", "B1 C2");
}

static void
test_b_reasons (void)
{
  Plan plan;
  g_autoptr (GArray) reasons = NULL;

  marathon (&plan);
  assert_rules (&plan, "2026-10-03", "");
  assert_rules (&plan, "2026-10-04", "B1");
  assert_rules (&plan, "2026-10-06", "B2");
  assert_rules (&plan, "2026-10-09", "B5");
  assert_rules (&plan, "2026-10-10", "B4");
  assert_rules (&plan, "2026-10-11", "B5");
  assert_rules (&plan, "2026-10-13", "E2");
  assert_rules (&plan, "2026-10-14", "E1");
  assert_rules (&plan, "2026-10-25", "E1");
  assert_rules (&plan, "2026-10-26", "");
  reasons = limber_plan_reasons (&plan.input, day ("2026-10-10"));
  g_assert_true (g_array_index (reasons, LimberReason, 0).walk);
  g_assert_cmpint (g_array_index (reasons, LimberReason, 0).race, ==, 0);
  g_assert_cmpint (g_array_index (reasons, LimberReason, 0).distance, ==, 1);
}

static void
test_b6_hangover (void)
{
  static const struct {
    int days;
    gboolean unaware;
    const char *leads;
  } lines[] = {
    { 0, FALSE, "4 5" }, { 3, FALSE, "4 5" }, { 4, FALSE, "5" }, { 5, FALSE, "6" }, { 6, FALSE, "7" },
    { 7, FALSE, "7" },   { 30, FALSE, "7" },  { 5, TRUE, "6 7" }, { 6, TRUE, "7" }, { 9, TRUE, "7" },
    { G_MAXINT, TRUE, "7" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      Plan plan;

      marathon (&plan);
      plan.input.hangover_days = lines[i].days;
      plan.input.unaware = lines[i].unaware;
      assert_window (&plan, lines[i].leads, lines[i].unaware ? "extra-days" : "default");
    }
}

static void
test_b6_reasons (void)
{
  Plan plan;

  marathon (&plan);
  plan.input.hangover_days = 5;
  assert_verdict (&plan, "2026-10-05", "ideal", "ideal");
  assert_rules (&plan, "2026-10-05", "B6");
  assert_verdict (&plan, "2026-10-07", "acceptable", "acceptable");
  assert_rules (&plan, "2026-10-07", "B1 B6");
}

static void
test_b7_last_workout (void)
{
  static const struct {
    const char *hard;
    const char *leads;
  } lines[] = {
    { "2026-10-05", "4 5" }, { "2026-10-06", "4 5" }, { "2026-10-07", "4" }, { "2026-10-08", "" }, { "2026-10-10", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      Plan plan;

      marathon (&plan);
      plan.races[0].last_hard = day (lines[i].hard);
      assert_window (&plan, lines[i].leads, "default");
    }
}

static void
test_b7_reasons_and_learned (void)
{
  static const LimberRacePair pairs[] = { { 6, 9, 9 }, { 6, 8, 8 }, { 3, 5, 5 } };
  Plan plan;

  marathon (&plan);
  plan.races[0].last_hard = day ("2026-10-08");
  assert_verdict (&plan, "2026-10-07", "acceptable", "acceptable");
  assert_rules (&plan, "2026-10-07", "B1 B7");
  plan.input.pairs = pairs;
  plan.input.n_pairs = 3;
  assert_window (&plan, "", "learned");
  plan.races[0].last_hard = day ("2026-10-05");
  assert_window (&plan, "6", "learned");
}

static void
test_c2_extra_days (void)
{
  static const char *const leads[] = { "", "5 6", "6 7", "7", "7" };

  for (int extra = 1; extra <= 4; extra++)
    {
      Plan plan;

      marathon (&plan);
      plan.input.settings.extra_days = extra;
      plan.input.worries = TRUE;
      assert_window (&plan, leads[extra], "extra-days");
      plan.races[0].goal = FALSE;
      assert_window (&plan, "4 5", "default");
    }
}

static void
test_d1_sweet_spot (void)
{
  static const struct {
    LimberRacePair pairs[4];
    guint n;
    int lead;
  } lines[] = {
    { { { 4, 9, 9 }, { 5, 9, 9 } }, 2, 0 },
    { { { 4, 9, 9 }, { 5, 9, 9 }, { 8, 9, 9 } }, 3, 0 },
    { { { 4, 9, 9 }, { 5, 9, 9 }, { 2, 9, 9 } }, 3, 0 },
    { { { 4, 5, 5 }, { 5, 6, 5 }, { 6, 9, 8 } }, 3, 6 },
    { { { 4, 8, 8 }, { 5, 8, 8 }, { 6, 2, 2 } }, 3, 5 },
    { { { 3, 8, 8 }, { 6, 8, 8 }, { 5, 2, 2 } }, 3, 6 },
    { { { 7, 8, 8 }, { 3, 8, 8 }, { 5, 2, 2 } }, 3, 3 },
    { { { 6, 9, 9 }, { 6, 3, 3 }, { 4, 7, 7 }, { 9, 10, 10 } }, 4, 4 },
    { { { 4, 0.1, 0.2 }, { 4, 0.2, 0.1 }, { 5, 0.3, 0 } }, 3, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpint (limber_sweet_spot (lines[i].pairs, lines[i].n, 3, NULL), ==, lines[i].lead);
  g_assert_cmpint (limber_sweet_spot (NULL, 0, 0, NULL), ==, 0);
}

static void
test_d1_beats_c2_and_b6 (void)
{
  static const LimberRacePair pairs[] = { { 3, 9, 9 }, { 3, 8, 8 }, { 5, 5, 5 } };
  Plan plan;

  marathon (&plan);
  plan.input.pairs = pairs;
  plan.input.n_pairs = 3;
  plan.input.worries = TRUE;
  plan.input.hangover_days = 6;
  assert_window (&plan, "3", "learned");
  assert_rules (&plan, "2026-10-08", "D1");
}

static void
test_d2_pinned_is_untouched (void)
{
  static const LimberRacePair pairs[] = { { 3, 9, 9 }, { 3, 8, 8 }, { 5, 5, 5 } };
  Plan plan;

  marathon (&plan);
  plan.input.pairs = pairs;
  plan.input.n_pairs = 3;
  plan.input.worries = TRUE;
  plan.input.hangover_days = 6;
  plan.races[0].last_hard = day ("2026-10-10");
  plan.input.pin_from = 3;
  plan.input.pin_to = 4;
  assert_window (&plan, "3 4", "pinned");
  assert_rules (&plan, "2026-10-07", "D2");
  assert_verdict (&plan, "2026-10-06", "acceptable", "acceptable");
}

/* Each letter is a day after the race: a avoid, e early, i ideal, f fine, n normal. */
static void
test_e_bands_by_distance (void)
{
  static const struct {
    double km;
    const char *days;
  } lines[] = {
    { 1, "aaiiffffffffffnn" },    { 5, "aaiiffffffffffnn" },  { 10, "aaiiffffffffffnn" },
    { 10.01, "aaeeiiifffffffnn" }, { 21.1, "aaeeiiifffffffnn" }, { 41.99, "aaeeiiifffffffnn" },
    { 0, "aaeeiiifffffffnn" },    { 42, "aaeeeiiiffffffnn" },  { 100, "aaeeeiiiffffffnn" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    for (int after = 1; after <= 16; after++)
      {
        char letter = lines[i].days[after - 1];
        LimberVerdict deep, light;
        Plan plan;

        plan_init (&plan, "2026-09-28", NULL);
        plan_add_race (&plan, "2026-10-11", NULL, lines[i].km, FALSE);
        deep = limber_plan_verdict (&plan.input, day ("2026-10-11") + after, LIMBER_WORK_DEEP);
        light = limber_plan_verdict (&plan.input, day ("2026-10-11") + after, LIMBER_WORK_LIGHT);
        g_assert_cmpint (limber_verdict_id (deep)[0], ==, letter);
        g_assert_cmpint (light, ==, letter == 'a' ? LIMBER_VERDICT_LIGHT_ONLY : deep);
        g_assert_cmpint (limber_race_target (&plan.races[0]) != LIMBER_DATE_NONE, ==, lines[i].km >= 42);
      }
}

static void
test_race_of_several_days (void)
{
  static const Line lines[] = {
    { "2026-10-08", "caution", "caution" }, { "2026-10-09", "avoid", "light-only" },
    { "2026-10-10", "avoid", "light-only" }, { "2026-10-11", "avoid", "light-only" },
    { "2026-10-12", "avoid", "light-only" }, { "2026-10-14", "avoid", "light-only" },
    { "2026-10-15", "early", "early" },      { "2026-10-18", "ideal", "ideal" },
  };
  Plan plan;

  plan_init (&plan, "2026-09-28", NULL);
  plan_add_race (&plan, "2026-10-10", "2026-10-12", 160, TRUE);
  assert_lines (&plan, lines, G_N_ELEMENTS (lines));
  assert_rules (&plan, "2026-10-11", "B5");
  g_assert_cmpint (limber_race_target (&plan.races[0]), ==, day ("2026-10-19"));
}

static void
test_several_races (void)
{
  Plan plan;

  /* Marathon on the 11th; a 5 km race seven days later. */
  marathon (&plan);
  plan_add_race (&plan, "2026-10-18", NULL, 5, FALSE);
  assert_verdict (&plan, "2026-10-11", "avoid", "light-only");
  assert_verdict (&plan, "2026-10-14", "early", "early");   /* early before ideal */
  assert_rules (&plan, "2026-10-14", "E1 B2");
  assert_verdict (&plan, "2026-10-16", "early", "early");   /* early before caution */
  assert_verdict (&plan, "2026-10-17", "avoid", "light-only");
  assert_verdict (&plan, "2026-10-21", "ideal", "ideal");   /* ideal before fine */
  assert_rules (&plan, "2026-10-21", "E1 E1");
  assert_verdict (&plan, "2026-10-26", "fine", "fine");     /* fine before normal */
  assert_rules (&plan, "2026-10-26", "E1");
}

static void
test_precedence_order (void)
{
  static const char *const order[] = { "avoid", "light-only", "early", "caution", "acceptable", "ideal", "fine", "normal" };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_assert_cmpint (limber_verdict_from_id (order[i]), ==, (int) i + 1);
      g_assert_cmpstr (limber_verdict_id ((LimberVerdict) (i + 1)), ==, order[i]);
    }
  g_assert_cmpint (limber_rule_from_id ("K1"), ==, LIMBER_RULE_K1);
  g_assert_cmpint (limber_rule_from_id ("B3"), ==, LIMBER_RULE_NONE);
}

static void
test_k1_contraindication (void)
{
  Plan plan;

  marathon (&plan);
  plan.input.contraindicated = TRUE;
  assert_verdict (&plan, "2026-10-06", "avoid", "avoid");
  assert_verdict (&plan, "2026-10-10", "avoid", "avoid");
  assert_verdict (&plan, "2027-10-06", "avoid", "avoid");
  assert_rules (&plan, "2027-10-06", "K1");
  assert_rules (&plan, "2026-10-06", "K1 B2");
}

static void
test_leap_day_before_a_race (void)
{
  Plan plan;

  plan_init (&plan, "2028-02-01", NULL);
  plan_add_race (&plan, "2028-03-05", NULL, 10, FALSE);
  assert_verdict (&plan, "2028-02-29", "ideal", "ideal");
  assert_verdict (&plan, "2028-02-28", "acceptable", "acceptable");
  plan.races[0].first = plan.races[0].last = day ("2027-03-05");
  assert_verdict (&plan, "2027-02-28", "ideal", "ideal");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/example/marathon", test_worked_example);
  g_test_add_func ("/rules/example/unaware", test_worked_example_unaware);
  g_test_add_func ("/rules/B1-B5/reasons", test_b_reasons);
  g_test_add_func ("/rules/B6/hangover", test_b6_hangover);
  g_test_add_func ("/rules/B6/reasons", test_b6_reasons);
  g_test_add_func ("/rules/B7/last-workout", test_b7_last_workout);
  g_test_add_func ("/rules/B7/reasons-and-learned", test_b7_reasons_and_learned);
  g_test_add_func ("/rules/C2/extra-days", test_c2_extra_days);
  g_test_add_func ("/rules/D1/sweet-spot", test_d1_sweet_spot);
  g_test_add_func ("/rules/D1/beats-C2-and-B6", test_d1_beats_c2_and_b6);
  g_test_add_func ("/rules/D2/pinned-is-untouched", test_d2_pinned_is_untouched);
  g_test_add_func ("/rules/E1-E2/bands", test_e_bands_by_distance);
  g_test_add_func ("/rules/races/several-days", test_race_of_several_days);
  g_test_add_func ("/rules/races/several", test_several_races);
  g_test_add_func ("/rules/races/precedence", test_precedence_order);
  g_test_add_func ("/rules/K1/contraindication", test_k1_contraindication);
  g_test_add_func ("/rules/B2/leap-day", test_leap_day_before_a_race);
  return g_test_run ();
}
