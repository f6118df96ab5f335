/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/work.h"
#include "store/staff.h"

G_BEGIN_DECLS

/**
 * LimberStaffWork:
 * @styles: completed sessions by LimberStyle; [0] are those without a style
 * @recent: the same of the last twelve months
 * @first_on: the day of the first completed session, none when there is none
 *
 * What a therapist really did (rule H).
 */
typedef struct {
  LimberStaff *staff;
  guint styles[LIMBER_STYLE_LAST + 1];
  guint recent[LIMBER_STYLE_LAST + 1];
  LimberDate first_on;
} LimberStaffWork;

/* @data: a LimberDate*: today. Returns: a GPtrArray of LimberStaffWork, by name. */
gpointer limber_staff_work_load (LimberDb *db, gpointer today, GError **error);

G_END_DECLS
