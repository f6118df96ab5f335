/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"
#include "store/working-time.h"

G_BEGIN_DECLS

/**
 * LimberWorkPlan:
 *
 * When everybody works and what is blocked, read once: the weekly hours with their exceptions, closures, leave and
 * blocked time, weekly ones too. It does not follow the store; use it inside one job.
 */
typedef struct _LimberWorkPlan LimberWorkPlan;

LimberWorkPlan *limber_work_plan_load (LimberDb *db, gint64 from, gint64 to, GTimeZone *zone, GError **error);
void            limber_work_plan_free (LimberWorkPlan *self);
gboolean        limber_work_plan_has_hours (LimberWorkPlan *self, const char *staff_id);
GArray         *limber_work_plan_hours (LimberWorkPlan *self, const char *staff_id, LimberDate date);
GPtrArray      *limber_work_plan_blocked (LimberWorkPlan *self, const char *staff_id, LimberDate date);
GPtrArray      *limber_work_plan_all_blocked (LimberWorkPlan *self, LimberDate from, LimberDate to);
int             limber_work_plan_minutes (LimberWorkPlan *self, const char *staff_id, LimberDate date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberWorkPlan, limber_work_plan_free)

G_END_DECLS
