/* SPDX-License-Identifier: GPL-3.0-or-later */
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
  g_test_add_func ("/self-care/newest-visit", test_newest_visit);
  g_test_add_func ("/self-care/both-sides", test_both_sides);
  g_test_add_func ("/self-care/forbidden", test_forbidden);
  return g_test_run ();
}
