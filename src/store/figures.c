/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/figures.h"

#include "domain/race-rules.h"

#define FAR_AHEAD 7

/* Who was there when, or will be. @booked_at is 0 when nobody knows. */
typedef struct {
  gint64 start_at;
  gint64 booked_at;
  LimberDate date;
  gboolean attended;
} Visit;

typedef struct {
  LimberFigures *figures;
  GTimeZone *zone;
  GHashTable *visits; /* client id → GArray of Visit */
  GHashTable *races;  /* client id → GArray of LimberDate */
} Count;

static void
count_clear (Count *count)
{
  g_clear_pointer (&count->figures, g_free);
  g_clear_pointer (&count->visits, g_hash_table_unref);
  g_clear_pointer (&count->races, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Count, count_clear)

static GArray *
array_of (GHashTable *table, const char *client_id, guint size)
{
  GArray *array = g_hash_table_lookup (table, client_id);

  if (array == NULL)
    {
      array = g_array_new (FALSE, FALSE, size);
      g_hash_table_insert (table, g_strdup (client_id), array);
    }
  return array;
}

static LimberMonthFigures *
month_of (LimberFigures *figures, LimberDate date)
{
  for (guint i = LIMBER_FIGURE_MONTHS; i > 0; i--)
    if (figures->months[i - 1].first <= date)
      return &figures->months[i - 1];
  return NULL;
}

static void
add (LimberRatio *ratio, gboolean counts)
{
  ratio->whole++;
  ratio->part += counts ? 1 : 0;
}

/* Whether @error was set by a step; hands it on. */
static gboolean
finish (GError *local, GError **error)
{
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
load_visits (Count *count, LimberDb *db, LimberDate from, GError **error)
{
  GError *local = NULL;
  g_autoptr (LimberStmt) stmt = NULL;

  stmt = limber_db_query (db, error,
                          "SELECT a.client_id, a.start_at, a.status IN ('arrived', 'in-session', 'completed'), "
                          "(SELECT min(l.at) FROM change_log l WHERE l.entity_id = a.id AND l.action = 'insert') "
                          "FROM appointment a WHERE a.start_at >= $1 "
                          "AND a.status NOT IN ('cancelled', 'late-cancelled') ORDER BY a.start_at",
                          "i", limber_date_at_minute (from, 0, count->zone));
  if (stmt == NULL)
    return FALSE;
  while (limber_stmt_step (stmt, &local))
    {
      Visit visit = { limber_stmt_int (stmt, 1), limber_stmt_int (stmt, 3), LIMBER_DATE_NONE, limber_stmt_int (stmt, 2) != 0 };

      visit.date = limber_date_from_instant (visit.start_at, count->zone);
      g_array_append_val (array_of (count->visits, limber_stmt_text (stmt, 0), sizeof visit), visit);
    }
  return finish (local, error);
}

static gboolean
load_races (Count *count, LimberDb *db, LimberDate from, GError **error)
{
  GError *local = NULL;
  g_autoptr (LimberStmt) stmt = NULL;

  stmt = limber_db_query (db, error,
                          "SELECT e.client_id, r.first_on FROM race r JOIN race_entry e ON e.race_id = r.id "
                          "WHERE r.first_on >= $1 ORDER BY r.first_on",
                          "d", from);
  if (stmt == NULL)
    return FALSE;
  while (limber_stmt_step (stmt, &local))
    {
      LimberDate first = limber_stmt_date (stmt, 1);

      g_array_append_val (array_of (count->races, limber_stmt_text (stmt, 0), sizeof first), first);
    }
  return finish (local, error);
}

/* Whether the client left the visit of @date with another one in the book. */
static gboolean
is_rebooked (Count *count, const char *client_id, LimberDate date)
{
  const GArray *visits = g_hash_table_lookup (count->visits, client_id);
  gint64 end = limber_date_at_minute (date + 1, 0, count->zone);

  for (guint i = 0; visits != NULL && i < visits->len; i++)
    {
      const Visit *visit = &g_array_index (visits, Visit, i);

      if (visit->start_at >= end && visit->booked_at < end)
        return TRUE;
    }
  return FALSE;
}

/* Days from @date to the client's next race, -1 when there is none within a week. */
static int
lead_of (Count *count, const char *client_id, LimberDate date)
{
  const GArray *races = g_hash_table_lookup (count->races, client_id);

  for (guint i = 0; races != NULL && i < races->len; i++)
    {
      int lead = g_array_index (races, LimberDate, i) - date;

      if (lead >= 0)
        return lead <= FAR_AHEAD ? lead : -1;
    }
  return -1;
}

static gboolean
count_sessions (Count *count, LimberDb *db, LimberDate from, LimberDate today, GError **error)
{
  GError *local = NULL;
  g_autoptr (LimberStmt) stmt = NULL;

  stmt = limber_db_query (db, error,
                          "SELECT client_id, date FROM session WHERE date >= $1 AND date <= $2 AND state = 'completed'",
                          "dd", from, today);
  if (stmt == NULL)
    return FALSE;
  while (limber_stmt_step (stmt, &local))
    {
      const char *client_id = limber_stmt_text (stmt, 0);
      LimberDate date = limber_stmt_date (stmt, 1);
      LimberMonthFigures *month = month_of (count->figures, date);
      int lead = lead_of (count, client_id, date);

      add (&month->rebooked, is_rebooked (count, client_id, date));
      if (lead >= 0)
        add (&month->on_window, lead >= LIMBER_LEAD_MIN && lead <= LIMBER_LEAD_MAX);
    }
  return finish (local, error);
}

static void
count_attended (Count *count, LimberDate today)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, count->visits);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const GArray *visits = value;

      for (guint i = 0; i < visits->len; i++)
        {
          const Visit *visit = &g_array_index (visits, Visit, i);

          if (visit->attended && visit->date <= today)
            add (&month_of (count->figures, visit->date)->rebook_rate, i + 1 < visits->len);
        }
    }
}

static void
set_months (LimberFigures *figures, LimberDate today)
{
  int year, month, day;

  limber_date_to_ymd (today, &year, &month, &day);
  for (int i = LIMBER_FIGURE_MONTHS - 1; i >= 0; i--)
    {
      figures->months[i].first = limber_date_from_ymd (year, month, 1);
      month = month > 1 ? month - 1 : 12;
      year -= month == 12 ? 1 : 0;
    }
}

/**
 * limber_figures_load:
 * @zone: of the clinic
 *
 * Counts the months up to the one of @today. Call it inside a read transaction.
 *
 * Returns: (transfer full): free with g_free(); %NULL on error
 */
LimberFigures *
limber_figures_load (LimberDb *db, LimberDate today, GTimeZone *zone, GError **error)
{
  g_auto (Count) count = { g_new0 (LimberFigures, 1), zone, NULL, NULL };
  gint64 clients = 0;
  LimberDate from;

  set_months (count.figures, today);
  from = count.figures->months[0].first;
  count.visits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  count.races = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  if (!load_visits (&count, db, from, error) || !load_races (&count, db, from, error) ||
      !count_sessions (&count, db, from, today, error) ||
      !limber_db_get_int (db, &clients, error, "SELECT count(*) FROM client WHERE archived_at IS NULL", ""))
    return NULL;
  count_attended (&count, today);
  count.figures->clients = (guint) clients;
  return g_steal_pointer (&count.figures);
}
