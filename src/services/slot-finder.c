/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/slot-finder.h"

#include "domain/suggestion.h"
#include "services/wording.h"
#include "store/calendar.h"
#include "store/clinic.h"
#include "store/plan-facts.h"
#include "store/staff.h"

#define MINUTE 60
#define QUARTER 15

/* Everything that is read once for a search. */
typedef struct {
  const LimberSlotQuery *query;
  int turnover;
  GPtrArray *staff;
  GPtrArray *hours;
  GPtrArray *taken;
  GPtrArray *blocked;
  GPtrArray *own;
  LimberPlanFacts *facts;
} Search;

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->staff, g_ptr_array_unref);
  g_clear_pointer (&search->hours, g_ptr_array_unref);
  g_clear_pointer (&search->taken, g_ptr_array_unref);
  g_clear_pointer (&search->blocked, g_ptr_array_unref);
  g_clear_pointer (&search->own, g_ptr_array_unref);
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
  g_free (day->reason);
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
search_load (Search *search, LimberDb *db, GError **error)
{
  const LimberSlotQuery *query = search->query;
  gint64 from = limber_date_at_minute (query->from, 0, query->zone);
  gint64 to = limber_date_at_minute (query->to + 1, 0, query->zone);
  g_autoptr (LimberClinic) clinic = limber_clinic_load (db, error);

  if (clinic == NULL)
    return FALSE;
  search->turnover = query->turnover >= 0 ? query->turnover : clinic->turnover;
  search->staff = limber_calendar_therapists (db, error);
  if (search->staff == NULL)
    return FALSE;
  search->hours = limber_calendar_working_hours (db, query->staff_id, error);
  if (search->hours == NULL)
    return FALSE;
  search->taken = limber_calendar_of_staff (db, query->staff_id, from, to, error);
  if (search->taken == NULL)
    return FALSE;
  search->blocked = limber_calendar_blocked (db, query->staff_id, from, to, error);
  if (search->blocked == NULL || query->client_id == NULL)
    return search->blocked != NULL;
  search->own = limber_calendar_of_client (db, query->client_id, from, to, error);
  if (search->own == NULL)
    return FALSE;
  search->facts = limber_plan_facts_load (db, query->client_id,
                                          limber_date_from_instant (query->now, query->zone), error);
  return search->facts != NULL;
}

static gboolean
in_the_way (const Search *search, const GPtrArray *appointments, const char *staff_id, gint64 from, gint64 to)
{
  for (guint i = 0; appointments != NULL && i < appointments->len; i++)
    {
      const LimberAppointment *other = appointments->pdata[i];
      int length = other->minutes + (staff_id != NULL ? other->turnover : 0);

      if ((staff_id == NULL || g_strcmp0 (other->staff_id, staff_id) == 0)
          && g_strcmp0 (other->base.id, search->query->except_id) != 0
          && other->start_at < to && other->start_at + length * MINUTE > from)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_blocked (const Search *search, const char *staff_id, gint64 from, gint64 to)
{
  for (guint i = 0; i < search->blocked->len; i++)
    {
      const LimberBlockedTime *blocked = search->blocked->pdata[i];

      if ((blocked->staff_id == NULL || g_strcmp0 (blocked->staff_id, staff_id) == 0) && blocked->start_at < to
          && blocked->end_at > from)
        return TRUE;
    }
  return FALSE;
}

static gboolean
fits (const Search *search, const char *staff_id, gint64 start)
{
  gint64 end = start + search->query->minutes * MINUTE;

  return start >= search->query->now && !is_blocked (search, staff_id, start, end)
         && !in_the_way (search, search->taken, staff_id, start, end + search->turnover * MINUTE)
         && !in_the_way (search, search->own, NULL, start, end);
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
  g_ptr_array_add (list->slots, slot);
  day->n_slots++;
}

static void
add_stretch (const Search *search, LimberSlotList *list, LimberSlotDay *day, const LimberWorkingHours *stretch)
{
  const LimberStaff *staff = NULL;
  int first = (stretch->from_minute + QUARTER - 1) / QUARTER * QUARTER;

  for (guint i = 0; staff == NULL && i < search->staff->len; i++)
    if (g_strcmp0 (((LimberStaff *) search->staff->pdata[i])->base.id, stretch->staff_id) == 0)
      staff = search->staff->pdata[i];
  if (staff == NULL)
    return;
  day->closed = FALSE;
  for (int minute = first; minute + search->query->minutes <= stretch->to_minute; minute += QUARTER)
    {
      gint64 start = limber_date_at_minute (day->date, minute, search->query->zone);

      if (fits (search, staff->base.id, start))
        add_slot (search, list, day, staff, start);
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
  day->closed = TRUE;
  day->verdict = day->light = LIMBER_VERDICT_NORMAL;
  if (search->facts != NULL)
    {
      day->verdict = limber_plan_verdict (&search->facts->input, date, search->query->intent);
      day->light = limber_plan_verdict (&search->facts->input, date, LIMBER_WORK_LIGHT);
      day->reason = day_reason (search, date);
      day->race = is_race_day (search, date);
    }
  g_ptr_array_add (list->days, day);
  for (guint i = 0; i < search->hours->len; i++)
    {
      const LimberWorkingHours *stretch = search->hours->pdata[i];

      if (stretch->weekday == limber_date_weekday (date))
        add_stretch (search, list, day, stretch);
    }
}

static gboolean
has_room (LimberDate date, gpointer user_data)
{
  const LimberSlotList *list = user_data;

  for (guint i = 0; i < list->days->len; i++)
    {
      const LimberSlotDay *day = list->days->pdata[i];

      if (day->date == date)
        return day->n_slots > 0;
    }
  return FALSE;
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
  list->suggested = search.facts != NULL
                        ? limber_plan_suggest (&search.facts->input, has_room, list)
                        : g_array_new (FALSE, FALSE, sizeof (LimberDate));
  return g_steal_pointer (&list);
}
