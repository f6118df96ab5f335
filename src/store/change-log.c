/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/change-log.h"

#include "store/db/db-private.h"
#include "store/record-private.h"

/*
 * DESIGN
 *
 * Every write of a record adds one row to change_log, inside the same transaction: who, when, which row, and
 * the SHA-256 of a random salt and the payload. The payload, what changed from what to what, and the salt
 * stand in change_payload. A chain over the digests can prove that nothing was altered even after the payload
 * of an erased client is deleted, and without the salt the digest gives nothing away about short texts.
 */

#define SALT_BYTES 16

static char *
make_payload (const LimberRecordType *type, gconstpointer old, gconstpointer record)
{
  g_autoptr (GString) json = g_string_sized_new (256);
  gconstpointer empty = limber_record_new (type);
  gconstpointer before = old != NULL ? old : empty, after = record != NULL ? record : empty;

  g_string_append_c (json, '{');
  for (const LimberColumn *column = type->columns; column->name != NULL; column++)
    if (!limber_column_equal (column, before, after))
      {
        g_string_append_printf (json, "%s\"%s\":[", json->len > 1 ? "," : "", column->name);
        limber_column_append_json (column, before, json);
        g_string_append_c (json, ',');
        limber_column_append_json (column, after, json);
        g_string_append_c (json, ']');
      }
  g_string_append_c (json, '}');
  limber_record_free (type, (gpointer) empty);
  return g_string_free (g_steal_pointer (&json), FALSE);
}

static char *
make_salt (LimberDb *db, GError **error)
{
  guint8 bytes[SALT_BYTES];
  GString *salt;

  if (!limber_db_random (db, bytes, sizeof bytes, error))
    return NULL;
  salt = g_string_sized_new (2 * SALT_BYTES);
  for (guint i = 0; i < SALT_BYTES; i++)
    g_string_append_printf (salt, "%02x", bytes[i]);
  return g_string_free (salt, FALSE);
}

static char *
make_digest (const char *salt, const char *payload)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) salt, -1);
  g_checksum_update (checksum, (const guchar *) payload, -1);
  return g_strdup (g_checksum_get_string (checksum));
}

/* Returns: (transfer full) (nullable): the client whose record this is. */
static char *
client_of (LimberDb *db, const LimberRecordType *type, gconstpointer record)
{
  g_autoptr (LimberStmt) stmt = NULL;

  if (type->is_client)
    return g_strdup (((const LimberRecord *) record)->id);
  if (type->client_offset != 0)
    return g_strdup (G_STRUCT_MEMBER (char *, record, type->client_offset));
  if (type->client_sql == NULL)
    return NULL;
  stmt = limber_db_query (db, NULL, type->client_sql, "s",
                          G_STRUCT_MEMBER (char *, record, type->parent_offset));
  return stmt != NULL && limber_stmt_step (stmt, NULL) ? g_strdup (limber_stmt_text (stmt, 0)) : NULL;
}

static const char *
action_of (gconstpointer old, gconstpointer record)
{
  if (old == NULL)
    return "insert";
  return record != NULL ? "update" : "delete";
}

/** limber_change_log_append: Notes the change of one row from @old to @record; either may be %NULL. */
gboolean
limber_change_log_append (LimberDb *db, const LimberRecordType *type, gconstpointer old, gconstpointer record,
                          GError **error)
{
  const LimberRecord *base = record != NULL ? record : old;
  g_autofree char *payload = make_payload (type, old, record);
  g_autofree char *salt = make_salt (db, error);
  g_autofree char *digest = salt != NULL ? make_digest (salt, payload) : NULL;
  g_autofree char *client = client_of (db, type, base);

  if (digest == NULL)
    return FALSE;
  return limber_db_exec (
             db, error,
             "INSERT INTO change_log (at, actor_id, actor_name, entity, entity_id, client_id, action, "
             "digest) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
             "isssssss", limber_db_now (db), db->actor_id, db->actor_name, type->table, base->id, client,
             action_of (old, record), digest)
         && limber_db_exec (db, error, "INSERT INTO change_payload (seq, salt, payload) VALUES ($1, $2, $3)",
                            "iss", (gint64)sqlite3_last_insert_rowid (db->handle), salt, payload);
}

void
limber_change_free (LimberChange *change)
{
  if (change == NULL)
    return;
  g_free (change->actor_id);
  g_free (change->actor_name);
  g_free (change->entity);
  g_free (change->entity_id);
  g_free (change->client_id);
  g_free (change->action);
  g_free (change->digest);
  g_free (change->payload);
  g_free (change);
}

#define CHANGE_COLUMNS                                                                                       \
  "change_log.seq, at, actor_id, actor_name, entity, entity_id, client_id, action, digest, payload "        \
  "FROM change_log LEFT JOIN change_payload ON change_payload.seq = change_log.seq "

static LimberChange *
change_from_stmt (LimberStmt *stmt)
{
  LimberChange *change = g_new0 (LimberChange, 1);

  change->seq = limber_stmt_int (stmt, 0);
  change->at = limber_stmt_int (stmt, 1);
  change->actor_id = g_strdup (limber_stmt_text (stmt, 2));
  change->actor_name = g_strdup (limber_stmt_text (stmt, 3));
  change->entity = g_strdup (limber_stmt_text (stmt, 4));
  change->entity_id = g_strdup (limber_stmt_text (stmt, 5));
  change->client_id = g_strdup (limber_stmt_text (stmt, 6));
  change->action = g_strdup (limber_stmt_text (stmt, 7));
  change->digest = g_strdup (limber_stmt_text (stmt, 8));
  change->payload = g_strdup (limber_stmt_text (stmt, 9));
  return change;
}

static GPtrArray *
collect (LimberStmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_change_free);
  GError *local = NULL;

  if (stmt == NULL)
    return NULL;
  while (limber_stmt_step (stmt, &local))
    g_ptr_array_add (changes, change_from_stmt (stmt));
  if (local == NULL)
    return g_steal_pointer (&changes);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * limber_change_log_of_client:
 * @before_seq: only older entries, 0 for the newest
 *
 * A session that was moved away stands in both records: an entry belongs to the client it led to, and its payload
 * begins with the one it came from.
 *
 * Returns: (transfer full): up to @limit #LimberChange about this client, newest first
 */
GPtrArray *
limber_change_log_of_client (LimberDb *db,
                             const char *client_id,
                             gint64 before_seq,
                             int limit,
                             GError **error)
{
  g_autoptr (LimberStmt) stmt = NULL;

  stmt = limber_db_query (db, error,
                          "SELECT " CHANGE_COLUMNS "WHERE ($2 = 0 OR change_log.seq < $2) AND change_log.seq IN "
                          "(SELECT seq FROM change_log WHERE client_id = $1 UNION ALL SELECT moved.seq "
                          "FROM change_log AS begun JOIN change_log AS moved ON moved.entity_id = begun.entity_id "
                          "JOIN change_payload ON change_payload.seq = moved.seq WHERE begun.client_id = $1 "
                          "AND begun.entity = 'session' AND begun.action = 'insert' AND moved.action = 'update' "
                          "AND moved.client_id <> $1 AND payload LIKE '{\"client_id\":[\"' || $1 || '\",%') "
                          "ORDER BY change_log.seq DESC LIMIT $3",
                          "sii", client_id, before_seq, (gint64) limit);
  return collect (stmt, error);
}

/** limber_change_log_of_entity: Returns: (transfer full): up to @limit changes of one row, newest first. */
GPtrArray *
limber_change_log_of_entity (LimberDb *db,
                             const char *entity,
                             const char *entity_id,
                             int limit,
                             GError **error)
{
  g_autoptr (LimberStmt) stmt = NULL;

  stmt = limber_db_query (db, error,
                          "SELECT " CHANGE_COLUMNS "WHERE entity_id = $1 AND entity = $2 "
                          "ORDER BY change_log.seq DESC LIMIT $3",
                          "ssi", entity_id, entity, (gint64) limit);
  return collect (stmt, error);
}

/**
 * limber_change_log_verify:
 * @n_changes: (out) (optional): how many entries there are
 * @wrong_seq: (out): the first entry whose payload does not fit its digest, else 0
 *
 * Reads the whole log; not for the way to the first frame.
 */
gboolean
limber_change_log_verify (LimberDb *db, gint64 *n_changes, gint64 *wrong_seq, GError **error)
{
  g_autoptr (LimberStmt) stmt = NULL;
  GError *local = NULL;

  *wrong_seq = 0;
  if (n_changes != NULL
      && !limber_db_get_int (db, n_changes, error, "SELECT count(*) FROM change_log", NULL))
    return FALSE;
  stmt
      = limber_db_query (db, error,
                         "SELECT change_log.seq, digest, salt, payload FROM change_log "
                         "JOIN change_payload ON change_payload.seq = change_log.seq ORDER BY change_log.seq",
                         NULL);
  if (stmt == NULL)
    return FALSE;
  while (*wrong_seq == 0 && limber_stmt_step (stmt, &local))
    {
      g_autofree char *digest = make_digest (limber_stmt_text (stmt, 2), limber_stmt_text (stmt, 3));

      if (g_strcmp0 (digest, limber_stmt_text (stmt, 1)) != 0)
        *wrong_seq = limber_stmt_int (stmt, 0);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/** limber_change_log_last: @seq becomes the number of the newest entry, 0 when there is none. */
gboolean
limber_change_log_last (LimberDb *db, gint64 *seq, GError **error)
{
  *seq = 0;
  return limber_db_get_int (db, seq, error, "SELECT max(seq) FROM change_log", NULL);
}

static const struct {
  const char *entity;
  guint topic;
} topics_of[] = {
  { "settings", LIMBER_TOPIC_SETTINGS },
  { "staff", LIMBER_TOPIC_STAFF },
  { "team", LIMBER_TOPIC_TEAM },
  { "client", LIMBER_TOPIC_CLIENT },
  { "health_item", LIMBER_TOPIC_HEALTH },
  { "appointment", LIMBER_TOPIC_APPOINTMENT },
  { "blocked_time", LIMBER_TOPIC_WORKING_TIME },
  { "working_hours", LIMBER_TOPIC_WORKING_TIME },
  { "day_hours", LIMBER_TOPIC_WORKING_TIME },
  { "weekly_block", LIMBER_TOPIC_WORKING_TIME },
  { "waiting", LIMBER_TOPIC_WAITING },
  { "session", LIMBER_TOPIC_SESSION },
  { "session_pause", LIMBER_TOPIC_SESSION },
  { "finding", LIMBER_TOPIC_FINDING },
  { "rom", LIMBER_TOPIC_ROM },
  { "race", LIMBER_TOPIC_RACE },
  { "race_entry", LIMBER_TOPIC_RACE },
  { "nudge", LIMBER_TOPIC_NUDGE },
  { "contact", LIMBER_TOPIC_CONTACT },
  { "message_template", LIMBER_TOPIC_SETTINGS },
  { "notice", LIMBER_TOPIC_NUDGE },
};

static guint
topic_of (const char *entity)
{
  for (guint i = 0; i < G_N_ELEMENTS (topics_of); i++)
    if (g_strcmp0 (topics_of[i].entity, entity) == 0)
      return topics_of[i].topic;
  return LIMBER_TOPIC_ALL;
}

/** limber_change_log_topics_since: @topics becomes what was changed after entry @seq, as #LimberTopic. */
gboolean
limber_change_log_topics_since (LimberDb *db, gint64 seq, guint *topics, GError **error)
{
  g_autoptr (LimberStmt) stmt = NULL;
  GError *local = NULL;

  *topics = 0;
  stmt = limber_db_query (db, error, "SELECT DISTINCT entity FROM change_log WHERE seq > $1", "i", seq);
  if (stmt == NULL)
    return FALSE;
  while (limber_stmt_step (stmt, &local))
    *topics |= topic_of (limber_stmt_text (stmt, 0));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}
