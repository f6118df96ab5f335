/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/codec.h"
#include "store/db/db.h"
#include "store/topics.h"

G_BEGIN_DECLS

/**
 * LimberRecord:
 * @id: a UUID made by the writer, so that a retried insert does no harm; for a new record insert fills it in
 *   when it is %NULL
 * @version: 0 before it is stored, then the version that was read or written last
 *
 * Every struct that mirrors a row begins with this.
 */
typedef struct {
  char *id;
  gint64 version;
} LimberRecord;

typedef enum {
  LIMBER_COLUMN_TEXT,    /* char *, owned */
  LIMBER_COLUMN_INT,     /* int */
  LIMBER_COLUMN_UINT,    /* guint */
  LIMBER_COLUMN_INSTANT, /* gint64, UTC seconds; 0 is NULL */
  LIMBER_COLUMN_BOOL,    /* gboolean */
  LIMBER_COLUMN_DOUBLE,  /* double */
  LIMBER_COLUMN_DATE,    /* LimberDate */
  LIMBER_COLUMN_ENUM,    /* an enumeration, written with @codec */
} LimberColumnKind;

/**
 * LimberColumn:
 * @null_value: for numbers, the value that is stored as NULL when @nullable
 */
typedef struct {
  const char *name;
  LimberColumnKind kind;
  gsize offset;
  const LimberCodec *codec;
  gboolean nullable;
  int null_value;
} LimberColumn;

typedef struct _LimberRecordType LimberRecordType;

/**
 * LimberRecordType:
 * @table: also the name of the entity in the change log
 * @columns: without id and version; ends with a nameless one
 * @is_client: the record is a client itself
 * @client_offset: where the id of the client stands whose record this is; 0 for none
 * @client_sql: finds that client by the text at @parent_offset instead (`$1`)
 * @prepare: (nullable): fills derived fields before a write
 * @after: (nullable): keeps derived rows true, in the same transaction; @record is %NULL after a delete
 *
 * How a struct lies in a table.
 */
struct _LimberRecordType {
  const char *table;
  gsize size;
  guint topic;
  const LimberColumn *columns;
  gboolean is_client;
  gsize client_offset;
  const char *client_sql;
  gsize parent_offset;
  GDestroyNotify free_func;
  void (*prepare) (gpointer record);
  gboolean (*after) (LimberDb *db, gconstpointer old, gconstpointer record, GError **error);
};

#define LIMBER_TEXT(Type, member) { #member, LIMBER_COLUMN_TEXT, G_STRUCT_OFFSET (Type, member) }
#define LIMBER_INT(Type, member) { #member, LIMBER_COLUMN_INT, G_STRUCT_OFFSET (Type, member) }
#define LIMBER_INT_OR(Type, member, null) \
  { #member, LIMBER_COLUMN_INT, G_STRUCT_OFFSET (Type, member), NULL, TRUE, null }
#define LIMBER_UINT(Type, member) { #member, LIMBER_COLUMN_UINT, G_STRUCT_OFFSET (Type, member) }
#define LIMBER_INSTANT(Type, member) { #member, LIMBER_COLUMN_INSTANT, G_STRUCT_OFFSET (Type, member) }
#define LIMBER_BOOL(Type, member) { #member, LIMBER_COLUMN_BOOL, G_STRUCT_OFFSET (Type, member) }
#define LIMBER_DOUBLE_OR(Type, member, null) \
  { #member, LIMBER_COLUMN_DOUBLE, G_STRUCT_OFFSET (Type, member), NULL, TRUE, null }
#define LIMBER_DATE(Type, member) { #member, LIMBER_COLUMN_DATE, G_STRUCT_OFFSET (Type, member) }
#define LIMBER_ENUM(Type, member, name) \
  { #member, LIMBER_COLUMN_ENUM, G_STRUCT_OFFSET (Type, member), &limber_codec_##name }
#define LIMBER_END { NULL }

/* Declares NAME_free() and g_autoptr (Type) for a record struct. */
#define LIMBER_DECLARE_RECORD(Type, name)                                                                              \
  extern const LimberRecordType limber_##name##_type;                                                                  \
  static inline G_GNUC_UNUSED Type *limber_##name##_new (void)                                                         \
  {                                                                                                                    \
    return limber_record_new (&limber_##name##_type);                                                                  \
  }                                                                                                                    \
  static inline G_GNUC_UNUSED void limber_##name##_free (Type *record)                                                 \
  {                                                                                                                    \
    limber_record_free (&limber_##name##_type, record);                                                                \
  }                                                                                                                    \
  static inline G_GNUC_UNUSED Type *limber_##name##_copy (const Type *record)                                          \
  {                                                                                                                    \
    return limber_record_copy (&limber_##name##_type, record);                                                         \
  }                                                                                                                    \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, limber_##name##_free)

gpointer limber_record_new (const LimberRecordType *type);
void     limber_record_free (const LimberRecordType *type, gpointer record);
gpointer limber_record_copy (const LimberRecordType *type, gconstpointer record);
gpointer limber_record_merge (const LimberRecordType *type, gconstpointer mine, gconstpointer seen,
                              gconstpointer theirs);
gboolean limber_record_equal (const LimberRecordType *type, gconstpointer a, gconstpointer b);
void     limber_record_set_text (char **field, const char *text);

const char *limber_record_columns (LimberDb *db, const LimberRecordType *type);
gpointer    limber_record_from_stmt (const LimberRecordType *type, LimberStmt *stmt, int first_column);
gpointer    limber_record_load (LimberDb *db, const LimberRecordType *type, const char *id, GError **error);
gpointer    limber_record_find (LimberDb *db, const LimberRecordType *type, GError **error, const char *tail,
                                const char *types, ...);
GPtrArray  *limber_record_select (LimberDb *db, const LimberRecordType *type, GError **error, const char *tail,
                                  const char *types, ...);

gboolean limber_record_insert (LimberDb *db, const LimberRecordType *type, gpointer record, GError **error);
gboolean limber_record_update (LimberDb *db, const LimberRecordType *type, gpointer record, GError **error);
gboolean limber_record_delete (LimberDb *db, const LimberRecordType *type, gpointer record, GError **error);

G_END_DECLS
