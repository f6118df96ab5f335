/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/schedule/schedule-sheet.h"
#include "services/paper/sheet.h"

G_BEGIN_DECLS

LimberSheet *limber_schedule_paper_new (const LimberScheduleFacts *facts, const LimberScheduleView *view, LimberClock *clock);

G_END_DECLS
