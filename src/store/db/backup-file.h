/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "domain/backup-rules.h"

G_BEGIN_DECLS

/**
 * LimberBackupFile:
 * @mark: what its name tells
 * @size: in bytes
 *
 * A backup that lies in the folder of the backups. It was checked before it got its name.
 */
typedef struct {
  char *path;
  LimberBackupMark mark;
  gint64 size;
} LimberBackupFile;

void limber_backup_file_free (LimberBackupFile *file);

char      *limber_backup_folder (const char *database_path);
char      *limber_backup_file_name (const char *database_path, const LimberBackupMark *mark);
char      *limber_backup_file_checksum_path (const char *path);
GPtrArray *limber_backup_list (const char *database_path, GError **error);
void       limber_backup_thin_out (const char *database_path, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberBackupFile, limber_backup_file_free)

G_END_DECLS
