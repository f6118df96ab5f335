/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "app/data-commands.h"
#include "app/data-options.h"
#include "app/json-bits.h"
#include "services/import/client-import.h"

static void
add_number (JsonBuilder *builder, const char *name, guint number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_row (JsonBuilder *builder, const LimberImportRow *row)
{
  json_builder_begin_object (builder);
  add_number (builder, "row", row->number);
  limber_json_add_named_text (builder, "name", *row->name ? row->name : NULL);
  limber_json_add_named_text (builder, "outcome", limber_import_outcome_id (row->outcome));
  limber_json_add_named_text (builder, "reason", row->reason);
  json_builder_end_object (builder);
}

static char *
to_json (const LimberImportReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "dry_run");
  json_builder_add_boolean_value (builder, report->dry_run);
  add_number (builder, "read", report->rows->len);
  add_number (builder, "added", report->n_added);
  add_number (builder, "skipped", report->n_skipped);
  add_number (builder, "duplicates", report->n_duplicates);
  add_number (builder, "teams_added", report->n_teams);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->rows->len; i++)
    add_row (builder, g_ptr_array_index (report->rows, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return limber_json_finish (builder);
}

static const char *
outcome_word (LimberImportOutcome outcome)
{
  switch (outcome)
    {
    case LIMBER_IMPORT_ADDED:
      return _("added");
    case LIMBER_IMPORT_SKIPPED:
      return _("skipped");
    case LIMBER_IMPORT_DUPLICATE:
    default:
      return _("duplicate");
    }
}

static char *
to_text (const LimberImportReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->rows->len; i++)
    {
      const LimberImportRow *row = g_ptr_array_index (report->rows, i);

      g_string_append_printf (text, _("Row %u: %s"), row->number, outcome_word (row->outcome));
      if (*row->name)
        g_string_append_printf (text, ": %s", row->name);
      if (row->reason)
        g_string_append_printf (text, " (%s)", row->reason);
      g_string_append_c (text, '\n');
    }
  g_string_append_printf (text, _("%u read, %u added, %u skipped, %u already there."), report->rows->len,
                          report->n_added, report->n_skipped, report->n_duplicates);
  if (report->dry_run)
    g_string_append_printf (text, " %s", _("This was a dry run: nothing was written."));
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

static LimberImportReport *
import_dry (LimberImport *import, const char *database, GError **error)
{
  g_autoptr (LimberDb) db = NULL;

  if (g_file_test (database, G_FILE_TEST_EXISTS))
    {
      db = limber_db_open (database, LIMBER_DB_READ, error);
      if (!db)
        return NULL;
    }
  return limber_import_run (db, import, error);
}

static void
remove_database (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

static LimberImportReport *
import_really (LimberImport *import, const char *database, GError **error)
{
  gboolean existed = g_file_test (database, G_FILE_TEST_EXISTS);
  LimberDb *db = limber_db_open (database, LIMBER_DB_CREATE, error);
  LimberImportReport *report;

  if (!db)
    return NULL;
  limber_db_set_actor (db, NULL, _("Import"));
  report = limber_import_run (db, import, error);
  limber_db_free (db);
  if (!report && !existed)
    remove_database (database);
  return report;
}

/** limber_import_command_run: `limber import`: clients from a CSV file */
char *
limber_import_command_run (int argc, const char *const *argv, GError **error)
{
  static const LimberArgument known[] = {
    { "--database", LIMBER_ARGUMENT_VALUE, limber_data_set_database },
    { "--dry-run", LIMBER_ARGUMENT_FLAG, limber_data_set_dry_run },
    { "--format", LIMBER_ARGUMENT_VALUE, limber_data_set_format },
    { NULL },
  };
  g_auto (LimberDataOptions) options = { NULL };
  g_autoptr (LimberImport) import = NULL;
  g_autoptr (LimberImportReport) report = NULL;

  if (!limber_data_options_parse (&options, known, TRUE, argc, argv, error))
    return NULL;
  if (!options.file)
    {
      limber_misuse (error, _("Name the CSV file to import."));
      return NULL;
    }
  import = limber_import_new (options.file, options.on, options.dry_run, NULL);
  if (!limber_import_prepare (import, error))
    return NULL;
  report = options.dry_run ? import_dry (import, options.database, error)
                           : import_really (import, options.database, error);
  if (!report)
    return NULL;
  return options.json ? to_json (report) : to_text (report);
}
