/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/nudge.h"

static const LimberColumn nudge_columns[] = {
  LIMBER_TEXT (LimberNudge, client_id),
  LIMBER_DATE (LimberNudge, cycle_on),
  LIMBER_INT (LimberNudge, round),
  LIMBER_INT (LimberNudge, number),
  LIMBER_INSTANT (LimberNudge, due_at),
  LIMBER_INSTANT (LimberNudge, claimed_at),
  LIMBER_INSTANT (LimberNudge, shown_at),
  LIMBER_ENUM (LimberNudge, answer, nudge_answer),
  LIMBER_INSTANT (LimberNudge, answered_at),
  LIMBER_END,
};

const LimberRecordType limber_nudge_type = {
  .table = "nudge",
  .size = sizeof (LimberNudge),
  .topic = LIMBER_TOPIC_NUDGE,
  .columns = nudge_columns,
  .free_func = (GDestroyNotify) limber_nudge_free,
  .client_offset = G_STRUCT_OFFSET (LimberNudge, client_id),
};

/**
 * limber_nudge_count_answered:
 * @today: @today_at: the day and its first instant
 * @count: (out): 1 when the nudge needs no bubble any more: it was answered, its client is booked, paused,
 * archived or gone, or was here since
 */
gboolean
limber_nudge_count_answered (LimberDb *db,
                             const char *nudge_id,
                             LimberDate today,
                             gint64 today_at,
                             gint64 *count,
                             GError **error)
{
  return limber_db_get_int (
      db, count, error,
      "SELECT count(*) FROM nudge n JOIN client c ON c.id = n.client_id WHERE n.id = $1 "
      "AND (n.answered_at IS NOT NULL OR c.archived_at IS NOT NULL OR c.opted_out <> 0 "
      "OR (c.paused_on IS NOT NULL AND coalesce (c.paused_until, $3) >= $3) "
      "OR EXISTS (SELECT 1 FROM session s WHERE s.client_id = n.client_id AND s.state = 'completed' "
      "AND s.date > n.cycle_on) "
      "OR EXISTS (SELECT 1 FROM appointment a WHERE a.client_id = n.client_id "
      "AND a.start_at >= $2 AND a.status IN ('booked', 'confirmed', 'arrived', 'in-session')))",
      "sid", nudge_id, today_at, today);
}

/** limber_nudge_list_open: Returns: (transfer full): the client's #LimberNudge that nobody answered yet. */
GPtrArray *
limber_nudge_list_open (LimberDb *db, const char *client_id, GError **error)
{
  return limber_record_select (db, &limber_nudge_type, error, "WHERE client_id = $1 AND answered_at IS NULL",
                               "s", client_id);
}

/** limber_nudge_list_between: Returns: (transfer full): the client's #LimberNudge shown from @from until before @to. */
GPtrArray *
limber_nudge_list_between (LimberDb *db, const char *client_id, gint64 from, gint64 to, GError **error)
{
  return limber_record_select (db, &limber_nudge_type, error,
                               "WHERE client_id = $1 AND shown_at >= $2 AND shown_at < $3", "sii", client_id, from, to);
}

/**
 * limber_nudge_answer_open:
 *
 * Writes @answer to every nudge of the client that nobody answered yet: the bubbles that still wait have it now.
 * Needs a transaction, the one of whatever the answer is.
 */
gboolean
limber_nudge_answer_open (LimberDb *db, const char *client_id, LimberNudgeAnswer answer, GError **error)
{
  g_autoptr (GPtrArray) open = limber_nudge_list_open (db, client_id, error);

  if (open == NULL)
    return FALSE;
  for (guint i = 0; i < open->len; i++)
    {
      LimberNudge *nudge = g_ptr_array_index (open, i);

      nudge->answer = answer;
      nudge->answered_at = limber_db_now (db);
      if (!limber_record_update (db, &limber_nudge_type, nudge, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * limber_nudge_count_late:
 * @from: @to: a day, in UTC seconds
 * @count: (out): reminders shown on that day that had come due on an earlier one, when nobody was there to show them
 */
gboolean
limber_nudge_count_late (LimberDb *db, gint64 from, gint64 to, gint64 *count, GError **error)
{
  return limber_db_get_int (db, count, error,
                            "SELECT count(*) FROM nudge WHERE shown_at >= $1 AND shown_at < $2 AND due_at < $1", "ii",
                            from, to);
}
