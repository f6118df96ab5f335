/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/body-history.h"

#include "store/client-file.h"

/* DESIGN: the visits oldest first, each with its findings. Every question about a body (how was it on that day, how
 * often was an area found, what creeps up) is a walk over that list. It shows what the record says today about that
 * day: an amendment of an old visit changes the picture of the old day, a voided visit is in none. */

#define N_SPOTS ((LIMBER_AREA_LAST + 1) * (LIMBER_SIDE_MIDLINE + 1))

struct _LimberBodyHistory
{
  GPtrArray *visits;
  GPtrArray *findings;
};

/**
 * limber_body_history_new:
 * @sessions: (element-type LimberSession): of one client, newest first, without voided ones
 * @findings: (element-type LimberFinding): of those sessions
 *
 * Returns: (transfer full): the history; it borrows the records, which must outlive it
 */
LimberBodyHistory *
limber_body_history_new (GPtrArray *sessions, GPtrArray *findings)
{
  LimberBodyHistory *history = g_new0 (LimberBodyHistory, 1);
  g_autoptr (GHashTable) by_session = g_hash_table_new (g_str_hash, g_str_equal);

  history->visits = g_ptr_array_new ();
  history->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = sessions->len; i-- > 0;)
    {
      LimberSession *session = g_ptr_array_index (sessions, i);
      GPtrArray *own = g_ptr_array_new ();

      g_ptr_array_add (history->visits, session);
      g_ptr_array_add (history->findings, own);
      g_hash_table_insert (by_session, session->base.id, own);
    }
  for (guint i = 0; i < findings->len; i++)
    {
      LimberFinding *finding = g_ptr_array_index (findings, i);
      GPtrArray *own = g_hash_table_lookup (by_session, finding->session_id);

      if (own != NULL)
        g_ptr_array_add (own, finding);
    }
  return history;
}

void
limber_body_history_free (LimberBodyHistory *history)
{
  if (history == NULL)
    return;
  g_ptr_array_unref (history->visits);
  g_ptr_array_unref (history->findings);
  g_free (history);
}

guint
limber_body_history_get_n_visits (const LimberBodyHistory *history)
{
  return history->visits->len;
}

/** limber_body_history_get_visit: 0 is the first visit ever. */
const LimberSession *
limber_body_history_get_visit (const LimberBodyHistory *history, guint index)
{
  g_return_val_if_fail (index < history->visits->len, NULL);
  return g_ptr_array_index (history->visits, index);
}

/** limber_body_history_until: how many visits there were up to the end of @date. */
guint
limber_body_history_until (const LimberBodyHistory *history, LimberDate date)
{
  guint n = history->visits->len;

  while (n > 0 && limber_body_history_get_visit (history, n - 1)->date > date)
    n--;
  return n;
}

static GPtrArray *
findings_of (const LimberBodyHistory *history, guint visit)
{
  return g_ptr_array_index (history->findings, visit);
}

/* A finding that was settled only afterwards: its visit had still left something. */
static gboolean
was_settled_later (const LimberFinding *finding)
{
  return finding->status == LIMBER_FINDING_STATUS_RESOLVED && finding->severity_after > 0;
}

static int
severity_left (const LimberFinding *finding)
{
  if (finding->status == LIMBER_FINDING_STATUS_RESOLVED && !was_settled_later (finding))
    return 0;
  return limber_finding_last_severity (finding);
}

static LimberTrend
trend_of (const LimberBodyHistory *history, guint visit, const LimberFinding *finding)
{
  while (visit-- > 0)
    {
      GPtrArray *findings = findings_of (history, visit);

      for (guint i = 0; i < findings->len; i++)
        {
          const LimberFinding *earlier = g_ptr_array_index (findings, i);

          if (earlier->area == finding->area && earlier->side == finding->side && earlier->type == finding->type)
            return limber_trend_of (severity_left (earlier), limber_finding_last_severity (finding));
        }
    }
  return LIMBER_TREND_NONE;
}

static guint
spot_index (LimberArea area, LimberSide side)
{
  return (guint) area * (LIMBER_SIDE_MIDLINE + 1) + (guint) side;
}

/**
 * limber_body_history_as_of:
 * @n_visits: how many of the visits have taken place
 *
 * How the body stood then: of each area and side the findings of the latest visit that had any there, without those
 * that were resolved; each compared with the last time before that the same was found. What an earlier visit left
 * and was settled later was open on the day of that visit.
 *
 * Returns: (transfer full) (element-type LimberBodyState): the latest visit first
 */
GArray *
limber_body_history_as_of (const LimberBodyHistory *history, guint n_visits)
{
  GArray *states = g_array_new (FALSE, FALSE, sizeof (LimberBodyState));
  g_autofree guint8 *seen = g_new0 (guint8, N_SPOTS);

  for (guint visit = MIN (n_visits, history->visits->len); visit-- > 0;)
    {
      GPtrArray *findings = findings_of (history, visit);
      gboolean that_day = visit + 1 == n_visits && n_visits < history->visits->len;

      for (guint i = 0; i < findings->len; i++)
        {
          const LimberFinding *finding = g_ptr_array_index (findings, i);
          LimberBodyState state = { finding, trend_of (history, visit, finding) };

          if (!seen[spot_index (finding->area, finding->side)] &&
              (finding->status != LIMBER_FINDING_STATUS_RESOLVED || (that_day && was_settled_later (finding))))
            g_array_append_val (states, state);
        }
      for (guint i = 0; i < findings->len; i++)
        {
          const LimberFinding *finding = g_ptr_array_index (findings, i);

          seen[spot_index (finding->area, finding->side)] = TRUE;
        }
    }
  return states;
}

static gboolean
is_at (const LimberFinding *finding, LimberArea area, LimberSide side)
{
  return limber_area_shape (finding->area) == limber_area_shape (area) && finding->side == side;
}

/**
 * limber_body_history_readings:
 *
 * Areas that share one shape on the map are read as one.
 *
 * Returns: (transfer full) (element-type LimberBodyReading): the visits that found something there, oldest first
 */
GArray *
limber_body_history_readings (const LimberBodyHistory *history, LimberArea area, LimberSide side)
{
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (LimberBodyReading));

  for (guint visit = 0; visit < history->visits->len; visit++)
    {
      LimberBodyReading reading = { limber_body_history_get_visit (history, visit), LIMBER_SEVERITY_UNKNOWN,
                                    LIMBER_SEVERITY_UNKNOWN, FALSE };
      GPtrArray *findings = findings_of (history, visit);
      gboolean any = FALSE;

      for (guint i = 0; i < findings->len; i++)
        {
          const LimberFinding *finding = g_ptr_array_index (findings, i);

          if (!is_at (finding, area, side))
            continue;
          reading.before = MAX (reading.before, finding->severity_before);
          reading.after = MAX (reading.after, finding->severity_after);
          reading.unaware |= finding->unaware;
          any = TRUE;
        }
      if (any)
        g_array_append_val (readings, reading);
    }
  return readings;
}

static void
mark_found (GPtrArray *findings, guint8 *found)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (findings, i);

      found[spot_index (limber_area_shape (finding->area), finding->side)] = TRUE;
    }
}

/**
 * limber_body_history_tally:
 *
 * Returns: (transfer full) (element-type LimberBodyTally): how often each area was ever found
 */
GArray *
limber_body_history_tally (const LimberBodyHistory *history)
{
  GArray *tallies = g_array_new (FALSE, FALSE, sizeof (LimberBodyTally));
  g_autofree int *visits = g_new0 (int, N_SPOTS);

  for (guint visit = 0; visit < history->visits->len; visit++)
    {
      guint8 found[N_SPOTS] = { 0 };

      mark_found (findings_of (history, visit), found);
      for (guint spot = 0; spot < N_SPOTS; spot++)
        visits[spot] += found[spot];
    }
  for (guint spot = 0; spot < N_SPOTS; spot++)
    {
      LimberBodyTally tally = { spot / (LIMBER_SIDE_MIDLINE + 1), spot % (LIMBER_SIDE_MIDLINE + 1), visits[spot] };

      if (tally.visits > 0)
        g_array_append_val (tallies, tally);
    }
  return tallies;
}

static LimberAreaVisit
area_visit (GPtrArray *findings, LimberArea area, LimberSide side)
{
  LimberAreaVisit visit = { FALSE, LIMBER_SEVERITY_UNKNOWN, LIMBER_SEVERITY_UNKNOWN };

  for (guint i = 0; i < findings->len; i++)
    {
      const LimberFinding *finding = g_ptr_array_index (findings, i);

      if (!is_at (finding, area, side))
        continue;
      visit.found = TRUE;
      visit.before = MAX (visit.before, finding->severity_before);
      visit.left = MAX (visit.left, severity_left (finding));
    }
  if (!visit.found)
    visit.left = 0;
  return visit;
}

static int
compare_creeps (gconstpointer a, gconstpointer b)
{
  const LimberBodyCreep *first = a, *second = b;
  int order = limber_creep_compare (&first->creep, &second->creep);

  return order != 0 ? order : (int) first->area - (int) second->area;
}

/**
 * limber_body_history_creeping:
 *
 * The areas that limber_creep_judge() warns of; only completed visits count.
 *
 * Returns: (transfer full) (element-type LimberBodyCreep): the most urgent first
 */
GArray *
limber_body_history_creeping (const LimberBodyHistory *history)
{
  GArray *creeps = g_array_new (FALSE, FALSE, sizeof (LimberBodyCreep));
  g_autoptr (GArray) tallies = limber_body_history_tally (history);
  g_autoptr (GArray) visits = g_array_new (FALSE, FALSE, sizeof (LimberAreaVisit));

  for (guint i = 0; i < tallies->len; i++)
    {
      const LimberBodyTally *tally = &g_array_index (tallies, LimberBodyTally, i);
      LimberBodyCreep creep = { tally->area, tally->side, { 0 } };

      g_array_set_size (visits, 0);
      for (guint v = 0; v < history->visits->len; v++)
        {
          LimberAreaVisit visit = area_visit (findings_of (history, v), tally->area, tally->side);

          if (limber_body_history_get_visit (history, v)->state == LIMBER_SESSION_STATE_COMPLETED)
            g_array_append_val (visits, visit);
        }
      creep.creep = limber_creep_judge ((const LimberAreaVisit *) (gpointer) visits->data, visits->len);
      if (creep.creep.kind != LIMBER_CREEP_NONE)
        g_array_append_val (creeps, creep);
    }
  g_array_sort (creeps, compare_creeps);
  return creeps;
}

/** limber_health_item_forbids_on: whether @item kept its area from being worked on on @date. */
gboolean
limber_health_item_forbids_on (const LimberHealthItem *item, LimberDate date)
{
  return item->area != LIMBER_AREA_NONE && item->scope == LIMBER_HEALTH_SCOPE_LOCAL &&
         (item->since == LIMBER_DATE_NONE || item->since <= date) &&
         (item->resolved == LIMBER_DATE_NONE || item->resolved > date);
}
