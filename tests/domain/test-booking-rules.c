/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/booking-rules.h"

static void
test_rooms (void)
{
  const LimberInterval stays[] = { { 60, 120 }, { 0, 60 }, { 30, 90 }, { 200, 260 }, { 210, 220 } };
  const struct {
    int rooms;
    const char *full;
  } cases[] = {
    { 0, "" },
    { 1, "0-30 30-60 60-90 90-120 200-210 210-220 220-260" },
    { 2, "30-60 60-90 210-220" },
    { 3, "" },
    { 9, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) full = limber_rooms_full (stays, G_N_ELEMENTS (stays), cases[i].rooms);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < full->len; j++)
        g_string_append_printf (text, "%s%d-%d", j > 0 ? " " : "", (int) g_array_index (full, LimberInterval, j).start,
                                (int) g_array_index (full, LimberInterval, j).end);
      g_assert_cmpstr (text->str, ==, cases[i].full);
    }
}

static void
test_notice (void)
{
  const gint64 now = 1000000;

  g_assert_false (limber_notice_is_short (now, now, 0));
  g_assert_true (limber_notice_is_short (now, now, 30));
  g_assert_true (limber_notice_is_short (now + 30 * 60 - 1, now, 30));
  g_assert_false (limber_notice_is_short (now + 30 * 60, now, 30));
  g_assert_false (limber_notice_is_short (now - 1, now, 30));
}

static void
test_late_cancel (void)
{
  const gint64 now = 1000000, day = 24 * 3600;

  g_assert_false (limber_cancel_is_late (now + day, now, 24));
  g_assert_true (limber_cancel_is_late (now + day - 1, now, 24));
  g_assert_true (limber_cancel_is_late (now - 1, now, 24));
  g_assert_false (limber_cancel_is_late (now + 1, now, 0));
}

/* Every three weeks from 6 October 2026, 10:00: from the third time on it is winter. */
static void
test_repeat_keeps_the_hour (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  LimberDate first = limber_date_from_ymd (2026, 10, 6);
  g_autoptr (GArray) starts = limber_repeat_starts (limber_date_at_minute (first, 600, zone), 3, 10, zone);

  g_assert_cmpuint (starts->len, ==, 10);
  for (int i = 0; i < 10; i++)
    {
      gint64 start = g_array_index (starts, gint64, i);

      g_assert_cmpint (limber_date_from_instant (start, zone), ==, first + 21 * i);
      g_assert_cmpint (limber_minute_of_instant (start, zone), ==, 600);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/booking-rules/rooms", test_rooms);
  g_test_add_func ("/booking-rules/notice", test_notice);
  g_test_add_func ("/booking-rules/late-cancel", test_late_cancel);
  g_test_add_func ("/booking-rules/repeat-keeps-the-hour", test_repeat_keeps_the_hour);
  return g_test_run ();
}
