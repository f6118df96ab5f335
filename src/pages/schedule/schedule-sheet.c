/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/schedule/schedule-sheet.h"

#include <glib/gi18n-lib.h>

#include "domain/work.h"
#include "pages/schedule/schedule-words.h"
#include "services/week.h"
#include "store/working-time.h"
#include "widgets/time-grid/time-values.h"

/* Gaps shorter than this are not called free: nobody fits in. */
#define LEAST_GAP 30
#define EARLIEST (8 * 60)
#define LATEST (18 * 60)

LimberDate
limber_schedule_view_from (const LimberScheduleView *view)
{
  return view->week ? limber_week_start (view->date) : view->date;
}

LimberDate
limber_schedule_view_to (const LimberScheduleView *view)
{
  return view->week ? limber_week_start (view->date) + 6 : view->date;
}

void
limber_schedule_sheet_free (LimberScheduleSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_clear_pointer (&sheet->columns, g_ptr_array_unref);
  g_clear_pointer (&sheet->blocks, g_ptr_array_unref);
  g_clear_pointer (&sheet->staff_ids, g_ptr_array_unref);
  g_free (sheet->view.staff_id);
  g_free (sheet);
}

/** limber_schedule_sheet_staff: Returns: (nullable): whose column it is, %NULL when it is everybody's. */
const char *
limber_schedule_sheet_staff (const LimberScheduleSheet *sheet, guint column)
{
  if (sheet->view.week)
    return sheet->view.staff_id;
  return column < sheet->staff_ids->len ? sheet->staff_ids->pdata[column] : NULL;
}

/** limber_schedule_sheet_date: Returns: which day the column is. */
LimberDate
limber_schedule_sheet_date (const LimberScheduleSheet *sheet, guint column)
{
  return sheet->view.week ? sheet->from + (LimberDate) column : sheet->from;
}

/** limber_schedule_sheet_column: Returns: whether the therapist's @date is shown; then in which @column. */
gboolean
limber_schedule_sheet_column (const LimberScheduleSheet *sheet, const char *staff_id, LimberDate date, guint *column)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const char *whose = limber_schedule_sheet_staff (sheet, i);

      if (limber_schedule_sheet_date (sheet, i) != date || (whose != NULL && g_strcmp0 (whose, staff_id) != 0))
        continue;
      *column = i;
      return TRUE;
    }
  return FALSE;
}

/* The wall-clock minute of @instant on @date; what lies on other days is cut to the ends of this one. */
static int
minute_on (LimberDate date, gint64 instant, GTimeZone *zone)
{
  if (instant <= limber_date_at_minute (date, 0, zone))
    return 0;
  if (instant >= limber_date_at_minute (date + 1, 0, zone))
    return LIMBER_TIME_DAY;
  return limber_minute_of_instant (instant, zone);
}

static gboolean
is_of (const char *staff_id, const char *whose)
{
  return whose == NULL || g_strcmp0 (staff_id, whose) == 0;
}

static void
add_hours (LimberTimeColumn *column, const LimberScheduleFacts *facts, const char *whose, LimberDate date)
{
  for (guint i = 0; i < facts->hours->len; i++)
    {
      const LimberScheduleHours *stretch = &g_array_index (facts->hours, LimberScheduleHours, i);

      if (stretch->date == date && is_of (stretch->staff_id, whose))
        limber_time_column_add (column->open, stretch->from_minute, stretch->to_minute, NULL);
    }
}

static void
add_blocked (LimberTimeColumn *column, const LimberScheduleFacts *facts, const char *whose, LimberDate date, GTimeZone *zone)
{
  for (guint i = 0; i < facts->blocked->len; i++)
    {
      const LimberBlockedTime *blocked = facts->blocked->pdata[i];

      /* In a week of everybody only what concerns everybody is hatched. */
      if (blocked->staff_id == NULL || (whose != NULL && g_strcmp0 (blocked->staff_id, whose) == 0))
        limber_time_column_add (column->hatched, minute_on (date, blocked->start_at, zone),
                                minute_on (date, blocked->end_at, zone), limber_schedule_words_blocked (blocked));
    }
}

/* Between two stretches of working hours lies a break. */
static void
add_breaks (LimberTimeColumn *column)
{
  for (guint i = 1; i < column->open->len; i++)
    {
      const LimberTimeStretch *before = &g_array_index (column->open, LimberTimeStretch, i - 1);
      const LimberTimeStretch *after = &g_array_index (column->open, LimberTimeStretch, i);

      limber_time_column_add (column->hatched, before->to, after->from, _("Break"));
    }
}

/* The hour that a day in spring does not have. */
static void
add_missing_hour (LimberTimeColumn *column, LimberDate date, GTimeZone *zone)
{
  int from = -1;

  if (limber_date_at_minute (date + 1, 0, zone) - limber_date_at_minute (date, 0, zone) >= 86400)
    return;
  for (int minute = 0; minute < LIMBER_TIME_DAY; minute += LIMBER_TIME_STEP)
    {
      gboolean missing = limber_minute_of_instant (limber_date_at_minute (date, minute, zone), zone) != minute;

      if (missing && from < 0)
        from = minute;
      if (!missing && from >= 0)
        {
          limber_time_column_add (column->hatched, from, minute, _("Clocks go forward"));
          return;
        }
    }
}

static void
mark (gboolean *minutes, int from, int to, gboolean value)
{
  for (int minute = MAX (from, 0); minute < MIN (to, LIMBER_TIME_DAY); minute++)
    minutes[minute] = value;
}

static void
mark_stretches (gboolean *minutes, const GArray *stretches, gboolean value)
{
  for (guint i = 0; i < stretches->len; i++)
    {
      const LimberTimeStretch *stretch = &g_array_index (stretches, LimberTimeStretch, i);

      mark (minutes, stretch->from, stretch->to, value);
    }
}

/* Bookable minutes of one therapist from @start on. */
static int
free_minutes (const LimberTimeColumn *column, const LimberScheduleFacts *facts, const char *whose, LimberDate date, int start,
              GTimeZone *zone)
{
  gboolean open[LIMBER_TIME_DAY] = { FALSE };
  int sum = 0, run = 0;

  mark_stretches (open, column->open, TRUE);
  mark_stretches (open, column->hatched, FALSE);
  mark (open, 0, start, FALSE);
  for (guint i = 0; i < facts->items->len; i++)
    {
      const LimberAppointment *appointment = ((const LimberScheduleItem *) facts->items->pdata[i])->appointment;

      if (g_strcmp0 (appointment->staff_id, whose) != 0 || !limber_appointment_status_holds_slot (appointment->status))
        continue;
      mark (open, minute_on (date, appointment->start_at, zone),
            minute_on (date, appointment->start_at + (appointment->minutes + appointment->turnover) * 60, zone), FALSE);
    }
  for (int minute = 0; minute <= LIMBER_TIME_DAY; minute++)
    if (minute < LIMBER_TIME_DAY && open[minute])
      run++;
    else
      {
        sum += run >= LEAST_GAP ? run : 0;
        run = 0;
      }
  return sum;
}

static LimberScheduleLoad
load_of (const LimberTimeColumn *column, const LimberScheduleFacts *facts, const char *whose, LimberDate date,
         LimberClock *clock)
{
  LimberScheduleLoad load = { 0 };
  LimberDate today = limber_clock_today (clock);
  GTimeZone *zone = limber_clock_zone (clock);

  load.past = date < today;
  load.works = column->open->len > 0;
  for (guint i = 0; i < facts->items->len; i++)
    {
      const LimberAppointment *appointment = ((const LimberScheduleItem *) facts->items->pdata[i])->appointment;

      if (!is_of (appointment->staff_id, whose) || limber_date_from_instant (appointment->start_at, zone) != date)
        continue;
      load.to_go += limber_appointment_status_is_future (appointment->status) ? 1 : 0;
      load.done += appointment->status == LIMBER_APPOINTMENT_STATUS_COMPLETED ? 1 : 0;
    }
  load.free = -1;
  if (whose != NULL && !load.past)
    load.free = free_minutes (column, facts, whose, date, date == today ? limber_clock_minute (clock) : 0, zone);
  return load;
}

static LimberTimeColumn *
column_new (const LimberScheduleFacts *facts, const char *whose, LimberDate date, LimberClock *clock)
{
  LimberTimeColumn *column = limber_time_column_new ();

  column->today = date == limber_clock_today (clock);
  add_hours (column, facts, whose, date);
  if (whose != NULL)
    add_breaks (column);
  add_blocked (column, facts, whose, date, limber_clock_zone (clock));
  add_missing_hour (column, date, limber_clock_zone (clock));
  return column;
}

static void
add_therapist (LimberScheduleSheet *sheet, const LimberScheduleFacts *facts, const LimberScheduleStaff *staff,
               LimberClock *clock)
{
  LimberTimeColumn *column = column_new (facts, staff->id, facts->from, clock);
  LimberScheduleLoad load = load_of (column, facts, staff->id, facts->from, clock);

  column->title = g_strdup (staff->name);
  column->name = g_strdup (staff->name);
  column->color = MAX (staff->color, 0);
  column->detail = limber_schedule_words_load (&load, staff->gone, sheet->view.narrow);
  column->action = g_strdup_printf (_("Book with %s"), staff->name);
  g_ptr_array_add (sheet->staff_ids, g_strdup (staff->id));
  g_ptr_array_add (sheet->columns, column);
}

static void
add_day (LimberScheduleSheet *sheet, const LimberScheduleFacts *facts, LimberDate date, LimberClock *clock)
{
  LimberTimeColumn *column = column_new (facts, sheet->view.staff_id, date, clock);
  LimberScheduleLoad load = load_of (column, facts, sheet->view.staff_id, date, clock);

  column->title = limber_schedule_words_weekday (date);
  column->number = limber_schedule_words_day_number (date);
  column->name = limber_schedule_words_day (date);
  column->accent = column->today;
  column->detail = limber_schedule_words_load_of_day (&load);
  column->race = limber_schedule_words_races (facts, date);
  column->action = g_strdup (_("Show this day"));
  g_ptr_array_add (sheet->columns, column);
}

static gboolean
is_shown (const LimberScheduleSheet *sheet, const LimberAppointment *appointment)
{
  if (appointment->status == LIMBER_APPOINTMENT_STATUS_CANCELLED)
    return sheet->view.cancelled;
  return TRUE;
}

static LimberTimeLook
look_of (LimberAppointmentStatus status)
{
  if (status == LIMBER_APPOINTMENT_STATUS_IN_SESSION)
    return LIMBER_TIME_LOOK_RUNNING;
  return limber_appointment_status_is_future (status) ? LIMBER_TIME_LOOK_PLAIN : LIMBER_TIME_LOOK_DONE;
}

static const LimberScheduleStaff *
find_staff (const LimberScheduleFacts *facts, const char *id)
{
  for (guint i = 0; i < facts->staff->len; i++)
    if (g_strcmp0 (((LimberScheduleStaff *) facts->staff->pdata[i])->id, id) == 0)
      return facts->staff->pdata[i];
  return NULL;
}

static int
status_color (LimberAppointmentStatus status)
{
  switch (status)
    {
    case LIMBER_APPOINTMENT_STATUS_CONFIRMED:
      return LIMBER_TIME_COLOR_STATUS + 1;
    case LIMBER_APPOINTMENT_STATUS_ARRIVED:
    case LIMBER_APPOINTMENT_STATUS_IN_SESSION:
      return LIMBER_TIME_COLOR_STATUS + 2;
    case LIMBER_APPOINTMENT_STATUS_CANCELLED:
    case LIMBER_APPOINTMENT_STATUS_LATE_CANCELLED:
    case LIMBER_APPOINTMENT_STATUS_DID_NOT_ARRIVE:
      return LIMBER_TIME_COLOR_STATUS + 3;
    default:
      return LIMBER_TIME_COLOR_STATUS;
    }
}

static int
color_of (const LimberScheduleSheet *sheet, const LimberAppointment *appointment, const LimberScheduleStaff *staff)
{
  if (sheet->view.status_colors)
    return status_color (appointment->status);
  return staff != NULL ? MAX (staff->color, 0) : 0;
}

static void
add_block (LimberScheduleSheet *sheet, const LimberScheduleFacts *facts, const LimberScheduleItem *item, GTimeZone *zone)
{
  const LimberAppointment *appointment = item->appointment;
  LimberDate date = limber_date_from_instant (appointment->start_at, zone);
  const LimberScheduleStaff *staff = find_staff (facts, appointment->staff_id);
  LimberTimeBlock *block;
  guint column;

  if (!is_shown (sheet, appointment) || !limber_schedule_sheet_column (sheet, appointment->staff_id, date, &column))
    return;
  block = limber_time_block_new ();
  block->id = g_strdup (appointment->base.id);
  block->version = appointment->base.version;
  block->column = column;
  block->from = limber_minute_of_instant (appointment->start_at, zone);
  block->to = MIN (MAX (minute_on (date, appointment->start_at + appointment->minutes * 60, zone),
                        block->from + appointment->minutes),
                   LIMBER_TIME_DAY);
  block->turnover = limber_appointment_status_holds_slot (appointment->status) ? appointment->turnover : 0;
  block->color = color_of (sheet, appointment, staff);
  block->look = look_of (appointment->status);
  block->movable = limber_appointment_status_is_future (appointment->status)
                   && appointment->status != LIMBER_APPOINTMENT_STATUS_IN_SESSION;
  limber_schedule_words_fill (block, item, staff != NULL ? staff->name : NULL, sheet->view.week, zone);
  g_ptr_array_add (sheet->blocks, block);
}

/* The same hours on every day, so that nothing jumps from one to the next; wider where something lies outside. */
static void
choose_hours (LimberScheduleSheet *sheet, const LimberScheduleFacts *facts)
{
  int first = LIMBER_TIME_DAY, last = 0;

  for (guint i = 0; i < facts->hours->len; i++)
    {
      const LimberScheduleHours *stretch = &g_array_index (facts->hours, LimberScheduleHours, i);

      if (sheet->view.week && !is_of (stretch->staff_id, sheet->view.staff_id))
        continue;
      first = MIN (first, stretch->from_minute);
      last = MAX (last, stretch->to_minute);
    }
  for (guint i = 0; i < sheet->blocks->len; i++)
    {
      const LimberTimeBlock *block = sheet->blocks->pdata[i];

      first = MIN (first, block->from);
      last = MAX (last, block->to);
    }
  if (last <= first)
    {
      first = EARLIEST;
      last = LATEST;
    }
  sheet->first = first / 60 * 60;
  sheet->last = MIN ((last + 59) / 60 * 60, LIMBER_TIME_DAY);
}

static gboolean
has_open_minute (const LimberTimeColumn *column)
{
  gboolean open[LIMBER_TIME_DAY] = { FALSE };

  mark_stretches (open, column->open, TRUE);
  mark_stretches (open, column->hatched, FALSE);
  for (int minute = 0; minute < LIMBER_TIME_DAY; minute++)
    if (open[minute])
      return TRUE;
  return FALSE;
}

/** limber_schedule_sheet_is_open: Returns: whether somebody works at some time of what is shown. */
gboolean
limber_schedule_sheet_is_open (const LimberScheduleSheet *sheet)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    if (has_open_minute (sheet->columns->pdata[i]))
      return TRUE;
  return FALSE;
}

/**
 * limber_schedule_sheet_new:
 *
 * Returns: (transfer full): @facts, which cover the days of @view, as columns and blocks
 */
LimberScheduleSheet *
limber_schedule_sheet_new (const LimberScheduleFacts *facts, const LimberScheduleView *view, LimberClock *clock)
{
  LimberScheduleSheet *sheet = g_new0 (LimberScheduleSheet, 1);

  sheet->view = *view;
  sheet->view.staff_id = g_strdup (view->staff_id);
  sheet->from = facts->from;
  sheet->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_time_column_free);
  sheet->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_time_block_free);
  sheet->staff_ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; !view->week && i < facts->staff->len; i++)
    add_therapist (sheet, facts, facts->staff->pdata[i], clock);
  for (LimberDate date = facts->from; view->week && date <= facts->to; date++)
    add_day (sheet, facts, date, clock);
  for (guint i = 0; i < facts->items->len; i++)
    add_block (sheet, facts, facts->items->pdata[i], limber_clock_zone (clock));
  choose_hours (sheet, facts);
  return sheet;
}
