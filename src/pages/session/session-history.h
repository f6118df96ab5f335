/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/clock.h"
#include "store/store.h"

G_BEGIN_DECLS

void limber_session_history_present (GtkWidget *opener, LimberStore *store, LimberClock *clock, const char *client_id);

G_END_DECLS
