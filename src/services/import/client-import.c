/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/import/client-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "services/import/client-columns.h"
#include "store/client.h"
#include "store/client-keys.h"
#include "store/db/backup.h"
#include "store/team.h"

#define MAX_NAME 200
#define PROGRESS_STEPS 1000

/*
 * DESIGN
 *
 * The file is read and understood before the database is touched, so that a file that is no table leaves
 * nothing behind. Then: a verified backup, one transaction over all rows, a commit. A dry run is the same
 * without backup and without writes, and works without any database.
 */

struct _LimberImport {
  gatomicrefcount refs;
  char *path;
  LimberDate today;
  gboolean dry_run;
  GCancellable *cancellable;
  int progress; /* atomic, 0 to PROGRESS_STEPS */
  LimberCsvTable *table;
  LimberClientColumns *columns;
};

/* What is known while the rows go by. */
typedef struct {
  LimberDb *db; /* NULL in a dry run without a database */
  LimberImport *import;
  GHashTable *keys; /* set of name and phone, or name and e-mail, of the clients there are */
  GHashTable *names;
  GHashTable *teams; /* folded name → id, "" for one that a dry run would make */
  LimberImportReport *report;
} Run;

static char *
fold (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (composed ? composed : text, -1);
}

/* Only the digits count; 00 and + both begin a country's code. */
static char *
fold_phone (const char *phone)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = phone; *p; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  if (g_str_has_prefix (digits->str, "00"))
    g_string_erase (digits, 0, 2);
  return g_strdup (digits->len ? digits->str : phone);
}

static char *
make_key (const char *name, char kind, const char *value)
{
  g_autofree char *folded_name = fold (name);
  g_autofree char *folded = kind == 'p' ? fold_phone (value) : fold (value);

  return g_strdup_printf ("%s\n%c%s", folded_name, kind, folded);
}

static void
remember (Run *run, const char *name, char kind, const char *value)
{
  if (value && *value)
    g_hash_table_add (run->keys, make_key (name, kind, value));
}

static void
on_known_client (const char *name, const char *phone, const char *email, gpointer data)
{
  Run *run = data;

  g_hash_table_add (run->names, fold (name));
  remember (run, name, 'p', phone);
  remember (run, name, 'e', email);
}

static gboolean
load_known (Run *run, GError **error)
{
  g_autoptr (GPtrArray) teams = NULL;

  if (!run->db)
    return TRUE;
  if (!limber_client_keys_each (run->db, on_known_client, run, error))
    return FALSE;
  teams = limber_record_select (run->db, &limber_team_type, error, "", "");
  if (!teams)
    return FALSE;
  for (guint i = 0; i < teams->len; i++)
    {
      LimberTeam *team = g_ptr_array_index (teams, i);

      g_hash_table_insert (run->teams, fold (team->name), g_strdup (team->base.id));
    }
  return TRUE;
}

static gboolean
is_known (Run *run, const char *name, char kind, char **values)
{
  for (; *values; values++)
    {
      g_autofree char *key = make_key (name, kind, *values);

      if (g_hash_table_contains (run->keys, key))
        return TRUE;
    }
  return FALSE;
}

static void
report_row (Run *run, guint number, const char *name, LimberImportOutcome outcome, const char *reason)
{
  LimberImportRow *row = g_new0 (LimberImportRow, 1);

  row->number = number;
  row->name = g_strdup (name);
  row->outcome = outcome;
  row->reason = g_strdup (reason);
  g_ptr_array_add (run->report->rows, row);
  run->report->n_added += outcome == LIMBER_IMPORT_ADDED;
  run->report->n_skipped += outcome == LIMBER_IMPORT_SKIPPED;
  run->report->n_duplicates += outcome == LIMBER_IMPORT_DUPLICATE;
}

/* Finds or makes the team; *@id stays NULL in a dry run. */
static gboolean
find_team (Run *run, const char *name, char **id, GError **error)
{
  g_autofree char *key = fold (name);
  const char *known = g_hash_table_lookup (run->teams, key);
  g_autoptr (LimberTeam) team = NULL;

  if (known)
    {
      *id = g_strdup (known);
      return TRUE;
    }
  if (!run->import->dry_run)
    {
      team = limber_team_new ();
      team->name = g_strdup (name);
      if (!limber_record_insert (run->db, &limber_team_type, team, error))
        return FALSE;
      *id = g_strdup (team->base.id);
    }
  g_hash_table_insert (run->teams, g_steal_pointer (&key), g_strdup (team ? team->base.id : ""));
  run->report->n_teams++;
  return TRUE;
}

static void
append_line (GString *text, const char *format, const char *value)
{
  if (text->len)
    g_string_append_c (text, '\n');
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (text, format, value);
#pragma GCC diagnostic pop
}

/* A record has room for one phone and one e-mail; what else there is stays readable in the notes. */
static char *
notes_of (const LimberClientDraft *draft)
{
  g_autoptr (GString) text = g_string_new (draft->notes);

  for (char **phone = draft->phones; *phone && *++phone;)
    append_line (text, _("Other phone: %s"), *phone);
  for (char **email = draft->emails; *email && *++email;)
    append_line (text, _("Other e-mail: %s"), *email);
  if (*draft->strange_birthday)
    append_line (text, _("Birthday as imported: %s"), draft->strange_birthday);
  return text->len ? g_strdup (text->str) : NULL;
}

static char *
text_or_null (const char *text)
{
  return text && *text ? g_strdup (text) : NULL;
}

static gboolean
insert_client (Run *run, const LimberClientDraft *draft, GError **error)
{
  g_autoptr (LimberClient) client = limber_client_new ();

  if (*draft->team && !find_team (run, draft->team, &client->team_id, error))
    return FALSE;
  if (run->import->dry_run)
    return TRUE;
  client->name = g_strdup (draft->name);
  client->phone = text_or_null (draft->phones[0]);
  client->email = text_or_null (draft->emails[0]);
  client->birthday = text_or_null (draft->birthday);
  client->notes = notes_of (draft);
  return limber_record_insert (run->db, &limber_client_type, client, error);
}

/* What a person should look at, although the row was added. */
static char *
remark_on (Run *run, const LimberClientDraft *draft)
{
  g_autofree char *folded = fold (draft->name);

  if (*draft->strange_birthday)
    return g_strdup_printf (_("The birthday “%s” is no date that Limber knows; it stands in the notes."),
                            draft->strange_birthday);
  if (g_hash_table_contains (run->names, folded))
    return g_strdup (_("There is another client of this name."));
  return NULL;
}

static gboolean
add_client (Run *run, guint number, const LimberClientDraft *draft, GError **error)
{
  g_autofree char *remark = remark_on (run, draft);

  if (!insert_client (run, draft, error))
    return FALSE;
  g_hash_table_add (run->names, fold (draft->name));
  for (char **phone = draft->phones; *phone; phone++)
    remember (run, draft->name, 'p', *phone);
  for (char **email = draft->emails; *email; email++)
    remember (run, draft->name, 'e', *email);
  report_row (run, number, draft->name, LIMBER_IMPORT_ADDED, remark);
  return TRUE;
}

static gboolean
import_row (Run *run, const LimberCsvRow *row, GError **error)
{
  g_autoptr (LimberClientDraft) draft = NULL;

  draft = limber_client_columns_read (run->import->columns, row, run->import->today);
  if (!*draft->name)
    report_row (run, row->number, "", LIMBER_IMPORT_SKIPPED, _("The row has no name."));
  else if (g_utf8_strlen (draft->name, -1) > MAX_NAME)
    report_row (run, row->number, "", LIMBER_IMPORT_SKIPPED, _("The name is too long to be one."));
  else if (is_known (run, draft->name, 'p', draft->phones))
    report_row (run, row->number, draft->name, LIMBER_IMPORT_DUPLICATE,
                _("There is a client with this name and phone number already."));
  else if (is_known (run, draft->name, 'e', draft->emails))
    report_row (run, row->number, draft->name, LIMBER_IMPORT_DUPLICATE,
                _("There is a client with this name and e-mail address already."));
  else
    return add_client (run, row->number, draft, error);
  return TRUE;
}

static gboolean
import_rows (Run *run, GError **error)
{
  LimberImport *self = run->import;
  guint n_rows = limber_csv_table_n_rows (self->table);

  for (guint i = 0; i < n_rows; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
          !import_row (run, limber_csv_table_row (self->table, i), error))
        return FALSE;
      g_atomic_int_set (&self->progress, (int) ((guint64) (i + 1) * PROGRESS_STEPS / n_rows));
    }
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static gboolean
import_in_transaction (Run *run, GError **error)
{
  if (!limber_db_begin (run->db, error))
    return FALSE;
  if (load_known (run, error) && import_rows (run, error) && limber_db_commit (run->db, error))
    return TRUE;
  limber_db_rollback (run->db);
  return FALSE;
}

static void
import_row_free (gpointer data)
{
  LimberImportRow *row = data;

  g_free (row->name);
  g_free (row->reason);
  g_free (row);
}

/** limber_import_report_new: Returns: (transfer full): an empty report */
LimberImportReport *
limber_import_report_new (gboolean dry_run)
{
  LimberImportReport *report = g_new0 (LimberImportReport, 1);

  report->dry_run = dry_run;
  report->rows = g_ptr_array_new_with_free_func (import_row_free);
  return report;
}

/**
 * limber_import_prepare:
 *
 * Reads the file. limber_import_run() does it when nobody has done it before; a caller that must not make a
 * database for a file that is no table does it first.
 *
 * Returns: %FALSE with %LIMBER_CSV_ERROR
 */
gboolean
limber_import_prepare (LimberImport *self, GError **error)
{
  if (self->columns)
    return TRUE;
  g_clear_pointer (&self->table, limber_csv_table_free);
  self->table = limber_csv_table_load (self->path, self->cancellable, error);
  if (!self->table)
    return FALSE;
  self->columns = limber_client_columns_find (self->table);
  if (!self->columns)
    g_set_error_literal (error, LIMBER_CSV_ERROR, LIMBER_CSV_ERROR_NO_KNOWN_COLUMN,
                         _("The first row of the table names no column that Limber knows, such as Name, Phone or "
                           "E-mail."));
  return self->columns != NULL;
}

/**
 * limber_import_run:
 * @db: (nullable): only a dry run does without
 * @import: (type LimberImport)
 *
 * Does the import: a verified backup, then all rows in one transaction of its own. It is a #LimberStoreFunc
 * for limber_store_job_async(), and can be called directly.
 *
 * Returns: (transfer full) (type LimberImportReport): the report; %NULL with %LIMBER_CSV_ERROR,
 *   %LIMBER_STORE_ERROR or %G_IO_ERROR_CANCELLED, and then nothing was written
 */
gpointer
limber_import_run (LimberDb *db, gpointer import, GError **error)
{
  LimberImport *self = import;
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) teams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (LimberImportReport) report = limber_import_report_new (self->dry_run);
  Run run = { db, self, keys, names, teams, report };
  gboolean ok;

  g_return_val_if_fail (db || self->dry_run, NULL);
  if (!limber_import_prepare (self, error))
    return NULL;
  if (self->dry_run)
    ok = load_known (&run, error) && import_rows (&run, error);
  else
    ok = limber_backup_run (db, LIMBER_BACKUP_REASON_IMPORT, self->cancellable, NULL, error)
         && import_in_transaction (&run, error);
  return ok ? g_steal_pointer (&report) : NULL;
}

/** limber_import_new: @today: no birthday is later. @dry_run: only say what would happen. */
LimberImport *
limber_import_new (const char *path, LimberDate today, gboolean dry_run, GCancellable *cancellable)
{
  LimberImport *self = g_new0 (LimberImport, 1);

  g_atomic_ref_count_init (&self->refs);
  self->path = g_strdup (path);
  self->today = today;
  self->dry_run = dry_run;
  g_set_object (&self->cancellable, cancellable);
  return self;
}

LimberImport *
limber_import_ref (LimberImport *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
limber_import_unref (LimberImport *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->columns, limber_client_columns_free);
  g_clear_pointer (&self->table, limber_csv_table_free);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self);
}

/** limber_import_progress: Returns: 0.0 to 1.0; may be asked from any thread */
double
limber_import_progress (LimberImport *self)
{
  return (double) g_atomic_int_get (&self->progress) / PROGRESS_STEPS;
}

/** limber_import_outcome_id: Returns: "added", "skipped" or "duplicate" */
const char *
limber_import_outcome_id (LimberImportOutcome outcome)
{
  static const char *const ids[] = { "added", "skipped", "duplicate" };

  return ids[outcome];
}

void
limber_import_report_free (LimberImportReport *report)
{
  g_ptr_array_unref (report->rows);
  g_free (report);
}
