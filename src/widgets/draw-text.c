/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/draw-text.h"

#include "widgets/palette.h"

/** limber_text_zoom: how much larger than usual the person wants text: 1–3. */
double
limber_text_zoom (GtkWidget *widget)
{
  double resolution = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (widget));

  return resolution > 0 ? CLAMP (resolution / 96, .5, 3) : 1;
}

static PangoLayout *
make_layout (GtkWidget *widget, const char *text, const LimberTextStyle *style)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, style->size * limber_text_zoom (widget) * PANGO_SCALE);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  if (style->max_width > 0)
    {
      pango_layout_set_width (layout, style->max_width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (layout, TRUE);
    }
  return layout;
}

/**
 * limber_draw_text:
 * @x: @y: the point that the text is aligned to; @y is its vertical middle
 * @xalign: 0 puts the text right of @x, .5 on it, 1 left of it
 *
 * Leaves no path behind: what is drawn next starts afresh.
 *
 * Returns: the width in pixels
 */
double
limber_draw_text (GtkWidget *widget,
                  cairo_t *cr,
                  const char *text,
                  const LimberTextStyle *style,
                  double x,
                  double y,
                  double xalign)
{
  g_autoptr (PangoLayout) layout = make_layout (widget, text, style);
  PangoRectangle box;

  pango_layout_get_pixel_extents (layout, NULL, &box);
  limber_cairo_set_rgba (cr, &style->colour, 1);
  cairo_move_to (cr, x - box.x - box.width * xalign, y - box.height / 2.);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
  return box.width;
}

double
limber_measure_text (GtkWidget *widget, const char *text, const LimberTextStyle *style)
{
  g_autoptr (PangoLayout) layout = make_layout (widget, text, style);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/** limber_format_day: Returns: (transfer full): @date by @format of g_date_time_format(). */
char *
limber_format_day (LimberDate date, const char *format)
{
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  limber_date_to_ymd (date, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 12, 0, 0);
  return time ? g_date_time_format (time, format) : g_strdup ("");
}
