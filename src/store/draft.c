/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/draft.h"

/** limber_draft_free: @draft: (nullable) */
void
limber_draft_free (LimberDraft *draft)
{
  if (draft == NULL)
    return;
  g_free (draft->form);
  g_free (draft->subject);
  g_free (draft->client_id);
  g_free (draft->client_name);
  g_free (draft);
}

static const char *
owner_of (LimberDb *db)
{
  const char *staff_id = limber_db_actor_id (db);

  return staff_id != NULL ? staff_id : "";
}

/**
 * limber_draft_write:
 * @fields: (element-type utf8 utf8): what differs from what is saved; when empty, nothing is kept
 *
 * Replaces what was kept of this form. Needs a transaction.
 */
gboolean
limber_draft_write (LimberDb *db, const LimberDraft *draft, GHashTable *fields, GError **error)
{
  GHashTableIter iter;
  gpointer field, value;

  if (!limber_db_exec (db, error, "DELETE FROM draft WHERE owner = $1 AND form = $2 AND subject = $3", "sss",
                       owner_of (db), draft->form, draft->subject))
    return FALSE;
  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &field, &value))
    if (!limber_db_exec (db, error,
                         "INSERT INTO draft (owner, form, subject, field, value, client_id, saved_at) "
                         "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                         "ssssssi", owner_of (db), draft->form, draft->subject, (const char *) field,
                         (const char *) value, draft->client_id, limber_db_now (db)))
      return FALSE;
  return TRUE;
}

/** limber_draft_read: Returns: (transfer full) (element-type utf8 utf8): the kept fields, empty when there are none. */
GHashTable *
limber_draft_read (LimberDb *db, const char *form, const char *subject, GError **error)
{
  g_autoptr (GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (LimberStmt) stmt
    = limber_db_query (db, error, "SELECT field, value FROM draft WHERE owner = $1 AND form = $2 AND subject = $3",
                       "sss", owner_of (db), form, subject);
  GError *local_error = NULL;

  if (stmt == NULL)
    return NULL;
  while (limber_stmt_step (stmt, &local_error))
    g_hash_table_insert (fields, g_strdup (limber_stmt_text (stmt, 0)), g_strdup (limber_stmt_text (stmt, 1)));
  if (local_error == NULL)
    return g_steal_pointer (&fields);
  g_propagate_error (error, local_error);
  return NULL;
}

/** limber_draft_list: Returns: (transfer full) (element-type LimberDraft): the forms with kept words, newest first. */
GPtrArray *
limber_draft_list (LimberDb *db, GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_draft_free);
  g_autoptr (LimberStmt) stmt
    = limber_db_query (db, error,
                       "SELECT draft.form, draft.subject, client.id, client.name FROM draft "
                       "LEFT JOIN client ON client.id = draft.client_id WHERE draft.owner = $1 "
                       "GROUP BY draft.form, draft.subject, client.id, client.name ORDER BY max(draft.saved_at) DESC",
                       "s", owner_of (db));
  GError *local_error = NULL;

  if (stmt == NULL)
    return NULL;
  while (limber_stmt_step (stmt, &local_error))
    {
      LimberDraft *draft = g_new0 (LimberDraft, 1);

      draft->form = g_strdup (limber_stmt_text (stmt, 0));
      draft->subject = g_strdup (limber_stmt_text (stmt, 1));
      draft->client_id = g_strdup (limber_stmt_text (stmt, 2));
      draft->client_name = g_strdup (limber_stmt_text (stmt, 3));
      g_ptr_array_add (drafts, draft);
    }
  if (local_error == NULL)
    return g_steal_pointer (&drafts);
  g_propagate_error (error, local_error);
  return NULL;
}
