/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/backup-rules.h"
#include "store/db/db.h"

G_BEGIN_DECLS

gboolean limber_backup_run (LimberDb *db, LimberBackupReason reason, GCancellable *cancellable, char **path,
                            GError **error);
gboolean limber_backup_run_if_due (LimberDb *db, GCancellable *cancellable, char **path, GError **error);
gboolean limber_backup_is_overdue (LimberDb *db, gboolean *overdue, GError **error);
gboolean limber_backup_run_to (LimberDb *db, const char *path, GCancellable *cancellable, GError **error);
gboolean limber_backup_check_sum (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
