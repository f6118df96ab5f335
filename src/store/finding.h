/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/finding.h"
#include "store/record.h"

G_BEGIN_DECLS

/**
 * LimberFinding:
 * @side: left, right or midline; both sides are two findings
 * @severity_before: 0 to 10, %LIMBER_SEVERITY_UNKNOWN
 * @offset_seconds: into the session
 * @follows_id: the finding of an earlier session that this one takes up
 *
 * One observation on one area. One per session, area, side and type.
 */
typedef struct {
  LimberRecord base;
  char *session_id;
  char *client_id;
  LimberArea area;
  LimberSide side;
  LimberFindingType type;
  LimberPainQuality quality;
  int severity_before;
  int severity_after;
  LimberFindingSource source;
  gboolean unaware;
  char *text;
  LimberFindingStatus status;
  int offset_seconds;
  char *follows_id;
} LimberFinding;

LIMBER_DECLARE_RECORD (LimberFinding, finding)

LimberFinding *limber_finding_last_unaware (LimberDb *db, const char *client_id, LimberDate *on, GError **error);

G_END_DECLS
