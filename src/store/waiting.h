/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"
#include "domain/waiting-rules.h"
#include "domain/work.h"
#include "store/appointment.h"

G_BEGIN_DECLS

/**
 * LimberWaiting:
 * @staff_id: (nullable): with whom, %NULL for anybody
 * @appointment_id: (nullable): the appointment that should be earlier
 * @weekdays: a mask of LIMBER_WEEKDAY_BIT(), 0 for any
 * @to_minute: when it must be over, 0 for any
 * @settled_at: 0 while the client waits
 * @settled_by: (nullable): the appointment that came of it
 *
 * A client who wants to come earlier than there was room.
 */
typedef struct {
  LimberRecord base;
  char *client_id;
  char *staff_id;
  char *appointment_id;
  int minutes;
  LimberWork intent;
  LimberDate from_on;
  LimberDate until_on;
  guint weekdays;
  int from_minute;
  int to_minute;
  char *note;
  gint64 asked_at;
  gint64 settled_at;
  char *settled_by;
} LimberWaiting;

LIMBER_DECLARE_RECORD (LimberWaiting, waiting)

/**
 * LimberWaitingEntry:
 * @staff_name: (nullable): of the therapist who is wished for
 * @booked_at: the start of the appointment that should be earlier, 0 when there is none (any more)
 *
 * One line of the waiting list.
 */
typedef struct {
  LimberWaiting *waiting;
  char *client_name;
  char *client_phone;
  char *staff_name;
  gint64 booked_at;
} LimberWaitingEntry;

void              limber_waiting_entry_free (LimberWaitingEntry *entry);
LimberWaitingWish limber_waiting_wish (const LimberWaiting *waiting, gint64 booked_at);

GPtrArray *limber_waiting_list (LimberDb *db, LimberDate today, GError **error);
gboolean   limber_waiting_settle (LimberDb *db, const LimberAppointment *appointment, gint64 old_start, GTimeZone *zone,
                                  GError **error);
gboolean   limber_waiting_reopen (LimberDb *db, const char *appointment_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberWaitingEntry, limber_waiting_entry_free)

G_END_DECLS
