/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/session/session-home.h"

#include "services/session/session-flags.h"

static GArray *
spots_of (GPtrArray *findings)
{
  GArray *spots = g_array_new (FALSE, TRUE, sizeof (LimberSelfCareSpot));

  for (guint i = 0; i < findings->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (findings, i);
      LimberSelfCareSpot spot = { finding->area, finding->side, limber_session_last_severity (finding),
                                  finding->status != LIMBER_FINDING_STATUS_RESOLVED, 0 };

      g_array_append_val (spots, spot);
    }
  return spots;
}

/* What the health record forbids, and what this visit found that means to refer. */
static GArray *
bars_of (const LimberSessionSheet *sheet)
{
  GArray *bars = g_array_new (FALSE, TRUE, sizeof (LimberSelfCareBar));

  for (guint i = 0; i < sheet->health->len; i++)
    {
      const LimberHealthItem *item = g_ptr_array_index (sheet->health, i);
      LimberSelfCareBar bar = { item->area, item->side,
                                item->area == LIMBER_AREA_NONE && item->scope != LIMBER_HEALTH_SCOPE_LOCAL };

      if (item->kind == LIMBER_HEALTH_KIND_CONTRAINDICATION || item->kind == LIMBER_HEALTH_KIND_RED_FLAG)
        g_array_append_val (bars, bar);
    }
  for (guint i = 0; i < sheet->findings->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (sheet->findings, i);
      LimberSelfCareBar bar = { finding->area, finding->side, FALSE };

      if (limber_session_red_flag (sheet->findings, i) != LIMBER_RED_FLAG_NONE)
        g_array_append_val (bars, bar);
    }
  return bars;
}

/**
 * limber_session_home_plan:
 *
 * Returns: (transfer full) (element-type LimberSelfCareItem): what the client can do at home for what this visit left
 *   open; see limber_self_care_plan()
 */
GArray *
limber_session_home_plan (const LimberSessionSheet *sheet)
{
  g_autoptr (GArray) spots = spots_of (sheet->findings);
  g_autoptr (GArray) bars = bars_of (sheet);

  return limber_self_care_plan ((const LimberSelfCareSpot *) (gpointer) spots->data, spots->len,
                                (const LimberSelfCareBar *) (gpointer) bars->data, bars->len);
}
