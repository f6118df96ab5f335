/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reminder-model.h"

#define NEVER G_MAXINT32

void
athlete_visited (Athlete *self, LimberDate day)
{
  self->last = day;
  self->unanswered = 0;
  self->was_contacted = FALSE;
  self->base = day + self->cadence_min;
  self->last_shown = LIMBER_DATE_NONE;
  self->snoozed_until = LIMBER_DATE_NONE;
}

void
athlete_snoozed (Athlete *self, LimberDate until)
{
  self->snoozed_until = until;
}

void
athlete_paused (Athlete *self, LimberDate until)
{
  self->paused = TRUE;
  self->paused_until = until;
}

void
athlete_opted_out (Athlete *self)
{
  self->opted_out = TRUE;
}

void
athlete_resumed (Athlete *self)
{
  self->opted_out = self->paused = FALSE;
  self->snoozed_until = LIMBER_DATE_NONE;
}

void
athlete_contacted (Athlete *self, LimberDate day, int days)
{
  self->snoozed_until = LIMBER_DATE_NONE;
  if (self->last == LIMBER_DATE_NONE)
    return;
  self->unanswered = 0;
  self->last_shown = LIMBER_DATE_NONE;
  self->was_contacted = TRUE;
  self->base = day + days;
}

void
athlete_booked (Athlete *self, LimberDate day)
{
  self->appointment = day;
}

void
athlete_cancelled (Athlete *self, LimberDate today)
{
  self->appointment = LIMBER_DATE_NONE;
  self->not_before = today + 1;
}

void
athlete_missed (Athlete *self)
{
  self->appointment = LIMBER_DATE_NONE;
}

static LimberDate
next_working_day (const Clinic *clinic, LimberDate day)
{
  while (!clinic->working[limber_date_weekday (day)])
    day++;
  return day;
}

/* The working day for which the next nudge is meant, an appointment aside. */
static LimberDate
meant_for (const Athlete *self, const Clinic *clinic)
{
  LimberDate day = self->base;

  if (self->last == LIMBER_DATE_NONE || self->opted_out || self->unanswered == 3)
    return NEVER;
  if (self->paused && self->paused_until == LIMBER_DATE_NONE)
    return NEVER;
  if (self->snoozed_until != LIMBER_DATE_NONE)
    day = self->snoozed_until;
  if (self->paused && day <= self->paused_until)
    day = self->paused_until + 1;
  return next_working_day (clinic, MAX (day, self->not_before));
}

void
athlete_shown (Athlete *self, const Clinic *clinic, LimberDate day)
{
  gboolean late = day > meant_for (self, clinic);

  self->unanswered++;
  self->last_shown = day;
  self->snoozed_until = LIMBER_DATE_NONE;
  if (self->unanswered > 1 || self->was_contacted)
    self->base = day + 7;
  else
    self->base = MAX (self->last + self->cadence_max + 1, late ? day + 7 : day + 1);
}

static gint64
instant_at (const Clinic *clinic, LimberDate day, int minute)
{
  int year, month, of_month;
  g_autoptr (GDateTime) time = NULL;

  limber_date_to_ymd (day, &year, &month, &of_month);
  time = g_date_time_new (clinic->zone, year, month, of_month, minute / 60, minute % 60, 0);
  return g_date_time_to_unix (time);
}

static gboolean
is_quiet (const Clinic *clinic, GDateTime *local)
{
  int minute = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);

  if (!clinic->working[g_date_time_get_day_of_week (local)])
    return TRUE;
  if (clinic->quiet_from > clinic->quiet_to)
    return minute >= clinic->quiet_from || minute < clinic->quiet_to;
  return minute >= clinic->quiet_from && minute < clinic->quiet_to;
}

/* The moment of the next nudge; 0 when none comes unless something happens. */
gint64
athlete_next_at (const Athlete *self, const Clinic *clinic, gint64 now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, clinic->zone);
  LimberDate today = limber_date_from_ymd (g_date_time_get_year (local), g_date_time_get_month (local),
                                           g_date_time_get_day_of_month (local));
  LimberDate day = meant_for (self, clinic);
  gint64 at;

  if (day == NEVER)
    return 0;
  if (self->appointment >= today)
    day = next_working_day (clinic, MAX (day, self->appointment + 1));
  at = instant_at (clinic, day, clinic->quiet_to);
  if (at > now)
    return at;
  if (!is_quiet (clinic, local))
    return now;
  for (day = today; (at = instant_at (clinic, day, clinic->quiet_to)) <= now || next_working_day (clinic, day) != day;)
    day++;
  return at;
}

const char *
athlete_state (const Athlete *self, LimberDate today)
{
  if (self->opted_out)
    return "opted-out";
  if (self->paused && (self->paused_until == LIMBER_DATE_NONE || self->paused_until >= today))
    return "paused";
  if (self->appointment >= today)
    return "booked";
  if (self->snoozed_until > today)
    return "snoozed";
  if (self->unanswered == 3 && today >= (self->snoozed_until ? self->snoozed_until : self->last_shown + 7))
    return "lapsed";
  if (self->last == LIMBER_DATE_NONE)
    return "new";
  if (today > self->last + self->cadence_max)
    return "overdue";
  return today >= self->last + self->cadence_min ? "due" : "not-due";
}
