/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "app/data-commands.h"
#include "app/data-options.h"
#include "store/change-log.h"
#include "store/db/check.h"

static gboolean
check_log (LimberDb *db, gint64 *n_changes, GError **error)
{
  gint64 wrong = 0;

  if (!limber_change_log_verify (db, n_changes, &wrong, error))
    return FALSE;
  if (wrong == 0)
    return TRUE;
  g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CORRUPT,
               _("Entry %d of the change log is not as it was written."), (int) wrong);
  return FALSE;
}

static char *
report (gint64 n_changes, gboolean as_json)
{
  if (as_json)
    return g_strdup_printf ("{\n  \"sound\" : true,\n  \"changes\" : %" G_GINT64_FORMAT "\n}\n", n_changes);
  return g_strdup_printf (ngettext ("The clinic is whole. %d change is as it was written.\n",
                                    "The clinic is whole. %d changes are as they were written.\n", (gulong) n_changes),
                          (int) n_changes);
}

/** limber_check_command_run: `limber check`: whether every page, row, reference and logged change is in order */
char *
limber_check_command_run (int argc, const char *const *argv, GError **error)
{
  static const LimberArgument known[] = {
    { "--database", LIMBER_ARGUMENT_VALUE, limber_data_set_database },
    { "--format", LIMBER_ARGUMENT_VALUE, limber_data_set_format },
    { NULL },
  };
  g_auto (LimberDataOptions) options = { NULL };
  g_autoptr (LimberDb) db = NULL;
  gint64 n_changes = 0;

  if (!limber_data_options_parse (&options, known, FALSE, argc, argv, error))
    return NULL;
  db = limber_db_open (options.database, LIMBER_DB_READ, error);
  if (!db || !limber_db_check (db, error) || !check_log (db, &n_changes, error))
    return NULL;
  return report (n_changes, options.json);
}
