/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/client-list.h"

#include "store/client-search.h"

/* DESIGN
 *
 * A list of many clients is a list of their short numbers: in the order of their names, or as the search puts them.
 * The words of a row are read for the rows on the screen only. */

#define RACED_DAYS 3

#define SQL_ORDER " ORDER BY c.sort_key, c.number"

#define SQL_SUMMARY                                                                                                    \
  "SELECT c.id, c.version, c.number, c.name, t.name, c.cadence_min, c.cadence_max, c.opted_out, c.paused_on,"          \
  " c.paused_until, c.snoozed_until, c.archived_at, " LIMBER_CLIENT_LAST_SESSION ","                                                 \
  " (SELECT min (a.start_at) FROM appointment a WHERE a.client_id = c.id AND a.start_at >= $1"                         \
  "  AND a.status IN " LIMBER_CLIENT_FUTURE_STATUS "),"                                                                              \
  " (SELECT min (r.first_on) FROM race_entry e JOIN race r ON r.id = e.race_id"                                        \
  "  WHERE e.client_id = c.id AND r.last_on >= $2),"                                                                   \
  " (SELECT max (r.last_on) FROM race_entry e JOIN race r ON r.id = e.race_id"                                         \
  "  WHERE e.client_id = c.id AND r.last_on < $2 AND r.last_on >= $3), c.phone"                                        \
  " FROM client c LEFT JOIN team t ON t.id = c.team_id WHERE "

void
limber_client_summary_free (LimberClientSummary *summary)
{
  if (summary == NULL)
    return;
  g_free (summary->base.id);
  g_free (summary->name);
  g_free (summary->phone);
  g_free (summary->team);
  g_free (summary);
}

static GArray *
limber_client_list_walk (LimberDb *db, const LimberClientQuery *query, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (LimberStmt) stmt = limber_client_query_prepare (db, query, SQL_ORDER, error);
  GError *local_error = NULL;
  guint number;

  if (stmt == NULL)
    return NULL;
  while ((query->limit == 0 || numbers->len < (guint) query->limit)
         && limber_client_query_step (query, stmt, &number, &local_error))
    g_array_append_val (numbers, number);
  if (local_error == NULL)
    return g_steal_pointer (&numbers);
  g_propagate_error (error, local_error);
  return NULL;
}

/** limber_client_list_number_of: @number: (out): the short number of a client; 0 when there is no such client */
gboolean
limber_client_list_number_of (LimberDb *db, const char *id, guint *number, GError **error)
{
  gint64 found = 0;

  if (!limber_db_get_int (db, &found, error, "SELECT number FROM client WHERE id = $1", "s", id))
    return FALSE;
  *number = (guint) found;
  return TRUE;
}

/**
 * limber_client_list_numbers:
 *
 * Returns: (transfer full): the short numbers (guint) of the clients: by name, those that a text finds by the word
 *   that it found
 */
GArray *
limber_client_list_numbers (LimberDb *db, const LimberClientQuery *query, GError **error)
{
  return limber_client_query_has_text (query) ? limber_client_search (db, query, error)
                                              : limber_client_list_walk (db, query, error);
}

static const char *
limber_client_summary_state (LimberStmt *stmt, const LimberClientSummary *summary, LimberDate today)
{
  LimberDate paused_until = limber_stmt_date (stmt, 9);

  if (limber_stmt_int (stmt, 7))
    return "opted-out";
  if (limber_stmt_date (stmt, 8) != LIMBER_DATE_NONE && (paused_until == LIMBER_DATE_NONE || paused_until >= today))
    return "paused";
  if (summary->next_start_at != 0)
    return "booked";
  if (limber_stmt_date (stmt, 10) > today)
    return "snoozed";
  return limber_cadence_state_id (limber_cadence_due (summary->cadence, summary->last_on, today).state);
}

static LimberClientSummary *
limber_client_summary_from_stmt (LimberStmt *stmt, const LimberClientQuery *query, GError **error)
{
  GError *local_error = NULL;
  LimberClientSummary *summary;

  if (!limber_stmt_step (stmt, &local_error))
    {
      if (local_error != NULL)
        g_propagate_error (error, local_error);
      else
        g_set_error_literal (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_GONE, "no such client");
      return NULL;
    }
  summary = g_new0 (LimberClientSummary, 1);
  summary->base.id = g_strdup (limber_stmt_text (stmt, 0));
  summary->base.version = limber_stmt_int (stmt, 1);
  summary->number = (guint) limber_stmt_int (stmt, 2);
  summary->name = g_strdup (limber_stmt_text (stmt, 3));
  summary->team = g_strdup (limber_stmt_text (stmt, 4));
  summary->cadence = limber_client_query_cadence (query, stmt, 5);
  summary->archived = !limber_stmt_is_null (stmt, 11);
  summary->last_on = limber_stmt_date (stmt, 12);
  summary->next_start_at = limber_stmt_int (stmt, 13);
  summary->race_on = limber_stmt_date (stmt, 14);
  summary->raced_on = limber_stmt_date (stmt, 15);
  summary->phone = g_strdup (limber_stmt_text (stmt, 16));
  summary->state = limber_client_summary_state (stmt, summary, query->today);
  return summary;
}

/**
 * limber_client_list_summary:
 *
 * Reads the words of one row. Fails with %LIMBER_STORE_ERROR_GONE when there is no such client.
 */
LimberClientSummary *
limber_client_list_summary (LimberDb *db, const LimberClientQuery *query, guint number, GError **error)
{
  g_autoptr (LimberStmt) stmt = limber_db_query (db, error, SQL_SUMMARY "c.number = $4", "iddi", query->day_start,
                                                 query->today, query->today - RACED_DAYS, (gint64) number);

  return stmt != NULL ? limber_client_summary_from_stmt (stmt, query, error) : NULL;
}

/** limber_client_list_summary_of: the same of a client by id. */
LimberClientSummary *
limber_client_list_summary_of (LimberDb *db, const LimberClientQuery *query, const char *id, GError **error)
{
  g_autoptr (LimberStmt) stmt = limber_db_query (db, error, SQL_SUMMARY "c.id = $4", "idds", query->day_start,
                                                 query->today, query->today - RACED_DAYS, id);

  return stmt != NULL ? limber_client_summary_from_stmt (stmt, query, error) : NULL;
}

/** limber_client_list_load: Returns: (transfer full) (element-type LimberClientSummary): the rows of all that match. */
GPtrArray *
limber_client_list_load (LimberDb *db, const LimberClientQuery *query, GError **error)
{
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_client_summary_free);
  g_autoptr (GArray) numbers = limber_client_list_numbers (db, query, error);

  if (numbers == NULL)
    return NULL;
  for (guint i = 0; i < numbers->len; i++)
    {
      LimberClientSummary *summary = limber_client_list_summary (db, query, g_array_index (numbers, guint, i), error);

      if (summary == NULL)
        return NULL;
      g_ptr_array_add (summaries, summary);
    }
  return g_steal_pointer (&summaries);
}

/** limber_client_list_counts: how many clients each filter would show, whatever the text of @query. */
gboolean
limber_client_list_counts (LimberDb *db, const LimberClientQuery *query, guint counts[LIMBER_CLIENT_N_FILTERS],
                           GError **error)
{
  for (int filter = 0; filter < LIMBER_CLIENT_N_FILTERS; filter++)
    {
      LimberClientQuery one = *query;
      g_autoptr (GArray) numbers = NULL;

      one.filter = filter;
      one.text = NULL;
      one.limit = 0;
      numbers = limber_client_list_numbers (db, &one, error);
      if (numbers == NULL)
        return FALSE;
      counts[filter] = numbers->len;
    }
  return TRUE;
}
