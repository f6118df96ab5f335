/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/today.h"

#include "services/rebook/rebook.h"
#include "domain/work.h"
#include "store/follow-up.h"
#include "store/free-time.h"
#include "store/nudge.h"

LimberTodayQuery *
limber_today_query_new (gint64 now, GTimeZone *zone)
{
  LimberTodayQuery *query = g_new0 (LimberTodayQuery, 1);

  query->now = now;
  query->today = limber_date_from_instant (now, zone);
  query->zone = g_time_zone_ref (zone);
  return query;
}

void
limber_today_query_free (LimberTodayQuery *query)
{
  if (query == NULL)
    return;
  g_time_zone_unref (query->zone);
  g_free (query);
}

void
limber_today_facts_free (LimberTodayFacts *facts)
{
  if (facts == NULL)
    return;
  g_clear_pointer (&facts->day, limber_day_facts_free);
  g_clear_pointer (&facts->free, g_array_unref);
  g_free (facts);
}

void
limber_today_side_free (LimberTodaySide *side)
{
  if (side == NULL)
    return;
  g_clear_pointer (&side->due, g_ptr_array_unref);
  g_clear_pointer (&side->questions, g_ptr_array_unref);
  g_free (side);
}

/* The queue holds everybody to look after; here stand only those who should come now. */
static void
keep_due (GPtrArray *queue)
{
  for (guint i = queue->len; i > 0; i--)
    {
      const LimberRebookItem *item = queue->pdata[i - 1];

      if (item->group != LIMBER_REBOOK_GROUP_OVERDUE && item->group != LIMBER_REBOOK_GROUP_DUE)
        g_ptr_array_remove_index (queue, i - 1);
    }
}

/** limber_today_side_load: Returns: (transfer full): whom to call; looks at every client. */
gpointer
limber_today_side_load (LimberDb *db, gpointer data, GError **error)
{
  const LimberTodayQuery *query = data;
  g_autoptr (LimberTodaySide) side = g_new0 (LimberTodaySide, 1);

  side->due = limber_rebook_queue_load_first (db, query->now, query->zone, LIMBER_TODAY_N_DUE, error);
  if (side->due == NULL)
    return NULL;
  keep_due (side->due);
  side->questions = limber_follow_up_load (db, query->today, query->zone, LIMBER_TODAY_N_QUESTIONS, error);
  if (side->questions == NULL
      || !limber_nudge_count_late (db, limber_date_at_minute (query->today, 0, query->zone),
                                   limber_date_at_minute (query->today + 1, 0, query->zone), &side->n_late, error))
    return NULL;
  return g_steal_pointer (&side);
}

static void
free_clear (gpointer data)
{
  g_free (((LimberTodayFree *) data)->staff_id);
}

static gboolean
load_free (LimberTodayFacts *facts, LimberDb *db, const LimberTodayQuery *query, GError **error)
{
  gint64 until = limber_date_at_minute (query->today + 2, 0, query->zone);
  g_autoptr (LimberFreeTime) free_time = limber_free_time_load_until (db, query->now, until, query->zone, error);
  LimberVisitWish wish = { .minutes = LIMBER_MINUTES_DEFAULT, .turnover = -1 };
  GPtrArray *therapists;

  if (free_time == NULL)
    return FALSE;
  facts->free = g_array_new (FALSE, FALSE, sizeof (LimberTodayFree));
  g_array_set_clear_func (facts->free, free_clear);
  therapists = limber_free_time_therapists (free_time);
  for (guint i = 0; i < therapists->len; i++)
    {
      const LimberStaff *staff = therapists->pdata[i];
      LimberFreeVisit first;
      LimberTodayFree free = { NULL, 0, wish.minutes };

      if (!limber_free_time_first (free_time, &wish, staff->base.id, query->today, &first))
        continue;
      free.staff_id = g_strdup (staff->base.id);
      free.start_at = first.start_at;
      g_array_append_val (facts->free, free);
    }
  return TRUE;
}

/** limber_today_facts_free_of: Returns: (nullable) (transfer none): the room of one therapist today */
const LimberTodayFree *
limber_today_facts_free_of (const LimberTodayFacts *facts, const char *staff_id)
{
  for (guint i = 0; i < facts->free->len; i++)
    {
      const LimberTodayFree *free = &g_array_index (facts->free, LimberTodayFree, i);

      if (g_strcmp0 (free->staff_id, staff_id) == 0)
        return free;
    }
  return NULL;
}

/** limber_today_load: Returns: (transfer full): what the Today page says about the day. */
gpointer
limber_today_load (LimberDb *db, gpointer data, GError **error)
{
  const LimberTodayQuery *query = data;
  g_autoptr (LimberTodayFacts) facts = g_new0 (LimberTodayFacts, 1);

  facts->day = limber_day_facts_load (db, query->today, query->today, query->zone, error);
  if (facts->day == NULL || !load_free (facts, db, query, error))
    return NULL;
  return g_steal_pointer (&facts);
}
