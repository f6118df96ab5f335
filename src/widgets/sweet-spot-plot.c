/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: as in the race picture time runs with the text, so the days before a race fall from left to right. A race is a
 * diamond at its mean of legs and confidence; hollow when its lead is outside of what a window may be. */
#include "widgets/sweet-spot-plot.h"

#include <glib/gi18n-lib.h>

#include "widgets/draw-text.h"
#include "widgets/palette.h"
#include "widgets/widget-name.h"

#define LEFT 34.
#define RIGHT 12.
#define TOP 22.
#define BOTTOM 26.
#define HEIGHT 170.
#define WIDTH 320.
#define LAST_LEAD 10 /* what is longer ago stands here too */
#define SCORE_MAX 10.

struct _LimberSweetSpotPlot {
  GtkWidget parent_instance;

  GArray *pairs;
  LimberSweetSpotPlotValues values; /* without the borrowed members */
};

G_DEFINE_FINAL_TYPE (LimberSweetSpotPlot, limber_sweet_spot_plot, GTK_TYPE_WIDGET)

static double
mirror (LimberSweetSpotPlot *self, double x)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;
}

static double
lead_width (LimberSweetSpotPlot *self)
{
  return (gtk_widget_get_width (GTK_WIDGET (self)) - LEFT - RIGHT) / (LAST_LEAD + 1);
}

/* The middle of the day; @lead may be a half one, for the sides of a band. */
static double
x_of (LimberSweetSpotPlot *self, double lead)
{
  return mirror (self, LEFT + (LAST_LEAD - MIN (lead, LAST_LEAD + .5) + .5) * lead_width (self));
}

static double
y_of (LimberSweetSpotPlot *self, double score)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - TOP - BOTTOM * limber_text_zoom (GTK_WIDGET (self));

  return TOP + height * (1 - score / SCORE_MAX);
}

static void
band (LimberSweetSpotPlot *self, cairo_t *cr, int from, int to, const char *colour, double fill)
{
  GdkRGBA rgba = limber_palette_get (GTK_WIDGET (self), colour);
  double left = MIN (x_of (self, to + .5), x_of (self, from - .5)), right = MAX (x_of (self, to + .5), x_of (self, from - .5));

  cairo_rectangle (cr, left + 1.5, TOP - 4, right - left - 3, y_of (self, 0) - TOP + 8);
  limber_cairo_set_rgba (cr, &rgba, fill);
  cairo_fill_preserve (cr);
  limber_cairo_set_rgba (cr, &rgba, .9);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

/* The name of a band stands over it. */
static void
band_name (LimberSweetSpotPlot *self, cairo_t *cr, int from, int to, const char *text, const char *colour)
{
  LimberTextStyle style = { .size = 10.5, .bold = TRUE, .colour = limber_palette_get (GTK_WIDGET (self), colour) };

  limber_draw_text (GTK_WIDGET (self), cr, text, &style, x_of (self, (from + to) / 2.), TOP / 2, .5);
}

static void
draw_bands (LimberSweetSpotPlot *self, cairo_t *cr)
{
  const LimberSweetSpotPlotValues *v = &self->values;

  band (self, cr, v->usual_from, v->usual_to, "limber_dim", .07);
  if (v->learned > 0)
    band (self, cr, v->learned, v->learned, "limber_band_ideal", .45);
  if (v->pin_from > 0)
    band (self, cr, v->pin_from, v->pin_to, "accent_color", .12);
  if (v->pin_from > 0)
    band_name (self, cr, v->pin_from, v->pin_to, _ ("pinned"), "accent_color");
  else if (v->learned > 0)
    band_name (self, cr, v->learned, v->learned, _ ("learned"), "limber_better");
  else
    band_name (self, cr, v->usual_from, v->usual_to, _ ("usual"), "limber_dim");
}

static void
draw_grid (LimberSweetSpotPlot *self, cairo_t *cr)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA line = limber_palette_get (widget, "window_fg_color");
  LimberTextStyle style = { .size = 10.5, .colour = limber_palette_get (widget, "limber_dim") };
  double y = gtk_widget_get_height (widget) - BOTTOM * limber_text_zoom (widget) / 2 + 2;

  for (int score = 0; score <= (int) SCORE_MAX; score += 5)
    {
      g_autofree char *text = g_strdup_printf ("%d", score);

      limber_draw_text (widget, cr, text, &style, mirror (self, LEFT - 8), y_of (self, score),
                        gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 0 : 1);
      limber_cairo_set_rgba (cr, &line, .14);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, mirror (self, LEFT), y_of (self, score));
      cairo_line_to (cr, x_of (self, -.5), y_of (self, score));
      cairo_stroke (cr);
    }
  for (int lead = 0; lead <= LAST_LEAD; lead++)
    {
      g_autofree char *text = lead == LAST_LEAD ? g_strdup_printf (LIMBER_LRM "%d+", lead)
                                                : g_strdup_printf (LIMBER_LRM "%d", lead);

      limber_draw_text (widget, cr, text, &style, x_of (self, lead), y, .5);
    }
}

static gboolean
counts (const LimberRacePair *pair)
{
  return pair->lead >= LIMBER_LEAD_MIN && pair->lead <= LIMBER_LEAD_MAX;
}

/* Races with the same days and score stand beside each other. */
static double
shift_of (LimberSweetSpotPlot *self, guint index)
{
  const LimberRacePair *pair = &g_array_index (self->pairs, LimberRacePair, index);
  int same = 0;

  for (guint i = 0; i < index; i++)
    {
      const LimberRacePair *other = &g_array_index (self->pairs, LimberRacePair, i);

      same += other->lead == pair->lead && other->legs + other->confidence == pair->legs + pair->confidence;
    }
  return same == 0 ? 0 : (same % 2 ? 7 : -7) * ((same + 1) / 2);
}

static void
draw_pair (LimberSweetSpotPlot *self, cairo_t *cr, guint index)
{
  const LimberRacePair *pair = &g_array_index (self->pairs, LimberRacePair, index);
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA ink = limber_palette_get (widget, pair->lead == self->values.learned ? "limber_better" : "window_fg_color");
  GdkRGBA card = limber_palette_get (widget, "limber_pill_bg");
  double x = x_of (self, pair->lead) + shift_of (self, index), y = y_of (self, (pair->legs + pair->confidence) / 2);

  cairo_move_to (cr, x, y - 6);
  cairo_line_to (cr, x + 6, y);
  cairo_line_to (cr, x, y + 6);
  cairo_line_to (cr, x - 6, y);
  cairo_close_path (cr);
  limber_cairo_set_rgba (cr, counts (pair) ? &ink : &card, 1);
  cairo_fill_preserve (cr);
  limber_cairo_set_rgba (cr, &ink, 1);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
limber_sweet_spot_plot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LimberSweetSpotPlot *self = LIMBER_SWEET_SPOT_PLOT (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                          (float) gtk_widget_get_height (widget)));

  draw_bands (self, cr);
  draw_grid (self, cr);
  for (guint i = 0; i < self->pairs->len; i++)
    draw_pair (self, cr, i);
  cairo_destroy (cr);
}

static void
limber_sweet_spot_plot_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                                int *minimum_baseline, int *natural_baseline)
{
  *minimum = (int) (orientation == GTK_ORIENTATION_HORIZONTAL ? 220 : HEIGHT);
  *natural = (int) (orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT);
}

static void
limber_sweet_spot_plot_finalize (GObject *object)
{
  g_array_unref (LIMBER_SWEET_SPOT_PLOT (object)->pairs);
  G_OBJECT_CLASS (limber_sweet_spot_plot_parent_class)->finalize (object);
}

static void
limber_sweet_spot_plot_class_init (LimberSweetSpotPlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = limber_sweet_spot_plot_finalize;
  widget_class->snapshot = limber_sweet_spot_plot_snapshot;
  widget_class->measure = limber_sweet_spot_plot_measure;
  gtk_widget_class_set_css_name (widget_class, "sweetspot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
limber_sweet_spot_plot_init (LimberSweetSpotPlot *self)
{
  self->pairs = g_array_new (FALSE, TRUE, sizeof (LimberRacePair));
  limber_palette_follow (GTK_WIDGET (self));
}

/** limber_sweet_spot_plot_new: Returns: (transfer floating): a plot without races. */
GtkWidget *
limber_sweet_spot_plot_new (void)
{
  return g_object_new (LIMBER_TYPE_SWEET_SPOT_PLOT, NULL);
}

/** limber_sweet_spot_plot_set: shows a copy of @values. */
void
limber_sweet_spot_plot_set (LimberSweetSpotPlot *self, const LimberSweetSpotPlotValues *values)
{
  g_return_if_fail (LIMBER_IS_SWEET_SPOT_PLOT (self));

  g_array_set_size (self->pairs, 0);
  if (values->n_pairs > 0)
    g_array_append_vals (self->pairs, values->pairs, values->n_pairs);
  self->values = *values;
  self->values.pairs = NULL;
  self->values.reading = NULL;
  limber_widget_name (GTK_WIDGET (self), values->reading);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
