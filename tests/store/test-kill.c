/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The promise: what was acknowledged as saved survives the death of the program. A child saves findings and
 * prints the id of each after its commit; it is killed with SIGKILL at a random moment, again and again on
 * the same database. Every printed id must be there, with its entry in the change log, and the file must be
 * sound.
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"
#include "store/change-log.h"

#define KILLS 200
#define MAX_DELAY_US 30000

static const char *child_path;

/* A new session each time gives fresh room under the rule of one finding per area, side and type. */
static LimberSession *
add_session (Fixture *fixture, LimberClient *client, LimberStaff *staff)
{
  LimberSession *session;

  fixture_begin (fixture->db);
  session = fixture_add_session (fixture->db, client, staff, "2026-09-21");
  fixture_commit (fixture->db);
  return session;
}

static GPid
spawn (Fixture *fixture, LimberSession *session, int *output)
{
  const char *arguments[] = { child_path, fixture->path, session->base.id, session->client_id, "0", NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **)arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL,
                            output, NULL, &error);
  g_assert_no_error (error);
  return pid;
}

static void
read_all (int output, GString *text)
{
  char buffer[4096];
  ssize_t n;

  while ((n = read (output, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);
  close (output);
}

/* Kills after the first acknowledgement and a random while, so that every kill falls into the saving. */
static void
kill_once (Fixture *fixture, LimberSession *session, GString *acknowledged)
{
  int output, status;
  GPid pid = spawn (fixture, session, &output);
  char first;

  g_assert_cmpint (read (output, &first, 1), ==, 1);
  g_string_append_c (acknowledged, first);
  g_usleep (g_random_int_range (0, MAX_DELAY_US));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  read_all (output, acknowledged);
}

static gint64
count (LimberDb *db, const char *sql, const char *id)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  limber_db_get_int (db, &value, &error, sql, id != NULL ? "s" : NULL, id);
  g_assert_no_error (error);
  return value;
}

static guint
assert_all_there (LimberDb *db, const char *acknowledged)
{
  g_auto (GStrv) lines = g_strsplit (acknowledged, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (strlen (lines[i]) == 36)
      {
        g_assert_cmpint (count (db, "SELECT count(*) FROM finding WHERE id = $1", lines[i]), ==, 1);
        g_assert_cmpint (count (db, "SELECT count(*) FROM change_log WHERE entity_id = $1", lines[i]), ==, 1);
        n++;
      }
  return n;
}

static void
assert_sound (LimberDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberStmt) stmt = limber_db_query (db, &error, "PRAGMA integrity_check", NULL);
  gint64 wrong = 0;

  g_assert_no_error (error);
  g_assert_true (limber_stmt_step (stmt, &error));
  g_assert_cmpstr (limber_stmt_text (stmt, 0), ==, "ok");
  g_assert_cmpint (count (db, "SELECT count(*) FROM pragma_foreign_key_check", NULL), ==, 0);
  g_assert_true (limber_change_log_verify (db, NULL, &wrong, &error));
  g_assert_cmpint (wrong, ==, 0);
  /* No finding without its entry, no entry without its finding. */
  g_assert_cmpint (count (db, "SELECT count(*) FROM finding", NULL), ==,
                   count (db, "SELECT count(*) FROM change_log WHERE entity = 'finding'", NULL));
}

static void
test_kill (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) acknowledged = g_string_new (NULL);
  g_autoptr (LimberClient) client = NULL;
  g_autoptr (LimberStaff) staff = NULL;
  guint n;

  fixture_begin (fixture->db);
  client = fixture_add_client (fixture->db, "Maria");
  staff = fixture_add_staff (fixture->db, "Anna");
  fixture_commit (fixture->db);

  for (int i = 0; i < KILLS; i++)
    {
      g_autoptr (LimberSession) session = add_session (fixture, client, staff);

      /* Nobody keeps the file open meanwhile, so that each child has to recover by itself. */
      g_clear_pointer (&fixture->db, limber_db_free);
      kill_once (fixture, session, acknowledged);
      g_string_append_c (acknowledged, '\n');
      fixture->db = limber_db_open (fixture->path, LIMBER_DB_WRITE, NULL);
      g_assert_nonnull (fixture->db);
    }
  n = assert_all_there (fixture->db, acknowledged->str);
  g_assert_cmpuint (n, >=, KILLS);
  assert_sound (fixture->db);
  g_test_message ("%d kills, %u acknowledged findings, 0 lost", KILLS, n);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >, 1);
  child_path = argv[1];
  g_test_add ("/kill/acknowledged-findings-survive", Fixture, NULL, fixture_set_up, test_kill,
              fixture_tear_down);
  return g_test_run ();
}
