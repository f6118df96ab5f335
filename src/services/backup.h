/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/clock.h"
#include "store/db/backup-file.h"
#include "store/store.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_BACKUP_KEEPER (limber_backup_keeper_get_type ())
G_DECLARE_FINAL_TYPE (LimberBackupKeeper, limber_backup_keeper, LIMBER, BACKUP_KEEPER, GObject)

LimberBackupKeeper *limber_backup_keeper_new (LimberStore *store, LimberClock *clock);
void                limber_backup_keeper_look (LimberBackupKeeper *self);

void  limber_backup_async (LimberStore *store, LimberClock *clock, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data);
char *limber_backup_finish (GAsyncResult *result, GError **error);

void       limber_backup_list_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *limber_backup_list_finish (GAsyncResult *result, GError **error);

gboolean limber_backup_at_close (const char *path, GError **error);

G_END_DECLS
