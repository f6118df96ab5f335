/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/finding.h"

G_BEGIN_DECLS

/** LimberRedFlag: what means "refer, do not massage this area". */
typedef enum {
  LIMBER_RED_FLAG_NONE,
  LIMBER_RED_FLAG_BONY_TENDERNESS,
  LIMBER_RED_FLAG_NIGHT_PAIN,
  LIMBER_RED_FLAG_GROIN_PAIN,
  LIMBER_RED_FLAG_CALF,
} LimberRedFlag;

/** LimberRedFlagFinding: what the rule needs to know of a finding of this visit; @text is nullable. */
typedef struct {
  LimberArea area;
  LimberSide side;
  LimberFindingType type;
  int severity;
  const char *text;
} LimberRedFlagFinding;

LimberRedFlag limber_red_flag_of (const LimberRedFlagFinding *findings, guint n_findings, guint index);

G_END_DECLS
