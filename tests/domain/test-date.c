/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/date.h"

static void
test_parse (void)
{
  static const struct { const char *text; gboolean valid; } cases[] = {
    { "2026-10-11", TRUE }, { "2028-02-29", TRUE }, { "2026-02-29", FALSE }, { "2100-02-29", FALSE },
    { "2000-02-29", TRUE }, { "2026-13-01", FALSE }, { "2026-00-01", FALSE }, { "2026-1-01", FALSE },
    { "2026-10-11 ", FALSE }, { "26-10-11", FALSE }, { "", FALSE }, { NULL, FALSE }, { "2026/10/11", FALSE },
    { "0000-01-01", FALSE }, { "+026-10-11", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LimberDate date = limber_date_parse (cases[i].text);

      g_test_message ("%s", cases[i].text ? cases[i].text : "(null)");
      g_assert_cmpint (date != LIMBER_DATE_NONE, ==, cases[i].valid);
      if (cases[i].valid)
        {
          g_autofree char *iso = limber_date_to_iso (date);
          g_assert_cmpstr (iso, ==, cases[i].text);
        }
    }
}

static void
test_arithmetic (void)
{
  g_assert_cmpint (limber_date_parse ("2028-02-15") + 14, ==, limber_date_parse ("2028-02-29"));
  g_assert_cmpint (limber_date_parse ("2027-01-01") - limber_date_parse ("2026-12-31"), ==, 1);
}

static void
test_weekday (void)
{
  g_assert_cmpint (limber_date_weekday (limber_date_parse ("2026-10-11")), ==, 7);
  g_assert_cmpint (limber_date_weekday (limber_date_parse ("2026-09-29")), ==, 2);
  g_assert_cmpint (limber_date_weekday (limber_date_parse ("0001-01-01")), ==, 1);
}

static void
test_instants_keep_the_wall_clock (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  LimberDate before = limber_date_parse ("2026-10-24"), after = limber_date_parse ("2026-10-25");

  g_assert_nonnull (zone);
  g_assert_cmpint (limber_date_at_minute (after, 600, zone) - limber_date_at_minute (before, 600, zone), ==, 25 * 3600);
  g_assert_cmpint (limber_minute_of_instant (limber_date_at_minute (after, 600, zone), zone), ==, 600);
  g_assert_cmpint (limber_date_from_instant (limber_date_at_minute (after, 0, zone), zone), ==, after);
  g_assert_cmpint (limber_date_from_instant (limber_date_at_minute (after, 0, zone) - 1, zone), ==, before);
  g_assert_cmpint (limber_date_at_minute (before, 1440 + 60, zone), ==, limber_date_at_minute (after, 60, zone));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/arithmetic", test_arithmetic);
  g_test_add_func ("/date/weekday", test_weekday);
  g_test_add_func ("/date/instants-keep-the-wall-clock", test_instants_keep_the_wall_clock);
  return g_test_run ();
}
