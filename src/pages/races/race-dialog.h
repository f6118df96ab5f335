/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/parts/ports.h"
#include "store/race.h"

G_BEGIN_DECLS

/** LimberRaceSavedFunc: called when the race with @race_id has been saved. */
typedef void (*LimberRaceSavedFunc) (GtkWidget *widget, const char *race_id);

void limber_race_dialog_present (GtkWidget *widget, LimberStore *store, LimberClock *clock, const LimberRace *race,
                                 LimberRaceSavedFunc saved);

G_END_DECLS
