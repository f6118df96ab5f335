/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A 16 px ring that fills from day 0 to the last day of the client's window; full with "!" when over. */
#include "widgets/cadence-ring.h"

#include "widgets/palette.h"

#define SIZE 16
#define STROKE 2.6

struct _LimberCadenceRing
{
  GtkWidget parent_instance;
  double share;
  gboolean over;
};

G_DEFINE_FINAL_TYPE (LimberCadenceRing, limber_cadence_ring, GTK_TYPE_WIDGET)

static void
draw_exclamation (cairo_t *cr)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 1.8);
  cairo_move_to (cr, 0, -3);
  cairo_line_to (cr, 0, .6);
  cairo_stroke (cr);
  cairo_arc (cr, 0, 3.2, 1.1, 0, 2 * G_PI);
  cairo_fill (cr);
}

/**
 * limber_cadence_ring_draw:
 * @share: of the ring that is full, 0–1; it is full with "!" when @over
 *
 * Draws a ring of 16 px around the origin.
 */
void
limber_cadence_ring_draw (cairo_t *cr, const GdkRGBA *colour, double share, gboolean over)
{
  double radius = (SIZE - STROKE) / 2 - .5;

  cairo_set_line_width (cr, STROKE);
  limber_cairo_set_rgba (cr, colour, .25);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  limber_cairo_set_rgba (cr, colour, 1);
  cairo_arc (cr, 0, 0, radius, -G_PI / 2, -G_PI / 2 + 2 * G_PI * (over ? 1 : share));
  cairo_stroke (cr);
  if (over)
    draw_exclamation (cr);
}

static void
limber_cadence_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LimberCadenceRing *self = LIMBER_CADENCE_RING (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  cairo_translate (cr, width / 2., height / 2.);
  limber_cadence_ring_draw (cr, &colour, self->share, self->over);
  cairo_destroy (cr);
}

static void
limber_cadence_ring_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
limber_cadence_ring_class_init (LimberCadenceRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = limber_cadence_ring_snapshot;
  widget_class->measure = limber_cadence_ring_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
limber_cadence_ring_init (LimberCadenceRing *self)
{
  limber_palette_follow (GTK_WIDGET (self));
}

GtkWidget *
limber_cadence_ring_new (void)
{
  return g_object_new (LIMBER_TYPE_CADENCE_RING, NULL);
}

/** limber_cadence_ring_set: @share of the maximum that has passed, 0–1; @over draws it full with "!". */
void
limber_cadence_ring_set (LimberCadenceRing *self, double share, gboolean over)
{
  g_return_if_fail (LIMBER_IS_CADENCE_RING (self));

  self->share = CLAMP (share, 0, 1);
  self->over = over;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
