/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/finding.h"

static const LimberColumn finding_columns[] = {
  LIMBER_TEXT (LimberFinding, session_id),
  LIMBER_TEXT (LimberFinding, client_id),
  LIMBER_ENUM (LimberFinding, area, area),
  LIMBER_ENUM (LimberFinding, side, side),
  LIMBER_ENUM (LimberFinding, type, finding_type),
  LIMBER_ENUM (LimberFinding, quality, pain_quality),
  LIMBER_INT_OR (LimberFinding, severity_before, -1),
  LIMBER_INT_OR (LimberFinding, severity_after, -1),
  LIMBER_ENUM (LimberFinding, source, finding_source),
  LIMBER_BOOL (LimberFinding, unaware),
  LIMBER_TEXT (LimberFinding, text),
  LIMBER_ENUM (LimberFinding, status, finding_status),
  LIMBER_INT (LimberFinding, offset_seconds),
  LIMBER_TEXT (LimberFinding, follows_id),
  LIMBER_END,
};

const LimberRecordType limber_finding_type = {
  .table = "finding",
  .size = sizeof (LimberFinding),
  .topic = LIMBER_TOPIC_FINDING,
  .columns = finding_columns,
  .free_func = (GDestroyNotify) limber_finding_free,
  .client_offset = G_STRUCT_OFFSET (LimberFinding, client_id),
};
