/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/rebook/rebook-deed.h"

#include "services/rebook/message-language.h"
#include "store/nudge.h"

/* One client as they stood before a deed, and the contact that the deed noted. */
typedef struct {
  LimberClient *client;
  GPtrArray *nudges;
  LimberContact *contact;
} Before;

static void
before_free (gpointer data)
{
  Before *before = data;

  g_clear_pointer (&before->client, limber_client_free);
  g_clear_pointer (&before->nudges, g_ptr_array_unref);
  g_clear_pointer (&before->contact, limber_contact_free);
  g_free (before);
}

/** limber_rebook_deed_new: Returns: (transfer full): a deed on nobody yet. */
LimberRebookDeed *
limber_rebook_deed_new (LimberDate today)
{
  LimberRebookDeed *deed = g_new0 (LimberRebookDeed, 1);

  deed->clients = g_ptr_array_new_with_free_func (g_free);
  deed->today = today;
  return deed;
}

LimberRebookDeed *
limber_rebook_deed_copy (const LimberRebookDeed *deed)
{
  LimberRebookDeed *copy = g_memdup2 (deed, sizeof *deed);

  copy->clients = g_ptr_array_copy (deed->clients, (GCopyFunc) (void (*) (void)) g_strdup, NULL);
  g_ptr_array_set_free_func (copy->clients, g_free);
  copy->contact = deed->contact != NULL ? limber_contact_copy (deed->contact) : NULL;
  copy->language = g_strdup (deed->language);
  return copy;
}

void
limber_rebook_deed_free (LimberRebookDeed *deed)
{
  if (deed == NULL)
    return;
  g_ptr_array_unref (deed->clients);
  limber_contact_free (deed->contact);
  g_free (deed->language);
  g_free (deed);
}

static Before *
remember (LimberDb *db, const char *client_id, GError **error)
{
  Before *before = g_new0 (Before, 1);

  before->client = limber_record_load (db, &limber_client_type, client_id, error);
  before->nudges = before->client != NULL ? limber_nudge_list_open (db, client_id, error) : NULL;
  if (before->nudges != NULL)
    return before;
  before_free (before);
  return NULL;
}

static gboolean
keep_language (LimberDb *db, const char *client_id, const char *language, GError **error)
{
  g_autoptr (LimberClient) client = NULL;

  if (language == NULL)
    return TRUE;
  client = limber_record_load (db, &limber_client_type, client_id, error);
  if (client == NULL || limber_message_language_find (client->language) == limber_message_language_find (language))
    return client != NULL;
  limber_record_set_text (&client->language, language);
  return limber_record_update (db, &limber_client_type, client, error);
}

static gboolean
write_one (LimberDb *db, const LimberRebookDeed *deed, Before *before, GError **error)
{
  const char *client_id = before->client->base.id;

  if (deed->contact == NULL)
    return limber_rebook_answer (db, client_id, deed->answer, deed->today, deed->until, deed->reason, error);
  before->contact = limber_contact_copy (deed->contact);
  limber_record_set_text (&before->contact->base.id, NULL);
  limber_record_set_text (&before->contact->client_id, client_id);
  return keep_language (db, client_id, deed->language, error)
         && limber_rebook_contacted (db, before->contact, deed->today, error);
}

/**
 * limber_rebook_deed_write:
 * @data: a LimberRebookDeed
 *
 * Returns: (transfer full): a GPtrArray for limber_rebook_deed_take_back()
 */
gpointer
limber_rebook_deed_write (LimberDb *db, gpointer data, GError **error)
{
  const LimberRebookDeed *deed = data;
  g_autoptr (GPtrArray) befores = g_ptr_array_new_with_free_func (before_free);

  for (guint i = 0; i < deed->clients->len; i++)
    {
      Before *before = remember (db, deed->clients->pdata[i], error);

      if (before == NULL)
        return NULL;
      g_ptr_array_add (befores, before);
      if (!write_one (db, deed, before, error))
        return NULL;
    }
  return g_steal_pointer (&befores);
}

/* Only what a deed changes is put back: the rest of the client may have been edited since. */
static gboolean
restore_client (LimberDb *db, const LimberClient *before, GError **error)
{
  g_autoptr (LimberClient) client = limber_record_load (db, &limber_client_type, before->base.id, error);

  if (client == NULL)
    return FALSE;
  client->snoozed_until = before->snoozed_until;
  client->paused_on = before->paused_on;
  client->paused_until = before->paused_until;
  client->pause_reason = before->pause_reason;
  client->opted_out = before->opted_out;
  limber_record_set_text (&client->language, before->language);
  return limber_record_update (db, &limber_client_type, client, error);
}

static gboolean
restore_nudge (LimberDb *db, const LimberNudge *before, GError **error)
{
  g_autoptr (LimberNudge) nudge = limber_record_load (db, &limber_nudge_type, before->base.id, error);

  if (nudge == NULL)
    return FALSE;
  nudge->answer = before->answer;
  nudge->answered_at = before->answered_at;
  return limber_record_update (db, &limber_nudge_type, nudge, error);
}

static gboolean
restore (LimberDb *db, Before *before, GError **error)
{
  if (!restore_client (db, before->client, error))
    return FALSE;
  for (guint i = 0; i < before->nudges->len; i++)
    if (!restore_nudge (db, before->nudges->pdata[i], error))
      return FALSE;
  return before->contact == NULL || limber_record_delete (db, &limber_contact_type, before->contact, error);
}

/**
 * limber_rebook_deed_take_back:
 * @data: what limber_rebook_deed_write() gave
 *
 * The opposite act: snooze, pause, opting out and the answers to bubbles stand as they did, the contact is gone.
 *
 * Returns: %NULL
 */
gpointer
limber_rebook_deed_take_back (LimberDb *db, gpointer data, GError **error)
{
  GPtrArray *befores = data;

  for (guint i = 0; i < befores->len; i++)
    if (!restore (db, befores->pdata[i], error))
      return NULL;
  return NULL;
}
