/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/appointment.h"
#include "store/store.h"

G_BEGIN_DECLS

void limber_status_change (GtkWidget *widget, LimberStore *store, const LimberAppointment *appointment,
                           const char *client_name, LimberAppointmentStatus status);
void limber_status_set_silently (GtkWidget *widget, LimberStore *store, const char *appointment_id,
                                 LimberAppointmentStatus status);

G_END_DECLS
