/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

void limber_appointment_copy_text (GtkWidget *widget, LimberStore *store, LimberClock *clock, const char *appointment_id);
void limber_appointment_mail (GtkWidget *widget, LimberStore *store, LimberClock *clock, const char *appointment_id);

G_END_DECLS
