/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "store/db/db.h"

G_BEGIN_DECLS

/* "LIMB" in the header of the file. */
#define LIMBER_DB_APPLICATION_ID 0x4c494d42

#define LIMBER_DB_BUSY_MS 5000

struct _LimberDb {
  sqlite3 *handle;
  char *path;
  GHashTable *statements;   /* SQL → idle LimberStmt */
  GHashTable *record_sql;   /* LimberRecordType → its generated SQL, owned by record.c */
  char *actor_id;
  char *actor_name;
  LimberNowFunc now;
  gpointer now_data;
  guint touched;
  gboolean in_transaction;
  guint8 random[256];       /* salts, read in bulk */
  gsize random_left;
};

struct _LimberStmt {
  LimberDb *db;
  sqlite3_stmt *handle;
  char *sql;
  int bind_result;
  gboolean done;
  guint8 indices[64]; /* of the parameters by their numbers; 0 while not looked up */
};

void     limber_db_set_error (GError **error, int code, sqlite3 *handle);
gboolean limber_db_pragma (LimberDb *db, const char *sql, GError **error);
gboolean limber_db_random (LimberDb *db, guint8 *bytes, gsize n_bytes, GError **error);
gboolean limber_db_check_header (LimberDb *db, gint64 *version, GError **error);
LimberDb *limber_db_connect (const char *path, int flags, GError **error);
gboolean  limber_backup_copy_pages (LimberDb *from, LimberDb *to, GCancellable *cancellable, GError **error);

G_END_DECLS
