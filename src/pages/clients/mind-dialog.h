/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/clock.h"
#include "store/client.h"
#include "store/store.h"

G_BEGIN_DECLS

void limber_mind_dialog_present (GtkWidget *widget, LimberStore *store, LimberClock *clock, const LimberClient *client);

G_END_DECLS
