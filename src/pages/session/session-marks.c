/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the map of the treatment room shows. */
#include "pages/session/session-marks.h"

#include "services/session/session-flags.h"

static LimberBodyMark *
find_mark (GArray *marks, const LimberBodyMark *wanted)
{
  for (guint i = 0; i < marks->len; i++)
    {
      LimberBodyMark *mark = &g_array_index (marks, LimberBodyMark, i);

      if (mark->area == wanted->area && mark->side == wanted->side && mark->type == wanted->type)
        return mark;
    }
  return NULL;
}

static void
add_mark (GArray *marks, const LimberFinding *finding, gboolean pending)
{
  LimberBodyMark mark = {
    .area = finding->area,
    .side = finding->side,
    .type = finding->type,
    .severity = finding->severity_before,
    .unaware = finding->unaware,
    .pending = pending,
  };
  LimberBodyMark *old = find_mark (marks, &mark);

  if (old != NULL)
    *old = mark;
  else
    g_array_append_val (marks, mark);
}

/* Compared with what the last visit that found the same has left. */
static void
compare_mark (LimberBodyMark *mark, GPtrArray *known)
{
  for (guint i = 0; i < known->len; i++)
    {
      const LimberFinding *earlier = g_ptr_array_index (known, i);
      gboolean gone = earlier->status == LIMBER_FINDING_STATUS_RESOLVED;

      if (earlier->area != mark->area || earlier->side != mark->side || earlier->type != mark->type)
        continue;
      mark->trend = limber_trend_of (gone ? 0 : limber_session_last_severity (earlier), mark->severity);
      return;
    }
}

/**
 * limber_session_marks:
 * @pending: (element-type LimberFinding): what is on its way; it stands over what is stored
 *
 * Returns: (transfer full) (element-type LimberBodyMark)
 */
GArray *
limber_session_marks (const LimberSessionSheet *sheet, GPtrArray *pending)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (LimberBodyMark));

  for (guint i = 0; i < sheet->findings->len; i++)
    add_mark (marks, g_ptr_array_index (sheet->findings, i), FALSE);
  for (guint i = 0; i < pending->len; i++)
    add_mark (marks, g_ptr_array_index (pending, i), TRUE);
  for (guint i = 0; i < marks->len; i++)
    compare_mark (&g_array_index (marks, LimberBodyMark, i), sheet->known);
  return marks;
}

/** limber_session_forbidden: Returns: (transfer full) (element-type LimberBodySpot): where a contraindication lies,
 * and what means to refer */
GArray *
limber_session_forbidden (const LimberSessionSheet *sheet)
{
  GArray *spots = g_array_new (FALSE, TRUE, sizeof (LimberBodySpot));

  for (guint i = 0; i < sheet->health->len; i++)
    {
      const LimberHealthItem *item = g_ptr_array_index (sheet->health, i);
      LimberBodySpot spot = { item->area, item->side };

      if (item->area != LIMBER_AREA_NONE && item->scope == LIMBER_HEALTH_SCOPE_LOCAL)
        g_array_append_val (spots, spot);
    }
  for (guint i = 0; i < sheet->findings->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (sheet->findings, i);
      LimberBodySpot spot = { finding->area, finding->side };

      if (limber_session_red_flag (sheet->findings, i) != LIMBER_RED_FLAG_NONE)
        g_array_append_val (spots, spot);
    }
  return spots;
}
