/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/clock.h"
#include "store/restore.h"
#include "store/store.h"

G_BEGIN_DECLS

void limber_restore_preview_async (const char *database, const char *backup, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
gboolean limber_restore_preview_finish (GAsyncResult *result, LimberRestorePreview *preview, GError **error);

void     limber_restore_drill_async (const char *database, const char *backup, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
gboolean limber_restore_drill_finish (GAsyncResult *result, LimberClinicCounts *held, GError **error);

void  limber_restore_async (const char *database, const char *backup, const char *actor_id, const char *actor_name,
                            LimberClock *clock, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data);
char *limber_restore_finish (GAsyncResult *result, GError **error);

void limber_restore_confirm_async (LimberStore *store, LimberClock *clock, GAsyncReadyCallback callback,
                                   gpointer user_data);

G_END_DECLS
