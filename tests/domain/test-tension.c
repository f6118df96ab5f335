/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/tension.h"

#include <stdlib.h>
#include <string.h>

static void
test_trend (void)
{
  g_assert_cmpint (limber_trend_of (7, 4), ==, LIMBER_TREND_BETTER);
  g_assert_cmpint (limber_trend_of (4, 4), ==, LIMBER_TREND_SAME);
  g_assert_cmpint (limber_trend_of (0, 1), ==, LIMBER_TREND_WORSE);
  g_assert_cmpint (limber_trend_of (LIMBER_SEVERITY_UNKNOWN, 4), ==, LIMBER_TREND_NONE);
  g_assert_cmpint (limber_trend_of (4, LIMBER_SEVERITY_UNKNOWN), ==, LIMBER_TREND_NONE);
}

/* One word a visit, oldest first: "7>4" is 7 before and 4 left, "-" nothing found, "?" found without a severity. */
static LimberCreep
judge (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autofree LimberAreaVisit *visits = g_new0 (LimberAreaVisit, g_strv_length (words) + 1);
  gsize n = 0;

  for (guint i = 0; words[i] && *words[i]; i++, n++)
    {
      const char *left = strchr (words[i], '>');

      visits[n] = (LimberAreaVisit) { *words[i] != '-', LIMBER_SEVERITY_UNKNOWN, 0 };
      if (*words[i] == '?')
        visits[n].left = LIMBER_SEVERITY_UNKNOWN;
      else if (*words[i] != '-')
        visits[n].before = visits[n].left = atoi (words[i]);
      if (left)
        visits[n].left = atoi (left + 1);
    }
  return limber_creep_judge (visits, n);
}

typedef struct {
  const char *visits;
  LimberCreepKind kind;
  int from, to, count;
} Row;

static const Row rows[] = {
  /* Too little to tell */
  { "", LIMBER_CREEP_NONE },
  { "7", LIMBER_CREEP_NONE },
  { "3 7", LIMBER_CREEP_NONE },
  { "- - -", LIMBER_CREEP_NONE },
  /* Rising */
  { "3 5 7", LIMBER_CREEP_RISING, 3, 7, 3 },
  { "3 3 4", LIMBER_CREEP_RISING, 3, 4, 3 },
  { "3>2 4>2 5>3 6>3 7>4", LIMBER_CREEP_RISING, 3, 7, 5 },
  { "9 3 4 5", LIMBER_CREEP_RISING, 3, 5, 3 },
  { "3 - 4 - 6", LIMBER_CREEP_RISING, 3, 6, 3 },
  { "2 3 4 - -", LIMBER_CREEP_RISING, 2, 4, 3 },
  { "3 ? 4 6", LIMBER_CREEP_RISING, 3, 6, 3 },
  /* Not rising */
  { "5 5 5", LIMBER_CREEP_NONE },
  { "3 5 5 5", LIMBER_CREEP_NONE },      /* the rise is over */
  { "3 6 5", LIMBER_CREEP_NONE },
  { "7 6 5", LIMBER_CREEP_NONE },
  { "2 3 4 - - -", LIMBER_CREEP_NONE },  /* gone for three visits */
  { "4 ? ?", LIMBER_CREEP_NONE },
  /* Returning */
  { "6 - 6 - 5", LIMBER_CREEP_RETURNING, 6, 5, 2 },
  { "6>0 6>0 5", LIMBER_CREEP_RETURNING, 6, 5, 2 },
  { "6 - 6 - 5 - -", LIMBER_CREEP_RETURNING, 6, 5, 2 },
  { "5 - 5 - 5 - 5", LIMBER_CREEP_RETURNING, 5, 5, 3 },
  /* Not returning */
  { "- 6 - 5", LIMBER_CREEP_NONE },      /* the first time is no return, and once is no habit */
  { "6>3 6>3 6>3", LIMBER_CREEP_NONE },  /* eased, but never gone */
  { "6 - 6 - 5 - - -", LIMBER_CREEP_NONE },
  { "6 - 6 - - - - - 5", LIMBER_CREEP_NONE }, /* the first return is too long ago */
  { "6 - ? - 5", LIMBER_CREEP_NONE },
};

static void
test_creeping (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LimberCreep creep = judge (rows[i].visits);

      if (creep.kind != rows[i].kind || creep.from != rows[i].from || creep.to != rows[i].to
          || creep.visits != rows[i].count)
        g_error ("“%s”: %d, %d to %d in %d", rows[i].visits, creep.kind, creep.from, creep.to, creep.visits);
    }
}

static void
test_order (void)
{
  LimberCreep steep = { LIMBER_CREEP_RISING, 3, 7, 5 }, flat = { LIMBER_CREEP_RISING, 4, 6, 3 };
  LimberCreep higher = { LIMBER_CREEP_RISING, 6, 8, 3 }, back = { LIMBER_CREEP_RETURNING, 2, 9, 2 };

  g_assert_cmpint (limber_creep_compare (&steep, &flat), <, 0);
  g_assert_cmpint (limber_creep_compare (&higher, &flat), <, 0);
  g_assert_cmpint (limber_creep_compare (&flat, &back), <, 0);
  g_assert_cmpint (limber_creep_compare (&flat, &flat), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tension/trend", test_trend);
  g_test_add_func ("/tension/creeping", test_creeping);
  g_test_add_func ("/tension/order", test_order);
  return g_test_run ();
}
