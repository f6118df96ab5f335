/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"

G_BEGIN_DECLS

int        limber_week_first_weekday (void);
int        limber_week_first_weekday_of (guint origin, int first);
LimberDate limber_week_start (LimberDate date);

G_END_DECLS
