/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/session/session-phases.h"

#include <glib/gi18n-lib.h>

#include "services/wording/wording.h"

/* The plan of a session that has none yet, out of what hurts since a race and what the last visit left open. The arithmetic is the domain's. */

static void
add_focus (GArray *focus, LimberArea area, LimberSide side, int weight)
{
  LimberFocus spot = { area, side, MAX (1, weight) };

  for (guint i = 0; i < focus->len; i++)
    {
      const LimberFocus *other = &g_array_index (focus, LimberFocus, i);

      if (other->area == area && other->side == side)
        return;
    }
  g_array_append_val (focus, spot);
}

/* @sore and @open: the worst first */
static void
derive (GPtrArray *sore, GPtrArray *open, const LimberSession *session, LimberSessionPlan *plan)
{
  g_autoptr (GArray) focus = g_array_new (FALSE, FALSE, sizeof (LimberFocus));

  for (guint i = 0; i < sore->len; i++)
    {
      const LimberSoreArea *area = g_ptr_array_index (sore, i);

      add_focus (focus, area->area, area->side, area->score);
    }
  for (guint i = 0; i < open->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (open, i);

      add_focus (focus, finding->area, finding->side, limber_session_last_severity (finding));
    }
  limber_session_plan_default (plan, session->planned_minutes * 60, (const LimberFocus *) (gpointer) focus->data,
                               focus->len);
}

static gboolean
read_plan (const LimberSession *session, int elapsed, LimberSessionPlan *plan)
{
  if (!limber_session_plan_from_text (plan, session->phases))
    return FALSE;
  limber_session_plan_fit (plan, session->planned_minutes * 60, elapsed);
  return TRUE;
}

/** limber_session_phases_of_sheet: @plan is what the session keeps, else what its last visit suggests. */
void
limber_session_phases_of_sheet (const LimberSessionSheet *sheet, int elapsed, LimberSessionPlan *plan)
{
  if (!read_plan (sheet->session, elapsed, plan))
    derive (sheet->sore, sheet->open, sheet->session, plan);
}

/**
 * limber_session_phases_load:
 * @elapsed: (out) (optional): seconds of work until @now
 *
 * As limber_session_phases_of_sheet(), of a session that is being changed.
 */
gboolean
limber_session_phases_load (LimberDb *db, const LimberSession *session, gint64 now, LimberSessionPlan *plan,
                            int *elapsed, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (LimberSession) last_visit = NULL;
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) sore = NULL;
  g_autoptr (GPtrArray) pauses = limber_treatment_pauses (db, session->base.id, error);
  int seconds;

  if (pauses == NULL)
    return FALSE;
  seconds = limber_session_elapsed (session, pauses, now);
  if (elapsed != NULL)
    *elapsed = seconds;
  if (read_plan (session, seconds, plan))
    return TRUE;
  last_visit = limber_treatment_last_visit (db, session->client_id, session, &local_error);
  if (local_error == NULL)
    open = limber_session_open_findings (db, last_visit, &local_error);
  if (open != NULL)
    sore = limber_session_sore_areas (db, session, last_visit, &local_error);
  if (sore == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  derive (sore, open, session, plan);
  return TRUE;
}

/** limber_session_phases_keep: Writes the plan into the session, so that it outlives the program. */
void
limber_session_phases_keep (LimberSession *session, const LimberSessionPlan *plan)
{
  g_free (session->phases);
  session->phases = limber_session_plan_to_text (plan);
}

static char *
short_area (const LimberPhase *phase)
{
  const char *area = limber_wording_area_short (phase->area);

  if (phase->side == LIMBER_SIDE_LEFT)
    /* Translators: the left one of an area, as short as possible */
    return g_strdup_printf (_ ("L %s"), area);
  if (phase->side == LIMBER_SIDE_RIGHT)
    /* Translators: the right one of an area, as short as possible */
    return g_strdup_printf (_ ("R %s"), area);
  return g_strdup (area);
}

static const char *
kind_name (LimberPhaseKind kind)
{
  switch (kind)
    {
    case LIMBER_PHASE_CHECK_IN:
      return _ ("Check-in");
    case LIMBER_PHASE_ASSESS:
      return _ ("Assess");
    case LIMBER_PHASE_STRETCH:
      return _ ("Stretch");
    case LIMBER_PHASE_RE_ASSESS:
      return _ ("Re-assess");
    case LIMBER_PHASE_WORK:
    default:
      return _ ("Work");
    }
}

/** limber_session_phase_name: Returns: (transfer full): "left calf", "Stretch" */
char *
limber_session_phase_name (const LimberPhase *phase)
{
  if (phase->area == LIMBER_AREA_NONE)
    return g_strdup (kind_name (phase->kind));
  return limber_wording_area (phase->area, phase->side);
}

/** limber_session_phase_label: Returns: (transfer full): the name where there is little room: "L calf" */
char *
limber_session_phase_label (const LimberPhase *phase)
{
  return phase->area != LIMBER_AREA_NONE ? short_area (phase) : g_strdup (kind_name (phase->kind));
}
