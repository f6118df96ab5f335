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
  g_free (((LimberSessionPhase *) data)->name);
}

static void
add_phase (GArray *phases, const char *name, int seconds)
{
  LimberSessionPhase phase = { g_strdup (name), seconds };

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

/* What the last visit left open is what this one works on first. */
static guint
add_focus (GArray *phases, GPtrArray *findings, guint wanted)
{
  guint added = 0;

  for (guint i = 0; i < findings->len && added < wanted; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *name = limber_wording_area (finding->area, finding->side);

      if (has_phase (phases, name))
        continue;
      add_phase (phases, name, 0);
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
  add_phase (phases, _ ("Check-in"), total * CHECK_IN_PERCENT / 100);
  add_phase (phases, _ ("Assess"), total * ASSESS_PERCENT / 100);
  n_focus = add_focus (phases, sheet->open, MAX_FOCUS);
  if (n_focus == 0)
    {
      add_phase (phases, _ ("Work"), 0);
      n_focus = 1;
    }
  for (guint i = 0; i < n_focus; i++)
    g_array_index (phases, LimberSessionPhase, 2 + i).seconds = work / (int) n_focus;
  add_phase (phases, _ ("Stretch"), total * STRETCH_PERCENT / 100);
  add_phase (phases, _ ("Re-assess"), 0);
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
