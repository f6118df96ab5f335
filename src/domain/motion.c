/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/motion.h"

static const char *const motion_ids[] = {
  [LIMBER_MOTION_NECK_ROTATION] = "neck-rotation",
  [LIMBER_MOTION_NECK_SIDE_BENDING] = "neck-side-bending",
  [LIMBER_MOTION_SHOULDER_FLEXION] = "shoulder-flexion",
  [LIMBER_MOTION_SHOULDER_ABDUCTION] = "shoulder-abduction",
  [LIMBER_MOTION_SHOULDER_INTERNAL_ROTATION] = "shoulder-internal-rotation",
  [LIMBER_MOTION_SHOULDER_EXTERNAL_ROTATION] = "shoulder-external-rotation",
  [LIMBER_MOTION_TRUNK_ROTATION] = "trunk-rotation",
  [LIMBER_MOTION_HIP_FLEXION] = "hip-flexion",
  [LIMBER_MOTION_HIP_EXTENSION] = "hip-extension",
  [LIMBER_MOTION_HIP_ABDUCTION] = "hip-abduction",
  [LIMBER_MOTION_HIP_INTERNAL_ROTATION] = "hip-internal-rotation",
  [LIMBER_MOTION_HIP_EXTERNAL_ROTATION] = "hip-external-rotation",
  [LIMBER_MOTION_STRAIGHT_LEG_RAISE] = "straight-leg-raise",
  [LIMBER_MOTION_KNEE_FLEXION] = "knee-flexion",
  [LIMBER_MOTION_KNEE_EXTENSION] = "knee-extension",
  [LIMBER_MOTION_ANKLE_DORSIFLEXION] = "ankle-dorsiflexion",
  [LIMBER_MOTION_ANKLE_PLANTARFLEXION] = "ankle-plantarflexion",
  [LIMBER_MOTION_BIG_TOE_EXTENSION] = "big-toe-extension",
};

/**
 * limber_motion_id:
 *
 * Returns: (nullable): the stable id of @value, %NULL for none
 */
const char *
limber_motion_id (LimberMotion value)
{
  return (guint) value < G_N_ELEMENTS (motion_ids) ? motion_ids[value] : NULL;
}

LimberMotion
limber_motion_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (motion_ids); i++)
    if (g_strcmp0 (motion_ids[i], id) == 0)
      return (LimberMotion) i;
  return LIMBER_MOTION_NONE;
}

/*
 * The usual ranges, in degrees of the neutral-zero method: 0 is the anatomical position, and every motion is
 * counted from there, so that one figure a side suffices. The upper ends are the values of the American Academy
 * of Orthopaedic Surgeons as textbooks of goniometry give them; the lower ends are a convention: about a sixth less,
 * in steps of five, since a clinic reads a goniometer to five degrees. Straight leg raise and trunk rotation have no
 * value there: their ranges are a convention altogether. Guidance for a comparison, never a diagnosis.
 */
static const LimberRange ranges[] = {
  [LIMBER_MOTION_NONE] = { 0, LIMBER_DEGREES_MAX },
  [LIMBER_MOTION_NECK_ROTATION] = { 65, 80 },
  [LIMBER_MOTION_NECK_SIDE_BENDING] = { 35, 45 },
  [LIMBER_MOTION_SHOULDER_FLEXION] = { 150, 180 },
  [LIMBER_MOTION_SHOULDER_ABDUCTION] = { 150, 180 },
  [LIMBER_MOTION_SHOULDER_INTERNAL_ROTATION] = { 60, 70 },
  [LIMBER_MOTION_SHOULDER_EXTERNAL_ROTATION] = { 75, 90 },
  [LIMBER_MOTION_TRUNK_ROTATION] = { 35, 45 },
  [LIMBER_MOTION_HIP_FLEXION] = { 100, 120 },
  [LIMBER_MOTION_HIP_EXTENSION] = { 15, 30 },
  [LIMBER_MOTION_HIP_ABDUCTION] = { 35, 45 },
  [LIMBER_MOTION_HIP_INTERNAL_ROTATION] = { 35, 45 },
  [LIMBER_MOTION_HIP_EXTERNAL_ROTATION] = { 35, 45 },
  [LIMBER_MOTION_STRAIGHT_LEG_RAISE] = { 70, 90 },
  [LIMBER_MOTION_KNEE_FLEXION] = { 115, 135 },
  [LIMBER_MOTION_KNEE_EXTENSION] = { 0, 10 },
  [LIMBER_MOTION_ANKLE_DORSIFLEXION] = { 15, 20 },
  [LIMBER_MOTION_ANKLE_PLANTARFLEXION] = { 40, 50 },
  [LIMBER_MOTION_BIG_TOE_EXTENSION] = { 60, 70 },
};

/** limber_motion_range: Returns: what is usual, see the table above */
LimberRange
limber_motion_range (LimberMotion motion)
{
  return ranges[(guint) motion < G_N_ELEMENTS (ranges) ? motion : LIMBER_MOTION_NONE];
}

/** limber_motion_judge: Returns: how @degrees stand to the usual range; unknown when they were not measured */
LimberRangeVerdict
limber_motion_judge (LimberMotion motion, double degrees)
{
  LimberRange range = limber_motion_range (motion);

  if (degrees < 0 || motion == LIMBER_MOTION_NONE)
    return LIMBER_RANGE_UNKNOWN;
  if (degrees < range.least)
    return LIMBER_RANGE_BELOW;
  return degrees > range.most ? LIMBER_RANGE_BEYOND : LIMBER_RANGE_WITHIN;
}

/**
 * limber_motion_difference:
 * @difference: (out): degrees gained, negative for lost
 *
 * Returns: whether both were measured
 */
gboolean
limber_motion_difference (double before, double after, double *difference)
{
  if (before < 0 || after < 0)
    return FALSE;
  *difference = after - before;
  return TRUE;
}

/** limber_motion_of_area: Returns: what is measured first when an area is tight, none where nothing suggests itself */
LimberMotion
limber_motion_of_area (LimberArea area)
{
  switch (area)
    {
    case LIMBER_AREA_NECK:
    case LIMBER_AREA_UPPER_TRAPEZIUS:
      return LIMBER_MOTION_NECK_ROTATION;
    case LIMBER_AREA_DELTOID:
    case LIMBER_AREA_LATISSIMUS:
    case LIMBER_AREA_PECTORALS:
      return LIMBER_MOTION_SHOULDER_FLEXION;
    case LIMBER_AREA_ROTATOR_CUFF:
      return LIMBER_MOTION_SHOULDER_EXTERNAL_ROTATION;
    case LIMBER_AREA_LOWER_BACK:
    case LIMBER_AREA_OBLIQUES:
      return LIMBER_MOTION_TRUNK_ROTATION;
    case LIMBER_AREA_HIP_FLEXORS:
    case LIMBER_AREA_TFL:
      return LIMBER_MOTION_HIP_EXTENSION;
    case LIMBER_AREA_ADDUCTORS:
      return LIMBER_MOTION_HIP_ABDUCTION;
    case LIMBER_AREA_GLUTEUS_MEDIUS:
    case LIMBER_AREA_GLUTEUS_MINIMUS:
    case LIMBER_AREA_DEEP_HIP_ROTATORS:
      return LIMBER_MOTION_HIP_INTERNAL_ROTATION;
    case LIMBER_AREA_GLUTEUS_MAXIMUS:
      return LIMBER_MOTION_HIP_FLEXION;
    case LIMBER_AREA_HAMSTRINGS:
      return LIMBER_MOTION_STRAIGHT_LEG_RAISE;
    case LIMBER_AREA_QUADRICEPS:
    case LIMBER_AREA_KNEE:
      return LIMBER_MOTION_KNEE_FLEXION;
    case LIMBER_AREA_GASTROCNEMIUS:
    case LIMBER_AREA_SOLEUS:
    case LIMBER_AREA_ACHILLES:
    case LIMBER_AREA_ANKLE:
      return LIMBER_MOTION_ANKLE_DORSIFLEXION;
    case LIMBER_AREA_ANTERIOR_SHIN:
      return LIMBER_MOTION_ANKLE_PLANTARFLEXION;
    case LIMBER_AREA_PLANTAR_FASCIA:
      return LIMBER_MOTION_BIG_TOE_EXTENSION;
    default:
      return LIMBER_MOTION_NONE;
    }
}
