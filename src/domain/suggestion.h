/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/race-rules.h"

G_BEGIN_DECLS

/** LimberHasRoom: Returns: whether a calendar has room for the client on @date. */
typedef gboolean (*LimberHasRoom) (LimberDate date, gpointer user_data);

GArray    *limber_plan_suggest (const LimberPlanInput *input, LimberHasRoom has_room, gpointer user_data);
LimberDate limber_plan_best_before (const LimberPlanInput *input, guint race, LimberHasRoom has_room, gpointer user_data);

G_END_DECLS
