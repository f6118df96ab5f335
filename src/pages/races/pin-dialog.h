/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

void limber_pin_dialog_present (GtkWidget *widget, LimberStore *store, const char *client_id);

G_END_DECLS
