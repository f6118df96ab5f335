/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

void limber_calendar_import_present (GtkWidget *widget, LimberStore *store, LimberClock *clock);
void limber_calendar_import_read (GtkWidget *widget, LimberStore *store, LimberClock *clock, const char *path);

G_END_DECLS
