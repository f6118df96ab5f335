/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/working-time.h"

static const LimberColumn working_hours_columns[] = {
  LIMBER_TEXT (LimberWorkingHours, staff_id),
  LIMBER_INT (LimberWorkingHours, weekday),
  LIMBER_INT (LimberWorkingHours, from_minute),
  LIMBER_INT (LimberWorkingHours, to_minute),
  LIMBER_END,
};

const LimberRecordType limber_working_hours_type = {
  .table = "working_hours",
  .size = sizeof (LimberWorkingHours),
  .topic = LIMBER_TOPIC_WORKING_TIME,
  .columns = working_hours_columns,
  .free_func = (GDestroyNotify) limber_working_hours_free,
};

static const LimberColumn blocked_time_columns[] = {
  LIMBER_TEXT (LimberBlockedTime, staff_id),
  LIMBER_INSTANT (LimberBlockedTime, start_at),
  LIMBER_INSTANT (LimberBlockedTime, end_at),
  LIMBER_ENUM (LimberBlockedTime, kind, blocked_kind),
  LIMBER_TEXT (LimberBlockedTime, text),
  LIMBER_END,
};

const LimberRecordType limber_blocked_time_type = {
  .table = "blocked_time",
  .size = sizeof (LimberBlockedTime),
  .topic = LIMBER_TOPIC_WORKING_TIME,
  .columns = blocked_time_columns,
  .free_func = (GDestroyNotify) limber_blocked_time_free,
};
