/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/wording/wording-reading.h"

#include <glib/gi18n-lib.h>

#include "services/wording/wording.h"

static void
append (GString *text, const char *part)
{
  if (part == NULL || part[0] == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/**
 * limber_wording_reading:
 *
 * Returns: (transfer full): what was understood so far, such as "right quad · knot · 7/10 · client unaware".
 */
char *
limber_wording_reading (const LimberFindingReading *reading)
{
  GString *text = g_string_new (NULL);
  g_autofree char *area = NULL;
  g_autofree char *severity = NULL;

  if (reading->area != LIMBER_AREA_NONE)
    area = limber_wording_area (reading->area, reading->side);
  if (reading->severity != LIMBER_SEVERITY_UNKNOWN)
    severity = g_strdup_printf (_("%d/10"), reading->severity);
  append (text, area ? area : limber_wording_side (reading->side));
  append (text, limber_wording_finding_type (reading->type));
  append (text, limber_wording_pain_quality (reading->quality));
  append (text, severity);
  append (text, reading->unaware ? _("client unaware") : limber_wording_finding_source (reading->source));
  append (text, reading->text);
  return g_string_free (text, FALSE);
}

static char *
which_area (const LimberFindingReading *reading)
{
  g_autoptr (GString) areas = g_string_new (NULL);

  for (guint i = 0; i < reading->n_candidates; i++)
    g_string_append_printf (areas, "%s%s", i > 0 ? ", " : "", limber_wording_area_short (reading->candidates[i]));
  return g_strdup_printf (_("“%s” can be several areas: %s?"), reading->word, areas->str);
}

/** limber_wording_finding_problem: Returns: (transfer full) (nullable): what to change, one sentence; %NULL if nothing. */
char *
limber_wording_finding_problem (const LimberFindingReading *reading)
{
  switch (reading->problem)
    {
    case LIMBER_FINDING_PROBLEM_NONE:
      return NULL;
    case LIMBER_FINDING_PROBLEM_EMPTY:
      return g_strdup (_("Type an area, a side and what you found."));
    case LIMBER_FINDING_PROBLEM_NO_AREA:
      return g_strdup_printf (_("“%s” names no area of the body."), reading->word);
    case LIMBER_FINDING_PROBLEM_WHICH_AREA:
      return which_area (reading);
    case LIMBER_FINDING_PROBLEM_TWO_AREAS:
      return g_strdup_printf (_("“%s” is a second area: enter it on its own."), reading->word);
    case LIMBER_FINDING_PROBLEM_WHICH_SIDE:
      return g_strdup_printf (_("Which side of “%s”: left, right or both?"), reading->word);
    case LIMBER_FINDING_PROBLEM_TWO_TYPES:
      return g_strdup_printf (_("“%s” is a second kind of finding: enter it on its own."), reading->word);
    case LIMBER_FINDING_PROBLEM_SEVERITY:
      return g_strdup_printf (_("“%s” is no severity: it is one number from 0 to 10."), reading->word);
    default:
      g_return_val_if_reached (NULL);
    }
}
