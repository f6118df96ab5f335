/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key to a body map: what the colours count, and only those signs and letters that stand on it now. */
#include "widgets/body/body-legend.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "widgets/body/body-pen.h"
#include "widgets/draw-text.h"
#include "widgets/palette.h"
#include "widgets/wrap-box.h"

#define N_BINS 5
#define RANGE_GAP 3 /* at each side: large text must not run the ranges into each other */

struct _LimberBodyLegend
{
  GtkWidget parent_instance;
  GtkWidget *steps[N_BINS];
  GtkWidget *ranges[N_BINS];
  GtkWidget *signs;
  GtkWidget *unaware;
  GtkWidget *avoid;
  GtkWidget *worse;
  GtkWidget *better;
  GtkWidget *same;
  GtkWidget *key;
};

G_DEFINE_FINAL_TYPE (LimberBodyLegend, limber_body_legend, GTK_TYPE_WIDGET)

/**
 * limber_body_legend_range:
 * @bin: 1–5
 * @most: the largest count on the map; 0 for severities
 *
 * Returns: whether anything can be in that bin; @low and @high are its bounds
 */
gboolean
limber_body_legend_range (int bin, int most, int *low, int *high)
{
  if (most == 0)
    most = LIMBER_SEVERITY_MAX;
  *low = (bin - 1) * most / N_BINS + 1;
  *high = bin * most / N_BINS;
  return *low <= *high;
}

/** limber_body_legend_key: Returns: (transfer full): "K knot · T tension": the letters on the map. */
char *
limber_body_legend_key (const LimberBodyMark *marks, gsize n_marks, const LimberBodyWords *words)
{
  GString *key = g_string_new (NULL);
  guint seen = 0;

  for (gsize i = 0; i < n_marks; i++)
    seen |= marks[i].count > 0 ? 0 : 1u << marks[i].type;
  for (int type = LIMBER_FINDING_TYPE_NONE + 1; type <= LIMBER_FINDING_TYPE_LAST; type++)
    if (seen & 1u << type)
      {
        g_autofree char *name = limber_body_words_finding_type (words, type);

        g_string_append_printf (key, "%s%s\302\240%s", key->len ? " · " : "", limber_finding_type_letter (type), name);
      }
  return g_string_free (key, FALSE);
}

/* Signs: a small drawing and a word */

static void
draw_ring (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  GdkRGBA colour = limber_palette_get (GTK_WIDGET (area), "limber_unaware");

  limber_cairo_set_rgba (cr, &colour, 1);
  cairo_set_line_width (cr, 2);
  cairo_arc (cr, width / 2., height / 2., MIN (width, height) / 2. - 2, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_hatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  GdkRGBA ground = limber_palette_get (GTK_WIDGET (area), "limber_alert_bg");
  GdkRGBA lines = limber_palette_get (GTK_WIDGET (area), "limber_alert_fg");

  limber_cairo_set_rgba (cr, &ground, 1);
  cairo_paint (cr);
  limber_cairo_set_rgba (cr, &lines, .85);
  cairo_set_line_width (cr, 1.4);
  for (int x = -height; x < width; x += 5)
    {
      cairo_move_to (cr, x, height);
      cairo_line_to (cr, x + height, 0);
    }
  cairo_stroke (cr);
}

static void
draw_arrow (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  GdkRGBA colour = limber_palette_get (GTK_WIDGET (area), "limber_dim");
  LimberCairoPen pen = limber_cairo_pen (cr, gtk_widget_get_pango_context (GTK_WIDGET (area)));

  limber_body_pen_arrow (&pen.base, (LimberTrend) GPOINTER_TO_INT (data), width / 2., height / 2.,
                         MIN (width, height) - 3, &colour);
}

static GtkWidget *
add_sign (LimberBodyLegend *self, GtkDrawingAreaDrawFunc draw, LimberTrend trend, const char *word)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), 12);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), 12);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, GINT_TO_POINTER (trend), NULL);
  limber_palette_follow (area);
  gtk_box_append (GTK_BOX (box), area);
  gtk_box_append (GTK_BOX (box), gtk_label_new (word));
  limber_wrap_box_append (LIMBER_WRAP_BOX (self->signs), box);
  return box;
}

static void
add_step (LimberBodyLegend *self, GtkWidget *row, int index)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *heat = g_strdup_printf ("heat-%d", index + 1);

  self->steps[index] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->ranges[index] = gtk_label_new (NULL);
  gtk_widget_set_margin_start (self->ranges[index], RANGE_GAP);
  gtk_widget_set_margin_end (self->ranges[index], RANGE_GAP);
  gtk_widget_add_css_class (bar, "heat-bar");
  gtk_widget_add_css_class (bar, heat);
  gtk_box_append (GTK_BOX (self->steps[index]), bar);
  gtk_box_append (GTK_BOX (self->steps[index]), self->ranges[index]);
  gtk_box_append (GTK_BOX (row), self->steps[index]);
}

static void
limber_body_legend_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (limber_body_legend_parent_class)->dispose (object);
}

static void
limber_body_legend_class_init (LimberBodyLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_body_legend_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "bodylegend");
}

static void
limber_body_legend_init (LimberBodyLegend *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "legend");
  for (int i = 0; i < N_BINS; i++)
    add_step (self, row, i);
  self->signs = limber_wrap_box_new (10, 2);
  gtk_widget_set_hexpand (self->signs, TRUE);
  gtk_widget_set_valign (self->signs, GTK_ALIGN_CENTER);
  self->unaware = add_sign (self, draw_ring, LIMBER_TREND_NONE, _("unaware"));
  self->worse = add_sign (self, draw_arrow, LIMBER_TREND_WORSE, _("worse"));
  self->same = add_sign (self, draw_arrow, LIMBER_TREND_SAME, _("same"));
  self->better = add_sign (self, draw_arrow, LIMBER_TREND_BETTER, _("better"));
  self->avoid = add_sign (self, draw_hatch, LIMBER_TREND_NONE, _("do not work on"));
  self->key = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->key), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->key), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (top), row);
  gtk_box_append (GTK_BOX (top), self->signs);
  gtk_widget_set_parent (top, GTK_WIDGET (self));
  gtk_widget_set_parent (self->key, GTK_WIDGET (self));
  limber_body_legend_set (self, NULL, 0, FALSE, NULL);
}

GtkWidget *
limber_body_legend_new (void)
{
  return g_object_new (LIMBER_TYPE_BODY_LEGEND, NULL);
}

static void
show_ranges (LimberBodyLegend *self, int most)
{
  for (int i = 0; i < N_BINS; i++)
    {
      int low, high;
      gboolean any = limber_body_legend_range (i + 1, most, &low, &high);
      g_autofree char *range = low == high ? g_strdup_printf (LIMBER_LRM "%d", low)
                                           : g_strdup_printf (LIMBER_LRM "%d–%d", low, high);

      gtk_widget_set_visible (self->steps[i], any);
      gtk_label_set_label (GTK_LABEL (self->ranges[i]), range);
    }
}

/** limber_body_legend_set: shows the key to @marks; the arguments are not kept. */
void
limber_body_legend_set (LimberBodyLegend *self,
                        const LimberBodyMark *marks,
                        gsize n_marks,
                        gboolean forbidden,
                        const LimberBodyWords *words)
{
  g_autofree char *key = limber_body_legend_key (marks, n_marks, words);
  gboolean trends[LIMBER_TREND_WORSE + 1] = { FALSE }, unaware = FALSE;
  int most = 0;

  for (gsize i = 0; i < n_marks; i++)
    {
      trends[marks[i].trend] = TRUE;
      unaware |= marks[i].unaware;
      most = MAX (most, marks[i].most);
    }
  show_ranges (self, most);
  gtk_widget_set_visible (self->unaware, unaware);
  gtk_widget_set_visible (self->worse, trends[LIMBER_TREND_WORSE]);
  gtk_widget_set_visible (self->same, trends[LIMBER_TREND_SAME]);
  gtk_widget_set_visible (self->better, trends[LIMBER_TREND_BETTER]);
  gtk_widget_set_visible (self->avoid, forbidden);
  gtk_label_set_label (GTK_LABEL (self->key), most > 0 ? _("number = how often found") : key);
  gtk_widget_set_tooltip_text (self->key, *key ? key : NULL);
}

/** limber_body_legend_set_brief: leaves out what the letters mean, where room is short; hovering an area tells it. */
void
limber_body_legend_set_brief (LimberBodyLegend *self, gboolean brief)
{
  gtk_widget_set_visible (self->key, !brief);
}
