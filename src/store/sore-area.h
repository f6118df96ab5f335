/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/body-area.h"
#include "store/record.h"

G_BEGIN_DECLS

/**
 * LimberSoreArea:
 * @entry_id: the race it came from
 * @side: left, right or midline
 * @score: 0 to 10
 *
 * Where a client said it hurt after a race.
 */
typedef struct {
  LimberRecord base;
  char *client_id;
  char *entry_id;
  LimberDate said_on;
  LimberArea area;
  LimberSide side;
  int score;
} LimberSoreArea;

LIMBER_DECLARE_RECORD (LimberSoreArea, sore_area)

GPtrArray *limber_sore_area_between (LimberDb *db, const char *client_id, LimberDate from, LimberDate to,
                                     GError **error);
gboolean   limber_sore_area_replace (LimberDb *db, const char *entry_id, GPtrArray *areas, LimberDate said_on,
                                     GError **error);

G_END_DECLS
