/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "../store/fixture.h"
#include "services/import/client-import.h"
#include "services/import/csv-table.h"
#include "store/team.h"

#define TODAY "2026-09-29"

typedef struct {
  Fixture store;
  char *csv;
} Case;

static void
set_up (Case *c, gconstpointer data)
{
  fixture_set_up (&c->store, data);
  c->csv = g_build_filename (c->store.folder, "clients.csv", NULL);
}

static void
tear_down (Case *c, gconstpointer data)
{
  g_free (c->csv);
  fixture_tear_down (&c->store, data);
}

static LimberImportReport *
import (Case *c, const char *text, gboolean dry_run, GError **error)
{
  g_autoptr (LimberImport) job = limber_import_new (c->csv, limber_date_parse (TODAY), dry_run, NULL);

  g_assert_true (g_file_set_contents (c->csv, text, -1, NULL));
  return limber_import_run (c->store.db, job, error);
}

/* Rows as "number outcome name", joined by '/'. */
static void
assert_rows (Case *c, const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberImportReport) report = import (c, text, FALSE, &error);
  g_autoptr (GString) rows = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < report->rows->len; i++)
    {
      LimberImportRow *row = g_ptr_array_index (report->rows, i);

      g_string_append_printf (rows, "%s%u %s %s", i ? "/" : "", row->number,
                              limber_import_outcome_id (row->outcome), row->name);
      g_assert_true (row->reason != NULL || row->outcome == LIMBER_IMPORT_ADDED);
    }
  g_assert_cmpstr (rows->str, ==, expected);
}

static LimberClient *
find (Case *c, const char *name)
{
  g_autoptr (GError) error = NULL;
  LimberClient *client = limber_record_find (c->store.db, &limber_client_type, &error, "WHERE name = $1", "s", name);

  g_assert_no_error (error);
  g_assert_nonnull (client);
  return client;
}

static gint64
count (Case *c, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  g_assert_true (limber_db_get_int (c->store.db, &n, &error, sql, NULL));
  g_assert_no_error (error);
  return n;
}

#define N_CLIENTS(c) count (c, "SELECT count(*) FROM client")

static void
test_headers (Case *c, gconstpointer data)
{
  static const struct { const char *header, *row; } tables[] = {
    { "Name,Phone,E-mail,Birthday,Team,Notes", "Wren Halloway,123,w@x.org,1999-12-31,Owls,Hi" },
    { "NAME;PHONE;EMAIL;DATE OF BIRTH;CLUB;COMMENTS", "Halloway, Wren;123;w@x.org;31.12.1999;Owls;Hi" },
    { "last name\tfirst name\tmobile\te-mail\tdob\tteam/company\tnote",
      "Halloway\tWren\t123\tw@x.org\t12/31/1999\tOwls\tHi" },
    { "Last, First;telephone;mail;birthday;organisation;notes", "Halloway, Wren;123;w@x.org;1999-12-31;Owls;Hi" },
    { "Name,Given Name,Additional Name,Family Name,Birthday,Notes,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,"
      "Phone 1 - Value,Organization 1 - Type,Organization 1 - Name",
      "Wren Halloway,Wren,,Halloway,1999-12-31,Hi,* Home,w@x.org,Mobile,123,,Owls" },
    { "First Name,Middle Name,Last Name,Organization Name,Birthday,Notes,Photo,Labels,E-mail 1 - Label,"
      "E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value",
      "Wren,,Halloway,Owls,1999-12-31,Hi,,* myContacts,Home,w@x.org,Mobile,123" },
    { "Title,First Name,Middle Name,Last Name,Suffix,Company,Business Phone,Home Phone,Mobile Phone,Birthday,"
      "E-mail Address,E-mail Type,Notes",
      ",Wren,,Halloway,,Owls,,,123,12/31/1999,w@x.org,SMTP,Hi" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\n%s\n", tables[i].header, tables[i].row);
      g_autoptr (LimberClient) client = NULL;
      g_autoptr (LimberTeam) team = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", tables[i].header);
      fixture_begin (c->store.db);
      g_assert_true (limber_db_exec (c->store.db, NULL, "DELETE FROM search_word", NULL));
      g_assert_true (limber_db_exec (c->store.db, NULL, "DELETE FROM client", NULL));
      fixture_commit (c->store.db);
      assert_rows (c, text, "2 added Wren Halloway");
      client = find (c, "Wren Halloway");
      g_assert_cmpstr (client->phone, ==, "123");
      g_assert_cmpstr (client->email, ==, "w@x.org");
      g_assert_cmpstr (client->birthday, ==, "1999-12-31");
      g_assert_cmpstr (client->notes, ==, "Hi");
      team = limber_record_load (c->store.db, &limber_team_type, client->team_id, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (team->name, ==, "Owls");
    }
  g_assert_cmpint (count (c, "SELECT count(*) FROM team"), ==, 1);
}

static void
test_birthdays (Case *c, gconstpointer data)
{
  static const struct { const char *text, *birthday; } cases[] = {
    { "1999-12-31", "1999-12-31" }, { "31.12.1999", "1999-12-31" }, { "1.2.1999", "1999-02-01" },
    { "12/31/1999", "1999-12-31" }, { "2/1/1999", "1999-02-01" }, { "--03-07", "--03-07" }, { "--02-29", "--02-29" },
    { "1604-03-07", "--03-07" }, { "", NULL }, { "0/0/00", NULL },
    { "2000-02-29", "2000-02-29" },
  };
  static const char *const strange[] = { "1999-02-29", "31.13.1999", "tomorrow", "2026-09-30", "--02-30", "99-12-31" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("Name,Phone,Birthday\nP%u,1,%s\n", i, cases[i].text);
      g_autofree char *name = g_strdup_printf ("P%u", i);
      g_autofree char *rows = g_strdup_printf ("2 added %s", name);
      g_autoptr (LimberClient) client = NULL;

      assert_rows (c, text, rows);
      client = find (c, name);
      g_assert_cmpstr (client->birthday, ==, cases[i].birthday);
      g_assert_null (client->notes);
    }
  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      g_autofree char *text = g_strdup_printf ("Name,Birthday\nS%u,%s\n", i, strange[i]);
      g_autofree char *name = g_strdup_printf ("S%u", i);
      g_autoptr (GError) error = NULL;
      g_autoptr (LimberImportReport) report = import (c, text, FALSE, &error);
      g_autoptr (LimberClient) client = find (c, name);

      g_assert_nonnull (((LimberImportRow *) g_ptr_array_index (report->rows, 0))->reason);
      g_assert_null (client->birthday);
      g_assert_nonnull (strstr (client->notes, strange[i]));
    }
}

static void
test_a_column_of_days_first (Case *c, gconstpointer data)
{
  g_autoptr (LimberClient) client = NULL;

  assert_rows (c, "Name,Birthday\nA,04/05/1999\nB,31/12/1999\n", "2 added A/3 added B");
  client = find (c, "A");
  g_assert_cmpstr (client->birthday, ==, "1999-05-04");
}

static void
test_names (Case *c, gconstpointer data)
{
  assert_rows (c,
               "Name,First Name,Last Name,Phone\n"
               "\"Pace,  Barnaby\",,,1\n,Ada,,2\n,,Quill,3\nwhole,Given,Family,4\n\"A, B, C\",,,5\n,,,6\n"
               "\"line\nbreak\",,,7\n\",\",,,8\n",
               "2 added Barnaby Pace/3 added Ada/4 added Quill/5 added Given Family/6 added A, B, C/7 skipped "
               "/8 added line break/9 skipped ");
}

static void
test_several_values (Case *c, gconstpointer data)
{
  g_autoptr (LimberClient) client = NULL;

  assert_rows (c,
               "Name,Phone 1 - Value,Phone 2 - Value,E-mail 1 - Value,Notes\n"
               "Wren,1 ::: 2,3,a@x ::: b@x,Likes hills\n",
               "2 added Wren");
  client = find (c, "Wren");
  g_assert_cmpstr (client->phone, ==, "1");
  g_assert_cmpstr (client->email, ==, "a@x");
  g_assert_nonnull (strstr (client->notes, "Likes hills"));
  g_assert_nonnull (strstr (client->notes, "2"));
  g_assert_nonnull (strstr (client->notes, "3"));
  g_assert_nonnull (strstr (client->notes, "b@x"));
}

static void
test_duplicates (Case *c, gconstpointer data)
{
  assert_rows (c,
               "Name,Phone,E-mail\nZoë Lap,+49 151-20,z@x.org\nZOË LAP,0049 (151) 20,\nzoë lap,,Z@X.ORG\n"
               "Zoë Lap,99,other@x.org\nYan Lap,+49 151-20,z@x.org\nZoë Lap,,\n",
               "2 added Zoë Lap/3 duplicate ZOË LAP/4 duplicate zoë lap/5 added Zoë Lap/6 added Yan Lap/7 added Zoë Lap");
  assert_rows (c, "Name;Phone\n\"Lap, Zoë\";004915120\n", "2 duplicate Zoë Lap");
  g_assert_cmpint (N_CLIENTS (c), ==, 4);
}

static void
test_dry_run_writes_nothing (Case *c, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberImportReport) report = NULL;
  gint64 changes = count (c, "SELECT count(*) FROM change_log");

  report = import (c, "Name,Phone,Team\nWren,1,Owls\nWren,1,Owls\nJuno,2,Owls\n", TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_added, ==, 2);
  g_assert_cmpuint (report->n_duplicates, ==, 1);
  g_assert_cmpuint (report->n_teams, ==, 1);
  g_assert_cmpint (N_CLIENTS (c), ==, 0);
  g_assert_cmpint (count (c, "SELECT count(*) FROM team"), ==, 0);
  g_assert_cmpint (count (c, "SELECT count(*) FROM change_log"), ==, changes);
}

static void
test_cancel_writes_nothing (Case *c, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LimberImport) job = limber_import_new (c->csv, limber_date_parse (TODAY), FALSE, cancellable);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (c->csv, "Name\nWren\n", -1, NULL));
  g_assert_true (limber_import_prepare (job, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (limber_import_run (c->store.db, job, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (N_CLIENTS (c), ==, 0);
  g_assert_false (limber_db_in_transaction (c->store.db));
}

static void
test_refusals (Case *c, gconstpointer data)
{
  static const struct { const char *text; int code; } cases[] = {
    { "Foo,Bar\n1,2\n", LIMBER_CSV_ERROR_NO_KNOWN_COLUMN },
    { "Name,Phone\n", LIMBER_CSV_ERROR_NO_ROWS },
    { "Name,Phone\n\"Wren,1\n", LIMBER_CSV_ERROR_QUOTE },
    { "", LIMBER_CSV_ERROR_NOT_A_TABLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (import (c, cases[i].text, FALSE, &error));
      g_assert_error (error, LIMBER_CSV_ERROR, cases[i].code);
      g_assert_cmpint (N_CLIENTS (c), ==, 0);
    }
}

/* Every client that was added has an entry in the change log; the team has one too. */
static void
test_change_log (Case *c, gconstpointer data)
{
  assert_rows (c, "Name,Team\nWren,Owls\nJuno,owls\n", "2 added Wren/3 added Juno");
  g_assert_cmpint (count (c, "SELECT count(*) FROM change_log WHERE entity = 'client' AND action = 'insert'"), ==, 2);
  g_assert_cmpint (count (c, "SELECT count(*) FROM change_log WHERE entity = 'team'"), ==, 1);
}

#define ADD(name, func) g_test_add ("/client-import/" name, Case, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("headers", test_headers);
  ADD ("birthdays", test_birthdays);
  ADD ("a-column-of-days-first", test_a_column_of_days_first);
  ADD ("names", test_names);
  ADD ("several-values", test_several_values);
  ADD ("duplicates", test_duplicates);
  ADD ("dry-run-writes-nothing", test_dry_run_writes_nothing);
  ADD ("cancel-writes-nothing", test_cancel_writes_nothing);
  ADD ("refusals", test_refusals);
  ADD ("change-log", test_change_log);
  return g_test_run ();
}
