/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/client-keys.h"

/** limber_client_keys_each: tells @func of every client by what an import recognises them by */
gboolean
limber_client_keys_each (LimberDb *db, LimberClientKeyFunc func, gpointer data, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (LimberStmt) stmt = NULL;

  stmt = limber_db_query (db, error, "SELECT name, phone, email FROM client", "");
  if (!stmt)
    return FALSE;
  while (limber_stmt_step (stmt, &local))
    func (limber_stmt_text (stmt, 0), limber_stmt_text (stmt, 1), limber_stmt_text (stmt, 2), data);
  if (!local)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
