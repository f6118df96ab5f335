/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/wording/wording-motion.h"

#include <glib/gi18n-lib.h>

static const char *const motions[] = {
  [LIMBER_MOTION_NECK_ROTATION] = N_("Neck rotation"),
  [LIMBER_MOTION_NECK_SIDE_BENDING] = N_("Neck side bending"),
  [LIMBER_MOTION_SHOULDER_FLEXION] = N_("Shoulder flexion"),
  [LIMBER_MOTION_SHOULDER_ABDUCTION] = N_("Shoulder abduction"),
  [LIMBER_MOTION_SHOULDER_INTERNAL_ROTATION] = N_("Shoulder internal rotation"),
  [LIMBER_MOTION_SHOULDER_EXTERNAL_ROTATION] = N_("Shoulder external rotation"),
  [LIMBER_MOTION_TRUNK_ROTATION] = N_("Trunk rotation"),
  [LIMBER_MOTION_HIP_FLEXION] = N_("Hip flexion"),
  [LIMBER_MOTION_HIP_EXTENSION] = N_("Hip extension"),
  [LIMBER_MOTION_HIP_ABDUCTION] = N_("Hip abduction"),
  [LIMBER_MOTION_HIP_INTERNAL_ROTATION] = N_("Hip internal rotation"),
  [LIMBER_MOTION_HIP_EXTERNAL_ROTATION] = N_("Hip external rotation"),
  [LIMBER_MOTION_STRAIGHT_LEG_RAISE] = N_("Straight leg raise"),
  [LIMBER_MOTION_KNEE_FLEXION] = N_("Knee flexion"),
  [LIMBER_MOTION_KNEE_EXTENSION] = N_("Knee extension"),
  [LIMBER_MOTION_ANKLE_DORSIFLEXION] = N_("Ankle dorsiflexion"),
  [LIMBER_MOTION_ANKLE_PLANTARFLEXION] = N_("Ankle plantarflexion"),
  [LIMBER_MOTION_BIG_TOE_EXTENSION] = N_("Big toe extension"),
};

/** limber_wording_motion: Returns: the name of a motion of a joint. */
const char *
limber_wording_motion (LimberMotion motion)
{
  return motion > LIMBER_MOTION_NONE && motion <= LIMBER_MOTION_LAST ? _(motions[motion]) : "";
}
