/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN
 *
 * A cycle begins with a completed session. Within it the nudges come in rounds of three; a contact begins a new round.
 * Nothing is counted here: the caller says how many of the round were shown and when, and the rules say what comes
 * next. So a nudge that fell due while nobody looked comes once, and the later ones keep their distance from the day
 * on which it was really shown.
 */
#include "domain/reminder-rules.h"

static const char *const reminder_state_ids[] = {
  [LIMBER_REMINDER_STATE_OPTED_OUT] = "opted-out", [LIMBER_REMINDER_STATE_PAUSED] = "paused",
  [LIMBER_REMINDER_STATE_BOOKED] = "booked",       [LIMBER_REMINDER_STATE_SNOOZED] = "snoozed",
  [LIMBER_REMINDER_STATE_LAPSED] = "lapsed",       [LIMBER_REMINDER_STATE_NEW] = "new",
  [LIMBER_REMINDER_STATE_OVERDUE] = "overdue",     [LIMBER_REMINDER_STATE_DUE] = "due",
  [LIMBER_REMINDER_STATE_NOT_DUE] = "not-due",
};

static gboolean
is_paused (const LimberReminderFacts *facts, LimberDate today)
{
  return facts->paused && (facts->paused_until == LIMBER_DATE_NONE || today <= facts->paused_until);
}

/* A snooze counts until a nudge has been shown at its end. */
static gboolean
has_snooze (const LimberReminderFacts *facts)
{
  return facts->snoozed_until != LIMBER_DATE_NONE && facts->snoozed_until > facts->last_shown;
}

static gboolean
is_lapsed (const LimberReminderFacts *facts, LimberDate today)
{
  if (facts->shown < LIMBER_NUDGES_PER_ROUND)
    return FALSE;
  return today >= (has_snooze (facts) ? facts->snoozed_until : facts->last_shown + LIMBER_NUDGE_DISTANCE);
}

static const char *const nudge_cause_ids[] = {
  [LIMBER_NUDGE_CAUSE_DUE] = "due",           [LIMBER_NUDGE_CAUSE_OVERDUE] = "overdue",
  [LIMBER_NUDGE_CAUSE_WEEKLY] = "weekly",     [LIMBER_NUDGE_CAUSE_CONTACT] = "contact",
  [LIMBER_NUDGE_CAUSE_SNOOZE] = "snooze",     [LIMBER_NUDGE_CAUSE_PAUSE] = "pause",
  [LIMBER_NUDGE_CAUSE_CANCELLED] = "cancelled",
};

static LimberNextNudge
next_of (const LimberReminderFacts *facts, LimberDate date, LimberNudgeCause cause)
{
  return (LimberNextNudge) { facts->shown + 1, date, cause };
}

/* The next nudge by its own rule, before snooze, pause and working days. */
static LimberNextNudge
own_next (const LimberReminderFacts *facts)
{
  gboolean late = facts->last_shown > facts->last_planned;
  LimberDate overdue = facts->last + facts->cadence_max + 1;
  LimberDate distant = facts->last_shown + (late ? LIMBER_NUDGE_DISTANCE : 1);

  if (facts->shown == 0 && facts->contacted)
    return next_of (facts, facts->contacted + facts->contact_delay, LIMBER_NUDGE_CAUSE_CONTACT);
  if (facts->shown == 0)
    return next_of (facts, facts->last + facts->cadence_min, LIMBER_NUDGE_CAUSE_DUE);
  if (facts->contacted || facts->shown > 1)
    return next_of (facts, facts->last_shown + LIMBER_NUDGE_DISTANCE, LIMBER_NUDGE_CAUSE_WEEKLY);
  return next_of (facts, MAX (overdue, distant), LIMBER_NUDGE_CAUSE_OVERDUE);
}

static void
not_before (LimberNextNudge *next, LimberDate date, LimberNudgeCause cause)
{
  if (date <= next->date)
    return;
  next->date = date;
  next->cause = cause;
}

/** limber_reminder_state_id: Returns: (nullable): the stable id that JSON uses. */
const char *
limber_reminder_state_id (LimberReminderState value)
{
  return (guint) value < G_N_ELEMENTS (reminder_state_ids) ? reminder_state_ids[value] : NULL;
}

/** limber_reminder_state_from_id: Returns: the state with this id, else %LIMBER_REMINDER_STATE_NOT_DUE. */
LimberReminderState
limber_reminder_state_from_id (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (reminder_state_ids); i++)
    if (g_strcmp0 (reminder_state_ids[i], id) == 0)
      return (LimberReminderState) i;
  return LIMBER_REMINDER_STATE_NOT_DUE;
}

/** limber_reminder_settings_init_defaults: Monday to Friday, quiet from 20:00 to 08:00. */
void
limber_reminder_settings_init_defaults (LimberReminderSettings *settings)
{
  settings->working_days = 0x3e;
  settings->quiet_from = 20 * 60;
  settings->quiet_to = 8 * 60;
}

/**
 * limber_reminder_state:
 *
 * Returns: the first state of the enumeration that applies on @today.
 */
LimberReminderState
limber_reminder_state (const LimberReminderFacts *facts, LimberDate today)
{
  if (facts->opted_out)
    return LIMBER_REMINDER_STATE_OPTED_OUT;
  if (is_paused (facts, today))
    return LIMBER_REMINDER_STATE_PAUSED;
  if (facts->booked)
    return LIMBER_REMINDER_STATE_BOOKED;
  if (facts->snoozed_until > today)
    return LIMBER_REMINDER_STATE_SNOOZED;
  if (is_lapsed (facts, today))
    return LIMBER_REMINDER_STATE_LAPSED;
  if (facts->last == LIMBER_DATE_NONE)
    return LIMBER_REMINDER_STATE_NEW;
  if (today > facts->last + facts->cadence_max)
    return LIMBER_REMINDER_STATE_OVERDUE;
  return today >= facts->last + facts->cadence_min ? LIMBER_REMINDER_STATE_DUE : LIMBER_REMINDER_STATE_NOT_DUE;
}

/**
 * limber_reminder_next:
 *
 * Returns: the nudge that comes next, on its working day, as things stand on @today: none for a client who is booked,
 *   new, archived, opted out, in an open-ended pause, or has had all three of the round.
 */
LimberNextNudge
limber_reminder_next (const LimberReminderFacts *facts, const LimberReminderSettings *settings, LimberDate today)
{
  const LimberNextNudge none = { 0, LIMBER_DATE_NONE, LIMBER_NUDGE_CAUSE_DUE };
  LimberNextNudge next;

  if (facts->archived || facts->opted_out || facts->booked || facts->last == LIMBER_DATE_NONE)
    return none;
  if (facts->shown >= LIMBER_NUDGES_PER_ROUND || (facts->paused && facts->paused_until == LIMBER_DATE_NONE))
    return none;

  next = has_snooze (facts) ? next_of (facts, facts->snoozed_until, LIMBER_NUDGE_CAUSE_SNOOZE) : own_next (facts);
  if (facts->paused)
    not_before (&next, facts->paused_until + 1, LIMBER_NUDGE_CAUSE_PAUSE);
  if (facts->cancelled)
    not_before (&next, facts->cancelled + 1, LIMBER_NUDGE_CAUSE_CANCELLED);
  next.date = limber_reminder_working_day (settings, next.date);
  return next;
}

/**
 * limber_reminder_coming:
 * @now: UTC seconds
 * @next: (out): the nudge that comes next, its number 0 when none does
 *
 * Returns: when to show it, in UTC seconds: @now for one that is due, 0 when none is to come.
 */
gint64
limber_reminder_coming (const LimberReminderFacts *facts,
                        const LimberReminderSettings *settings,
                        gint64 now,
                        GTimeZone *zone,
                        LimberNextNudge *next)
{
  *next = limber_reminder_next (facts, settings, limber_date_from_instant (now, zone));
  return next->number == 0 ? 0 : limber_reminder_moment (settings, next->date, now, zone);
}

/** limber_reminder_count_shown: @next was shown on the day @on: the rules count from there. */
void
limber_reminder_count_shown (LimberReminderFacts *facts, const LimberNextNudge *next, LimberDate on)
{
  facts->shown = next->number;
  facts->last_planned = next->date;
  facts->last_shown = on;
}

/** limber_nudge_cause_id: Returns: (nullable): the stable id that JSON uses. */
const char *
limber_nudge_cause_id (LimberNudgeCause value)
{
  return (guint) value < G_N_ELEMENTS (nudge_cause_ids) ? nudge_cause_ids[value] : NULL;
}

/** limber_reminder_working_day: Returns: @date or the first working day after it; @date when no day is one. */
LimberDate
limber_reminder_working_day (const LimberReminderSettings *settings, LimberDate date)
{
  for (int days = 0; days < 7; days++)
    if (settings->working_days & (1u << limber_date_weekday (date + days)))
      return date + days;
  return date;
}

/** limber_reminder_may_show: Returns: whether bubbles are welcome on @date at @minute of the day. */
gboolean
limber_reminder_may_show (const LimberReminderSettings *settings, LimberDate date, int minute)
{
  if (limber_reminder_working_day (settings, date) != date)
    return FALSE;
  if (settings->quiet_from <= settings->quiet_to)
    return minute < settings->quiet_from || minute >= settings->quiet_to;
  return minute < settings->quiet_from && minute >= settings->quiet_to;
}

/**
 * limber_reminder_moment:
 * @date: the working day of a nudge
 * @now: UTC seconds
 *
 * Returns: when to show the nudge, in UTC seconds: at the end of the quiet hours of its day; for one that is late,
 *   @now or the next moment at which bubbles are welcome.
 */
gint64
limber_reminder_moment (const LimberReminderSettings *settings, LimberDate date, gint64 now, GTimeZone *zone)
{
  LimberDate today = limber_date_from_instant (now, zone);
  gint64 moment = limber_date_at_minute (date, settings->quiet_to, zone);

  if (moment > now)
    return moment;
  if (limber_reminder_may_show (settings, today, limber_minute_of_instant (now, zone)))
    return now;
  moment = limber_date_at_minute (limber_reminder_working_day (settings, today), settings->quiet_to, zone);
  if (moment > now)
    return moment;
  return limber_date_at_minute (limber_reminder_working_day (settings, today + 1), settings->quiet_to, zone);
}
