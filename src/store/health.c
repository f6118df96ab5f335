/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/health.h"

static const LimberColumn health_item_columns[] = {
  LIMBER_TEXT (LimberHealthItem, client_id),
  LIMBER_ENUM (LimberHealthItem, kind, health_kind),
  LIMBER_ENUM (LimberHealthItem, scope, health_scope),
  LIMBER_ENUM (LimberHealthItem, area, area),
  LIMBER_ENUM (LimberHealthItem, side, side),
  LIMBER_TEXT (LimberHealthItem, text),
  LIMBER_DATE (LimberHealthItem, since),
  LIMBER_DATE (LimberHealthItem, resolved),
  LIMBER_END,
};

const LimberRecordType limber_health_item_type = {
  .table = "health_item",
  .size = sizeof (LimberHealthItem),
  .topic = LIMBER_TOPIC_HEALTH,
  .columns = health_item_columns,
  .free_func = (GDestroyNotify) limber_health_item_free,
  .client_offset = G_STRUCT_OFFSET (LimberHealthItem, client_id),
};

/** limber_health_item_list: Returns: (transfer full): the client's #LimberHealthItem, open ones first, then
 * newest. */
GPtrArray *
limber_health_item_list (LimberDb *db, const char *client_id, GError **error)
{
  return limber_record_select (db, &limber_health_item_type, error,
                               "WHERE client_id = $1 ORDER BY resolved IS NOT NULL, since DESC, id", "s",
                               client_id);
}
