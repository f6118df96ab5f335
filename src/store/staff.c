/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/staff.h"

static const LimberColumn staff_columns[] = {
  LIMBER_TEXT (LimberStaff, name),
  LIMBER_ENUM (LimberStaff, role, staff_role),
  LIMBER_INT (LimberStaff, color),
  LIMBER_INSTANT (LimberStaff, archived_at),
  LIMBER_END,
};

const LimberRecordType limber_staff_type = {
  .table = "staff",
  .size = sizeof (LimberStaff),
  .topic = LIMBER_TOPIC_STAFF,
  .columns = staff_columns,
  .free_func = (GDestroyNotify) limber_staff_free,
};
