/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/db/db-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

static const struct {
  int code; /* primary or extended */
  LimberStoreError error;
  const char *message;
} codes[] = {
  { SQLITE_CONSTRAINT_UNIQUE, LIMBER_STORE_ERROR_EXISTS, N_ ("There already is such an entry.") },
  { SQLITE_CONSTRAINT_PRIMARYKEY, LIMBER_STORE_ERROR_EXISTS, N_ ("There already is such an entry.") },
  { SQLITE_CONSTRAINT_FOREIGNKEY, LIMBER_STORE_ERROR_GONE,
    N_ ("Something this entry belongs to does not exist, or is still in use.") },
  { SQLITE_CONSTRAINT, LIMBER_STORE_ERROR_FAILED, N_ ("A value of this entry is not allowed.") },
  { SQLITE_BUSY, LIMBER_STORE_ERROR_BUSY,
    N_ ("Another program is writing to the database. Please try again.") },
  { SQLITE_LOCKED, LIMBER_STORE_ERROR_BUSY,
    N_ ("Another program is writing to the database. Please try again.") },
  { SQLITE_FULL, LIMBER_STORE_ERROR_FULL, N_ ("The disk is full. Make room and try again.") },
  { SQLITE_READONLY, LIMBER_STORE_ERROR_READ_ONLY, N_ ("The database cannot be written to.") },
  { SQLITE_PERM, LIMBER_STORE_ERROR_READ_ONLY, N_ ("The database cannot be written to.") },
  { SQLITE_CORRUPT, LIMBER_STORE_ERROR_CORRUPT, N_ ("The database file is damaged.") },
  { SQLITE_CANTOPEN, LIMBER_STORE_ERROR_FAILED, N_ ("The database file cannot be opened.") },
  { SQLITE_IOERR, LIMBER_STORE_ERROR_FAILED, N_ ("Reading from or writing to the disk failed.") },
  { SQLITE_NOTADB, LIMBER_STORE_ERROR_FOREIGN, N_ ("The file is not a Limber database.") },
};

/* A full disk may also show as a failed write. */
static gboolean
is_out_of_room (int code)
{
  return code == ENOSPC || code == EDQUOT;
}

/** limber_db_set_error: Puts what SQLite says about @code into a sentence that a person can act on. */
void
limber_db_set_error (GError **error, int code, sqlite3 *handle)
{
  const char *detail = handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code);

  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The work was stopped."));
      return;
    }
  if ((code & 0xff) == SQLITE_IOERR && handle != NULL && is_out_of_room (sqlite3_system_errno (handle)))
    code = SQLITE_FULL;
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (codes[i].code == code || codes[i].code == (code & 0xff))
      {
        g_set_error (error, LIMBER_STORE_ERROR, codes[i].error, "%s", _(codes[i].message));
        g_debug ("sqlite %d: %s", code, detail);
        return;
      }
  g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_FAILED, _("The database reported a problem: %s"),
               detail);
}
