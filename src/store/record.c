/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/record-made-up.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

#include "store/change-log.h"
#include "store/db/db-private.h"
#include "store/record-private.h"

/* The SQL of one type, made once for a connection from its columns. */
typedef struct {
  char *columns;
  char *select;
  char *load;
  char *insert;
  char *update;
  char *delete;
} RecordSql;

static void
record_sql_free (gpointer data)
{
  RecordSql *sql = data;

  g_free (sql->columns);
  g_free (sql->select);
  g_free (sql->load);
  g_free (sql->insert);
  g_free (sql->update);
  g_free (sql->delete);
  g_free (sql);
}

static RecordSql *
record_sql_new (const LimberRecordType *type)
{
  g_autoptr (GString) columns = g_string_new (NULL), names = g_string_new ("id, version");
  g_autoptr (GString) values = g_string_new ("$1, $2"), sets = g_string_new ("version = $2");
  RecordSql *sql = g_new0 (RecordSql, 1);
  int number = 3;

  g_string_printf (columns, "%s.id, %s.version", type->table, type->table);
  for (const LimberColumn *column = type->columns; column->name != NULL; column++, number++)
    {
      g_string_append_printf (columns, ", %s.%s", type->table, column->name);
      g_string_append_printf (names, ", %s", column->name);
      g_string_append_printf (values, ", $%d", number);
      g_string_append_printf (sets, ", %s = $%d", column->name, number);
    }
  sql->columns = g_strdup (columns->str);
  sql->select = g_strdup_printf ("SELECT %s FROM %s ", columns->str, type->table);
  sql->load = g_strdup_printf ("SELECT %s FROM %s WHERE %s.id = $1", columns->str, type->table, type->table);
  sql->insert = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (id) DO NOTHING", type->table,
                                 names->str, values->str);
  sql->update = g_strdup_printf ("UPDATE %s SET %s WHERE id = $1", type->table, sets->str);
  sql->delete = g_strdup_printf ("DELETE FROM %s WHERE id = $1", type->table);
  return sql;
}

static RecordSql *
sql_of (LimberDb *db, const LimberRecordType *type)
{
  RecordSql *sql;

  if (db->record_sql == NULL)
    db->record_sql = g_hash_table_new_full (NULL, NULL, NULL, record_sql_free);
  sql = g_hash_table_lookup (db->record_sql, type);
  if (sql == NULL)
    {
      sql = record_sql_new (type);
      g_hash_table_insert (db->record_sql, (gpointer) type, sql);
    }
  return sql;
}

/** limber_record_columns: Returns: the columns in the order limber_record_from_stmt() reads them, each
 * "table.name". */
const char *
limber_record_columns (LimberDb *db, const LimberRecordType *type)
{
  return sql_of (db, type)->columns;
}

/**
 * limber_record_from_stmt:
 * @first_column: where limber_record_columns() begin in the row
 *
 * Returns: (transfer full): the record of the row that @stmt stands on
 */
gpointer
limber_record_from_stmt (const LimberRecordType *type, LimberStmt *stmt, int first_column)
{
  gpointer record = limber_record_new (type);
  LimberRecord *base = record;
  int column = first_column;

  base->id = g_strdup (limber_stmt_text (stmt, column++));
  base->version = limber_stmt_int (stmt, column++);
  for (const LimberColumn *c = type->columns; c->name != NULL; c++)
    limber_column_read (c, record, stmt, column++);
  return record;
}

static gboolean
missing (GError **error)
{
  g_set_error_literal (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_GONE,
                       _ ("This entry does not exist any more."));
  return FALSE;
}

/** limber_record_load: Returns: (transfer full): the row with this id, or %NULL with
 * %LIMBER_STORE_ERROR_GONE. */
gpointer
limber_record_load (LimberDb *db, const LimberRecordType *type, const char *id, GError **error)
{
  g_autoptr (LimberStmt) stmt = limber_db_query (db, error, sql_of (db, type)->load, "s", id);
  GError *local = NULL;

  if (stmt == NULL)
    return NULL;
  if (limber_stmt_step (stmt, &local))
    return limber_record_from_stmt (type, stmt, 0);
  if (local != NULL)
    g_propagate_error (error, local);
  else
    missing (error);
  return NULL;
}

static GPtrArray *
select_va (LimberDb *db, const LimberRecordType *type, GError **error, const char *tail, const char *types,
           va_list arguments)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (type->free_func);
  g_autofree char *sql = g_strconcat (sql_of (db, type)->select, tail, NULL);
  g_autoptr (LimberStmt) stmt = limber_db_query_va (db, error, sql, types, arguments);
  GError *local = NULL;

  if (stmt == NULL)
    return NULL;
  while (limber_stmt_step (stmt, &local))
    g_ptr_array_add (rows, limber_record_from_stmt (type, stmt, 0));
  if (local == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * limber_record_select:
 * @tail: static SQL after `SELECT … FROM table`, such as "WHERE client_id = $1 ORDER BY date"
 * @types: (nullable): as for limber_db_query()
 *
 * Returns: (transfer full) (nullable): the records, which the array owns
 */
GPtrArray *
limber_record_select (LimberDb *db, const LimberRecordType *type, GError **error, const char *tail,
                      const char *types, ...)
{
  GPtrArray *rows;
  va_list arguments;

  va_start (arguments, types);
  rows = select_va (db, type, error, tail, types, arguments);
  va_end (arguments);
  return rows;
}

/**
 * limber_record_find:
 *
 * The first row of what limber_record_select() would return.
 *
 * Returns: (transfer full) (nullable): the record; %NULL without @error when there is none
 */
gpointer
limber_record_find (LimberDb *db, const LimberRecordType *type, GError **error, const char *tail,
                    const char *types, ...)
{
  g_autoptr (GPtrArray) rows = NULL;
  va_list arguments;

  va_start (arguments, types);
  rows = select_va (db, type, error, tail, types, arguments);
  va_end (arguments);
  return rows != NULL && rows->len > 0 ? g_ptr_array_steal_index (rows, 0) : NULL;
}

static gboolean
check_transaction (LimberDb *db, GError **error)
{
  if (db->in_transaction)
    return TRUE;
  g_set_error_literal (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_FAILED,
                       "Records are written inside a transaction only");
  return FALSE;
}

static gboolean
run (LimberDb *db, const LimberRecordType *type, const char *sql, LimberRecord *record, gint64 version,
     gboolean bind_values, GError **error)
{
  g_autoptr (LimberStmt) stmt = limber_db_prepare (db, sql, error);
  GError *local = NULL;
  int number = 3;

  if (stmt == NULL)
    return FALSE;
  limber_stmt_bind_text (stmt, 1, record->id);
  if (bind_values)
    {
      limber_stmt_bind_int (stmt, 2, version);
      for (const LimberColumn *column = type->columns; column->name != NULL; column++)
        limber_column_bind (column, record, stmt, number++);
    }
  limber_stmt_step (stmt, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/* What every write ends with: the log, derived rows, and whom to tell. */
static gboolean
written (LimberDb *db, const LimberRecordType *type, gconstpointer old, gconstpointer record, GError **error)
{
  if (!limber_change_log_append (db, type, old, record, error))
    return FALSE;
  if (type->after != NULL && !type->after (db, old, record, error))
    return FALSE;
  limber_db_touch (db, type->topic);
  return TRUE;
}

/* The id is taken: fine when it is our own insert that came through before. */
static gboolean
check_retry (LimberDb *db, const LimberRecordType *type, LimberRecord *record, GError **error)
{
  LimberRecord *stored = limber_record_load (db, type, record->id, error);
  gboolean same;

  if (stored == NULL)
    return FALSE;
  same = limber_record_equal (type, stored, record);
  if (same)
    record->version = stored->version;
  else
    g_set_error_literal (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_EXISTS,
                         _ ("There already is such an entry."));
  limber_record_free (type, stored);
  return same;
}

/**
 * limber_record_insert:
 * @record: a record of @type; gets an id when it has none, and its version
 *
 * Adds a row. Adding the same row again is no error. Another row with this id, or one that may be there only
 * once, is %LIMBER_STORE_ERROR_EXISTS; a row that @record refers to and that is not there is
 * %LIMBER_STORE_ERROR_GONE.
 */
gboolean
limber_record_insert (LimberDb *db, const LimberRecordType *type, gpointer record, GError **error)
{
  LimberRecord *base = record;

  if (!check_transaction (db, error))
    return FALSE;
  if (base->id == NULL)
    base->id = g_uuid_string_random ();
  if (type->prepare != NULL)
    type->prepare (record);
  if (!run (db, type, sql_of (db, type)->insert, base, 1, TRUE, error))
    return FALSE;
  if (limber_db_changes (db) == 0)
    return check_retry (db, type, base, error);
  base->version = 1;
  return written (db, type, NULL, record, error);
}

/**
 * limber_record_insert_made_up:
 *
 * Adds a row to a demo clinic without an entry in the change log: nobody wrote it. The caller writes an entry for
 * the client to whom it belongs. Never for what a person says.
 */
gboolean
limber_record_insert_made_up (LimberDb *db, const LimberRecordType *type, gpointer record, GError **error)
{
  LimberRecord *base = record;

  g_return_val_if_fail (base->id != NULL, FALSE);
  if (!check_transaction (db, error))
    return FALSE;
  if (type->prepare != NULL)
    type->prepare (record);
  if (!run (db, type, sql_of (db, type)->insert, base, 1, TRUE, error))
    return FALSE;
  base->version = 1;
  if (type->after != NULL && !type->after (db, NULL, record, error))
    return FALSE;
  limber_db_touch (db, type->topic);
  return TRUE;
}

/* Returns: (transfer full): the row as it stands, when it is still the version that @base was read as. */
static LimberRecord *
load_same_version (LimberDb *db, const LimberRecordType *type, LimberRecord *base, GError **error)
{
  LimberRecord *old = limber_record_load (db, type, base->id, error);

  if (old == NULL || old->version == base->version)
    return old;
  limber_record_free (type, old);
  g_set_error_literal (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CONFLICT,
                       _("Somebody else changed this entry in the meantime."));
  return NULL;
}

/**
 * limber_record_update:
 *
 * Writes what differs from the stored row, which must still be the version of @record
 * (%LIMBER_STORE_ERROR_CONFLICT) and exist (%LIMBER_STORE_ERROR_GONE). Nothing is written when nothing
 * differs.
 */
gboolean
limber_record_update (LimberDb *db, const LimberRecordType *type, gpointer record, GError **error)
{
  LimberRecord *base = record;
  LimberRecord *old;
  gboolean ok;

  if (!check_transaction (db, error))
    return FALSE;
  old = load_same_version (db, type, base, error);
  if (old == NULL)
    return FALSE;
  if (type->prepare != NULL)
    type->prepare (record);
  ok = limber_record_equal (type, old, record);
  if (!ok)
    {
      ok = run (db, type, sql_of (db, type)->update, base, base->version + 1, TRUE, error)
           && written (db, type, old, record, error);
      base->version += ok ? 1 : 0;
    }
  limber_record_free (type, old);
  return ok;
}

/** limber_record_delete: Deletes the row under the same conditions as limber_record_update(). */
gboolean
limber_record_delete (LimberDb *db, const LimberRecordType *type, gpointer record, GError **error)
{
  LimberRecord *old;
  gboolean ok;

  if (!check_transaction (db, error))
    return FALSE;
  old = load_same_version (db, type, record, error);
  if (old == NULL)
    return FALSE;
  ok = run (db, type, sql_of (db, type)->delete, record, 0, FALSE, error)
       && written (db, type, old, NULL, error);
  limber_record_free (type, old);
  return ok;
}
