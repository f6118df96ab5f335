/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/appointment.h"

static const LimberColumn appointment_columns[] = {
  LIMBER_TEXT (LimberAppointment, client_id),
  LIMBER_TEXT (LimberAppointment, staff_id),
  LIMBER_INSTANT (LimberAppointment, start_at),
  LIMBER_INT (LimberAppointment, minutes),
  LIMBER_INT (LimberAppointment, turnover),
  LIMBER_ENUM (LimberAppointment, kind, kind),
  LIMBER_ENUM (LimberAppointment, intent, work),
  LIMBER_ENUM (LimberAppointment, status, appointment_status),
  LIMBER_TEXT (LimberAppointment, note),
  LIMBER_TEXT (LimberAppointment, override_reason),
  LIMBER_END,
};

const LimberRecordType limber_appointment_type = {
  .table = "appointment",
  .size = sizeof (LimberAppointment),
  .topic = LIMBER_TOPIC_APPOINTMENT,
  .columns = appointment_columns,
  .free_func = (GDestroyNotify) limber_appointment_free,
  .client_offset = G_STRUCT_OFFSET (LimberAppointment, client_id),
};
