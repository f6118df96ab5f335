/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/demo/demo-clinic.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "services/demo/demo-private.h"
#include "store/record-made-up.h"
#include "store/clinic.h"
#include "store/race.h"
#include "store/staff.h"
#include "store/team.h"

/*
 * DESIGN
 *
 * One random number generator with one seed makes everything, the ids too, in one fixed order, so that the
 * same options always give the same clinic. A first cast of named persons shows every state on today's
 * pages; a crowd of any size stands behind it. Nobody here exists. The change log tells of everything that the
 * cast went through, and of the crowd only that the clients were made.
 */

/**
 * limber_demo_uuid:
 *
 * Returns: (transfer full): an id in the form of a UUID of version 7, but from a count and the seed. They ascend:
 *   so the indices of a large clinic grow at their end, which is several times faster.
 */
char *
limber_demo_uuid (LimberDemo *demo)
{
  guint32 b = g_rand_int (demo->rand), c = g_rand_int (demo->rand), d = g_rand_int (demo->rand);

  return g_strdup_printf ("%08x-%04x-7%03x-%04x-%04x%08x", ++demo->n_ids, b >> 16, b & 0xfff,
                          (c >> 16 & 0x3fff) | 0x8000, c & 0xffff, d);
}

/** limber_demo_roll: Returns: a number from @from to @to, both included */
int
limber_demo_roll (LimberDemo *demo, int from, int to)
{
  return g_rand_int_range (demo->rand, from, to + 1);
}

/** limber_demo_put: stores @record (transfer full) unless something has gone wrong before */
void
limber_demo_put (LimberDemo *demo, const LimberRecordType *type, gpointer record)
{
  LimberRecord *base = record;

  if (!base->id)
    base->id = limber_demo_uuid (demo);
  if (!demo->error && demo->crowd && !type->is_client)
    limber_record_insert_made_up (demo->db, type, record, &demo->error);
  else if (!demo->error)
    limber_record_insert (demo->db, type, record, &demo->error);
  limber_record_free (type, record);
}

static void
put_settings (LimberDemo *demo)
{
  g_autoptr (LimberClinic) clinic = limber_clinic_load (demo->db, &demo->error);

  if (!clinic)
    return;
  g_free (clinic->name);
  clinic->name = g_strdup ("Harrier Vale Sports Massage");
  clinic->rooms = demo->options->clients < 1000 ? 3 : 0; /* with more people, as many as there are */
  limber_clinic_save (demo->db, clinic, &demo->error);
}

static void
put_one_staff (LimberDemo *demo, const char *name, LimberStaffRole role, int color, char **id)
{
  LimberStaff *staff = limber_staff_new ();

  staff->base.id = limber_demo_uuid (demo);
  staff->name = g_strdup (name);
  staff->role = role;
  staff->color = color;
  if (id)
    *id = g_strdup (staff->base.id);
  limber_demo_put (demo, &limber_staff_type, staff);
}

static void
put_staff (LimberDemo *demo)
{
  static const char *const names[LIMBER_DEMO_STAFF_MAX] = {
    "Ines Calder", "Jonah Reeve", "Priya Marsh", "Tamsin Holt", "Edgar Lindqvist", "Noor Abbate",
    "Cosima Wells", "Leander Frost", "Mirja Salo", "Oswin Penrose", "Thora Lund", "Yannick Dray",
  };
  guint n = demo->options->clients < 1000 ? 3 : demo->options->clients < 5000 ? 6 : LIMBER_DEMO_STAFF_MAX;

  for (guint i = 0; i < n; i++)
    put_one_staff (demo, names[i], LIMBER_STAFF_ROLE_THERAPIST, (int) i % 6, &demo->staff[i]);
  demo->n_staff = n;
  put_one_staff (demo, "Maren Ostrow", LIMBER_STAFF_ROLE_FRONT_DESK, 0, NULL);
  limber_demo_put_hours (demo);
}

static void
put_teams (LimberDemo *demo)
{
  static const char *const names[LIMBER_DEMO_N_TEAMS] = {
    "Harrier Vale AC", "Night Owls Tri", "Saltmarsh College XC", "Foxglove Striders",
  };

  for (guint i = 0; i < LIMBER_DEMO_N_TEAMS; i++)
    {
      LimberTeam *team = limber_team_new ();

      team->base.id = limber_demo_uuid (demo);
      team->name = g_strdup (names[i]);
      demo->teams[i] = g_strdup (team->base.id);
      limber_demo_put (demo, &limber_team_type, team);
    }
}

static void
put_races (LimberDemo *demo)
{
  static const struct {
    const char *name;
    int in_days;
    double km;
    const char *place;
  } races[LIMBER_DEMO_N_RACES] = {
    [RACE_MILE] = { "Midweek Mile", 1, 1.6, "Harrier Vale" },
    [RACE_HILL] = { "Thursday Hill Loop", 2, 6, "Foxglove Down" },
    [RACE_TRACK] = { "Friday Track 5000", 3, 5, "Harrier Vale" },
    [RACE_HALF] = { "Harrier Vale Half", 5, 21.1, "Harrier Vale" },
    [RACE_MARATHON] = { "Saltmarsh Marathon", 12, 42.2, "Saltmarsh" },
    [RACE_FOXGLOVE] = { "Foxglove 10K", 25, 10, "Foxglove Down" },
    [RACE_CONFERENCE] = { "Conference XC Final", 40, 8, "Saltmarsh" },
    [RACE_LANTERN] = { "Lantern Night Run", 54, 15, "Old Harbour" },
    [RACE_QUARRY] = { "Quarry 10K", -2, 10, "Quarry Lake" },
    [RACE_SUMMER] = { "Foxglove Summer 10K", -90, 10, "Foxglove Down" },
    [RACE_SPRING_HALF] = { "Harrier Vale Spring Half", -150, 21.1, "Harrier Vale" },
    [RACE_LANTERN_WINTER] = { "Lantern Winter 15", -240, 15, "Old Harbour" },
    [RACE_SPRING_MARATHON] = { "Saltmarsh Island Marathon", -330, 42.2, "Saltmarsh" },
  };

  for (guint i = 0; i < LIMBER_DEMO_N_RACES; i++)
    {
      LimberRace *race = limber_race_new ();

      race->base.id = limber_demo_uuid (demo);
      race->name = g_strdup (races[i].name);
      race->first_on = race->last_on = demo->options->today + races[i].in_days;
      race->km = races[i].km;
      race->place = g_strdup (races[i].place);
      demo->races[i] = g_strdup (race->base.id);
      limber_demo_put (demo, &limber_race_type, race);
    }
}

static gint64
demo_now (gpointer data)
{
  const LimberDemo *demo = data;
  const LimberDemoOptions *options = demo->options;

  return limber_date_at_minute (demo->day != LIMBER_DATE_NONE ? demo->day : options->today, options->minute,
                                options->zone);
}

static void
put_everything (LimberDemo *demo)
{
  guint n_cast;

  put_settings (demo);
  put_staff (demo);
  put_teams (demo);
  put_races (demo);
  n_cast = limber_demo_put_cast (demo);
  limber_demo_put_cast_visits (demo);
  limber_demo_put_cast_extras (demo);
  if (demo->options->clients > n_cast)
    limber_demo_put_crowd (demo, demo->options->clients - n_cast);
  limber_demo_put_calendar (demo);
}

static void
demo_clear (LimberDemo *demo)
{
  for (guint i = 0; i < LIMBER_DEMO_STAFF_MAX; i++)
    g_free (demo->staff[i]);
  for (guint i = 0; i < LIMBER_DEMO_N_TEAMS; i++)
    g_free (demo->teams[i]);
  for (guint i = 0; i < LIMBER_DEMO_N_RACES; i++)
    g_free (demo->races[i]);
  g_hash_table_unref (demo->clients);
  g_hash_table_unref (demo->taken);
  g_rand_free (demo->rand);
}

/**
 * limber_demo_fill:
 * @db: an empty clinic
 *
 * Writes the demo clinic in one transaction of its own.
 *
 * Returns: %FALSE with @error, and then nothing was written
 */
gboolean
limber_demo_fill (LimberDb *db, const LimberDemoOptions *options, GCancellable *cancellable, GError **error)
{
  LimberDemo demo = {
    .db = db,
    .options = options,
    .day = LIMBER_DATE_NONE,
    .cancellable = cancellable,
    .rand = g_rand_new_with_seed (options->seed),
    .clients = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free),
    .taken = g_hash_table_new (NULL, NULL),
  };
  gboolean ok;

  limber_db_set_actor (db, NULL, _("Demo"));
  limber_db_set_now_func (db, demo_now, &demo);
  ok = limber_db_expect_much (db, &demo.error) && limber_db_begin (db, &demo.error);
  if (ok)
    {
      put_everything (&demo);
      ok = !demo.error && limber_db_commit (db, &demo.error);
      if (!ok)
        limber_db_rollback (db);
    }
  ok = limber_db_expect_little (db, demo.error ? NULL : &demo.error) && ok;
  limber_db_set_now_func (db, NULL, NULL);
  demo_clear (&demo);
  if (demo.error)
    g_propagate_error (error, demo.error);
  return ok;
}

/** limber_demo_options_init: the usual demo around @today; borrows @zone */
void
limber_demo_options_init (LimberDemoOptions *options, LimberDate today, GTimeZone *zone)
{
  *options = (LimberDemoOptions) { LIMBER_DEMO_CLIENTS, LIMBER_DEMO_SEED, today, LIMBER_DEMO_MINUTE, zone };
}

/* The name is taken before anything is written to it, so that no file of anybody else is touched. */
static gboolean
reserve (const char *path, GError **error)
{
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  int code = errno;

  if (fd >= 0)
    return g_close (fd, error);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               code == EEXIST ? _("There is a file %s already.") : _("The file %s cannot be made: %s"), path,
               g_strerror (code));
  return FALSE;
}

static void
remove_all (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

/**
 * limber_demo_create:
 * @path: of a file that does not exist
 *
 * Makes a new database with a demo clinic.
 *
 * Returns: %FALSE with @error, and then there is no such file
 */
gboolean
limber_demo_create (const char *path, const LimberDemoOptions *options, GCancellable *cancellable, GError **error)
{
  LimberDb *db;
  gboolean ok;

  if (!reserve (path, error))
    return FALSE;
  db = limber_db_open (path, LIMBER_DB_CREATE, error);
  ok = db && limber_demo_fill (db, options, cancellable, error);
  if (db)
    limber_db_free (db);
  if (!ok)
    remove_all (path);
  return ok;
}
