/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The strokes of the time grid. */

GdkRGBA      limber_ink_faded (const GdkRGBA *colour, double alpha);
GdkRGBA      limber_ink_block (GtkWidget *widget, int color);
gboolean     limber_ink_is_dark (void);
gboolean     limber_ink_is_high_contrast (void);
void         limber_ink_fill (GtkSnapshot *snapshot, const graphene_rect_t *area, double radius, const GdkRGBA *colour);
void         limber_ink_border (GtkSnapshot *snapshot, const graphene_rect_t *area, double radius, double width,
                                const GdkRGBA *colour);
void         limber_ink_trace (cairo_t *cr, const graphene_rect_t *area, double radius);
GdkRGBA      limber_ink_mix (const GdkRGBA *ground, const GdkRGBA *ink);
void         limber_ink_hatch (cairo_t *cr, const graphene_rect_t *area, double radius, int step, const GdkRGBA *ground,
                               const GdkRGBA *colour);
void         limber_ink_icon (GtkWidget *widget, GtkSnapshot *snapshot, const char *name, double x, double y, double size,
                              const GdkRGBA *colour);
PangoLayout *limber_ink_layout (GtkWidget *widget, const char *text, double size, gboolean bold);
void         limber_ink_text (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, double width,
                              const GdkRGBA *colour);

G_END_DECLS
