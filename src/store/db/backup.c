/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/db/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/db/backup-file.h"
#include "store/db/check.h"
#include "store/db/db-private.h"

/*
 * DESIGN
 *
 * A backup is made with SQLite's backup API into NAME.part, opened and checked as a file of its own, synced, given the
 * SHA-256 beside it, and only then renamed to its name. So a file with the name of a backup is always a good one. And
 * as damage of the original is copied too, every backup is also a check of the original.
 */

#define PAGES_A_STEP 1024
#define HASH_BYTES (1 << 20)

/* A day and a little, so that nobody who opens the clinic every morning is bothered. */
#define OVERDUE_SECONDS (26 * 60 * 60)

static gboolean
set_io_error (GError **error, const char *path)
{
  int code = errno;

  g_set_error (error, LIMBER_STORE_ERROR,
               code == ENOSPC ? LIMBER_STORE_ERROR_FULL : LIMBER_STORE_ERROR_FAILED,
               _("The backup %s cannot be written: %s."), path, g_strerror (code));
  return FALSE;
}

/*
 * limber_backup_copy_pages:
 * @to: becomes what @from is, all of it or, when this fails, nothing
 */
gboolean
limber_backup_copy_pages (LimberDb *from, LimberDb *to, GCancellable *cancellable, GError **error)
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
  return copy != NULL && limber_backup_copy_pages (db, copy, cancellable, error)
         && limber_db_pragma (copy, "PRAGMA journal_mode = DELETE", error);
}

static gboolean
read_header (LimberDb *db, gint64 *id, gint64 *version, GError **error)
{
  return limber_db_get_int (db, id, error, "PRAGMA application_id", NULL)
         && limber_db_get_int (db, version, error, "PRAGMA user_version", NULL);
}

/* Whether @copy has as many rows in each table as @db. */
static gboolean
has_all_rows (LimberDb *db, LimberDb *copy, GError **error)
{
  g_autoptr (LimberStmt) tables
      = limber_db_query (db, error, "SELECT name FROM sqlite_schema WHERE type = 'table'", NULL);
  gboolean same = tables != NULL;
  GError *local = NULL;

  while (same && limber_stmt_step (tables, &local))
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", limber_stmt_text (tables, 0));
      gint64 rows = 0, copied = -1;

      same = limber_db_get_int (db, &rows, &local, sql, NULL) && limber_db_get_int (copy, &copied, &local, sql, NULL)
             && rows == copied;
    }
  if (local == NULL)
    return same;
  g_propagate_error (error, local);
  return FALSE;
}

/* A backup counts only when it opens and is sound, and is the clinic as we know it. */
static gboolean
check_copy (LimberDb *db, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (LimberDb) copy = limber_db_connect (path, SQLITE_OPEN_READONLY, error);
  gint64 id = 0, version = 0, own_id = 0, expected = -1;
  gboolean good;

  if (copy == NULL)
    return FALSE;
  limber_db_set_cancellable (copy, cancellable);
  good = read_header (copy, &id, &version, NULL) && read_header (db, &own_id, &expected, NULL)
         && id == LIMBER_DB_APPLICATION_ID && version == expected && limber_db_check (copy, NULL) && has_all_rows (db, copy, NULL);
  limber_db_set_cancellable (copy, NULL);
  if (good || g_cancellable_set_error_if_cancelled (cancellable, error))
    return good;
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

/* Returns: (transfer full) (nullable): the SHA-256 of the file in hexadecimal */
static char *
hash_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree guchar *bytes = g_malloc (HASH_BYTES);
  gssize n;

  if (stream == NULL)
    return NULL;
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), bytes, HASH_BYTES, cancellable, error)) > 0)
    g_checksum_update (checksum, bytes, n);
  return n == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

static gboolean
write_checksum (const char *part, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *hash = hash_file (part, cancellable, error);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *beside = limber_backup_file_checksum_path (path);
  g_autofree char *line = hash != NULL ? g_strdup_printf ("%s  %s\n", hash, name) : NULL;

  return line != NULL && g_file_set_contents_full (beside, line, -1, G_FILE_SET_CONTENTS_DURABLE, 0600, error);
}

/**
 * limber_backup_check_sum: whether the file is still as it was written. One without a checksum, of an earlier release
 * or brought from elsewhere, passes.
 */
gboolean
limber_backup_check_sum (const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *beside = limber_backup_file_checksum_path (path);
  g_autofree char *line = NULL;
  g_autofree char *hash = NULL;

  if (!g_file_get_contents (beside, &line, NULL, NULL))
    return TRUE;
  hash = hash_file (path, cancellable, error);
  if (hash == NULL)
    return FALSE;
  if (g_str_has_prefix (line, hash))
    return TRUE;
  g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CORRUPT,
               _("The backup %s was changed since it was made."), path);
  return FALSE;
}

static gboolean
publish (const char *part, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!sync_path (part, 0, error) || !write_checksum (part, path, cancellable, error))
    return FALSE;
  if (g_rename (part, path) != 0)
    return set_io_error (error, path);
  return sync_path (folder, O_DIRECTORY, error);
}

/* Inside a read transaction, so that what others write meanwhile does not make the copy start anew. */
static gboolean
run (LimberDb *db, const char *target, GCancellable *cancellable, GError **error)
{
  g_autofree char *part = g_strconcat (target, ".part", NULL);

  if (write_copy (db, part, cancellable, error) && check_copy (db, part, cancellable, error)
      && publish (part, target, cancellable, error))
    return TRUE;
  g_unlink (part);
  return FALSE;
}

/**
 * limber_backup_run_to:
 * @path: the new file; one of that name is replaced
 *
 * Writes a verified copy, and its SHA-256 beside it. Not inside a transaction.
 */
gboolean
limber_backup_run_to (LimberDb *db, const char *path, GCancellable *cancellable, GError **error)
{
  gboolean ok;

  if (!limber_db_begin_read (db, error))
    return FALSE;
  ok = run (db, path, cancellable, error);
  limber_db_rollback (db);
  return ok;
}

/**
 * limber_backup_run:
 * @path: (out) (optional) (transfer full): the new file
 *
 * Writes a verified copy into the folder `backups` and thins out the others. Not inside a transaction.
 */
gboolean
limber_backup_run (LimberDb *db, LimberBackupReason reason, GCancellable *cancellable, char **path, GError **error)
{
  LimberBackupMark mark = { .at = limber_db_now (db), .reason = reason };
  g_autofree char *folder = limber_backup_folder (db->path);
  g_autofree char *name = NULL;
  g_autofree char *target = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return set_io_error (error, folder);
  if (!limber_db_get_int (db, &mark.seq, error, "SELECT max(seq) FROM change_log", NULL))
    return FALSE;
  name = limber_backup_file_name (db->path, &mark);
  target = g_build_filename (folder, name, NULL);
  if (!limber_backup_run_to (db, target, cancellable, error))
    return FALSE;
  limber_backup_thin_out (db->path, mark.at);
  if (path != NULL)
    *path = g_steal_pointer (&target);
  return TRUE;
}

/**
 * limber_backup_run_if_due:
 * @path: (out) (optional) (transfer full) (nullable): the new file, or %NULL when none was due
 *
 * limber_backup_run() when limber_backup_is_due() says so.
 */
gboolean
limber_backup_run_if_due (LimberDb *db, GCancellable *cancellable, char **path, GError **error)
{
  g_autoptr (GPtrArray) files = limber_backup_list (db->path, error);
  LimberBackupFile *newest = files != NULL && files->len > 0 ? files->pdata[files->len - 1] : NULL;
  gint64 seq = 0;

  if (path != NULL)
    *path = NULL;
  if (files == NULL || !limber_db_get_int (db, &seq, error, "SELECT max(seq) FROM change_log", NULL))
    return FALSE;
  if (!limber_backup_is_due (newest != NULL ? &newest->mark : NULL, limber_db_now (db), seq))
    return TRUE;
  return limber_backup_run (db, LIMBER_BACKUP_REASON_ROUTINE, cancellable, path, error);
}

/**
 * limber_backup_is_overdue:
 * @overdue: (out): whether something that was changed more than a day ago is in no backup
 */
gboolean
limber_backup_is_overdue (LimberDb *db, gboolean *overdue, GError **error)
{
  g_autoptr (GPtrArray) files = limber_backup_list (db->path, error);
  gint64 seq = 0, waiting = 0;

  if (files == NULL)
    return FALSE;
  if (files->len > 0)
    seq = ((LimberBackupFile *) files->pdata[files->len - 1])->mark.seq;
  if (!limber_db_get_int (db, &waiting, error, "SELECT count(*) FROM change_log WHERE seq > $1 AND at < $2", "ii", seq,
                          limber_db_now (db) - OVERDUE_SECONDS))
    return FALSE;
  *overdue = waiting > 0;
  return TRUE;
}
