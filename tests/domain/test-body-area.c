/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/body-area.h"
#include "domain/finding.h"
#include "domain/work.h"

#include <string.h>

static void
test_ids_round_trip (void)
{
  for (LimberArea area = LIMBER_AREA_NONE + 1; area <= LIMBER_AREA_LAST; area++)
    {
      g_assert_nonnull (limber_area_id (area));
      g_assert_cmpint (limber_area_from_id (limber_area_id (area)), ==, area);
      g_assert_nonnull (limber_area_lay_name (area));
      g_assert_nonnull (limber_area_anatomical_name (area));
      g_assert_cmpint (limber_area_views (area), !=, 0);
      g_assert_true (limber_area_home_view (area) == LIMBER_VIEW_FRONT || limber_area_home_view (area) == LIMBER_VIEW_BACK);
      g_assert_cmpint (limber_area_home_view (area) & limber_area_views (area), !=, 0);
    }
  g_assert_cmpint (limber_area_from_id ("tail"), ==, LIMBER_AREA_NONE);
  g_assert_cmpint (limber_area_from_id (NULL), ==, LIMBER_AREA_NONE);
}

static void
test_groups (void)
{
  g_assert_true (limber_area_groups (LIMBER_AREA_SOLEUS) & LIMBER_GROUP_CALVES);
  g_assert_true (limber_area_groups (LIMBER_AREA_TFL) & LIMBER_GROUP_HIPS);
  g_assert_true (limber_area_groups (LIMBER_AREA_PLANTAR_FASCIA) & LIMBER_GROUP_LEGS);
  g_assert_false (limber_area_groups (LIMBER_AREA_LOWER_BACK) & LIMBER_GROUP_LEGS);
  g_assert_false (limber_area_groups (LIMBER_AREA_GLUTEUS_MAXIMUS) & LIMBER_GROUP_HIPS);
}

static void
test_the_glutes_have_no_invented_tool (void)
{
  g_assert_cmpint (limber_area_tool (LIMBER_AREA_GLUTEUS_MAXIMUS), ==, LIMBER_TOOL_NONE);
  g_assert_cmpint (limber_area_tool (LIMBER_AREA_QUADRICEPS), ==, LIMBER_TOOL_FOAM_ROLLER);
}

static void
test_severity_bins (void)
{
  static const int bins[] = { 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5 };

  for (int severity = 0; severity <= LIMBER_SEVERITY_MAX; severity++)
    g_assert_cmpint (limber_severity_bin (severity), ==, bins[severity]);
}

static void
test_every_type_has_its_own_letter (void)
{
  for (int a = 1; a <= LIMBER_FINDING_TYPE_LAST; a++)
    for (int b = 1; b < a; b++)
      g_assert_cmpstr (limber_finding_type_letter (a), !=, limber_finding_type_letter (b));
}

static void
test_light_work (void)
{
  static const struct { int pressure; LimberStyle style; guint techniques; LimberWork work; } cases[] = {
    { 2, LIMBER_STYLE_SPORTS, 0, LIMBER_WORK_LIGHT },
    { 1, LIMBER_STYLE_LIGHT, LIMBER_TECHNIQUE_BIT (LIMBER_TECHNIQUE_EFFLEURAGE), LIMBER_WORK_LIGHT },
    { 3, LIMBER_STYLE_LIGHT, 0, LIMBER_WORK_DEEP },
    { 2, LIMBER_STYLE_DEEP_TISSUE, 0, LIMBER_WORK_DEEP },
    { 2, LIMBER_STYLE_SPORTS, LIMBER_TECHNIQUE_BIT (LIMBER_TECHNIQUE_STRIPPING), LIMBER_WORK_DEEP },
    { 1, LIMBER_STYLE_SPORTS, LIMBER_TECHNIQUE_BIT (LIMBER_TECHNIQUE_MYOFASCIAL_RELEASE), LIMBER_WORK_DEEP },
    { 0, LIMBER_STYLE_LIGHT, 0, LIMBER_WORK_DEEP },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (limber_work_of_session (cases[i].pressure, cases[i].style, cases[i].techniques), ==, cases[i].work);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/area/ids-round-trip", test_ids_round_trip);
  g_test_add_func ("/area/groups", test_groups);
  g_test_add_func ("/area/the-glutes-have-no-invented-tool", test_the_glutes_have_no_invented_tool);
  g_test_add_func ("/finding/severity-bins", test_severity_bins);
  g_test_add_func ("/finding/every-type-has-its-own-letter", test_every_type_has_its_own_letter);
  g_test_add_func ("/kind-of-work/light", test_light_work);
  return g_test_run ();
}
