/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/client-list.h"

#include <string.h>

#include "domain/body-area.h"
#include "store/clinic.h"
#include "store/words.h"

/* DESIGN
 *
 * A list of many clients is a list of their short numbers in the order of their names; the words of a row are
 * read for the rows on the screen only. A word with many matches is looked up while walking the names in order
 * (that ends at the limit), a rare one by collecting its matches first. */

#define MAX_TERMS 4
#define MANY_MATCHES 2000
#define RACING_DAYS 21
#define RACED_DAYS 3

#define FUTURE_STATUS "('booked', 'confirmed', 'arrived', 'in-session')"
#define LAST_SESSION                                                                                                   \
  "(SELECT max (s.date) FROM session s WHERE s.client_id = c.id AND s.state = 'completed')"

#define SQL_FROM "SELECT c.number FROM client c WHERE "
#define SQL_FROM_DUE "SELECT c.number, c.cadence_min, c.cadence_max, " LAST_SESSION " FROM client c WHERE "
#define SQL_ORDER " ORDER BY c.sort_key, c.number"

/* $1 today, $2 the last day that counts as soon, $3 the instant at which today begins; text from $4 on. */
#define SQL_DUE                                                                                                        \
  "c.opted_out = 0 AND (c.paused_on IS NULL OR c.paused_until < $1)"                                                   \
  " AND (c.snoozed_until IS NULL OR c.snoozed_until <= $1)"                                                            \
  " AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.client_id = c.id AND a.start_at >= $3"                         \
  " AND a.status IN " FUTURE_STATUS ")"
#define SQL_RACING                                                                                                     \
  "EXISTS (SELECT 1 FROM race_entry e JOIN race r ON r.id = e.race_id WHERE e.client_id = c.id AND"                    \
  " r.first_on BETWEEN $1 AND $2)"
#define SQL_OPEN                                                                                                       \
  "EXISTS (SELECT 1 FROM finding f JOIN session s ON s.id = f.session_id WHERE f.client_id = c.id AND"                 \
  " f.status <> 'resolved' AND s.state = 'completed' AND s.date = " LAST_SESSION ")"

/* %1 and %2 are the bounds of a word, %3 an area; see limber_client_list_add_term(). */
#define SQL_TERM_RARE                                                                                                  \
  " AND c.id IN (SELECT client_id FROM search_word WHERE word >= $%1$d AND word < $%2$d"                               \
  " UNION SELECT o.id FROM client o JOIN team t ON t.id = o.team_id"                                                   \
  " WHERE lower (t.name) LIKE '%%' || $%1$d || '%%'"                                                                   \
  " UNION SELECT f.client_id FROM finding f WHERE f.area = $%3$d AND f.status <> 'resolved')"
#define SQL_TERM_COMMON                                                                                                \
  " AND (EXISTS (SELECT 1 FROM search_word w WHERE w.client_id = c.id AND w.word >= $%1$d AND w.word < $%2$d)"         \
  " OR c.team_id IN (SELECT t.id FROM team t WHERE lower (t.name) LIKE '%%' || $%1$d || '%%')"                         \
  " OR EXISTS (SELECT 1 FROM finding f WHERE f.area = $%3$d AND f.client_id = c.id AND f.status <> 'resolved'))"

#define SQL_SUMMARY                                                                                                    \
  "SELECT c.id, c.version, c.number, c.name, t.name, c.cadence_min, c.cadence_max, c.opted_out, c.paused_on,"          \
  " c.paused_until, c.snoozed_until, c.archived_at, " LAST_SESSION ","                                                 \
  " (SELECT min (a.start_at) FROM appointment a WHERE a.client_id = c.id AND a.start_at >= $1"                         \
  "  AND a.status IN " FUTURE_STATUS "),"                                                                              \
  " (SELECT min (r.first_on) FROM race_entry e JOIN race r ON r.id = e.race_id"                                        \
  "  WHERE e.client_id = c.id AND r.last_on >= $2),"                                                                   \
  " (SELECT max (r.last_on) FROM race_entry e JOIN race r ON r.id = e.race_id"                                         \
  "  WHERE e.client_id = c.id AND r.last_on < $2 AND r.last_on >= $3)"                                                 \
  " FROM client c LEFT JOIN team t ON t.id = c.team_id WHERE "

typedef struct {
  char *from;
  char *to;
  char *area;
} Term;

static void
limber_term_clear (Term *term)
{
  g_free (term->from);
  g_free (term->to);
  g_free (term->area);
}

LimberClientQuery *
limber_client_query_copy (const LimberClientQuery *query)
{
  LimberClientQuery *copy = g_memdup2 (query, sizeof *query);

  copy->text = g_strdup (query->text);
  return copy;
}

/** limber_client_query_equal: whether both ask the same, however many are to be shown. */
gboolean
limber_client_query_equal (const LimberClientQuery *a, const LimberClientQuery *b)
{
  return a->filter == b->filter && a->today == b->today && a->day_start == b->day_start
         && g_strcmp0 (a->text ? a->text : "", b->text ? b->text : "") == 0;
}

void
limber_client_query_free (LimberClientQuery *query)
{
  if (query == NULL)
    return;
  g_free (query->text);
  g_free (query);
}

/** limber_client_query_complete: fills in what the settings of the clinic say. */
gboolean
limber_client_query_complete (LimberDb *db, LimberClientQuery *query, GError **error)
{
  g_autoptr (LimberClinic) clinic = limber_clinic_load (db, error);

  if (clinic == NULL)
    return FALSE;
  query->cadence = clinic->rules.cadence;
  return TRUE;
}

void
limber_client_summary_free (LimberClientSummary *summary)
{
  if (summary == NULL)
    return;
  g_free (summary->base.id);
  g_free (summary->name);
  g_free (summary->team);
  g_free (summary);
}

/* The area whose name or id begins with the word, so that "quad" or "calf" finds those with open findings. */
static char *
limber_term_area (const char *word)
{
  if (strlen (word) < 3)
    return NULL;
  for (int area = LIMBER_AREA_NONE + 1; area <= LIMBER_AREA_LAST; area++)
    {
      g_autoptr (GPtrArray) words = limber_words_split (limber_area_lay_name (area));

      if (g_str_has_prefix (limber_area_id (area), word))
        return g_strdup (limber_area_id (area));
      for (guint i = 0; i < words->len; i++)
        if (g_str_has_prefix (words->pdata[i], word))
          return g_strdup (limber_area_id (area));
    }
  return NULL;
}

static GArray *
limber_client_query_terms (const LimberClientQuery *query)
{
  GArray *terms = g_array_new (FALSE, TRUE, sizeof (Term));
  g_autoptr (GPtrArray) words = NULL;

  g_array_set_clear_func (terms, (GDestroyNotify) limber_term_clear);
  if (query->text == NULL)
    return terms;
  words = limber_words_split (query->text);
  for (guint i = 0; i < words->len && i < MAX_TERMS; i++)
    {
      const char *word = words->pdata[i];
      Term term = { g_strdup (word), g_strconcat (word, "\xf4\x8f\xbf\xbf", NULL), limber_term_area (word) };

      g_array_append_val (terms, term);
    }
  return terms;
}

/* Whether a word begins so many names that collecting them costs more than walking the names in order. */
static gboolean
limber_term_is_common (LimberDb *db, const Term *term)
{
  gint64 matches = 0;

  limber_db_get_int (db, &matches, NULL,
                     "SELECT count (*) FROM (SELECT 1 FROM search_word WHERE word >= $1 AND word < $2 LIMIT 2000) AS m",
                     "ss", term->from, term->to);
  return matches >= MANY_MATCHES;
}

static const char *
limber_client_filter_sql (LimberClientFilter filter)
{
  switch (filter)
    {
    case LIMBER_CLIENT_FILTER_DUE:
      return "c.archived_at IS NULL AND " SQL_DUE;
    case LIMBER_CLIENT_FILTER_RACING:
      return "c.archived_at IS NULL AND " SQL_RACING;
    case LIMBER_CLIENT_FILTER_OPEN:
      return "c.archived_at IS NULL AND " SQL_OPEN;
    case LIMBER_CLIENT_FILTER_ARCHIVED:
      return "c.archived_at IS NOT NULL";
    case LIMBER_CLIENT_FILTER_ALL:
    default:
      return "c.archived_at IS NULL";
    }
}

/* Only constant pieces are put together here; every value is bound. */
static LimberStmt *
limber_client_list_prepare (LimberDb *db, const LimberClientQuery *query, GArray *terms, GError **error)
{
  gboolean due = query->filter == LIMBER_CLIENT_FILTER_DUE;
  g_autoptr (GString) sql = g_string_new (due ? SQL_FROM_DUE : SQL_FROM);
  LimberStmt *stmt;

  g_string_append (sql, limber_client_filter_sql (query->filter));
  for (guint i = 0; i < terms->len; i++)
    {
      int n = 4 + 3 * i;

      if (query->limit > 0 && limber_term_is_common (db, &g_array_index (terms, Term, i)))
        g_string_append_printf (sql, SQL_TERM_COMMON, n, n + 1, n + 2);
      else
        g_string_append_printf (sql, SQL_TERM_RARE, n, n + 1, n + 2);
    }
  g_string_append (sql, SQL_ORDER);
  stmt = limber_db_prepare (db, sql->str, error);
  if (stmt == NULL)
    return NULL;

  if (due || query->filter == LIMBER_CLIENT_FILTER_RACING)
    limber_stmt_bind_date (stmt, 1, query->today);
  if (query->filter == LIMBER_CLIENT_FILTER_RACING)
    limber_stmt_bind_date (stmt, 2, query->today + RACING_DAYS);
  if (due)
    limber_stmt_bind_int (stmt, 3, query->day_start);
  for (guint i = 0; i < terms->len; i++)
    {
      const Term *term = &g_array_index (terms, Term, i);

      limber_stmt_bind_text (stmt, 4 + 3 * i, term->from);
      limber_stmt_bind_text (stmt, 5 + 3 * i, term->to);
      limber_stmt_bind_text (stmt, 6 + 3 * i, term->area);
    }
  return stmt;
}

static LimberCadence
limber_cadence_from_stmt (LimberStmt *stmt, int column, LimberCadence fallback)
{
  LimberCadence own = { (int) limber_stmt_int (stmt, column), (int) limber_stmt_int (stmt, column + 1) };

  return own.min > 0 ? own : fallback;
}

static gboolean
limber_client_list_wants (const LimberClientQuery *query, LimberStmt *stmt)
{
  LimberDue due;

  if (query->filter != LIMBER_CLIENT_FILTER_DUE)
    return TRUE;
  due = limber_cadence_due (limber_cadence_from_stmt (stmt, 1, query->cadence), limber_stmt_date (stmt, 3),
                            query->today);
  return due.state == LIMBER_CADENCE_STATE_DUE || due.state == LIMBER_CADENCE_STATE_OVERDUE;
}

/**
 * limber_client_list_numbers:
 *
 * Returns: (transfer full): the short numbers (guint) of the clients, by name
 */
GArray *
limber_client_list_numbers (LimberDb *db, const LimberClientQuery *query, GError **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) terms = limber_client_query_terms (query);
  g_autoptr (LimberStmt) stmt = limber_client_list_prepare (db, query, terms, error);
  GError *local_error = NULL;

  if (stmt == NULL)
    return NULL;
  while ((query->limit == 0 || numbers->len < (guint) query->limit) && limber_stmt_step (stmt, &local_error))
    {
      guint number = (guint) limber_stmt_int (stmt, 0);

      if (limber_client_list_wants (query, stmt))
        g_array_append_val (numbers, number);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  return g_steal_pointer (&numbers);
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
  summary->cadence = limber_cadence_from_stmt (stmt, 5, query->cadence);
  summary->archived = !limber_stmt_is_null (stmt, 11);
  summary->last_on = limber_stmt_date (stmt, 12);
  summary->next_start_at = limber_stmt_int (stmt, 13);
  summary->race_on = limber_stmt_date (stmt, 14);
  summary->raced_on = limber_stmt_date (stmt, 15);
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
