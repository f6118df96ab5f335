/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/clock.h"
#include "store/follow-up.h"
#include "store/store.h"

G_BEGIN_DECLS

void limber_ask_dialog_present (GtkWidget *parent, LimberStore *store, LimberClock *clock,
                                const LimberFollowUp *question);

G_END_DECLS
