/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/waiting-rules.h"

#define MONDAY limber_date_from_ymd (2026, 10, 5)
#define THURSDAYS LIMBER_WEEKDAY_BIT (4)

static const struct {
  const char *name;
  LimberWaitingWish wish;
  int day, minute, minutes;
  const char *staff;
  guint mismatch;
} cases[] = {
  { "anything will do", { .minutes = 45 }, 0, 600, 45, "a", 0 },
  { "room enough and to spare", { .minutes = 30 }, 0, 600, 60, "a", 0 },
  { "too short", { .minutes = 60 }, 0, 600, 45, "a", LIMBER_WAITING_TOO_SHORT },
  { "Thursday after four", { .weekdays = THURSDAYS, .from_minute = 960, .minutes = 45 }, 3, 960, 45, "a", 0 },
  { "Thursday before four", { .weekdays = THURSDAYS, .from_minute = 960, .minutes = 45 }, 3, 945, 45, "a",
    LIMBER_WAITING_WRONG_TIME },
  { "Wednesday", { .weekdays = THURSDAYS, .minutes = 45 }, 2, 960, 45, "a", LIMBER_WAITING_WRONG_WEEKDAY },
  { "over by noon", { .to_minute = 720, .minutes = 45 }, 0, 675, 45, "a", 0 },
  { "not over by noon", { .to_minute = 720, .minutes = 45 }, 0, 690, 45, "a", LIMBER_WAITING_WRONG_TIME },
  { "the right therapist", { .minutes = 45, .staff_id = "a" }, 0, 600, 45, "a", 0 },
  { "another therapist", { .minutes = 45, .staff_id = "a" }, 0, 600, 45, "b", LIMBER_WAITING_WRONG_THERAPIST },
  { "wrong in two ways", { .minutes = 60, .staff_id = "a" }, 0, 600, 45, "b",
    LIMBER_WAITING_WRONG_THERAPIST | LIMBER_WAITING_TOO_SHORT },
};

static void
test_windows (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LimberWaitingSlot slot = { limber_date_at_minute (MONDAY + cases[i].day, cases[i].minute, zone),
                                 cases[i].minutes, cases[i].staff };

      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (limber_waiting_match (&cases[i].wish, &slot, zone), ==, cases[i].mismatch);
    }
}

static void
test_dates (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  LimberWaitingWish wish = { .from = MONDAY, .until = MONDAY + 3, .minutes = 45 };

  for (int day = -2; day < 6; day++)
    {
      LimberWaitingSlot slot = { limber_date_at_minute (MONDAY + day, 600, zone), 45, "a" };

      g_assert_cmpuint (limber_waiting_match (&wish, &slot, zone), ==,
                        day < 0 || day > 3 ? LIMBER_WAITING_WRONG_DATE : LIMBER_WAITING_FITS);
    }
}

static void
test_earlier_than_what_is_booked (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  gint64 booked = limber_date_at_minute (MONDAY + 4, 600, zone);
  LimberWaitingWish wish = { .minutes = 45, .before = booked };
  LimberWaitingSlot slot = { booked - 900, 45, "a" };

  g_assert_cmpuint (limber_waiting_match (&wish, &slot, zone), ==, LIMBER_WAITING_FITS);
  slot.start = booked;
  g_assert_cmpuint (limber_waiting_match (&wish, &slot, zone), ==, LIMBER_WAITING_NOT_EARLIER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/waiting-rules/windows", test_windows);
  g_test_add_func ("/waiting-rules/dates", test_dates);
  g_test_add_func ("/waiting-rules/earlier-than-what-is-booked", test_earlier_than_what_is_booked);
  return g_test_run ();
}
