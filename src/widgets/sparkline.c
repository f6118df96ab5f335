/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course of a figure over some months, without axes; the last value is a dot. */
#include "widgets/sparkline.h"

#include <math.h>

#include "widgets/palette.h"
#include "widgets/widget-name.h"
#include "widgets/widget-tip.h"

#define MARGIN 4.
/* Less of a change looks like a calm line, not like a mountain. */
#define LEAST_SPAN .2

struct _LimberSparkline {
  GtkWidget parent_instance;
  GArray *values;
};

G_DEFINE_FINAL_TYPE (LimberSparkline, limber_sparkline, GTK_TYPE_WIDGET)

static double
value_at (LimberSparkline *self, guint i)
{
  return g_array_index (self->values, double, i);
}

static void
find_span (LimberSparkline *self, double *low, double *high)
{
  *low = INFINITY;
  *high = -INFINITY;
  for (guint i = 0; i < self->values->len; i++)
    if (!isnan (value_at (self, i)))
      {
        *low = MIN (*low, value_at (self, i));
        *high = MAX (*high, value_at (self, i));
      }
  if (*high - *low < LEAST_SPAN)
    {
      double middle = (*low + *high) / 2;

      *low = middle - LEAST_SPAN / 2;
      *high = middle + LEAST_SPAN / 2;
    }
}

static void
limber_sparkline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LimberSparkline *self = LIMBER_SPARKLINE (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, drawing = FALSE;
  GdkRGBA grey = limber_palette_get (widget, "limber_dim");
  GdkRGBA accent = limber_palette_get (widget, "accent_color");
  double low, high, x = 0, y = 0;
  cairo_t *cr;

  if (self->values->len < 2)
    return;
  find_span (self, &low, &high);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  limber_cairo_set_rgba (cr, &grey, 1);
  for (guint i = 0; i < self->values->len; i++)
    {
      if (isnan (value_at (self, i)))
        {
          drawing = FALSE;
          continue;
        }
      x = MARGIN + (width - 2 * MARGIN) * i / (self->values->len - 1);
      x = rtl ? width - x : x;
      y = height - MARGIN - (height - 2 * MARGIN) * (value_at (self, i) - low) / (high - low);
      if (drawing)
        cairo_line_to (cr, x, y);
      else
        cairo_move_to (cr, x, y);
      drawing = TRUE;
    }
  cairo_stroke (cr);
  if (drawing)
    {
      limber_cairo_set_rgba (cr, &accent, 1);
      cairo_arc (cr, x, y, 3, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

static void
limber_sparkline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 40 : 28;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 84 : 28;
}

static void
limber_sparkline_finalize (GObject *object)
{
  g_array_unref (LIMBER_SPARKLINE (object)->values);
  G_OBJECT_CLASS (limber_sparkline_parent_class)->finalize (object);
}

static void
limber_sparkline_class_init (LimberSparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = limber_sparkline_finalize;
  widget_class->snapshot = limber_sparkline_snapshot;
  widget_class->measure = limber_sparkline_measure;
  gtk_widget_class_set_css_name (widget_class, "sparkline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
limber_sparkline_init (LimberSparkline *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  limber_palette_follow (GTK_WIDGET (self));
}

GtkWidget *
limber_sparkline_new (void)
{
  return g_object_new (LIMBER_TYPE_SPARKLINE, NULL);
}

/**
 * limber_sparkline_set:
 * @values: (array length=n_values): oldest first; NAN leaves a gap
 * @text: the same in words; read out, and the tooltip
 */
void
limber_sparkline_set (LimberSparkline *self, const double *values, gsize n_values, const char *text)
{
  g_return_if_fail (LIMBER_IS_SPARKLINE (self));

  g_array_set_size (self->values, 0);
  if (n_values > 0)
    g_array_append_vals (self->values, values, (guint) n_values);
  limber_widget_tip (GTK_WIDGET (self), text);
  limber_widget_name (GTK_WIDGET (self), text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
