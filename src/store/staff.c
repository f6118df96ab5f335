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

/** limber_staff_list: Returns: (transfer full): #LimberStaff by name; who left only when @archived_too. */
GPtrArray *
limber_staff_list (LimberDb *db, gboolean archived_too, GError **error)
{
  return limber_record_select (db, &limber_staff_type, error,
                               "WHERE archived_at IS NULL OR $1 = 1 ORDER BY lower (name), id", "i",
                               (gint64) (archived_too ? 1 : 0));
}
