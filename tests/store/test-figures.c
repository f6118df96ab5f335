/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "store/appointment.h"
#include "store/figures.h"
#include "store/race.h"

#define TODAY "2026-09-29"

typedef struct {
  Fixture base;
  GTimeZone *zone;
  LimberClient *client;
  LimberStaff *staff;
  gint64 now;
} Clinic;

static gint64
now_of (gpointer data)
{
  return ((Clinic *) data)->now;
}

static gint64
noon (Clinic *clinic, const char *iso)
{
  return limber_date_at_minute (limber_date_parse (iso), 12 * 60, clinic->zone);
}

static void
set_up (Clinic *clinic, gconstpointer data)
{
  fixture_set_up (&clinic->base, NULL);
  clinic->zone = g_time_zone_new_identifier ("Europe/Berlin");
  clinic->now = noon (clinic, "2026-08-01");
  limber_db_set_now_func (clinic->base.db, now_of, clinic);
  fixture_begin (clinic->base.db);
  clinic->client = fixture_add_client (clinic->base.db, "Barnaby Pace");
  clinic->staff = fixture_add_staff (clinic->base.db, "Ines Calder");
}

static void
tear_down (Clinic *clinic, gconstpointer data)
{
  limber_db_rollback (clinic->base.db);
  limber_client_free (clinic->client);
  limber_staff_free (clinic->staff);
  g_time_zone_unref (clinic->zone);
  fixture_tear_down (&clinic->base, NULL);
}

static void
visit (Clinic *clinic, LimberClient *client, const char *iso)
{
  g_autoptr (LimberSession) session = fixture_add_session (clinic->base.db, client, clinic->staff, iso);
}

/* Books at noon of @on for noon of @iso. */
static void
book (Clinic *clinic, LimberClient *client, const char *on, const char *iso, LimberAppointmentStatus status)
{
  g_autoptr (LimberAppointment) appointment = limber_appointment_new ();

  clinic->now = noon (clinic, on);
  limber_record_set_text (&appointment->client_id, client->base.id);
  limber_record_set_text (&appointment->staff_id, clinic->staff->base.id);
  appointment->start_at = noon (clinic, iso);
  appointment->minutes = 45;
  appointment->kind = LIMBER_KIND_MAINTENANCE;
  appointment->status = status;
  fixture_insert (clinic->base.db, &limber_appointment_type, appointment);
}

static LimberFigures *
load (Clinic *clinic)
{
  g_autoptr (GError) error = NULL;
  LimberFigures *figures = limber_figures_load (clinic->base.db, limber_date_parse (TODAY), clinic->zone, &error);

  g_assert_no_error (error);
  return figures;
}

static void
assert_ratio (const LimberRatio *ratio, guint part, guint whole)
{
  g_assert_cmpuint (ratio->part, ==, part);
  g_assert_cmpuint (ratio->whole, ==, whole);
}

static void
test_months (Clinic *clinic, gconstpointer data)
{
  g_autofree LimberFigures *figures = load (clinic);

  g_assert_cmpint (figures->months[5].first, ==, limber_date_parse ("2026-09-01"));
  g_assert_cmpint (figures->months[0].first, ==, limber_date_parse ("2026-04-01"));
  g_assert_cmpuint (figures->clients, ==, 1);
  for (guint i = 0; i < LIMBER_FIGURE_MONTHS; i++)
    assert_ratio (&figures->months[i].rebooked, 0, 0);
}

static void
test_months_over_the_year (Clinic *clinic, gconstpointer data)
{
  g_autofree LimberFigures *figures = limber_figures_load (clinic->base.db, limber_date_parse ("2027-02-28"), clinic->zone,
                                                           NULL);

  g_assert_cmpint (figures->months[0].first, ==, limber_date_parse ("2026-09-01"));
  g_assert_cmpint (figures->months[4].first, ==, limber_date_parse ("2027-01-01"));
}

static void
test_rebooked_at_visit (Clinic *clinic, gconstpointer data)
{
  g_autoptr (LimberClient) late = fixture_add_client (clinic->base.db, "Delphine Stair");
  g_autoptr (LimberClient) never = fixture_add_client (clinic->base.db, "Rory Millpond");
  g_autofree LimberFigures *figures = NULL;

  visit (clinic, clinic->client, "2026-09-08");
  visit (clinic, late, "2026-09-08");
  visit (clinic, never, "2026-09-08");
  visit (clinic, never, "2026-08-08");
  /* On the day itself; a day later; taken back. */
  book (clinic, clinic->client, "2026-09-08", "2026-10-01", LIMBER_APPOINTMENT_STATUS_BOOKED);
  book (clinic, late, "2026-09-09", "2026-10-01", LIMBER_APPOINTMENT_STATUS_BOOKED);
  book (clinic, never, "2026-09-08", "2026-10-01", LIMBER_APPOINTMENT_STATUS_CANCELLED);
  figures = load (clinic);
  assert_ratio (&figures->months[5].rebooked, 1, 3);
  assert_ratio (&figures->months[4].rebooked, 0, 1);
  g_assert_cmpuint (figures->clients, ==, 3);
}

static void
test_rebook_rate (Clinic *clinic, gconstpointer data)
{
  g_autoptr (LimberClient) absent = fixture_add_client (clinic->base.db, "Delphine Stair");
  g_autofree LimberFigures *figures = NULL;

  book (clinic, clinic->client, "2026-08-01", "2026-08-10", LIMBER_APPOINTMENT_STATUS_COMPLETED);
  book (clinic, clinic->client, "2026-08-01", "2026-09-01", LIMBER_APPOINTMENT_STATUS_COMPLETED);
  book (clinic, clinic->client, "2026-08-01", "2026-10-01", LIMBER_APPOINTMENT_STATUS_CANCELLED);
  book (clinic, absent, "2026-08-01", "2026-09-02", LIMBER_APPOINTMENT_STATUS_DID_NOT_ARRIVE);
  figures = load (clinic);
  assert_ratio (&figures->months[4].rebook_rate, 1, 1);
  assert_ratio (&figures->months[5].rebook_rate, 0, 1);
}

static void
test_on_window (Clinic *clinic, gconstpointer data)
{
  g_autoptr (LimberRace) race = limber_race_new ();
  g_autoptr (LimberRaceEntry) entry = limber_race_entry_new ();
  g_autofree LimberFigures *figures = NULL;

  limber_record_set_text (&race->name, "Harrier Vale Half");
  race->first_on = race->last_on = limber_date_parse ("2026-09-20");
  fixture_insert (clinic->base.db, &limber_race_type, race);
  limber_record_set_text (&entry->race_id, race->base.id);
  limber_record_set_text (&entry->client_id, clinic->client->base.id);
  entry->legs = entry->confidence = -1;
  fixture_insert (clinic->base.db, &limber_race_entry_type, entry);
  /* Leads 8, 7, 3, 2, 0 and the day after. */
  visit (clinic, clinic->client, "2026-09-12");
  visit (clinic, clinic->client, "2026-09-13");
  visit (clinic, clinic->client, "2026-09-17");
  visit (clinic, clinic->client, "2026-09-18");
  visit (clinic, clinic->client, "2026-09-20");
  visit (clinic, clinic->client, "2026-09-21");
  figures = load (clinic);
  assert_ratio (&figures->months[5].on_window, 2, 4);
  assert_ratio (&figures->months[5].rebooked, 0, 6);
}

#define ADD(name, func) g_test_add ("/store/figures/" name, Clinic, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("months", test_months);
  ADD ("months-over-the-year", test_months_over_the_year);
  ADD ("rebooked-at-visit", test_rebooked_at_visit);
  ADD ("rebook-rate", test_rebook_rate);
  ADD ("on-window", test_on_window);
  return g_test_run ();
}
