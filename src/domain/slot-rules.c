/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/slot-rules.h"

#define STEP_SECONDS (LIMBER_SLOT_STEP_MINUTES * 60)

/** limber_intervals_overlap: Returns: whether the two have a second in common; touching ones have none. */
gboolean
limber_intervals_overlap (gint64 start, gint64 end, gint64 other_start, gint64 other_end)
{
  return start < other_end && other_start < end;
}

static int
compare_intervals (gconstpointer a, gconstpointer b)
{
  const LimberInterval *first = a;
  const LimberInterval *second = b;

  return (first->start > second->start) - (first->start < second->start);
}

/* Sorted, and those that touch or overlap made one: a slot may run across two shifts. */
static GArray *
merge_working (const LimberInterval *working, guint n_working)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (LimberInterval));
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (LimberInterval));

  if (n_working > 0)
    g_array_append_vals (sorted, working, n_working);
  g_array_sort (sorted, compare_intervals);
  for (guint i = 0; i < sorted->len; i++)
    {
      LimberInterval *next = &g_array_index (sorted, LimberInterval, i);
      LimberInterval *last = merged->len > 0 ? &g_array_index (merged, LimberInterval, merged->len - 1) : NULL;

      if (next->end <= next->start)
        continue;
      if (last && next->start <= last->end)
        last->end = MAX (last->end, next->end);
      else
        g_array_append_vals (merged, next, 1);
    }
  return merged;
}

static gint64
slot_end (const LimberVisitTime *slot)
{
  return slot->start + (gint64) slot->minutes * 60;
}

static gboolean
conflicts (const LimberVisitTime *slot, const LimberBusy *busy)
{
  gint64 end = slot_end (slot) + (busy->blocked ? 0 : (gint64) slot->turnover * 60);

  return limber_intervals_overlap (slot->start, end, busy->start, busy->end);
}

static LimberSlotProblem
check_busy (const LimberVisitTime *slot, const LimberBusy *busy, guint n_busy, int *first_busy)
{
  LimberSlotProblem problems = LIMBER_SLOT_PROBLEM_NONE;

  *first_busy = -1;
  for (guint i = 0; i < n_busy; i++)
    {
      if (!conflicts (slot, &busy[i]))
        continue;
      problems |= busy[i].blocked ? LIMBER_SLOT_PROBLEM_BLOCKED : LIMBER_SLOT_PROBLEM_OVERLAP;
      if (*first_busy < 0 || busy[i].start < busy[*first_busy].start)
        *first_busy = (int) i;
    }
  return problems;
}

/**
 * limber_slot_check:
 * @working: (array length=n_working): when the therapist works, in any order
 * @busy: (array length=n_busy): the therapist's other appointments and blocked time, in any order
 * @first_busy: (out) (optional): index of the earliest of @busy in the way, -1 when there is none
 *
 * Returns: what speaks against the slot.
 */
LimberSlotProblem
limber_slot_check (const LimberVisitTime *slot, const LimberInterval *working, guint n_working, const LimberBusy *busy,
                   guint n_busy, int *first_busy)
{
  g_autoptr (GArray) merged = merge_working (working, n_working);
  gboolean inside = FALSE;
  int first;
  LimberSlotProblem problems = check_busy (slot, busy, n_busy, &first);

  for (guint i = 0; i < merged->len && !inside; i++)
    {
      const LimberInterval *hours = &g_array_index (merged, LimberInterval, i);

      inside = slot->start >= hours->start && slot_end (slot) <= hours->end;
    }
  if (first_busy)
    *first_busy = first;
  return inside ? problems : problems | LIMBER_SLOT_PROBLEM_OUT_OF_HOURS;
}

/**
 * limber_slots_free:
 * @working: (array length=n_working): when the therapist works, in any order
 * @busy: (array length=n_busy): appointments with their turnover, and blocked time, in any order
 * @minutes: hands-on time
 * @turnover: minutes after it; they may run into a break or past closing, not into an appointment
 * @not_before: UTC seconds; earlier starts are left out
 *
 * Quarter hours of UTC are quarter hours of every time zone in use.
 *
 * Returns: (transfer full) (element-type gint64): the starts of all free slots, ascending.
 */
GArray *
limber_slots_free (const LimberInterval *working, guint n_working, const LimberBusy *busy, guint n_busy, int minutes,
                   int turnover, gint64 not_before)
{
  g_autoptr (GArray) merged = merge_working (working, n_working);
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (minutes > 0, starts);

  for (guint i = 0; i < merged->len; i++)
    {
      const LimberInterval *hours = &g_array_index (merged, LimberInterval, i);
      gint64 from = MAX (hours->start, not_before);
      LimberVisitTime slot = { (from + STEP_SECONDS - 1) / STEP_SECONDS * STEP_SECONDS, minutes, turnover };
      int first;

      for (; slot_end (&slot) <= hours->end; slot.start += STEP_SECONDS)
        if (check_busy (&slot, busy, n_busy, &first) == LIMBER_SLOT_PROBLEM_NONE)
          g_array_append_val (starts, slot.start);
    }
  return starts;
}
