/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/client.h"

#include "store/words.h"

static const LimberColumn client_columns[] = {
  LIMBER_TEXT (LimberClient, name),
  LIMBER_TEXT (LimberClient, sort_key),
  LIMBER_TEXT (LimberClient, phone),
  LIMBER_TEXT (LimberClient, email),
  LIMBER_TEXT (LimberClient, birthday),
  LIMBER_TEXT (LimberClient, sport),
  LIMBER_TEXT (LimberClient, team_id),
  LIMBER_TEXT (LimberClient, notes),
  LIMBER_TEXT (LimberClient, emergency_name),
  LIMBER_TEXT (LimberClient, emergency_phone),
  LIMBER_TEXT (LimberClient, guardian_name),
  LIMBER_TEXT (LimberClient, guardian_phone),
  LIMBER_DATE (LimberClient, consent_on),
  LIMBER_TEXT (LimberClient, consent_by),
  LIMBER_INT_OR (LimberClient, cadence_min, 0),
  LIMBER_INT_OR (LimberClient, cadence_max, 0),
  LIMBER_INT_OR (LimberClient, preferred_minutes, 0),
  LIMBER_TEXT (LimberClient, preferred_staff_id),
  LIMBER_UINT (LimberClient, preferred_weekdays),
  LIMBER_INT (LimberClient, preferred_from),
  LIMBER_INT (LimberClient, preferred_to),
  LIMBER_TEXT (LimberClient, referrer_client_id),
  LIMBER_TEXT (LimberClient, referrer_team_id),
  LIMBER_TEXT (LimberClient, referrer_text),
  LIMBER_BOOL (LimberClient, worries),
  LIMBER_INT_OR (LimberClient, pin_from, 0),
  LIMBER_INT_OR (LimberClient, pin_to, 0),
  LIMBER_TEXT (LimberClient, pin_reason),
  LIMBER_TEXT (LimberClient, language),
  LIMBER_DATE (LimberClient, snoozed_until),
  LIMBER_DATE (LimberClient, paused_on),
  LIMBER_DATE (LimberClient, paused_until),
  LIMBER_ENUM (LimberClient, pause_reason, pause_reason),
  LIMBER_BOOL (LimberClient, opted_out),
  LIMBER_INSTANT (LimberClient, archived_at),
  LIMBER_END,
};

static void
prepare (gpointer record)
{
  LimberClient *client = record;

  g_free (client->sort_key);
  client->sort_key = limber_words_sort_key (client->name);
}

static GHashTable *
words_of (const LimberClient *client)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  limber_words_add_text (words, client->name);
  limber_words_add_text (words, client->email);
  limber_words_add_phone (words, client->phone);
  return words;
}

static gboolean
has_same_words (const LimberClient *a, const LimberClient *b)
{
  return g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->email, b->email) == 0
         && g_strcmp0 (a->phone, b->phone) == 0;
}

static gboolean
add_words (LimberDb *db, const LimberClient *client, GError **error)
{
  g_autoptr (GHashTable) words = words_of (client);
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (!limber_db_exec (db, error, "INSERT INTO search_word (word, client_id) VALUES ($1, $2)", "ss", word,
                         client->base.id))
      return FALSE;
  return TRUE;
}

/* Keeps the words that a search looks for true by construction. */
static gboolean
after (LimberDb *db, gconstpointer old, gconstpointer record, GError **error)
{
  const LimberClient *before = old, *client = record;

  if (client == NULL || (before != NULL && has_same_words (before, client)))
    return TRUE;
  if (before != NULL
      && !limber_db_exec (db, error, "DELETE FROM search_word WHERE client_id = $1", "s", client->base.id))
    return FALSE;
  return add_words (db, client, error);
}

const LimberRecordType limber_client_type = {
  .table = "client",
  .size = sizeof (LimberClient),
  .topic = LIMBER_TOPIC_CLIENT,
  .columns = client_columns,
  .free_func = (GDestroyNotify) limber_client_free,
  .is_client = TRUE,
  .prepare = prepare,
  .after = after,
};

static gboolean
set_archived_at (LimberDb *db, const char *id, gint64 at, GError **error)
{
  g_autoptr (LimberClient) client = limber_record_load (db, &limber_client_type, id, error);

  if (client == NULL)
    return FALSE;
  if ((client->archived_at != 0) == (at != 0))
    return TRUE;
  client->archived_at = at;
  return limber_record_update (db, &limber_client_type, client, error);
}

/** limber_client_archive: Takes the client out of daily work; nothing is deleted. Inside a transaction. */
gboolean
limber_client_archive (LimberDb *db, const char *id, GError **error)
{
  return set_archived_at (db, id, limber_db_now (db), error);
}

/** limber_client_unarchive: The opposite of limber_client_archive(). */
gboolean
limber_client_unarchive (LimberDb *db, const char *id, GError **error)
{
  return set_archived_at (db, id, 0, error);
}

/* Two numbers are the same when their digits are. */
static gboolean
is_same_phone (const char *a, const char *b)
{
  g_autofree char *digits_a = a != NULL ? limber_words_phone (a) : NULL;
  g_autofree char *digits_b = b != NULL ? limber_words_phone (b) : NULL;

  return digits_a != NULL && g_strcmp0 (digits_a, digits_b) == 0;
}

static gboolean
is_same_email (const char *a, const char *b)
{
  return a != NULL && b != NULL && *a != '\0' && g_ascii_strcasecmp (a, b) == 0;
}

/**
 * limber_client_find_same:
 *
 * Returns: (transfer full): the #LimberClient, archived ones too, with this name and this phone number or
 * e-mail address, whatever the case
 */
GPtrArray *
limber_client_find_same (LimberDb *db, const char *name, const char *phone, const char *email, GError **error)
{
  g_autofree char *key = limber_words_sort_key (name);
  GPtrArray *clients = limber_record_select (db, &limber_client_type, error,
                                             "WHERE sort_key = $1 ORDER BY number", "s", key);

  for (guint i = clients != NULL ? clients->len : 0; i > 0; i--)
    {
      LimberClient *client = clients->pdata[i - 1];

      if (!is_same_phone (client->phone, phone) && !is_same_email (client->email, email))
        g_ptr_array_remove_index (clients, i - 1);
    }
  return clients;
}
