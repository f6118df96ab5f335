/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/body-area.h"
#include "domain/work.h"
#include "store/record.h"

G_BEGIN_DECLS

/**
 * LimberHealthItem:
 * @scope: only for contraindications and red flags
 * @resolved: none while open
 *
 * A contraindication, allergy, injury and so on.
 */
typedef struct {
  LimberRecord base;
  char *client_id;
  LimberHealthKind kind;
  LimberHealthScope scope;
  LimberArea area;
  LimberSide side;
  char *text;
  LimberDate since;
  LimberDate resolved;
} LimberHealthItem;

LIMBER_DECLARE_RECORD (LimberHealthItem, health_item)

GPtrArray *limber_health_item_list (LimberDb *db, const char *client_id, GError **error);

G_END_DECLS
