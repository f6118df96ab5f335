/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/session-runner.h"

G_BEGIN_DECLS

/** LimberSessionPhase: one stretch of the planned time; @label is its name where there is little room. */
typedef struct {
  char *name;
  char *label;
  int seconds;
} LimberSessionPhase;

GArray *limber_session_phases (const LimberSessionSheet *sheet);
int     limber_session_phase_at (GArray *phases, int elapsed, int *remaining);

G_END_DECLS
