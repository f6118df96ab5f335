/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The named colours of data/style.css for widgets that draw themselves. */

GdkRGBA limber_palette_get (GtkWidget *widget, const char *name);
GdkRGBA limber_palette_heat (GtkWidget *widget, int severity);
GdkRGBA limber_palette_on (const GdkRGBA *background);
void    limber_palette_follow (GtkWidget *widget);
void    limber_palette_load (GdkDisplay *display, gboolean dark);
void    limber_cairo_set_rgba (cairo_t *cr, const GdkRGBA *colour, double alpha);

G_END_DECLS
