/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/finding.h"

static const char *const finding_type_ids[] = {
  [LIMBER_FINDING_TYPE_TENSION] = "tension",
  [LIMBER_FINDING_TYPE_KNOT] = "knot",
  [LIMBER_FINDING_TYPE_TRIGGER_POINT] = "trigger-point",
  [LIMBER_FINDING_TYPE_TENDER_POINT] = "tender-point",
  [LIMBER_FINDING_TYPE_ADHESION] = "adhesion",
  [LIMBER_FINDING_TYPE_SPASM] = "spasm",
  [LIMBER_FINDING_TYPE_SORENESS] = "soreness",
  [LIMBER_FINDING_TYPE_PAIN] = "pain",
  [LIMBER_FINDING_TYPE_RESTRICTED_MOTION] = "restricted-motion",
  [LIMBER_FINDING_TYPE_SWELLING] = "swelling",
  [LIMBER_FINDING_TYPE_BRUISE] = "bruise",
  [LIMBER_FINDING_TYPE_GUARDING] = "guarding",
};

/** limber_finding_type_id: Returns: (nullable): the stable id that the database and JSON use. */
const char *
limber_finding_type_id (LimberFindingType value)
{
  return (guint) value < G_N_ELEMENTS (finding_type_ids) ? finding_type_ids[value] : NULL;
}

/** limber_finding_type_from_id: Returns: the value with this id, else %LIMBER_FINDING_TYPE_NONE. */
LimberFindingType
limber_finding_type_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (finding_type_ids); i++)
    if (g_strcmp0 (finding_type_ids[i], id) == 0)
      return (LimberFindingType) i;
  return LIMBER_FINDING_TYPE_NONE;
}

static const char *const pain_quality_ids[] = {
  [LIMBER_PAIN_QUALITY_ACHING] = "aching",
  [LIMBER_PAIN_QUALITY_SHARP] = "sharp",
  [LIMBER_PAIN_QUALITY_BURNING] = "burning",
  [LIMBER_PAIN_QUALITY_TINGLING] = "tingling",
  [LIMBER_PAIN_QUALITY_NUMB] = "numb",
};

/** limber_pain_quality_id: Returns: (nullable): the stable id that the database and JSON use. */
const char *
limber_pain_quality_id (LimberPainQuality value)
{
  return (guint) value < G_N_ELEMENTS (pain_quality_ids) ? pain_quality_ids[value] : NULL;
}

/** limber_pain_quality_from_id: Returns: the value with this id, else %LIMBER_PAIN_QUALITY_NONE. */
LimberPainQuality
limber_pain_quality_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (pain_quality_ids); i++)
    if (g_strcmp0 (pain_quality_ids[i], id) == 0)
      return (LimberPainQuality) i;
  return LIMBER_PAIN_QUALITY_NONE;
}

static const char *const finding_source_ids[] = {
  [LIMBER_FINDING_SOURCE_CLIENT] = "client",
  [LIMBER_FINDING_SOURCE_THERAPIST] = "therapist",
};

/** limber_finding_source_id: Returns: (nullable): the stable id that the database and JSON use. */
const char *
limber_finding_source_id (LimberFindingSource value)
{
  return (guint) value < G_N_ELEMENTS (finding_source_ids) ? finding_source_ids[value] : NULL;
}

/** limber_finding_source_from_id: Returns: the value with this id, else %LIMBER_FINDING_SOURCE_NONE. */
LimberFindingSource
limber_finding_source_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (finding_source_ids); i++)
    if (g_strcmp0 (finding_source_ids[i], id) == 0)
      return (LimberFindingSource) i;
  return LIMBER_FINDING_SOURCE_NONE;
}

static const char *const finding_status_ids[] = {
  [LIMBER_FINDING_STATUS_OPEN] = "open",
  [LIMBER_FINDING_STATUS_IMPROVING] = "improving",
  [LIMBER_FINDING_STATUS_RESOLVED] = "resolved",
};

/** limber_finding_status_id: Returns: (nullable): the stable id that the database and JSON use. */
const char *
limber_finding_status_id (LimberFindingStatus value)
{
  return (guint) value < G_N_ELEMENTS (finding_status_ids) ? finding_status_ids[value] : NULL;
}

/** limber_finding_status_from_id: Returns: the value with this id, else %LIMBER_FINDING_STATUS_NONE. */
LimberFindingStatus
limber_finding_status_from_id (const char *id)
{
  for (guint i = 1; i < G_N_ELEMENTS (finding_status_ids); i++)
    if (g_strcmp0 (finding_status_ids[i], id) == 0)
      return (LimberFindingStatus) i;
  return LIMBER_FINDING_STATUS_NONE;
}

/**
 * limber_finding_type_letter:
 *
 * Returns: (nullable): the letter of the chart, one or two characters, the same in every language.
 */
const char *
limber_finding_type_letter (LimberFindingType type)
{
  static const char *const letters[] = {
    [LIMBER_FINDING_TYPE_TENSION] = "T",      [LIMBER_FINDING_TYPE_KNOT] = "K",
    [LIMBER_FINDING_TYPE_TRIGGER_POINT] = "TP", [LIMBER_FINDING_TYPE_TENDER_POINT] = "TN",
    [LIMBER_FINDING_TYPE_ADHESION] = "A",     [LIMBER_FINDING_TYPE_SPASM] = "S",
    [LIMBER_FINDING_TYPE_SORENESS] = "D",     [LIMBER_FINDING_TYPE_PAIN] = "P",
    [LIMBER_FINDING_TYPE_RESTRICTED_MOTION] = "R", [LIMBER_FINDING_TYPE_SWELLING] = "W",
    [LIMBER_FINDING_TYPE_BRUISE] = "B",       [LIMBER_FINDING_TYPE_GUARDING] = "G",
  };

  return (guint) type < G_N_ELEMENTS (letters) ? letters[type] : NULL;
}

/**
 * limber_severity_bin:
 * @severity: 0–10
 *
 * Returns: 0 for 0, 1 for 1–2, 2 for 3–4, 3 for 5–6, 4 for 7–8, 5 for 9–10: the step of the heat ramp.
 */
int
limber_severity_bin (int severity)
{
  return (CLAMP (severity, 0, LIMBER_SEVERITY_MAX) + 1) / 2;
}
