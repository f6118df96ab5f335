/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"
#include "store/time-off.h"

G_BEGIN_DECLS

void limber_time_off_dialog_present (GtkWidget *widget, LimberStore *store, LimberClock *clock, LimberTimeOffKind kind,
                                     const char *staff_id, LimberDate date);
void limber_time_off_dialog_edit (GtkWidget *widget, LimberStore *store, LimberClock *clock, LimberTimeOffEntry *entry);

G_END_DECLS
