/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/finding.h"

#include "store/session.h"

static const LimberColumn finding_columns[] = {
  LIMBER_TEXT (LimberFinding, session_id),
  LIMBER_TEXT (LimberFinding, client_id),
  LIMBER_ENUM (LimberFinding, area, area),
  LIMBER_ENUM (LimberFinding, side, side),
  LIMBER_ENUM (LimberFinding, type, finding_type),
  LIMBER_ENUM (LimberFinding, quality, pain_quality),
  LIMBER_INT_OR (LimberFinding, severity_before, -1),
  LIMBER_INT_OR (LimberFinding, severity_after, -1),
  LIMBER_ENUM (LimberFinding, source, finding_source),
  LIMBER_BOOL (LimberFinding, unaware),
  LIMBER_TEXT (LimberFinding, text),
  LIMBER_ENUM (LimberFinding, status, finding_status),
  LIMBER_INT (LimberFinding, offset_seconds),
  LIMBER_TEXT (LimberFinding, follows_id),
  LIMBER_END,
};

const LimberRecordType limber_finding_type = {
  .table = "finding",
  .size = sizeof (LimberFinding),
  .topic = LIMBER_TOPIC_FINDING,
  .columns = finding_columns,
  .free_func = (GDestroyNotify) limber_finding_free,
  .client_offset = G_STRUCT_OFFSET (LimberFinding, client_id),
};

/**
 * limber_finding_last_unaware:
 * @on: (out): the day it was found
 *
 * Returns: (transfer full) (nullable): the worst finding of the last three visits of which the client had not been
 *   aware, of the latest visit that has one; %NULL when there is none, or on error
 */
LimberFinding *
limber_finding_last_unaware (LimberDb *db, const char *client_id, LimberDate *on, GError **error)
{
  g_autoptr (GPtrArray) sessions = limber_record_select (db, &limber_session_type, error,
                                                         "WHERE client_id = $1 AND state = 'completed' "
                                                         "ORDER BY date DESC, started_at DESC, id DESC LIMIT 3",
                                                         "s", client_id);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      const LimberSession *session = sessions->pdata[i];
      g_autoptr (GPtrArray) findings = limber_record_select (db, &limber_finding_type, error,
                                                             "WHERE session_id = $1 AND unaware = 1 "
                                                             "ORDER BY severity_before DESC, area, id LIMIT 1",
                                                             "s", session->base.id);

      if (findings == NULL)
        return NULL;
      if (findings->len == 0)
        continue;
      *on = session->date;
      return limber_finding_copy (findings->pdata[0]);
    }
  return NULL;
}
