/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/work-day.h"

#define MONDAY limber_date_from_ymd (2026, 10, 5)
#define HOUR(h) ((h) * 60)

static GTimeZone *zone;

static char *
hours_text (LimberDate date, const LimberWorkStretch *stretches, guint n)
{
  g_autoptr (GArray) hours = limber_work_day_hours (date, stretches, n, zone);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hours->len; i++)
    {
      const LimberInterval *one = &g_array_index (hours, LimberInterval, i);

      g_string_append_printf (text, "%s%d-%d", i > 0 ? " " : "", limber_minute_of_instant (one->start, zone) / 60,
                              limber_minute_of_instant (one->end, zone) / 60);
    }
  return g_string_free (text, FALSE);
}

static void
test_exceptions_replace_the_pattern (void)
{
  const LimberWorkStretch stretches[] = {
    { LIMBER_DATE_NONE, 1, HOUR (8), HOUR (12) },
    { LIMBER_DATE_NONE, 1, HOUR (13), HOUR (17) },
    { LIMBER_DATE_NONE, 2, HOUR (9), HOUR (15) },
    { MONDAY + 7, 0, HOUR (14), HOUR (20) },
    { MONDAY + 8, 0, 0, 0 },
    { MONDAY + 13, 0, HOUR (10), HOUR (12) },
  };
  const struct {
    const char *name;
    int day;
    const char *hours;
  } cases[] = {
    { "the weekly pattern", 0, "8-12 13-17" },
    { "another weekday", 1, "9-15" },
    { "a weekday without work", 2, "" },
    { "other hours on one date", 7, "14-20" },
    { "a day off", 8, "" },
    { "work on a Sunday for once", 13, "10-12" },
    { "the week after follows the pattern again", 14, "8-12 13-17" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = hours_text (MONDAY + cases[i].day, stretches, G_N_ELEMENTS (stretches));

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (text, ==, cases[i].hours);
    }
}

/* 25 October 2026 has 25 hours, 28 March 2027 has 23: the wall clock decides. */
static void
test_change_of_the_clocks (void)
{
  const LimberWorkStretch stretches[] = { { LIMBER_DATE_NONE, 7, HOUR (1), HOUR (9) } };
  const LimberDate days[] = { limber_date_from_ymd (2026, 10, 25), limber_date_from_ymd (2027, 3, 28) };
  const int expected[] = { HOUR (9), HOUR (7) };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GArray) hours = limber_work_day_hours (days[i], stretches, 1, zone);
      g_autofree char *text = hours_text (days[i], stretches, 1);

      g_assert_cmpstr (text, ==, "1-9");
      g_assert_cmpint (limber_work_day_minutes ((LimberInterval *) hours->data, 1, NULL, 0), ==, expected[i]);
    }
}

static void
test_weekly (void)
{
  const LimberDate first = MONDAY, last = MONDAY + 14;
  const struct {
    LimberDate from, until, on;
    gboolean comes;
  } cases[] = {
    { LIMBER_DATE_NONE, LIMBER_DATE_NONE, MONDAY, TRUE },
    { LIMBER_DATE_NONE, LIMBER_DATE_NONE, MONDAY + 1, FALSE },
    { LIMBER_DATE_NONE, LIMBER_DATE_NONE, MONDAY + 700, TRUE },
    { first, last, MONDAY - 7, FALSE },
    { first, last, MONDAY, TRUE },
    { first, last, MONDAY + 14, TRUE },
    { first, last, MONDAY + 21, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LimberWeekly lunch = { 1, HOUR (12), HOUR (13), cases[i].from, cases[i].until };
      LimberInterval when = { 0, 0 };

      g_assert_cmpint (limber_weekly_on (&lunch, cases[i].on, zone, &when), ==, cases[i].comes);
      if (cases[i].comes)
        {
          g_assert_cmpint (when.start, ==, limber_date_at_minute (cases[i].on, HOUR (12), zone));
          g_assert_cmpint (when.end - when.start, ==, 3600);
        }
    }
}

static void
test_minutes (void)
{
  const LimberInterval work[] = { { 0, 60 * 60 }, { 120 * 60, 180 * 60 } };
  const LimberInterval twice[] = { { 0, 60 * 60 }, { 30 * 60, 90 * 60 } };
  const LimberInterval blocked[] = { { -100, 30 * 60 }, { 10 * 60, 20 * 60 }, { 150 * 60, 999 * 60 } };

  g_assert_cmpint (limber_work_day_minutes (NULL, 0, blocked, 3), ==, 0);
  g_assert_cmpint (limber_work_day_minutes (work, 2, NULL, 0), ==, 120);
  g_assert_cmpint (limber_work_day_minutes (work, 2, blocked, 3), ==, 60);
  g_assert_cmpint (limber_work_day_minutes (twice, 2, NULL, 0), ==, 90);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_test_add_func ("/work-day/exceptions-replace-the-pattern", test_exceptions_replace_the_pattern);
  g_test_add_func ("/work-day/change-of-the-clocks", test_change_of_the_clocks);
  g_test_add_func ("/work-day/weekly", test_weekly);
  g_test_add_func ("/work-day/minutes", test_minutes);
  result = g_test_run ();
  g_time_zone_unref (zone);
  return result;
}
