/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/race.h"
#include "store/store.h"

G_BEGIN_DECLS

void limber_race_removal_run (GtkWidget *widget, LimberStore *store, const LimberRaceEntry *entry, const char *done);

G_END_DECLS
