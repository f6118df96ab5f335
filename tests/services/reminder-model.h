/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/reminder-rules.h"

/**
 * Clinic:
 * @working: for Monday (1) to Sunday (7)
 *
 * What holds for all clients of the model. Times are minutes of the day.
 */
typedef struct {
  GTimeZone *zone;
  gboolean working[8];
  int quiet_from;
  int quiet_to;
} Clinic;

/**
 * Athlete:
 *
 * The rules of reminding once more, told by what happens instead of worked out from what was recorded: every event
 * moves the day of the next nudge at once. Nothing here may use limber_reminder_*().
 */
typedef struct {
  char *id;
  LimberDate last;
  int cadence_min;
  int cadence_max;
  int unanswered;
  LimberDate base; /* the next nudge by the rule of its number */
  gboolean was_contacted;
  LimberDate last_shown;
  LimberDate snoozed_until;
  gboolean paused;
  LimberDate paused_until; /* none: open-ended */
  LimberDate not_before;   /* the day after a cancellation */
  LimberDate appointment;
  gboolean opted_out;
} Athlete;

void athlete_visited (Athlete *self, LimberDate day);
void athlete_snoozed (Athlete *self, LimberDate until);
void athlete_paused (Athlete *self, LimberDate until);
void athlete_opted_out (Athlete *self);
void athlete_resumed (Athlete *self);
void athlete_contacted (Athlete *self, LimberDate day, int days);
void athlete_booked (Athlete *self, LimberDate day);
void athlete_cancelled (Athlete *self, LimberDate today);
void athlete_missed (Athlete *self);
void athlete_shown (Athlete *self, const Clinic *clinic, LimberDate day);

gint64      athlete_next_at (const Athlete *self, const Clinic *clinic, gint64 now);
const char *athlete_state (const Athlete *self, LimberDate today);
