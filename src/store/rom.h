/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/body-area.h"
#include "store/record.h"
#include "store/states.h"

G_BEGIN_DECLS

/**
 * LimberRom:
 * @before: degrees, -1 while unmeasured
 *
 * Range of motion: degrees of one motion of one joint.
 */
typedef struct {
  LimberRecord base;
  char *session_id;
  char *client_id;
  LimberMotion motion;
  LimberSide side;
  gboolean active;
  double before;
  double after;
} LimberRom;

LIMBER_DECLARE_RECORD (LimberRom, rom)

G_END_DECLS
