/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/db/db-private.h"

#include <stdarg.h>

/**
 * limber_db_prepare:
 *
 * Compiles @sql, or takes the compiled form from the connection's cache. Parameters are `$1`, `$2`, …
 *
 * Returns: (transfer full): a statement, or %NULL
 */
LimberStmt *
limber_db_prepare (LimberDb *db, const char *sql, GError **error)
{
  LimberStmt *stmt;
  sqlite3_stmt *handle = NULL;
  gpointer key = NULL, value = NULL;
  int code;

  if (g_hash_table_steal_extended (db->statements, sql, &key, &value))
    return value;

  code = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code != SQLITE_OK)
    {
      limber_db_set_error (error, sqlite3_extended_errcode (db->handle), db->handle);
      return NULL;
    }
  stmt = g_new0 (LimberStmt, 1);
  stmt->db = db;
  stmt->handle = handle;
  stmt->sql = g_strdup (sql);
  return stmt;
}

/** limber_stmt_free: Ends the query and gives its compiled form back to the cache. */
void
limber_stmt_free (LimberStmt *stmt)
{
  if (stmt == NULL)
    return;
  sqlite3_reset (stmt->handle);
  sqlite3_clear_bindings (stmt->handle);
  stmt->bind_result = SQLITE_OK;
  stmt->done = FALSE;
  if (g_hash_table_contains (stmt->db->statements, stmt->sql))
    {
      sqlite3_finalize (stmt->handle);
      g_free (stmt->sql);
      g_free (stmt);
      return;
    }
  g_hash_table_insert (stmt->db->statements, stmt->sql, stmt);
}

/* SQLite numbers `$1` by first appearance, so that its own number has to be looked up by name. */
static int
parameter (LimberStmt *stmt, int number)
{
  gboolean known = number < (int) G_N_ELEMENTS (stmt->indices);
  char name[16];
  int index = known ? stmt->indices[number] : 0;

  if (index > 0)
    return index;
  g_snprintf (name, sizeof name, "$%d", number);
  index = sqlite3_bind_parameter_index (stmt->handle, name);
  if (known)
    stmt->indices[number] = (guint8) index;
  if (index == 0)
    stmt->bind_result = SQLITE_RANGE;
  return index;
}

static void
note_bind (LimberStmt *stmt, int code)
{
  if (code != SQLITE_OK && stmt->bind_result == SQLITE_OK)
    stmt->bind_result = code;
}

/** limber_stmt_bind_text: Binds a copy of @value, or NULL. */
void
limber_stmt_bind_text (LimberStmt *stmt, int number, const char *value)
{
  int index = parameter (stmt, number);

  if (index > 0)
    note_bind (stmt, value != NULL ? sqlite3_bind_text (stmt->handle, index, value, -1, SQLITE_TRANSIENT)
                                   : sqlite3_bind_null (stmt->handle, index));
}

void
limber_stmt_bind_int (LimberStmt *stmt, int number, gint64 value)
{
  int index = parameter (stmt, number);

  if (index > 0)
    note_bind (stmt, sqlite3_bind_int64 (stmt->handle, index, value));
}

void
limber_stmt_bind_double (LimberStmt *stmt, int number, double value)
{
  int index = parameter (stmt, number);

  if (index > 0)
    note_bind (stmt, sqlite3_bind_double (stmt->handle, index, value));
}

/** limber_stmt_bind_date: Binds ISO text, or NULL for no date. */
void
limber_stmt_bind_date (LimberStmt *stmt, int number, LimberDate value)
{
  g_autofree char *iso = value != LIMBER_DATE_NONE ? limber_date_to_iso (value) : NULL;

  limber_stmt_bind_text (stmt, number, iso);
}

void
limber_stmt_bind_null (LimberStmt *stmt, int number)
{
  limber_stmt_bind_text (stmt, number, NULL);
}

static void
bind_arguments (LimberStmt *stmt, const char *types, va_list arguments)
{
  for (int i = 0; types != NULL && types[i] != '\0'; i++)
    switch (types[i])
      {
      case 's':
        limber_stmt_bind_text (stmt, i + 1, va_arg (arguments, const char *));
        break;
      case 'i':
        limber_stmt_bind_int (stmt, i + 1, va_arg (arguments, gint64));
        break;
      case 'f':
        limber_stmt_bind_double (stmt, i + 1, va_arg (arguments, double));
        break;
      case 'd':
        limber_stmt_bind_date (stmt, i + 1, va_arg (arguments, LimberDate));
        break;
      default:
        g_error ("Unknown parameter type \"%c\"", types[i]);
      }
}

static LimberStmt *
query_va (LimberDb *db, GError **error, const char *sql, const char *types, va_list arguments)
{
  LimberStmt *stmt = limber_db_prepare (db, sql, error);

  if (stmt != NULL)
    bind_arguments (stmt, types, arguments);
  return stmt;
}

/**
 * limber_db_query_va:
 *
 * limber_db_query() for callers that take the arguments themselves.
 */
LimberStmt *
limber_db_query_va (LimberDb *db, GError **error, const char *sql, const char *types, va_list arguments)
{
  return query_va (db, error, sql, types, arguments);
}

/**
 * limber_db_query:
 * @types: (nullable): one letter for each of `$1`, `$2`, …: s a text or %NULL, i a #gint64 (cast it!), f a
 *   double, d a #LimberDate
 *
 * Starts a query. Step through it with limber_stmt_step().
 *
 * Returns: (transfer full): the statement, or %NULL
 */
LimberStmt *
limber_db_query (LimberDb *db, GError **error, const char *sql, const char *types, ...)
{
  LimberStmt *stmt;
  va_list arguments;

  va_start (arguments, types);
  stmt = query_va (db, error, sql, types, arguments);
  va_end (arguments);
  return stmt;
}

/**
 * limber_db_exec:
 *
 * Runs one statement to its end. Writing rows of people belongs to record.h, which keeps the change log.
 */
gboolean
limber_db_exec (LimberDb *db, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (LimberStmt) stmt = NULL;
  GError *local = NULL;
  va_list arguments;

  va_start (arguments, types);
  stmt = query_va (db, error, sql, types, arguments);
  va_end (arguments);
  if (stmt == NULL)
    return FALSE;
  while (limber_stmt_step (stmt, &local))
    ;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/**
 * limber_db_get_int:
 * @value: (out): the first column of the first row; untouched when there is no row
 *
 * Returns: %FALSE only when the query failed
 */
gboolean
limber_db_get_int (LimberDb *db, gint64 *value, GError **error, const char *sql, const char *types, ...)
{
  g_autoptr (LimberStmt) stmt = NULL;
  GError *local = NULL;
  va_list arguments;

  va_start (arguments, types);
  stmt = query_va (db, error, sql, types, arguments);
  va_end (arguments);
  if (stmt == NULL)
    return FALSE;
  if (limber_stmt_step (stmt, &local))
    *value = limber_stmt_int (stmt, 0);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/** limber_db_changes: Returns: how many rows the last statement wrote. */
gint64
limber_db_changes (LimberDb *db)
{
  return sqlite3_changes64 (db->handle);
}

/**
 * limber_stmt_step:
 *
 * Returns: %TRUE while there is a row; %FALSE at the end, and on failure, when @error is set
 */
gboolean
limber_stmt_step (LimberStmt *stmt, GError **error)
{
  int code = stmt->bind_result;

  if (stmt->done)
    return FALSE;
  if (code != SQLITE_OK)
    {
      stmt->done = TRUE;
      limber_db_set_error (error, code, NULL);
      return FALSE;
    }
  code = sqlite3_step (stmt->handle);
  if (code == SQLITE_ROW)
    return TRUE;
  stmt->done = TRUE;
  if (code != SQLITE_DONE)
    limber_db_set_error (error, sqlite3_extended_errcode (stmt->db->handle), stmt->db->handle);
  return FALSE;
}

gboolean
limber_stmt_is_null (LimberStmt *stmt, int column)
{
  return sqlite3_column_type (stmt->handle, column) == SQLITE_NULL;
}

/** limber_stmt_text: Returns: (nullable) (transfer none): the text, until the next step. */
const char *
limber_stmt_text (LimberStmt *stmt, int column)
{
  return (const char *) sqlite3_column_text (stmt->handle, column);
}

gint64
limber_stmt_int (LimberStmt *stmt, int column)
{
  return sqlite3_column_int64 (stmt->handle, column);
}

double
limber_stmt_double (LimberStmt *stmt, int column)
{
  return sqlite3_column_double (stmt->handle, column);
}

LimberDate
limber_stmt_date (LimberStmt *stmt, int column)
{
  return limber_date_parse (limber_stmt_text (stmt, column));
}
