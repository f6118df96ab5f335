/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/time-grid/time-ink.h"

#include <adwaita.h>

#include "widgets/draw-text.h"
#include "widgets/palette.h"
#include "widgets/time-grid/time-values.h"

/** limber_ink_faded: Returns: @colour with its opacity multiplied by @alpha. */
GdkRGBA
limber_ink_faded (const GdkRGBA *colour, double alpha)
{
  GdkRGBA faded = *colour;

  faded.alpha *= (float) alpha;
  return faded;
}

/** limber_ink_block: Returns: the colour with that number, of a therapist or a status; the accent for a negative one. */
GdkRGBA
limber_ink_block (GtkWidget *widget, int color)
{
  g_autofree char *name = color >= LIMBER_TIME_COLOR_STATUS
                              ? g_strdup_printf ("limber_status_%d", (color - LIMBER_TIME_COLOR_STATUS) % 4 + 1)
                              : g_strdup_printf ("limber_therapist_%d", color % 3 + 1);

  return limber_palette_get (widget, color < 0 ? "accent_color" : name);
}

gboolean
limber_ink_is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

gboolean
limber_ink_is_high_contrast (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

void
limber_ink_fill (GtkSnapshot *snapshot, const graphene_rect_t *area, double radius, const GdkRGBA *colour)
{
  GskRoundedRect round;

  if (radius <= 0)
    {
      gtk_snapshot_append_color (snapshot, colour, area);
      return;
    }
  gsk_rounded_rect_init_from_rect (&round, area, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, colour, area);
  gtk_snapshot_pop (snapshot);
}

void
limber_ink_border (GtkSnapshot *snapshot, const graphene_rect_t *area, double radius, double width, const GdkRGBA *colour)
{
  const float widths[4] = { (float) width, (float) width, (float) width, (float) width };
  const GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, area, (float) radius);
  gtk_snapshot_append_border (snapshot, &round, widths, colours);
}

/** limber_ink_trace: makes the outline of @area the path of @cr. */
void
limber_ink_trace (cairo_t *cr, const graphene_rect_t *area, double radius)
{
  double x = area->origin.x, y = area->origin.y, w = area->size.width, h = area->size.height;

  radius = MIN (radius, MIN (w, h) / 2);
  if (radius <= 0)
    {
      cairo_rectangle (cr, x, y, w, h);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + w - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + w - radius, y + h - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + h - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/** limber_ink_mix: Returns: what @ink looks like on the opaque @ground. */
GdkRGBA
limber_ink_mix (const GdkRGBA *ground, const GdkRGBA *ink)
{
  float a = ink->alpha;

  return (GdkRGBA) { ground->red * (1 - a) + ink->red * a, ground->green * (1 - a) + ink->green * a,
                     ground->blue * (1 - a) + ink->blue * a, 1 };
}

/* Lines stroked one by one would cost more than everything else in a week: a tile is filled instead. */
static cairo_pattern_t *
hatch_pattern (int step, const GdkRGBA *colour)
{
  cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, step, step);
  cairo_t *cr = cairo_create (tile);
  cairo_pattern_t *pattern;

  for (int x = -step; x <= step; x += step)
    {
      cairo_move_to (cr, x, step);
      cairo_line_to (cr, x + step, 0);
    }
  limber_cairo_set_rgba (cr, colour, 1);
  cairo_set_line_width (cr, 1);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  cairo_stroke (cr);
  cairo_destroy (cr);
  pattern = cairo_pattern_create_for_surface (tile);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_surface_destroy (tile);
  return pattern;
}

/** limber_ink_hatch: slanted lines @step pixels apart over a @ground that may be transparent, cut to @area. */
void
limber_ink_hatch (cairo_t *cr, const graphene_rect_t *area, double radius, int step, const GdkRGBA *ground,
                  const GdkRGBA *colour)
{
  cairo_pattern_t *pattern;

  if (area->size.width <= 0 || area->size.height <= 0)
    return;
  limber_ink_trace (cr, area, radius);
  limber_cairo_set_rgba (cr, ground, 1);
  cairo_fill_preserve (cr);
  pattern = hatch_pattern (step, colour);
  cairo_set_source (cr, pattern);
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

/** limber_ink_icon: draws the symbolic icon @name in one colour. */
void
limber_ink_icon (GtkWidget *widget, GtkSnapshot *snapshot, const char *name, double x, double y, double size,
                 const GdkRGBA *colour)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  const GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };
  g_autoptr (GtkIconPaintable) icon = NULL;

  icon = gtk_icon_theme_lookup_icon (theme, name, NULL, (int) (size + .5), gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget), 0);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), GDK_SNAPSHOT (snapshot), size, size, colours, 4);
  gtk_snapshot_restore (snapshot);
}

/** limber_ink_layout: Returns: (transfer full): one line of text, @size pixels high at 100 % text. */
PangoLayout *
limber_ink_layout (GtkWidget *widget, const char *text, double size, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, size * limber_text_zoom (widget) * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, FALSE);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_font_description_free (font);
  return layout;
}

/** limber_ink_text: draws @layout with its upper left corner at @x, @y, shortened to @width. */
void
limber_ink_text (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, double width, const GdkRGBA *colour)
{
  int pixels = (int) width;

  if (pixels <= 0)
    return;
  if (pango_layout_get_width (layout) != pixels * PANGO_SCALE)
    pango_layout_set_width (layout, pixels * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}
