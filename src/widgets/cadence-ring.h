/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIMBER_TYPE_CADENCE_RING (limber_cadence_ring_get_type ())
G_DECLARE_FINAL_TYPE (LimberCadenceRing, limber_cadence_ring, LIMBER, CADENCE_RING, GtkWidget)

GtkWidget *limber_cadence_ring_new (void);
void       limber_cadence_ring_set (LimberCadenceRing *self, double share, gboolean over);
void       limber_cadence_ring_draw (cairo_t *cr, const GdkRGBA *colour, double share, gboolean over);

G_END_DECLS
