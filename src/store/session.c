/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/session.h"

static const LimberColumn session_columns[] = {
  LIMBER_TEXT (LimberSession, client_id),
  LIMBER_TEXT (LimberSession, staff_id),
  LIMBER_TEXT (LimberSession, appointment_id),
  LIMBER_DATE (LimberSession, date),
  LIMBER_INSTANT (LimberSession, started_at),
  LIMBER_INSTANT (LimberSession, ended_at),
  LIMBER_INSTANT (LimberSession, entered_at),
  LIMBER_INT (LimberSession, planned_minutes),
  LIMBER_ENUM (LimberSession, state, session_state),
  LIMBER_ENUM (LimberSession, kind, kind),
  LIMBER_ENUM (LimberSession, style, style),
  LIMBER_INT_OR (LimberSession, pressure, 0),
  LIMBER_UINT (LimberSession, techniques),
  LIMBER_TEXT (LimberSession, subjective),
  LIMBER_TEXT (LimberSession, objective),
  LIMBER_TEXT (LimberSession, assessment),
  LIMBER_TEXT (LimberSession, plan),
  LIMBER_TEXT (LimberSession, next_time),
  LIMBER_INT_OR (LimberSession, relaxation, -1),
  LIMBER_TEXT (LimberSession, void_reason),
  LIMBER_INT_OR (LimberSession, hangover_level, -1),
  LIMBER_INT_OR (LimberSession, hangover_days, -1),
  LIMBER_DATE (LimberSession, hangover_asked_on),
  LIMBER_TEXT (LimberSession, phases),
  LIMBER_TEXT (LimberSession, boot),
  LIMBER_INSTANT (LimberSession, boot_at),
  LIMBER_ENUM (LimberSession, workouts, workouts),
  LIMBER_DATE (LimberSession, workouts_asked_on),
  LIMBER_END,
};

const LimberRecordType limber_session_type = {
  .table = "session",
  .size = sizeof (LimberSession),
  .topic = LIMBER_TOPIC_SESSION,
  .columns = session_columns,
  .free_func = (GDestroyNotify) limber_session_free,
  .client_offset = G_STRUCT_OFFSET (LimberSession, client_id),
};

static const LimberColumn session_pause_columns[] = {
  LIMBER_TEXT (LimberSessionPause, session_id),
  LIMBER_INSTANT (LimberSessionPause, started_at),
  LIMBER_INSTANT (LimberSessionPause, ended_at),
  LIMBER_END,
};

const LimberRecordType limber_session_pause_type = {
  .table = "session_pause",
  .size = sizeof (LimberSessionPause),
  .topic = LIMBER_TOPIC_SESSION,
  .columns = session_pause_columns,
  .free_func = (GDestroyNotify) limber_session_pause_free,
  .client_sql = "SELECT client_id FROM session WHERE id = $1",
  .parent_offset = G_STRUCT_OFFSET (LimberSessionPause, session_id),
};
