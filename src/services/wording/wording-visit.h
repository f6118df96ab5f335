/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/next-visit.h"

G_BEGIN_DECLS

char *limber_wording_visit_room (const LimberNextVisit *visit, GTimeZone *zone);
char *limber_wording_visit_why (const LimberNextVisit *visit, const LimberPlanInput *input, GTimeZone *zone);
char *limber_wording_visit_cadence (const LimberPlanInput *input, LimberDate date);

G_END_DECLS
