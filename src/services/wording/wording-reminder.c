/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/wording/wording-reminder.h"

#include <glib/gi18n-lib.h>

#include "services/wording/wording-date.h"

static const char *const causes[] = {
  [LIMBER_NUDGE_CAUSE_DUE] = N_ ("due to come back"),
  [LIMBER_NUDGE_CAUSE_OVERDUE] = N_ ("overdue"),
  [LIMBER_NUDGE_CAUSE_WEEKLY] = N_ ("a week after the last reminder"),
  [LIMBER_NUDGE_CAUSE_CONTACT] = N_ ("nothing came of the last contact"),
  [LIMBER_NUDGE_CAUSE_SNOOZE] = N_ ("the snooze is over"),
  [LIMBER_NUDGE_CAUSE_PAUSE] = N_ ("the pause is over"),
  [LIMBER_NUDGE_CAUSE_CANCELLED] = N_ ("the appointment was cancelled"),
};

/**
 * limber_wording_nudge_why:
 * @zone: the clinic's
 *
 * Returns: (transfer full): "overdue · last visit 22 days ago · late, was meant for Fri 2 Oct"
 */
char *
limber_wording_nudge_why (const LimberPlannedNudge *nudge, GTimeZone *zone)
{
  GString *text = g_string_new (nudge->shown ? _ ("already shown") : _ (causes[nudge->next.cause]));
  g_autofree char *planned = limber_wording_day (nudge->next.date);

  g_string_append_printf (text, " · ");
  g_string_append_printf (text,
                          ngettext ("last visit %d day ago", "last visit %d days ago", (gulong) nudge->days_since),
                          nudge->days_since);
  if (limber_date_from_instant (nudge->at, zone) > nudge->next.date)
    {
      g_string_append (text, " · ");
      /* Translators: of a reminder; %s is a day. */
      g_string_append_printf (text, _ ("late, was meant for %s"), planned);
    }
  return g_string_free (text, FALSE);
}
