/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/race-list.h"

#include "domain/work.h"
#include "store/client.h"
#include "store/next-visit.h"

/* A visit longer before the race is an ordinary one; a session that long ago no longer counts for the race. */
#define APPOINTMENT_DAYS 14
#define SESSION_DAYS 7

/** limber_race_query_new: Returns: (transfer full): a question; @race_id may be %NULL for the list of races. */
LimberRaceQuery *
limber_race_query_new (const char *race_id, gint64 now, GTimeZone *zone)
{
  LimberRaceQuery *query = g_new0 (LimberRaceQuery, 1);

  query->race_id = g_strdup (race_id);
  query->now = now;
  query->today = limber_date_from_instant (now, zone);
  query->zone = g_time_zone_ref (zone);
  return query;
}

LimberRaceQuery *
limber_race_query_copy (const LimberRaceQuery *query)
{
  LimberRaceQuery *copy = limber_race_query_new (query->race_id, query->now, query->zone);

  copy->older = query->older;
  return copy;
}

void
limber_race_query_free (LimberRaceQuery *query)
{
  g_free (query->race_id);
  g_time_zone_unref (query->zone);
  g_free (query);
}

void
limber_race_summary_free (LimberRaceSummary *summary)
{
  /* A model takes the records out of the array that it was given, and leaves holes. */
  if (summary == NULL)
    return;
  g_free (summary->base.id);
  g_clear_pointer (&summary->race, limber_race_free);
  g_free (summary);
}

void
limber_race_entrant_free (LimberRaceEntrant *entrant)
{
  if (entrant == NULL)
    return;
  g_free (entrant->base.id);
  g_free (entrant->name);
  g_clear_pointer (&entrant->entry, limber_race_entry_free);
  g_clear_pointer (&entrant->appointment, limber_appointment_free);
  g_clear_pointer (&entrant->visits, g_array_unref);
  g_clear_pointer (&entrant->facts, limber_plan_facts_free);
  g_free (entrant);
}

static gboolean
count_entrants (LimberDb *db, LimberRaceSummary *summary, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (LimberStmt) stmt = limber_db_query (db, error,
                                                 "SELECT count(*), count(*) FILTER (WHERE e.legs IS NULL) "
                                                 "FROM race_entry e JOIN client c ON c.id = e.client_id "
                                                 "WHERE e.race_id = $1 AND c.archived_at IS NULL",
                                                 "s", summary->base.id);

  if (stmt == NULL)
    return FALSE;
  if (limber_stmt_step (stmt, &local))
    {
      summary->entrants = (int) limber_stmt_int (stmt, 0);
      summary->unasked = (int) limber_stmt_int (stmt, 1);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* As limber_race_standing() sees it: a session in the week before counts, and an appointment in the two weeks. */
static gboolean
count_unvisited (LimberDb *db, LimberRaceSummary *summary, const LimberRaceQuery *query, GError **error)
{
  LimberDate first = summary->race->first_on, from = MAX (query->today, first - APPOINTMENT_DAYS);
  gint64 n = 0;
  gboolean ok = first < query->today
                || limber_db_get_int (db, &n, error,
                                      "SELECT count(*) FROM race_entry e JOIN client c ON c.id = e.client_id "
                                      "WHERE e.race_id = $1 AND c.archived_at IS NULL AND NOT EXISTS "
                                      "(SELECT 1 FROM session s WHERE s.client_id = c.id AND s.state = 'completed' "
                                      "AND s.date >= $2 AND s.date < $3 AND s.date <= $4) AND NOT EXISTS "
                                      "(SELECT 1 FROM appointment a WHERE a.client_id = c.id AND a.start_at >= $5 "
                                      "AND a.start_at < $6 AND a.status IN "
                                      "('booked', 'confirmed', 'arrived', 'in-session'))",
                                      "sdddii", summary->base.id, first - SESSION_DAYS, first, query->today,
                                      limber_date_at_minute (from, 0, query->zone),
                                      limber_date_at_minute (first + 1, 0, query->zone));

  summary->unvisited = (int) n;
  return ok;
}

/** limber_race_list_load: Returns: (transfer full): LimberRaceSummary of coming and past races, by date. */
gpointer
limber_race_list_load (LimberDb *db, gpointer data, GError **error)
{
  const LimberRaceQuery *query = data;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_race_summary_free);
  g_autoptr (GPtrArray) races = limber_record_select (db, &limber_race_type, error,
                                                      "WHERE last_on >= $1 ORDER BY first_on, name, id", "d",
                                                      query->older ? limber_date_from_ymd (1, 1, 1)
                                                                   : query->today - LIMBER_RACE_ASK_DAYS);

  if (races == NULL)
    return NULL;
  for (guint i = 0; i < races->len; i++)
    {
      LimberRaceSummary *summary = g_new0 (LimberRaceSummary, 1);

      summary->race = limber_race_copy (races->pdata[i]);
      summary->base.id = g_strdup (summary->race->base.id);
      summary->base.version = summary->race->base.version;
      g_ptr_array_add (list, summary);
      if (!count_entrants (db, summary, error) || !count_unvisited (db, summary, query, error))
        return NULL;
    }
  return g_steal_pointer (&list);
}

static gboolean
find_session (LimberDb *db, LimberRaceEntrant *entrant, const LimberRace *race, LimberDate today, GError **error)
{
  gint64 day = 0;
  g_autoptr (GError) local = NULL;
  g_autoptr (LimberStmt) stmt = limber_db_query (db, error,
                                                 "SELECT max(date) FROM session WHERE client_id = $1 AND "
                                                 "state = 'completed' AND date >= $2 AND date < $3 AND date <= $4",
                                                 "sddd", entrant->entry->client_id, race->first_on - SESSION_DAYS,
                                                 race->first_on, today);

  if (stmt == NULL)
    return FALSE;
  if (limber_stmt_step (stmt, &local) && !limber_stmt_is_null (stmt, 0))
    day = limber_stmt_date (stmt, 0);
  entrant->session_on = (LimberDate) day;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
find_appointment (LimberDb *db, LimberRaceEntrant *entrant, const LimberRace *race, const LimberRaceQuery *query,
                  GError **error)
{
  LimberDate from = MAX (query->today, race->first_on - APPOINTMENT_DAYS);
  g_autoptr (GPtrArray) found = NULL;

  if (race->first_on < query->today)
    return TRUE;
  found = limber_record_select (db, &limber_appointment_type, error,
                                "WHERE client_id = $1 AND start_at >= $2 AND start_at < $3 AND status IN "
                                "('booked', 'confirmed', 'arrived', 'in-session') ORDER BY start_at DESC LIMIT 1",
                                "sii", entrant->entry->client_id, limber_date_at_minute (from, 0, query->zone),
                                limber_date_at_minute (race->first_on + 1, 0, query->zone));
  if (found == NULL)
    return FALSE;
  if (found->len > 0)
    {
      entrant->appointment = limber_appointment_copy (found->pdata[0]);
      entrant->appointment_on = limber_date_from_instant (entrant->appointment->start_at, query->zone);
    }
  return TRUE;
}

static int
by_date (gconstpointer a, gconstpointer b)
{
  return ((const LimberRaceVisit *) a)->date - ((const LimberRaceVisit *) b)->date;
}

static gboolean
find_sessions_around (LimberDb *db, LimberRaceEntrant *entrant, LimberDate from, LimberDate to, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (LimberStmt) stmt = limber_db_query (db, error,
                                                 "SELECT date FROM session WHERE client_id = $1 AND state = 'completed' "
                                                 "AND date >= $2 AND date <= $3",
                                                 "sdd", entrant->entry->client_id, from, to);

  if (stmt == NULL)
    return FALSE;
  while (limber_stmt_step (stmt, &local))
    {
      LimberRaceVisit visit = { limber_stmt_date (stmt, 0), 0 };

      g_array_append_val (entrant->visits, visit);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
find_visits (LimberDb *db, LimberRaceEntrant *entrant, const LimberRace *race, const LimberRaceQuery *query, GError **error)
{
  LimberDate from = race->first_on - LIMBER_RACE_VISITS_BEFORE, to = race->last_on + LIMBER_RACE_VISITS_AFTER;
  g_autoptr (GPtrArray) booked = NULL;

  entrant->visits = g_array_new (FALSE, FALSE, sizeof (LimberRaceVisit));
  if (!find_sessions_around (db, entrant, from, to, error))
    return FALSE;
  booked = limber_record_select (db, &limber_appointment_type, error,
                                 "WHERE client_id = $1 AND start_at >= $2 AND start_at < $3 AND status IN "
                                 "('booked', 'confirmed', 'arrived', 'in-session') ORDER BY start_at",
                                 "sii", entrant->entry->client_id,
                                 limber_date_at_minute (MAX (from, query->today), 0, query->zone),
                                 limber_date_at_minute (to + 1, 0, query->zone));
  if (booked == NULL)
    return FALSE;
  for (guint i = 0; i < booked->len; i++)
    {
      const LimberAppointment *appointment = booked->pdata[i];
      LimberRaceVisit visit = { limber_date_from_instant (appointment->start_at, query->zone), appointment->start_at };

      g_array_append_val (entrant->visits, visit);
    }
  g_array_sort (entrant->visits, by_date);
  return TRUE;
}

static int
race_index (const LimberPlanFacts *facts, const char *entry_id)
{
  for (guint i = 0; i < facts->infos->len; i++)
    if (g_strcmp0 (g_array_index (facts->infos, LimberPlanRaceInfo, i).entry_id, entry_id) == 0)
      return (int) i;
  return -1;
}

static void
suggest (LimberRaceEntrant *entrant, const LimberClient *client, LimberFreeTime *free_time)
{
  LimberVisitWish wish = limber_visit_wish_of (client);

  if (entrant->appointment != NULL)
    {
      wish.except_id = entrant->appointment->base.id;
      wish.minutes = entrant->appointment->minutes;
    }
  entrant->suggested = limber_next_visit_before_race (free_time, &wish, &entrant->facts->input, (guint) entrant->index);
}

static LimberRaceEntrant *
load_entrant (LimberDb *db, const LimberRaceEntry *entry, const LimberRace *race, LimberFreeTime *free_time,
              const LimberRaceQuery *query, GError **error)
{
  LimberRaceEntrant *entrant = g_new0 (LimberRaceEntrant, 1);
  g_autoptr (LimberClient) client = limber_record_load (db, &limber_client_type, entry->client_id, error);

  entrant->entry = limber_race_entry_copy (entry);
  entrant->base.id = g_strdup (entry->base.id);
  entrant->base.version = entry->base.version;
  if (client != NULL && find_session (db, entrant, race, query->today, error) &&
      find_appointment (db, entrant, race, query, error) && find_visits (db, entrant, race, query, error))
    entrant->facts = limber_plan_facts_load (db, entry->client_id, query->today, error);
  if (entrant->facts == NULL)
    {
      limber_race_entrant_free (entrant);
      return NULL;
    }
  entrant->name = g_strdup (client->name);
  entrant->index = race_index (entrant->facts, entry->base.id);
  if (entrant->index >= 0 && race->first_on >= query->today)
    suggest (entrant, client, free_time);
  return entrant;
}

/**
 * limber_race_entrants_load:
 *
 * Returns: (transfer full): LimberRaceEntrant of the race, goal races first, then by name; empty when the race is
 *   gone
 */
gpointer
limber_race_entrants_load (LimberDb *db, gpointer data, GError **error)
{
  const LimberRaceQuery *query = data;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_race_entrant_free);
  g_autoptr (GPtrArray) races = limber_record_select (db, &limber_race_type, error, "WHERE id = $1", "s",
                                                      query->race_id);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (LimberFreeTime) free_time = NULL;

  if (races == NULL)
    return NULL;
  if (races->len == 0)
    return g_steal_pointer (&list);
  entries = limber_record_select (db, &limber_race_entry_type, error,
                                  "WHERE race_id = $1 AND EXISTS (SELECT 1 FROM client c WHERE c.id = client_id "
                                  "AND c.archived_at IS NULL) ORDER BY goal DESC, "
                                  "(SELECT c.sort_key FROM client c WHERE c.id = client_id), id",
                                  "s", query->race_id);
  free_time = entries != NULL ? limber_free_time_load (db, query->now, query->zone, error) : NULL;
  if (free_time == NULL)
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      LimberRaceEntrant *entrant = load_entrant (db, entries->pdata[i], races->pdata[0], free_time, query, error);

      if (entrant == NULL)
        return NULL;
      g_ptr_array_add (list, entrant);
    }
  return g_steal_pointer (&list);
}

LimberRaceEntry *
limber_race_entry_most_told (LimberDb *db, LimberDate today, GError **error)
{
  return limber_record_find (db, &limber_race_entry_type, error,
                             "WHERE race_id IN (SELECT r.id FROM race r WHERE r.first_on >= $1) ORDER BY "
                             "(SELECT count(*) FROM race_entry o WHERE o.client_id = race_entry.client_id "
                             "AND o.legs IS NOT NULL) DESC, id LIMIT 1", "d", today);
}
