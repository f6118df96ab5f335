/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/reminder-rules.h"
#include "store/db/db.h"

G_BEGIN_DECLS

/**
 * LimberPlannedNudge:
 * @next: which nudge, the working day it was meant for, and what decided on that day
 * @at: the moment at which it comes, or came, UTC seconds
 * @shown: it has been shown already
 * @days_since: days from the last visit to @at
 *
 * One nudge of a day.
 */
typedef struct {
  char *client_id;
  char *client_name;
  LimberNextNudge next;
  gint64 at;
  gboolean shown;
  int days_since;
} LimberPlannedNudge;

/**
 * LimberReminderPlan:
 * @nudges: (element-type LimberPlannedNudge): in the order of their moments, then by name
 * @off: the clinic shows no reminders at all
 *
 * What is shown on one day.
 */
typedef struct {
  LimberDate date;
  GPtrArray *nudges;
  gboolean off;
} LimberReminderPlan;

LimberReminderPlan *limber_reminder_plan_load (LimberDb *db, LimberDate on, LimberDate today, GTimeZone *zone,
                                               GError **error);
void                limber_reminder_plan_free (LimberReminderPlan *plan);
guint               limber_reminder_plan_together (const LimberReminderPlan *plan, const LimberPlannedNudge *nudge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberReminderPlan, limber_reminder_plan_free)

G_END_DECLS
