/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"

G_BEGIN_DECLS

/**
 * LimberCadenceState:
 *
 * Where a client stands between two visits, by date alone (rule A1).
 */
typedef enum {
  LIMBER_CADENCE_STATE_NONE,
  LIMBER_CADENCE_STATE_NEW,
  LIMBER_CADENCE_STATE_NOT_DUE,
  LIMBER_CADENCE_STATE_DUE,
  LIMBER_CADENCE_STATE_OVERDUE,
} LimberCadenceState;

#define LIMBER_CADENCE_STATE_LAST LIMBER_CADENCE_STATE_OVERDUE

const char        *limber_cadence_state_id (LimberCadenceState value);
LimberCadenceState limber_cadence_state_from_id (const char *id);

/** LimberCadence: the rebook interval in whole days after the last completed session. */
typedef struct {
  int min;
  int max;
} LimberCadence;

/**
 * LimberDue:
 *
 * The days @from … @to are due, from @overdue_from on the client is overdue. All %LIMBER_DATE_NONE
 * for a client without a completed session.
 */
typedef struct {
  LimberCadenceState state;
  LimberDate from;
  LimberDate to;
  LimberDate overdue_from;
} LimberDue;

LimberDue limber_cadence_due (LimberCadence cadence, LimberDate last, LimberDate today);

G_END_DECLS
