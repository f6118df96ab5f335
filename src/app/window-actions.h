/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void limber_window_actions_install (GtkWidgetClass *klass);
void limber_window_actions_add_shortcuts (GtkApplication *application);

G_END_DECLS
