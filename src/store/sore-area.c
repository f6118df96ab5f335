/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/sore-area.h"

#include "store/race.h"

static const LimberColumn sore_area_columns[] = {
  LIMBER_TEXT (LimberSoreArea, client_id),
  LIMBER_TEXT (LimberSoreArea, entry_id),
  LIMBER_DATE (LimberSoreArea, said_on),
  LIMBER_ENUM (LimberSoreArea, area, area),
  LIMBER_ENUM (LimberSoreArea, side, side),
  LIMBER_INT (LimberSoreArea, score),
  LIMBER_END,
};

const LimberRecordType limber_sore_area_type = {
  .table = "sore_area",
  .size = sizeof (LimberSoreArea),
  .topic = LIMBER_TOPIC_RACE,
  .columns = sore_area_columns,
  .free_func = (GDestroyNotify) limber_sore_area_free,
  .client_offset = G_STRUCT_OFFSET (LimberSoreArea, client_id),
};

/**
 * limber_sore_area_between:
 *
 * Returns: (transfer full) (element-type LimberSoreArea): what was said from @from to @to, both included: the newest
 *   race first, of it the worst area first
 */
GPtrArray *
limber_sore_area_between (LimberDb *db, const char *client_id, LimberDate from, LimberDate to, GError **error)
{
  return limber_record_select (db, &limber_sore_area_type, error,
                               "WHERE client_id = $1 AND said_on >= $2 AND said_on <= $3 "
                               "ORDER BY said_on DESC, score DESC, area, side",
                               "sdd", client_id, from, to);
}

static gboolean
delete_all (LimberDb *db, const char *entry_id, GError **error)
{
  g_autoptr (GPtrArray) old = limber_record_select (db, &limber_sore_area_type, error, "WHERE entry_id = $1", "s",
                                                    entry_id);

  for (guint i = 0; old != NULL && i < old->len; i++)
    if (!limber_record_delete (db, &limber_sore_area_type, old->pdata[i], error))
      return FALSE;
  return old != NULL;
}

/**
 * limber_sore_area_replace:
 * @areas: (element-type LimberSoreArea): area, side and score; the rest is filled in
 * @said_on: none to take back what was said
 *
 * Keeps where it hurts after the race of @entry_id, in place of what was said before.
 */
gboolean
limber_sore_area_replace (LimberDb *db, const char *entry_id, GPtrArray *areas, LimberDate said_on, GError **error)
{
  g_autoptr (LimberRaceEntry) entry = limber_record_load (db, &limber_race_entry_type, entry_id, error);

  if (entry == NULL || !delete_all (db, entry_id, error))
    return FALSE;
  entry->areas_asked_on = said_on;
  for (guint i = 0; i < areas->len; i++)
    {
      LimberSoreArea *area = areas->pdata[i];

      limber_record_set_text (&area->client_id, entry->client_id);
      limber_record_set_text (&area->entry_id, entry_id);
      area->said_on = said_on;
      if (!limber_record_insert (db, &limber_sore_area_type, area, error))
        return FALSE;
    }
  return limber_record_update (db, &limber_race_entry_type, entry, error);
}
