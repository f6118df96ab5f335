/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/restored.h"

static const LimberColumn restored_columns[] = {
  LIMBER_INSTANT (LimberRestored, made_at),
  LIMBER_INSTANT (LimberRestored, restored_at),
  LIMBER_TEXT (LimberRestored, kept),
  LIMBER_INSTANT (LimberRestored, confirmed_at),
  LIMBER_END,
};

/* With the row everything else has changed too. */
const LimberRecordType limber_restored_type = {
  .table = "restored",
  .size = sizeof (LimberRestored),
  .topic = LIMBER_TOPIC_ALL,
  .columns = restored_columns,
  .free_func = (GDestroyNotify) limber_restored_free,
};

/**
 * limber_restored_load_open:
 *
 * Returns: (transfer full) (nullable): the restore that nobody has confirmed yet; %NULL without an error when there is
 * none
 */
LimberRestored *
limber_restored_load_open (LimberDb *db, GError **error)
{
  return limber_record_find (db, &limber_restored_type, error,
                             "WHERE confirmed_at IS NULL ORDER BY restored_at DESC LIMIT 1", NULL);
}
