/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/motion.h"

static void
test_every_motion_has_an_id_and_a_range (void)
{
  for (int motion = LIMBER_MOTION_NONE + 1; motion <= LIMBER_MOTION_LAST; motion++)
    {
      const char *id = limber_motion_id ((LimberMotion) motion);
      LimberRange range = limber_motion_range ((LimberMotion) motion);

      g_assert_nonnull (id);
      g_assert_cmpint (limber_motion_from_id (id), ==, motion);
      g_assert_cmpint (range.least, >=, 0);
      g_assert_cmpint (range.least, <, range.most);
      g_assert_cmpint (range.most, <=, 180);
      g_assert_cmpint (range.least % 5, ==, 0);
      g_assert_cmpint (range.most % 5, ==, 0);
    }
  g_assert_cmpint (limber_motion_from_id ("elbow-wiggle"), ==, LIMBER_MOTION_NONE);
  g_assert_cmpint (limber_motion_from_id (NULL), ==, LIMBER_MOTION_NONE);
}

static void
test_judging (void)
{
  static const struct {
    LimberMotion motion;
    double degrees;
    LimberRangeVerdict verdict;
  } lines[] = {
    { LIMBER_MOTION_HIP_EXTENSION, 12, LIMBER_RANGE_BELOW },
    { LIMBER_MOTION_HIP_EXTENSION, 15, LIMBER_RANGE_WITHIN },
    { LIMBER_MOTION_HIP_EXTENSION, 30, LIMBER_RANGE_WITHIN },
    { LIMBER_MOTION_HIP_EXTENSION, 30.5, LIMBER_RANGE_BEYOND },
    { LIMBER_MOTION_HIP_EXTENSION, LIMBER_DEGREES_UNKNOWN, LIMBER_RANGE_UNKNOWN },
    { LIMBER_MOTION_KNEE_EXTENSION, 0, LIMBER_RANGE_WITHIN },
    { LIMBER_MOTION_NONE, 10, LIMBER_RANGE_UNKNOWN },
    { LIMBER_MOTION_ANKLE_DORSIFLEXION, 8, LIMBER_RANGE_BELOW },
    { LIMBER_MOTION_SHOULDER_FLEXION, 180, LIMBER_RANGE_WITHIN },
    { LIMBER_MOTION_BIG_TOE_EXTENSION, 71, LIMBER_RANGE_BEYOND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpint (limber_motion_judge (lines[i].motion, lines[i].degrees), ==, lines[i].verdict);
}

static void
test_difference (void)
{
  double difference = 0;

  g_assert_true (limber_motion_difference (12, 17, &difference));
  g_assert_cmpfloat (difference, ==, 5);
  g_assert_true (limber_motion_difference (20, 0, &difference));
  g_assert_cmpfloat (difference, ==, -20);
  g_assert_false (limber_motion_difference (LIMBER_DEGREES_UNKNOWN, 17, &difference));
  g_assert_false (limber_motion_difference (12, LIMBER_DEGREES_UNKNOWN, &difference));
}

/* A tight area suggests a motion of a joint that it crosses. */
static void
test_areas (void)
{
  g_assert_cmpint (limber_motion_of_area (LIMBER_AREA_HIP_FLEXORS), ==, LIMBER_MOTION_HIP_EXTENSION);
  g_assert_cmpint (limber_motion_of_area (LIMBER_AREA_GASTROCNEMIUS), ==, LIMBER_MOTION_ANKLE_DORSIFLEXION);
  g_assert_cmpint (limber_motion_of_area (LIMBER_AREA_HAMSTRINGS), ==, LIMBER_MOTION_STRAIGHT_LEG_RAISE);
  g_assert_cmpint (limber_motion_of_area (LIMBER_AREA_HEAD), ==, LIMBER_MOTION_NONE);
  g_assert_cmpint (limber_motion_of_area (LIMBER_AREA_NONE), ==, LIMBER_MOTION_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/motion/every-motion-has-an-id-and-a-range", test_every_motion_has_an_id_and_a_range);
  g_test_add_func ("/motion/judging", test_judging);
  g_test_add_func ("/motion/difference", test_difference);
  g_test_add_func ("/motion/areas", test_areas);
  return g_test_run ();
}
