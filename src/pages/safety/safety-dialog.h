/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

void limber_safety_dialog_present (GtkWidget *opener, LimberStore *store, LimberClock *clock);

G_END_DECLS
