/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/body-area.h"

G_BEGIN_DECLS

/** LimberPhaseKind: the stretches of a session, in the order in which they come. */
typedef enum {
  LIMBER_PHASE_NONE,
  LIMBER_PHASE_CHECK_IN,
  LIMBER_PHASE_ASSESS,
  LIMBER_PHASE_WORK,
  LIMBER_PHASE_STRETCH,
  LIMBER_PHASE_RE_ASSESS,
} LimberPhaseKind;

/** LimberPhase: @area and @side only for work, and %NONE for work without a focus. */
typedef struct {
  LimberPhaseKind kind;
  LimberArea area;
  LimberSide side;
  int seconds;
} LimberPhase;

/** LimberFocus: an area that wants work; @weight (1 or more) says how much of the time it gets beside others. */
typedef struct {
  LimberArea area;
  LimberSide side;
  int weight;
} LimberFocus;

#define LIMBER_PHASES_MAX 12

/** LimberSessionPlan: what the time of a session is for. The seconds of its phases add up to the planned time. */
typedef struct {
  LimberPhase phases[LIMBER_PHASES_MAX];
  guint n_phases;
} LimberSessionPlan;

void     limber_session_plan_default (LimberSessionPlan *plan, int total, const LimberFocus *focus, guint n_focus);
int      limber_session_plan_total (const LimberSessionPlan *plan);
guint    limber_session_plan_at (const LimberSessionPlan *plan, int elapsed, int *remaining);
int      limber_session_plan_start (const LimberSessionPlan *plan, guint index);
void     limber_session_plan_fit (LimberSessionPlan *plan, int total, int elapsed);
gboolean limber_session_plan_skip (LimberSessionPlan *plan, int elapsed);
gboolean limber_session_plan_stretch (LimberSessionPlan *plan, guint index, int seconds, int elapsed);
char    *limber_session_plan_to_text (const LimberSessionPlan *plan);
gboolean limber_session_plan_from_text (LimberSessionPlan *plan, const char *text);

G_END_DECLS
