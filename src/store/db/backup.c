/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/db/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/db/db-private.h"

/*
 * DESIGN
 *
 * A backup is made with SQLite's backup API into NAME.part, opened and checked as a file of its own, synced,
 * and only then renamed to its name. So a file with the name of a backup is always a good one.
 * Names are DATABASE-YYYYMMDD-HHMMSS-SEQ.db in UTC: they sort by age, and SEQ, the last entry of the change
 * log, tells whether anything changed since.
 */

#define PAGES_A_STEP 1024

/** limber_backup_folder: Returns: (transfer full): the folder beside the database. */
char *
limber_backup_folder (const char *database_path)
{
  g_autofree char *folder = g_path_get_dirname (database_path);

  return g_build_filename (folder, "backups", NULL);
}

/* A day, and the time that the window needs to make the daily one. */
#define OVERDUE_SECONDS (26 * 60 * 60)

static char *
name_prefix (const char *database_path)
{
  g_autofree char *name = g_path_get_basename (database_path);

  if (g_str_has_suffix (name, ".db"))
    name[strlen (name) - 3] = '\0';
  return g_strconcat (name, "-", NULL);
}

static gboolean
set_io_error (GError **error, const char *path)
{
  int code = errno;

  g_set_error (error, LIMBER_STORE_ERROR,
               code == ENOSPC ? LIMBER_STORE_ERROR_FULL : LIMBER_STORE_ERROR_FAILED,
               _("The backup %s cannot be written: %s."), path, g_strerror (code));
  return FALSE;
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/** limber_backup_list: Returns: (transfer full): the paths of all backups of this database, oldest first. */
GPtrArray *
limber_backup_list (const char *database_path, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = limber_backup_folder (database_path);
  g_autofree char *prefix = name_prefix (database_path);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&paths);
  dir = g_dir_open (folder, 0, error);
  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".db")
        && g_ascii_isdigit (name[strlen (prefix)]))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, by_name);
  return g_steal_pointer (&paths);
}

static gboolean
copy_pages (LimberDb *from, LimberDb *to, GCancellable *cancellable, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->handle, "main", from->handle, "main");
  int code = SQLITE_OK;

  if (backup == NULL)
    {
      limber_db_set_error (error, sqlite3_extended_errcode (to->handle), to->handle);
      return FALSE;
    }
  while (code == SQLITE_OK && !g_cancellable_is_cancelled (cancellable))
    code = sqlite3_backup_step (backup, PAGES_A_STEP);
  sqlite3_backup_finish (backup);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (code == SQLITE_DONE)
    return TRUE;
  limber_db_set_error (error, code, NULL);
  return FALSE;
}

static gboolean
write_copy (LimberDb *db, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (LimberDb) copy = NULL;
  int fd = g_open (path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  if (fd < 0)
    return set_io_error (error, path);
  close (fd);
  copy = limber_db_connect (path, SQLITE_OPEN_READWRITE, error);
  return copy != NULL && copy_pages (db, copy, cancellable, error)
         && limber_db_pragma (copy, "PRAGMA journal_mode = DELETE", error);
}

/* A backup counts only when it opens and is sound, and is the clinic as we know it. */
static gboolean
check_copy (LimberDb *db, const char *path, GError **error)
{
  g_autoptr (LimberDb) copy = limber_db_connect (path, SQLITE_OPEN_READONLY, error);
  g_autoptr (LimberStmt) stmt = NULL;
  gint64 id = 0, version = 0, expected = -1;

  if (copy == NULL || !limber_db_get_int (copy, &id, error, "PRAGMA application_id", NULL)
      || !limber_db_get_int (copy, &version, error, "PRAGMA user_version", NULL)
      || !limber_db_get_int (db, &expected, error, "PRAGMA user_version", NULL))
    return FALSE;
  stmt = limber_db_query (copy, error, "PRAGMA quick_check (1)", NULL);
  if (stmt == NULL)
    return FALSE;
  if (limber_stmt_step (stmt, error) && g_strcmp0 (limber_stmt_text (stmt, 0), "ok") == 0
      && id == LIMBER_DB_APPLICATION_ID && version == expected)
    return TRUE;
  g_clear_error (error);
  g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CORRUPT,
               _("The backup %s did not pass its check; it was not kept."), path);
  return FALSE;
}

static gboolean
sync_path (const char *path, int flags, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | flags, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  if (!ok)
    set_io_error (error, path);
  if (fd >= 0)
    close (fd);
  return ok;
}

static gboolean
publish (const char *part, const char *path, const char *folder, GError **error)
{
  if (!sync_path (part, 0, error))
    return FALSE;
  if (g_rename (part, path) != 0)
    return set_io_error (error, path);
  return sync_path (folder, O_DIRECTORY, error);
}

/* Failing to delete an old backup is no reason to call the new one failed. */
static void
thin_out (const char *database_path)
{
  g_autoptr (GPtrArray) paths = limber_backup_list (database_path, NULL);

  for (guint i = 0; paths != NULL && i + LIMBER_BACKUP_KEEP < paths->len; i++)
    g_unlink (paths->pdata[i]);
}

static char *
new_name (LimberDb *db, const char *folder, GError **error)
{
  g_autofree char *prefix = name_prefix (db->path);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (limber_db_now (db));
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *name = NULL;
  gint64 seq = 0;

  if (!limber_db_get_int (db, &seq, error, "SELECT max(seq) FROM change_log", NULL))
    return NULL;
  name = g_strdup_printf ("%s%s-%" G_GINT64_FORMAT ".db", prefix, stamp, seq);
  return g_build_filename (folder, name, NULL);
}

/* Inside a read transaction, so that what others write meanwhile does not make the copy start anew. */
static gboolean
run (LimberDb *db, const char *folder, GCancellable *cancellable, char **target, GError **error)
{
  g_autofree char *part = NULL;

  *target = new_name (db, folder, error);
  if (*target == NULL)
    return FALSE;
  part = g_strconcat (*target, ".part", NULL);
  if (write_copy (db, part, cancellable, error) && check_copy (db, part, error)
      && publish (part, *target, folder, error))
    return TRUE;
  g_unlink (part);
  return FALSE;
}

/**
 * limber_backup_run:
 * @path: (out) (optional) (transfer full): the new file
 *
 * Writes a verified copy into the folder `backups` and keeps the newest %LIMBER_BACKUP_KEEP.
 * Not inside a transaction.
 */
gboolean
limber_backup_run (LimberDb *db, GCancellable *cancellable, char **path, GError **error)
{
  g_autofree char *folder = limber_backup_folder (db->path);
  g_autofree char *target = NULL;
  gboolean ok;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return set_io_error (error, folder);
  if (!limber_db_begin_read (db, error))
    return FALSE;
  ok = run (db, folder, cancellable, &target, error);
  limber_db_rollback (db);
  if (!ok)
    return FALSE;
  thin_out (db->path);
  if (path != NULL)
    *path = g_steal_pointer (&target);
  return TRUE;
}

/* Whether the newest backup is of today (UTC), or holds all there is. */
static gboolean
is_fresh (LimberDb *db, const char *newest, gboolean *fresh, GError **error)
{
  g_autofree char *prefix = name_prefix (db->path);
  g_autofree char *name = g_path_get_basename (newest);
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (limber_db_now (db));
  g_autofree char *today = g_date_time_format (now, "%Y%m%d-");
  g_auto (GStrv) parts = g_strsplit (name + strlen (prefix), "-", 3);
  gint64 seq = 0;

  if (!limber_db_get_int (db, &seq, error, "SELECT max(seq) FROM change_log", NULL))
    return FALSE;
  *fresh = g_str_has_prefix (name + strlen (prefix), today)
           || (g_strv_length (parts) == 3 && g_ascii_strtoll (parts[2], NULL, 10) == seq);
  return TRUE;
}

/**
 * limber_backup_run_if_due:
 * @path: (out) (optional) (transfer full) (nullable): the new file, or %NULL when none was due
 *
 * The daily backup: limber_backup_run() when something changed since the newest one and that one is not of
 * today.
 */
gboolean
limber_backup_run_if_due (LimberDb *db, GCancellable *cancellable, char **path, GError **error)
{
  g_autoptr (GPtrArray) paths = limber_backup_list (db->path, error);
  gboolean fresh = FALSE;

  if (path != NULL)
    *path = NULL;
  if (paths == NULL)
    return FALSE;
  if (paths->len > 0 && !is_fresh (db, paths->pdata[paths->len - 1], &fresh, error))
    return FALSE;
  return fresh || limber_backup_run (db, cancellable, path, error);
}

/**
 * limber_backup_is_overdue:
 * @overdue: (out): whether something that was changed more than a day ago is in no backup
 */
gboolean
limber_backup_is_overdue (LimberDb *db, gboolean *overdue, GError **error)
{
  g_autoptr (GPtrArray) paths = limber_backup_list (db->path, error);
  gint64 seq = 0, waiting = 0;

  if (paths == NULL)
    return FALSE;
  if (paths->len > 0)
    {
      const char *dash = strrchr (paths->pdata[paths->len - 1], '-');

      seq = dash != NULL ? g_ascii_strtoll (dash + 1, NULL, 10) : 0;
    }
  if (!limber_db_get_int (db, &waiting, error, "SELECT count(*) FROM change_log WHERE seq > $1 AND at < $2", "ii", seq,
                          limber_db_now (db) - OVERDUE_SECONDS))
    return FALSE;
  *overdue = waiting > 0;
  return TRUE;
}
