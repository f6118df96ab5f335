/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/session-phases.h"

#include <glib/gi18n-lib.h>

#include "services/wording.h"

/* Shares of the planned time; what is left is work on the focus areas. */
#define CHECK_IN_PERCENT 8
#define ASSESS_PERCENT 8
#define STRETCH_PERCENT 14
#define RE_ASSESS_PERCENT 8
#define MAX_FOCUS 3

static void
clear_phase (gpointer data)
{
  LimberSessionPhase *phase = data;

  g_free (phase->name);
  g_free (phase->label);
}

static void
add_phase (GArray *phases, const char *name, const char *label, int seconds)
{
  LimberSessionPhase phase = { g_strdup (name), g_strdup (label != NULL ? label : name), seconds };

  g_array_append_val (phases, phase);
}

static gboolean
has_phase (GArray *phases, const char *name)
{
  for (guint i = 0; i < phases->len; i++)
    if (g_str_equal (g_array_index (phases, LimberSessionPhase, i).name, name))
      return TRUE;
  return FALSE;
}

static char *
short_area (const LimberFinding *finding)
{
  const char *area = limber_wording_area_short (finding->area);

  if (finding->side == LIMBER_SIDE_LEFT)
    /* Translators: the left one of an area, as short as possible */
    return g_strdup_printf (_ ("L %s"), area);
  if (finding->side == LIMBER_SIDE_RIGHT)
    /* Translators: the right one of an area, as short as possible */
    return g_strdup_printf (_ ("R %s"), area);
  return g_strdup (area);
}

/* What the last visit left open is what this one works on first. */
static guint
add_focus (GArray *phases, GPtrArray *findings, guint wanted)
{
  guint added = 0;

  for (guint i = 0; i < findings->len && added < wanted; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *name = limber_wording_area (finding->area, finding->side);
      g_autofree char *label = NULL;

      if (has_phase (phases, name))
        continue;
      label = short_area (finding);
      add_phase (phases, name, label, 0);
      added++;
    }
  return added;
}

/**
 * limber_session_phases:
 *
 * Returns: (transfer full) (element-type LimberSessionPhase): the planned time in phases; they sum up to it
 */
GArray *
limber_session_phases (const LimberSessionSheet *sheet)
{
  GArray *phases = g_array_new (FALSE, TRUE, sizeof (LimberSessionPhase));
  const int total = sheet->session->planned_minutes * 60;
  const int rest = 100 - CHECK_IN_PERCENT - ASSESS_PERCENT - STRETCH_PERCENT - RE_ASSESS_PERCENT;
  const int work = total * rest / 100;
  guint n_focus;

  g_array_set_clear_func (phases, clear_phase);
  add_phase (phases, _ ("Check-in"), NULL, total * CHECK_IN_PERCENT / 100);
  add_phase (phases, _ ("Assess"), NULL, total * ASSESS_PERCENT / 100);
  n_focus = add_focus (phases, sheet->open, MAX_FOCUS);
  if (n_focus == 0)
    {
      add_phase (phases, _ ("Work"), NULL, 0);
      n_focus = 1;
    }
  for (guint i = 0; i < n_focus; i++)
    g_array_index (phases, LimberSessionPhase, 2 + i).seconds = work / (int) n_focus;
  add_phase (phases, _ ("Stretch"), NULL, total * STRETCH_PERCENT / 100);
  add_phase (phases, _ ("Re-assess"), NULL, 0);
  for (guint i = 0, sum = 0; i < phases->len; i++)
    {
      LimberSessionPhase *phase = &g_array_index (phases, LimberSessionPhase, i);

      if (i + 1 == phases->len)
        phase->seconds = total - (int) sum;
      sum += (guint) phase->seconds;
    }
  return phases;
}

/** limber_session_phase_at: Returns: the index of the phase at @elapsed; the last one when time is up */
int
limber_session_phase_at (GArray *phases, int elapsed, int *remaining)
{
  int end = 0;

  for (guint i = 0; i < phases->len; i++)
    {
      end += g_array_index (phases, LimberSessionPhase, i).seconds;
      if (elapsed < end)
        {
          *remaining = end - elapsed;
          return (int) i;
        }
    }
  *remaining = 0;
  return (int) phases->len - 1;
}
