/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/body-draw.h"

#include <adwaita.h>

#include "widgets/palette.h"

#define GROOVE 1.6      /* closes the grooves of an area, in units */
#define HALO_CARD 2.5   /* pixels */
#define HALO_ACCENT 2.5
#define PILL_TEXT 12.
#define PILL_GAP 3.
#define RING 2.

static void
begin (LimberBodyBrush *brush)
{
  cairo_save (brush->cr);
  cairo_translate (brush->cr, brush->x, brush->y);
  cairo_scale (brush->cr, brush->scale, brush->scale);
  cairo_new_path (brush->cr);
}

static void
trace (LimberBodyBrush *brush, const LimberBodyShape *shape)
{
  cairo_new_path (brush->cr);
  limber_body_shape_append (shape, brush->cr);
}

static void
set_colour (LimberBodyBrush *brush, const char *name, double alpha)
{
  GdkRGBA colour = limber_palette_get (brush->widget, name);

  limber_cairo_set_rgba (brush->cr, &colour, alpha);
}

static double
outline_width (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? 2.2 : 1.;
}

/** limber_body_draw_silhouette: the body's ground, which shows in the grooves as its outline. */
void
limber_body_draw_silhouette (LimberBodyBrush *brush, LimberBodyFigure *figure)
{
  begin (brush);
  trace (brush, limber_body_figure_get_silhouette (figure));
  set_colour (brush, "limber_heat_outline", 1);
  cairo_fill_preserve (brush->cr);
  cairo_set_line_width (brush->cr, outline_width ());
  cairo_stroke (brush->cr);
  cairo_restore (brush->cr);
}

static void
hatch (LimberBodyBrush *brush, const LimberBodyShape *shape)
{
  LimberBodyBox box = limber_body_shape_get_bounds (shape);
  double step = 5 / brush->scale;

  cairo_save (brush->cr);
  trace (brush, shape);
  cairo_clip (brush->cr);
  set_colour (brush, "limber_alert_bg", 1);
  cairo_paint (brush->cr);
  set_colour (brush, "limber_alert_fg", .85);
  cairo_set_line_width (brush->cr, 1.4 / brush->scale);
  for (double offset = -box.height; offset < box.width; offset += step)
    {
      cairo_move_to (brush->cr, box.x + offset, box.y + box.height);
      cairo_line_to (brush->cr, box.x + offset + box.height, box.y);
    }
  cairo_stroke (brush->cr);
  cairo_restore (brush->cr);
}

/** limber_body_draw_shape: one area in the heat of @mark (its worst), paler while that is being saved. */
void
limber_body_draw_shape (LimberBodyBrush *brush,
                        const LimberBodyShape *shape,
                        const LimberBodyMark *mark,
                        gboolean forbidden)
{
  GdkRGBA cold = limber_palette_heat (brush->widget, 0);
  GdkRGBA heat = limber_palette_heat (brush->widget, mark ? mark->severity : 0);

  begin (brush);
  trace (brush, shape);
  limber_cairo_set_rgba (brush->cr, &cold, 1);
  cairo_fill_preserve (brush->cr);
  limber_cairo_set_rgba (brush->cr, &heat, mark && mark->pending ? .45 : 1);
  cairo_fill (brush->cr);
  if (forbidden)
    hatch (brush, shape);
  cairo_restore (brush->cr);
}

/** limber_body_draw_halo: around the chosen area: a seam in the card's colour outside, the accent inside it. */
void
limber_body_draw_halo (LimberBodyBrush *brush, const LimberBodyShape *shape, gboolean thin)
{
  double accent = GROOVE + 2 * HALO_ACCENT / brush->scale * (thin ? .7 : 1);

  begin (brush);
  trace (brush, shape);
  cairo_set_line_join (brush->cr, CAIRO_LINE_JOIN_ROUND);
  set_colour (brush, "limber_pill_bg", 1);
  cairo_set_line_width (brush->cr, accent + 2 * HALO_CARD / brush->scale);
  cairo_stroke_preserve (brush->cr);
  set_colour (brush, "accent_color", 1);
  cairo_set_line_width (brush->cr, accent);
  cairo_stroke_preserve (brush->cr);
  set_colour (brush, "limber_heat_outline", 1);
  cairo_set_line_width (brush->cr, GROOVE);
  cairo_stroke_preserve (brush->cr);
  cairo_fill (brush->cr);
  cairo_restore (brush->cr);
}

void
limber_body_draw_hover (LimberBodyBrush *brush, const LimberBodyShape *shape)
{
  begin (brush);
  trace (brush, shape);
  set_colour (brush, "accent_bg_color", .25);
  cairo_fill (brush->cr);
  cairo_restore (brush->cr);
}

static PangoLayout *
make_text (LimberBodyBrush *brush, const char *markup, double pixels)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (brush->widget, NULL);
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));
  double zoom = pango_cairo_context_get_resolution (context) / 96;

  pango_font_description_set_absolute_size (font, pixels * PANGO_SCALE * (zoom > 0 ? zoom : 1));
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_markup (layout, markup, -1);
  return layout;
}

/** limber_body_draw_letter: L or R beside the body; @x and @y in units. */
void
limber_body_draw_letter (LimberBodyBrush *brush, const char *letter, double x, double y)
{
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>", letter);
  g_autoptr (PangoLayout) layout = make_text (brush, markup, 11.5);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  set_colour (brush, "limber_dim", 1);
  cairo_move_to (brush->cr, brush->x + x * brush->scale - width / 2., brush->y + y * brush->scale - height / 2.);
  pango_cairo_show_layout (brush->cr, layout);
}

static PangoLayout *
pill_text (LimberBodyBrush *brush, const LimberBodyMark *mark)
{
  g_autofree char *markup = NULL;
  const char *letter = limber_finding_type_letter (mark->type);

  if (mark->severity >= 0)
    markup = g_markup_printf_escaped ("<b>%s</b>\342\200\212%d", letter ? letter : "", mark->severity);
  else
    markup = g_markup_printf_escaped ("<b>%s</b>", letter ? letter : "");
  return make_text (brush, markup, CLAMP (PILL_TEXT * brush->scale / .5, 11., 13.));
}

/** limber_body_pills_add: appends the pill of @mark, centred on the anchor of @shape. */
void
limber_body_pills_add (GArray *pills,
                       LimberBodyBrush *brush,
                       const LimberBodyShape *shape,
                       const LimberBodyMark *mark)
{
  g_autoptr (PangoLayout) layout = pill_text (brush, mark);
  LimberBodyPill pill = { .mark = *mark };
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  limber_body_shape_get_anchor (shape, &pill.x, &pill.y);
  pill.width = width + 12;
  pill.height = height + 3;
  pill.x = brush->x + pill.x * brush->scale;
  pill.y = brush->y + pill.y * brush->scale;
  g_array_append_val (pills, pill);
}

static gboolean
separate (LimberBodyPill *a, LimberBodyPill *b)
{
  double apart_x = (a->width + b->width) / 2 + PILL_GAP;
  double apart_y = (a->height + b->height) / 2;
  double overlap;

  if (a->mark.unaware || b->mark.unaware)
    {
      apart_x += 2 * RING;
      apart_y += 2 * RING;
    }
  if (ABS (a->y - b->y) >= apart_y)
    return FALSE;
  if (a->x > b->x)
    {
      LimberBodyPill *left = b;

      b = a;
      a = left;
    }
  overlap = apart_x - (b->x - a->x);
  if (overlap <= .5)
    return FALSE;
  a->x -= overlap / 2;
  b->x += overlap / 2;
  return TRUE;
}

/** limber_body_pills_push_apart: moves pills that touch sideways until they do not, or it is no use. */
void
limber_body_pills_push_apart (GArray *pills)
{
  gboolean moved = TRUE;

  for (int round = 0; moved && round < 40; round++)
    {
      moved = FALSE;
      for (guint i = 0; i < pills->len; i++)
        for (guint j = i + 1; j < pills->len; j++)
          moved |= separate (&g_array_index (pills, LimberBodyPill, i), &g_array_index (pills, LimberBodyPill, j));
    }
}

static void
pill_path (cairo_t *cr, const LimberBodyPill *pill, double grow)
{
  double radius = pill->height / 2 + grow;
  double half = pill->width / 2 - pill->height / 2;

  cairo_new_path (cr);
  cairo_arc (cr, pill->x + half, pill->y, radius, -G_PI / 2, G_PI / 2);
  cairo_arc (cr, pill->x - half, pill->y, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
draw_pill (LimberBodyBrush *brush, const LimberBodyPill *pill)
{
  g_autoptr (PangoLayout) layout = pill_text (brush, &pill->mark);
  const double dashes[] = { 3, 2 };
  int width, height;

  if (pill->mark.unaware)
    {
      pill_path (brush->cr, pill, 2.5 + RING / 2);
      set_colour (brush, "limber_pill_bg", 1);
      cairo_fill_preserve (brush->cr);
      set_colour (brush, "limber_unaware", 1);
      cairo_set_line_width (brush->cr, RING);
      cairo_stroke (brush->cr);
    }
  pill_path (brush->cr, pill, 0);
  set_colour (brush, "limber_pill_bg", 1);
  cairo_fill_preserve (brush->cr);
  set_colour (brush, "window_fg_color", .65);
  cairo_set_line_width (brush->cr, 1);
  cairo_set_dash (brush->cr, dashes, pill->mark.pending ? 2 : 0, 0);
  cairo_stroke (brush->cr);
  cairo_set_dash (brush->cr, NULL, 0, 0);

  pango_layout_get_pixel_size (layout, &width, &height);
  set_colour (brush, "window_fg_color", 1);
  cairo_move_to (brush->cr, pill->x - width / 2., pill->y - height / 2.);
  pango_cairo_show_layout (brush->cr, layout);
}

void
limber_body_draw_pills (LimberBodyBrush *brush, GArray *pills)
{
  for (guint i = 0; i < pills->len; i++)
    draw_pill (brush, &g_array_index (pills, LimberBodyPill, i));
}
