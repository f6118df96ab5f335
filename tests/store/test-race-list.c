/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "store/race-list.h"

#define TODAY "2026-09-29"

static void
test_best_day (Fixture *fixture, gconstpointer data)
{
  LimberDb *db = fixture->db;
  LimberDate today = limber_date_parse (TODAY);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (LimberClient) client = NULL;
  g_autoptr (LimberRace) race = limber_race_new ();
  g_autoptr (LimberRaceEntry) entry = limber_race_entry_new ();
  g_autoptr (LimberRaceQuery) query = NULL;
  g_autoptr (GPtrArray) races = NULL, entrants = NULL;
  const LimberRaceEntrant *entrant;

  fixture_begin (db);
  client = fixture_add_client (db, "Tobias Fennimore");
  limber_record_set_text (&race->name, "Saltmarsh Marathon");
  race->first_on = race->last_on = limber_date_parse ("2026-10-11");
  race->km = 42.2;
  fixture_insert (db, &limber_race_type, race);
  limber_record_set_text (&entry->race_id, race->base.id);
  limber_record_set_text (&entry->client_id, client->base.id);
  entry->legs = entry->confidence = -1;
  fixture_insert (db, &limber_race_entry_type, entry);
  fixture_commit (db);

  query = limber_race_query_new (race->base.id, limber_date_at_minute (today, 8 * 60, zone), zone);
  races = limber_race_list_load (db, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (races->len, ==, 1);
  g_assert_cmpint (((LimberRaceSummary *) races->pdata[0])->unasked, ==, 1);

  entrants = limber_race_entrants_load (db, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entrants->len, ==, 1);
  entrant = entrants->pdata[0];
  g_assert_cmpstr (entrant->name, ==, "Tobias Fennimore");
  g_assert_null (entrant->appointment);
  g_assert_cmpint (entrant->suggested, ==, limber_date_parse ("2026-10-06"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/race-list/best-day", Fixture, NULL, fixture_set_up, test_best_day, fixture_tear_down);
  return g_test_run ();
}
