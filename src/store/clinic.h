/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/race-rules.h"
#include "domain/reminder-rules.h"
#include "store/settings.h"
#include "store/staff.h"
#include "store/working-time.h"

G_BEGIN_DECLS

/**
 * LimberClinic:
 * @name: (nullable): of the clinic; %NULL before the first start is over
 * @zone: (nullable): IANA name of the time zone; %NULL for the computer's
 * @turnover: minutes after an appointment
 * @rooms: how many clients can be treated at once; 0 for as many as there are therapists
 * @minimum_notice: minutes that must remain before a new appointment; 0 for none
 * @late_cancel_hours: who cancels later than this before the start cancels late; 0 for never
 * @nudges: reminders are shown at all
 * @private_nudges: without the client's name
 * @reminders: working days and quiet hours
 * @rules: the numbers of the rules
 *
 * The settings of the clinic, all at once, with the defaults where nothing was set.
 */
typedef struct {
  char *name;
  char *zone;
  int turnover;
  int rooms;
  int minimum_notice;
  int late_cancel_hours;
  gboolean nudges;
  gboolean private_nudges;
  LimberReminderSettings reminders;
  LimberRuleSettings rules;
} LimberClinic;

LimberClinic *limber_clinic_load (LimberDb *db, GError **error);
gboolean      limber_clinic_save (LimberDb *db, const LimberClinic *clinic, GError **error);
GTimeZone    *limber_clinic_time_zone (const LimberClinic *clinic);
LimberClinic *limber_clinic_copy (const LimberClinic *clinic);
void          limber_clinic_free (LimberClinic *clinic);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberClinic, limber_clinic_free)

/* Who works here and when. */
GPtrArray   *limber_clinic_staff (LimberDb *db, gboolean archived, GError **error);
GPtrArray   *limber_clinic_hours (LimberDb *db, const char *staff_id, GError **error);
gboolean     limber_clinic_set_hours (LimberDb *db, const char *staff_id, GPtrArray *hours, GError **error);
LimberStaff *limber_clinic_found (LimberDb *db, const char *name, const char *therapist, int from_minute,
                                  int to_minute, GError **error);

G_END_DECLS
