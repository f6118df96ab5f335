/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/session-plan.h"

#define MINUTE 60

/* Shares of the planned time; what is left is work on the focus areas. */
#define CHECK_IN_PERCENT 8
#define ASSESS_PERCENT 8
#define STRETCH_PERCENT 16
#define RE_ASSESS_PERCENT 8

/* Less than this on one area is a stroke in passing, not work. */
#define FOCUS_LEAST (12 * MINUTE)
#define FOCUS_MAX 6

/* What a phase keeps when another one grows. */
#define PHASE_LEAST MINUTE

static const char *const kind_ids[] = {
  [LIMBER_PHASE_NONE] = "",
  [LIMBER_PHASE_CHECK_IN] = "check-in",
  [LIMBER_PHASE_ASSESS] = "assess",
  [LIMBER_PHASE_WORK] = "work",
  [LIMBER_PHASE_STRETCH] = "stretch",
  [LIMBER_PHASE_RE_ASSESS] = "re-assess",
};

static LimberPhase *
add_phase (LimberSessionPlan *plan, LimberPhaseKind kind, int seconds)
{
  LimberPhase *phase = &plan->phases[plan->n_phases++];

  *phase = (LimberPhase) { kind, LIMBER_AREA_NONE, LIMBER_SIDE_NONE, seconds };
  return phase;
}

/* A share of the time in whole minutes, so that the dial shows round figures. */
static int
share (int total, int part, int of)
{
  return (int) (((gint64) total * part / of + MINUTE / 2) / MINUTE) * MINUTE;
}

static void
add_focus (LimberSessionPlan *plan, int work, const LimberFocus *focus, guint n_focus)
{
  int weights = 0, left = work;

  for (guint i = 0; i < n_focus; i++)
    weights += MAX (1, focus[i].weight);
  for (guint i = 0; i < n_focus; i++)
    {
      int seconds = i + 1 == n_focus ? left : MIN (left, share (work, MAX (1, focus[i].weight), weights));
      LimberPhase *phase = add_phase (plan, LIMBER_PHASE_WORK, seconds);

      phase->area = focus[i].area;
      phase->side = focus[i].side;
      left -= seconds;
    }
}

/**
 * limber_session_plan_default:
 * @total: planned seconds
 * @focus: (array length=n_focus): what to work on, the most urgent first; those that would get less than 12
 *   minutes are left out, but for the first
 *
 * Lays out a session: check-in, assess, each focus area, passive stretch, re-assess.
 */
void
limber_session_plan_default (LimberSessionPlan *plan, int total, const LimberFocus *focus, guint n_focus)
{
  const LimberFocus whole = { LIMBER_AREA_NONE, LIMBER_SIDE_NONE, 1 };
  int check_in = share (total, CHECK_IN_PERCENT, 100);
  int assess = share (total, ASSESS_PERCENT, 100);
  int stretch = share (total, STRETCH_PERCENT, 100);
  int re_assess = share (total, RE_ASSESS_PERCENT, 100);
  int work = total - check_in - assess - stretch - re_assess;
  guint fit = (guint) CLAMP (work / FOCUS_LEAST, 1, FOCUS_MAX);

  plan->n_phases = 0;
  add_phase (plan, LIMBER_PHASE_CHECK_IN, check_in);
  add_phase (plan, LIMBER_PHASE_ASSESS, assess);
  if (n_focus == 0)
    add_focus (plan, work, &whole, 1);
  else
    add_focus (plan, work, focus, MIN (n_focus, fit));
  add_phase (plan, LIMBER_PHASE_STRETCH, stretch);
  add_phase (plan, LIMBER_PHASE_RE_ASSESS, re_assess);
}

int
limber_session_plan_total (const LimberSessionPlan *plan)
{
  return limber_session_plan_start (plan, plan->n_phases);
}

/** limber_session_plan_start: Returns: seconds from the start of the session to that of phase @index */
int
limber_session_plan_start (const LimberSessionPlan *plan, guint index)
{
  int start = 0;

  for (guint i = 0; i < MIN (index, plan->n_phases); i++)
    start += plan->phases[i].seconds;
  return start;
}

/**
 * limber_session_plan_at:
 * @elapsed: seconds of work so far
 * @remaining: (out): seconds left in that phase, 0 when the whole time is up
 *
 * Returns: the phase that is on; the last one in overtime
 */
guint
limber_session_plan_at (const LimberSessionPlan *plan, int elapsed, int *remaining)
{
  int end = 0;

  for (guint i = 0; i < plan->n_phases; i++)
    {
      end += plan->phases[i].seconds;
      if (elapsed < end)
        {
          *remaining = end - elapsed;
          return i;
        }
    }
  *remaining = 0;
  return plan->n_phases > 0 ? plan->n_phases - 1 : 0;
}

/* What phase @index can give: nothing of what is over, and a minute stays when it has not begun. */
static int
spare (const LimberSessionPlan *plan, guint index, int elapsed)
{
  int gone = elapsed - limber_session_plan_start (plan, index);

  return MAX (0, plan->phases[index].seconds - (gone > 0 ? gone : PHASE_LEAST));
}

/**
 * limber_session_plan_fit:
 * @total: the planned seconds as they are now
 *
 * Makes the phases add up to @total again. Time that was added goes to the phase that is on; time that was taken
 * away comes from the end.
 */
void
limber_session_plan_fit (LimberSessionPlan *plan, int total, int elapsed)
{
  int change = total - limber_session_plan_total (plan);
  int remaining;
  guint current = limber_session_plan_at (plan, elapsed, &remaining);

  if (plan->n_phases == 0)
    return;
  if (change > 0)
    plan->phases[current].seconds += change;
  for (guint i = plan->n_phases; change < 0 && i > current; i--)
    {
      int given = MIN (-change, spare (plan, i - 1, elapsed));

      plan->phases[i - 1].seconds -= given;
      change += given;
    }
  /* Less time than the work already took: what did not fit before now has no time at all. */
  for (guint i = plan->n_phases; change < 0 && i > 0; i--)
    {
      int given = MIN (-change, plan->phases[i - 1].seconds);

      plan->phases[i - 1].seconds -= given;
      change += given;
    }
}

static gboolean
has_work_after (const LimberSessionPlan *plan, guint index)
{
  for (guint i = index + 1; i < plan->n_phases; i++)
    if (plan->phases[i].kind == LIMBER_PHASE_WORK)
      return TRUE;
  return FALSE;
}

/**
 * limber_session_plan_skip:
 *
 * Ends the phase that is on. What it had left goes to the work that still comes, by its length, else to the next
 * phase; so the session stays as long as it was.
 *
 * Returns: %FALSE in the last phase and in overtime, where there is nothing to skip to
 */
gboolean
limber_session_plan_skip (LimberSessionPlan *plan, int elapsed)
{
  int left, work = 0, given = 0;
  guint current = limber_session_plan_at (plan, elapsed, &left);
  gboolean to_work = has_work_after (plan, current);
  guint last = current + 1;

  if (left == 0 || current + 1 >= plan->n_phases)
    return FALSE;
  for (guint i = current + 1; i < plan->n_phases; i++)
    if (to_work && plan->phases[i].kind == LIMBER_PHASE_WORK)
      {
        work += plan->phases[i].seconds;
        last = i;
      }
  plan->phases[current].seconds -= left;
  for (guint i = current + 1; i <= last; i++)
    if (i == last || plan->phases[i].kind == LIMBER_PHASE_WORK)
      {
        int more = i == last ? left - given : (int) ((gint64) left * plan->phases[i].seconds / MAX (1, work));

        plan->phases[i].seconds += more;
        given += more;
      }
  return TRUE;
}

/**
 * limber_session_plan_stretch:
 * @index: a phase that is not over
 * @seconds: how much longer it shall take; negative for shorter
 *
 * Moves the border between a phase and the next. What it gains the phases after it lose, the next one first, down
 * to a minute each; what it loses the next one gains. The session stays as long as it was.
 *
 * Returns: whether anything moved
 */
gboolean
limber_session_plan_stretch (LimberSessionPlan *plan, guint index, int seconds, int elapsed)
{
  int gained = 0;

  if (index + 1 >= plan->n_phases || limber_session_plan_start (plan, index + 1) < elapsed)
    return FALSE;
  if (seconds < 0)
    {
      gained = -MIN (-seconds, spare (plan, index, elapsed));
      plan->phases[index + 1].seconds -= gained;
    }
  for (guint i = index + 1; seconds > gained && i < plan->n_phases; i++)
    {
      int given = MIN (seconds - gained, MAX (0, plan->phases[i].seconds - PHASE_LEAST));

      plan->phases[i].seconds -= given;
      gained += given;
    }
  plan->phases[index].seconds += gained;
  return gained != 0;
}

/** limber_session_plan_to_text: Returns: (transfer full): the plan as it is stored: "assess:300 work/knee/left:600" */
char *
limber_session_plan_to_text (const LimberSessionPlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->n_phases; i++)
    {
      const LimberPhase *phase = &plan->phases[i];

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", kind_ids[phase->kind]);
      if (phase->area != LIMBER_AREA_NONE)
        g_string_append_printf (text, "/%s/%s", limber_area_id (phase->area), limber_side_id (phase->side));
      g_string_append_printf (text, ":%d", phase->seconds);
    }
  return g_string_free (text, FALSE);
}

static LimberPhaseKind
kind_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (kind_ids); i++)
    if (g_str_equal (kind_ids[i], id))
      return (LimberPhaseKind) i;
  return LIMBER_PHASE_NONE;
}

static gboolean
parse_phase (const char *word, LimberPhase *phase)
{
  g_auto (GStrv) halves = g_strsplit (word, ":", 2);
  g_auto (GStrv) parts = g_strsplit (halves[0] != NULL ? halves[0] : "", "/", 3);
  gint64 seconds;

  if (g_strv_length (halves) != 2 || (g_strv_length (parts) != 1 && g_strv_length (parts) != 3)
      || !g_ascii_string_to_signed (halves[1], 10, 0, G_MAXINT / LIMBER_PHASES_MAX, &seconds, NULL))
    return FALSE;
  *phase = (LimberPhase) { kind_from_id (parts[0]), LIMBER_AREA_NONE, LIMBER_SIDE_NONE, (int) seconds };
  if (parts[1] != NULL)
    {
      phase->area = limber_area_from_id (parts[1]);
      phase->side = limber_side_from_id (parts[2]);
    }
  return phase->kind != LIMBER_PHASE_NONE && (parts[1] == NULL || phase->area != LIMBER_AREA_NONE);
}

/** limber_session_plan_from_text: Returns: %FALSE, with an empty plan, when @text (nullable) is not a plan */
gboolean
limber_session_plan_from_text (LimberSessionPlan *plan, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);
  guint n_words = g_strv_length (words);

  plan->n_phases = 0;
  if (n_words == 0 || n_words > LIMBER_PHASES_MAX)
    return FALSE;
  for (guint i = 0; i < n_words; i++)
    if (!parse_phase (words[i], &plan->phases[i]))
      return FALSE;
  plan->n_phases = n_words;
  return TRUE;
}
