/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/session/session-result.h"

#include <glib/gi18n-lib.h>

#include "services/wording/wording.h"

/* What a visit did, in sentences. Only findings that were asked about after the work count. */

static gboolean
was_asked (const LimberFinding *finding)
{
  return finding->severity_after != LIMBER_SEVERITY_UNKNOWN && finding->severity_before != LIMBER_SEVERITY_UNKNOWN;
}

/**
 * limber_session_result_headline:
 * @findings: (element-type LimberFinding)
 *
 * Returns: (transfer full): "Down from 4.2 to 2.2 on 5 areas"
 */
char *
limber_session_result_headline (GPtrArray *findings)
{
  double before = 0, after = 0;
  gulong n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (findings, i);

      if (!was_asked (finding))
        continue;
      before += finding->severity_before;
      after += finding->severity_after;
      n++;
    }
  if (n == 0)
    return g_strdup (findings->len > 0 ? _ ("How did it go?") : _ ("Nothing was recorded on the map"));
  if (after < before)
    return g_strdup_printf (ngettext ("Down from %.1f to %.1f on %d area", "Down from %.1f to %.1f on %d areas", n),
                            before / n, after / n, (int) n);
  if (after > before)
    return g_strdup_printf (ngettext ("Up from %.1f to %.1f on %d area", "Up from %.1f to %.1f on %d areas", n),
                            before / n, after / n, (int) n);
  return g_strdup_printf (ngettext ("Still %.1f on %d area", "Still %.1f on %d areas", n), after / n, (int) n);
}

static const LimberFinding *
find_most_eased (GPtrArray *findings)
{
  const LimberFinding *best = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (findings, i);

      if (was_asked (finding)
          && (best == NULL || finding->severity_before - finding->severity_after
                                > best->severity_before - best->severity_after))
        best = finding;
    }
  return best;
}

/** limber_session_result_eased: Returns: (transfer full) (nullable): "3 findings eased by 2.3 on average, …" */
char *
limber_session_result_eased (GPtrArray *findings)
{
  const LimberFinding *most = find_most_eased (findings);
  g_autofree char *text = NULL;
  g_autofree char *area = NULL;
  int eased = 0;
  gulong n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (findings, i);
      int by = was_asked (finding) ? finding->severity_before - finding->severity_after : 0;

      eased += MAX (0, by);
      n += by > 0;
    }
  if (n == 0)
    return NULL;
  text = g_strdup_printf (ngettext ("%d finding eased by %.1f", "%d findings eased by %.1f on average", n), (int) n,
                          eased / (double) n);
  area = limber_wording_area (most->area, most->side);
  if (n == 1)
    return g_strdup_printf ("%s: %s.", text, area);
  /* Translators: "3 findings eased by 2.3 on average", the area */
  return g_strdup_printf (_ ("%s, most of all %s."), text, area);
}

/** limber_session_result_new: Returns: (transfer full) (nullable): what the client had not noticed */
char *
limber_session_result_new (GPtrArray *findings)
{
  g_autoptr (GString) list = g_string_new (NULL);
  gulong n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *area = limber_wording_area (finding->area, finding->side);

      if (!finding->unaware)
        continue;
      /* Translators: an area and what was found there: "right quad: knot" */
      g_string_append_printf (list, "%s%s (%s)", list->len > 0 ? ", " : "", area,
                              limber_wording_finding_type (finding->type));
      n++;
    }
  if (n == 0)
    return NULL;
  /* Translators: areas that the client had not noticed */
  return g_strdup_printf (ngettext ("New to the client: %s.", "New to the client: %s.", n), list->str);
}
