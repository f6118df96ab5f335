/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/self-care.h"

/* Of each area and side the newest visit that saw it has the say. */
static gboolean
is_outdated (const LimberSelfCareSpot *spots, guint n_spots, guint i)
{
  for (guint other = 0; other < n_spots; other++)
    if (spots[other].area == spots[i].area && spots[other].side == spots[i].side
        && spots[other].visit < spots[i].visit)
      return TRUE;
  return FALSE;
}

static gboolean
sides_meet (LimberSide a, LimberSide b)
{
  return a == b || a == LIMBER_SIDE_NONE || b == LIMBER_SIDE_NONE || a == LIMBER_SIDE_BOTH || b == LIMBER_SIDE_BOTH;
}

static gboolean
is_barred (const LimberSelfCareSpot *spot, const LimberSelfCareBar *bars, guint n_bars)
{
  for (guint i = 0; i < n_bars; i++)
    if (bars[i].total
        || (bars[i].area != LIMBER_AREA_NONE && limber_area_shape (bars[i].area) == limber_area_shape (spot->area)
            && sides_meet (bars[i].side, spot->side)))
      return TRUE;
  return FALSE;
}

/* Left and right are one line of the plan unless one of them is barred. */
static void
add_spot (GArray *plan, const LimberSelfCareSpot *spot, gboolean barred)
{
  LimberSelfCareItem item = {
    spot->area, spot->side, spot->severity, barred ? LIMBER_TOOL_NONE : limber_area_tool (spot->area), barred,
    spot->area == LIMBER_AREA_IT_BAND && !barred,
  };

  for (guint i = 0; i < plan->len; i++)
    {
      LimberSelfCareItem *known = &g_array_index (plan, LimberSelfCareItem, i);

      if (known->area != spot->area || known->barred != barred)
        continue;
      if (known->side != spot->side)
        known->side = LIMBER_SIDE_BOTH;
      known->severity = MAX (known->severity, spot->severity);
      return;
    }
  g_array_append_val (plan, item);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const LimberSelfCareItem *first = a, *second = b;

  if (first->barred != second->barred)
    return first->barred - second->barred;
  if ((first->tool == LIMBER_TOOL_NONE) != (second->tool == LIMBER_TOOL_NONE))
    return first->tool == LIMBER_TOOL_NONE ? 1 : -1;
  if (first->severity != second->severity)
    return second->severity - first->severity;
  return (int) first->area - (int) second->area;
}

/**
 * limber_self_care_plan:
 *
 * Rule F: what a client can do at home until the next visit, from what is still open. An area keeps what its newest
 * visit said, and one that was left at 0 needs nothing; no tool is made up where the source names none, and none is offered where work is forbidden.
 *
 * Returns: (transfer full) (element-type LimberSelfCareItem): what has a tool first, the worst first
 */
GArray *
limber_self_care_plan (const LimberSelfCareSpot *spots, guint n_spots, const LimberSelfCareBar *bars, guint n_bars)
{
  GArray *plan = g_array_new (FALSE, TRUE, sizeof (LimberSelfCareItem));

  for (guint i = 0; i < n_spots; i++)
    if (spots[i].open && spots[i].severity != 0 && spots[i].area != LIMBER_AREA_NONE
        && !is_outdated (spots, n_spots, i))
      add_spot (plan, &spots[i], is_barred (&spots[i], bars, n_bars));
  g_array_sort (plan, compare);
  return plan;
}
