/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

void limber_waiting_wish_dialog_present (GtkWidget *widget, LimberStore *store, LimberClock *clock, GVariant *args);

G_END_DECLS
