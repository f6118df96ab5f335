/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/message-template.h"

static const LimberColumn message_template_columns[] = {
  LIMBER_ENUM (LimberMessageTemplate, channel, contact_channel),
  LIMBER_TEXT (LimberMessageTemplate, language),
  LIMBER_TEXT (LimberMessageTemplate, subject),
  LIMBER_TEXT (LimberMessageTemplate, body),
  LIMBER_END,
};

const LimberRecordType limber_message_template_type = {
  .table = "message_template",
  .size = sizeof (LimberMessageTemplate),
  .topic = LIMBER_TOPIC_SETTINGS,
  .columns = message_template_columns,
  .free_func = (GDestroyNotify) limber_message_template_free,
};

/** limber_message_template_find: Returns: (transfer full) (nullable): the clinic's words; %NULL without @error when
 * it has none of its own. */
LimberMessageTemplate *
limber_message_template_find (LimberDb *db, LimberContactChannel channel, const char *language, GError **error)
{
  return limber_record_find (db, &limber_message_template_type, error, "WHERE channel = $1 AND language = $2", "ss",
                             limber_contact_channel_id (channel), language);
}

/** limber_message_template_save: puts @words in the place of what the clinic had. In a transaction. */
gboolean
limber_message_template_save (LimberDb *db, LimberMessageTemplate *words, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (LimberMessageTemplate) old = limber_message_template_find (db, words->channel, words->language, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (old == NULL)
    return limber_record_insert (db, &limber_message_template_type, words, error);
  limber_record_set_text (&old->subject, words->subject);
  limber_record_set_text (&old->body, words->body);
  return limber_record_update (db, &limber_message_template_type, old, error);
}

/** limber_message_template_remove: the words that come with the program hold again. In a transaction. */
gboolean
limber_message_template_remove (LimberDb *db, LimberContactChannel channel, const char *language, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (LimberMessageTemplate) old = limber_message_template_find (db, channel, language, &local);

  if (old != NULL)
    return limber_record_delete (db, &limber_message_template_type, old, error);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
