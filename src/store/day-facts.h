/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/appointment.h"
#include "store/plan-facts.h"

G_BEGIN_DECLS

/**
 * LimberDayItem:
 * @findings: (element-type LimberFinding): what was open after the client's last visit, the worst first
 * @findings_on: the day of that visit, none when there was no visit
 * @next_at: when the client comes again after this appointment, 0 for never
 * @session_id: (nullable): the session of this appointment
 * @session_end_at: when the running session should be over, 0 when none is running
 * @facts: (nullable): for the verdict; only for appointments that hold a slot
 * @health: (element-type LimberHealthItem) (nullable): what to heed; only for who is still to come
 *
 * One appointment with all that a page says about it.
 */
typedef struct {
  LimberAppointment *appointment;
  char *client_name;
  char *staff_name;
  int staff_color;
  GPtrArray *findings;
  LimberDate findings_on;
  gint64 next_at;
  char *session_id;
  gint64 session_end_at;
  LimberPlanFacts *facts;
  GPtrArray *health;
} LimberDayItem;

/**
 * LimberDayStaff:
 * @working_minutes: that can be booked on that day, blocked time taken off
 */
typedef struct {
  char *id;
  char *name;
  int color;
  int working_minutes;
} LimberDayStaff;

/**
 * LimberDayFacts:
 * @items: (element-type LimberDayItem): in order, cancelled ones too
 * @staff: (element-type LimberDayStaff): every therapist
 * @blocked: (element-type LimberBlockedTime)
 * @n_clients: whether there is anybody to book at all
 */
typedef struct {
  LimberDate date;
  GPtrArray *items;
  GPtrArray *staff;
  GPtrArray *blocked;
  gint64 n_clients;
} LimberDayFacts;

LimberDayFacts *limber_day_facts_load (LimberDb *db, LimberDate date, LimberDate today, GTimeZone *zone,
                                       GError **error);
void            limber_day_facts_free (LimberDayFacts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberDayFacts, limber_day_facts_free)

G_END_DECLS
