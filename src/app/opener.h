/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/application.h"
#include "services/clock.h"
#include "store/clinic.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * LimberOpened:
 * @staff: (element-type LimberStaff): who works here; empty at the very first start
 * @demo_folder: (nullable): to be removed in the end
 *
 * A clinic that stands open.
 */
typedef struct {
  LimberStore *store;
  LimberClock *clock;
  GPtrArray *staff;
  char *demo_folder;
} LimberOpened;

void          limber_opener_open_async (const LimberOptions *options, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
LimberOpened *limber_opener_open_finish (GAsyncResult *result, GError **error);
void          limber_opened_free (LimberOpened *opened);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberOpened, limber_opened_free)

G_END_DECLS
