/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/booking/slot-finder.h"

#include "domain/waiting-rules.h"
#include "services/wording/wording-visit.h"
#include "services/wording/wording.h"
#include "store/next-visit.h"
#include "store/plan-facts.h"

/* Everything that is read once for a search. */
typedef struct {
  const LimberSlotQuery *query;
  LimberVisitWish wish;
  LimberFreeTime *free_time;
  LimberPlanFacts *facts;
  LimberWaitingWish asked;
  LimberWaitingWish preferred; /* without days and times when the client did not say */
} Search;

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->free_time, limber_free_time_free);
  g_clear_pointer (&search->facts, limber_plan_facts_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
slot_free (LimberSlot *slot)
{
  g_free (slot->staff_id);
  g_free (slot->staff_name);
  g_free (slot);
}

static void
slot_day_free (LimberSlotDay *day)
{
  g_free (day->why);
  g_free (day->reason);
  g_free (day->cadence);
  g_free (day);
}

LimberSlotQuery *
limber_slot_query_copy (const LimberSlotQuery *query)
{
  LimberSlotQuery *copy = g_memdup2 (query, sizeof *query);

  copy->client_id = g_strdup (query->client_id);
  copy->staff_id = g_strdup (query->staff_id);
  copy->except_id = g_strdup (query->except_id);
  copy->zone = g_time_zone_ref (query->zone);
  return copy;
}

void
limber_slot_query_free (LimberSlotQuery *query)
{
  if (query == NULL)
    return;
  g_free (query->client_id);
  g_free (query->staff_id);
  g_free (query->except_id);
  g_time_zone_unref (query->zone);
  g_free (query);
}

void
limber_slot_list_free (LimberSlotList *list)
{
  if (list == NULL)
    return;
  g_clear_pointer (&list->slots, g_ptr_array_unref);
  g_clear_pointer (&list->days, g_ptr_array_unref);
  g_clear_pointer (&list->suggested, g_array_unref);
  g_free (list);
}

static gboolean
load_client (Search *search, LimberDb *db, GError **error)
{
  const LimberSlotQuery *query = search->query;
  g_autoptr (LimberClient) client = limber_record_load (db, &limber_client_type, query->client_id, error);

  if (client == NULL)
    return FALSE;
  search->preferred = (LimberWaitingWish) {
    .from = LIMBER_DATE_NONE,
    .until = LIMBER_DATE_NONE,
    .weekdays = client->preferred_weekdays,
    .from_minute = client->preferred_from,
    .to_minute = client->preferred_to,
    .minutes = query->minutes,
  };
  search->facts = limber_plan_facts_load (db, query->client_id, limber_date_from_instant (query->now, query->zone), error);
  return search->facts != NULL;
}

static gboolean
search_load (Search *search, LimberDb *db, GError **error)
{
  const LimberSlotQuery *query = search->query;

  search->wish = (LimberVisitWish) {
    .client_id = query->client_id,
    .except_id = query->except_id,
    .minutes = query->minutes,
    .turnover = query->turnover,
  };
  search->asked = (LimberWaitingWish) {
    .from = LIMBER_DATE_NONE,
    .until = LIMBER_DATE_NONE,
    .weekdays = query->weekdays,
    .from_minute = query->from_minute,
    .to_minute = query->to_minute,
    .minutes = query->minutes,
  };
  search->free_time = limber_free_time_load (db, query->now, query->zone, error);
  if (search->free_time == NULL || query->client_id == NULL)
    return search->free_time != NULL;
  return load_client (search, db, error);
}

static gboolean
fits (const Search *search, const LimberWaitingWish *wish, gint64 start)
{
  LimberWaitingSlot slot = { .start = start, .minutes = search->query->minutes };

  return limber_waiting_match (wish, &slot, search->query->zone) == LIMBER_WAITING_FITS;
}

static gboolean
is_preferred (const Search *search, gint64 start)
{
  const LimberWaitingWish *wish = &search->preferred;

  return (wish->weekdays != 0 || wish->from_minute > 0 || wish->to_minute > 0) && fits (search, wish, start);
}

static void
add_slot (const Search *search, LimberSlotList *list, LimberSlotDay *day, const LimberStaff *staff, gint64 start)
{
  LimberSlot *slot = g_new0 (LimberSlot, 1);

  slot->staff_id = g_strdup (staff->base.id);
  slot->staff_name = g_strdup (staff->name);
  slot->date = day->date;
  slot->start_at = start;
  slot->verdict = day->verdict;
  slot->light = day->light;
  slot->preferred = is_preferred (search, start);
  g_ptr_array_add (list->slots, slot);
  day->n_slots++;
}

static void
add_slots (const Search *search, LimberSlotList *list, LimberSlotDay *day)
{
  GPtrArray *therapists = limber_free_time_therapists (search->free_time);

  for (guint i = 0; i < therapists->len; i++)
    {
      const LimberStaff *staff = therapists->pdata[i];
      g_autoptr (GArray) starts = NULL;

      if (search->query->staff_id != NULL && g_strcmp0 (staff->base.id, search->query->staff_id) != 0)
        continue;
      starts = limber_free_time_starts (search->free_time, &search->wish, staff->base.id, day->date);
      for (guint j = 0; j < starts->len; j++)
        if (fits (search, &search->asked, g_array_index (starts, gint64, j)))
          add_slot (search, list, day, staff, g_array_index (starts, gint64, j));
    }
}

static char *
day_reason (const Search *search, LimberDate date)
{
  g_autoptr (GArray) reasons = limber_plan_reasons (&search->facts->input, date);

  if (reasons->len == 0)
    return NULL;
  return limber_wording_reason (&g_array_index (reasons, LimberReason, 0));
}

static gboolean
is_race_day (const Search *search, LimberDate date)
{
  for (guint i = 0; i < search->facts->input.n_races; i++)
    if (date >= search->facts->input.races[i].first && date <= search->facts->input.races[i].last)
      return TRUE;
  return FALSE;
}

static void
add_day (const Search *search, LimberSlotList *list, LimberDate date)
{
  LimberSlotDay *day = g_new0 (LimberSlotDay, 1);

  day->date = date;
  day->closed = !limber_free_time_is_open (search->free_time, search->query->staff_id, date);
  day->verdict = day->light = LIMBER_VERDICT_NORMAL;
  if (search->facts != NULL)
    {
      day->verdict = limber_plan_verdict (&search->facts->input, date, search->query->intent);
      day->light = limber_plan_verdict (&search->facts->input, date, LIMBER_WORK_LIGHT);
      day->why = limber_wording_why (&search->facts->input, date);
      day->reason = day_reason (search, date);
      day->cadence = limber_wording_visit_cadence (&search->facts->input, date);
      day->race = is_race_day (search, date);
    }
  g_ptr_array_add (list->days, day);
  add_slots (search, list, day);
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const LimberSlot *one = *(LimberSlot **) a;
  const LimberSlot *two = *(LimberSlot **) b;

  if (one->start_at != two->start_at)
    return one->start_at < two->start_at ? -1 : 1;
  return g_strcmp0 (one->staff_name, two->staff_name);
}

/**
 * limber_slots_find:
 * @data: a LimberSlotQuery
 *
 * The free slots of the days asked for, on quarter hours, with the verdict of each day; and the dates to
 * suggest among them.
 *
 * Returns: (transfer full): a LimberSlotList
 */
gpointer
limber_slots_find (LimberDb *db, gpointer data, GError **error)
{
  g_auto (Search) search = { .query = data };
  g_autoptr (LimberSlotList) list = g_new0 (LimberSlotList, 1);

  if (!search_load (&search, db, error))
    return NULL;
  list->slots = g_ptr_array_new_with_free_func ((GDestroyNotify) slot_free);
  list->days = g_ptr_array_new_with_free_func ((GDestroyNotify) slot_day_free);
  for (LimberDate date = search.query->from; date <= search.query->to; date++)
    add_day (&search, list, date);
  g_ptr_array_sort (list->slots, compare_slots);
  search.wish.staff_id = search.query->staff_id;
  list->suggested = search.facts != NULL
                        ? limber_next_visit_days (search.free_time, &search.wish, &search.facts->input)
                        : g_array_new (FALSE, FALSE, sizeof (LimberDate));
  return g_steal_pointer (&list);
}
