/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/restore.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "store/change-log.h"
#include "store/db/backup.h"
#include "store/db/check.h"
#include "store/db/db-private.h"
#include "store/restored.h"

/*
 * DESIGN
 *
 * A restore first makes a clinic of the backup in a folder of its own: copied, brought up to this schema, checked, and
 * with a row that tells of the restore. Only then does it touch the clinic that is there:
 *
 * - one that is sound is backed up, and then the new one is copied into it in one transaction of SQLite. Whoever has it
 *   open, in this process or another, sees the change as any other.
 * - one that is damaged, foreign or of a newer release is never written to. It is kept aside whole, with its
 *   companions, under a second name, and the new file takes its place by a rename. Its own write-ahead log goes before
 *   that, as SQLite would take it for the new file's. Cut off in between, the damaged clinic is still there, and once
 *   more in the folder of what was kept.
 */

/* Numbers of changes that another window may still use up between our look at the clinic and its end. */
#define SPARE_CHANGES 1000

static gboolean
set_failed (GError **error, const char *path)
{
  int code = errno;

  g_set_error (error, LIMBER_STORE_ERROR, code == ENOSPC ? LIMBER_STORE_ERROR_FULL : LIMBER_STORE_ERROR_FAILED,
               _("%s cannot be written: %s."), path, g_strerror (code));
  return FALSE;
}

static gboolean
sync_path (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  if (!ok)
    set_failed (error, path);
  if (fd >= 0)
    close (fd);
  return ok;
}

static gboolean
sync_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_path (folder, error);
}

static gboolean
copy_file (const char *from, const char *to, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, error)
         && (g_chmod (to, 0600) == 0 || set_failed (error, to));
}

/* ---- Looking ---- */

static gboolean
count (LimberDb *db, gint64 seq, const char *entity, gint64 *number, GError **error)
{
  return limber_db_get_int (db, number, error,
                            "SELECT count(*) FROM change_log WHERE seq > $1 AND entity = $2 AND action = 'insert'",
                            "is", seq, entity);
}

static gboolean
count_held (LimberDb *db, LimberClinicCounts *held, GError **error)
{
  return limber_db_get_int (db, &held->clients, error, "SELECT count(*) FROM client", NULL)
         && limber_db_get_int (db, &held->appointments, error, "SELECT count(*) FROM appointment", NULL)
         && limber_db_get_int (db, &held->sessions, error, "SELECT count(*) FROM session", NULL);
}

static gboolean
count_newer (LimberDb *db, gint64 seq, LimberRestorePreview *preview, GError **error)
{
  return limber_db_get_int (db, &preview->changes, error, "SELECT count(*) FROM change_log WHERE seq > $1", "i", seq)
         && count (db, seq, "client", &preview->added.clients, error)
         && count (db, seq, "appointment", &preview->added.appointments, error)
         && count (db, seq, "session", &preview->added.sessions, error);
}

/* A backup is a finished file: nobody writes to it, so it may lie where nothing can be written. */
static LimberDb *
open_backup (const char *path, GError **error)
{
  g_autoptr (LimberDb) db = NULL;
  gint64 version = 0;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_NOT_FOUND, _("There is no backup %s."), path);
      return NULL;
    }
  db = limber_db_connect (path, SQLITE_OPEN_READONLY, error);
  return db != NULL && limber_db_check_header (db, &version, error) ? g_steal_pointer (&db) : NULL;
}

static gboolean
look_at_backup (const char *path, GCancellable *cancellable, LimberRestorePreview *preview, gint64 *seq, GError **error)
{
  g_autoptr (LimberDb) db = NULL;
  gboolean ok;

  if (!limber_backup_check_sum (path, cancellable, error))
    return FALSE;
  db = open_backup (path, error);
  if (db == NULL)
    return FALSE;
  limber_db_set_cancellable (db, cancellable);
  ok = limber_db_check (db, error) && count_held (db, &preview->held, error) && limber_change_log_last (db, seq, error)
       && limber_db_get_int (db, &preview->made_at, error, "SELECT COALESCE(max(at), 0) FROM change_log", NULL);
  limber_db_set_cancellable (db, NULL);
  return ok;
}

/**
 * limber_restore_preview:
 *
 * Checks the backup and tells what a restore would do; writes nothing.
 */
gboolean
limber_restore_preview (const LimberRestoreDeed *deed, GCancellable *cancellable, LimberRestorePreview *preview,
                        GError **error)
{
  g_autoptr (LimberDb) present = NULL;
  gint64 seq = 0;

  *preview = (LimberRestorePreview) { 0 };
  if (!look_at_backup (deed->backup, cancellable, preview, &seq, error))
    return FALSE;
  present = limber_db_open (deed->database, LIMBER_DB_READ, NULL);
  preview->is_readable = present != NULL && count_newer (present, seq, preview, NULL);
  return TRUE;
}

/* ---- The new clinic ---- */

/* Other windows know up to where they have read the change log: what comes now must have higher numbers. */
static gboolean
go_on_numbering (LimberDb *db, gint64 last_seq, GError **error)
{
  return limber_db_exec (db, error, "UPDATE sqlite_sequence SET seq = max(seq, $1) WHERE name = 'change_log'", "i",
                         last_seq + SPARE_CHANGES);
}

static gboolean
tell_of_restore (LimberDb *db, const LimberRestoreDeed *deed, gint64 last_seq, const char *kept, GError **error)
{
  g_autoptr (LimberRestored) restored = limber_restored_new ();

  limber_db_set_actor (db, deed->actor_id, deed->actor_name);
  limber_db_set_now_func (db, deed->now, deed->now_data);
  if (!limber_db_get_int (db, &restored->made_at, error, "SELECT COALESCE(max(at), 1) FROM change_log", NULL))
    return FALSE;
  restored->restored_at = limber_db_now (db);
  limber_record_set_text (&restored->kept, kept);
  if (!limber_db_begin (db, error))
    return FALSE;
  if (go_on_numbering (db, last_seq, error) && limber_record_insert (db, &limber_restored_type, restored, error))
    return limber_db_commit (db, error);
  limber_db_rollback (db);
  return FALSE;
}

/* Makes @path, a file that is all there is of its database: closing takes the write-ahead log in. */
static gboolean
prepare (const LimberRestoreDeed *deed, const char *path, gint64 last_seq, const char *kept, GCancellable *cancellable,
         GError **error)
{
  g_autoptr (LimberDb) db = NULL;
  gboolean ok;

  if (!limber_backup_check_sum (deed->backup, cancellable, error)
      || !copy_file (deed->backup, path, cancellable, error))
    return FALSE;
  db = limber_db_open (path, LIMBER_DB_WRITE, error);
  if (db == NULL)
    return FALSE;
  limber_db_set_cancellable (db, cancellable);
  ok = limber_db_check (db, error);
  limber_db_set_cancellable (db, NULL);
  return ok && tell_of_restore (db, deed, last_seq, kept, error);
}

/* ---- Into a sound clinic ---- */

static gboolean
replace_content (const LimberRestoreDeed *deed, LimberDb *present, const char *new_path, GCancellable *cancellable,
                 char **kept, GError **error)
{
  g_autoptr (LimberDb) db = NULL;
  gint64 last_seq = 0;

  limber_db_set_now_func (present, deed->now, deed->now_data);
  if (!limber_backup_run (present, LIMBER_BACKUP_REASON_RESTORE, cancellable, kept, error)
      || !limber_change_log_last (present, &last_seq, error)
      || !prepare (deed, new_path, last_seq, *kept, cancellable, error))
    return FALSE;
  db = limber_db_connect (new_path, SQLITE_OPEN_READWRITE, error);
  return db != NULL && limber_backup_copy_pages (db, present, NULL, error);
}

/* ---- In place of a file that cannot be used ---- */

static const char *const companions[] = { "", "-wal", "-shm" };

static gboolean
give_second_name (const char *from, const char *to, GError **error)
{
  if (!g_file_test (from, G_FILE_TEST_EXISTS))
    return TRUE;
  return link (from, to) == 0 || (copy_file (from, to, NULL, error) && sync_path (to, error));
}

static char *
aside_path (const LimberRestoreDeed *deed, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (deed->database);
  g_autofree char *aside = g_build_filename (folder, "kept-aside", NULL);
  g_autofree char *name = g_path_get_basename (deed->database);
  gint64 now = deed->now != NULL ? deed->now (deed->now_data) : g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (now);
  g_autofree char *stamp = g_date_time_format (at, "%Y%m%d-%H%M%S");
  g_autofree char *random = g_uuid_string_random ();

  if (g_mkdir_with_parents (aside, 0700) != 0)
    {
      set_failed (error, aside);
      return NULL;
    }
  random[8] = '\0';
  return g_strdup_printf ("%s/%s-%s-%s", aside, stamp, random, name);
}

static gboolean
keep_aside (const char *database, const char *aside, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *from = g_strconcat (database, companions[i], NULL);
      g_autofree char *to = g_strconcat (aside, companions[i], NULL);

      if (!give_second_name (from, to, error))
        return FALSE;
    }
  return sync_folder_of (aside, error);
}

static gboolean
take_place (const char *new_path, const char *database, GError **error)
{
  for (guint i = 1; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *companion = g_strconcat (database, companions[i], NULL);

      if (g_unlink (companion) != 0 && errno != ENOENT)
        return set_failed (error, companion);
    }
  if (!sync_folder_of (database, error) || !sync_path (new_path, error))
    return FALSE;
  if (g_rename (new_path, database) != 0)
    return set_failed (error, database);
  return sync_folder_of (database, error);
}

static gboolean
replace_file (const LimberRestoreDeed *deed, const char *new_path, GCancellable *cancellable, char **kept,
              GError **error)
{
  *kept = aside_path (deed, error);
  return *kept != NULL && prepare (deed, new_path, 0, *kept, cancellable, error)
         && keep_aside (deed->database, *kept, error) && take_place (new_path, deed->database, error);
}

/* ---- */

static void
remove_workshop (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_workshop (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/* Returns: (nullable): the clinic that is there, when it is whole enough to be written to. */
static LimberDb *
open_present (const LimberRestoreDeed *deed, GCancellable *cancellable)
{
  g_autoptr (LimberDb) db = limber_db_open (deed->database, LIMBER_DB_READ, NULL);
  gboolean sound;

  if (db == NULL)
    return NULL;
  limber_db_set_cancellable (db, cancellable);
  sound = limber_db_check (db, NULL);
  limber_db_set_cancellable (db, NULL);
  return sound ? limber_db_open (deed->database, LIMBER_DB_WRITE, NULL) : NULL;
}

static char *
make_workshop (const LimberRestoreDeed *deed, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (deed->database);
  g_autofree char *workshop = g_build_filename (folder, "restore-XXXXXX", NULL);

  if (g_mkdtemp_full (workshop, 0700) != NULL)
    return g_steal_pointer (&workshop);
  set_failed (error, folder);
  return NULL;
}

/**
 * limber_restore_drill:
 * @held: (out): what the clinic made of the backup holds
 *
 * Does all of a restore but the last step, and throws the result away: shows that the backup can become a clinic, on
 * this computer and with this release.
 */
gboolean
limber_restore_drill (const LimberRestoreDeed *deed, GCancellable *cancellable, LimberClinicCounts *held,
                      GError **error)
{
  g_autofree char *workshop = make_workshop (deed, error);
  g_autofree char *path = workshop != NULL ? g_build_filename (workshop, "clinic.db", NULL) : NULL;
  g_autoptr (LimberDb) db = NULL;
  gboolean ok;

  if (workshop == NULL)
    return FALSE;
  if (prepare (deed, path, 0, deed->database, cancellable, error))
    db = limber_db_open (path, LIMBER_DB_READ, error);
  ok = db != NULL && count_held (db, held, error);
  g_clear_pointer (&db, limber_db_free);
  remove_workshop (workshop);
  return ok;
}

/**
 * limber_restore_run:
 * @kept: (out) (transfer full): where what was there before lies now
 *
 * Puts the backup in the place of the clinic. When this fails or is cancelled the clinic is as it was. A clinic that
 * cannot be used must not be open in this process.
 */
gboolean
limber_restore_run (const LimberRestoreDeed *deed, GCancellable *cancellable, char **kept, GError **error)
{
  g_autofree char *workshop = make_workshop (deed, error);
  g_autofree char *new_path = NULL;
  g_autofree char *where = NULL;
  g_autoptr (LimberDb) present = NULL;
  gboolean ok;

  if (workshop == NULL)
    return FALSE;
  new_path = g_build_filename (workshop, "clinic.db", NULL);
  present = open_present (deed, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    ok = FALSE;
  else if (present != NULL)
    ok = replace_content (deed, present, new_path, cancellable, &where, error);
  else
    ok = replace_file (deed, new_path, cancellable, &where, error);
  g_clear_pointer (&present, limber_db_free);
  remove_workshop (workshop);
  if (ok)
    *kept = g_steal_pointer (&where);
  return ok;
}
