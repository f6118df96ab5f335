/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"

G_BEGIN_DECLS

#define LIMBER_NUDGES_PER_ROUND 3
#define LIMBER_NUDGE_DISTANCE 7

/** LimberReminderState: what the lists show, in the order of precedence. */
typedef enum {
  LIMBER_REMINDER_STATE_OPTED_OUT,
  LIMBER_REMINDER_STATE_PAUSED,
  LIMBER_REMINDER_STATE_BOOKED,
  LIMBER_REMINDER_STATE_SNOOZED,
  LIMBER_REMINDER_STATE_LAPSED,
  LIMBER_REMINDER_STATE_NEW,
  LIMBER_REMINDER_STATE_OVERDUE,
  LIMBER_REMINDER_STATE_DUE,
  LIMBER_REMINDER_STATE_NOT_DUE,
} LimberReminderState;

#define LIMBER_REMINDER_STATE_LAST LIMBER_REMINDER_STATE_NOT_DUE

const char         *limber_reminder_state_id (LimberReminderState value);
LimberReminderState limber_reminder_state_from_id (const char *id);

/**
 * LimberReminderFacts:
 * @last: the last completed session, which began this cycle; %LIMBER_DATE_NONE for a new client
 * @cadence_min: days until the client is due
 * @cadence_max: the last day that is not overdue, counted from @last
 * @shown: nudges shown since @last or since the last contact after it
 * @last_planned: the day for which the latest of them was meant
 * @last_shown: the day on which it was shown
 * @contacted: the last contact of this cycle that asked for another nudge
 * @contact_delay: days from @contacted to the next nudge: 7 to be called back, 3 without an answer, 1 when a pause follows
 * @paused_until: %LIMBER_DATE_NONE while @paused means open-ended
 * @booked: an appointment today or later
 * @cancelled: the day on which the last such appointment was cancelled
 *
 * All that the rules know about one client's reminders.
 */
typedef struct {
  LimberDate last;
  int cadence_min;
  int cadence_max;
  int shown;
  LimberDate last_planned;
  LimberDate last_shown;
  LimberDate contacted;
  int contact_delay;
  LimberDate snoozed_until;
  gboolean paused;
  LimberDate paused_until;
  gboolean booked;
  LimberDate cancelled;
  gboolean opted_out;
  gboolean archived;
} LimberReminderFacts;

/**
 * LimberReminderSettings:
 * @working_days: bit 1 for Monday … bit 7 for Sunday
 * @quiet_from: minute of the day; equal to @quiet_to for no quiet hours
 * @quiet_to: minute of the day
 */
typedef struct {
  guint working_days;
  int quiet_from;
  int quiet_to;
} LimberReminderSettings;

/** LimberNudgeCause: what decided on the day of a nudge. */
typedef enum {
  LIMBER_NUDGE_CAUSE_DUE,
  LIMBER_NUDGE_CAUSE_OVERDUE,
  LIMBER_NUDGE_CAUSE_WEEKLY,
  LIMBER_NUDGE_CAUSE_CONTACT,
  LIMBER_NUDGE_CAUSE_SNOOZE,
  LIMBER_NUDGE_CAUSE_PAUSE,
  LIMBER_NUDGE_CAUSE_CANCELLED,
} LimberNudgeCause;

#define LIMBER_NUDGE_CAUSE_LAST LIMBER_NUDGE_CAUSE_CANCELLED

/**
 * LimberNextNudge:
 * @number: 1–3, 0 when none is to come
 * @date: the working day it is meant for; it may be past
 * @cause: why on that day
 */
typedef struct {
  int number;
  LimberDate date;
  LimberNudgeCause cause;
} LimberNextNudge;

void                limber_reminder_settings_init_defaults (LimberReminderSettings *settings);
LimberReminderState limber_reminder_state (const LimberReminderFacts *facts, LimberDate today);
LimberNextNudge     limber_reminder_next (const LimberReminderFacts *facts, const LimberReminderSettings *settings,
                                          LimberDate today);
gint64              limber_reminder_coming (const LimberReminderFacts *facts, const LimberReminderSettings *settings,
                                            gint64 now, GTimeZone *zone, LimberNextNudge *next);
void                limber_reminder_count_shown (LimberReminderFacts *facts, const LimberNextNudge *next,
                                                 LimberDate on);
const char         *limber_nudge_cause_id (LimberNudgeCause value);
LimberDate          limber_reminder_working_day (const LimberReminderSettings *settings, LimberDate date);
gboolean            limber_reminder_may_show (const LimberReminderSettings *settings, LimberDate date, int minute);
gint64              limber_reminder_moment (const LimberReminderSettings *settings, LimberDate date, gint64 now,
                                            GTimeZone *zone);

G_END_DECLS
