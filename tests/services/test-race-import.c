/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../store/fixture.h"

#include "services/import/csv-table.h"
#include "services/import/race-import.h"
#include "store/race.h"

typedef struct {
  Fixture store;
  char *csv;
} Case;

static void
set_up (Case *c, gconstpointer data)
{
  fixture_set_up (&c->store, data);
  c->csv = g_build_filename (c->store.folder, "races.csv", NULL);
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
  g_autoptr (LimberRaceImport) job = limber_race_import_new (c->csv, limber_date_parse ("2026-09-29"), dry_run, NULL);

  g_assert_true (g_file_set_contents (c->csv, text, -1, NULL));
  return limber_race_import_run (c->store.db, job, error);
}

/* The races there are, as "name first last km place", by date. */
static void
assert_races (Case *c, const char *expected)
{
  g_autoptr (GPtrArray) races = limber_record_select (c->store.db, &limber_race_type, NULL, "ORDER BY first_on, name", "");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < races->len; i++)
    {
      const LimberRace *race = races->pdata[i];
      g_autofree char *first = limber_date_to_iso (race->first_on);
      g_autofree char *last = limber_date_to_iso (race->last_on);

      g_string_append_printf (text, "%s%s %s %s %.4g %s", i > 0 ? "/" : "", race->name, first, last, race->km,
                              race->place != NULL ? race->place : "-");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_rows (Case *c, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberImportReport) report
    = import (c,
              "Race,Date,End date,Distance,City\n"
              "Saltmarsh Marathon,2026-10-11,,Marathon,Saltmarsh\n"
              "Harbour Ten,25/10/2026,,10 km,\n"
              "Ridge Relay,7/11/2026,8/11/2026,a lot,Ridge\n"
              ",2026-12-01,,5,\n"
              "Nowhere Run,some day,,5,\n"
              "Backwards,2026-12-02,2026-12-01,5,\n"
              "saltmarsh marathon,2026-10-11,,42,\n",
              FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->n_added, ==, 3);
  g_assert_cmpuint (report->n_skipped, ==, 3);
  g_assert_cmpuint (report->n_duplicates, ==, 1);
  for (guint i = 0; i < report->rows->len; i++)
    g_assert_true (((LimberImportRow *) report->rows->pdata[i])->outcome == LIMBER_IMPORT_ADDED
                   || ((LimberImportRow *) report->rows->pdata[i])->reason != NULL);
  assert_races (c, "Saltmarsh Marathon 2026-10-11 2026-10-11 42.2 Saltmarsh/Harbour Ten 2026-10-25 2026-10-25 10 -/"
                   "Ridge Relay 2026-11-07 2026-11-08 0 Ridge");
}

static void
test_again_and_dry (Case *c, gconstpointer data)
{
  static const char text[] = "name;date;km\nMill Mile;2026-10-20;1,6\n";
  g_autoptr (LimberImportReport) dry = import (c, text, TRUE, NULL);
  g_autoptr (LimberImportReport) first = NULL, second = NULL;

  g_assert_cmpuint (dry->n_added, ==, 1);
  assert_races (c, "");
  first = import (c, text, FALSE, NULL);
  second = import (c, text, FALSE, NULL);
  g_assert_cmpuint (first->n_added, ==, 1);
  g_assert_cmpuint (second->n_added, ==, 0);
  g_assert_cmpuint (second->n_duplicates, ==, 1);
  assert_races (c, "Mill Mile 2026-10-20 2026-10-20 1.6 -");
}

static void
test_no_such_column (Case *c, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberImportReport) report = import (c, "Colour,Size\nred,5\n", FALSE, &error);

  g_assert_null (report);
  g_assert_error (error, LIMBER_CSV_ERROR, LIMBER_CSV_ERROR_NO_KNOWN_COLUMN);
}

static void
test_distances (void)
{
  static const struct {
    const char *text;
    double km;
  } cases[] = {
    { "", 0 },          { "42.195", 42.195 },  { "21,1", 21.1 },        { "10 km", 10 },      { "5k", 5 },
    { "13.1 mi", 21.082 }, { "Half", 21.0975 }, { "MARATHON", 42.195 }, { "far", -1 },        { "0", -1 },
    { "-5", -1 },       { "1e9", -1 },         { "nan", -1 },           { "5 5", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (limber_race_import_km (cases[i].text), cases[i].km, .001);
}

#define ADD(path, func) g_test_add ("/race-import/" path, Case, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rows", test_rows);
  ADD ("again-and-dry", test_again_and_dry);
  ADD ("no-such-column", test_no_such_column);
  g_test_add_func ("/race-import/distances", test_distances);
  return g_test_run ();
}
