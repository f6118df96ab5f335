/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/session/session-runner.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct _LimberSessionJob LimberSessionJob;
typedef gboolean (*LimberSessionStep) (LimberDb *db, const LimberSessionJob *job, GError **error);

/**
 * LimberSessionJob:
 * @step: what to do, on the worker thread, with @id, @text, @expected, @value, @field, @rom and @item
 * @now: the instant of the touch
 * @values: (nullable): a finding, which shows as pending until it is read back
 * @touches: (nullable): for an undo: what to put back
 * @done: committed, and not yet read back
 *
 * One touch on its way into the store. The worker thread and the room hold a job at the same time; only the room
 * writes.
 */
struct _LimberSessionJob {
  LimberSessionStep step;
  char *session_id;
  char *id;
  char *text;
  char *expected;
  int value;
  int field;
  gint64 now;
  LimberFinding *values;
  LimberRom *rom;
  LimberHealthItem *item;
  GPtrArray *touches;
  gboolean is_undo;
  gboolean done;
  int ref_count;
};

LimberSessionJob *limber_session_job_new (LimberSessionStep step, const char *session_id, gint64 now);
LimberSessionJob *limber_session_job_new_undo (GPtrArray *touches, const char *session_id, gint64 now);
void              limber_session_job_unref (gpointer job);
void              limber_session_job_write_async (LimberSessionJob *job, LimberStore *store,
                                                  GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
