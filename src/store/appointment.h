/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/work.h"
#include "store/record.h"

G_BEGIN_DECLS

/**
 * LimberAppointment:
 * @minutes: hands on
 * @turnover: minutes after it
 * @intent: what the race rules judge
 * @override_reason: why it was booked against a warning
 *
 * A planned slot.
 */
typedef struct {
  LimberRecord base;
  char *client_id;
  char *staff_id;
  gint64 start_at;
  int minutes;
  int turnover;
  LimberKind kind;
  LimberWork intent;
  LimberAppointmentStatus status;
  char *note;
  char *override_reason;
} LimberAppointment;

LIMBER_DECLARE_RECORD (LimberAppointment, appointment)

G_END_DECLS
