/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disc in the heat colour with the letter of the type; a ring outside when the client was unaware. */
#include "widgets/finding-marker.h"

#include "widgets/draw-text.h"
#include "widgets/palette.h"
#include "widgets/widget-name.h"
#include "widgets/widget-tip.h"

#define RING 2.
#define GAP 2.

struct _LimberFindingMarker
{
  GtkWidget parent_instance;
  int size;
  LimberFindingType type;
  int severity;
  gboolean unaware;
};

G_DEFINE_FINAL_TYPE (LimberFindingMarker, limber_finding_marker, GTK_TYPE_WIDGET)

static void
draw_disc (LimberFindingMarker *self, cairo_t *cr, double radius)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA heat = limber_palette_heat (widget, self->severity);
  GdkRGBA dark = limber_palette_on (&heat);

  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  limber_cairo_set_rgba (cr, &heat, 1);
  cairo_fill_preserve (cr);
  limber_cairo_set_rgba (cr, &dark, .3);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  if (self->unaware)
    {
      GdkRGBA ring = limber_palette_get (widget, "limber_unaware");

      cairo_arc (cr, 0, 0, radius + GAP + RING / 2, 0, 2 * G_PI);
      limber_cairo_set_rgba (cr, &ring, 1);
      cairo_set_line_width (cr, RING);
      cairo_stroke (cr);
    }
}

static void
draw_letter (LimberFindingMarker *self, cairo_t *cr, double radius)
{
  const char *letter = limber_finding_type_letter (self->type);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), letter ? letter : "");
  PangoFontDescription *font = pango_font_description_copy (
    pango_context_get_font_description (pango_layout_get_context (layout)));
  GdkRGBA heat = limber_palette_heat (GTK_WIDGET (self), self->severity);
  GdkRGBA text = limber_palette_on (&heat);
  double factor = letter && letter[0] && letter[1] ? .85 : 1.05;
  int width, height;

  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, radius * factor * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_get_size (layout, &width, &height);
  limber_cairo_set_rgba (cr, &text, 1);
  cairo_move_to (cr, -width / 2. / PANGO_SCALE, -height / 2. / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

static void
limber_finding_marker_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LimberFindingMarker *self = LIMBER_FINDING_MARKER (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double radius = MIN (width, height) / 2. - RING - GAP;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_translate (cr, width / 2., height / 2.);
  draw_disc (self, cr, radius);
  draw_letter (self, cr, radius);
  cairo_destroy (cr);
}

static void
limber_finding_marker_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  *minimum = *natural = LIMBER_FINDING_MARKER (widget)->size * CLAMP (limber_text_zoom (widget), 1, 1.7);
}

static void
limber_finding_marker_class_init (LimberFindingMarkerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = limber_finding_marker_snapshot;
  widget_class->measure = limber_finding_marker_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
limber_finding_marker_init (LimberFindingMarker *self)
{
  self->size = 26;
  self->severity = LIMBER_SEVERITY_UNKNOWN;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  limber_palette_follow (GTK_WIDGET (self));
}

/** limber_finding_marker_new: @size in pixels, with room for the ring; 22–28 is usual. */
GtkWidget *
limber_finding_marker_new (int size)
{
  LimberFindingMarker *self = g_object_new (LIMBER_TYPE_FINDING_MARKER, NULL);

  self->size = size;
  return GTK_WIDGET (self);
}

void
limber_finding_marker_set (LimberFindingMarker *self, LimberFindingType type, int severity, gboolean unaware)
{
  g_return_if_fail (LIMBER_IS_FINDING_MARKER (self));

  self->type = type;
  self->severity = severity;
  self->unaware = unaware;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** limber_finding_marker_set_reading: what a screen reader says when no text stands beside the marker. */
void
limber_finding_marker_set_reading (LimberFindingMarker *self, const char *reading)
{
  g_return_if_fail (LIMBER_IS_FINDING_MARKER (self));

  limber_widget_name (GTK_WIDGET (self), reading ? reading : "");
  limber_widget_tip (GTK_WIDGET (self), reading);
}
