/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/cadence.h"
#include "domain/race-rules.h"
#include "domain/red-flag.h"
#include "domain/reminder-rules.h"
#include "domain/tension.h"
#include "domain/work.h"

G_BEGIN_DECLS

/* The one room that gives translated words to what the rules say. What is not newly allocated is static. */

const char *limber_wording_verdict (LimberVerdict verdict);
const char *limber_wording_cadence_state (LimberCadenceState state);
const char *limber_wording_reminder_state (LimberReminderState state);
const char *limber_wording_ideal_source (LimberIdealSource source);
char       *limber_wording_reason (const LimberReason *reason);
char       *limber_wording_lead (const LimberReason *reason);
const char *limber_wording_rule_source (LimberRule rule);
char       *limber_wording_rule (LimberRule rule);
char       *limber_wording_reason_at (const LimberReason *reason);
char       *limber_wording_why (const LimberPlanInput *input, LimberDate date);
char       *limber_wording_why_of (const GArray *reasons);
const char *limber_wording_guidance (void);

const char *limber_wording_area_name (LimberArea area);
const char *limber_wording_area_short (LimberArea area);
char       *limber_wording_area (LimberArea area, LimberSide side);
char       *limber_wording_creep (LimberArea area, LimberSide side, const LimberCreep *creep);
const char *limber_wording_side (LimberSide side);
const char *limber_wording_finding_type (LimberFindingType type);
const char *limber_wording_pain_quality (LimberPainQuality quality);
const char *limber_wording_finding_source (LimberFindingSource source);
const char *limber_wording_red_flag (LimberRedFlag value);
const char *limber_wording_finding_status (LimberFindingStatus status);

const char *limber_wording_kind (LimberKind kind);
const char *limber_wording_style (LimberStyle style);
const char *limber_wording_workouts (LimberWorkouts workouts);
const char *limber_wording_technique (LimberTechnique technique);
const char *limber_wording_appointment_status (LimberAppointmentStatus status);
const char *limber_wording_staff_role (LimberStaffRole role);
const char *limber_wording_health_kind (LimberHealthKind kind);
const char *limber_wording_health_scope (LimberHealthScope scope);
const char *limber_wording_pressure (int pressure);

G_END_DECLS
