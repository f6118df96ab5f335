/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/codec.h"

#include "domain/finding.h"
#include "domain/work.h"
#include "store/states.h"

/* An int-taking pair over the typed functions, since those may not be called through another type. */
#define DEFINE_CODEC(Type, name)                                                                             \
  static const char *name##_to_id (int value)                                                                \
  {                                                                                                          \
    return limber_##name##_id ((Type) value);                                                                \
  }                                                                                                          \
                                                                                                             \
  static int name##_from_id (const char *id)                                                                 \
  {                                                                                                          \
    return (int) limber_##name##_from_id (id);                                                               \
  }                                                                                                          \
                                                                                                             \
  const LimberCodec limber_codec_##name = { name##_to_id, name##_from_id };

DEFINE_CODEC (LimberArea, area)
DEFINE_CODEC (LimberSide, side)
DEFINE_CODEC (LimberFindingType, finding_type)
DEFINE_CODEC (LimberPainQuality, pain_quality)
DEFINE_CODEC (LimberFindingSource, finding_source)
DEFINE_CODEC (LimberFindingStatus, finding_status)
DEFINE_CODEC (LimberKind, kind)
DEFINE_CODEC (LimberStyle, style)
DEFINE_CODEC (LimberWorkouts, workouts)
DEFINE_CODEC (LimberAppointmentStatus, appointment_status)
DEFINE_CODEC (LimberStaffRole, staff_role)
DEFINE_CODEC (LimberHealthKind, health_kind)
DEFINE_CODEC (LimberHealthScope, health_scope)
DEFINE_CODEC (LimberSessionState, session_state)
DEFINE_CODEC (LimberBlockedKind, blocked_kind)
DEFINE_CODEC (LimberMotion, motion)
DEFINE_CODEC (LimberPauseReason, pause_reason)
DEFINE_CODEC (LimberNudgeAnswer, nudge_answer)
DEFINE_CODEC (LimberContactChannel, contact_channel)
DEFINE_CODEC (LimberContactOutcome, contact_outcome)

static const char *
work_to_id (int value)
{
  return value == LIMBER_WORK_LIGHT ? "light" : "deep";
}

static int
work_from_id (const char *id)
{
  return g_strcmp0 (id, "light") == 0 ? LIMBER_WORK_LIGHT : LIMBER_WORK_DEEP;
}

const LimberCodec limber_codec_work = { work_to_id, work_from_id };
