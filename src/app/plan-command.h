/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plan-options.h"

G_BEGIN_DECLS

char *limber_plan_command_run (int argc, const char *const *argv, GError **error);
char *limber_plan_to_json (const LimberPlanOptions *options);
char *limber_plan_to_text (const LimberPlanOptions *options);

G_END_DECLS
