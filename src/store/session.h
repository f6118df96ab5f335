/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/work.h"
#include "store/record.h"
#include "store/states.h"

G_BEGIN_DECLS

/**
 * LimberSession:
 * @date: of service
 * @entered_at: when it was typed in; differs from the service for a forgotten session
 * @pressure: 1 to 5, 0 while unknown
 * @techniques: mask of LIMBER_TECHNIQUE_BIT()
 * @relaxation: 0 to 10, -1 while unknown
 * @hangover_level: 0 to 10, -1 while unasked
 * @workouts: how the workouts after it went, none while unasked
 * @phases: (nullable): limber_session_plan_to_text()
 * @boot: (nullable): the clock that the session began with, see limber_session_now()
 *
 * What really happened on the table.
 */
typedef struct {
  LimberRecord base;
  char *client_id;
  char *staff_id;
  char *appointment_id;
  LimberDate date;
  gint64 started_at;
  gint64 ended_at;
  gint64 entered_at;
  int planned_minutes;
  LimberSessionState state;
  LimberKind kind;
  LimberStyle style;
  int pressure;
  guint techniques;
  char *subjective;
  char *objective;
  char *assessment;
  char *plan;
  char *next_time;
  int relaxation;
  char *void_reason;
  int hangover_level;
  int hangover_days;
  LimberDate hangover_asked_on;
  char *phases;
  char *boot;
  gint64 boot_at;
  LimberWorkouts workouts;
  LimberDate workouts_asked_on;
} LimberSession;

LIMBER_DECLARE_RECORD (LimberSession, session)

/**
 * LimberSessionPause:
 * @ended_at: 0 while it lasts
 *
 * A stretch of a session without work.
 */
typedef struct {
  LimberRecord base;
  char *session_id;
  gint64 started_at;
  gint64 ended_at;
} LimberSessionPause;

LIMBER_DECLARE_RECORD (LimberSessionPause, session_pause)

G_END_DECLS
