/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

void limber_booking_dialog_present (GtkWindow *parent, LimberStore *store, LimberClock *clock, GVariant *args);

G_END_DECLS
