/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "domain/date.h"
#include "store/error.h"

G_BEGIN_DECLS

/**
 * LimberDb:
 *
 * One connection to one database file, used by one thread at a time.
 */
typedef struct _LimberDb LimberDb;

/** LimberStmt: a running query. Free it before the transaction ends; the compiled form stays cached. */
typedef struct _LimberStmt LimberStmt;

/**
 * LimberDbMode:
 * @LIMBER_DB_READ: the file must exist; nothing can be written
 * @LIMBER_DB_WRITE: the file must exist
 * @LIMBER_DB_CREATE: makes the folder (0700) and the file (0600) when there are none
 *
 * Opening to write brings an older file up to date, after a backup.
 */
typedef enum {
  LIMBER_DB_READ,
  LIMBER_DB_WRITE,
  LIMBER_DB_CREATE,
} LimberDbMode;

/** LimberNowFunc: Returns: the present instant in UTC seconds. May be called on any thread. */
typedef gint64 (*LimberNowFunc) (gpointer data);

LimberDb   *limber_db_open (const char *path, LimberDbMode mode, GError **error);
void        limber_db_free (LimberDb *db);
const char *limber_db_path (LimberDb *db);

/* Who writes and when, for the change log; see change-log.h. */
void        limber_db_set_actor (LimberDb *db, const char *staff_id, const char *name);
const char *limber_db_actor_id (LimberDb *db);
const char *limber_db_actor_name (LimberDb *db);
void        limber_db_set_now_func (LimberDb *db, LimberNowFunc func, gpointer data);
gint64      limber_db_now (LimberDb *db);

gboolean limber_db_begin (LimberDb *db, GError **error);
gboolean limber_db_expect_much (LimberDb *db, GError **error);
gboolean limber_db_expect_little (LimberDb *db, GError **error);
gboolean limber_db_begin_read (LimberDb *db, GError **error);
gboolean limber_db_commit (LimberDb *db, GError **error);
void     limber_db_rollback (LimberDb *db);
gboolean limber_db_in_transaction (LimberDb *db);

LimberStmt *limber_db_query (LimberDb *db, GError **error, const char *sql, const char *types, ...);
LimberStmt *limber_db_query_va (LimberDb *db, GError **error, const char *sql, const char *types, va_list arguments);
void        limber_db_shrink (LimberDb *db);
gboolean    limber_db_exec (LimberDb *db, GError **error, const char *sql, const char *types, ...);
gboolean    limber_db_run_script (LimberDb *db, const char *sql, GError **error);
gboolean    limber_db_get_int (LimberDb *db, gint64 *value, GError **error, const char *sql, const char *types,
                               ...);
gint64      limber_db_changes (LimberDb *db);

gboolean    limber_stmt_step (LimberStmt *stmt, GError **error);
gboolean    limber_stmt_is_null (LimberStmt *stmt, int column);
const char *limber_stmt_text (LimberStmt *stmt, int column);
gint64      limber_stmt_int (LimberStmt *stmt, int column);
double      limber_stmt_double (LimberStmt *stmt, int column);
LimberDate  limber_stmt_date (LimberStmt *stmt, int column);
void        limber_stmt_free (LimberStmt *stmt);

/* Binding by number, for callers that build the arguments from a table. $1 is number 1. */
LimberStmt *limber_db_prepare (LimberDb *db, const char *sql, GError **error);
void        limber_stmt_bind_text (LimberStmt *stmt, int number, const char *value);
void        limber_stmt_bind_int (LimberStmt *stmt, int number, gint64 value);
void        limber_stmt_bind_double (LimberStmt *stmt, int number, double value);
void        limber_stmt_bind_date (LimberStmt *stmt, int number, LimberDate value);
void        limber_stmt_bind_null (LimberStmt *stmt, int number);

void limber_db_set_cancellable (LimberDb *db, GCancellable *cancellable);

/* What the transaction touched, and what others did; for the store. */
void     limber_db_touch (LimberDb *db, guint topics);
guint    limber_db_take_touched (LimberDb *db);
gboolean limber_db_data_version (LimberDb *db, gint64 *version, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberDb, limber_db_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberStmt, limber_stmt_free)

G_END_DECLS
