/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schema/migrate.h"

#include "store/db/backup.h"
#include "store/db/db-private.h"
#include "store-resources.h"

static const char *const migrations[LIMBER_SCHEMA_VERSION] = {
  "0001-clinic.sql",
  "0002-session-plan.sql",
  "0003-calendar.sql",
  "0004-archived.sql",
  "0005-follow-up.sql",
  "0006-drafts.sql",
  "0007-reminders.sql",
  "0008-mind.sql",
  "0009-self-care.sql",
  "0010-restored.sql",
  "0011-preferred-times.sql",
};

static gboolean
run_one (LimberDb *db, int number, GError **error)
{
  g_autofree char *path = g_strconcat ("/org/limber/Limber/schema/", migrations[number - 1], NULL);
  g_autoptr (GResource) resource = g_resource_ref (limber_store_get_resource ());
  g_autoptr (GBytes) script = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *header = NULL;

  if (script == NULL)
    return FALSE;
  header = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d", LIMBER_DB_APPLICATION_ID,
                            number);
  return limber_db_run_script (db, g_bytes_get_data (script, NULL), error)
         && limber_db_run_script (db, header, error);
}

/* Another process may have been faster; the version counts only under the lock. */
static gboolean
run_missing (LimberDb *db, GError **error)
{
  gint64 version = 0;

  if (!limber_db_get_int (db, &version, error, "PRAGMA user_version", NULL))
    return FALSE;
  for (int number = (int) version + 1; number <= LIMBER_SCHEMA_VERSION; number++)
    if (!run_one (db, number, error))
      return FALSE;
  return TRUE;
}

/**
 * limber_schema_migrate:
 * @from_version: the version the file had when it was opened; 0 for a new file
 *
 * Runs the missing migrations in one transaction, so that the file is old or new and never between. A file
 * that holds something is backed up first.
 */
gboolean
limber_schema_migrate (LimberDb *db, int from_version, GError **error)
{
  if (from_version > 0 && !limber_backup_run (db, LIMBER_BACKUP_REASON_UPGRADE, NULL, NULL, error))
    return FALSE;
  if (!limber_db_begin (db, error))
    return FALSE;
  if (!run_missing (db, error))
    {
      limber_db_rollback (db);
      return FALSE;
    }
  return limber_db_commit (db, error);
}
