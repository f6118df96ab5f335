/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/work-plan.h"

#include "domain/work-day.h"
#include "store/calendar.h"

struct _LimberWorkPlan {
  GTimeZone *zone;
  GPtrArray *hours;   /* LimberWorkingHours */
  GPtrArray *days;    /* LimberDayHours */
  GPtrArray *blocked; /* LimberBlockedTime */
  GPtrArray *weekly;  /* LimberWeeklyBlock */
};

/** limber_work_plan_free: (nullable): frees the plan. */
void
limber_work_plan_free (LimberWorkPlan *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->hours, g_ptr_array_unref);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_clear_pointer (&self->blocked, g_ptr_array_unref);
  g_clear_pointer (&self->weekly, g_ptr_array_unref);
  g_time_zone_unref (self->zone);
  g_free (self);
}

/**
 * limber_work_plan_load:
 * @from: UTC seconds; what is blocked only before it is left out
 * @to: UTC seconds; what is blocked only from it on is left out
 * @zone: of the clinic
 *
 * Returns: (transfer full) (nullable): the plan; ask it for days that lie in @from … @to
 */
LimberWorkPlan *
limber_work_plan_load (LimberDb *db, gint64 from, gint64 to, GTimeZone *zone, GError **error)
{
  g_autoptr (LimberWorkPlan) self = g_new0 (LimberWorkPlan, 1);

  self->zone = g_time_zone_ref (zone);
  if ((self->hours = limber_calendar_working_hours (db, NULL, error)) == NULL
      || (self->days = limber_record_select (db, &limber_day_hours_type, error,
                                             "WHERE date >= $1 AND date <= $2 ORDER BY date, from_minute, id", "dd",
                                             limber_date_from_instant (from, zone),
                                             limber_date_from_instant (to, zone))) == NULL
      || (self->blocked = limber_calendar_blocked (db, NULL, from, to, error)) == NULL
      || (self->weekly = limber_record_select (db, &limber_weekly_block_type, error,
                                               "ORDER BY weekday, from_minute, id", "")) == NULL)
    return NULL;
  return g_steal_pointer (&self);
}

static GArray *
stretches_of (LimberWorkPlan *self, const char *staff_id, LimberDate date)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (LimberWorkStretch));

  for (guint i = 0; i < self->hours->len; i++)
    {
      const LimberWorkingHours *hours = self->hours->pdata[i];
      LimberWorkStretch one = { LIMBER_DATE_NONE, hours->weekday, hours->from_minute, hours->to_minute };

      if (g_strcmp0 (hours->staff_id, staff_id) == 0)
        g_array_append_val (stretches, one);
    }
  for (guint i = 0; i < self->days->len; i++)
    {
      const LimberDayHours *hours = self->days->pdata[i];
      LimberWorkStretch one = { hours->date, 0, hours->from_minute, hours->to_minute };

      if (hours->date == date && g_strcmp0 (hours->staff_id, staff_id) == 0)
        g_array_append_val (stretches, one);
    }
  return stretches;
}

/** limber_work_plan_has_hours: Returns: whether @staff_id has working hours at all. */
gboolean
limber_work_plan_has_hours (LimberWorkPlan *self, const char *staff_id)
{
  for (guint i = 0; i < self->hours->len; i++)
    if (g_strcmp0 (((LimberWorkingHours *) self->hours->pdata[i])->staff_id, staff_id) == 0)
      return TRUE;
  return FALSE;
}

/** limber_work_plan_hours: Returns: (transfer full) (element-type LimberInterval): when @staff_id works on @date. */
GArray *
limber_work_plan_hours (LimberWorkPlan *self, const char *staff_id, LimberDate date)
{
  g_autoptr (GArray) stretches = stretches_of (self, staff_id, date);

  return limber_work_day_hours (date, (LimberWorkStretch *) stretches->data, stretches->len, self->zone);
}

static LimberBlockedTime *
block_on (LimberWorkPlan *self, const LimberWeeklyBlock *weekly, LimberDate date)
{
  LimberWeekly rule = { weekly->weekday, weekly->from_minute, weekly->to_minute, weekly->from_on, weekly->until_on };
  LimberInterval when;
  LimberBlockedTime *blocked;

  if (!limber_weekly_on (&rule, date, self->zone, &when))
    return NULL;
  blocked = limber_blocked_time_new ();
  limber_record_set_text (&blocked->staff_id, weekly->staff_id);
  limber_record_set_text (&blocked->text, weekly->text);
  blocked->start_at = when.start;
  blocked->end_at = when.end;
  blocked->kind = weekly->kind;
  return blocked;
}

static gboolean
concerns (const char *owner, const char *staff_id)
{
  return staff_id == NULL || owner == NULL || g_strcmp0 (owner, staff_id) == 0;
}

static int
compare_blocked (gconstpointer a, gconstpointer b)
{
  const LimberBlockedTime *one = *(LimberBlockedTime **) a, *two = *(LimberBlockedTime **) b;

  return (one->start_at > two->start_at) - (one->start_at < two->start_at);
}

static void
add_blocked (LimberWorkPlan *self, GPtrArray *all, const char *staff_id, LimberDate from, LimberDate to)
{
  gint64 start = limber_date_at_minute (from, 0, self->zone), end = limber_date_at_minute (to + 1, 0, self->zone);

  for (guint i = 0; i < self->blocked->len; i++)
    {
      const LimberBlockedTime *blocked = self->blocked->pdata[i];

      if (concerns (blocked->staff_id, staff_id) && blocked->start_at < end && blocked->end_at > start)
        g_ptr_array_add (all, limber_blocked_time_copy (blocked));
    }
  for (LimberDate date = from; date <= to; date++)
    for (guint i = 0; i < self->weekly->len; i++)
      {
        const LimberWeeklyBlock *weekly = self->weekly->pdata[i];
        LimberBlockedTime *blocked = concerns (weekly->staff_id, staff_id) ? block_on (self, weekly, date) : NULL;

        if (blocked != NULL)
          g_ptr_array_add (all, blocked);
      }
  g_ptr_array_sort (all, compare_blocked);
}

static void
free_blocked (gpointer blocked)
{
  limber_blocked_time_free (blocked);
}

/**
 * limber_work_plan_blocked:
 * @staff_id: (nullable): %NULL for everybody's
 *
 * Returns: (transfer full) (element-type LimberBlockedTime): what touches @date, the clinic's too, in order; those of
 *   every week have no id
 */
GPtrArray *
limber_work_plan_blocked (LimberWorkPlan *self, const char *staff_id, LimberDate date)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (free_blocked);

  add_blocked (self, all, staff_id, date, date);
  return all;
}

/** limber_work_plan_all_blocked: as limber_work_plan_blocked() for everybody and several days. */
GPtrArray *
limber_work_plan_all_blocked (LimberWorkPlan *self, LimberDate from, LimberDate to)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (free_blocked);

  add_blocked (self, all, NULL, from, to);
  return all;
}

/** limber_work_plan_minutes: Returns: how many minutes @staff_id can be booked on @date, blocked time taken off. */
int
limber_work_plan_minutes (LimberWorkPlan *self, const char *staff_id, LimberDate date)
{
  g_autoptr (GArray) hours = limber_work_plan_hours (self, staff_id, date);
  g_autoptr (GPtrArray) blocked = limber_work_plan_blocked (self, staff_id, date);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (LimberInterval));

  for (guint i = 0; i < blocked->len; i++)
    {
      const LimberBlockedTime *one = blocked->pdata[i];
      LimberInterval when = { one->start_at, one->end_at };

      g_array_append_val (times, when);
    }
  return limber_work_day_minutes ((LimberInterval *) hours->data, hours->len, (LimberInterval *) times->data,
                                  times->len);
}
