/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves findings one transaction each, and prints each id once its commit came back. Killed from outside. */
#include <stdio.h>
#include <stdlib.h>

#include "store/db/db.h"
#include "store/finding.h"

static LimberFinding *
make_finding (const char *session_id, const char *client_id, int count)
{
  LimberFinding *finding = limber_finding_new ();

  limber_record_set_text (&finding->session_id, session_id);
  limber_record_set_text (&finding->client_id, client_id);
  finding->area = 1 + count % LIMBER_AREA_LAST;
  finding->side = count / LIMBER_AREA_LAST % 2 ? LIMBER_SIDE_LEFT : LIMBER_SIDE_RIGHT;
  finding->type = 1 + count / LIMBER_AREA_LAST / 2 % LIMBER_FINDING_TYPE_LAST;
  finding->status = LIMBER_FINDING_STATUS_OPEN;
  finding->severity_before = count % 11;
  return finding;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = limber_db_open (argv[1], LIMBER_DB_WRITE, &error);
  int first = atoi (argv[4]);

  for (int count = first; db != NULL && error == NULL; count++)
    {
      g_autoptr (LimberFinding) finding = make_finding (argv[2], argv[3], count);

      if (limber_db_begin (db, &error) && limber_record_insert (db, &limber_finding_type, finding, &error)
          && limber_db_commit (db, &error))
        {
          printf ("%s\n", finding->base.id);
          fflush (stdout);
        }
      else if (g_error_matches (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_EXISTS))
        {
          /* Saved before an earlier kill, though nobody was told. */
          limber_db_rollback (db);
          g_clear_error (&error);
        }
    }
  if (error != NULL)
    fprintf (stderr, "%s\n", error->message);
  return 1;
}
