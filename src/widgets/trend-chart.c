/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: severity before (solid) and after (dashed) over the visits, evenly spaced. Each visit is a focusable
 * button with its reading as name: the chart can be walked and heard, and a visit chosen. */
#include "widgets/trend-chart.h"

#include <glib/gi18n-lib.h>

#include "domain/finding.h"
#include "widgets/draw-text.h"
#include "widgets/palette.h"
#include "widgets/widget-name.h"
#include "widgets/widget-tip.h"

#define LEFT 26.
#define RIGHT 40.
#define TOP 10.
#define BOTTOM 24.
#define DISC 6.5
#define SPOT 34

struct _LimberTrendChart
{
  GtkWidget parent_instance;
  GArray *points;
  GPtrArray *spots;
};

enum {
  POINT_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberTrendChart, limber_trend_chart, GTK_TYPE_WIDGET)

static const LimberTrendPoint *
point_at (LimberTrendChart *self, guint index)
{
  return &g_array_index (self->points, LimberTrendPoint, index);
}

static gboolean
is_rtl (LimberTrendChart *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Time runs with the text. */
static double
mirror (LimberTrendChart *self, double x)
{
  return is_rtl (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;
}

static double
x_of (LimberTrendChart *self, guint index)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - LEFT - RIGHT - 2 * DISC;

  if (self->points->len < 2)
    return mirror (self, LEFT + DISC + width / 2);
  return mirror (self, LEFT + DISC + width * index / (self->points->len - 1));
}

static double
y_of (LimberTrendChart *self, double severity)
{
  double zoom = limber_text_zoom (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - TOP - BOTTOM * zoom;

  return TOP + height * (1 - severity / LIMBER_SEVERITY_MAX);
}

static void
draw_grid (LimberTrendChart *self, cairo_t *cr)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA colour = limber_palette_get (widget, "window_fg_color");
  LimberTextStyle style = { .size = 10.5, .colour = limber_palette_get (widget, "limber_dim") };

  for (int severity = 0; severity <= LIMBER_SEVERITY_MAX; severity += 5)
    {
      g_autofree char *text = g_strdup_printf ("%d", severity);
      double y = y_of (self, severity);

      limber_draw_text (widget, cr, text, &style, mirror (self, LEFT - 6), y, is_rtl (self) ? 0 : 1);
      limber_cairo_set_rgba (cr, &colour, .12);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, mirror (self, LEFT), y);
      cairo_line_to (cr, mirror (self, gtk_widget_get_width (widget) - RIGHT), y);
      cairo_stroke (cr);
    }
}

/* As many dates as fit, the last one always. */
static void
draw_dates (LimberTrendChart *self, cairo_t *cr)
{
  GtkWidget *widget = GTK_WIDGET (self);
  LimberTextStyle style = { .size = 10.5, .colour = limber_palette_get (widget, "limber_dim") };
  double zoom = limber_text_zoom (widget);
  double y = gtk_widget_get_height (widget) - BOTTOM * zoom / 2 + 2;
  double taken = -1;

  for (guint i = self->points->len; i-- > 0;)
    {
      g_autofree char *text = limber_format_day (point_at (self, i)->date, C_ ("short date", "%-e %b"));
      double half = limber_measure_text (widget, text, &style) / 2;
      double x = x_of (self, i);

      if (taken >= 0 && ABS (taken - x) < half + 6)
        continue;
      limber_draw_text (widget, cr, text, &style, x, y, .5);
      taken = is_rtl (self) ? x + half : x - half;
    }
}

static void
draw_line (LimberTrendChart *self, cairo_t *cr, gboolean after)
{
  GdkRGBA colour = limber_palette_get (GTK_WIDGET (self), after ? "limber_dim" : "window_fg_color");
  const double dashes[] = { 4, 3 };

  cairo_new_path (cr);
  for (guint i = 0; i < self->points->len; i++)
    {
      int severity = after ? point_at (self, i)->after : point_at (self, i)->before;

      if (severity >= 0)
        cairo_line_to (cr, x_of (self, i), y_of (self, severity));
    }
  limber_cairo_set_rgba (cr, &colour, 1);
  cairo_set_line_width (cr, after ? 1.4 : 2);
  cairo_set_dash (cr, dashes, after ? 2 : 0, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
circle (cairo_t *cr, double x, double y, double radius, const GdkRGBA *fill, const GdkRGBA *edge, double stroke)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  limber_cairo_set_rgba (cr, fill, 1);
  cairo_fill_preserve (cr);
  limber_cairo_set_rgba (cr, edge, 1);
  cairo_set_line_width (cr, stroke);
  cairo_stroke (cr);
}

static void
draw_point (LimberTrendChart *self, cairo_t *cr, guint index)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const LimberTrendPoint *point = point_at (self, index);
  GdkRGBA card = limber_palette_get (widget, "limber_pill_bg");
  GdkRGBA dim = limber_palette_get (widget, "limber_dim");
  GdkRGBA none = { 0, 0, 0, 0 };
  GtkWidget *spot = g_ptr_array_index (self->spots, index);
  double x = x_of (self, index);

  if (point->after >= 0)
    circle (cr, x, y_of (self, point->after), 3, &card, &dim, 1.5);
  if (point->before >= 0)
    {
      GdkRGBA heat = limber_palette_heat (widget, point->before);
      GdkRGBA ring = limber_palette_get (widget, "limber_unaware");

      circle (cr, x, y_of (self, point->before), DISC, &heat, &dim, 1);
      if (point->unaware)
        circle (cr, x, y_of (self, point->before), DISC + 3, &none, &ring, 2);
    }
  if (gtk_widget_has_visible_focus (spot) || gtk_widget_get_state_flags (spot) & GTK_STATE_FLAG_PRELIGHT)
    {
      GdkRGBA accent = limber_palette_get (widget, "accent_color");
      double y = y_of (self, point->before >= 0 ? point->before : MAX (0, point->after));

      circle (cr, x, y, DISC + 6, &none, &accent, 2);
    }
}

static void
draw_last_figures (LimberTrendChart *self, cairo_t *cr)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const LimberTrendPoint *last = point_at (self, self->points->len - 1);
  LimberTextStyle bold = { .size = 13, .bold = TRUE, .colour = limber_palette_get (widget, "window_fg_color") };
  LimberTextStyle plain = { .size = 12, .colour = limber_palette_get (widget, "limber_dim") };
  double x = x_of (self, self->points->len - 1) + (is_rtl (self) ? -1 : 1) * (DISC + 8);
  double align = is_rtl (self) ? 1 : 0;
  g_autofree char *before = g_strdup_printf ("%d", last->before);
  g_autofree char *after = g_strdup_printf ("%d", last->after);
  double y = y_of (self, MAX (last->before, 0));

  if (last->before >= 0)
    limber_draw_text (widget, cr, before, &bold, x, y, align);
  if (last->after >= 0 && last->after != last->before)
    {
      double own = y_of (self, last->after);

      if (last->before >= 0 && ABS (own - y) < 14)
        own = own > y ? y + 14 : y - 14;
      limber_draw_text (widget, cr, after, &plain, x, own, align);
    }
}

static void
limber_trend_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LimberTrendChart *self = LIMBER_TREND_CHART (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  draw_grid (self, cr);
  if (self->points->len > 0)
    {
      draw_dates (self, cr);
      draw_line (self, cr, TRUE);
      draw_line (self, cr, FALSE);
      for (guint i = 0; i < self->points->len; i++)
        draw_point (self, cr, i);
      draw_last_figures (self, cr);
    }
  cairo_destroy (cr);
}

static void
limber_trend_chart_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 90;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 420 : 130;
}

static void
limber_trend_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LimberTrendChart *self = LIMBER_TREND_CHART (widget);

  for (guint i = 0; i < self->spots->len; i++)
    {
      const LimberTrendPoint *point = point_at (self, i);
      double y = y_of (self, point->before >= 0 ? point->before : MAX (0, point->after));
      GtkAllocation box = { x_of (self, i) - SPOT / 2, y - SPOT / 2, SPOT, SPOT };

      gtk_widget_measure (g_ptr_array_index (self->spots, i), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (g_ptr_array_index (self->spots, i), &box, -1);
    }
}

/* Tab enters at the latest visit and leaves again; the arrows walk (the toolkit's own arrows would skip visits
 * that stand at another height). */
static gboolean
limber_trend_chart_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LimberTrendChart *self = LIMBER_TREND_CHART (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  int step = direction == GTK_DIR_RIGHT ? 1 : direction == GTK_DIR_LEFT ? -1 : 0;
  guint index;

  if (is_rtl (self))
    step = -step;
  if (!child)
    return self->spots->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->spots, self->spots->len - 1));
  if (!step || !g_ptr_array_find (self->spots, child, &index) || index + step >= self->spots->len)
    return FALSE;
  return gtk_widget_grab_focus (g_ptr_array_index (self->spots, index + step));
}

static char *
read_point (const LimberTrendPoint *point)
{
  g_autofree char *day = limber_format_day (point->date, C_ ("short date", "%-e %b"));
  GString *reading = g_string_new (day);

  if (point->before >= 0)
    g_string_append_printf (reading, _(", before %d"), point->before);
  if (point->after >= 0)
    g_string_append_printf (reading, _(", after %d"), point->after);
  if (point->unaware)
    g_string_append_printf (reading, ", %s", _("unaware"));
  return g_string_free (reading, FALSE);
}

static void
clear_spots (LimberTrendChart *self)
{
  for (guint i = 0; i < self->spots->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->spots, i));
  g_ptr_array_set_size (self->spots, 0);
}

static void
limber_trend_chart_dispose (GObject *object)
{
  clear_spots (LIMBER_TREND_CHART (object));
  G_OBJECT_CLASS (limber_trend_chart_parent_class)->dispose (object);
}

static void
limber_trend_chart_finalize (GObject *object)
{
  LimberTrendChart *self = LIMBER_TREND_CHART (object);

  g_ptr_array_unref (self->spots);
  g_array_unref (self->points);
  G_OBJECT_CLASS (limber_trend_chart_parent_class)->finalize (object);
}

static void
limber_trend_chart_class_init (LimberTrendChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_trend_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = limber_trend_chart_finalize;
  widget_class->snapshot = limber_trend_chart_snapshot;
  widget_class->measure = limber_trend_chart_measure;
  widget_class->size_allocate = limber_trend_chart_size_allocate;
  widget_class->focus = limber_trend_chart_focus;
  gtk_widget_class_set_css_name (widget_class, "trendchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /** LimberTrendChart::point-activated: a visit was chosen: its index among the points. */
  signals[POINT_ACTIVATED] = g_signal_new ("point-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
limber_trend_chart_init (LimberTrendChart *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (LimberTrendPoint));
  self->spots = g_ptr_array_new ();
  limber_widget_name (GTK_WIDGET (self), _("Severity over time"));
  limber_palette_follow (GTK_WIDGET (self));
}

GtkWidget *
limber_trend_chart_new (void)
{
  return g_object_new (LIMBER_TYPE_TREND_CHART, NULL);
}

static void
on_spot_clicked (LimberTrendChart *self, GtkWidget *spot)
{
  guint index;

  if (g_ptr_array_find (self->spots, spot, &index))
    g_signal_emit (self, signals[POINT_ACTIVATED], 0, index);
}

static void
add_spot (LimberTrendChart *self, const LimberTrendPoint *point)
{
  GtkWidget *spot = g_object_new (GTK_TYPE_BUTTON, "css-name", "trendspot", NULL);
  g_autofree char *reading = read_point (point);

  limber_widget_name (GTK_WIDGET (spot), reading);
  limber_widget_tip (spot, reading);
  g_signal_connect_swapped (spot, "clicked", G_CALLBACK (on_spot_clicked), self);
  g_signal_connect_swapped (spot, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_set_parent (spot, GTK_WIDGET (self));
  g_ptr_array_add (self->spots, spot);
}

/** limber_trend_chart_set_points: replaces the visits, oldest first; copied. */
void
limber_trend_chart_set_points (LimberTrendChart *self, const LimberTrendPoint *points, gsize n_points)
{
  g_return_if_fail (LIMBER_IS_TREND_CHART (self));

  clear_spots (self);
  g_array_set_size (self->points, 0);
  if (n_points)
    g_array_append_vals (self->points, points, n_points);
  for (gsize i = 0; i < n_points; i++)
    add_spot (self, &points[i]);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
