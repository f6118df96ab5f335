/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: a sheet of fixed width in the colours of paper: title, both views, the key, and each mark in words, so
 * that it can be read in black and white. What stands on the bodies is drawn by body-scene, as on the screen; the
 * sheet is drawn by any pen, on the main thread. */
#include "widgets/body/body-picture.h"

#include <glib/gi18n-lib.h>

#include "widgets/body/body-legend.h"
#include "widgets/body/body-names.h"
#include "widgets/body/body-scene.h"
#include "widgets/body/body-svg.h"

#define WIDTH 800.
#define MARGIN 32.
#define GAP 24.
#define VIEWS_TOP 112.
#define COLUMN ((WIDTH - 2 * MARGIN - GAP) / 2)
#define KEY_HEIGHT 62.
#define LINE 21.
#define PNG_SCALE 2
#define N_BINS 5

struct _LimberBodyPicture
{
  gatomicrefcount references;
  char *title;
  char *subtitle;
  LimberBodyFigure *figures[2];
  GArray *marks;
  GArray *forbidden;
  const LimberBodyWords *words;
};

static const LimberView views[] = { LIMBER_VIEW_FRONT, LIMBER_VIEW_BACK };

static const LimberBodyMark *
mark_at (LimberBodyPicture *picture, guint index)
{
  return &g_array_index (picture->marks, LimberBodyMark, index);
}

static LimberBodyScene
scene_of (LimberBodyPicture *picture, int index)
{
  return (LimberBodyScene) {
    .view = views[index],
    .figure = picture->figures[index],
    .marks = (const LimberBodyMark *) (gpointer) picture->marks->data,
    .n_marks = picture->marks->len,
    .forbidden = (const LimberBodySpot *) (gpointer) picture->forbidden->data,
    .n_forbidden = picture->forbidden->len,
  };
}

static double
views_height (void)
{
  return LIMBER_BODY_FRAME.height * COLUMN / LIMBER_BODY_FRAME.width;
}

/* Drawing */

static void
draw_line (LimberBodyPen *pen,
           const char *bold,
           const char *plain,
           double size,
           double x,
           double y,
           double xalign,
           const GdkRGBA *colour)
{
  LimberBodyText text = { bold, plain, size };

  pen->class->text (pen, &text, x, y, xalign, colour);
}

static void
draw_view (LimberBodyPicture *picture, LimberBodyPen *pen, const LimberBodyInk *ink, int index)
{
  LimberBodyBox frame = LIMBER_BODY_FRAME;
  LimberBodyScene scene = scene_of (picture, index);
  double left = MARGIN + index * (COLUMN + GAP);

  draw_line (pen, index == 0 ? _("Front") : _("Back"), NULL, 13, left + COLUMN / 2, VIEWS_TOP - 14, .5, &ink->dim);
  pen->group = index == 0 ? "front" : "back";
  pen->scale = COLUMN / frame.width;
  pen->x = left - frame.x * pen->scale;
  pen->y = VIEWS_TOP - frame.y * pen->scale;
  limber_body_scene_draw_ground (&scene, pen, ink);
  limber_body_scene_draw_pills (&scene, pen, ink);
}

static void
draw_bins (LimberBodyPicture *picture, LimberBodyPen *pen, const LimberBodyInk *ink, double y)
{
  double x = MARGIN;
  int most = picture->marks->len > 0 ? mark_at (picture, 0)->most : 0;

  for (int bin = 1; bin <= N_BINS; bin++)
    {
      LimberBodyPaint paint = { &ink->heat[bin], 1, &ink->outline, .5, FALSE };
      g_autofree char *range = NULL;
      int low, high;

      if (!limber_body_legend_range (bin, most, &low, &high))
        continue;
      range = low == high ? g_strdup_printf ("%d", low) : g_strdup_printf ("%d–%d", low, high);
      pen->class->pill (pen, x + 24, y, 44, 10, &paint);
      draw_line (pen, NULL, range, 11, x + 24, y + 16, .5, &ink->dim);
      x += 50;
    }
}

static void
draw_signs (LimberBodyPen *pen, const LimberBodyInk *ink, double y)
{
  LimberBodyPaint ring = { &ink->pill, 1, &ink->unaware, 2, FALSE };
  const struct { LimberTrend trend; const char *word; } signs[] = {
    { LIMBER_TREND_NONE, _("unaware") }, { LIMBER_TREND_WORSE, _("worse") },
    { LIMBER_TREND_SAME, _("same") }, { LIMBER_TREND_BETTER, _("better") },
  };
  double x = MARGIN + 6 * 50;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      LimberBodyText text = { NULL, signs[i].word, 12 };
      double width, height;

      limber_body_text_measure (pen, &text, &width, &height);
      if (signs[i].trend == LIMBER_TREND_NONE)
        pen->class->pill (pen, x, y, 14, 14, &ring);
      else
        limber_body_pen_arrow (pen, signs[i].trend, x, y, 12, &ink->text);
      pen->class->text (pen, &text, x + 12, y, 0, &ink->dim);
      x += width + 40;
    }
}

static void
draw_key (LimberBodyPicture *picture, LimberBodyPen *pen, const LimberBodyInk *ink, double y)
{
  gboolean counts = picture->marks->len > 0 && mark_at (picture, 0)->count > 0;

  draw_bins (picture, pen, ink, y);
  if (counts)
    draw_line (pen, NULL, _("number = how often found"), 12, MARGIN + 6 * 50, y, 0, &ink->dim);
  else
    draw_signs (pen, ink, y);
}

static double
draw_words (LimberBodyPicture *picture, LimberBodyPen *pen, const LimberBodyInk *ink, double y)
{
  for (guint i = 0; i < picture->marks->len; i++, y += LINE)
    {
      const LimberBodyMark *mark = mark_at (picture, i);
      g_autofree char *area = limber_body_words_area (picture->words, mark->area, mark->side);
      g_autofree char *name = limber_body_name_mark (mark, picture->words);
      g_autofree char *letter = mark->count > 0     ? g_strdup_printf ("%d×", mark->count)
                                : mark->severity < 0 ? g_strdup (limber_finding_type_letter (mark->type))
                                                     : g_strdup_printf ("%s %d", limber_finding_type_letter (mark->type),
                                                                        mark->severity);
      g_autofree char *words = g_strdup_printf ("%s: %s", area, name);

      draw_line (pen, letter, NULL, 13, MARGIN, y, 0, &ink->text);
      draw_line (pen, NULL, words, 13, MARGIN + 50, y, 0, &ink->text);
    }
  for (guint i = 0; i < picture->forbidden->len; i++, y += LINE)
    {
      const LimberBodySpot *spot = &g_array_index (picture->forbidden, LimberBodySpot, i);
      g_autofree char *area = limber_body_words_area (picture->words, spot->area, spot->side);
      g_autofree char *words = g_strdup_printf ("%s: %s", area, _("not to be worked on"));

      draw_line (pen, "///", NULL, 13, MARGIN, y, 0, &ink->alert_fg);
      draw_line (pen, NULL, words, 13, MARGIN + 50, y, 0, &ink->text);
    }
  return y;
}

static void
draw_sheet (LimberBodyPicture *picture, LimberBodyPen *pen, const LimberBodyInk *ink)
{
  double y = VIEWS_TOP + views_height () + 28;

  draw_line (pen, picture->title, NULL, 21, MARGIN, 42, 0, &ink->text);
  draw_line (pen, NULL, picture->subtitle, 14, MARGIN, 70, 0, &ink->dim);
  for (int i = 0; i < 2; i++)
    draw_view (picture, pen, ink, i);
  draw_key (picture, pen, ink, y);
  draw_words (picture, pen, ink, y + KEY_HEIGHT - 14);
}

/* With fonts of its own: paper knows nothing of the screen's. */
static PangoContext *
paper_context (void)
{
  g_autoptr (PangoFontMap) fonts = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (fonts);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, Sans 10");

  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  return context;
}

/**
 * limber_body_picture_new:
 * @title: (nullable): @subtitle: (nullable): whose body, and when
 *
 * Returns: (transfer full) (nullable): what @map shows now; %NULL when the artwork cannot be read
 */
LimberBodyPicture *
limber_body_picture_new (LimberBodyMap *map, const char *title, const char *subtitle)
{
  g_autoptr (LimberBodyPicture) picture = g_new0 (LimberBodyPicture, 1);
  g_autoptr (GError) error = NULL;

  g_atomic_ref_count_init (&picture->references);
  picture->title = g_strdup (title ? title : "");
  picture->subtitle = g_strdup (subtitle ? subtitle : "");
  picture->marks = limber_body_map_copy_marks (map);
  picture->forbidden = limber_body_map_copy_forbidden (map);
  picture->words = limber_body_map_get_words (map);
  for (int i = 0; i < 2; i++)
    {
      picture->figures[i] = limber_body_figure_new (views[i], &error);
      if (!picture->figures[i])
        {
          g_warning ("No body: %s", error->message);
          return NULL;
        }
    }
  return g_steal_pointer (&picture);
}

LimberBodyPicture *
limber_body_picture_ref (LimberBodyPicture *picture)
{
  g_atomic_ref_count_inc (&picture->references);
  return picture;
}

void
limber_body_picture_unref (LimberBodyPicture *picture)
{
  if (!g_atomic_ref_count_dec (&picture->references))
    return;
  for (int i = 0; i < 2; i++)
    g_clear_pointer (&picture->figures[i], limber_body_figure_unref);
  g_array_unref (picture->marks);
  g_array_unref (picture->forbidden);
  g_free (picture->title);
  g_free (picture->subtitle);
  g_free (picture);
}

/** limber_body_picture_get_size: in pixels at 96 dpi; as tall as its words need. */
void
limber_body_picture_get_size (LimberBodyPicture *picture, double *width, double *height)
{
  guint lines = picture->marks->len + picture->forbidden->len;

  *width = WIDTH;
  *height = VIEWS_TOP + views_height () + 28 + KEY_HEIGHT + lines * LINE + MARGIN / 2;
}

/** limber_body_picture_draw: draws the sheet, one unit a pixel. */
void
limber_body_picture_draw (LimberBodyPicture *picture, cairo_t *cr)
{
  PangoContext *context = paper_context ();
  LimberBodyInk ink = limber_body_ink_paper ();
  LimberCairoPen pen = limber_cairo_pen (cr, context);

  draw_sheet (picture, &pen.base, &ink);
  g_object_unref (context);
}

static cairo_status_t
append_bytes (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/** limber_body_picture_to_png: Returns: (transfer full): on white, at twice the size, for sharp print. */
GBytes *
limber_body_picture_to_png (LimberBodyPicture *picture, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  double width, height;

  limber_body_picture_get_size (picture, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * PNG_SCALE, height * PNG_SCALE);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, PNG_SCALE, PNG_SCALE);
  limber_body_picture_draw (picture, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/** limber_body_picture_to_svg: Returns: (transfer full): with the artwork's ids, and letters as text. */
GBytes *
limber_body_picture_to_svg (LimberBodyPicture *picture)
{
  PangoContext *context = paper_context ();
  LimberBodyInk ink = limber_body_ink_paper ();
  LimberSvgPen pen;
  double width, height;

  limber_body_picture_get_size (picture, &width, &height);
  pen = limber_svg_pen_begin (context, &ink, width, height);
  draw_sheet (picture, &pen.base, &ink);
  g_object_unref (context);
  return limber_svg_pen_end (&pen);
}
