/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/body/body-pen.h"

#include "widgets/palette.h"

#define HATCH_STEP 5.
#define HATCH_LINE 1.4

static const double dashes[] = { 3, 2 };

static cairo_t *
begin (LimberBodyPen *pen)
{
  cairo_t *cr = ((LimberCairoPen *) pen)->cr;

  cairo_save (cr);
  cairo_new_path (cr);
  return cr;
}

static void
paint_path (cairo_t *cr, const LimberBodyPaint *paint, double scale)
{
  if (paint->fill)
    {
      limber_cairo_set_rgba (cr, paint->fill, paint->alpha);
      cairo_fill_preserve (cr);
    }
  if (paint->stroke && paint->width > 0)
    {
      limber_cairo_set_rgba (cr, paint->stroke, 1);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_line_width (cr, paint->width / scale);
      if (paint->dashed)
        cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
to_units (cairo_t *cr, LimberBodyPen *pen)
{
  cairo_translate (cr, pen->x, pen->y);
  cairo_scale (cr, pen->scale, pen->scale);
}

static void
cairo_pen_shape (LimberBodyPen *pen, const LimberBodyShape *shape, const LimberBodyPaint *paint)
{
  cairo_t *cr = begin (pen);

  to_units (cr, pen);
  limber_body_shape_append (shape, cr);
  paint_path (cr, paint, pen->scale);
  cairo_restore (cr);
}

static void
cairo_pen_hatch (LimberBodyPen *pen, const LimberBodyShape *shape, const GdkRGBA *ground, const GdkRGBA *lines)
{
  LimberBodyBox box = limber_body_shape_get_bounds (shape);
  double step = HATCH_STEP / pen->scale;
  cairo_t *cr = begin (pen);

  to_units (cr, pen);
  limber_body_shape_append (shape, cr);
  cairo_clip (cr);
  limber_cairo_set_rgba (cr, ground, 1);
  cairo_paint (cr);
  limber_cairo_set_rgba (cr, lines, .85);
  cairo_set_line_width (cr, HATCH_LINE / pen->scale);
  for (double offset = -box.height; offset < box.width; offset += step)
    {
      cairo_move_to (cr, box.x + offset, box.y + box.height);
      cairo_line_to (cr, box.x + offset + box.height, box.y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
cairo_pen_pill (LimberBodyPen *pen, double x, double y, double width, double height, const LimberBodyPaint *paint)
{
  double radius = height / 2, half = MAX (0, width / 2 - radius);
  cairo_t *cr = begin (pen);

  cairo_arc (cr, x + half, y, radius, -G_PI / 2, G_PI / 2);
  cairo_arc (cr, x - half, y, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (cr);
  paint_path (cr, paint, 1);
  cairo_restore (cr);
}

static void
cairo_pen_line (LimberBodyPen *pen, const double *xy, gsize n_points, const LimberBodyPaint *paint)
{
  cairo_t *cr = begin (pen);

  for (gsize i = 0; i < n_points; i++)
    cairo_line_to (cr, xy[2 * i], xy[2 * i + 1]);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  paint_path (cr, paint, 1);
  cairo_restore (cr);
}

static void
cairo_pen_text (LimberBodyPen *pen,
                const LimberBodyText *text,
                double x,
                double y,
                double xalign,
                const GdkRGBA *colour)
{
  g_autoptr (PangoLayout) layout = limber_body_text_layout (pen, text);
  cairo_t *cr = begin (pen);
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  limber_cairo_set_rgba (cr, colour, 1);
  cairo_move_to (cr, x - xalign * width / PANGO_SCALE, y - height / 2. / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

/** limber_cairo_pen: a pen for @cr; both must outlive it. */
LimberCairoPen
limber_cairo_pen (cairo_t *cr, PangoContext *pango)
{
  static const LimberBodyPenClass class = { cairo_pen_shape, cairo_pen_hatch, cairo_pen_pill, cairo_pen_line,
                                            cairo_pen_text };

  return (LimberCairoPen) { { &class, pango, 0, 0, 1, NULL }, cr };
}

/** limber_body_text_layout: Returns: (transfer full): the text as the person wants it, larger text included. */
PangoLayout *
limber_body_text_layout (LimberBodyPen *pen, const LimberBodyText *text)
{
  PangoLayout *layout = pango_layout_new (pen->pango);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (pen->pango));
  double zoom = pango_cairo_context_get_resolution (pen->pango) / 96;
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>%s", text->bold ? text->bold : "",
                                                     text->plain ? text->plain : "");

  pango_font_description_set_absolute_size (font, text->size * PANGO_SCALE * (zoom > 0 ? zoom : 1));
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_markup (layout, markup, -1);
  return layout;
}

/** limber_body_text_measure: @width and @height in pixels. */
void
limber_body_text_measure (LimberBodyPen *pen, const LimberBodyText *text, double *width, double *height)
{
  g_autoptr (PangoLayout) layout = limber_body_text_layout (pen, text);
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  *width = (double) w / PANGO_SCALE;
  *height = (double) h / PANGO_SCALE;
}

/** limber_body_pen_arrow: up is worse, down is better, a level line is the same; centred on @x, @y. */
void
limber_body_pen_arrow (LimberBodyPen *pen,
                       LimberTrend trend,
                       double x,
                       double y,
                       double size,
                       const GdkRGBA *colour)
{
  LimberBodyPaint paint = { .stroke = colour, .width = MAX (1.2, size / 6) };
  double up = trend == LIMBER_TREND_WORSE ? -1 : 1;
  double half = size / 2, wing = size * .3;
  double stem[] = { x, y - up * half, x, y + up * half };
  double head[] = { x - wing, y + up * (half - wing), x, y + up * half, x + wing, y + up * (half - wing) };
  double upper[] = { x - wing, y - size * .15, x + wing, y - size * .15 };
  double lower[] = { x - wing, y + size * .15, x + wing, y + size * .15 };

  if (trend == LIMBER_TREND_SAME)
    {
      pen->class->line (pen, upper, 2, &paint);
      pen->class->line (pen, lower, 2, &paint);
    }
  else if (trend != LIMBER_TREND_NONE)
    {
      pen->class->line (pen, stem, 2, &paint);
      pen->class->line (pen, head, 3, &paint);
    }
}
