/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void limber_widget_tip (GtkWidget *widget, const char *text);
void limber_widget_tip_shortened (GtkLabel *label);

G_END_DECLS
