/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/race-rules.h"

G_BEGIN_DECLS

/* A client's own best distance between massage and race in words (rules D1 and D2). */
char *limber_sweet_spot_title (const LimberPlanInput *input);
char *limber_sweet_spot_text (const LimberPlanInput *input, const char *pin_reason);
char *limber_sweet_spot_usual (const LimberPlanInput *input);
char *limber_sweet_spot_pairs (const LimberPlanInput *input);

G_END_DECLS
