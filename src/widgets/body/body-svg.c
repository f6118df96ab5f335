/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pen that writes SVG: shapes keep the ids of the artwork, with the view in front of them, and letters stay text. */
#include "widgets/body/body-svg.h"

#define HATCH "limber-avoid"

static void
append_number (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.2f", number));
}

static void
append_attribute (GString *out, const char *name, double number)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, number);
  g_string_append_c (out, '"');
}

static void
append_colour (GString *out, const char *name, const GdkRGBA *colour, double alpha)
{
  g_string_append_printf (out, " %s=\"#%02x%02x%02x\"", name, (int) (colour->red * 255 + .5),
                          (int) (colour->green * 255 + .5), (int) (colour->blue * 255 + .5));
  if (colour->alpha * alpha < 1)
    {
      g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);

      append_attribute (out, opacity, colour->alpha * alpha);
    }
}

static void
append_paint (GString *out, const LimberBodyPaint *paint, double scale)
{
  if (paint->fill)
    append_colour (out, "fill", paint->fill, paint->alpha);
  else
    g_string_append (out, " fill=\"none\"");
  if (!paint->stroke || paint->width <= 0)
    return;
  append_colour (out, "stroke", paint->stroke, 1);
  append_attribute (out, "stroke-width", paint->width / scale);
  g_string_append (out, " stroke-linejoin=\"round\" stroke-linecap=\"round\"");
  if (paint->dashed)
    g_string_append (out, " stroke-dasharray=\"3 2\"");
}

/* The id of a shape stands once, on what is drawn first of it. */
static void
append_id (LimberSvgPen *pen, const LimberBodyShape *shape)
{
  const char *area = limber_area_id (limber_body_shape_get_area (shape));
  LimberSide side = limber_body_shape_get_side (shape);
  gboolean sided = side == LIMBER_SIDE_LEFT || side == LIMBER_SIDE_RIGHT;
  g_autofree char *id = g_strdup_printf ("%s-%s%s%s", pen->base.group, area ? area : "silhouette",
                                         area && sided ? "-" : "", area && sided ? limber_side_id (side) : "");

  if (!g_hash_table_contains (pen->ids, id))
    {
      g_string_append_printf (pen->out, " id=\"%s\"", id);
      g_hash_table_add (pen->ids, g_steal_pointer (&id));
    }
}

static void
begin_shape (LimberSvgPen *pen, const LimberBodyShape *shape)
{
  g_autofree char *path = limber_body_shape_to_path (shape);

  g_string_append (pen->out, "<path");
  append_id (pen, shape);
  g_string_append_printf (pen->out, " d=\"%s\" transform=\"translate(", path);
  append_number (pen->out, pen->base.x);
  g_string_append_c (pen->out, ' ');
  append_number (pen->out, pen->base.y);
  g_string_append (pen->out, ") scale(");
  append_number (pen->out, pen->base.scale);
  g_string_append (pen->out, ")\"");
}

static void
svg_shape (LimberBodyPen *pen, const LimberBodyShape *shape, const LimberBodyPaint *paint)
{
  LimberSvgPen *self = (LimberSvgPen *) pen;

  begin_shape (self, shape);
  append_paint (self->out, paint, pen->scale);
  g_string_append (self->out, "/>\n");
}

static void
svg_hatch (LimberBodyPen *pen, const LimberBodyShape *shape, const GdkRGBA *ground, const GdkRGBA *lines)
{
  LimberSvgPen *self = (LimberSvgPen *) pen;

  begin_shape (self, shape);
  g_string_append (self->out, " fill=\"url(#" HATCH ")\"/>\n");
}

static void
svg_pill (LimberBodyPen *pen, double x, double y, double width, double height, const LimberBodyPaint *paint)
{
  GString *out = ((LimberSvgPen *) pen)->out;

  g_string_append (out, "<rect");
  append_attribute (out, "x", x - width / 2);
  append_attribute (out, "y", y - height / 2);
  append_attribute (out, "width", width);
  append_attribute (out, "height", height);
  append_attribute (out, "rx", MIN (width, height) / 2);
  append_paint (out, paint, 1);
  g_string_append (out, "/>\n");
}

static void
svg_line (LimberBodyPen *pen, const double *xy, gsize n_points, const LimberBodyPaint *paint)
{
  GString *out = ((LimberSvgPen *) pen)->out;

  g_string_append (out, "<polyline points=\"");
  for (gsize i = 0; i < 2 * n_points; i++)
    {
      append_number (out, xy[i]);
      g_string_append_c (out, ' ');
    }
  g_string_append_c (out, '"');
  append_paint (out, paint, 1);
  g_string_append (out, "/>\n");
}

static void
svg_text (LimberBodyPen *pen, const LimberBodyText *text, double x, double y, double xalign, const GdkRGBA *colour)
{
  GString *out = ((LimberSvgPen *) pen)->out;
  g_autofree char *bold = g_markup_escape_text (text->bold ? text->bold : "", -1);
  g_autofree char *plain = g_markup_escape_text (text->plain ? text->plain : "", -1);

  g_string_append (out, "<text");
  append_attribute (out, "x", x);
  append_attribute (out, "y", y + .36 * text->size);
  append_attribute (out, "font-size", text->size);
  g_string_append_printf (out, " text-anchor=\"%s\"", xalign < .25 ? "start" : xalign > .75 ? "end" : "middle");
  append_colour (out, "fill", colour, 1);
  g_string_append_printf (out, "><tspan font-weight=\"bold\">%s</tspan>%s</text>\n", bold, plain);
}

/** limber_svg_pen_begin: starts a picture of that size in pixels; limber_svg_pen_end() ends it. */
LimberSvgPen
limber_svg_pen_begin (PangoContext *pango, const LimberBodyInk *ink, double width, double height)
{
  static const LimberBodyPenClass class = { svg_shape, svg_hatch, svg_pill, svg_line, svg_text };
  LimberSvgPen pen = { { &class, pango, 0, 0, 1, "body" }, g_string_new (NULL), NULL };

  pen.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_string_append (pen.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");
  append_attribute (pen.out, "width", width);
  append_attribute (pen.out, "height", height);
  g_string_append (pen.out, " viewBox=\"0 0 ");
  append_number (pen.out, width);
  g_string_append_c (pen.out, ' ');
  append_number (pen.out, height);
  g_string_append (pen.out, "\" font-family=\"Cantarell, sans-serif\">\n<defs><pattern id=\"" HATCH "\" width=\"5\""
                            " height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                            "<rect width=\"5\" height=\"5\"");
  append_colour (pen.out, "fill", &ink->alert_bg, 1);
  g_string_append (pen.out, "/><path d=\"M0 0V5\" stroke-width=\"3\"");
  append_colour (pen.out, "stroke", &ink->alert_fg, 1);
  g_string_append (pen.out, "/></pattern></defs>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
  return pen;
}

/** limber_svg_pen_end: Returns: (transfer full): the document; the pen is used up. */
GBytes *
limber_svg_pen_end (LimberSvgPen *pen)
{
  g_string_append (pen->out, "</svg>\n");
  g_clear_pointer (&pen->ids, g_hash_table_unref);
  return g_string_free_to_bytes (g_steal_pointer (&pen->out));
}
