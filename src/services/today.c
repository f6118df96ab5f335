/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/today.h"

#include "services/rebook.h"
#include "store/follow-up.h"

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
  g_clear_pointer (&facts->due, g_ptr_array_unref);
  g_clear_pointer (&facts->questions, g_ptr_array_unref);
  g_free (facts);
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

/** limber_today_due_load: Returns: (transfer full): who should come now; looks at every client. */
gpointer
limber_today_due_load (LimberDb *db, gpointer data, GError **error)
{
  const LimberTodayQuery *query = data;
  GPtrArray *due = limber_rebook_queue_load (db, query->now, query->zone, error);

  if (due != NULL)
    keep_due (due);
  return due;
}

/** limber_today_load: Returns: (transfer full): what the Today page says about the day. */
gpointer
limber_today_load (LimberDb *db, gpointer data, GError **error)
{
  const LimberTodayQuery *query = data;
  g_autoptr (LimberTodayFacts) facts = g_new0 (LimberTodayFacts, 1);

  facts->day = limber_day_facts_load (db, query->today, query->today, query->zone, error);
  if (facts->day == NULL)
    return NULL;
  facts->questions = limber_follow_up_load (db, query->today, LIMBER_TODAY_N_QUESTIONS, error);
  if (facts->questions == NULL)
    return NULL;
  return g_steal_pointer (&facts);
}
