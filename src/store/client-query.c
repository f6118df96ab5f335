/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/client-query.h"

#include "store/clinic.h"

#define RACING_DAYS 21

/* $1 today, $2 the last day that counts as soon, $3 the instant at which today begins. What a tail binds begins
 * with $4. */
#define SQL_FROM "SELECT c.number FROM client c WHERE "
#define SQL_FROM_DUE                                                                                                   \
  "SELECT c.number, c.cadence_min, c.cadence_max, " LIMBER_CLIENT_LAST_SESSION " FROM client c WHERE "
#define SQL_DUE                                                                                                        \
  "c.opted_out = 0 AND (c.paused_on IS NULL OR c.paused_until < $1)"                                                   \
  " AND (c.snoozed_until IS NULL OR c.snoozed_until <= $1) AND "

/* Each condition twice: asked of one client after the other until there are enough, and as a set for a survey. */
#define SQL_UNBOOKED                                                                                                   \
  "NOT EXISTS (SELECT 1 FROM appointment a WHERE a.client_id = c.id AND a.start_at >= $3"                              \
  " AND a.status IN " LIMBER_CLIENT_FUTURE_STATUS ")"
#define SQL_UNBOOKED_SET                                                                                               \
  "c.id NOT IN (SELECT a.client_id FROM appointment a WHERE a.start_at >= $3"                                          \
  " AND +a.status IN " LIMBER_CLIENT_FUTURE_STATUS ")"
#define SQL_RACING                                                                                                     \
  "EXISTS (SELECT 1 FROM race_entry e JOIN race r ON r.id = e.race_id WHERE e.client_id = c.id AND"                    \
  " r.first_on BETWEEN $1 AND $2)"
#define SQL_RACING_SET                                                                                                 \
  "c.id IN (SELECT e.client_id FROM race r JOIN race_entry e ON e.race_id = r.id WHERE r.first_on BETWEEN $1 AND $2)"
#define SQL_OPEN                                                                                                       \
  "EXISTS (SELECT 1 FROM finding f JOIN session s ON s.id = f.session_id WHERE f.client_id = c.id AND"                 \
  " f.status <> 'resolved' AND s.state = 'completed' AND s.date = " LIMBER_CLIENT_LAST_SESSION ")"
#define SQL_OPEN_SET                                                                                                   \
  "c.id IN (SELECT f.client_id FROM finding f JOIN session s ON s.id = f.session_id WHERE f.status <> 'resolved' AND"  \
  " s.state = 'completed' AND s.date = (SELECT max (l.date) FROM session l WHERE l.client_id = f.client_id AND"        \
  " l.state = 'completed'))"

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

/** limber_client_query_has_text: whether anything but blanks is looked for. */
gboolean
limber_client_query_has_text (const LimberClientQuery *query)
{
  const char *text = query->text != NULL ? query->text : "";

  while (g_ascii_isspace (*text))
    text++;
  return *text != '\0';
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

static const char *
limber_client_filter_sql (LimberClientFilter filter, gboolean all)
{
  switch (filter)
    {
    case LIMBER_CLIENT_FILTER_DUE:
      return all ? SQL_FROM_DUE "c.archived_at IS NULL AND " SQL_DUE SQL_UNBOOKED_SET
                 : SQL_FROM_DUE "c.archived_at IS NULL AND " SQL_DUE SQL_UNBOOKED;
    case LIMBER_CLIENT_FILTER_RACING:
      return all ? SQL_FROM "c.archived_at IS NULL AND " SQL_RACING_SET
                 : SQL_FROM "c.archived_at IS NULL AND " SQL_RACING;
    case LIMBER_CLIENT_FILTER_OPEN:
      return all ? SQL_FROM "c.archived_at IS NULL AND " SQL_OPEN_SET : SQL_FROM "c.archived_at IS NULL AND " SQL_OPEN;
    case LIMBER_CLIENT_FILTER_ARCHIVED:
      return SQL_FROM "c.archived_at IS NOT NULL";
    case LIMBER_CLIENT_FILTER_ALL:
    default:
      return SQL_FROM "c.archived_at IS NULL";
    }
}

/**
 * limber_client_query_prepare:
 * @tail: static SQL that goes on after the condition; its own parameters begin with $4 and are not bound yet
 *
 * Returns: (transfer full): the clients behind the filter of @query, for limber_client_query_step()
 */
LimberStmt *
limber_client_query_prepare (LimberDb *db, const LimberClientQuery *query, const char *tail, GError **error)
{
  g_autofree char *sql = g_strconcat (limber_client_filter_sql (query->filter, query->limit == 0), tail, NULL);
  gboolean due = query->filter == LIMBER_CLIENT_FILTER_DUE, racing = query->filter == LIMBER_CLIENT_FILTER_RACING;
  LimberStmt *stmt = limber_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;
  if (due || racing)
    limber_stmt_bind_date (stmt, 1, query->today);
  if (racing)
    limber_stmt_bind_date (stmt, 2, query->today + RACING_DAYS);
  if (due)
    limber_stmt_bind_int (stmt, 3, query->day_start);
  return stmt;
}

/** limber_client_query_cadence: the two columns from @column on, or what the clinic says. */
LimberCadence
limber_client_query_cadence (const LimberClientQuery *query, LimberStmt *stmt, int column)
{
  LimberCadence own = { (int) limber_stmt_int (stmt, column), (int) limber_stmt_int (stmt, column + 1) };

  return own.min > 0 ? own : query->cadence;
}

static gboolean
limber_client_query_wants (const LimberClientQuery *query, LimberStmt *stmt)
{
  LimberDue due;

  if (query->filter != LIMBER_CLIENT_FILTER_DUE)
    return TRUE;
  due = limber_cadence_due (limber_client_query_cadence (query, stmt, 1), limber_stmt_date (stmt, 3), query->today);
  return due.state == LIMBER_CADENCE_STATE_DUE || due.state == LIMBER_CADENCE_STATE_OVERDUE;
}

/** limber_client_query_step: @number becomes the next client's. Returns: %FALSE at the end and on failure */
gboolean
limber_client_query_step (const LimberClientQuery *query, LimberStmt *stmt, guint *number, GError **error)
{
  while (limber_stmt_step (stmt, error))
    if (limber_client_query_wants (query, stmt))
      {
        *number = (guint) limber_stmt_int (stmt, 0);
        return TRUE;
      }
  return FALSE;
}
