/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db/backup-file.h"
#include "store/db/db.h"

G_BEGIN_DECLS

/** LimberClinicCounts: how much a clinic holds, or how much came to it. */
typedef struct {
  gint64 clients;
  gint64 appointments;
  gint64 sessions;
} LimberClinicCounts;

/**
 * LimberRestorePreview:
 * @made_at: when the backup was made, UTC seconds
 * @held: what it holds
 * @is_readable: whether the clinic that is there now can be read; the rest is 0 otherwise
 * @added: what came to the clinic after the backup was made
 * @changes: all changes after it
 *
 * What a restore would bring back, and what it would take away.
 */
typedef struct {
  gint64 made_at;
  LimberClinicCounts held;
  gboolean is_readable;
  LimberClinicCounts added;
  gint64 changes;
} LimberRestorePreview;

/**
 * LimberRestoreDeed:
 * @database: the file of the clinic
 * @backup: the file to take
 * @actor_id: (nullable): who does it
 * @now: (nullable): tells the time, with @now_data
 */
typedef struct {
  const char *database;
  const char *backup;
  const char *actor_id;
  const char *actor_name;
  LimberNowFunc now;
  gpointer now_data;
} LimberRestoreDeed;

gboolean limber_restore_preview (const LimberRestoreDeed *deed, GCancellable *cancellable,
                                 LimberRestorePreview *preview, GError **error);
gboolean limber_restore_drill (const LimberRestoreDeed *deed, GCancellable *cancellable, LimberClinicCounts *held,
                               GError **error);
gboolean limber_restore_run (const LimberRestoreDeed *deed, GCancellable *cancellable, char **kept, GError **error);

G_END_DECLS
