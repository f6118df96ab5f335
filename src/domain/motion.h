/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/body-area.h"

G_BEGIN_DECLS

/** LimberMotion: one motion of one joint. */
typedef enum {
  LIMBER_MOTION_NONE,
  LIMBER_MOTION_NECK_ROTATION,
  LIMBER_MOTION_NECK_SIDE_BENDING,
  LIMBER_MOTION_SHOULDER_FLEXION,
  LIMBER_MOTION_SHOULDER_ABDUCTION,
  LIMBER_MOTION_SHOULDER_INTERNAL_ROTATION,
  LIMBER_MOTION_SHOULDER_EXTERNAL_ROTATION,
  LIMBER_MOTION_TRUNK_ROTATION,
  LIMBER_MOTION_HIP_FLEXION,
  LIMBER_MOTION_HIP_EXTENSION,
  LIMBER_MOTION_HIP_ABDUCTION,
  LIMBER_MOTION_HIP_INTERNAL_ROTATION,
  LIMBER_MOTION_HIP_EXTERNAL_ROTATION,
  LIMBER_MOTION_STRAIGHT_LEG_RAISE,
  LIMBER_MOTION_KNEE_FLEXION,
  LIMBER_MOTION_KNEE_EXTENSION,
  LIMBER_MOTION_ANKLE_DORSIFLEXION,
  LIMBER_MOTION_ANKLE_PLANTARFLEXION,
  LIMBER_MOTION_BIG_TOE_EXTENSION,
} LimberMotion;

#define LIMBER_MOTION_LAST LIMBER_MOTION_BIG_TOE_EXTENSION

const char *limber_motion_id (LimberMotion value);
LimberMotion limber_motion_from_id (const char *id);

#define LIMBER_DEGREES_UNKNOWN (-1)
#define LIMBER_DEGREES_MAX 200

/** LimberRange: degrees that are usual for a healthy adult, both ends included. */
typedef struct {
  int least;
  int most;
} LimberRange;

/** LimberRangeVerdict: how a measured value stands to the usual range. */
typedef enum {
  LIMBER_RANGE_UNKNOWN,
  LIMBER_RANGE_BELOW,
  LIMBER_RANGE_WITHIN,
  LIMBER_RANGE_BEYOND,
} LimberRangeVerdict;

LimberRange        limber_motion_range (LimberMotion motion);
LimberRangeVerdict limber_motion_judge (LimberMotion motion, double degrees);
gboolean           limber_motion_difference (double before, double after, double *difference);
LimberMotion       limber_motion_of_area (LimberArea area);

G_END_DECLS
