/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/data-options.h"

#include <glib/gi18n-lib.h>

#include "app/clinic-file.h"

gboolean
limber_data_set_database (gpointer data, const char *value, GError **error)
{
  LimberDataOptions *options = data;

  if (!*value)
    return limber_misuse (error, _("--database needs the name of a file."));
  options->database = g_strdup (value);
  options->database_given = TRUE;
  return TRUE;
}

gboolean
limber_data_set_format (gpointer data, const char *value, GError **error)
{
  LimberDataOptions *options = data;

  options->json = g_str_equal (value, "json");
  if (!options->json && !g_str_equal (value, "text"))
    return limber_misuse (error, _("--format is text or json, not “%s”."), value);
  return TRUE;
}

gboolean
limber_data_set_dry_run (gpointer data, const char *value, GError **error)
{
  ((LimberDataOptions *) data)->dry_run = TRUE;
  return TRUE;
}

gboolean
limber_data_set_on (gpointer data, const char *value, GError **error)
{
  LimberDataOptions *options = data;

  options->on = limber_parse_date (value, error);
  return options->on != LIMBER_DATE_NONE;
}

static gboolean
set_file (gpointer data, const char *value, GError **error)
{
  LimberDataOptions *options = data;

  if (options->file)
    return limber_misuse (error, _("“%s” is one file too many."), value);
  if (!*value)
    return limber_misuse (error, _("The name of the file is empty."));
  options->file = g_strdup (value);
  return TRUE;
}

static LimberDate
today (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  return limber_date_from_instant (g_get_real_time () / G_USEC_PER_SEC, zone);
}

/**
 * limber_data_options_parse:
 * @options: empty
 * @known: the options of the verb
 * @takes_file: whether one argument that is no option may come
 *
 * Returns: %FALSE with %LIMBER_COMMAND_ERROR_USAGE
 */
gboolean
limber_data_options_parse (LimberDataOptions *options, const LimberArgument *known, gboolean takes_file, int argc,
                           const char *const *argv, GError **error)
{
  if (!limber_arguments_parse (known, takes_file ? set_file : NULL, argc, argv, options, error))
    return FALSE;
  if (!options->database)
    options->database = limber_clinic_file_default ();
  if (options->on == LIMBER_DATE_NONE)
    options->on = today ();
  return TRUE;
}

/** limber_data_options_report: Returns: what @report says about the clinic asked for, or %NULL with @error. */
char *
limber_data_options_report (const LimberDataOptions *options, LimberDataReport report, GError **error)
{
  g_autoptr (LimberDb) db = limber_db_open (options->database, LIMBER_DB_READ, error);
  char *text;

  if (!db || !limber_db_begin_read (db, error))
    return NULL;
  text = report (db, options, error);
  limber_db_rollback (db);
  return text;
}

void
limber_data_options_clear (LimberDataOptions *options)
{
  g_clear_pointer (&options->database, g_free);
  g_clear_pointer (&options->file, g_free);
}
