/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/staff-work.h"

#define RECENT_DAYS 365

static void
work_free (gpointer data)
{
  LimberStaffWork *work = data;

  limber_staff_free (work->staff);
  g_free (work);
}

static LimberStaffWork *
find (GPtrArray *list, const char *staff_id)
{
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (((LimberStaffWork *) list->pdata[i])->staff->base.id, staff_id) == 0)
      return list->pdata[i];
  return NULL;
}

static gboolean
count (LimberDb *db, GPtrArray *list, LimberDate today, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (LimberStmt) stmt =
    limber_db_query (db, error,
                     "SELECT staff_id, style, count(*), count(*) FILTER (WHERE date > $1), min(date) FROM session "
                     "WHERE state = 'completed' GROUP BY staff_id, style", "d", today - RECENT_DAYS);

  if (stmt == NULL)
    return FALSE;
  while (limber_stmt_step (stmt, &failure))
    {
      LimberStaffWork *work = find (list, limber_stmt_text (stmt, 0));
      LimberStyle style = limber_style_from_id (limber_stmt_text (stmt, 1));
      LimberDate first = limber_stmt_date (stmt, 4);

      if (work == NULL)
        continue;
      work->styles[style] = (guint) limber_stmt_int (stmt, 2);
      work->recent[style] = (guint) limber_stmt_int (stmt, 3);
      if (work->first_on == LIMBER_DATE_NONE || first < work->first_on)
        work->first_on = first;
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

gpointer
limber_staff_work_load (LimberDb *db, gpointer today, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (work_free);
  g_autoptr (GPtrArray) staff = limber_record_select (db, &limber_staff_type, error,
                                                      "WHERE role = 'therapist' AND archived_at IS NULL ORDER BY name",
                                                      "");

  if (staff == NULL)
    return NULL;
  for (guint i = 0; i < staff->len; i++)
    {
      LimberStaffWork *work = g_new0 (LimberStaffWork, 1);

      work->staff = limber_staff_copy (staff->pdata[i]);
      g_ptr_array_add (list, work);
    }
  return count (db, list, *(LimberDate *) today, error) ? g_steal_pointer (&list) : NULL;
}
