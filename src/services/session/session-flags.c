/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found on the table and means to refer: it can stay in the client's health record, for the next visit. */
#include "services/session/session-flags.h"

#include "services/session/session-runner-private.h"

/** limber_session_red_flag: Returns: whether a finding of this visit means to refer; see limber_red_flag_of() */
LimberRedFlag
limber_session_red_flag (GPtrArray *findings, guint index)
{
  g_autofree LimberRedFlagFinding *plain = g_new0 (LimberRedFlagFinding, findings->len + 1);

  for (guint i = 0; i < findings->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (findings, i);

      plain[i] = (LimberRedFlagFinding) { finding->area, finding->side, finding->type, finding->severity_before,
                                          finding->text };
    }
  return limber_red_flag_of (plain, findings->len, index);
}

/** limber_session_red_flag_is_kept: Returns: whether the open items of @health have a red flag on that spot */
gboolean
limber_session_red_flag_is_kept (GPtrArray *health, const LimberFinding *finding)
{
  for (guint i = 0; i < health->len; i++)
    {
      const LimberHealthItem *item = g_ptr_array_index (health, i);

      if (item->kind == LIMBER_HEALTH_KIND_RED_FLAG && item->area == finding->area
          && (item->side == finding->side || item->side == LIMBER_SIDE_BOTH))
        return TRUE;
    }
  return FALSE;
}

/**
 * limber_session_red_flag_to_keep:
 * @flag: (out): what it is
 *
 * Returns: (transfer full) (nullable): the next red flag of this visit that the client's health record does not have
 *   yet, without its words
 */
LimberHealthItem *
limber_session_red_flag_to_keep (GPtrArray *health, GPtrArray *findings, LimberRedFlag *flag)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (findings, i);
      LimberHealthItem *item;

      *flag = limber_session_red_flag (findings, i);
      if (*flag == LIMBER_RED_FLAG_NONE || limber_session_red_flag_is_kept (health, finding))
        continue;
      item = limber_health_item_new ();
      item->kind = LIMBER_HEALTH_KIND_RED_FLAG;
      item->scope = LIMBER_HEALTH_SCOPE_LOCAL;
      item->area = finding->area;
      item->side = finding->side;
      return item;
    }
  return NULL;
}

/** limber_session_runner_keep_red_flag: Writes @item into the health record of the session's client, since that day. */
gboolean
limber_session_runner_keep_red_flag (LimberDb *db, const char *id, const LimberHealthItem *item, GError **error)
{
  g_autoptr (LimberSession) session = limber_session_load_writable (db, id, error);
  g_autoptr (LimberHealthItem) kept = NULL;

  if (session == NULL)
    return FALSE;
  kept = limber_health_item_copy (item);
  limber_record_set_text (&kept->client_id, session->client_id);
  kept->since = session->date;
  return limber_record_insert (db, &limber_health_item_type, kept, error);
}
