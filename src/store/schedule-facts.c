/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN: a week of five therapists is read by a handful of queries over the whole period, whatever the number of
 * appointments. Only clients for whom a verdict could be anything but normal (a race near, a contraindication) are
 * looked at one by one. */

#include "store/schedule-facts.h"

#include "domain/race-rules.h"
#include "domain/slot-rules.h"
#include "store/calendar.h"
#include "store/work-plan.h"

/* A race speaks about days from so many before it to so many after it. */
#define RULES_AHEAD 8
#define RULES_BEHIND 14
#define RACES_AHEAD 7

/* One reading under way. */
typedef struct {
  LimberScheduleFacts *facts;
  GHashTable *by_id; /* appointment id → borrowed LimberScheduleItem */
  GTimeZone *zone;
  gint64 start;
  gint64 end;
} Load;

static void
item_free (LimberScheduleItem *item)
{
  limber_appointment_free (item->appointment);
  g_free (item->client_name);
  g_free (item->race_name);
  g_free (item);
}

static void
staff_free (LimberScheduleStaff *staff)
{
  g_free (staff->id);
  g_free (staff->name);
  g_free (staff);
}

static void
plan_free (gpointer plan)
{
  if (plan != NULL)
    limber_plan_facts_free (plan);
}

static void
race_free (LimberScheduleRace *race)
{
  g_free (race->name);
  g_free (race);
}

LimberScheduleQuery *
limber_schedule_query_new (LimberDate from, LimberDate to, LimberDate today, GTimeZone *zone)
{
  LimberScheduleQuery *query = g_new0 (LimberScheduleQuery, 1);

  query->from = from;
  query->to = to;
  query->today = today;
  query->zone = g_time_zone_ref (zone);
  return query;
}

void
limber_schedule_query_free (LimberScheduleQuery *query)
{
  if (query == NULL)
    return;
  g_time_zone_unref (query->zone);
  g_free (query);
}

void
limber_schedule_facts_free (LimberScheduleFacts *facts)
{
  if (facts == NULL)
    return;
  g_clear_pointer (&facts->items, g_ptr_array_unref);
  g_clear_pointer (&facts->staff, g_ptr_array_unref);
  g_clear_pointer (&facts->hours, g_array_unref);
  g_clear_pointer (&facts->blocked, g_ptr_array_unref);
  g_clear_pointer (&facts->races, g_ptr_array_unref);
  g_clear_pointer (&facts->plans, g_hash_table_unref);
  g_free (facts);
}

/** limber_schedule_facts_find: Returns: (nullable) (transfer none): the appointment with that id, if it is in the period. */
const LimberScheduleItem *
limber_schedule_facts_find (const LimberScheduleFacts *facts, const char *appointment_id)
{
  for (guint i = 0; appointment_id != NULL && i < facts->items->len; i++)
    {
      const LimberScheduleItem *item = facts->items->pdata[i];

      if (g_strcmp0 (item->appointment->base.id, appointment_id) == 0)
        return item;
    }
  return NULL;
}

/* Runs @row for every row of @stmt, which it takes. */
static gboolean
each_row (LimberStmt *taken, Load *load, void (*row) (Load *load, LimberStmt *stmt), GError **error)
{
  g_autoptr (LimberStmt) stmt = taken;
  g_autoptr (GError) failure = NULL;

  if (stmt == NULL)
    return FALSE;
  while (limber_stmt_step (stmt, &failure))
    row (load, stmt);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static void
take_item (Load *load, LimberStmt *stmt)
{
  LimberScheduleItem *item = g_new0 (LimberScheduleItem, 1);

  item->client_name = g_strdup (limber_stmt_text (stmt, 0));
  item->appointment = limber_record_from_stmt (&limber_appointment_type, stmt, 1);
  g_ptr_array_add (load->facts->items, item);
  g_hash_table_insert (load->by_id, item->appointment->base.id, item);
}

static void
take_contraindicated (Load *load, LimberStmt *stmt)
{
  g_hash_table_insert (load->facts->plans, g_strdup (limber_stmt_text (stmt, 0)), NULL);
}

#define PERIOD "appointment.start_at >= $1 AND appointment.start_at < $2"

static gboolean
load_items (Load *load, LimberDb *db, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT client.name, %s FROM appointment JOIN client ON "
                                          "client.id = appointment.client_id WHERE " PERIOD
                                          " ORDER BY appointment.start_at, appointment.id",
                                          limber_record_columns (db, &limber_appointment_type));

  load->facts->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  return each_row (limber_db_query (db, error, sql, "ii", load->start, load->end), load, take_item, error)
         && each_row (limber_db_query (db, error,
                                       "SELECT h.client_id FROM appointment JOIN health_item h "
                                       "ON h.client_id = appointment.client_id WHERE " PERIOD
                                       " AND h.kind = 'contraindication' AND h.scope = 'total' AND h.resolved IS NULL",
                                       "ii", load->start, load->end),
                      load, take_contraindicated, error);
}

static gboolean
is_nearer (const LimberScheduleItem *item, LimberDate date, LimberDate first, LimberDate last)
{
  if (item->race_name == NULL)
    return TRUE;
  /* What comes is nearer than what is over; then the days count. */
  if ((last < date) != (item->race_last < date))
    return item->race_last < date;
  return last < date ? last > item->race_last : first < item->race_first;
}

static void
take_race (Load *load, LimberStmt *stmt)
{
  LimberScheduleItem *item = g_hash_table_lookup (load->by_id, limber_stmt_text (stmt, 0));
  LimberDate first = limber_stmt_date (stmt, 2), last = limber_stmt_date (stmt, 3);
  LimberDate date;

  if (item == NULL)
    return;
  date = limber_date_from_instant (item->appointment->start_at, load->zone);
  if (date >= first - RULES_AHEAD && date <= last + RULES_BEHIND)
    g_hash_table_insert (load->facts->plans, g_strdup (item->appointment->client_id), NULL);
  if (first - date > LIMBER_SCHEDULE_RACE_AHEAD || date - last > LIMBER_SCHEDULE_RACE_BEHIND
      || !is_nearer (item, date, first, last))
    return;
  limber_record_set_text (&item->race_name, limber_stmt_text (stmt, 1));
  item->race_first = first;
  item->race_last = last;
}

static gboolean
load_item_races (Load *load, LimberDb *db, GError **error)
{
  return each_row (limber_db_query (db, error,
                                    "SELECT a.id, r.name, r.first_on, r.last_on FROM appointment a "
                                    "JOIN race_entry e ON e.client_id = a.client_id JOIN race r ON r.id = e.race_id "
                                    "WHERE a.start_at >= $1 AND a.start_at < $2 AND r.last_on >= $3 AND r.first_on <= $4",
                                    "iidd", load->start, load->end, load->facts->from - RULES_BEHIND,
                                    load->facts->to + LIMBER_SCHEDULE_RACE_AHEAD),
                   load, take_race, error);
}

static gboolean
load_plans (LimberScheduleFacts *facts, LimberDb *db, LimberDate today, GError **error)
{
  guint n_clients;
  g_autofree gpointer *clients = g_hash_table_get_keys_as_array (facts->plans, &n_clients);

  for (guint i = 0; i < n_clients; i++)
    {
      LimberPlanFacts *plan = limber_plan_facts_load (db, clients[i], today, error);

      if (plan == NULL)
        return FALSE;
      g_hash_table_insert (facts->plans, g_strdup (clients[i]), plan);
    }
  for (guint i = 0; i < facts->items->len; i++)
    {
      LimberScheduleItem *item = facts->items->pdata[i];

      item->facts = g_hash_table_lookup (facts->plans, item->appointment->client_id);
    }
  return TRUE;
}

static void
add_staff (LimberScheduleFacts *facts, const LimberStaff *person, gboolean gone)
{
  LimberScheduleStaff *staff = g_new0 (LimberScheduleStaff, 1);

  staff->id = g_strdup (person->base.id);
  staff->name = g_strdup (person->name);
  staff->color = person->color;
  staff->gone = gone;
  g_ptr_array_add (facts->staff, staff);
}

static gboolean
has_staff (const LimberScheduleFacts *facts, const char *id)
{
  for (guint i = 0; i < facts->staff->len; i++)
    if (g_strcmp0 (((LimberScheduleStaff *) facts->staff->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
load_staff (LimberScheduleFacts *facts, LimberDb *db, GError **error)
{
  g_autoptr (GPtrArray) therapists = limber_calendar_therapists (db, error);

  if (therapists == NULL)
    return FALSE;
  facts->staff = g_ptr_array_new_with_free_func ((GDestroyNotify) staff_free);
  for (guint i = 0; i < therapists->len; i++)
    add_staff (facts, therapists->pdata[i], FALSE);
  for (guint i = 0; i < facts->items->len; i++)
    {
      const LimberScheduleItem *item = facts->items->pdata[i];
      g_autoptr (LimberStaff) person = NULL;

      if (has_staff (facts, item->appointment->staff_id))
        continue;
      person = limber_record_load (db, &limber_staff_type, item->appointment->staff_id, error);
      if (person == NULL)
        return FALSE;
      add_staff (facts, person, TRUE);
    }
  return TRUE;
}

static void
take_race_day (Load *load, LimberStmt *stmt)
{
  LimberScheduleRace *race;

  if (limber_stmt_int (stmt, 3) == 0)
    return;
  race = g_new0 (LimberScheduleRace, 1);
  race->name = g_strdup (limber_stmt_text (stmt, 0));
  race->first = limber_stmt_date (stmt, 1);
  race->last = limber_stmt_date (stmt, 2);
  race->n_clients = (int) limber_stmt_int (stmt, 3);
  g_ptr_array_add (load->facts->races, race);
}

static gboolean
load_races (Load *load, LimberDb *db, GError **error)
{
  LimberScheduleFacts *facts = load->facts;

  facts->races = g_ptr_array_new_with_free_func ((GDestroyNotify) race_free);
  return each_row (limber_db_query (db, error,
                                    "SELECT r.name, r.first_on, r.last_on, (SELECT COUNT(*) FROM race_entry e "
                                    "JOIN client c ON c.id = e.client_id WHERE e.race_id = r.id AND c.archived_at IS NULL) "
                                    "FROM race r WHERE r.first_on <= $2 AND r.last_on >= $1 ORDER BY r.first_on, r.name",
                                    "dd", facts->from, facts->to + RACES_AHEAD),
                   load, take_race_day, error);
}

static void
add_hours (Load *load, LimberWorkPlan *plan, const char *staff_id, LimberDate date)
{
  g_autoptr (GArray) stretches = limber_work_plan_hours (plan, staff_id, date);
  gint64 midnight = limber_date_at_minute (date + 1, 0, load->zone);

  for (guint i = 0; i < stretches->len; i++)
    {
      const LimberInterval *stretch = &g_array_index (stretches, LimberInterval, i);
      LimberScheduleHours hours = { staff_id, date, limber_minute_of_instant (stretch->start, load->zone),
                                    stretch->end >= midnight ? 24 * 60 : limber_minute_of_instant (stretch->end, load->zone) };

      g_array_append_val (load->facts->hours, hours);
    }
}

static gboolean
load_work (Load *load, LimberDb *db, GError **error)
{
  LimberScheduleFacts *facts = load->facts;
  LimberDate last = MAX (facts->to, facts->from + 6);
  g_autoptr (LimberWorkPlan) plan = NULL;

  plan = limber_work_plan_load (db, load->start, limber_date_at_minute (last + 1, 0, load->zone), load->zone, error);
  if (plan == NULL)
    return FALSE;
  facts->hours = g_array_new (FALSE, FALSE, sizeof (LimberScheduleHours));
  for (guint i = 0; i < facts->staff->len; i++)
    for (LimberDate date = facts->from; date <= last; date++)
      add_hours (load, plan, ((LimberScheduleStaff *) facts->staff->pdata[i])->id, date);
  facts->blocked = limber_work_plan_all_blocked (plan, facts->from, facts->to);
  return TRUE;
}

static gboolean
load_clinic (Load *load, LimberDb *db, GError **error)
{
  gint64 some = 0;

  if (!limber_db_get_int (db, &some, error, "SELECT EXISTS (SELECT 1 FROM client WHERE archived_at IS NULL)", ""))
    return FALSE;
  load->facts->has_clients = some != 0;
  return load_work (load, db, error);
}

/**
 * limber_schedule_facts_load:
 * @data: a LimberScheduleQuery
 *
 * Returns: (transfer full) (nullable): the LimberScheduleFacts of the whole clinic
 */
gpointer
limber_schedule_facts_load (LimberDb *db, gpointer data, GError **error)
{
  const LimberScheduleQuery *query = data;
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (LimberScheduleFacts) facts = g_new0 (LimberScheduleFacts, 1);
  Load load = { facts, by_id, query->zone, limber_date_at_minute (query->from, 0, query->zone),
                limber_date_at_minute (query->to + 1, 0, query->zone) };

  facts->from = query->from;
  facts->to = query->to;
  facts->plans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, plan_free);
  if (!load_items (&load, db, error) || !load_item_races (&load, db, error)
      || !load_plans (facts, db, query->today, error) || !load_staff (facts, db, error) || !load_clinic (&load, db, error)
      || !load_races (&load, db, error))
    return NULL;
  return g_steal_pointer (&facts);
}

/** limber_schedule_session_load: @data: the id of an appointment. Returns: (transfer full) (nullable): that of its session */
gpointer
limber_schedule_session_load (LimberDb *db, gpointer data, GError **error)
{
  g_autoptr (LimberStmt) stmt = NULL;

  stmt = limber_db_query (db, error,
                          "SELECT id FROM session WHERE appointment_id = $1 AND state <> 'voided' "
                          "ORDER BY started_at DESC LIMIT 1",
                          "s", (const char *) data);
  return stmt != NULL && limber_stmt_step (stmt, error) ? g_strdup (limber_stmt_text (stmt, 0)) : NULL;
}
