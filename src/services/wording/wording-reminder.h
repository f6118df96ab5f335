/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/rebook/reminder-plan.h"

G_BEGIN_DECLS

char *limber_wording_nudge_why (const LimberPlannedNudge *nudge, GTimeZone *zone);

G_END_DECLS
