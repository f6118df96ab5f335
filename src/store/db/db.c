/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "limber-store"

#include "store/db/backup-file.h"
#include "store/db/db-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/random.h>
#include <unistd.h>

#include "store/schema/migrate.h"

/** limber_db_pragma: Runs one statement whose rows nobody reads; no caching. */
gboolean
limber_db_pragma (LimberDb *db, const char *sql, GError **error)
{
  if (sqlite3_exec (db->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  limber_db_set_error (error, sqlite3_extended_errcode (db->handle), db->handle);
  return FALSE;
}

/** limber_db_run_script: Runs several statements; only for migrations. */
gboolean
limber_db_run_script (LimberDb *db, const char *sql, GError **error)
{
  return limber_db_pragma (db, sql, error);
}

static void
stmt_finalize (gpointer data)
{
  LimberStmt *stmt = data;

  sqlite3_finalize (stmt->handle);
  g_free (stmt->sql);
  g_free (stmt);
}

/** limber_db_free: Rolls back what is open and closes. All statements must be freed before. */
void
limber_db_free (LimberDb *db)
{
  if (db == NULL)
    return;
  limber_db_rollback (db);
  g_clear_pointer (&db->statements, g_hash_table_unref);
  g_clear_pointer (&db->record_sql, g_hash_table_unref);
  sqlite3_close_v2 (db->handle);
  g_free (db->path);
  g_free (db->actor_id);
  g_free (db->actor_name);
  g_free (db);
}

/*
 * limber_db_connect:
 * @flags: SQLITE_OPEN_…
 *
 * A bare connection with the settings that every connection has; looks at nothing in the file.
 */
LimberDb *
limber_db_connect (const char *path, int flags, GError **error)
{
  g_autoptr (LimberDb) db = g_new0 (LimberDb, 1);
  int code;

  db->path = g_strdup (path);
  db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, stmt_finalize);
  code = sqlite3_open_v2 (path, &db->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL);
  if (code != SQLITE_OK)
    {
      limber_db_set_error (error, code, db->handle);
      return NULL;
    }
  sqlite3_busy_timeout (db->handle, LIMBER_DB_BUSY_MS);
  sqlite3_extended_result_codes (db->handle, 1);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  /* A file that turns out to be damaged or not ours is closed as it was. */
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!limber_db_pragma (db, "PRAGMA synchronous = FULL; PRAGMA cache_size = -16000", error))
    return NULL;
  return g_steal_pointer (&db);
}

/* Where there are backups there was a clinic: it is lost, and not to be begun anew without a word. */
static gboolean
check_never_was (const char *path, GError **error)
{
  g_autofree char *folder = limber_backup_folder (path);
  g_autoptr (GPtrArray) backups = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  backups = limber_backup_list (path, NULL);
  if (backups == NULL || backups->len == 0)
    return TRUE;
  g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_NOT_FOUND,
               _("The clinic %s is gone, but there are backups of it. To begin a new one, move the folder %s away."),
               path, folder);
  return FALSE;
}

/*
 * The folder for us alone, and the file before SQLite would make it with other permissions; its companions
 * get those of the file. No umask: that belongs to the whole process, and this may run on any thread.
 */
static gboolean
create_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_READ_ONLY,
                   _("The folder %s cannot be made: %s."), folder, g_strerror (errno));
      return FALSE;
    }
  fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_READ_ONLY,
                   _ ("The file %s cannot be made: %s."), path, g_strerror (errno));
      return FALSE;
    }
  close (fd);
  return TRUE;
}

static gboolean
check_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_NOT_FOUND, _ ("There is no database %s."),
                   path);
      return FALSE;
    }
  info = g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);
  if (info == NULL || !g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE))
    return TRUE;
  g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_FAILED,
               _("%s is on a network share, where a database is not safe. Keep it on this computer."), path);
  return FALSE;
}

/* A WAL database in a folder that cannot be written opens only when it is promised not to change. */
static LimberDb *
connect_read_only (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *file_uri = NULL;
  g_autofree char *uri = NULL;

  if (g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0)
    return limber_db_connect (path, SQLITE_OPEN_READWRITE, error);
  if (g_access (folder, W_OK) == 0)
    return limber_db_connect (path, SQLITE_OPEN_READONLY, error);
  file_uri = g_filename_to_uri (absolute, NULL, NULL);
  uri = g_strconcat (file_uri, "?immutable=1", NULL);
  return limber_db_connect (uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
}

static LimberDb *
connect_for (const char *path, LimberDbMode mode, GError **error)
{
  if (mode == LIMBER_DB_READ)
    return connect_read_only (path, error);
  return limber_db_connect (path, SQLITE_OPEN_READWRITE, error);
}

/* limber_db_check_header: whose file is it, and is it ours to open? */
gboolean
limber_db_check_header (LimberDb *db, gint64 *version, GError **error)
{
  gint64 id = 0, tables = 0;

  if (!limber_db_get_int (db, &id, error, "PRAGMA application_id", NULL)
      || !limber_db_get_int (db, version, error, "PRAGMA user_version", NULL)
      || !limber_db_get_int (db, &tables, error, "SELECT count(*) FROM sqlite_schema", NULL))
    return FALSE;
  if (id != LIMBER_DB_APPLICATION_ID && (id != 0 || *version != 0 || tables > 0))
    {
      g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_FOREIGN,
                   _ ("%s belongs to another program."), db->path);
      return FALSE;
    }
  if (*version > LIMBER_SCHEMA_VERSION)
    {
      g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_NEWER,
                   _("%s was made by a newer version of Limber. Update Limber to open it."), db->path);
      return FALSE;
    }
  return TRUE;
}

static gboolean
prepare_for_reading (LimberDb *db, gint64 version, GError **error)
{
  if (version < LIMBER_SCHEMA_VERSION)
    {
      g_set_error (error, LIMBER_STORE_ERROR,
                   version == 0 ? LIMBER_STORE_ERROR_FOREIGN : LIMBER_STORE_ERROR_FAILED,
                   version == 0 ? _ ("%s is not a Limber database.")
                                : _ ("%s was made by an older version of Limber. Open it in Limber once."),
                   db->path);
      return FALSE;
    }
  return limber_db_pragma (db, "PRAGMA query_only = ON", error);
}

static gboolean
prepare_for_writing (LimberDb *db, LimberDbMode mode, gint64 version, GError **error)
{
  if (version == 0 && mode != LIMBER_DB_CREATE)
    {
      g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_FOREIGN, _ ("%s is not a Limber database."),
                   db->path);
      return FALSE;
    }
  if (!limber_db_pragma (db, "PRAGMA journal_mode = WAL", error))
    return FALSE;
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return version == LIMBER_SCHEMA_VERSION || limber_schema_migrate (db, (int) version, error);
}

/**
 * limber_db_open:
 * @path: the database file
 *
 * Opens one connection. See #LimberDbMode, and #LimberStoreError for the files that are refused.
 *
 * Returns: (transfer full): the connection, or %NULL
 */
LimberDb *
limber_db_open (const char *path, LimberDbMode mode, GError **error)
{
  g_autoptr (LimberDb) db = NULL;
  gint64 version = 0;
  gboolean ok;

  ok = (mode != LIMBER_DB_CREATE || (check_never_was (path, error) && create_file (path, error))) && check_file (path, error);
  db = ok ? connect_for (path, mode, error) : NULL;
  ok = db != NULL && limber_db_check_header (db, &version, error)
       && (mode == LIMBER_DB_READ ? prepare_for_reading (db, version, error)
                                  : prepare_for_writing (db, mode, version, error));
  return ok ? g_steal_pointer (&db) : NULL;
}

const char *
limber_db_path (LimberDb *db)
{
  return db->path;
}

/** limber_db_set_actor: Who does what follows; both are %NULL for the program itself. */
void
limber_db_set_actor (LimberDb *db, const char *staff_id, const char *name)
{
  g_free (db->actor_id);
  db->actor_id = g_strdup (staff_id);
  g_free (db->actor_name);
  db->actor_name = g_strdup (name);
}

const char *
limber_db_actor_id (LimberDb *db)
{
  return db->actor_id;
}

const char *
limber_db_actor_name (LimberDb *db)
{
  return db->actor_name;
}

/** limber_db_set_now_func: Another clock for the change log than the computer's; %NULL for that one. */
void
limber_db_set_now_func (LimberDb *db, LimberNowFunc func, gpointer data)
{
  db->now = func;
  db->now_data = data;
}

gint64
limber_db_now (LimberDb *db)
{
  return db->now != NULL ? db->now (db->now_data) : g_get_real_time () / G_USEC_PER_SEC;
}

static gboolean
begin (LimberDb *db, const char *sql, GError **error)
{
  g_return_val_if_fail (!db->in_transaction, FALSE);

  if (!limber_db_exec (db, error, sql, NULL))
    return FALSE;
  db->in_transaction = TRUE;
  db->touched = 0;
  return TRUE;
}

/* A file that was deleted, moved or replaced, or whose disk is gone, would take what is written with it. */
static gboolean
is_in_its_place (LimberDb *db, GError **error)
{
  int moved = FALSE;

  sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  if (moved)
    g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_NOT_FOUND,
                 _("The clinic’s file %s is not where it was. Put it back, then try again."), db->path);
  return !moved;
}

/** limber_db_begin: Begins a transaction that writes; waits for other writers up to the busy timeout. */
gboolean
limber_db_begin (LimberDb *db, GError **error)
{
  return is_in_its_place (db, error) && begin (db, "BEGIN IMMEDIATE", error);
}

/**
 * limber_db_expect_much:
 *
 * For a new file that one transaction is going to fill with rows that fit together by construction, and that is thrown
 * away when this fails: pages stay in memory, and neither checks of each row nor a second copy for a power cut are
 * made. Follow it with limber_db_expect_little().
 */
gboolean
limber_db_expect_much (LimberDb *db, GError **error)
{
  return limber_db_pragma (db,
                           "PRAGMA cache_size = -600000; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
                           "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON", error);
}

/** limber_db_expect_little: back to the care that every other write is done with. */
gboolean
limber_db_expect_little (LimberDb *db, GError **error)
{
  return limber_db_pragma (db,
                           "PRAGMA ignore_check_constraints = OFF; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;"
                           "PRAGMA journal_mode = WAL; PRAGMA cache_size = -16000", error);
}

/** limber_db_begin_read: Begins a transaction in which all queries see the same state. */
gboolean
limber_db_begin_read (LimberDb *db, GError **error)
{
  return begin (db, "BEGIN", error);
}

/** limber_db_commit: Makes the transaction durable. When this fails, nothing of it was kept. */
gboolean
limber_db_commit (LimberDb *db, GError **error)
{
  g_return_val_if_fail (db->in_transaction, FALSE);

  if (!limber_db_exec (db, error, "COMMIT", NULL))
    {
      limber_db_rollback (db);
      return FALSE;
    }
  db->in_transaction = FALSE;
  return TRUE;
}

/** limber_db_rollback: Drops the open transaction; harmless when there is none. */
void
limber_db_rollback (LimberDb *db)
{
  if (db->handle != NULL && !sqlite3_get_autocommit (db->handle))
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
  db->in_transaction = FALSE;
  db->touched = 0;
}

gboolean
limber_db_in_transaction (LimberDb *db)
{
  return db->in_transaction;
}

static int
is_cancelled (void *data)
{
  return g_cancellable_is_cancelled (data);
}

/**
 * limber_db_set_cancellable:
 * @cancellable: (nullable): stops a running query, which then fails with %G_IO_ERROR_CANCELLED; must live
 *   until another one is set
 */
void
limber_db_set_cancellable (LimberDb *db, GCancellable *cancellable)
{
  sqlite3_progress_handler (db->handle, cancellable != NULL ? 1000 : 0, is_cancelled, cancellable);
}

/** limber_db_touch: Notes that the open transaction changes @topics (#LimberTopic). */
void
limber_db_touch (LimberDb *db, guint topics)
{
  db->touched |= topics;
}

/** limber_db_take_touched: Returns: the topics of the last transaction, and forgets them. */
guint
limber_db_take_touched (LimberDb *db)
{
  guint touched = db->touched;

  db->touched = 0;
  return touched;
}

/** limber_db_data_version: @version changes when another connection committed something. */
gboolean
limber_db_data_version (LimberDb *db, gint64 *version, GError **error)
{
  return limber_db_get_int (db, version, error, "PRAGMA data_version", NULL);
}

/* Fills @bytes from the system's generator, which is asked for more at once than one salt. */
gboolean
limber_db_random (LimberDb *db, guint8 *bytes, gsize n_bytes, GError **error)
{
  g_return_val_if_fail (n_bytes <= 256, FALSE);

  if (db->random_left < n_bytes)
    {
      if (getrandom (db->random, 256, 0) != 256)
        {
          g_set_error_literal (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_FAILED, g_strerror (errno));
          return FALSE;
        }
      db->random_left = 256;
    }
  db->random_left -= n_bytes;
  memcpy (bytes, db->random + db->random_left, n_bytes);
  return TRUE;
}

/** limber_db_shrink: gives the memory of read pages back, for a program that now sleeps. */
void
limber_db_shrink (LimberDb *db)
{
  sqlite3_db_release_memory (db->handle);
}
