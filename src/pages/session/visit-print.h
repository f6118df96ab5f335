/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     limber_visit_print_run (GtkWidget *widget, GPtrArray *summary);
gboolean limber_visit_print_export (GPtrArray *summary, const char *path, guint *n_pages, GError **error);

G_END_DECLS
