/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/client-save.h"

#include "store/team.h"
#include "store/words.h"

typedef struct {
  LimberClient *client;
  char *team;
} Save;

/** limber_client_save_new: @client: (transfer full); @team: (nullable): for a client without one */
gpointer
limber_client_save_new (LimberClient *client, const char *team)
{
  Save *save = g_new0 (Save, 1);

  save->client = client;
  save->team = g_strdup (team);
  return save;
}

void
limber_client_save_free (gpointer data)
{
  Save *save = data;

  limber_client_free (save->client);
  g_free (save->team);
  g_free (save);
}

static char *
limber_client_save_team_id (LimberDb *db, const char *name, GError **error)
{
  g_autofree char *wanted = limber_words_fold (name);
  g_autoptr (GPtrArray) teams = limber_record_select (db, &limber_team_type, error, "ORDER BY name", NULL);
  g_autoptr (LimberTeam) team = NULL;

  if (teams == NULL)
    return NULL;
  for (guint i = 0; i < teams->len; i++)
    {
      const LimberTeam *known = teams->pdata[i];
      g_autofree char *folded = limber_words_fold (known->name);

      if (g_str_equal (folded, wanted))
        return g_strdup (known->base.id);
    }
  team = limber_team_new ();
  team->name = g_strdup (name);
  return limber_record_insert (db, &limber_team_type, team, error) ? g_strdup (team->base.id) : NULL;
}

/** limber_client_save_run: Returns: (transfer full): the #LimberClient as it stands now. */
gpointer
limber_client_save_run (LimberDb *db, gpointer data, GError **error)
{
  Save *save = data;
  g_autofree char *team_id = NULL;

  if (save->team != NULL)
    {
      team_id = limber_client_save_team_id (db, save->team, error);
      if (team_id == NULL)
        return NULL;
    }
  limber_record_set_text (&save->client->team_id, team_id);
  if (!limber_record_update (db, &limber_client_type, save->client, error))
    return NULL;
  return limber_client_copy (save->client);
}
