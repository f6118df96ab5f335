/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

void limber_calendar_export_present (GtkWidget *widget, LimberStore *store, LimberClock *clock, LimberDate date);
void limber_calendar_export_one (GtkWidget *widget, LimberStore *store, LimberClock *clock, const char *appointment_id);

G_END_DECLS
