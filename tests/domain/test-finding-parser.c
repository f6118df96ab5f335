/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/finding-parser.h"

/* "quadriceps right knot 7 unaware therapist: text" */
static char *
describe (const LimberFindingReading *reading)
{
  GString *text = g_string_new (limber_area_id (reading->area));

  g_string_append_printf (text, " %s %s", limber_side_id (reading->side), limber_finding_type_id (reading->type));
  if (reading->quality != LIMBER_PAIN_QUALITY_NONE)
    g_string_append_printf (text, " %s", limber_pain_quality_id (reading->quality));
  if (reading->severity != LIMBER_SEVERITY_UNKNOWN)
    g_string_append_printf (text, " %d", reading->severity);
  if (reading->unaware)
    g_string_append (text, " unaware");
  if (reading->source != LIMBER_FINDING_SOURCE_NONE)
    g_string_append_printf (text, " %s", limber_finding_source_id (reading->source));
  if (reading->text[0] != '\0')
    g_string_append_printf (text, ": %s", reading->text);
  return g_string_free (text, FALSE);
}

static void
test_understood (void)
{
  static const char *const lines[][2] = {
    { "r quad knot 7 unaware", "quadriceps right knot 7 unaware therapist" },
    { "unaware 7 knot quad r", "quadriceps right knot 7 unaware therapist" },
    { "  RIGHT, Quad. KNOT 7/10; Unaware ", "quadriceps right knot 7 unaware therapist" },
    { "l calf tp 10", "gastrocnemius left trigger-point 10" },
    { "left lower calf trigger point 0", "soleus left trigger-point 0" },
    { "both hams tight", "hamstrings both tension" },
    { "l r ham", "hamstrings both tension" },
    { "l ham r 3", "hamstrings both tension 3" },
    { "r shin", "anterior-shin right tension" },
    { "both pecs sore 4", "pectorals both soreness 4" },
    { "l lats", "latissimus left tension" },
    { "r glute spasm", "gluteus-maximus right spasm" },
    { "r side hip tender 6", "gluteus-medius right tender-point 6" },
    { "l side of the hip", "gluteus-medius left tension" },
    { "r back of the knee swollen", "popliteal right swelling" },
    { "l arch burning 5", "plantar-fascia left pain burning 5" },
    { "l arch sharp pain", "plantar-fascia left pain sharp" },
    { "l arch sharp knot", "plantar-fascia left knot: sharp" },
    { "r it band 6", "it-band right tension 6" },
    { "r IT-band 6", "it-band right tension 6" },
    { "r gluteus-medius knot", "gluteus-medius right knot" },
    { "r hip tfl knot", "tfl right knot" },
    { "r lower back 5 after long run", "lower-back right tension 5: after long run" },
    { "r quad 5: back was 3/10, left fine", "quadriceps right tension 5: back was 3/10, left fine" },
    { "r quad 10cm above", "quadriceps right tension: 10cm above" },
    { "r hamstr 4", "hamstrings right tension 4" },
    { "head 3", "head midline tension 3" },
    { "r stomach cramp", "abdominals midline spasm" },
    { "r quad client said 6", "quadriceps right tension 6 client" },
    { "r quad not aware", "quadriceps right tension unaware therapist" },
    { "r quad aware", "quadriceps right tension" },
    { "r quad Ödem", "quadriceps right tension: Ödem" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (LimberFindingReading) reading = limber_finding_parse (lines[i][0]);
      g_autofree char *text = describe (reading);

      g_assert_cmpstr (text, ==, lines[i][1]);
      g_assert_cmpint (reading->problem, ==, LIMBER_FINDING_PROBLEM_NONE);
      g_assert_null (reading->word);
    }
}

static void
test_problems (void)
{
  static const struct {
    const char *entry;
    LimberFindingProblem problem;
    const char *word;
    guint candidates;
  } lines[] = {
    { "", LIMBER_FINDING_PROBLEM_EMPTY, NULL, 0 },
    { NULL, LIMBER_FINDING_PROBLEM_EMPTY, NULL, 0 },
    { " , ", LIMBER_FINDING_PROBLEM_EMPTY, NULL, 0 },
    { ": quad", LIMBER_FINDING_PROBLEM_EMPTY, NULL, 0 },
    { "r qxad knot", LIMBER_FINDING_PROBLEM_NO_AREA, "qxad", 0 },
    { "knot 7", LIMBER_FINDING_PROBLEM_NO_AREA, "knot", 0 },
    { "r hips 7", LIMBER_FINDING_PROBLEM_WHICH_AREA, "hips", 5 },
    { "l Back knot", LIMBER_FINDING_PROBLEM_WHICH_AREA, "Back", 3 },
    { "both legs sore", LIMBER_FINDING_PROBLEM_WHICH_AREA, "legs", 13 },
    { "r hip quad", LIMBER_FINDING_PROBLEM_WHICH_AREA, "hip", 5 },
    { "r quad calf", LIMBER_FINDING_PROBLEM_TWO_AREAS, "calf", 0 },
    { "r quad outer thigh", LIMBER_FINDING_PROBLEM_TWO_AREAS, "outer thigh", 0 },
    { "quad knot", LIMBER_FINDING_PROBLEM_WHICH_SIDE, "quad", 0 },
    { "midline outer thigh", LIMBER_FINDING_PROBLEM_WHICH_SIDE, "outer thigh", 0 },
    { "r quad knot spasm", LIMBER_FINDING_PROBLEM_TWO_TYPES, "spasm", 0 },
    { "r quad 11", LIMBER_FINDING_PROBLEM_SEVERITY, "11", 0 },
    { "r quad -1", LIMBER_FINDING_PROBLEM_SEVERITY, "-1", 0 },
    { "r quad 7.5", LIMBER_FINDING_PROBLEM_SEVERITY, "7.5", 0 },
    { "r quad 7/8", LIMBER_FINDING_PROBLEM_SEVERITY, "7/8", 0 },
    { "r quad 7 8", LIMBER_FINDING_PROBLEM_SEVERITY, "8", 0 },
    { "r quad 99999999999999999999", LIMBER_FINDING_PROBLEM_SEVERITY, "99999999999999999999", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (LimberFindingReading) reading = limber_finding_parse (lines[i].entry);
      LimberSide sides[2];

      g_test_message ("%s", lines[i].entry ? lines[i].entry : "(null)");
      g_assert_cmpint (reading->problem, ==, lines[i].problem);
      g_assert_cmpstr (reading->word, ==, lines[i].word);
      g_assert_cmpuint (reading->n_candidates, ==, lines[i].candidates);
      g_assert_cmpuint (limber_finding_reading_sides (reading, sides), ==, 0);
    }
}

static void
test_both_makes_two (void)
{
  g_autoptr (LimberFindingReading) both = limber_finding_parse ("both calves 5");
  g_autoptr (LimberFindingReading) left = limber_finding_parse ("l calf 5");
  LimberSide sides[2];

  g_assert_cmpuint (limber_finding_reading_sides (both, sides), ==, 2);
  g_assert_cmpint (sides[0], ==, LIMBER_SIDE_LEFT);
  g_assert_cmpint (sides[1], ==, LIMBER_SIDE_RIGHT);
  g_assert_cmpuint (limber_finding_reading_sides (left, sides), ==, 1);
  g_assert_cmpint (sides[0], ==, LIMBER_SIDE_LEFT);
}

static void
test_every_area_has_its_id (void)
{
  for (LimberArea area = LIMBER_AREA_NONE + 1; area <= LIMBER_AREA_LAST; area++)
    {
      g_autofree char *entry = g_strdup_printf ("left %s", limber_area_id (area));
      g_autoptr (LimberFindingReading) reading = limber_finding_parse (entry);

      g_assert_cmpstr (limber_area_id (reading->area), ==, limber_area_id (area));
      g_assert_cmpint (reading->problem, ==, LIMBER_FINDING_PROBLEM_NONE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed/understood", test_understood);
  g_test_add_func ("/typed/problems", test_problems);
  g_test_add_func ("/typed/both-makes-two", test_both_makes_two);
  g_test_add_func ("/typed/every-area", test_every_area_has_its_id);
  return g_test_run ();
}
