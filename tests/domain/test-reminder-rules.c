/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/reminder-rules.h"

#define L "2026-09-07" /* a Monday: due from Monday 2026-09-21, overdue from Tuesday 2026-09-29 */

static LimberDate
day (const char *iso)
{
  return iso ? limber_date_parse (iso) : LIMBER_DATE_NONE;
}

static LimberReminderFacts
facts_of_cycle (void)
{
  return (LimberReminderFacts) { .last = day (L), .cadence_min = 14, .cadence_max = 21 };
}

static void
assert_next (const LimberReminderFacts *facts, int number, const char *date)
{
  LimberReminderSettings settings;
  LimberNextNudge next;

  limber_reminder_settings_init_defaults (&settings);
  next = limber_reminder_next (facts, &settings, facts->last);
  g_assert_cmpint (next.number, ==, number);
  g_assert_cmpint (next.date, ==, day (date));
}

static void
shown (LimberReminderFacts *facts, int count, const char *planned, const char *on)
{
  facts->shown = count;
  facts->last_planned = day (planned);
  facts->last_shown = day (on);
}

static void
test_three_nudges (void)
{
  LimberReminderFacts facts = facts_of_cycle ();

  assert_next (&facts, 1, "2026-09-21");
  shown (&facts, 1, "2026-09-21", "2026-09-21");
  assert_next (&facts, 2, "2026-09-29");
  shown (&facts, 2, "2026-09-29", "2026-09-29");
  assert_next (&facts, 3, "2026-10-06");
  shown (&facts, 3, "2026-10-06", "2026-10-06");
  assert_next (&facts, 0, NULL);
}

static void
test_weekend_waits_for_monday (void)
{
  LimberReminderFacts facts = facts_of_cycle ();

  facts.last = day ("2026-09-05"); /* L+14 is a Saturday */
  assert_next (&facts, 1, "2026-09-21");
}

static void
test_late_nudge_keeps_the_distance (void)
{
  LimberReminderFacts facts = facts_of_cycle ();

  shown (&facts, 1, "2026-09-21", "2026-09-28");
  assert_next (&facts, 2, "2026-10-05");
}

static void
test_contact_starts_a_new_round (void)
{
  LimberReminderFacts facts = facts_of_cycle ();

  facts.contacted = day ("2026-09-29");
  facts.contact_delay = 7;
  assert_next (&facts, 1, "2026-10-06");
  facts.contact_delay = 3;
  assert_next (&facts, 1, "2026-10-02");
  shown (&facts, 1, "2026-10-02", "2026-10-02");
  assert_next (&facts, 2, "2026-10-09");
}

static void
test_snooze_moves_the_next_one (void)
{
  LimberReminderFacts facts = facts_of_cycle ();

  shown (&facts, 1, "2026-09-21", "2026-09-21");
  facts.snoozed_until = day ("2026-10-08");
  assert_next (&facts, 2, "2026-10-08");
  g_assert_cmpint (limber_reminder_state (&facts, day ("2026-10-07")), ==, LIMBER_REMINDER_STATE_SNOOZED);
  g_assert_cmpint (limber_reminder_state (&facts, day ("2026-10-08")), ==, LIMBER_REMINDER_STATE_OVERDUE);
  shown (&facts, 2, "2026-10-08", "2026-10-08");
  assert_next (&facts, 3, "2026-10-15");
}

static void
test_snooze_after_the_third_ends_in_lapsed (void)
{
  LimberReminderFacts facts = facts_of_cycle ();

  shown (&facts, 3, "2026-10-06", "2026-10-06");
  facts.snoozed_until = day ("2026-10-20");
  assert_next (&facts, 0, NULL);
  g_assert_cmpint (limber_reminder_state (&facts, day ("2026-10-19")), ==, LIMBER_REMINDER_STATE_SNOOZED);
  g_assert_cmpint (limber_reminder_state (&facts, day ("2026-10-20")), ==, LIMBER_REMINDER_STATE_LAPSED);
}

static void
test_lapsed_seven_days_after_the_third (void)
{
  LimberReminderFacts facts = facts_of_cycle ();

  shown (&facts, 3, "2026-10-06", "2026-10-06");
  g_assert_cmpint (limber_reminder_state (&facts, day ("2026-10-12")), ==, LIMBER_REMINDER_STATE_OVERDUE);
  g_assert_cmpint (limber_reminder_state (&facts, day ("2026-10-13")), ==, LIMBER_REMINDER_STATE_LAPSED);
}

static void
test_pause_and_cancellation (void)
{
  LimberReminderFacts facts = facts_of_cycle ();

  facts.paused = TRUE;
  assert_next (&facts, 0, NULL);
  facts.paused_until = day ("2026-10-14");
  assert_next (&facts, 1, "2026-10-15");
  g_assert_cmpint (limber_reminder_state (&facts, day ("2026-10-14")), ==, LIMBER_REMINDER_STATE_PAUSED);
  g_assert_cmpint (limber_reminder_state (&facts, day ("2026-10-15")), ==, LIMBER_REMINDER_STATE_OVERDUE);

  facts = facts_of_cycle ();
  facts.booked = TRUE;
  assert_next (&facts, 0, NULL);
  facts.booked = FALSE;
  facts.cancelled = day ("2026-09-23");
  assert_next (&facts, 1, "2026-09-24");
}

static void
test_state_precedence (void)
{
  LimberDate today = day ("2026-10-30");
  LimberReminderFacts facts = facts_of_cycle ();

  shown (&facts, 3, "2026-10-06", "2026-10-06");
  facts.opted_out = facts.paused = facts.booked = TRUE;
  facts.snoozed_until = today + 3;
  g_assert_cmpint (limber_reminder_state (&facts, today), ==, LIMBER_REMINDER_STATE_OPTED_OUT);
  facts.opted_out = FALSE;
  g_assert_cmpint (limber_reminder_state (&facts, today), ==, LIMBER_REMINDER_STATE_PAUSED);
  facts.paused = FALSE;
  g_assert_cmpint (limber_reminder_state (&facts, today), ==, LIMBER_REMINDER_STATE_BOOKED);
  facts.booked = FALSE;
  g_assert_cmpint (limber_reminder_state (&facts, today), ==, LIMBER_REMINDER_STATE_SNOOZED);
  facts.snoozed_until = LIMBER_DATE_NONE;
  g_assert_cmpint (limber_reminder_state (&facts, today), ==, LIMBER_REMINDER_STATE_LAPSED);
  facts.shown = 0;
  g_assert_cmpint (limber_reminder_state (&facts, today), ==, LIMBER_REMINDER_STATE_OVERDUE);
  facts.last = LIMBER_DATE_NONE;
  g_assert_cmpint (limber_reminder_state (&facts, today), ==, LIMBER_REMINDER_STATE_NEW);
}

static void
test_date_states (void)
{
  static const struct { int days; LimberReminderState state; } cases[] = {
    { 0, LIMBER_REMINDER_STATE_NOT_DUE }, { 13, LIMBER_REMINDER_STATE_NOT_DUE }, { 14, LIMBER_REMINDER_STATE_DUE },
    { 21, LIMBER_REMINDER_STATE_DUE },    { 22, LIMBER_REMINDER_STATE_OVERDUE },
  };
  LimberReminderFacts facts = facts_of_cycle ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (limber_reminder_state (&facts, facts.last + cases[i].days), ==, cases[i].state);
}

static void
test_moment_respects_quiet_hours (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  LimberReminderSettings settings;
  LimberDate monday = day ("2026-09-21"), friday = monday + 4;

  limber_reminder_settings_init_defaults (&settings);
  g_assert_cmpint (limber_reminder_moment (&settings, monday, limber_date_at_minute (monday - 3, 700, zone), zone), ==,
                   limber_date_at_minute (monday, 480, zone));
  g_assert_cmpint (limber_reminder_moment (&settings, monday, limber_date_at_minute (monday, 600, zone), zone), ==,
                   limber_date_at_minute (monday, 600, zone));
  g_assert_cmpint (limber_reminder_moment (&settings, monday, limber_date_at_minute (monday, 1230, zone), zone), ==,
                   limber_date_at_minute (monday + 1, 480, zone));
  g_assert_cmpint (limber_reminder_moment (&settings, monday, limber_date_at_minute (friday, 1230, zone), zone), ==,
                   limber_date_at_minute (friday + 3, 480, zone));
  g_assert_cmpint (limber_reminder_moment (&settings, monday, limber_date_at_minute (friday + 1, 300, zone), zone), ==,
                   limber_date_at_minute (friday + 3, 480, zone));
}

/* A year in half hours: the client comes back at random, the program is off at random. */
static void
simulate (const char *zone_name, guint32 seed)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  LimberReminderSettings settings;
  LimberReminderFacts facts = { .last = day ("2026-01-02"), .cadence_min = 14, .cadence_max = 21 };
  gint64 now = limber_date_at_minute (facts.last, 600, zone);
  gint64 end = limber_date_at_minute (facts.last + 365, 600, zone);
  gboolean off = FALSE;
  int total = 0;

  g_assert_nonnull (zone);
  limber_reminder_settings_init_defaults (&settings);
  for (; now < end; now += 1800)
    {
      LimberDate today = limber_date_from_instant (now, zone);
      LimberNextNudge next = limber_reminder_next (&facts, &settings, today);

      if (g_rand_int_range (rand, 0, 200) == 0)
        off = !off;
      if (g_rand_int_range (rand, 0, 48 * 45) == 0)
        facts = (LimberReminderFacts) { .last = today, .cadence_min = 14, .cadence_max = 21 };
      if (off || next.number == 0)
        continue;
      next = limber_reminder_next (&facts, &settings, today);
      if (next.number == 0 || limber_reminder_moment (&settings, next.date, now, zone) > now)
        {
          /* Nothing that is due and welcome is held back. */
          g_assert_false (next.number && next.date <= today
                          && limber_reminder_may_show (&settings, today, limber_minute_of_instant (now, zone)));
          continue;
        }
      g_assert_true (limber_reminder_may_show (&settings, today, limber_minute_of_instant (now, zone)));
      g_assert_cmpint (today, >=, facts.last + 14);
      g_assert_cmpint (today, >, facts.last_shown);
      g_assert_cmpint (next.number, ==, facts.shown + 1);
      facts.shown = next.number;
      facts.last_planned = next.date;
      facts.last_shown = today;
      total++;
    }
  g_assert_cmpint (total, >, 5);
}

static void
test_a_year_without_doubles (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      simulate ("Europe/Berlin", seed);
      simulate ("America/Los_Angeles", seed);
      simulate ("Pacific/Auckland", seed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminders/three-nudges", test_three_nudges);
  g_test_add_func ("/reminders/weekend-waits-for-monday", test_weekend_waits_for_monday);
  g_test_add_func ("/reminders/late-nudge-keeps-the-distance", test_late_nudge_keeps_the_distance);
  g_test_add_func ("/reminders/contact-starts-a-new-round", test_contact_starts_a_new_round);
  g_test_add_func ("/reminders/snooze-moves-the-next-one", test_snooze_moves_the_next_one);
  g_test_add_func ("/reminders/snooze-after-the-third-ends-in-lapsed", test_snooze_after_the_third_ends_in_lapsed);
  g_test_add_func ("/reminders/lapsed-seven-days-after-the-third", test_lapsed_seven_days_after_the_third);
  g_test_add_func ("/reminders/pause-and-cancellation", test_pause_and_cancellation);
  g_test_add_func ("/reminders/state-precedence", test_state_precedence);
  g_test_add_func ("/reminders/date-states", test_date_states);
  g_test_add_func ("/reminders/moment-respects-quiet-hours", test_moment_respects_quiet_hours);
  g_test_add_func ("/reminders/a-year-without-doubles", test_a_year_without_doubles);
  return g_test_run ();
}
