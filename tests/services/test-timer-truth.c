/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "services/clock.h"
#include "services/session/session-runner.h"

#include "../folder.h"

/*
 * The timer is right whatever happens to the clock of the computer. Each scenario is a list of events over a real
 * database and a clock that only the test moves; after every event the elapsed time is held against what the
 * hands of the therapist would say, to the second.
 */

#define BEGIN ((gint64) 1792886400) /* 2026-10-25 02:00 in Berlin, an hour before the clocks go back */
#define SPRING ((gint64) 1774743000) /* 2026-03-29 01:10 in Berlin, before they go forward */

typedef enum {
  END,
  WORK,      /* seconds of work */
  REST,      /* seconds while paused */
  SUSPEND,   /* seconds asleep, which count as whatever went on */
  STEP,      /* somebody sets the time by so many seconds */
  ZONE,      /* the clinic moves: west or east by so many hours */
  PAUSE,
  GO_ON,
  KILL,      /* the program dies and starts again */
  REBOOT,    /* the computer is off for so many seconds, which count as work */
  MORE,      /* minutes */
  FINISH,
} Deed;

typedef struct {
  Deed deed;
  int amount;
} Event;

typedef struct {
  const char *name;
  gint64 start;
  Event events[14];
} Scenario;

static const Scenario scenarios[] = {
  { "an hour in peace", BEGIN, { { WORK, 1800 }, { WORK, 1799 }, { WORK, 1 }, { WORK, 200 }, { FINISH } } },
  { "asleep with the lid closed", BEGIN, { { WORK, 600 }, { SUSPEND, 1200 }, { WORK, 60 }, { FINISH } } },
  { "asleep in a pause", BEGIN, { { WORK, 600 }, { PAUSE }, { SUSPEND, 7200 }, { GO_ON }, { WORK, 300 }, { FINISH } } },
  { "the time is set forward", BEGIN, { { WORK, 600 }, { STEP, 3600 }, { WORK, 600 }, { FINISH } } },
  { "the time is set back before the start", BEGIN, { { WORK, 600 }, { STEP, -86400 }, { WORK, 600 }, { FINISH } } },
  { "the time is set in a pause", BEGIN,
    { { WORK, 300 }, { PAUSE }, { REST, 60 }, { STEP, -7200 }, { REST, 60 }, { GO_ON }, { WORK, 300 }, { FINISH } } },
  { "another time zone", BEGIN, { { WORK, 600 }, { ZONE, -7 }, { WORK, 600 }, { ZONE, 9 }, { WORK, 60 }, { FINISH } } },
  { "the clocks go back", BEGIN, { { WORK, 3000 }, { WORK, 3000 }, { MORE, 60 }, { WORK, 600 }, { FINISH } } },
  { "the clocks go forward", SPRING, { { WORK, 1800 }, { PAUSE }, { REST, 1800 }, { GO_ON }, { WORK, 1800 }, { FINISH } } },
  { "killed and resumed", BEGIN, { { WORK, 600 }, { KILL }, { WORK, 600 }, { KILL }, { KILL }, { WORK, 1 }, { FINISH } } },
  { "killed in a pause while the time is set", BEGIN,
    { { WORK, 600 }, { PAUSE }, { KILL }, { STEP, 10000 }, { REST, 500 }, { KILL }, { GO_ON }, { WORK, 90 }, { STEP, -20000 },
      { KILL }, { WORK, 30 }, { FINISH } } },
  { "the computer starts anew", BEGIN, { { WORK, 600 }, { REBOOT, 120 }, { KILL }, { WORK, 600 }, { FINISH } } },
  { "the computer starts anew in a pause", BEGIN,
    { { WORK, 600 }, { PAUSE }, { REST, 30 }, { REBOOT, 120 }, { KILL }, { REST, 30 }, { GO_ON }, { WORK, 600 }, { FINISH } } },
  { "everything at once", BEGIN,
    { { WORK, 100 }, { STEP, 5000 }, { PAUSE }, { SUSPEND, 900 }, { ZONE, 3 }, { KILL }, { GO_ON }, { WORK, 200 },
      { SUSPEND, 300 }, { STEP, -9000 }, { MORE, 10 }, { KILL }, { WORK, 50 }, { FINISH } } },
};

typedef struct {
  char *dir;
  char *path;
  LimberDb *db;
  LimberClock *clock;
  char *id;
  int expected;
  gboolean paused;
} World;

static void
open_program (World *world)
{
  g_autoptr (GError) error = NULL;

  world->db = limber_db_open (world->path, LIMBER_DB_CREATE, &error);
  g_assert_no_error (error);
}

static void
begin_session (World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberClient) client = limber_client_new ();
  g_autoptr (LimberStaff) staff = limber_staff_new ();
  g_autoptr (LimberSession) session = NULL;
  g_autoptr (LimberSessionStart) start = g_new0 (LimberSessionStart, 1);
  LimberMoment moment = limber_clock_moment (world->clock);

  client->name = g_strdup ("Rafferty Quill");
  staff->name = g_strdup ("Ines Calder");
  staff->role = LIMBER_STAFF_ROLE_THERAPIST;
  limber_db_begin (world->db, &error);
  g_assert_true (limber_record_insert (world->db, &limber_client_type, client, &error));
  g_assert_true (limber_record_insert (world->db, &limber_staff_type, staff, &error));
  start->client_id = g_strdup (client->base.id);
  start->staff_id = g_strdup (staff->base.id);
  start->date = limber_clock_today (world->clock);
  start->minutes = 60;
  limber_session_start_set_moment (start, &moment);
  session = limber_session_runner_start (world->db, start, &error);
  g_assert_no_error (error);
  limber_db_commit (world->db, &error);
  g_assert_no_error (error);
  world->id = g_strdup (session->base.id);
}

/* What the window does: it reads the session and asks both clocks. */
static LimberSessionSheet *
look (World *world, gint64 *now)
{
  g_autoptr (GError) error = NULL;
  LimberSessionSheet *sheet = limber_session_runner_load (world->db, world->id, &error);
  LimberMoment moment = limber_clock_moment (world->clock);

  g_assert_no_error (error);
  *now = limber_session_instant (sheet->session, &moment);
  return sheet;
}

static void
pass (World *world, int seconds)
{
  limber_clock_set (world->clock, limber_clock_now (world->clock) + seconds);
  if (!world->paused)
    world->expected += seconds;
}

static void
move_zone (World *world, int hours)
{
  g_autofree char *name = g_strdup_printf ("%+03d:00", hours);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);

  g_assert_nonnull (zone);
  limber_clock_set_zone (world->clock, zone);
}

static void
write_deed (World *world, const Event *event)
{
  g_autoptr (GError) error = NULL;
  gint64 now;
  g_autoptr (LimberSessionSheet) sheet = look (world, &now);

  limber_db_begin (world->db, &error);
  g_assert_no_error (error);
  switch (event->deed)
    {
    case PAUSE:
      limber_session_runner_pause (world->db, world->id, now, &error);
      break;
    case GO_ON:
      limber_session_runner_resume (world->db, world->id, now, &error);
      break;
    case MORE:
      limber_session_runner_extend (world->db, world->id, event->amount, now, &error);
      break;
    case FINISH:
    default:
      limber_session_runner_finish (world->db, world->id, now, &error);
      break;
    }
  g_assert_no_error (error);
  limber_db_commit (world->db, &error);
  g_assert_no_error (error);
  world->paused = event->deed == PAUSE ? TRUE : event->deed == GO_ON ? FALSE : world->paused;
}

static void
happen (World *world, const Event *event)
{
  switch (event->deed)
    {
    case WORK:
    case REST:
    case SUSPEND:
      pass (world, event->amount);
      break;
    case STEP:
      limber_clock_step (world->clock, event->amount);
      break;
    case ZONE:
      move_zone (world, event->amount);
      break;
    case KILL:
      limber_db_free (world->db);
      open_program (world);
      break;
    case REBOOT:
      limber_clock_reboot (world->clock, event->amount);
      world->expected += world->paused ? 0 : event->amount;
      break;
    default:
      write_deed (world, event);
      break;
    }
}

static void
check (World *world)
{
  gint64 now;
  g_autoptr (LimberSessionSheet) sheet = look (world, &now);
  LimberSessionTime time = limber_session_stand (sheet->session, sheet->pauses, now);

  g_assert_cmpint (ABS (time.elapsed - world->expected), <=, 1);
  g_assert_cmpint (time.is_paused, ==, world->paused);
  g_assert_cmpint (time.remaining - time.overtime, ==, sheet->session->planned_minutes * 60 - time.elapsed);
}

static void
test_scenario (gconstpointer data)
{
  const Scenario *scenario = data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  World world = { 0 };

  g_assert_nonnull (zone);
  world.dir = g_dir_make_tmp ("limber-timer-XXXXXX", NULL);
  world.path = g_build_filename (world.dir, "clinic.db", NULL);
  world.clock = limber_clock_new_frozen (scenario->start, zone);
  open_program (&world);
  begin_session (&world);
  check (&world);
  for (guint i = 0; i < G_N_ELEMENTS (scenario->events) && scenario->events[i].deed != END; i++)
    {
      g_test_message ("event %u", i);
      happen (&world, &scenario->events[i]);
      check (&world);
    }
  limber_db_free (world.db);
  remove_folder (world.dir);
  g_object_unref (world.clock);
  g_free (world.id);
  g_free (world.path);
  g_free (world.dir);
}

/* The clock of the program itself: both its hands move together, and it knows under which start of the computer. */
static void
test_the_real_clock (void)
{
  g_autoptr (LimberClock) clock = limber_clock_new_system (NULL);
  LimberMoment one = limber_clock_moment (clock);
  LimberMoment two = limber_clock_moment (clock);

  g_assert_cmpint (ABS (one.wall - g_get_real_time () / G_USEC_PER_SEC), <=, 1);
  g_assert_cmpint (two.uptime, >=, one.uptime);
  g_assert_nonnull (one.boot);
  g_assert_cmpstr (one.boot, ==, two.boot);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timer-truth/the-real-clock", test_the_real_clock);
  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
    {
      g_autofree char *path = g_strconcat ("/timer-truth/", scenarios[i].name, NULL);

      g_test_add_data_func (path, &scenarios[i], test_scenario);
    }
  return g_test_run ();
}
