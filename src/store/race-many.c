/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/race-many.h"

#include <string.h>

void
limber_race_candidates_free (LimberRaceCandidates *candidates)
{
  g_free (candidates->race_id);
  g_free (candidates->team_id);
  g_free (candidates->text);
  g_free (candidates);
}

void
limber_race_many_free (LimberRaceMany *many)
{
  g_strfreev (many->client_ids);
  limber_race_entry_free (many->entry);
  g_free (many);
}

static void
candidate_free (gpointer data)
{
  LimberRaceCandidate *candidate = data;

  g_free (candidate->base.id);
  g_free (candidate->name);
  g_free (candidate->team);
  g_free (candidate);
}

/** limber_race_candidates_load: Returns: (transfer full) (element-type LimberRaceCandidate): by name */
gpointer
limber_race_candidates_load (LimberDb *db, gpointer data, GError **error)
{
  const LimberRaceCandidates *asked = data;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (candidate_free);
  g_autoptr (GError) failure = NULL;
  g_autofree char *folded = asked->text != NULL ? g_utf8_casefold (asked->text, -1) : NULL;
  g_autoptr (LimberStmt) stmt =
    limber_db_query (db, error,
                     "SELECT c.id, c.name, t.name FROM client c LEFT JOIN team t ON t.id = c.team_id "
                     "WHERE c.archived_at IS NULL AND ($2 IS NULL OR c.team_id = $2) AND NOT EXISTS "
                     "(SELECT 1 FROM race_entry e WHERE e.race_id = $1 AND e.client_id = c.id) "
                     "ORDER BY c.sort_key, c.id",
                     "ss", asked->race_id, asked->team_id);

  if (stmt == NULL)
    return NULL;
  while ((asked->limit == 0 || (int) list->len < asked->limit) && limber_stmt_step (stmt, &failure))
    {
      g_autofree char *name = g_utf8_casefold (limber_stmt_text (stmt, 1), -1);
      LimberRaceCandidate *candidate;

      if (folded != NULL && strstr (name, folded) == NULL)
        continue;
      candidate = g_new0 (LimberRaceCandidate, 1);
      candidate->base.id = g_strdup (limber_stmt_text (stmt, 0));
      candidate->name = g_strdup (limber_stmt_text (stmt, 1));
      candidate->team = g_strdup (limber_stmt_text (stmt, 2));
      g_ptr_array_add (list, candidate);
    }
  if (failure == NULL)
    return g_steal_pointer (&list);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
is_entered (LimberDb *db, const char *race_id, const char *client_id, gboolean *entered, GError **error)
{
  gint64 n = 0;
  gboolean ok = limber_db_get_int (db, &n, error, "SELECT count(*) FROM race_entry WHERE race_id = $1 AND client_id = $2",
                                   "ss", race_id, client_id);

  *entered = n > 0;
  return ok;
}

/** limber_race_enter_many: enters all of them; who was entered meanwhile by somebody else stays as they are. */
gpointer
limber_race_enter_many (LimberDb *db, gpointer data, GError **error)
{
  const LimberRaceMany *many = data;

  for (char **id = many->client_ids; *id != NULL; id++)
    {
      g_autoptr (LimberRaceEntry) entry = limber_race_entry_copy (many->entry);
      gboolean entered;

      if (!is_entered (db, entry->race_id, *id, &entered, error))
        return NULL;
      if (entered)
        continue;
      limber_record_set_text (&entry->base.id, NULL);
      limber_record_set_text (&entry->client_id, *id);
      if (!limber_record_insert (db, &limber_race_entry_type, entry, error))
        return NULL;
    }
  return NULL;
}
