/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"
#include "store/appointment.h"

G_BEGIN_DECLS

void limber_waiting_dialog_present (GtkWidget *widget, LimberStore *store, LimberClock *clock);
void limber_waiting_offer (GtkWidget *widget, LimberStore *store, const LimberAppointment *cancelled);

G_END_DECLS
