/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

void limber_race_choice_present (GtkWidget *widget, LimberStore *store, LimberClock *clock, const char *client_id,
                                 const char *client_name);

G_END_DECLS
