/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/demo/demo-clinic.h"

#include "../store/fixture.h"
#include "domain/suggestion.h"
#include "services/session/session-concerns.h"
#include "store/due.h"
#include "store/confirmations.h"

#define TODAY "2026-09-29"

static char *
make (const char *folder, const char *name, guint clients, guint32 seed, GTimeZone *zone)
{
  char *path = g_build_filename (folder, name, NULL);
  LimberDemoOptions options;
  g_autoptr (GError) error = NULL;

  limber_demo_options_init (&options, limber_date_parse (TODAY), zone);
  options.clients = clients;
  options.seed = seed;
  limber_demo_create (path, &options, NULL, &error);
  g_assert_no_error (error);
  return path;
}

/* Everything in one table, without the salts and digests of the change log, which are never the same twice. */
static void
add_table (LimberDb *db, const char *table, const char *columns, GChecksum *sum)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s ORDER BY id", columns, table);
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberStmt) stmt = limber_db_query (db, &error, sql, NULL);

  g_assert_no_error (error);
  while (limber_stmt_step (stmt, &error))
    for (int i = 0; i < 6; i++)
      {
        const char *text = limber_stmt_text (stmt, i);

        g_checksum_update (sum, (const guchar *) (text ? text : "-"), -1);
        g_checksum_update (sum, (const guchar *) "|", 1);
      }
  g_assert_no_error (error);
}

static char *
dump (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = limber_db_open (path, LIMBER_DB_READ, &error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_assert_no_error (error);
  add_table (db, "client", "id, name, team_id, birthday, consent_on, snoozed_until", sum);
  add_table (db, "appointment", "id, client_id, staff_id, start_at, status, minutes", sum);
  add_table (db, "session", "id, client_id, date, started_at, pressure, techniques", sum);
  add_table (db, "finding", "id, session_id, area, severity_before, severity_after, status", sum);
  add_table (db, "race_entry", "id, race_id, client_id, goal, legs, hard_on", sum);
  return g_strdup (g_checksum_get_string (sum));
}

static void
test_same_seed_same_clinic (void)
{
  g_autofree char *folder = g_dir_make_tmp ("limber-demo-XXXXXX", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *a = make (folder, "a.db", 40, 7, zone), *b = make (folder, "b.db", 40, 7, zone);
  g_autofree char *c = make (folder, "c.db", 40, 8, zone);
  g_autofree char *dump_a = dump (a), *dump_b = dump (b), *dump_c = dump (c);

  g_assert_cmpstr (dump_a, ==, dump_b);
  g_assert_cmpstr (dump_a, !=, dump_c);
  remove_folder (folder);
}

static char *
get_text (LimberDb *db, const char *pragma)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberStmt) stmt = limber_db_query (db, &error, pragma, NULL);
  char *text = limber_stmt_step (stmt, &error) ? g_strdup (limber_stmt_text (stmt, 0)) : g_strdup ("");

  g_assert_no_error (error);
  return text;
}

/* It is written without a check of each row: so all of them are checked here. */
static void
test_fits_the_schema (void)
{
  g_autofree char *folder = g_dir_make_tmp ("limber-demo-XXXXXX", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *path = make (folder, "demo.db", 600, LIMBER_DEMO_SEED, zone);
  g_autoptr (GError) error = NULL;
  LimberDb *db = limber_db_open (path, LIMBER_DB_READ, &error);
  g_autofree char *sound = get_text (db, "PRAGMA integrity_check"), *orphans = get_text (db, "PRAGMA foreign_key_check");
  g_autofree char *journal = get_text (db, "PRAGMA journal_mode");

  g_assert_no_error (error);
  g_assert_cmpstr (sound, ==, "ok");
  g_assert_cmpstr (orphans, ==, "");
  g_assert_cmpstr (journal, ==, "wal");
  g_clear_pointer (&db, limber_db_free);
  remove_folder (folder);
}

static const LimberDueClient *
find (GPtrArray *clients, const char *name)
{
  for (guint i = 0; i < clients->len; i++)
    {
      const LimberDueClient *client = g_ptr_array_index (clients, i);

      if (g_str_equal (client->name, name))
        return client;
    }
  g_assert_not_reached ();
}

static void
assert_suggested (GPtrArray *clients, const char *name, const char *expected)
{
  g_autoptr (GArray) days = limber_plan_suggest (&find (clients, name)->facts->input, NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    {
      g_autofree char *iso = limber_date_to_iso (g_array_index (days, LimberDate, i));

      g_string_append_printf (text, "%s%s", i ? " " : "", iso);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* Every state is there, and the cast stands where the pictures show it. */
static void
test_states (void)
{
  static const struct { const char *name; LimberReminderState state; int days; } cast[] = {
    { "Juniper Ashgrove", LIMBER_REMINDER_STATE_DUE, 20 }, { "Barnaby Pace", LIMBER_REMINDER_STATE_OVERDUE, 27 },
    { "Caspian Rowe", LIMBER_REMINDER_STATE_BOOKED, 1 }, { "Fern Splitwell", LIMBER_REMINDER_STATE_NOT_DUE, 5 },
    { "Ignatius Stride", LIMBER_REMINDER_STATE_OVERDUE, 41 }, { "Ursula Kilometer", LIMBER_REMINDER_STATE_PAUSED, 33 },
    { "Wren Halloway", LIMBER_REMINDER_STATE_BOOKED, 15 }, { "Rafferty Quill", LIMBER_REMINDER_STATE_BOOKED, 21 },
    { "Bettina Kerb", LIMBER_REMINDER_STATE_NOT_DUE, 0 },
  };
  g_autofree char *folder = g_dir_make_tmp ("limber-demo-XXXXXX", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *path = make (folder, "demo.db", LIMBER_DEMO_CLIENTS, LIMBER_DEMO_SEED, zone);
  g_autoptr (GError) error = NULL;
  LimberDb *db = limber_db_open (path, LIMBER_DB_READ, &error);
  g_autoptr (GPtrArray) clients = limber_due_load (db, limber_date_parse (TODAY), zone, &error);
  guint counts[LIMBER_REMINDER_STATE_LAST + 1] = { 0 };

  g_assert_no_error (error);
  for (guint i = 0; i < clients->len; i++)
    counts[((LimberDueClient *) g_ptr_array_index (clients, i))->state]++;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (counts[i], >, 0);
  g_assert_cmpuint (counts[LIMBER_REMINDER_STATE_OVERDUE], ==, 6);
  g_assert_cmpuint (counts[LIMBER_REMINDER_STATE_DUE], ==, 9);
  for (guint i = 0; i < G_N_ELEMENTS (cast); i++)
    {
      g_test_message ("%s", cast[i].name);
      g_assert_cmpint (find (clients, cast[i].name)->state, ==, cast[i].state);
      g_assert_cmpint (limber_date_parse (TODAY) - find (clients, cast[i].name)->last, ==, cast[i].days);
    }
  g_assert_cmpint (find (clients, "Wilhelmina Lap")->state, ==, LIMBER_REMINDER_STATE_NEW);
  assert_suggested (clients, "Juniper Ashgrove", "2026-10-04 2026-10-05");
  assert_suggested (clients, "Hanne Overpass", "2026-10-06");
  g_clear_pointer (&db, limber_db_free);
  remove_folder (folder);
}

/* The desk has somebody to ask whether they come tomorrow. */
static void
test_somebody_is_to_confirm (void)
{
  g_autofree char *folder = g_dir_make_tmp ("limber-demo-XXXXXX", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *path = make (folder, "demo.db", LIMBER_DEMO_CLIENTS, LIMBER_DEMO_SEED, zone);
  g_autoptr (GError) error = NULL;
  LimberDb *db = limber_db_open (path, LIMBER_DB_READ, &error);
  LimberConfirmationsQuery *query = limber_confirmations_query_new (limber_date_parse (TODAY), zone);
  g_autoptr (LimberConfirmations) all = limber_confirmations_load (db, query, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (all->open->len, ==, 4);
  limber_confirmations_query_free (query);
  g_clear_pointer (&db, limber_db_free);
  remove_folder (folder);
}

static void
test_never_over_another_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("limber-demo-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "mine", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GError) error = NULL;
  LimberDemoOptions options;

  limber_demo_options_init (&options, limber_date_parse (TODAY), zone);
  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  g_assert_false (limber_demo_create (path, &options, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
  remove_folder (folder);
}

static void
test_plan_facts (void)
{
  g_autofree char *folder = g_dir_make_tmp ("limber-demo-XXXXXX", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *path = make (folder, "demo.db", 32, 1, zone);
  LimberDate today = limber_date_parse (TODAY);
  g_autoptr (GError) error = NULL;
  LimberDb *db = limber_db_open (path, LIMBER_DB_READ, &error);
  g_autoptr (GPtrArray) clients = limber_due_load (db, today, zone, &error);
  g_autoptr (LimberPlanFacts) facts = NULL;
  LimberIdealWindow window;

  facts = limber_plan_facts_load (db, find (clients, "Caspian Rowe")->id, today, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (facts->input.n_races, ==, 1);
  g_assert_cmpuint (facts->input.n_pairs, ==, 4);
  g_assert_cmpstr (limber_plan_facts_race (facts, 0)->name, ==, "Saltmarsh Marathon");
  window = limber_plan_window (&facts->input, 0);
  g_assert_cmpint (window.source, ==, LIMBER_IDEAL_SOURCE_LEARNED);
  g_assert_cmpuint (window.leads, ==, LIMBER_LEAD_BIT (5));
  g_clear_pointer (&facts, limber_plan_facts_free);
  g_assert_null (limber_plan_facts_load (db, "nobody", today, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_GONE);
  g_clear_pointer (&db, limber_db_free);
  remove_folder (folder);
}

static guint
count_news (LimberDb *db, const char *client_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberSessionConcerns) concerns
    = limber_session_concerns_load (db, client_id, NULL, limber_date_parse (TODAY), &error);

  g_assert_no_error (error);
  return concerns->news->len;
}

/* An old allergy is no news; a bruise of last week is. */
static void
test_health_was_written_in_its_time (void)
{
  g_autofree char *folder = g_dir_make_tmp ("limber-demo-XXXXXX", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *path = make (folder, "demo.db", 32, 1, zone);
  g_autoptr (GError) error = NULL;
  LimberDb *db = limber_db_open (path, LIMBER_DB_READ, &error);
  g_autoptr (GPtrArray) clients = limber_due_load (db, limber_date_parse (TODAY), zone, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (count_news (db, find (clients, "Juniper Ashgrove")->id), ==, 0);
  g_assert_cmpuint (count_news (db, find (clients, "Otto Switchback")->id), ==, 0);
  g_assert_cmpuint (count_news (db, find (clients, "Wren Halloway")->id), ==, 1);
  g_clear_pointer (&db, limber_db_free);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo-clinic/same-seed-same-clinic", test_same_seed_same_clinic);
  g_test_add_func ("/demo-clinic/fits-the-schema", test_fits_the_schema);
  g_test_add_func ("/demo-clinic/states", test_states);
  g_test_add_func ("/demo-clinic/somebody-is-to-confirm", test_somebody_is_to_confirm);
  g_test_add_func ("/demo-clinic/never-over-another-file", test_never_over_another_file);
  g_test_add_func ("/demo-clinic/plan-facts", test_plan_facts);
  g_test_add_func ("/demo-clinic/health-was-written-in-its-time", test_health_was_written_in_its_time);
  return g_test_run ();
}
