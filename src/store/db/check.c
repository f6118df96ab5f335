/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/db/check.h"

#include <glib/gi18n-lib.h>

/**
 * limber_db_check:
 *
 * Looks at every page, row and index and follows every reference: seconds for a clinic of ten years, so never on the
 * way to a frame. See limber_db_set_cancellable() to stop it.
 *
 * Returns: %FALSE with %LIMBER_STORE_ERROR_CORRUPT when something is not as it should be
 */
gboolean
limber_db_check (LimberDb *db, GError **error)
{
  g_autoptr (LimberStmt) pages = limber_db_query (db, error, "PRAGMA integrity_check (1)", NULL);
  g_autoptr (LimberStmt) references = NULL;
  GError *local = NULL;
  gboolean sound = pages != NULL && limber_stmt_step (pages, &local) && g_str_equal (limber_stmt_text (pages, 0), "ok");

  if (pages == NULL)
    return FALSE;
  if (sound)
    references = limber_db_query (db, &local, "PRAGMA foreign_key_check", NULL);
  sound = references != NULL && !limber_stmt_step (references, &local) && local == NULL;
  if (local != NULL)
    g_propagate_error (error, local);
  else if (!sound)
    g_set_error_literal (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CORRUPT, _("The database file is damaged."));
  return sound;
}
