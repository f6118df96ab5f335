/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/work.h"
#include "store/record.h"

G_BEGIN_DECLS

/**
 * LimberStaff:
 * @color: index into the palette of the schedule
 *
 * Somebody who works here.
 */
typedef struct {
  LimberRecord base;
  char *name;
  LimberStaffRole role;
  int color;
  gint64 archived_at;
} LimberStaff;

LIMBER_DECLARE_RECORD (LimberStaff, staff)

GPtrArray *limber_staff_list (LimberDb *db, gboolean archived_too, GError **error);

G_END_DECLS
