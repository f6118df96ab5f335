/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/clock.h"
#include "store/store.h"

G_BEGIN_DECLS

GtkWidget *limber_preferences_messages_new (LimberStore *store, LimberClock *clock);

G_END_DECLS
