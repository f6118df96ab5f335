/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/record.h"

G_BEGIN_DECLS

/**
 * LimberTeam:
 *
 * A club, school or college squad.
 */
typedef struct {
  LimberRecord base;
  char *name;
  char *note;
} LimberTeam;

LIMBER_DECLARE_RECORD (LimberTeam, team)

G_END_DECLS
