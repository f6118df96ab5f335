/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/body-area.h"

G_BEGIN_DECLS

/**
 * LimberFindingType:
 *
 * What was observed on one spot: the therapist's observation, never a diagnosis.
 */
typedef enum {
  LIMBER_FINDING_TYPE_NONE,
  LIMBER_FINDING_TYPE_TENSION,
  LIMBER_FINDING_TYPE_KNOT,
  LIMBER_FINDING_TYPE_TRIGGER_POINT,
  LIMBER_FINDING_TYPE_TENDER_POINT,
  LIMBER_FINDING_TYPE_ADHESION,
  LIMBER_FINDING_TYPE_SPASM,
  LIMBER_FINDING_TYPE_SORENESS,
  LIMBER_FINDING_TYPE_PAIN,
  LIMBER_FINDING_TYPE_RESTRICTED_MOTION,
  LIMBER_FINDING_TYPE_SWELLING,
  LIMBER_FINDING_TYPE_BRUISE,
  LIMBER_FINDING_TYPE_GUARDING,
} LimberFindingType;

#define LIMBER_FINDING_TYPE_LAST LIMBER_FINDING_TYPE_GUARDING

const char *limber_finding_type_id (LimberFindingType value);
LimberFindingType limber_finding_type_from_id (const char *id);

/**
 * LimberPainQuality:
 *
 * How a pain feels; only for findings of type pain.
 */
typedef enum {
  LIMBER_PAIN_QUALITY_NONE,
  LIMBER_PAIN_QUALITY_ACHING,
  LIMBER_PAIN_QUALITY_SHARP,
  LIMBER_PAIN_QUALITY_BURNING,
  LIMBER_PAIN_QUALITY_TINGLING,
  LIMBER_PAIN_QUALITY_NUMB,
} LimberPainQuality;

#define LIMBER_PAIN_QUALITY_LAST LIMBER_PAIN_QUALITY_NUMB

const char *limber_pain_quality_id (LimberPainQuality value);
LimberPainQuality limber_pain_quality_from_id (const char *id);

/**
 * LimberFindingSource:
 *
 * Who brought the finding up.
 */
typedef enum {
  LIMBER_FINDING_SOURCE_NONE,
  LIMBER_FINDING_SOURCE_CLIENT,
  LIMBER_FINDING_SOURCE_THERAPIST,
} LimberFindingSource;

#define LIMBER_FINDING_SOURCE_LAST LIMBER_FINDING_SOURCE_THERAPIST

const char *limber_finding_source_id (LimberFindingSource value);
LimberFindingSource limber_finding_source_from_id (const char *id);

/**
 * LimberFindingStatus:
 *
 * Open and improving findings count as open.
 */
typedef enum {
  LIMBER_FINDING_STATUS_NONE,
  LIMBER_FINDING_STATUS_OPEN,
  LIMBER_FINDING_STATUS_IMPROVING,
  LIMBER_FINDING_STATUS_RESOLVED,
} LimberFindingStatus;

#define LIMBER_FINDING_STATUS_LAST LIMBER_FINDING_STATUS_RESOLVED

const char *limber_finding_status_id (LimberFindingStatus value);
LimberFindingStatus limber_finding_status_from_id (const char *id);

#define LIMBER_SEVERITY_UNKNOWN (-1)
#define LIMBER_SEVERITY_DEFAULT 5
#define LIMBER_SEVERITY_MAX 10

const char *limber_finding_type_letter (LimberFindingType type);
int         limber_severity_bin (int severity);

G_END_DECLS
