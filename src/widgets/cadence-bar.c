/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days since the last visit on a bar of six weeks, the client's own window shaded. */
#include "widgets/cadence-bar.h"

#include "widgets/draw-text.h"
#include "widgets/palette.h"
#include "widgets/widget-name.h"

#define DAYS_SHOWN 42.
#define KNOB 6.

struct _LimberCadenceBar
{
  GtkWidget parent_instance;
  int days;
  int minimum;
  int maximum;
  char *text;
};

G_DEFINE_FINAL_TYPE (LimberCadenceBar, limber_cadence_bar, GTK_TYPE_WIDGET)

static double
x_of (GtkWidget *widget, double days)
{
  double width = gtk_widget_get_width (widget);
  double x = KNOB + (width - 2 * KNOB) * CLAMP (days / DAYS_SHOWN, 0, 1);

  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - x : x;
}

static void
line (cairo_t *cr, double from, double to, double y, double stroke, const GdkRGBA *colour)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, stroke);
  limber_cairo_set_rgba (cr, colour, 1);
  cairo_move_to (cr, from, y);
  cairo_line_to (cr, to, y);
  cairo_stroke (cr);
}

static void
draw_bar (LimberCadenceBar *self, cairo_t *cr, double y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const char *name = self->days > self->maximum ? "limber_cadence_overdue"
                     : self->days >= self->minimum ? "limber_cadence_due" : "limber_dim";
  GdkRGBA track = limber_palette_get (widget, "limber_dial_track");
  GdkRGBA shade = limber_palette_get (widget, "limber_window_shade");
  GdkRGBA state = limber_palette_get (widget, name);
  GdkRGBA card = limber_palette_get (widget, "limber_pill_bg");
  double left = x_of (widget, self->minimum), right = x_of (widget, self->maximum);

  line (cr, x_of (widget, 0), x_of (widget, DAYS_SHOWN), y, 6, &track);
  limber_cairo_set_rgba (cr, &shade, 1);
  cairo_rectangle (cr, MIN (left, right), y - 6, ABS (right - left), 12);
  cairo_fill (cr);
  line (cr, x_of (widget, 0), x_of (widget, self->days), y, 3, &state);
  cairo_arc (cr, x_of (widget, self->days), y, KNOB - 1.25, 0, 2 * G_PI);
  limber_cairo_set_rgba (cr, &card, 1);
  cairo_fill_preserve (cr);
  limber_cairo_set_rgba (cr, &state, 1);
  cairo_set_line_width (cr, 2.5);
  cairo_stroke (cr);
}

static void
draw_days (LimberCadenceBar *self, cairo_t *cr, int days, double y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *text = g_strdup_printf ("%d", days);
  LimberTextStyle style = { .size = 9.5, .colour = limber_palette_get (widget, "limber_dim") };

  limber_draw_text (widget, cr, text, &style, x_of (widget, days), y, .5);
}

static void
limber_cadence_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LimberCadenceBar *self = LIMBER_CADENCE_BAR (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  LimberTextStyle style = { .size = 12, .bold = TRUE, .colour = limber_palette_get (widget, "window_fg_color"),
                            .max_width = width };
  double zoom = limber_text_zoom (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  limber_draw_text (widget, cr, self->text ? self->text : "", &style, rtl ? width : 0, 8 * zoom, rtl ? 1 : 0);
  draw_bar (self, cr, 17 * zoom + 9);
  draw_days (self, cr, self->minimum, 23 * zoom + 17);
  draw_days (self, cr, self->maximum, 23 * zoom + 17);
  cairo_destroy (cr);
}

static void
limber_cadence_bar_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  double zoom = limber_text_zoom (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 90 : 29 * zoom + 18;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 156 : *minimum;
}

static void
limber_cadence_bar_finalize (GObject *object)
{
  g_free (LIMBER_CADENCE_BAR (object)->text);
  G_OBJECT_CLASS (limber_cadence_bar_parent_class)->finalize (object);
}

static void
limber_cadence_bar_class_init (LimberCadenceBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = limber_cadence_bar_finalize;
  widget_class->snapshot = limber_cadence_bar_snapshot;
  widget_class->measure = limber_cadence_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "cadencebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
limber_cadence_bar_init (LimberCadenceBar *self)
{
  self->minimum = 14;
  self->maximum = 21;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  limber_palette_follow (GTK_WIDGET (self));
}

GtkWidget *
limber_cadence_bar_new (void)
{
  return g_object_new (LIMBER_TYPE_CADENCE_BAR, NULL);
}

/**
 * limber_cadence_bar_set:
 * @days: since the last completed session
 * @minimum: @maximum: the client's window in days
 * @text: the words above the bar, "41 days"; also read out
 */
void
limber_cadence_bar_set (LimberCadenceBar *self, int days, int minimum, int maximum, const char *text)
{
  g_return_if_fail (LIMBER_IS_CADENCE_BAR (self));

  self->days = days;
  self->minimum = minimum;
  self->maximum = maximum;
  g_free (self->text);
  self->text = g_strdup (text);
  limber_widget_name (GTK_WIDGET (self), text ? text : "");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
