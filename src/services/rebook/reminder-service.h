/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void  limber_reminder_service_start (gboolean by_hand);
void  limber_reminder_service_test_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *limber_reminder_service_test_finish (GAsyncResult *result, GError **error);

G_END_DECLS
