/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/time-off.h"

G_BEGIN_DECLS

/* How a time that is not as every week reads. */
char       *limber_time_off_title (const LimberTimeOff *said, const char *staff_name);
char       *limber_time_off_subtitle (const LimberTimeOff *said);
const char *limber_time_off_problem_text (LimberTimeOffProblem problem);

G_END_DECLS
