/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* An action of the window that needs a clinic. */
typedef struct {
  const char *name;
  const char *type; /* of the parameter, or %NULL */
  GtkWidgetActionActivateFunc activate;
} LimberWindowAction;

void limber_window_actions_install (GtkWidgetClass *klass);
void limber_window_actions_enable (GtkWidget *window, gboolean enabled);
void limber_window_actions_add_shortcuts (GtkApplication *application);

G_END_DECLS
