/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/clock.h"
#include "store/store.h"

G_BEGIN_DECLS

void limber_therapists_window_present (GtkWindow *parent, LimberStore *store, LimberClock *clock);

G_END_DECLS
