/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/import/race-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "services/date-input.h"
#include "services/import/csv-table.h"
#include "store/db/backup.h"
#include "store/race.h"

/*
 * DESIGN
 *
 * As for clients: the file is understood first, then a backup, one transaction over all rows, a commit. A race that is
 * there already, by name and first day, stays as it is.
 */

#define MAX_NAME 200
#define KM_PER_MILE 1.609344
#define LONGEST_KM 10000

typedef enum {
  FIELD_NAME,
  FIELD_FIRST,
  FIELD_LAST,
  FIELD_KM,
  FIELD_MILES,
  FIELD_PLACE,
  N_FIELDS,
} Field;

static const struct {
  const char *header;
  Field field;
} known[] = {
  { "name", FIELD_NAME },        { "race", FIELD_NAME },       { "event", FIELD_NAME },     { "race name", FIELD_NAME },
  { "event name", FIELD_NAME },  { "title", FIELD_NAME },      { "wettkampf", FIELD_NAME }, { "lauf", FIELD_NAME },
  { "date", FIELD_FIRST },       { "day", FIELD_FIRST },       { "first day", FIELD_FIRST }, { "start", FIELD_FIRST },
  { "start date", FIELD_FIRST }, { "from", FIELD_FIRST },      { "race date", FIELD_FIRST }, { "datum", FIELD_FIRST },
  { "last day", FIELD_LAST },    { "end", FIELD_LAST },        { "end date", FIELD_LAST },  { "to", FIELD_LAST },
  { "until", FIELD_LAST },       { "distance", FIELD_KM },     { "km", FIELD_KM },          { "distance km", FIELD_KM },
  { "kilometres", FIELD_KM },    { "kilometers", FIELD_KM },   { "strecke", FIELD_KM },     { "distance mi", FIELD_MILES },
  { "miles", FIELD_MILES },      { "distance miles", FIELD_MILES }, { "place", FIELD_PLACE }, { "city", FIELD_PLACE },
  { "location", FIELD_PLACE },   { "venue", FIELD_PLACE },     { "where", FIELD_PLACE },    { "ort", FIELD_PLACE },
};

static const struct {
  const char *word;
  double km;
} distances[] = {
  { "half marathon", 21.0975 }, { "half-marathon", 21.0975 }, { "halbmarathon", 21.0975 }, { "half", 21.0975 },
  { "hm", 21.0975 },            { "marathon", 42.195 },       { "full", 42.195 },          { "m", 42.195 },
};

/* What is known while the rows go by. */
typedef struct {
  LimberDb *db;
  const LimberRaceImport *import;
  int columns[N_FIELDS]; /* -1: the table has none */
  LimberDateOrder order;
  GHashTable *keys; /* set of name and first day of the races there are */
  LimberImportReport *report;
} Run;

static char *
simplify (const char *header)
{
  g_autofree char *folded = g_utf8_strdown (header, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n-_/.,:;()[]", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", *word);
  return g_strdup (text->str);
}

static gboolean
find_columns (Run *run, LimberCsvTable *table)
{
  const LimberCsvRow *header = limber_csv_table_header (table);

  for (guint field = 0; field < N_FIELDS; field++)
    run->columns[field] = -1;
  for (guint i = 0; i < header->n_cells; i++)
    {
      g_autofree char *simple = simplify (header->cells[i]);

      for (guint k = 0; k < G_N_ELEMENTS (known); k++)
        if (strcmp (known[k].header, simple) == 0 && run->columns[known[k].field] < 0)
          run->columns[known[k].field] = (int) i;
    }
  return run->columns[FIELD_NAME] >= 0 && run->columns[FIELD_FIRST] >= 0;
}

static const char *
cell (const Run *run, const LimberCsvRow *row, Field field)
{
  return run->columns[field] >= 0 ? limber_csv_row_cell (row, (guint) run->columns[field]) : "";
}

/* 25/10 can only be read with the day in front, and then so is the rest of the column. */
static void
find_order (Run *run, LimberCsvTable *table)
{
  run->order = limber_date_input_order ();
  for (guint i = 0; i < limber_csv_table_n_rows (table); i++)
    {
      const char *text = cell (run, limber_csv_table_row (table, i), FIELD_FIRST);
      g_auto (GStrv) parts = g_strsplit_set (text, "/.-", -1);
      guint64 first = g_ascii_strtoull (parts[0] != NULL ? parts[0] : "", NULL, 10);
      guint64 second = g_strv_length (parts) > 1 ? g_ascii_strtoull (parts[1], NULL, 10) : 0;

      if (first > 12 && first <= 31)
        run->order = LIMBER_DATE_ORDER_DMY;
      else if (first > 0 && first <= 12 && second > 12)
        run->order = LIMBER_DATE_ORDER_MDY;
    }
}

static LimberDate
read_date (const Run *run, const char *text)
{
  LimberDate date = limber_date_parse (text);

  return date != LIMBER_DATE_NONE ? date : limber_date_input_parse (text, run->order, run->import->today);
}

/**
 * limber_race_import_km:
 * @text: "42.195", "10 km", "21,1", "13.1 mi", "5k", "Half marathon"
 *
 * Returns: kilometres, 0 for an empty text, -1 for one that is no distance
 */
double
limber_race_import_km (const char *text)
{
  g_autofree char *folded = g_utf8_strdown (text, -1);
  char *end;
  double km;

  g_strstrip (folded);
  if (*folded == '\0')
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (distances); i++)
    if (g_str_equal (folded, distances[i].word))
      return distances[i].km;
  g_strdelimit (folded, ",", '.');
  km = g_ascii_strtod (folded, &end);
  g_strstrip (end);
  if (g_str_equal (end, "mi") || g_str_equal (end, "mile") || g_str_equal (end, "miles"))
    km *= KM_PER_MILE;
  else if (*end != '\0' && !g_str_equal (end, "km") && !g_str_equal (end, "k"))
    return -1;
  return g_ascii_isdigit (*folded) && km > 0 && km < LONGEST_KM ? km : -1;
}

static double
read_km (const Run *run, const LimberCsvRow *row)
{
  double miles = limber_race_import_km (cell (run, row, FIELD_MILES));

  return miles > 0 ? miles * KM_PER_MILE : limber_race_import_km (cell (run, row, FIELD_KM));
}

static char *
key_of (const char *name, LimberDate first)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_strdup_printf ("%s\n%d", folded, first);
}

static gboolean
load_known (Run *run, GError **error)
{
  g_autoptr (GPtrArray) races = limber_record_select (run->db, &limber_race_type, error, "", "");

  for (guint i = 0; races != NULL && i < races->len; i++)
    {
      const LimberRace *race = races->pdata[i];

      g_hash_table_add (run->keys, key_of (race->name, race->first_on));
    }
  return races != NULL;
}

static void
report_row (Run *run, guint number, const char *name, LimberImportOutcome outcome, const char *reason)
{
  LimberImportRow *row = g_new0 (LimberImportRow, 1);

  *row = (LimberImportRow) { number, g_strdup (name), outcome, g_strdup (reason) };
  g_ptr_array_add (run->report->rows, row);
  run->report->n_added += outcome == LIMBER_IMPORT_ADDED;
  run->report->n_skipped += outcome == LIMBER_IMPORT_SKIPPED;
  run->report->n_duplicates += outcome == LIMBER_IMPORT_DUPLICATE;
}

static gboolean
add_race (Run *run, const LimberCsvRow *row, const char *name, LimberDate first, LimberDate last, double km,
          GError **error)
{
  g_autoptr (LimberRace) race = limber_race_new ();
  const char *place = cell (run, row, FIELD_PLACE);

  limber_record_set_text (&race->name, name);
  limber_record_set_text (&race->place, *place != '\0' ? place : NULL);
  race->first_on = first;
  race->last_on = last;
  race->km = MAX (km, 0);
  if (!run->import->dry_run && !limber_record_insert (run->db, &limber_race_type, race, error))
    return FALSE;
  g_hash_table_add (run->keys, key_of (name, first));
  report_row (run, row->number, name, LIMBER_IMPORT_ADDED,
              km < 0 ? _("The distance is none that Limber knows and stays open.") : NULL);
  return TRUE;
}

static gboolean
import_row (Run *run, const LimberCsvRow *row, GError **error)
{
  const char *name = cell (run, row, FIELD_NAME), *last_text = cell (run, row, FIELD_LAST);
  LimberDate first = read_date (run, cell (run, row, FIELD_FIRST));
  LimberDate last = *last_text != '\0' ? read_date (run, last_text) : first;
  g_autofree char *key = key_of (name, first);

  if (*name == '\0')
    report_row (run, row->number, "", LIMBER_IMPORT_SKIPPED, _("The row has no name."));
  else if (g_utf8_strlen (name, -1) > MAX_NAME)
    report_row (run, row->number, "", LIMBER_IMPORT_SKIPPED, _("The name is too long to be one."));
  else if (first == LIMBER_DATE_NONE || last == LIMBER_DATE_NONE)
    report_row (run, row->number, name, LIMBER_IMPORT_SKIPPED, _("The day is no date that Limber knows."));
  else if (last < first)
    report_row (run, row->number, name, LIMBER_IMPORT_SKIPPED, _("The last day is before the first."));
  else if (g_hash_table_contains (run->keys, key))
    report_row (run, row->number, name, LIMBER_IMPORT_DUPLICATE, _("There is a race of this name on this day already."));
  else
    return add_race (run, row, name, first, last, read_km (run, row), error);
  return TRUE;
}

static gboolean
import_rows (Run *run, LimberCsvTable *table, GError **error)
{
  for (guint i = 0; i < limber_csv_table_n_rows (table); i++)
    if (g_cancellable_set_error_if_cancelled (run->import->cancellable, error) ||
        !import_row (run, limber_csv_table_row (table, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
import_in_transaction (Run *run, LimberCsvTable *table, GError **error)
{
  if (!limber_backup_run (run->db, LIMBER_BACKUP_REASON_IMPORT, run->import->cancellable, NULL, error)
      || !limber_db_begin (run->db, error))
    return FALSE;
  if (load_known (run, error) && import_rows (run, table, error) && limber_db_commit (run->db, error))
    return TRUE;
  limber_db_rollback (run->db);
  return FALSE;
}

/**
 * limber_race_import_run:
 * @import: (type LimberRaceImport)
 *
 * A #LimberStoreFunc for limber_store_job_async().
 *
 * Returns: (transfer full) (type LimberImportReport): row by row; %NULL with an error, and then nothing was written
 */
gpointer
limber_race_import_run (LimberDb *db, gpointer import, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (LimberImportReport) report = NULL;
  g_autoptr (LimberCsvTable) table = NULL;
  Run run = { .db = db, .import = import, .keys = keys };
  gboolean ok;

  table = limber_csv_table_load (run.import->path, run.import->cancellable, error);
  if (table == NULL)
    return NULL;
  if (!find_columns (&run, table))
    {
      g_set_error_literal (error, LIMBER_CSV_ERROR, LIMBER_CSV_ERROR_NO_KNOWN_COLUMN,
                           _("The first row of the table must name a column for the race and one for its date, such as "
                             "Name and Date."));
      return NULL;
    }
  find_order (&run, table);
  run.report = report = limber_import_report_new (run.import->dry_run);
  ok = run.import->dry_run ? load_known (&run, error) && import_rows (&run, table, error)
                           : import_in_transaction (&run, table, error);
  return ok ? g_steal_pointer (&report) : NULL;
}

LimberRaceImport *
limber_race_import_new (const char *path, LimberDate today, gboolean dry_run, GCancellable *cancellable)
{
  LimberRaceImport *import = g_new0 (LimberRaceImport, 1);

  import->path = g_strdup (path);
  import->today = today;
  import->dry_run = dry_run;
  g_set_object (&import->cancellable, cancellable);
  return import;
}

void
limber_race_import_free (LimberRaceImport *import)
{
  g_free (import->path);
  g_clear_object (&import->cancellable);
  g_free (import);
}
