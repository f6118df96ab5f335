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

static const LimberColumn day_hours_columns[] = {
  LIMBER_TEXT (LimberDayHours, staff_id),
  LIMBER_DATE (LimberDayHours, date),
  LIMBER_INT (LimberDayHours, from_minute),
  LIMBER_INT (LimberDayHours, to_minute),
  LIMBER_END,
};

const LimberRecordType limber_day_hours_type = {
  .table = "day_hours",
  .size = sizeof (LimberDayHours),
  .topic = LIMBER_TOPIC_WORKING_TIME,
  .columns = day_hours_columns,
  .free_func = (GDestroyNotify) limber_day_hours_free,
};

static const LimberColumn weekly_block_columns[] = {
  LIMBER_TEXT (LimberWeeklyBlock, staff_id),
  LIMBER_INT (LimberWeeklyBlock, weekday),
  LIMBER_INT (LimberWeeklyBlock, from_minute),
  LIMBER_INT (LimberWeeklyBlock, to_minute),
  LIMBER_DATE (LimberWeeklyBlock, from_on),
  LIMBER_DATE (LimberWeeklyBlock, until_on),
  LIMBER_ENUM (LimberWeeklyBlock, kind, blocked_kind),
  LIMBER_TEXT (LimberWeeklyBlock, text),
  LIMBER_END,
};

const LimberRecordType limber_weekly_block_type = {
  .table = "weekly_block",
  .size = sizeof (LimberWeeklyBlock),
  .topic = LIMBER_TOPIC_WORKING_TIME,
  .columns = weekly_block_columns,
  .free_func = (GDestroyNotify) limber_weekly_block_free,
};
