/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/health-news.h"

/**
 * limber_health_news:
 * @since: UTC seconds
 *
 * Returns: (transfer full) (element-type LimberHealthItem): the client's items, resolved ones too, that somebody
 *   added or changed after @since
 */
GPtrArray *
limber_health_news (LimberDb *db, const char *client_id, gint64 since, GError **error)
{
  return limber_record_select (db, &limber_health_item_type, error,
                               "WHERE client_id = $1 AND id IN (SELECT entity_id FROM change_log"
                               " WHERE client_id = $1 AND entity = 'health_item' AND at > $2)"
                               " ORDER BY kind, since, id",
                               "si", client_id, since);
}
