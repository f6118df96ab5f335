/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/cadence.h"

static const char *const cadence_state_ids[] = {
  [LIMBER_CADENCE_STATE_NEW] = "new",
  [LIMBER_CADENCE_STATE_NOT_DUE] = "not-due",
  [LIMBER_CADENCE_STATE_DUE] = "due",
  [LIMBER_CADENCE_STATE_OVERDUE] = "overdue",
};

/** limber_cadence_state_id: Returns: (nullable): the stable id that JSON uses. */
const char *
limber_cadence_state_id (LimberCadenceState value)
{
  return (guint) value < G_N_ELEMENTS (cadence_state_ids) ? cadence_state_ids[value] : NULL;
}

/** limber_cadence_state_from_id: Returns: the value with this id, else %LIMBER_CADENCE_STATE_NONE. */
LimberCadenceState
limber_cadence_state_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (cadence_state_ids); i++)
    if (g_strcmp0 (cadence_state_ids[i], id) == 0)
      return (LimberCadenceState) i;
  return LIMBER_CADENCE_STATE_NONE;
}

/**
 * limber_cadence_due:
 * @cadence: the client's interval, else the clinic's
 * @last: the day of the last completed session, or %LIMBER_DATE_NONE
 * @today: the day asked about
 *
 * Returns: the due range after @last and where @today stands in it.
 */
LimberDue
limber_cadence_due (LimberCadence cadence, LimberDate last, LimberDate today)
{
  LimberDue due = { LIMBER_CADENCE_STATE_NEW, LIMBER_DATE_NONE, LIMBER_DATE_NONE, LIMBER_DATE_NONE };

  if (last == LIMBER_DATE_NONE)
    return due;
  due.from = last + cadence.min;
  due.to = last + cadence.max;
  due.overdue_from = due.to + 1;
  if (today < due.from)
    due.state = LIMBER_CADENCE_STATE_NOT_DUE;
  else
    due.state = today <= due.to ? LIMBER_CADENCE_STATE_DUE : LIMBER_CADENCE_STATE_OVERDUE;
  return due;
}
