/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/wording/wording.h"

#include <glib/gi18n-lib.h>

static char *
days_before (int lead)
{
  if (lead == 0)
    return g_strdup (_("race day"));
  if (lead == 1)
    return g_strdup (_("the day before the race"));
  return g_strdup_printf (ngettext ("%d day before the race", "%d days before the race", (gulong) lead), lead);
}

static char *
days_after (int after)
{
  if (after == 1)
    return g_strdup (_("the day after the race"));
  return g_strdup_printf (ngettext ("%d day after the race", "%d days after the race", (gulong) after), after);
}

/**
 * limber_wording_lead:
 *
 * Returns: (transfer full): how far from the race the day is, such as "5 days before the race"; "" when
 *   the reason is about no race.
 */
char *
limber_wording_lead (const LimberReason *reason)
{
  if (reason->race < 0)
    return g_strdup ("");
  return reason->after ? days_after (reason->distance) : days_before (reason->distance);
}

/* "4", "4–5", or "" for an empty window. */
static char *
range_text (const LimberReason *reason)
{
  if (reason->from == 0)
    return g_strdup ("");
  if (reason->from == reason->to)
    return g_strdup_printf ("%d", reason->from);
  return g_strdup_printf (_("%d–%d"), reason->from, reason->to);
}

static char *
text_hangover (const LimberReason *reason)
{
  if (reason->deep == LIMBER_VERDICT_IDEAL)
    return g_strdup_printf (ngettext ("Earlier than usual, because the last massages took up to %d day to get over.",
                                      "Earlier than usual, because the last massages took up to %d days to get over.",
                                      (gulong) reason->number),
                            reason->number);
  return g_strdup_printf (ngettext ("Not ideal: the last massages took up to %d day to get over.",
                                    "Not ideal: the last massages took up to %d days to get over.",
                                    (gulong) reason->number),
                          reason->number);
}

static char *
text_extra_days (const LimberReason *reason, const char *range)
{
  if (reason->deep == LIMBER_VERDICT_IDEAL)
    return g_strdup_printf (_("Ideal with some extra days before a goal race: %s days before."), range);
  return g_strdup_printf (_("The ideal moves to %s days before this goal race, to leave some extra days."), range);
}

static char *
text_learned (const LimberReason *reason, const char *range)
{
  if (reason->deep == LIMBER_VERDICT_IDEAL)
    return g_strdup_printf (ngettext ("This distance went best in %d past race.", "This distance went best in %d past races.",
                                      (gulong) reason->number),
                            reason->number);
  return g_strdup_printf (ngettext ("In %2$d past race %1$s days before went best.",
                                    "In %2$d past races %1$s days before went best.", (gulong) reason->number),
                          range, reason->number);
}

static char *
text_pinned (const LimberReason *reason, const char *range)
{
  if (reason->deep == LIMBER_VERDICT_IDEAL)
    return g_strdup (_("Inside the window that the therapist set for this client."));
  return g_strdup_printf (_("The therapist set %s days before as this client's window."), range);
}

static char *
text_near_race (const LimberReason *reason)
{
  if (reason->rule == LIMBER_RULE_B4)
    return g_strdup (_("Too close for deep work. Light work only, then an easy walk or jog of 5–10 minutes."));
  if (reason->deep == LIMBER_VERDICT_CAUTION)
    return g_strdup (_("Close to the race: only one easy day is left in between."));
  return g_strdup (_("No deep work now; light preparation only."));
}

static char *
text_after_race (const LimberReason *reason, const char *range)
{
  switch (reason->deep)
    {
    case LIMBER_VERDICT_EARLY:
      return g_strdup_printf (_("Still early after this race: better %s days after."), range);
    case LIMBER_VERDICT_IDEAL:
      return g_strdup_printf (_("The legs have settled: %s days after is ideal for this distance."), range);
    case LIMBER_VERDICT_NONE:
    case LIMBER_VERDICT_AVOID:
    case LIMBER_VERDICT_LIGHT_ONLY:
    case LIMBER_VERDICT_CAUTION:
    case LIMBER_VERDICT_ACCEPTABLE:
    case LIMBER_VERDICT_FINE:
    case LIMBER_VERDICT_NORMAL:
    default:
      return g_strdup_printf (_("Fine for recovery, a little later than the ideal %s days after."), range);
    }
}

/**
 * limber_wording_reason:
 *
 * Returns: (transfer full): one plain sentence; the race and the distance from it are not part of it.
 */
char *
limber_wording_reason (const LimberReason *reason)
{
  g_autofree char *range = range_text (reason);

  switch (reason->rule)
    {
    case LIMBER_RULE_B1:
      return g_strdup (_("Inside the workable week before the race."));
    case LIMBER_RULE_B2:
      return g_strdup (_("Ideal: leaves a few easy days before the race."));
    case LIMBER_RULE_B4:
    case LIMBER_RULE_B5:
      return text_near_race (reason);
    case LIMBER_RULE_B6:
      return text_hangover (reason);
    case LIMBER_RULE_B7:
      return g_strdup (_("Not ideal: the last hard workout is still to come."));
    case LIMBER_RULE_C2:
      return text_extra_days (reason, range);
    case LIMBER_RULE_D1:
      return text_learned (reason, range);
    case LIMBER_RULE_D2:
      return text_pinned (reason, range);
    case LIMBER_RULE_E1:
      return text_after_race (reason, range);
    case LIMBER_RULE_E2:
      return g_strdup (_("Too tender right after the race: light work only."));
    case LIMBER_RULE_K1:
      return g_strdup (_("An open contraindication forbids any massage."));
    case LIMBER_RULE_NONE:
    case LIMBER_RULE_A1:
    case LIMBER_RULE_A2:
    case LIMBER_RULE_C1:
    case LIMBER_RULE_E3:
    case LIMBER_RULE_F:
    case LIMBER_RULE_G:
    case LIMBER_RULE_H:
    default:
      return g_strdup (limber_wording_rule_source (reason->rule));
    }
}
