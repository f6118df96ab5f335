/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/finding-parser.h"
#include "domain/self-care.h"

#define ITEM(plan, i) (&g_array_index (plan, LimberSelfCareItem, i))

static void
test_tools (void)
{
  const LimberSelfCareSpot spots[] = {
    { LIMBER_AREA_GASTROCNEMIUS, LIMBER_SIDE_LEFT, 4, TRUE, 0 },
    { LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, 7, TRUE, 0 },
    { LIMBER_AREA_GLUTEUS_MAXIMUS, LIMBER_SIDE_RIGHT, 9, TRUE, 0 },
    { LIMBER_AREA_IT_BAND, LIMBER_SIDE_RIGHT, 3, TRUE, 0 },
  };
  g_autoptr (GArray) plan = limber_self_care_plan (spots, G_N_ELEMENTS (spots), NULL, 0);

  g_assert_cmpuint (plan->len, ==, 4);
  g_assert_cmpint (ITEM (plan, 0)->area, ==, LIMBER_AREA_QUADRICEPS);
  g_assert_cmpint (ITEM (plan, 0)->tool, ==, LIMBER_TOOL_FOAM_ROLLER);
  g_assert_cmpint (ITEM (plan, 1)->tool, ==, LIMBER_TOOL_MASSAGE_STICK);
  g_assert_cmpint (ITEM (plan, 2)->area, ==, LIMBER_AREA_IT_BAND);
  g_assert_true (ITEM (plan, 2)->disputed);
  g_assert_false (ITEM (plan, 0)->disputed);
  /* The article names no tool for the glutes, and none is made up, however bad they are. */
  g_assert_cmpint (ITEM (plan, 3)->area, ==, LIMBER_AREA_GLUTEUS_MAXIMUS);
  g_assert_cmpint (ITEM (plan, 3)->tool, ==, LIMBER_TOOL_NONE);
}

/* The tools of the source article, area by area; where it names none, there is none. */
static const struct {
  const char *area;
  LimberTool tool;
} table[] = {
  { "head", LIMBER_TOOL_NONE },
  { "jaw", LIMBER_TOOL_NONE },
  { "neck", LIMBER_TOOL_NONE },
  { "upper-trapezius", LIMBER_TOOL_NONE },
  { "deltoid", LIMBER_TOOL_NONE },
  { "rotator-cuff", LIMBER_TOOL_NONE },
  { "pectorals", LIMBER_TOOL_NONE },
  { "biceps", LIMBER_TOOL_NONE },
  { "triceps", LIMBER_TOOL_NONE },
  { "forearm", LIMBER_TOOL_NONE },
  { "hand", LIMBER_TOOL_NONE },
  { "abdominals", LIMBER_TOOL_NONE },
  { "obliques", LIMBER_TOOL_NONE },
  { "rhomboids", LIMBER_TOOL_THERACANE },
  { "latissimus", LIMBER_TOOL_THERACANE },
  { "lower-back", LIMBER_TOOL_THERACANE },
  { "hip-flexors", LIMBER_TOOL_THERACANE },
  { "tfl", LIMBER_TOOL_LACROSSE_BALL },
  { "gluteus-medius", LIMBER_TOOL_LACROSSE_BALL },
  { "gluteus-minimus", LIMBER_TOOL_LACROSSE_BALL },
  { "gluteus-maximus", LIMBER_TOOL_NONE },
  { "deep-hip-rotators", LIMBER_TOOL_THERACANE },
  { "adductors", LIMBER_TOOL_NONE },
  { "quadriceps", LIMBER_TOOL_FOAM_ROLLER },
  { "it-band", LIMBER_TOOL_FOAM_ROLLER },
  { "hamstrings", LIMBER_TOOL_FOAM_ROLLER },
  { "knee", LIMBER_TOOL_NONE },
  { "popliteal", LIMBER_TOOL_NONE },
  { "anterior-shin", LIMBER_TOOL_MASSAGE_STICK },
  { "peroneals", LIMBER_TOOL_NONE },
  { "gastrocnemius", LIMBER_TOOL_MASSAGE_STICK },
  { "soleus", LIMBER_TOOL_MASSAGE_STICK },
  { "achilles", LIMBER_TOOL_NONE },
  { "ankle", LIMBER_TOOL_NONE },
  { "foot", LIMBER_TOOL_NONE },
  { "plantar-fascia", LIMBER_TOOL_LACROSSE_BALL },
};

static void
test_every_area (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (table), ==, LIMBER_AREA_LAST);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      LimberArea area = limber_area_from_id (table[i].area);
      LimberSelfCareSpot spot = { area, limber_area_is_midline (area) ? LIMBER_SIDE_MIDLINE : LIMBER_SIDE_LEFT, 6, TRUE, 0 };
      g_autoptr (GArray) plan = limber_self_care_plan (&spot, 1, NULL, 0);

      g_assert_cmpint (area, ==, (int) i + 1);
      g_assert_cmpuint (plan->len, ==, 1);
      g_assert_cmpint (ITEM (plan, 0)->tool, ==, table[i].tool);
      g_assert_cmpint (ITEM (plan, 0)->disputed, ==, area == LIMBER_AREA_IT_BAND);
      g_assert_false (ITEM (plan, 0)->barred);
    }
}

static LimberArea
typed (const char *words)
{
  g_autofree char *entry = g_strdup_printf ("left %s 5", words);
  g_autoptr (LimberFindingReading) reading = limber_finding_parse (entry);

  g_assert_cmpint (reading->problem, ==, LIMBER_FINDING_PROBLEM_NONE);
  return reading->area;
}

/* "Glutes" as it is typed is the big one, and it gets no tool; "side hip" gets the ball. */
static void
test_glutes_as_typed (void)
{
  g_assert_cmpint (limber_area_tool (typed ("glute")), ==, LIMBER_TOOL_NONE);
  g_assert_cmpint (limber_area_tool (typed ("glutes")), ==, LIMBER_TOOL_NONE);
  g_assert_cmpint (limber_area_tool (typed ("side hip")), ==, LIMBER_TOOL_LACROSSE_BALL);
  g_assert_cmpint (limber_area_tool (typed ("arch")), ==, LIMBER_TOOL_LACROSSE_BALL);
}

static void
test_newest_visit (void)
{
  const LimberSelfCareSpot spots[] = {
    { LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, 2, FALSE, 0 },
    { LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, 8, TRUE, 1 },
    { LIMBER_AREA_SOLEUS, LIMBER_SIDE_LEFT, 6, TRUE, 3 },
    { LIMBER_AREA_HAMSTRINGS, LIMBER_SIDE_LEFT, 0, TRUE, 0 },
  };
  g_autoptr (GArray) plan = limber_self_care_plan (spots, G_N_ELEMENTS (spots), NULL, 0);

  /* What was resolved last time is over, what was left at 0 needs nothing, what nobody saw since stays open. */
  g_assert_cmpuint (plan->len, ==, 1);
  g_assert_cmpint (ITEM (plan, 0)->area, ==, LIMBER_AREA_SOLEUS);
}

static void
test_both_sides (void)
{
  const LimberSelfCareSpot spots[] = {
    { LIMBER_AREA_SOLEUS, LIMBER_SIDE_LEFT, 3, TRUE, 0 },
    { LIMBER_AREA_SOLEUS, LIMBER_SIDE_RIGHT, 6, TRUE, 1 },
    { LIMBER_AREA_SOLEUS, LIMBER_SIDE_RIGHT, 5, TRUE, 1 },
  };
  g_autoptr (GArray) plan = limber_self_care_plan (spots, G_N_ELEMENTS (spots), NULL, 0);

  g_assert_cmpuint (plan->len, ==, 1);
  g_assert_cmpint (ITEM (plan, 0)->side, ==, LIMBER_SIDE_BOTH);
  g_assert_cmpint (ITEM (plan, 0)->severity, ==, 6);
}

static void
test_forbidden (void)
{
  const LimberSelfCareSpot spots[] = {
    { LIMBER_AREA_GASTROCNEMIUS, LIMBER_SIDE_LEFT, 6, TRUE, 0 },
    { LIMBER_AREA_GASTROCNEMIUS, LIMBER_SIDE_RIGHT, 6, TRUE, 0 },
    { LIMBER_AREA_GLUTEUS_MINIMUS, LIMBER_SIDE_LEFT, 6, TRUE, 0 },
  };
  const LimberSelfCareBar local[] = {
    { LIMBER_AREA_GASTROCNEMIUS, LIMBER_SIDE_LEFT, FALSE },
    { LIMBER_AREA_GLUTEUS_MEDIUS, LIMBER_SIDE_BOTH, FALSE },
  };
  const LimberSelfCareBar total[] = { { LIMBER_AREA_NONE, LIMBER_SIDE_NONE, TRUE } };
  g_autoptr (GArray) plan = limber_self_care_plan (spots, G_N_ELEMENTS (spots), local, G_N_ELEMENTS (local));
  g_autoptr (GArray) nothing = limber_self_care_plan (spots, G_N_ELEMENTS (spots), total, 1);

  g_assert_cmpuint (plan->len, ==, 3);
  g_assert_cmpint (ITEM (plan, 0)->side, ==, LIMBER_SIDE_RIGHT);
  g_assert_false (ITEM (plan, 0)->barred);
  for (guint i = 1; i < plan->len; i++)
    {
      g_assert_true (ITEM (plan, i)->barred);
      g_assert_cmpint (ITEM (plan, i)->tool, ==, LIMBER_TOOL_NONE);
    }
  for (guint i = 0; i < nothing->len; i++)
    g_assert_cmpint (ITEM (nothing, i)->tool, ==, LIMBER_TOOL_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/self-care/tools", test_tools);
  g_test_add_func ("/self-care/every-area", test_every_area);
  g_test_add_func ("/self-care/glutes-as-typed", test_glutes_as_typed);
  g_test_add_func ("/self-care/newest-visit", test_newest_visit);
  g_test_add_func ("/self-care/both-sides", test_both_sides);
  g_test_add_func ("/self-care/forbidden", test_forbidden);
  return g_test_run ();
}
