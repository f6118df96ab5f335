/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/appointment.h"
#include "store/follow-up.h"
#include "store/race.h"
#include "store/sore-area.h"

/* When a question appears by itself, and when it is gone. */

typedef struct {
  Fixture base;
  GTimeZone *zone;
  LimberClient *client;
  LimberStaff *staff;
} People;

static void
set_up (People *p, gconstpointer data)
{
  fixture_set_up (&p->base, data);
  p->zone = g_time_zone_new_identifier ("Europe/Berlin");
  fixture_begin (p->base.db);
  p->client = fixture_add_client (p->base.db, "Wren Halloway");
  p->staff = fixture_add_staff (p->base.db, "Ines Calder");
  fixture_commit (p->base.db);
}

static void
tear_down (People *p, gconstpointer data)
{
  limber_client_free (p->client);
  limber_staff_free (p->staff);
  g_time_zone_unref (p->zone);
  fixture_tear_down (&p->base, data);
}

static char *
add_session (People *p, const char *date, int pressure)
{
  g_autoptr (LimberSession) session = limber_session_new ();

  limber_record_set_text (&session->client_id, p->client->base.id);
  limber_record_set_text (&session->staff_id, p->staff->base.id);
  session->date = limber_date_parse (date);
  session->planned_minutes = 45;
  session->state = LIMBER_SESSION_STATE_COMPLETED;
  session->pressure = pressure;
  session->relaxation = session->hangover_level = session->hangover_days = -1;
  fixture_begin (p->base.db);
  fixture_insert (p->base.db, &limber_session_type, session);
  fixture_commit (p->base.db);
  return g_strdup (session->base.id);
}

static char *
add_race (People *p, const char *first, const char *last)
{
  g_autoptr (LimberRace) race = limber_race_new ();
  g_autoptr (LimberRaceEntry) entry = limber_race_entry_new ();

  limber_record_set_text (&race->name, "Saltmarsh Marathon");
  race->first_on = limber_date_parse (first);
  race->last_on = limber_date_parse (last);
  fixture_begin (p->base.db);
  fixture_insert (p->base.db, &limber_race_type, race);
  limber_record_set_text (&entry->race_id, race->base.id);
  limber_record_set_text (&entry->client_id, p->client->base.id);
  entry->legs = entry->confidence = -1;
  fixture_insert (p->base.db, &limber_race_entry_type, entry);
  fixture_commit (p->base.db);
  return g_strdup (entry->base.id);
}

static void
add_appointment (People *p, const char *date)
{
  g_autoptr (LimberAppointment) appointment = limber_appointment_new ();

  limber_record_set_text (&appointment->client_id, p->client->base.id);
  limber_record_set_text (&appointment->staff_id, p->staff->base.id);
  appointment->start_at = limber_date_at_minute (limber_date_parse (date), 600, p->zone);
  appointment->minutes = 45;
  appointment->status = LIMBER_APPOINTMENT_STATUS_BOOKED;
  fixture_begin (p->base.db);
  fixture_insert (p->base.db, &limber_appointment_type, appointment);
  fixture_commit (p->base.db);
}

/* How often @kind is asked on @date, of everybody and of the one client. */
static void
assert_asked (People *p, LimberFollowUpKind kind, const char *date, guint by_itself, guint at_contact)
{
  LimberDate today = limber_date_parse (date);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = limber_follow_up_load (p->base.db, today, p->zone, 10, &error);
  g_autoptr (GPtrArray) one = limber_follow_up_of_client (p->base.db, p->client->base.id, today, p->zone, &error);
  guint n_all = 0, n_one = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    n_all += ((LimberFollowUp *) all->pdata[i])->kind == kind;
  for (guint i = 0; i < one->len; i++)
    n_one += ((LimberFollowUp *) one->pdata[i])->kind == kind;
  g_assert_cmpuint (n_all, ==, by_itself);
  g_assert_cmpuint (n_one, ==, at_contact);
}

static void
answer (People *p, LimberFollowUpKind kind, const char *id, int first, int second, GPtrArray *areas)
{
  const LimberFollowUpAnswer said = { kind, (char *) id, first, second, areas, limber_date_parse ("2026-10-14") };
  g_autoptr (GError) error = NULL;

  fixture_begin (p->base.db);
  g_assert_true (limber_follow_up_save (p->base.db, &said, &error));
  g_assert_no_error (error);
  fixture_commit (p->base.db);
}

static void
take_back (People *p, LimberFollowUpKind kind, const char *id)
{
  g_autoptr (GError) error = NULL;

  fixture_begin (p->base.db);
  g_assert_true (limber_follow_up_take_back (p->base.db, kind, id, &error));
  g_assert_no_error (error);
  fixture_commit (p->base.db);
}

static void
test_hangover (People *p, gconstpointer data)
{
  g_autofree char *id = add_session (p, "2026-09-22", 4);
  g_autoptr (LimberSession) session = NULL;

  assert_asked (p, LIMBER_FOLLOW_UP_HANGOVER, "2026-09-22", 0, 0);
  assert_asked (p, LIMBER_FOLLOW_UP_HANGOVER, "2026-09-23", 1, 1);
  assert_asked (p, LIMBER_FOLLOW_UP_HANGOVER, "2026-09-25", 1, 1);
  /* Later nobody is called for it, but who is on the phone anyway is asked. */
  assert_asked (p, LIMBER_FOLLOW_UP_HANGOVER, "2026-09-26", 0, 1);
  assert_asked (p, LIMBER_FOLLOW_UP_HANGOVER, "2026-10-07", 0, 0);
  answer (p, LIMBER_FOLLOW_UP_HANGOVER, id, 6, 4, NULL);
  assert_asked (p, LIMBER_FOLLOW_UP_HANGOVER, "2026-09-23", 0, 0);
  session = limber_record_load (p->base.db, &limber_session_type, id, NULL);
  g_assert_cmpint (session->hangover_level, ==, 6);
  g_assert_cmpint (session->hangover_days, ==, 4);
  take_back (p, LIMBER_FOLLOW_UP_HANGOVER, id);
  assert_asked (p, LIMBER_FOLLOW_UP_HANGOVER, "2026-09-23", 1, 1);
}

static void
test_light_work_leaves_no_hangover (People *p, gconstpointer data)
{
  g_autofree char *id = add_session (p, "2026-09-22", 2);

  assert_asked (p, LIMBER_FOLLOW_UP_HANGOVER, "2026-09-23", 0, 0);
}

static void
test_race (People *p, gconstpointer data)
{
  g_autofree char *id = add_race (p, "2026-10-10", "2026-10-11");
  g_autoptr (LimberRaceEntry) entry = NULL;

  assert_asked (p, LIMBER_FOLLOW_UP_RACE, "2026-10-11", 0, 0);
  assert_asked (p, LIMBER_FOLLOW_UP_RACE, "2026-10-12", 1, 1);
  assert_asked (p, LIMBER_FOLLOW_UP_RACE, "2026-10-25", 1, 1);
  assert_asked (p, LIMBER_FOLLOW_UP_RACE, "2026-10-26", 0, 0);
  answer (p, LIMBER_FOLLOW_UP_RACE, id, 8, 7, NULL);
  assert_asked (p, LIMBER_FOLLOW_UP_RACE, "2026-10-12", 0, 0);
  entry = limber_record_load (p->base.db, &limber_race_entry_type, id, NULL);
  g_assert_cmpint (entry->legs, ==, 8);
  g_assert_cmpint (entry->confidence, ==, 7);
}

static void
test_areas (People *p, gconstpointer data)
{
  g_autofree char *id = add_race (p, "2026-10-11", "2026-10-11");
  g_autoptr (GPtrArray) areas = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_sore_area_free);
  g_autoptr (GPtrArray) kept = NULL;

  assert_asked (p, LIMBER_FOLLOW_UP_AREAS, "2026-10-13", 0, 0);
  assert_asked (p, LIMBER_FOLLOW_UP_AREAS, "2026-10-14", 1, 1);
  for (int i = 0; i < 2; i++)
    {
      LimberSoreArea *area = limber_sore_area_new ();

      area->area = i == 0 ? LIMBER_AREA_SOLEUS : LIMBER_AREA_QUADRICEPS;
      area->side = LIMBER_SIDE_LEFT;
      area->score = 3 + 4 * i;
      g_ptr_array_add (areas, area);
    }
  answer (p, LIMBER_FOLLOW_UP_AREAS, id, 0, 0, areas);
  assert_asked (p, LIMBER_FOLLOW_UP_AREAS, "2026-10-14", 0, 0);
  kept = limber_sore_area_between (p->base.db, p->client->base.id, limber_date_parse ("2026-10-12"),
                                   limber_date_parse ("2026-10-20"), NULL);
  g_assert_cmpuint (kept->len, ==, 2);
  g_assert_cmpint (((LimberSoreArea *) kept->pdata[0])->area, ==, LIMBER_AREA_QUADRICEPS);
  take_back (p, LIMBER_FOLLOW_UP_AREAS, id);
  assert_asked (p, LIMBER_FOLLOW_UP_AREAS, "2026-10-14", 1, 1);
  /* That nothing hurts is an answer too. */
  answer (p, LIMBER_FOLLOW_UP_AREAS, id, 0, 0, NULL);
  assert_asked (p, LIMBER_FOLLOW_UP_AREAS, "2026-10-14", 0, 0);
}

static void
test_workouts (People *p, gconstpointer data)
{
  g_autofree char *older = add_session (p, "2026-09-01", 4);
  g_autofree char *id = add_session (p, "2026-09-15", 2);
  g_autoptr (LimberSession) session = NULL;

  add_appointment (p, "2026-10-06");
  assert_asked (p, LIMBER_FOLLOW_UP_WORKOUTS, "2026-10-04", 0, 0);
  assert_asked (p, LIMBER_FOLLOW_UP_WORKOUTS, "2026-10-05", 1, 1);
  assert_asked (p, LIMBER_FOLLOW_UP_WORKOUTS, "2026-10-06", 1, 1);
  assert_asked (p, LIMBER_FOLLOW_UP_WORKOUTS, "2026-10-07", 0, 0);
  answer (p, LIMBER_FOLLOW_UP_WORKOUTS, id, LIMBER_WORKOUTS_BETTER, 0, NULL);
  assert_asked (p, LIMBER_FOLLOW_UP_WORKOUTS, "2026-10-06", 0, 0);
  session = limber_record_load (p->base.db, &limber_session_type, id, NULL);
  g_assert_cmpint (session->workouts, ==, LIMBER_WORKOUTS_BETTER);
  take_back (p, LIMBER_FOLLOW_UP_WORKOUTS, id);
  assert_asked (p, LIMBER_FOLLOW_UP_WORKOUTS, "2026-10-06", 1, 1);
}

#define ADD(path, func) g_test_add ("/follow-up/" path, People, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("hangover", test_hangover);
  ADD ("light-work-leaves-no-hangover", test_light_work_leaves_no_hangover);
  ADD ("race", test_race);
  ADD ("areas", test_areas);
  ADD ("workouts", test_workouts);
  return g_test_run ();
}
