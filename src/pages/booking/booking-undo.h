/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/clock.h"
#include "store/appointment.h"
#include "store/store.h"

G_BEGIN_DECLS

void limber_booking_undo_offer (GtkWidget *widget, LimberStore *store, LimberClock *clock, const char *client_name,
                                const LimberAppointment *before, const LimberAppointment *now);

G_END_DECLS
