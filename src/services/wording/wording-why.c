/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/wording/wording.h"

#include <glib/gi18n-lib.h>

/** limber_wording_rule: Returns: (transfer full): "Rule B2 · The article prefers four to five days before a race …" */
char *
limber_wording_rule (LimberRule rule)
{
  /* Translators: the short name of a rule and where it comes from */
  return g_strdup_printf (_ ("Rule %s · %s"), limber_rule_id (rule), limber_wording_rule_source (rule));
}

/** limber_wording_reason_at: Returns: (transfer full): a reason with its distance from the race: "Ideal … (5 days before)" */
char *
limber_wording_reason_at (const LimberReason *reason)
{
  g_autofree char *lead = limber_wording_lead (reason);
  g_autofree char *words = limber_wording_reason (reason);

  return *lead != '\0' ? g_strdup_printf ("%s (%s)", words, lead) : g_strdup (words);
}

/**
 * limber_wording_why_of:
 * @reasons: (element-type LimberReason)
 *
 * Returns: (transfer full): each reason with its rule and where that comes from; what to know when there is none
 */
char *
limber_wording_why_of (const GArray *reasons)
{
  GString *text = g_string_new (reasons->len == 0 ? _ ("No race is near enough to speak about this day.") : NULL);

  for (guint i = 0; i < reasons->len; i++)
    {
      const LimberReason *reason = &g_array_index (reasons, LimberReason, i);
      g_autofree char *sentence = limber_wording_reason_at (reason);
      g_autofree char *rule = limber_wording_rule (reason->rule);

      g_string_append_printf (text, "%s%s\n%s", text->len > 0 ? "\n\n" : "", sentence, rule);
    }
  g_string_append_printf (text, "\n\n%s", limber_wording_guidance ());
  return g_string_free (text, FALSE);
}

/** limber_wording_why: Returns: (transfer full): the same for a day of a client */
char *
limber_wording_why (const LimberPlanInput *input, LimberDate date)
{
  g_autoptr (GArray) reasons = limber_plan_reasons (input, date);

  return limber_wording_why_of (reasons);
}

/** limber_wording_guidance: Returns: what all advice is. */
const char *
limber_wording_guidance (void)
{
  return _ ("The article is “Benefits of Massage for Runners”. Guidance, not medical advice: you decide.");
}
