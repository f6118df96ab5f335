/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIMBER_TYPE_SPARKLINE (limber_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (LimberSparkline, limber_sparkline, LIMBER, SPARKLINE, GtkWidget)

GtkWidget *limber_sparkline_new (void);
void       limber_sparkline_set (LimberSparkline *self, const double *values, gsize n_values, const char *text);

G_END_DECLS
