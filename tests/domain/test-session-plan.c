/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/session-plan.h"

#define HOUR 3600

static const LimberFocus three[] = {
  { LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, 7 },
  { LIMBER_AREA_GASTROCNEMIUS, LIMBER_SIDE_LEFT, 6 },
  { LIMBER_AREA_LOWER_BACK, LIMBER_SIDE_RIGHT, 5 },
};

static void
assert_plan (const LimberSessionPlan *plan, const char *expected)
{
  g_autofree char *text = limber_session_plan_to_text (plan);

  g_assert_cmpstr (text, ==, expected);
}

static LimberSessionPlan
plan_of (const char *text)
{
  LimberSessionPlan plan;

  g_assert_true (limber_session_plan_from_text (&plan, text));
  return plan;
}

static void
test_default (void)
{
  static const struct {
    int minutes;
    guint n_focus;
    const char *plan;
  } lines[] = {
    { 60, 3, "check-in:300 assess:300 work/quadriceps/right:1140 work/gastrocnemius/left:960 stretch:600 re-assess:300" },
    { 60, 0, "check-in:300 assess:300 work:2100 stretch:600 re-assess:300" },
    { 60, 1, "check-in:300 assess:300 work/quadriceps/right:2100 stretch:600 re-assess:300" },
    { 30, 3, "check-in:120 assess:120 work/quadriceps/right:1140 stretch:300 re-assess:120" },
    { 10, 3, "check-in:60 assess:60 work/quadriceps/right:300 stretch:120 re-assess:60" },
    { 90, 3, "check-in:420 assess:420 work/quadriceps/right:1260 work/gastrocnemius/left:1080 work/lower-back/right:960 "
             "stretch:840 re-assess:420" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      LimberSessionPlan plan;

      limber_session_plan_default (&plan, lines[i].minutes * 60, three, lines[i].n_focus);
      assert_plan (&plan, lines[i].plan);
      g_assert_cmpint (limber_session_plan_total (&plan), ==, lines[i].minutes * 60);
    }
}

static void
test_where_it_stands (void)
{
  LimberSessionPlan plan;
  int left;

  limber_session_plan_default (&plan, HOUR, three, 3);
  g_assert_cmpuint (limber_session_plan_at (&plan, 0, &left), ==, 0);
  g_assert_cmpint (left, ==, 300);
  g_assert_cmpuint (limber_session_plan_at (&plan, 299, &left), ==, 0);
  g_assert_cmpint (left, ==, 1);
  g_assert_cmpuint (limber_session_plan_at (&plan, 37 * 60, &left), ==, 3);
  g_assert_cmpint (left, ==, 8 * 60);
  g_assert_cmpuint (limber_session_plan_at (&plan, HOUR, &left), ==, 5);
  g_assert_cmpint (left, ==, 0);
}

static void
test_skip (void)
{
  static const struct {
    const char *before;
    int elapsed;
    const char *after; /* NULL: nothing to skip to */
  } lines[] = {
    { "check-in:300 work/knee/left:600 work/foot/left:300 stretch:300", 60,
      "check-in:60 work/knee/left:760 work/foot/left:380 stretch:300" },
    { "work/knee/left:600 stretch:300 re-assess:120", 400, "work/knee/left:400 stretch:500 re-assess:120" },
    { "work/knee/left:600 stretch:300 re-assess:120", 0, "work/knee/left:0 stretch:900 re-assess:120" },
    { "assess:300 stretch:300 work:1 re-assess:120", 0, "assess:0 stretch:300 work:301 re-assess:120" },
    { "work:600 re-assess:120", 650, NULL },
    { "work:600 re-assess:120", 720, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      LimberSessionPlan plan = plan_of (lines[i].before);
      gboolean skipped = limber_session_plan_skip (&plan, lines[i].elapsed);

      g_test_message ("line %u", i);
      g_assert_cmpint (skipped, ==, lines[i].after != NULL);
      assert_plan (&plan, skipped ? lines[i].after : lines[i].before);
    }
}

static void
test_stretch (void)
{
  static const struct {
    guint index;
    int seconds, elapsed;
    const char *after; /* NULL: nothing moves */
  } lines[] = {
    { 0, 60, 0, "assess:360 work:240 stretch:120 re-assess:60" },
    { 0, 600, 0, "assess:600 work:60 stretch:60 re-assess:60" },
    { 0, -60, 0, "assess:240 work:360 stretch:120 re-assess:60" },
    { 0, -600, 0, "assess:60 work:540 stretch:120 re-assess:60" },
    { 0, -600, 200, "assess:200 work:400 stretch:120 re-assess:60" },
    { 2, 60, 200, NULL },
    { 3, 60, 200, NULL },
    { 0, 60, 301, NULL },
    { 1, -60, 310, "assess:300 work:240 stretch:180 re-assess:60" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const char *before = "assess:300 work:300 stretch:120 re-assess:60";
      LimberSessionPlan plan = plan_of (before);
      gboolean moved = limber_session_plan_stretch (&plan, lines[i].index, lines[i].seconds, lines[i].elapsed);

      g_test_message ("line %u", i);
      g_assert_cmpint (moved, ==, lines[i].after != NULL);
      assert_plan (&plan, moved ? lines[i].after : before);
    }
}

static void
test_fit (void)
{
  static const struct {
    int total, elapsed;
    const char *after;
  } lines[] = {
    { 780, 0, "assess:300 work:300 stretch:120 re-assess:60" },
    { 1080, 310, "assess:300 work:600 stretch:120 re-assess:60" },
    { 1080, 900, "assess:300 work:300 stretch:120 re-assess:360" },
    { 720, 310, "assess:300 work:300 stretch:60 re-assess:60" },
    { 480, 310, "assess:300 work:60 stretch:60 re-assess:60" },
    { 430, 310, "assess:300 work:10 stretch:60 re-assess:60" },
    { 300, 310, "assess:300 work:0 stretch:0 re-assess:0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      LimberSessionPlan plan = plan_of ("assess:300 work:300 stretch:120 re-assess:60");

      g_test_message ("line %u", i);
      limber_session_plan_fit (&plan, lines[i].total, lines[i].elapsed);
      assert_plan (&plan, lines[i].after);
      g_assert_cmpint (limber_session_plan_total (&plan), ==, lines[i].total);
    }
}

static void
test_text (void)
{
  static const char *const broken[] = {
    NULL, "", "work", "work:", "work:-1", "work:x", "nap:60", "work/knee:60", "work/elbow/left:60", "work:60 ", "work:60:60",
    "work:1 work:1 work:1 work:1 work:1 work:1 work:1 work:1 work:1 work:1 work:1 work:1 work:1",
  };
  LimberSessionPlan plan;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_assert_false (limber_session_plan_from_text (&plan, broken[i]));
      g_assert_cmpuint (plan.n_phases, ==, 0);
    }
  limber_session_plan_default (&plan, HOUR, three, 3);
  text = limber_session_plan_to_text (&plan);
  g_assert_true (limber_session_plan_from_text (&plan, text));
  assert_plan (&plan, text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-plan/default", test_default);
  g_test_add_func ("/session-plan/where-it-stands", test_where_it_stands);
  g_test_add_func ("/session-plan/skip", test_skip);
  g_test_add_func ("/session-plan/stretch", test_stretch);
  g_test_add_func ("/session-plan/fit", test_fit);
  g_test_add_func ("/session-plan/text", test_text);
  return g_test_run ();
}
