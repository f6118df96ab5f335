/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN
 *
 * A year of a clinic in each of six time zones, in a real database and through the real services: visits, bookings,
 * cancellations, contacts, snoozes, pauses and races at random moments, while the reminder process is off for hours or
 * weeks, is killed, meets a daemon that refuses, or meets a second process. The model of reminder-model.h is told the
 * same events. Whenever the process looks, it must claim exactly what the model says is to be shown; it must want to
 * wake exactly when the model says something comes next; and the plan of a day must name exactly what that day shows.
 *
 * LIMBER_YEAR_CLIENTS is the number of clients in each zone; the full run has 300.
 */
#include <glib/gstdio.h>

#include "reminder-model.h"
#include "services/booking/booking.h"
#include "services/rebook/rebook.h"
#include "services/rebook/reminder-plan.h"
#include "services/rebook/reminders.h"
#include "services/session/session-runner.h"
#include "store/nudge.h"
#include "store/race.h"
#include "store/session.h"

#include "../folder.h"

#define USUAL_CLIENTS 20
#define EVENTS_OF_A_CLIENT 45
#define YEAR_DAYS 365
#define HOUR 3600
#define DAY (24 * HOUR)
#define CHECK_STATES_EVERY 60

typedef struct {
  char *dir;
  char *path;
  LimberDb *db;
  LimberDb *other; /* a second process */
  GRand *rand;
  Clinic clinic;
  Athlete *athletes;
  char **appointments; /* the latest of each athlete */
  guint n;
  char *race_id;
  gint64 now;
  gboolean awake;
  gint64 power_at;
  guint n_shown;
  guint n_events;
  LimberReminderPlan *plan; /* of a day on which nothing has happened yet */
} Year;

static gint64
now_of_year (gpointer data)
{
  return ((Year *) data)->now;
}

static LimberDate
today_of (const Year *year)
{
  return limber_date_from_instant (year->now, year->clinic.zone);
}

#define MUST(call)                                                                                                     \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    GError *failure = NULL;                                                                                            \
    gboolean done = (call) && failure == NULL;                                                                         \
    g_assert_no_error (failure);                                                                                       \
    g_assert_true (done);                                                                                              \
  }                                                                                                                    \
  G_STMT_END

#define WRITE(year, call)                                                                                              \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    MUST (limber_db_begin ((year)->db, &failure));                                                                     \
    MUST (call);                                                                                                       \
    MUST (limber_db_commit ((year)->db, &failure));                                                                    \
  }                                                                                                                    \
  G_STMT_END

static gboolean
chance (Year *year, int one_in)
{
  return g_rand_int_range (year->rand, 0, one_in) == 0;
}

static int
roll (Year *year, int from, int to)
{
  return g_rand_int_range (year->rand, from, to + 1);
}

/* What happens to a client */

static void
visit (Year *year, guint i)
{
  Athlete *athlete = &year->athletes[i];
  g_autoptr (LimberSession) session = limber_session_new ();
  gboolean booked = athlete->appointment == today_of (year);

  session->client_id = g_strdup (athlete->id);
  session->staff_id = g_strdup_printf ("staff-%u", i);
  session->appointment_id = booked ? g_strdup (year->appointments[i]) : NULL;
  session->date = today_of (year);
  session->started_at = year->now - 45 * 60;
  session->entered_at = year->now;
  session->planned_minutes = 45;
  session->state = LIMBER_SESSION_STATE_RUNNING;
  WRITE (year, limber_record_insert (year->db, &limber_session_type, session, &failure)
                   && limber_session_runner_close (year->db, session->base.id, year->now, &failure));
  if (booked)
    athlete->appointment = LIMBER_DATE_NONE;
  athlete_visited (athlete, session->date);
}

static void
contact (Year *year, guint i)
{
  static const struct { LimberContactOutcome outcome; int days; } ends[] = {
    { LIMBER_CONTACT_OUTCOME_WILL_CALL_BACK, 7 }, { LIMBER_CONTACT_OUTCOME_NO_ANSWER, 3 },
    { LIMBER_CONTACT_OUTCOME_BOOKED, 7 }, { LIMBER_CONTACT_OUTCOME_NOT_INTERESTED, 1 },
  };
  int end = roll (year, 0, 3);
  LimberDate today = today_of (year);
  g_autoptr (LimberContact) one = limber_contact_new ();

  one->client_id = g_strdup (year->athletes[i].id);
  one->at = year->now;
  one->channel = LIMBER_CONTACT_CHANNEL_PHONE;
  one->outcome = ends[end].outcome;
  if (one->outcome == LIMBER_CONTACT_OUTCOME_NOT_INTERESTED)
    one->until = today + roll (year, 1, 60);
  WRITE (year, limber_rebook_contacted (year->db, one, today, &failure));
  athlete_contacted (&year->athletes[i], today, ends[end].days);
  if (one->outcome == LIMBER_CONTACT_OUTCOME_NOT_INTERESTED)
    athlete_paused (&year->athletes[i], one->until);
}

static void
answer (Year *year, guint i, LimberRebookAnswer kind, LimberDate until)
{
  WRITE (year, limber_rebook_answer (year->db, year->athletes[i].id, kind, today_of (year), until,
                                     LIMBER_PAUSE_REASON_TRAVEL, &failure));
}

static void
snooze (Year *year, guint i)
{
  LimberDate until = today_of (year) + roll (year, 1, 20);

  answer (year, i, LIMBER_REBOOK_ANSWER_SNOOZE, until);
  athlete_snoozed (&year->athletes[i], until);
}

static void
take_a_break (Year *year, guint i)
{
  LimberDate until = chance (year, 3) ? LIMBER_DATE_NONE : today_of (year) + roll (year, 0, 40);

  answer (year, i, LIMBER_REBOOK_ANSWER_PAUSE, until);
  athlete_paused (&year->athletes[i], until);
}

static void
opt_out (Year *year, guint i)
{
  answer (year, i, LIMBER_REBOOK_ANSWER_OPT_OUT, LIMBER_DATE_NONE);
  athlete_opted_out (&year->athletes[i]);
}

static void
resume (Year *year, guint i)
{
  answer (year, i, LIMBER_REBOOK_ANSWER_RESUME, LIMBER_DATE_NONE);
  athlete_resumed (&year->athletes[i]);
}

static void
book (Year *year, guint i)
{
  g_autoptr (LimberBookingRequest) request = limber_booking_request_new (year->now, year->clinic.zone);
  g_autoptr (LimberAppointment) appointment = NULL;
  LimberDate day = today_of (year) + roll (year, 0, 25);

  if (year->athletes[i].appointment >= today_of (year))
    return;
  request->client_id = g_strdup (year->athletes[i].id);
  request->staff_id = g_strdup_printf ("staff-%u", i);
  request->start_at = limber_date_at_minute (day, 22 * 60, year->clinic.zone);
  request->minutes = 45;
  request->acknowledged = ~0u;
  request->reason = g_strdup ("a favour");
  WRITE (year, (appointment = limber_booking_book (year->db, request, &failure)) != NULL);
  g_free (year->appointments[i]);
  year->appointments[i] = g_strdup (appointment->base.id);
  athlete_booked (&year->athletes[i], day);
}

static void
cancel (Year *year, guint i)
{
  LimberStatusRequest request = { .appointment_id = year->appointments[i] };
  g_autoptr (LimberAppointment) appointment = NULL;
  gboolean missed = chance (year, 3);

  if (year->athletes[i].appointment < today_of (year))
    return;
  request.status = missed              ? LIMBER_APPOINTMENT_STATUS_DID_NOT_ARRIVE
                   : chance (year, 2) ? LIMBER_APPOINTMENT_STATUS_CANCELLED
                                      : LIMBER_APPOINTMENT_STATUS_LATE_CANCELLED;
  WRITE (year, (appointment = limber_booking_set_status (year->db, &request, &failure)) != NULL);
  if (missed)
    athlete_missed (&year->athletes[i]);
  else
    athlete_cancelled (&year->athletes[i], today_of (year));
}

/* A race says when to come, never when to be reminded. */
static void
enter_race (Year *year, guint i)
{
  g_autoptr (LimberRaceEntry) entry = limber_race_entry_new ();
  gint64 entered = 0;

  MUST (limber_db_get_int (year->db, &entered, &failure, "SELECT count(*) FROM race_entry WHERE client_id = $1", "s",
                           year->athletes[i].id));
  if (entered > 0)
    return;
  entry->race_id = g_strdup (year->race_id);
  entry->client_id = g_strdup (year->athletes[i].id);
  entry->goal = TRUE;
  entry->legs = entry->confidence = -1;
  WRITE (year, limber_record_insert (year->db, &limber_race_entry_type, entry, &failure));
}

static void
happen (Year *year)
{
  static void (*const events[]) (Year *, guint) = {
    visit, visit, visit, book, book, book, cancel, cancel, contact, contact, snooze, snooze, take_a_break, opt_out,
    resume, resume, resume, enter_race,
  };
  guint i = (guint) roll (year, 0, (int) year->n - 1);

  year->n_events++;
  events[roll (year, 0, G_N_ELEMENTS (events) - 1)](year, i);
  /* On one day, so that the order within it matters. */
  if (chance (year, 10))
    {
      year->now += 60;
      contact (year, i);
      year->now += 60;
      (chance (year, 2) ? visit : contact) (year, i);
    }
  g_clear_pointer (&year->plan, limber_reminder_plan_free);
}

/* The process */

static void
open_process (Year *year)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&year->db, limber_db_free);
  year->db = limber_db_open (year->path, LIMBER_DB_CREATE, &error);
  g_assert_no_error (error);
  limber_db_set_now_func (year->db, now_of_year, year);
}

static const LimberDueNudge *
find_nudge (GPtrArray *nudges, const char *client_id)
{
  for (guint i = 0; i < nudges->len; i++)
    {
      const LimberDueNudge *nudge = g_ptr_array_index (nudges, i);

      if (g_str_equal (nudge->client_id, client_id))
        return nudge;
    }
  return NULL;
}

static gint64
next_of_model (const Year *year)
{
  gint64 next = 0;

  for (guint i = 0; i < year->n; i++)
    {
      gint64 at = athlete_next_at (&year->athletes[i], &year->clinic, year->now);

      if (at != 0 && (next == 0 || at < next))
        next = at;
    }
  return next;
}

static void
disagree (const Year *year, const Athlete *athlete, gboolean due, const LimberDueNudge *nudge)
{
  g_autofree char *last = limber_date_to_iso (athlete->last), *base = limber_date_to_iso (athlete->base);

  g_error ("%s at %" G_GINT64_FORMAT ": the model says %s, the process nudge %d. Last visit %s, by rule %s, unanswered "
           "%d, shown %d, snoozed %d, paused %d until %d, contact %d, today %d", year->path, year->now,
           due ? "shown" : "nothing", nudge ? nudge->number : 0, last, base, athlete->unanswered, athlete->last_shown,
           athlete->snoozed_until, athlete->paused, athlete->paused_until, athlete->was_contacted, today_of (year));
}

/* Nobody missed, nobody twice. */
static void
compare (Year *year, GPtrArray *nudges)
{
  guint expected = 0;

  for (guint i = 0; i < year->n; i++)
    {
      const Athlete *athlete = &year->athletes[i];
      const LimberDueNudge *nudge = find_nudge (nudges, athlete->id);
      gboolean due = athlete_next_at (athlete, &year->clinic, year->now) == year->now;

      if (due != (nudge != NULL) || (nudge != NULL && nudge->number != athlete->unanswered + 1))
        disagree (year, athlete, due, nudge);
      expected += due;
    }
  g_assert_cmpuint (nudges->len, ==, expected);
}

/* What the plan of this morning foresaw. */
static void
compare_plan (Year *year, GPtrArray *nudges)
{
  for (guint i = 0; i < nudges->len; i++)
    {
      const LimberDueNudge *nudge = g_ptr_array_index (nudges, i);
      gboolean found = FALSE;

      for (guint j = 0; j < year->plan->nudges->len; j++)
        {
          const LimberPlannedNudge *planned = g_ptr_array_index (year->plan->nudges, j);

          found |= !planned->shown && planned->next.number == nudge->number
                   && g_str_equal (planned->client_id, nudge->client_id);
        }
      g_assert_true (found);
    }
}

static GPtrArray *
claim (LimberDb *db, Year *year, gint64 *next_at)
{
  GError *error = NULL;
  GPtrArray *nudges = limber_reminders_claim_due (db, year->now, year->clinic.zone, next_at, &error);

  g_assert_no_error (error);
  return nudges;
}

static void
count_shown (Year *year, GPtrArray *nudges)
{
  LimberDate today = today_of (year);

  for (guint i = 0; i < year->n; i++)
    if (find_nudge (nudges, year->athletes[i].id) != NULL)
      {
        athlete_shown (&year->athletes[i], &year->clinic, today);
        year->n_shown++;
      }
}

static void
look (Year *year)
{
  g_autoptr (GPtrArray) nudges = NULL;
  gint64 next_at = 0;

  if (!year->awake)
    return;
  nudges = claim (year->db, year, &next_at);
  compare (year, nudges);
  if (year->plan != NULL && year->plan->date == today_of (year))
    compare_plan (year, nudges);
  if (nudges->len > 0 && chance (year, 15)) /* the daemon refuses; it is there again some hours later */
    {
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();

      for (guint i = 0; i < nudges->len; i++)
        g_ptr_array_add (ids, ((LimberDueNudge *) nudges->pdata[i])->nudge_id);
      MUST (limber_reminders_release (year->db, ids, &failure));
      year->awake = FALSE;
      year->power_at = year->now + roll (year, 1, 6) * HOUR;
      return;
    }
  count_shown (year, nudges);
  g_assert_cmpint (next_at, ==, next_of_model (year));
  if (nudges->len > 0 && chance (year, 4))
    {
      g_autoptr (GPtrArray) again = claim (year->other, year, &next_at);

      g_assert_cmpuint (again->len, ==, 0);
    }
}

static void
switch_power (Year *year)
{
  gboolean weeks = chance (year, 12);

  year->awake = !year->awake;
  if (year->awake)
    open_process (year);
  year->power_at = year->now
                   + (year->awake ? roll (year, 4, 24 * 12) * HOUR
                      : weeks     ? roll (year, 7, 21) * DAY
                                  : roll (year, 1, 30) * HOUR);
  look (year);
}

static void
compare_states (Year *year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) clients = limber_due_load (year->db, today_of (year), year->clinic.zone, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (clients->len, ==, year->n);
  for (guint i = 0; i < year->n; i++)
    for (guint j = 0; j < clients->len; j++)
      {
        const LimberDueClient *client = g_ptr_array_index (clients, j);

        if (g_str_equal (client->id, year->athletes[i].id))
          g_assert_cmpstr (limber_reminder_state_id (client->state), ==,
                           athlete_state (&year->athletes[i], today_of (year)));
      }
}

static void
foresee (Year *year)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&year->plan, limber_reminder_plan_free);
  year->plan = limber_reminder_plan_load (year->db, today_of (year), today_of (year), year->clinic.zone, &error);
  g_assert_no_error (error);
}

/* The clinic */

static void
add_client (Year *year, guint i)
{
  g_autoptr (LimberClient) client = limber_client_new ();
  g_autoptr (LimberStaff) staff = limber_staff_new ();
  Athlete *athlete = &year->athletes[i];

  athlete->cadence_min = chance (year, 4) ? roll (year, 5, 30) : 14;
  athlete->cadence_max = athlete->cadence_min == 14 ? 21 : athlete->cadence_min + roll (year, 0, 14);
  staff->base.id = g_strdup_printf ("staff-%u", i);
  staff->name = g_strdup ("Ines Calder");
  staff->role = LIMBER_STAFF_ROLE_THERAPIST;
  client->name = g_strdup_printf ("Athlete%u Sample", i);
  if (athlete->cadence_min != 14 || chance (year, 2))
    {
      client->cadence_min = athlete->cadence_min;
      client->cadence_max = athlete->cadence_max;
    }
  WRITE (year, limber_record_insert (year->db, &limber_staff_type, staff, &failure)
                   && limber_record_insert (year->db, &limber_client_type, client, &failure));
  athlete->id = g_strdup (client->base.id);
  if (!chance (year, 8))
    visit (year, i);
}

static void
found_clinic (Year *year, gboolean open_every_day)
{
  g_autoptr (LimberClinic) settings = NULL;
  g_autoptr (LimberRace) race = limber_race_new ();

  year->clinic.quiet_from = 20 * 60;
  year->clinic.quiet_to = open_every_day ? 5 * 60 + 30 : 8 * 60;
  for (int day = 1; day <= 7; day++)
    year->clinic.working[day] = day <= 5 || open_every_day;
  settings = limber_clinic_load (year->db, NULL);
  settings->reminders.quiet_from = year->clinic.quiet_from;
  settings->reminders.quiet_to = year->clinic.quiet_to;
  settings->reminders.working_days = open_every_day ? 0xfe : 0x3e;
  race->name = g_strdup ("Saltmarsh Marathon");
  race->first_on = race->last_on = today_of (year) + 200;
  race->km = 42.195;
  WRITE (year, limber_clinic_save (year->db, settings, &failure)
                   && limber_record_insert (year->db, &limber_race_type, race, &failure));
  year->race_id = g_strdup (race->base.id);
  for (guint i = 0; i < year->n; i++)
    add_client (year, i);
}

static void
live (Year *year)
{
  gint64 end = year->now + YEAR_DAYS * (gint64) DAY;
  int gap = (int) (YEAR_DAYS * (gint64) DAY / (year->n * EVENTS_OF_A_CLIENT));
  gint64 event_at = year->now + 60;

  year->awake = TRUE;
  year->power_at = year->now + 5 * DAY;
  look (year);
  while (year->now < end)
    {
      gint64 timer_at = year->awake ? next_of_model (year) : 0;
      gint64 at = MIN (event_at, year->power_at);

      year->now = MAX (year->now, timer_at != 0 ? MIN (at, timer_at) : at);
      if (year->now >= year->power_at)
        {
          switch_power (year);
          continue;
        }
      if (year->now >= event_at)
        {
          happen (year);
          event_at = year->now + roll (year, 1, 2 * gap);
          if (year->n_events % CHECK_STATES_EVERY == 0)
            {
              compare_states (year);
              look (year);
              foresee (year);
              continue;
            }
        }
      look (year);
    }
}

static void
end_year (Year *year)
{
  limber_db_free (year->db);
  limber_db_free (year->other);
  remove_folder (year->dir);
  for (guint i = 0; i < year->n; i++)
    {
      g_free (year->athletes[i].id);
      g_free (year->appointments[i]);
    }
  g_clear_pointer (&year->plan, limber_reminder_plan_free);
  g_free (year->athletes);
  g_free (year->appointments);
  g_free (year->race_id);
  g_free (year->dir);
  g_free (year->path);
  g_rand_free (year->rand);
  g_time_zone_unref (year->clinic.zone);
}

/* In memory where there is such a place: what a power cut leaves is tested elsewhere. */
static char *
make_folder (void)
{
  g_autofree char *in_memory = g_strdup ("/dev/shm/limber-year-XXXXXX");

  return g_mkdtemp (in_memory) ? g_steal_pointer (&in_memory) : g_dir_make_tmp ("limber-year-XXXXXX", NULL);
}

static void
test_year (gconstpointer zone)
{
  const char *clients = g_getenv ("LIMBER_YEAR_CLIENTS"), *seed = g_getenv ("LIMBER_YEAR_SEED");
  Year year = { .n = clients ? (guint) g_ascii_strtoull (clients, NULL, 10) : USUAL_CLIENTS };
  g_autoptr (GError) error = NULL;

  year.rand = g_rand_new_with_seed (g_str_hash (zone) + (seed ? (guint32) g_ascii_strtoull (seed, NULL, 10) : 0));
  year.clinic.zone = g_time_zone_new_identifier (zone);
  g_assert_nonnull (year.clinic.zone);
  year.now = limber_date_at_minute (limber_date_parse ("2026-01-07"), 600, year.clinic.zone);
  year.dir = make_folder ();
  year.path = g_build_filename (year.dir, "clinic.db", NULL);
  year.athletes = g_new0 (Athlete, year.n);
  year.appointments = g_new0 (char *, year.n);
  open_process (&year);
  year.other = limber_db_open (year.path, LIMBER_DB_WRITE, &error);
  g_assert_no_error (error);
  limber_db_set_now_func (year.other, now_of_year, &year);
  found_clinic (&year, g_str_equal (zone, "Pacific/Auckland"));
  live (&year);
  g_test_message ("%s: %u clients, %u events, %u nudges", (const char *) zone, year.n, year.n_events, year.n_shown);
  g_assert_cmpuint (year.n_shown, >, year.n * 3);
  end_year (&year);
}

int
main (int argc, char **argv)
{
  static const char *const zones[] = { "Europe/Berlin",       "America/New_York", "America/Los_Angeles",
                                       "Australia/Lord_Howe", "Pacific/Auckland", "America/St_Johns" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *path = g_strconcat ("/reminder-year/", zones[i], NULL);

      g_test_add_data_func (path, zones[i], test_year);
    }
  return g_test_run ();
}
