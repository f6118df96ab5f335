/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/red-flag.h"

#define AREA(name) LIMBER_AREA_##name
#define TYPE(name) LIMBER_FINDING_TYPE_##name
#define L LIMBER_SIDE_LEFT
#define R LIMBER_SIDE_RIGHT

static void
test_single_findings (void)
{
  static const struct {
    LimberRedFlagFinding finding;
    LimberRedFlag flag;
  } lines[] = {
    { { AREA (ANTERIOR_SHIN), R, TYPE (TENDER_POINT), 5, NULL }, LIMBER_RED_FLAG_BONY_TENDERNESS },
    { { AREA (ANTERIOR_SHIN), R, TYPE (TENDER_POINT), 4, NULL }, LIMBER_RED_FLAG_NONE },
    { { AREA (ANTERIOR_SHIN), R, TYPE (SORENESS), 8, NULL }, LIMBER_RED_FLAG_NONE },
    { { AREA (FOOT), L, TYPE (TENDER_POINT), 9, NULL }, LIMBER_RED_FLAG_BONY_TENDERNESS },
    { { AREA (PLANTAR_FASCIA), L, TYPE (TENDER_POINT), 9, NULL }, LIMBER_RED_FLAG_NONE },
    { { AREA (PLANTAR_FASCIA), L, TYPE (TENDER_POINT), 2, "on the Bone, not beside it" }, LIMBER_RED_FLAG_BONY_TENDERNESS },
    { { AREA (KNEE), L, TYPE (PAIN), 3, "direkt am Knochen" }, LIMBER_RED_FLAG_BONY_TENDERNESS },
    { { AREA (KNEE), L, TYPE (KNOT), 3, "near the bone" }, LIMBER_RED_FLAG_NONE },
    { { AREA (LOWER_BACK), L, TYPE (PAIN), 3, "wakes up at night" }, LIMBER_RED_FLAG_NIGHT_PAIN },
    { { AREA (LOWER_BACK), L, TYPE (PAIN), 3, "nachts schlimmer" }, LIMBER_RED_FLAG_NIGHT_PAIN },
    { { AREA (LOWER_BACK), L, TYPE (PAIN), 3, "after a fortnight off" }, LIMBER_RED_FLAG_NONE },
    { { AREA (LOWER_BACK), L, TYPE (TENSION), 3, "at night" }, LIMBER_RED_FLAG_NONE },
    { { AREA (ADDUCTORS), R, TYPE (PAIN), 1, NULL }, LIMBER_RED_FLAG_GROIN_PAIN },
    { { AREA (HIP_FLEXORS), R, TYPE (PAIN), 4, NULL }, LIMBER_RED_FLAG_GROIN_PAIN },
    { { AREA (ADDUCTORS), R, TYPE (TENSION), 8, NULL }, LIMBER_RED_FLAG_NONE },
    { { AREA (ADDUCTORS), R, TYPE (PAIN), 0, "at night" }, LIMBER_RED_FLAG_NONE },
    { { AREA (GASTROCNEMIUS), R, TYPE (PAIN), 8, NULL }, LIMBER_RED_FLAG_NONE },
    { { AREA (GASTROCNEMIUS), R, TYPE (SWELLING), 8, NULL }, LIMBER_RED_FLAG_NONE },
    { { AREA (QUADRICEPS), R, TYPE (KNOT), 10, NULL }, LIMBER_RED_FLAG_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_test_message ("line %u", i);
      g_assert_cmpint (limber_red_flag_of (&lines[i].finding, 1, 0), ==, lines[i].flag);
    }
}

/* Pain and swelling count together, in one leg, wherever in the calf each lies. */
static void
test_the_calf (void)
{
  const LimberRedFlagFinding findings[] = {
    { AREA (GASTROCNEMIUS), R, TYPE (PAIN), 4, NULL },
    { AREA (SOLEUS), R, TYPE (SWELLING), 2, NULL },
    { AREA (GASTROCNEMIUS), L, TYPE (PAIN), 4, NULL },
    { AREA (POPLITEAL), R, TYPE (SORENESS), 2, NULL },
    { AREA (GASTROCNEMIUS), R, TYPE (KNOT), 5, NULL },
    { AREA (SOLEUS), L, TYPE (SWELLING), 0, NULL },
  };
  static const LimberRedFlag flags[] = { LIMBER_RED_FLAG_CALF, LIMBER_RED_FLAG_CALF, LIMBER_RED_FLAG_NONE,
                                         LIMBER_RED_FLAG_CALF, LIMBER_RED_FLAG_NONE, LIMBER_RED_FLAG_NONE };

  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    g_assert_cmpint (limber_red_flag_of (findings, G_N_ELEMENTS (findings), i), ==, flags[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/red-flag/single-findings", test_single_findings);
  g_test_add_func ("/red-flag/the-calf", test_the_calf);
  return g_test_run ();
}
