/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/slot-rules.h"

/* Any day that starts on a quarter hour of UTC. */
#define DAY 1790640000
#define AT(hour, minute) (DAY + ((hour) * 60 + (minute)) * 60)

static char *
free_text (const LimberInterval *working, guint n_working, const LimberBusy *busy, guint n_busy, int minutes, gint64 from)
{
  g_autoptr (GArray) starts = limber_slots_free (working, n_working, busy, n_busy, minutes, 15, from);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < starts->len; i++)
    {
      int minute = (int) (g_array_index (starts, gint64, i) - DAY) / 60;

      g_string_append_printf (text, "%s%02d:%02d", i > 0 ? " " : "", minute / 60, minute % 60);
    }
  return g_string_free (text, FALSE);
}

static void
assert_free (const LimberInterval *working, guint n_working, const LimberBusy *busy, guint n_busy, int minutes,
             gint64 from, const char *expected)
{
  g_autofree char *text = free_text (working, n_working, busy, n_busy, minutes, from);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_an_empty_day (void)
{
  const LimberInterval hours[] = { { AT (9, 0), AT (10, 30) } };

  assert_free (NULL, 0, NULL, 0, 60, 0, "");
  assert_free (hours, 1, NULL, 0, 60, 0, "09:00 09:15 09:30"); /* the turnover runs past closing */
  assert_free (hours, 1, NULL, 0, 90, 0, "09:00");
  assert_free (hours, 1, NULL, 0, 91, 0, "");
  assert_free (hours, 1, NULL, 0, 60, AT (9, 1), "09:15 09:30");
  assert_free (hours, 1, NULL, 0, 60, AT (12, 0), "");
}

static void
test_quarter_hours (void)
{
  const LimberInterval hours[] = { { AT (9, 10), AT (10, 20) } };

  assert_free (hours, 1, NULL, 0, 45, 0, "09:15 09:30");
}

static void
test_turnover_of_both (void)
{
  const LimberInterval hours[] = { { AT (9, 0), AT (12, 0) } };
  const LimberBusy busy[] = { { AT (10, 0), AT (11, 0), FALSE } }; /* 45 minutes and 15 of turnover */

  assert_free (hours, 1, busy, 1, 45, 0, "09:00 11:00 11:15");
  assert_free (hours, 1, busy, 1, 30, 0, "09:00 09:15 11:00 11:15 11:30");
}

static void
test_turnover_runs_into_a_break (void)
{
  const LimberInterval hours[] = { { AT (13, 0), AT (14, 0) }, { AT (9, 0), AT (12, 0) } };
  const LimberBusy busy[] = { { AT (10, 0), AT (12, 0), TRUE } };

  assert_free (hours, 2, busy, 1, 60, 0, "09:00 13:00");
}

static void
test_shifts_that_touch (void)
{
  const LimberInterval hours[] = { { AT (10, 0), AT (11, 0) }, { AT (9, 0), AT (10, 0) }, { AT (9, 15), AT (9, 30) } };

  assert_free (hours, 3, NULL, 0, 90, 0, "09:00 09:15 09:30");
}

static void
test_check (void)
{
  static const struct {
    gint64 start;
    int minutes;
    guint problems;
    int first;
  } lines[] = {
    { AT (9, 0), 45, LIMBER_SLOT_PROBLEM_NONE, -1 },
    { AT (9, 0), 46, LIMBER_SLOT_PROBLEM_OVERLAP, 1 },
    { AT (11, 0), 60, LIMBER_SLOT_PROBLEM_NONE, -1 },
    { AT (10, 59), 60, LIMBER_SLOT_PROBLEM_OVERLAP, 1 },
    { AT (11, 30), 60, LIMBER_SLOT_PROBLEM_BLOCKED, 0 },
    { AT (10, 30), 120, LIMBER_SLOT_PROBLEM_OVERLAP | LIMBER_SLOT_PROBLEM_BLOCKED, 1 },
    { AT (8, 45), 30, LIMBER_SLOT_PROBLEM_OUT_OF_HOURS, -1 },
    { AT (16, 30), 31, LIMBER_SLOT_PROBLEM_OUT_OF_HOURS, -1 },
    { AT (16, 30), 30, LIMBER_SLOT_PROBLEM_NONE, -1 },
  };
  const LimberInterval hours[] = { { AT (9, 0), AT (17, 0) } };
  const LimberBusy busy[] = { { AT (12, 0), AT (13, 0), TRUE }, { AT (10, 0), AT (11, 0), FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      LimberVisitTime slot = { lines[i].start, lines[i].minutes, 15 };
      int first = 99;

      g_assert_cmpuint (limber_slot_check (&slot, hours, 1, busy, 2, &first), ==, lines[i].problems);
      g_assert_cmpint (first, ==, lines[i].first);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slots/empty-day", test_an_empty_day);
  g_test_add_func ("/slots/quarter-hours", test_quarter_hours);
  g_test_add_func ("/slots/turnover-of-both", test_turnover_of_both);
  g_test_add_func ("/slots/turnover-into-a-break", test_turnover_runs_into_a_break);
  g_test_add_func ("/slots/shifts-that-touch", test_shifts_that_touch);
  g_test_add_func ("/slots/check", test_check);
  return g_test_run ();
}
