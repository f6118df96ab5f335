/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db/db.h"

G_BEGIN_DECLS

#define LIMBER_BACKUP_KEEP 14

gboolean   limber_backup_run (LimberDb *db, GCancellable *cancellable, char **path, GError **error);
gboolean   limber_backup_run_if_due (LimberDb *db, GCancellable *cancellable, char **path, GError **error);
gboolean   limber_backup_is_overdue (LimberDb *db, gboolean *overdue, GError **error);
char      *limber_backup_folder (const char *database_path);
GPtrArray *limber_backup_list (const char *database_path, GError **error);

G_END_DECLS
