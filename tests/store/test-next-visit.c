/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "store/appointment.h"
#include "store/next-visit.h"
#include "store/plan-facts.h"
#include "store/race.h"
#include "store/working-time.h"

/* A day counts for the next visit only when there is room: Ines works Monday to Friday 8–12, Jonah 13–15. */

typedef struct {
  Fixture base;
  GTimeZone *zone;
  LimberDate tuesday;
  LimberStaff *ines;
  LimberStaff *jonah;
  LimberClient *client;
  LimberClient *other;
} Clinic;

static void
add_hours (Clinic *clinic, LimberStaff *staff, int from_hour, int to_hour)
{
  for (int weekday = 1; weekday <= 5; weekday++)
    {
      g_autoptr (LimberWorkingHours) hours = limber_working_hours_new ();

      limber_record_set_text (&hours->staff_id, staff->base.id);
      hours->weekday = weekday;
      hours->from_minute = from_hour * 60;
      hours->to_minute = to_hour * 60;
      fixture_insert (clinic->base.db, &limber_working_hours_type, hours);
    }
}

static void
set_up (Clinic *clinic, gconstpointer data)
{
  g_autoptr (LimberSession) last = NULL;

  fixture_set_up (&clinic->base, NULL);
  clinic->zone = g_time_zone_new_identifier ("Europe/Berlin");
  clinic->tuesday = limber_date_parse ("2026-09-29");
  fixture_begin (clinic->base.db);
  clinic->ines = fixture_add_staff (clinic->base.db, "Ines Calder");
  clinic->jonah = fixture_add_staff (clinic->base.db, "Jonah Reeve");
  add_hours (clinic, clinic->ines, 8, 12);
  add_hours (clinic, clinic->jonah, 13, 15);
  clinic->client = fixture_add_client (clinic->base.db, "Barnaby Pace");
  limber_record_set_text (&clinic->client->preferred_staff_id, clinic->ines->base.id);
  clinic->other = fixture_add_client (clinic->base.db, "Wren Halloway");
  last = fixture_add_session (clinic->base.db, clinic->client, clinic->ines, "2026-09-02");
}

static void
tear_down (Clinic *clinic, gconstpointer data)
{
  limber_db_rollback (clinic->base.db);
  limber_staff_free (clinic->ines);
  limber_staff_free (clinic->jonah);
  limber_client_free (clinic->client);
  limber_client_free (clinic->other);
  g_time_zone_unref (clinic->zone);
  fixture_tear_down (&clinic->base, NULL);
}

static gint64
at (Clinic *clinic, int day, int hour, int minute)
{
  return limber_date_at_minute (clinic->tuesday + day, hour * 60 + minute, clinic->zone);
}

static void
book (Clinic *clinic, LimberClient *client, LimberStaff *staff, gint64 start, int minutes)
{
  g_autoptr (LimberAppointment) appointment = limber_appointment_new ();

  limber_record_set_text (&appointment->client_id, client->base.id);
  limber_record_set_text (&appointment->staff_id, staff->base.id);
  appointment->start_at = start;
  appointment->minutes = minutes;
  appointment->turnover = 15;
  appointment->kind = LIMBER_KIND_MAINTENANCE;
  appointment->status = LIMBER_APPOINTMENT_STATUS_BOOKED;
  fixture_insert (clinic->base.db, &limber_appointment_type, appointment);
}

/* Leaves no quarter of an hour of the morning. */
static void
fill_morning (Clinic *clinic, int day)
{
  book (clinic, clinic->other, clinic->ines, at (clinic, day, 8, 0), 120);
  book (clinic, clinic->other, clinic->ines, at (clinic, day, 10, 15), 105);
}

static void
find (Clinic *clinic, LimberNextVisit *visit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberFreeTime) free_time = limber_free_time_load (clinic->base.db, at (clinic, 0, 10, 22), clinic->zone,
                                                                &error);
  LimberVisitWish wish = limber_visit_wish_of (clinic->client);
  g_autoptr (LimberPlanFacts) facts = NULL;

  g_assert_no_error (error);
  facts = limber_plan_facts_load (clinic->base.db, clinic->client->base.id, clinic->tuesday, &error);
  g_assert_no_error (error);
  limber_next_visit_find (visit, free_time, &wish, &facts->input);
}

static void
expect (Clinic *clinic, int day, gint64 start, LimberStaff *staff, gboolean waited)
{
  g_auto (LimberNextVisit) visit = { 0 };

  find (clinic, &visit);
  g_assert_cmpint (visit.date, ==, clinic->tuesday + day);
  g_assert_cmpint (visit.start_at, ==, start);
  g_assert_cmpstr (visit.staff_id, ==, staff->base.id);
  g_assert_cmpstr (visit.staff_name, ==, staff->name);
  g_assert_cmpint (visit.waited, ==, waited);
}

static void
test_from_now_on (Clinic *clinic, gconstpointer data)
{
  expect (clinic, 0, at (clinic, 0, 10, 30), clinic->ines, FALSE);
}

static void
test_full_days_do_not_count (Clinic *clinic, gconstpointer data)
{
  for (int day = 0; day < 2; day++)
    fill_morning (clinic, day);
  expect (clinic, 2, at (clinic, 2, 8, 0), clinic->ines, TRUE);
}

static void
test_preferred_before_earlier (Clinic *clinic, gconstpointer data)
{
  /* Jonah has room today, but Ines, whom the client prefers, on Friday. */
  for (int day = 0; day < 3; day++)
    fill_morning (clinic, day);
  expect (clinic, 3, at (clinic, 3, 8, 0), clinic->ines, TRUE);
}

static void
test_any_when_the_preferred_has_none (Clinic *clinic, gconstpointer data)
{
  for (int day = 0; day < 60; day++)
    fill_morning (clinic, day);
  expect (clinic, 0, at (clinic, 0, 13, 0), clinic->jonah, FALSE);
}

static void
test_minutes_of_the_client (Clinic *clinic, gconstpointer data)
{
  g_auto (LimberNextVisit) visit = { 0 };

  book (clinic, clinic->other, clinic->ines, at (clinic, 0, 11, 30), 30);
  book (clinic, clinic->other, clinic->ines, at (clinic, 0, 8, 0), 120);
  /* 10:30 to 11:30 holds 45 minutes and the turnover, not an hour. */
  find (clinic, &visit);
  g_assert_cmpint (visit.start_at, ==, at (clinic, 0, 10, 30));
  g_assert_cmpint (visit.minutes, ==, LIMBER_MINUTES_DEFAULT);
  clinic->client->preferred_minutes = 60;
  expect (clinic, 1, at (clinic, 1, 8, 0), clinic->ines, TRUE);
}

static void
test_turnover_may_run_past_closing (Clinic *clinic, gconstpointer data)
{
  book (clinic, clinic->other, clinic->ines, at (clinic, 0, 8, 0), 180);
  expect (clinic, 0, at (clinic, 0, 11, 15), clinic->ines, FALSE);
}

static void
test_blocked_time (Clinic *clinic, gconstpointer data)
{
  g_autoptr (LimberBlockedTime) blocked = limber_blocked_time_new ();

  blocked->start_at = at (clinic, 0, 0, 0);
  blocked->end_at = at (clinic, 3, 0, 0);
  blocked->kind = LIMBER_BLOCKED_KIND_HOLIDAY;
  fixture_insert (clinic->base.db, &limber_blocked_time_type, blocked);
  expect (clinic, 3, at (clinic, 3, 8, 0), clinic->ines, TRUE);
}

static void
test_not_on_two_tables (Clinic *clinic, gconstpointer data)
{
  /* The client lies on Jonah's table; with Ines it goes on after that. */
  book (clinic, clinic->client, clinic->jonah, at (clinic, 0, 10, 30), 30);
  expect (clinic, 0, at (clinic, 0, 11, 0), clinic->ines, FALSE);
}

static void
test_cancelled_gives_room_back (Clinic *clinic, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;

  fill_morning (clinic, 0);
  all = limber_record_select (clinic->base.db, &limber_appointment_type, NULL, "", "");
  for (guint i = 0; i < all->len; i++)
    {
      ((LimberAppointment *) all->pdata[i])->status = LIMBER_APPOINTMENT_STATUS_CANCELLED;
      g_assert_true (limber_record_update (clinic->base.db, &limber_appointment_type, all->pdata[i], NULL));
    }
  expect (clinic, 0, at (clinic, 0, 10, 30), clinic->ines, FALSE);
}

static void
test_ideal_day_needs_room (Clinic *clinic, gconstpointer data)
{
  g_autoptr (LimberRace) race = limber_race_new ();
  g_autoptr (LimberRaceEntry) entry = limber_race_entry_new ();
  g_auto (LimberNextVisit) full = { 0 };

  /* A race on Monday: Wednesday and Thursday before are ideal. */
  limber_record_set_text (&race->name, "Saltmarsh Marathon");
  race->first_on = race->last_on = clinic->tuesday + 6;
  fixture_insert (clinic->base.db, &limber_race_type, race);
  limber_record_set_text (&entry->race_id, race->base.id);
  limber_record_set_text (&entry->client_id, clinic->client->base.id);
  entry->legs = entry->confidence = -1;
  fixture_insert (clinic->base.db, &limber_race_entry_type, entry);

  expect (clinic, 1, at (clinic, 1, 8, 0), clinic->ines, FALSE);
  fill_morning (clinic, 1);
  expect (clinic, 2, at (clinic, 2, 8, 0), clinic->ines, TRUE);
  fill_morning (clinic, 2);
  find (clinic, &full);
  g_assert_cmpint (full.date, ==, clinic->tuesday);
  g_assert_cmpint (full.verdict, ==, LIMBER_VERDICT_ACCEPTABLE);
}

static void
test_without_hours_every_day_counts (Clinic *clinic, gconstpointer data)
{
  g_auto (LimberNextVisit) visit = { 0 };

  g_assert_true (limber_db_exec (clinic->base.db, NULL, "DELETE FROM working_hours", ""));
  find (clinic, &visit);
  g_assert_cmpint (visit.date, ==, clinic->tuesday);
  g_assert_cmpint (visit.start_at, ==, 0);
  g_assert_null (visit.staff_id);
}

#define ADD(name, func) g_test_add ("/store/next-visit/" name, Clinic, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("from-now-on", test_from_now_on);
  ADD ("full-days-do-not-count", test_full_days_do_not_count);
  ADD ("preferred-before-earlier", test_preferred_before_earlier);
  ADD ("any-when-the-preferred-has-none", test_any_when_the_preferred_has_none);
  ADD ("minutes-of-the-client", test_minutes_of_the_client);
  ADD ("turnover-may-run-past-closing", test_turnover_may_run_past_closing);
  ADD ("blocked-time", test_blocked_time);
  ADD ("not-on-two-tables", test_not_on_two_tables);
  ADD ("cancelled-gives-room-back", test_cancelled_gives_room_back);
  ADD ("ideal-day-needs-room", test_ideal_day_needs_room);
  ADD ("without-hours-every-day-counts", test_without_hours_every_day_counts);
  return g_test_run ();
}
