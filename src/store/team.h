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

GPtrArray  *limber_team_list (LimberDb *db, GError **error);
LimberTeam *limber_team_find_named (LimberDb *db, const char *name, GError **error);

G_END_DECLS
