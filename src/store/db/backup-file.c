/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/db/backup-file.h"

#include <glib/gstdio.h>
#include <string.h>

/*
 * DESIGN
 *
 * Names are DATABASE-YYYYMMDD-HHMMSS-SEQ.db, or …-SEQ-REASON.db, in UTC: they sort by age, and SEQ, the last entry of
 * the change log, tells whether anything changed since. What stands in a name need not be remembered elsewhere, nor can
 * it differ from what lies there.
 */

/** limber_backup_file_free: (nullable) */
void
limber_backup_file_free (LimberBackupFile *file)
{
  if (file == NULL)
    return;
  g_free (file->path);
  g_free (file);
}

/** limber_backup_folder: Returns: (transfer full): the folder beside the database. */
char *
limber_backup_folder (const char *database_path)
{
  g_autofree char *folder = g_path_get_dirname (database_path);

  return g_build_filename (folder, "backups", NULL);
}

static char *
name_prefix (const char *database_path)
{
  g_autofree char *name = g_path_get_basename (database_path);

  if (g_str_has_suffix (name, ".db"))
    name[strlen (name) - 3] = '\0';
  return g_strconcat (name, "-", NULL);
}

/** limber_backup_file_name: Returns: (transfer full): what a backup of this database is called. */
char *
limber_backup_file_name (const char *database_path, const LimberBackupMark *mark)
{
  g_autofree char *prefix = name_prefix (database_path);
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (mark->at);
  g_autofree char *stamp = g_date_time_format (at, "%Y%m%d-%H%M%S");
  gboolean routine = mark->reason == LIMBER_BACKUP_REASON_ROUTINE;

  return g_strdup_printf ("%s%s-%" G_GINT64_FORMAT "%s%s.db", prefix, stamp, mark->seq, routine ? "" : "-",
                          routine ? "" : limber_backup_reason_id (mark->reason));
}

/** limber_backup_file_checksum_path: Returns: (transfer full): where its SHA-256 stands, as `sha256sum -c` reads it. */
char *
limber_backup_file_checksum_path (const char *path)
{
  return g_strconcat (path, ".sha256", NULL);
}

static gboolean
parse_stamp (const char *day, const char *time, gint64 *at)
{
  int y, mo, d, h, mi, s;
  g_autoptr (GDateTime) moment = NULL;

  if (sscanf (day, "%4d%2d%2d", &y, &mo, &d) != 3 || sscanf (time, "%2d%2d%2d", &h, &mi, &s) != 3)
    return FALSE;
  moment = g_date_time_new_utc (y, mo, d, h, mi, s);
  if (moment != NULL)
    *at = g_date_time_to_unix (moment);
  return moment != NULL;
}

static gboolean
parse_name (const char *name, const char *prefix, LimberBackupMark *mark)
{
  g_autofree char *rest = NULL;
  g_auto (GStrv) parts = NULL;

  if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, ".db"))
    return FALSE;
  rest = g_strndup (name + strlen (prefix), strlen (name) - strlen (prefix) - strlen (".db"));
  parts = g_strsplit (rest, "-", 4);
  if (g_strv_length (parts) < 3 || !parse_stamp (parts[0], parts[1], &mark->at)
      || !g_ascii_string_to_signed (parts[2], 10, 0, G_MAXINT64, &mark->seq, NULL))
    return FALSE;
  mark->reason = limber_backup_reason_from_id (parts[3]);
  return TRUE;
}

static LimberBackupFile *
file_new (const char *folder, const char *name, const LimberBackupMark *mark)
{
  LimberBackupFile *file = g_new0 (LimberBackupFile, 1);
  GStatBuf info;

  file->path = g_build_filename (folder, name, NULL);
  file->mark = *mark;
  if (g_stat (file->path, &info) == 0)
    file->size = info.st_size;
  return file;
}

static int
by_age (gconstpointer a, gconstpointer b)
{
  const LimberBackupFile *first = *(LimberBackupFile *const *) a, *second = *(LimberBackupFile *const *) b;

  if (first->mark.at != second->mark.at)
    return first->mark.at < second->mark.at ? -1 : 1;
  return strcmp (first->path, second->path);
}

/** limber_backup_list: Returns: (transfer full) (element-type LimberBackupFile): all of this database, oldest first. */
GPtrArray *
limber_backup_list (const char *database_path, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_backup_file_free);
  g_autofree char *folder = limber_backup_folder (database_path);
  g_autofree char *prefix = name_prefix (database_path);
  g_autoptr (GDir) dir = NULL;
  LimberBackupMark mark;
  const char *name;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&files);
  dir = g_dir_open (folder, 0, error);
  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (parse_name (name, prefix, &mark))
      g_ptr_array_add (files, file_new (folder, name, &mark));
  g_ptr_array_sort (files, by_age);
  return g_steal_pointer (&files);
}

/* Of a program that was killed; a part that still grows is younger. */
static void
remove_old_parts (const char *database_path)
{
  g_autofree char *folder = limber_backup_folder (database_path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 yesterday = g_get_real_time () / G_USEC_PER_SEC - 24 * 60 * 60;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_str_has_suffix (name, ".part") && g_stat (path, &info) == 0 && info.st_mtime < yesterday)
        g_unlink (path);
    }
}

/**
 * limber_backup_thin_out:
 *
 * Deletes the backups that limber_backup_choose_kept() does not keep. That one cannot be deleted is no reason to call
 * the new one failed.
 */
void
limber_backup_thin_out (const char *database_path, gint64 now)
{
  g_autoptr (GPtrArray) files = limber_backup_list (database_path, NULL);
  g_autofree LimberBackupMark *marks = g_new0 (LimberBackupMark, files != NULL ? files->len : 0);
  g_autofree gboolean *kept = g_new0 (gboolean, files != NULL ? files->len : 0);

  remove_old_parts (database_path);
  if (files == NULL)
    return;
  for (guint i = 0; i < files->len; i++)
    marks[i] = ((LimberBackupFile *) files->pdata[i])->mark;
  limber_backup_choose_kept (marks, files->len, now, kept);
  for (guint i = 0; i < files->len; i++)
    {
      LimberBackupFile *file = files->pdata[i];
      g_autofree char *checksum = limber_backup_file_checksum_path (file->path);

      if (kept[i])
        continue;
      g_unlink (file->path);
      g_unlink (checksum);
    }
}
