/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/session-time.h"

#define START G_GINT64_CONSTANT (1790640000)

static void
test_table (void)
{
  static const struct {
    LimberPause pauses[3];
    guint n;
    gint64 end, now;
    int elapsed, remaining, overtime, paused;
    gboolean is_paused;
  } lines[] = {
    { { { 0 } }, 0, 0, 0, 0, 2700, 0, 0, FALSE },
    { { { 0 } }, 0, 0, -50, 0, 2700, 0, 0, FALSE },
    { { { 0 } }, 0, 0, 600, 600, 2100, 0, 0, FALSE },
    { { { 0 } }, 0, 0, 2700, 2700, 0, 0, 0, FALSE },
    { { { 0 } }, 0, 0, 2761, 2761, 0, 61, 0, FALSE },
    { { { 100, 200 } }, 1, 0, 600, 500, 2200, 0, 100, FALSE },
    { { { 100, 200 }, { 300, 0 } }, 2, 0, 600, 200, 2500, 0, 400, TRUE },
    { { { 100, 0 } }, 1, 0, 100, 100, 2600, 0, 0, TRUE },
    { { { 100, 300 }, { 200, 400 }, { 250, 260 } }, 3, 0, 600, 300, 2400, 0, 300, FALSE },
    { { { 100, 0 } }, 1, 0, 86400, 100, 2600, 0, 86300, TRUE },
    { { { 100, 200 } }, 1, 2900, 9999, 2800, 0, 100, 100, FALSE },
    { { { 100, 0 } }, 1, 2900, 9999, 100, 2600, 0, 2800, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      LimberPause pauses[3];
      LimberSessionTime time;

      for (guint j = 0; j < lines[i].n; j++)
        {
          pauses[j].start = START + lines[i].pauses[j].start;
          pauses[j].end = lines[i].pauses[j].end ? START + lines[i].pauses[j].end : 0;
        }
      time = limber_session_time (START, lines[i].end ? START + lines[i].end : 0, pauses, lines[i].n, 45,
                                  START + lines[i].now);
      g_test_message ("line %u", i);
      g_assert_cmpint (time.elapsed, ==, lines[i].elapsed);
      g_assert_cmpint (time.remaining, ==, lines[i].remaining);
      g_assert_cmpint (time.overtime, ==, lines[i].overtime);
      g_assert_cmpint (time.paused, ==, lines[i].paused);
      g_assert_cmpint (time.is_paused, ==, lines[i].is_paused);
      g_assert_cmpint (time.planned_end, ==, START + 2700 + lines[i].paused);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-time/table", test_table);
  return g_test_run ();
}
