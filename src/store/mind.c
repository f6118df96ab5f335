/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/mind.h"

#include "store/client.h"

static const LimberColumn mind_columns[] = {
  LIMBER_TEXT (LimberMind, client_id),
  LIMBER_DATE (LimberMind, said_on),
  LIMBER_INT (LimberMind, worry),
  LIMBER_INT (LimberMind, confidence),
  LIMBER_TEXT (LimberMind, text),
  LIMBER_END,
};

const LimberRecordType limber_mind_type = {
  .table = "mind",
  .size = sizeof (LimberMind),
  .topic = LIMBER_TOPIC_CLIENT,
  .columns = mind_columns,
  .free_func = (GDestroyNotify) limber_mind_free,
  .client_offset = G_STRUCT_OFFSET (LimberMind, client_id),
};

void
limber_mind_note_free (LimberMindNote *note)
{
  limber_mind_free (note->mind);
  g_free (note);
}

/** limber_mind_list: Returns: (transfer full) (element-type LimberMind): of one client, the newest first */
GPtrArray *
limber_mind_list (LimberDb *db, const char *client_id, GError **error)
{
  return limber_record_select (db, &limber_mind_type, error, "WHERE client_id = $1 ORDER BY said_on DESC, id", "s",
                               client_id);
}

/** limber_mind_keep: @note: (type LimberMindNote): kept together with what it means for the client's window. */
gpointer
limber_mind_keep (LimberDb *db, gpointer note, GError **error)
{
  LimberMindNote *kept = note;
  g_autoptr (LimberClient) client = limber_record_load (db, &limber_client_type, kept->mind->client_id, error);

  if (client == NULL || !limber_record_insert (db, &limber_mind_type, kept->mind, error))
    return NULL;
  if (client->worries != kept->worries)
    {
      client->worries = kept->worries;
      limber_record_update (db, &limber_client_type, client, error);
    }
  return NULL;
}
