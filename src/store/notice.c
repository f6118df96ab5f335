/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/notice.h"

static const LimberColumn notice_columns[] = {
  LIMBER_INSTANT (LimberNotice, shown_at),
  LIMBER_END,
};

const LimberRecordType limber_notice_type = {
  .table = "notice",
  .size = sizeof (LimberNotice),
  .topic = LIMBER_TOPIC_NUDGE,
  .columns = notice_columns,
  .free_func = (GDestroyNotify) limber_notice_free,
};

/** limber_notice_is_shown: @shown: (out): whether somebody has claimed @id */
gboolean
limber_notice_is_shown (LimberDb *db, const char *id, gboolean *shown, GError **error)
{
  gint64 count = 0;

  if (!limber_db_get_int (db, &count, error, "SELECT count(*) FROM notice WHERE id = $1", "s", id))
    return FALSE;
  *shown = count > 0;
  return TRUE;
}

/**
 * limber_notice_claim:
 * @claimed: (out): %FALSE when another process had it first
 *
 * Makes this notice ours, so that it is shown once. Needs a transaction.
 */
gboolean
limber_notice_claim (LimberDb *db, const char *id, gboolean *claimed, GError **error)
{
  g_autoptr (LimberNotice) notice = limber_notice_new ();
  gboolean shown = FALSE;

  *claimed = FALSE;
  if (!limber_notice_is_shown (db, id, &shown, error))
    return FALSE;
  if (shown)
    return TRUE;
  limber_record_set_text (&notice->base.id, id);
  notice->shown_at = limber_db_now (db);
  *claimed = limber_record_insert (db, &limber_notice_type, notice, error);
  return *claimed;
}

/** limber_notice_release: gives a claim back that nobody could see. Needs a transaction. */
gboolean
limber_notice_release (LimberDb *db, const char *id, GError **error)
{
  g_autoptr (LimberNotice) notice = limber_record_load (db, &limber_notice_type, id, error);

  return notice != NULL && limber_record_delete (db, &limber_notice_type, notice, error);
}
