/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "app/data-commands.h"
#include "app/data-options.h"
#include "app/json-bits.h"
#include "store/db/backup.h"

static char *
to_json (const char *path, gint64 size)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  limber_json_add_named_text (builder, "file", path);
  json_builder_set_member_name (builder, "bytes");
  json_builder_add_int_value (builder, size);
  json_builder_end_object (builder);
  return limber_json_finish (builder);
}

static char *
report (const char *path, gboolean as_json)
{
  GStatBuf info = { 0 };
  g_autofree char *size = NULL;

  g_stat (path, &info);
  if (as_json)
    return to_json (path, info.st_size);
  size = g_format_size (info.st_size);
  return g_strdup_printf (_("Backed up and checked: %s, %s.\n"), path, size);
}

/** limber_backup_command_run: `limber backup`: a checked copy in a file of one's choice, safe beside an open window */
char *
limber_backup_command_run (int argc, const char *const *argv, GError **error)
{
  static const LimberArgument known[] = {
    { "--database", LIMBER_ARGUMENT_VALUE, limber_data_set_database },
    { "--format", LIMBER_ARGUMENT_VALUE, limber_data_set_format },
    { NULL },
  };
  g_auto (LimberDataOptions) options = { NULL };
  g_autoptr (LimberDb) db = NULL;

  if (!limber_data_options_parse (&options, known, TRUE, argc, argv, error))
    return NULL;
  if (!options.file)
    {
      limber_misuse (error, _("Name the new file for the backup."));
      return NULL;
    }
  if (g_file_test (options.file, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_EXISTS, _("There already is a file %s."), options.file);
      return NULL;
    }
  db = limber_db_open (options.database, LIMBER_DB_READ, error);
  if (!db || !limber_backup_run_to (db, options.file, NULL, error))
    return NULL;
  return report (options.file, options.json);
}
