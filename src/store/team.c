/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/team.h"

#include "store/words.h"

static const LimberColumn team_columns[] = {
  LIMBER_TEXT (LimberTeam, name),
  LIMBER_TEXT (LimberTeam, note),
  LIMBER_END,
};

const LimberRecordType limber_team_type = {
  .table = "team",
  .size = sizeof (LimberTeam),
  .topic = LIMBER_TOPIC_TEAM,
  .columns = team_columns,
  .free_func = (GDestroyNotify) limber_team_free,
};

/** limber_team_list: Returns: (transfer full): all #LimberTeam by name. */
GPtrArray *
limber_team_list (LimberDb *db, GError **error)
{
  return limber_record_select (db, &limber_team_type, error, "ORDER BY lower (name), id", NULL);
}

/**
 * limber_team_find_named:
 *
 * Returns: (transfer full) (nullable): the team whose name is @name but for case and accents; %NULL without
 *   @error when there is none
 */
LimberTeam *
limber_team_find_named (LimberDb *db, const char *name, GError **error)
{
  g_autoptr (GPtrArray) teams = limber_team_list (db, error);
  g_autofree char *wanted = limber_words_fold (name);

  for (guint i = 0; teams != NULL && i < teams->len; i++)
    {
      LimberTeam *team = teams->pdata[i];
      g_autofree char *folded = limber_words_fold (team->name);

      if (g_str_equal (folded, wanted))
        return g_ptr_array_steal_index (teams, i);
    }
  return NULL;
}
