/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/client-search.h"

#include <string.h>

#include "domain/body-area.h"
#include "store/words.h"

/*
 * DESIGN
 *
 * Every word typed must be the beginning of a word of the client's name, e-mail, phone number or team, or of
 * a body area on which the client has an open finding. Teams and areas are few, so a word is first turned
 * into the teams and areas it may mean. The word that fits the fewest rows then yields the candidates, in the
 * order of the index, and each candidate is probed for the other words and for the filter; the first ones are the
 * answer. Those who are archived may be most of one name, so they are passed over before that, by a small index.
 * Nothing is sorted or counted over all clients, so that the time does not grow with them.
 */

/* The planner would take the index of all ids, and then look at the row of each client. */
#define SQL_ARCHIVED(id)                                                                                               \
  " EXISTS (SELECT 1 FROM client c INDEXED BY client_archived WHERE c.id = " id " AND c.archived_at IS NOT NULL)"
#define SQL_BY_WORD "SELECT client_id FROM search_word WHERE word >= $1 AND word < $2 AND"
#define SQL_BY_TEAM "SELECT id FROM client WHERE team_id = $1 AND archived_at IS"
#define SQL_BY_AREA "SELECT client_id FROM finding WHERE area = $1 AND status <> 'resolved' AND"

#define MAX_TERMS 6
#define COUNT_UP_TO 500
#define MAX_CANDIDATES 20000

typedef struct {
  char *from;
  char *to; /* the first word that no longer begins so */
  GPtrArray *areas;
  GPtrArray *teams;
  gint64 weight;
} Term;

typedef struct {
  LimberDb *db;
  const LimberClientQuery *query;
  GPtrArray *terms;
  Term *driver;
  guint candidates;
  GHashTable *seen;
  GArray *numbers;
} Search;

static void
term_free (gpointer data)
{
  Term *term = data;

  g_free (term->from);
  g_free (term->to);
  g_ptr_array_unref (term->areas);
  g_ptr_array_unref (term->teams);
  g_free (term);
}

static gboolean
has_word_beginning (const char *text, const char *beginning)
{
  g_autoptr (GPtrArray) words = text != NULL ? limber_words_split (text) : NULL;

  for (guint i = 0; words != NULL && i < words->len; i++)
    if (g_str_has_prefix (words->pdata[i], beginning))
      return TRUE;
  return FALSE;
}

/* One or two letters would mean half the body. */
static void
add_areas (Term *term)
{
  if (strlen (term->from) < 3)
    return;
  for (int area = LIMBER_AREA_NONE + 1; area <= LIMBER_AREA_LAST; area++)
    if (has_word_beginning (limber_area_lay_name (area), term->from)
        || has_word_beginning (limber_area_anatomical_name (area), term->from)
        || has_word_beginning (limber_area_id (area), term->from))
      g_ptr_array_add (term->areas, g_strdup (limber_area_id (area)));
}

static Term *
term_new (const char *word)
{
  Term *term = g_new0 (Term, 1);

  term->from = g_strdup (word);
  term->to = g_strconcat (word, "\xf4\x8f\xbf\xbf", NULL);
  term->areas = g_ptr_array_new_with_free_func (g_free);
  term->teams = g_ptr_array_new_with_free_func (g_free);
  add_areas (term);
  return term;
}

/* A telephone number is one word, however it is grouped. */
static GPtrArray *
parse (const char *text)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func (term_free);
  g_autofree char *phone = limber_words_phone (text);
  g_autoptr (GPtrArray) words = NULL;

  if (phone != NULL)
    {
      g_ptr_array_add (terms, term_new (phone));
      return terms;
    }
  words = limber_words_split (text);
  for (guint i = 0; i < words->len && i < MAX_TERMS; i++)
    g_ptr_array_add (terms, term_new (words->pdata[i]));
  return terms;
}

static gboolean
add_teams (Search *search, GError **error)
{
  g_autoptr (LimberStmt) stmt = limber_db_query (search->db, error, "SELECT id, name FROM team", NULL);
  GError *local = NULL;

  if (stmt == NULL)
    return FALSE;
  while (limber_stmt_step (stmt, &local))
    for (guint i = 0; i < search->terms->len; i++)
      {
        Term *term = search->terms->pdata[i];

        if (has_word_beginning (limber_stmt_text (stmt, 1), term->from))
          g_ptr_array_add (term->teams, g_strdup (limber_stmt_text (stmt, 0)));
      }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/* How many words begin so, counted no further than it matters; teams and areas are taken as wide. */
static gboolean
weigh (Search *search, Term *term, GError **error)
{
  term->weight = (gint64) (term->areas->len + term->teams->len) * COUNT_UP_TO / 4;
  if (search->terms->len == 1)
    return TRUE;
  gint64 count = 0;
  if (!limber_db_get_int (
          search->db, &count, error,
          "SELECT count(*) FROM (SELECT 1 FROM search_word WHERE word >= $1 AND word < $2 LIMIT 500) "
          "AS some",
          "ss", term->from, term->to))
    return FALSE;
  term->weight += count;
  return TRUE;
}

static gboolean
choose_driver (Search *search, GError **error)
{
  for (guint i = 0; i < search->terms->len; i++)
    {
      Term *term = search->terms->pdata[i];

      if (!weigh (search, term, error))
        return FALSE;
      if (search->driver == NULL || term->weight < search->driver->weight)
        search->driver = term;
    }
  return TRUE;
}

static gboolean
has_row (LimberStmt *stmt, gboolean *found, GError **error)
{
  g_autoptr (LimberStmt) owned = stmt;
  GError *local = NULL;

  if (stmt == NULL)
    return FALSE;
  *found = limber_stmt_step (stmt, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
is_in_team (Search *search, const Term *term, const char *id, gboolean *found, GError **error)
{
  for (guint i = 0; !*found && i < term->teams->len; i++)
    if (!has_row (limber_db_query (search->db, error, "SELECT 1 FROM client WHERE id = $1 AND team_id = $2",
                                   "ss", id, term->teams->pdata[i]),
                  found, error))
      return FALSE;
  return TRUE;
}

static gboolean
has_open_area (Search *search, const Term *term, const char *id, gboolean *found, GError **error)
{
  for (guint i = 0; !*found && i < term->areas->len; i++)
    if (!has_row (limber_db_query (
                      search->db, error,
                      "SELECT 1 FROM finding WHERE area = $1 AND client_id = $2 AND status <> 'resolved' "
                      "LIMIT 1",
                      "ss", term->areas->pdata[i], id),
                  found, error))
      return FALSE;
  return TRUE;
}

static gboolean
matches (Search *search, const Term *term, const char *id, gboolean *match, GError **error)
{
  return has_row (limber_db_query (
                      search->db, error,
                      "SELECT 1 FROM search_word WHERE client_id = $1 AND word >= $2 AND word < $3 LIMIT 1",
                      "sss", id, term->from, term->to),
                  match, error)
         && is_in_team (search, term, id, match, error) && has_open_area (search, term, id, match, error);
}

static gboolean
has_all_words (Search *search, const char *id, gboolean *match, GError **error)
{
  *match = TRUE;
  for (guint i = 0; *match && i < search->terms->len; i++)
    if (search->terms->pdata[i] != search->driver
        && !matches (search, search->terms->pdata[i], id, match, error))
      return FALSE;
  return TRUE;
}

/* Adds the client when all other words fit, which the index alone can tell, and the filter lets it through. */
static gboolean
try_candidate (Search *search, const char *id, GError **error)
{
  g_autoptr (LimberStmt) stmt = NULL;
  gboolean match;
  GError *local = NULL;
  guint number;

  if (!has_all_words (search, id, &match, error))
    return FALSE;
  if (!match)
    return TRUE;
  stmt = limber_client_query_prepare (search->db, search->query, " AND c.id = $4", error);
  if (stmt == NULL)
    return FALSE;
  limber_stmt_bind_text (stmt, 4, id);
  if (limber_client_query_step (search->query, stmt, &number, &local))
    g_array_append_val (search->numbers, number);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
wants_more (Search *search)
{
  guint limit = (guint) MAX (search->query->limit, 0);

  return (limit == 0 || search->numbers->len < limit) && search->candidates < MAX_CANDIDATES;
}

/* Takes candidates from @stmt, one id a row, until enough are found. */
static gboolean
take (Search *search, LimberStmt *stmt, GError **error)
{
  g_autoptr (LimberStmt) owned = stmt;
  GError *local = NULL;

  if (stmt == NULL)
    return FALSE;
  while (wants_more (search) && limber_stmt_step (stmt, &local))
    {
      search->candidates++;
      if (g_hash_table_add (search->seen, g_strdup (limber_stmt_text (stmt, 0)))
          && !try_candidate (search, limber_stmt_text (stmt, 0), error))
        return FALSE;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
run (Search *search, GError **error)
{
  gboolean archived = search->query->filter == LIMBER_CLIENT_FILTER_ARCHIVED;
  const char *by_word = archived ? SQL_BY_WORD SQL_ARCHIVED ("client_id") " ORDER BY word, client_id"
                                 : SQL_BY_WORD " NOT" SQL_ARCHIVED ("client_id") " ORDER BY word, client_id";
  const char *by_team = archived ? SQL_BY_TEAM " NOT NULL ORDER BY sort_key" : SQL_BY_TEAM " NULL ORDER BY sort_key";
  const char *by_area = archived ? SQL_BY_AREA SQL_ARCHIVED ("client_id") : SQL_BY_AREA " NOT" SQL_ARCHIVED ("client_id");
  Term *driver = search->driver;

  if (!take (search, limber_db_query (search->db, error, by_word, "ss", driver->from, driver->to), error))
    return FALSE;
  for (guint i = 0; i < driver->teams->len; i++)
    if (!take (search, limber_db_query (search->db, error, by_team, "s", driver->teams->pdata[i]), error))
      return FALSE;
  for (guint i = 0; i < driver->areas->len; i++)
    if (!take (search, limber_db_query (search->db, error, by_area, "s", driver->areas->pdata[i]), error))
      return FALSE;
  return TRUE;
}

/**
 * limber_client_search:
 * @query: whose text is what somebody typed so far
 *
 * Finds clients by the beginnings of words; the exact words first. A text without a word finds nobody.
 *
 * Returns: (transfer full) (nullable): the short numbers (guint), or %NULL with @error
 */
GArray *
limber_client_search (LimberDb *db, const LimberClientQuery *query, GError **error)
{
  g_autoptr (GPtrArray) terms = parse (query->text);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { .db = db, .query = query, .terms = terms, .seen = seen, .numbers = numbers };

  if (terms->len == 0)
    return g_steal_pointer (&numbers);
  if (!add_teams (&search, error) || !choose_driver (&search, error) || !run (&search, error))
    return NULL;
  return g_steal_pointer (&numbers);
}
