/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/clock.h"
#include "services/today.h"
#include "store/store.h"

G_BEGIN_DECLS

void limber_today_side_fill (GtkWidget *side, LimberStore *store, LimberClock *clock,
                             const LimberTodaySide *facts);

G_END_DECLS
