/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/parts/ports.h"
#include "store/race.h"

G_BEGIN_DECLS

void limber_race_many_dialog_present (GtkWidget *widget, LimberStore *store, LimberClock *clock,
                                      const LimberRace *race);

G_END_DECLS
