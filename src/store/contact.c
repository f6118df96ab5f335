/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/contact.h"

static const LimberColumn contact_columns[] = {
  LIMBER_TEXT (LimberContact, client_id),
  LIMBER_INSTANT (LimberContact, at),
  LIMBER_TEXT (LimberContact, staff_id),
  LIMBER_ENUM (LimberContact, channel, contact_channel),
  LIMBER_ENUM (LimberContact, outcome, contact_outcome),
  LIMBER_TEXT (LimberContact, text),
  LIMBER_DATE (LimberContact, until),
  LIMBER_END,
};

const LimberRecordType limber_contact_type = {
  .table = "contact",
  .size = sizeof (LimberContact),
  .topic = LIMBER_TOPIC_CONTACT,
  .columns = contact_columns,
  .free_func = (GDestroyNotify) limber_contact_free,
  .client_offset = G_STRUCT_OFFSET (LimberContact, client_id),
};

/** limber_contact_last: Returns: (transfer full) (nullable): the newest one; %NULL without @error when there
 * is none. */
LimberContact *
limber_contact_last (LimberDb *db, const char *client_id, GError **error)
{
  return limber_record_find (db, &limber_contact_type, error, "WHERE client_id = $1 ORDER BY at DESC LIMIT 1",
                             "s", client_id);
}
