/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: what stands where in which colour, once for screen, picture and paper: the silhouette, whose ground shows
 * in the grooves, the areas in the heat of their worst mark, hatches over what must not be worked on, L and R.
 * An area in both views has its heat in its home view; the other shows an echo of it, paler and without a mark. */
#include "widgets/body/body-scene.h"

#include <glib/gi18n-lib.h>

#define GROOVE 1.6 /* closes the grooves of an area, in units */
#define HALO 2.5   /* pixels */
#define ECHO .3
#define PENDING .45
#define LETTER_Y 172.
#define LETTER_LEFT 62.
#define LETTER_RIGHT 338.
#define LETTER_SIZE 11.5

/** limber_body_shape_stands_for: whether the shape shows that area and side; both takes either. */
gboolean
limber_body_shape_stands_for (const LimberBodyShape *shape, LimberArea area, LimberSide side)
{
  LimberSide own = limber_body_shape_get_side (shape);

  return limber_body_shape_get_area (shape) == limber_area_shape (area)
         && (own == side || own == LIMBER_SIDE_MIDLINE || side == LIMBER_SIDE_BOTH);
}

gboolean
limber_body_scene_is_forbidden (const LimberBodyScene *scene, const LimberBodyShape *shape)
{
  for (gsize i = 0; i < scene->n_forbidden; i++)
    if (limber_body_shape_stands_for (shape, scene->forbidden[i].area, scene->forbidden[i].side))
      return TRUE;
  return FALSE;
}

/** limber_body_mark_bin: Returns: the bin of heat, 0–5: of the severity, or of the share of the largest count. */
int
limber_body_mark_bin (const LimberBodyMark *mark)
{
  if (mark->count > 0)
    return CLAMP ((5 * mark->count + mark->most - 1) / MAX (mark->most, 1), 1, 5);
  return mark->severity < 0 ? 0 : CLAMP (limber_severity_bin (mark->severity), 0, 5);
}

/** limber_body_mark_is_home: whether the mark stands in @view and not only its echo. */
gboolean
limber_body_mark_is_home (const LimberBodyMark *mark, LimberView view)
{
  return limber_area_home_view (mark->area) == view;
}

static const LimberBodyMark *
worst_mark (const LimberBodyScene *scene, const LimberBodyShape *shape)
{
  const LimberBodyMark *worst = NULL;

  for (gsize i = 0; i < scene->n_marks; i++)
    {
      const LimberBodyMark *mark = &scene->marks[i];

      if (limber_body_shape_stands_for (shape, mark->area, mark->side)
          && (!worst || mark->severity > worst->severity || mark->count > worst->count))
        worst = mark;
    }
  return worst;
}

/* On a small figure lines of full width would leave no room for the heat between them. */
static double
line_width (const LimberBodyPen *pen, const LimberBodyInk *ink)
{
  return ink->line * MIN (1, 2 * pen->scale);
}

static double
mark_alpha (const LimberBodyScene *scene, const LimberBodyMark *mark)
{
  return !limber_body_mark_is_home (mark, scene->view) ? ECHO : mark->pending ? PENDING : 1;
}

/** limber_body_scene_draw_shape: one area in the heat of its worst mark. */
void
limber_body_scene_draw_shape (const LimberBodyScene *scene,
                              LimberBodyPen *pen,
                              const LimberBodyInk *ink,
                              const LimberBodyShape *shape)
{
  const LimberBodyMark *mark = worst_mark (scene, shape);
  double alpha = mark ? mark_alpha (scene, mark) : 1;
  const GdkRGBA *cold = &ink->heat[0], *heat = &ink->heat[mark ? limber_body_mark_bin (mark) : 0];
  GdkRGBA mixed = { cold->red + (heat->red - cold->red) * alpha, cold->green + (heat->green - cold->green) * alpha,
                    cold->blue + (heat->blue - cold->blue) * alpha, 1 };
  LimberBodyPaint paint = { .fill = &mixed, .alpha = 1, .stroke = &ink->outline, .width = line_width (pen, ink) };
  LimberBodyPaint edge = { .stroke = &ink->outline, .width = line_width (pen, ink) };

  pen->class->shape (pen, shape, &paint);
  if (!limber_body_scene_is_forbidden (scene, shape))
    return;
  pen->class->hatch (pen, shape, &ink->alert_bg, &ink->alert_fg);
  if (ink->line > 0)
    pen->class->shape (pen, shape, &edge);
}

static void
draw_letter (LimberBodyPen *pen, const LimberBodyInk *ink, const char *letter, double x)
{
  LimberBodyText text = { .bold = letter, .size = LETTER_SIZE };

  pen->class->text (pen, &text, pen->x + x * pen->scale, pen->y + LETTER_Y * pen->scale, .5, &ink->dim);
}

/** limber_body_scene_draw_ground: all but the pills. */
void
limber_body_scene_draw_ground (const LimberBodyScene *scene, LimberBodyPen *pen, const LimberBodyInk *ink)
{
  const char *right = C_ ("side of the body, one letter", "R");
  const char *left = C_ ("side of the body, one letter", "L");
  gboolean front = scene->view == LIMBER_VIEW_FRONT;
  LimberBodyPaint ground = { .fill = &ink->outline, .alpha = 1, .stroke = &ink->outline,
                             .width = MAX (pen->scale, ink->edge * MIN (1, 2 * pen->scale)) };

  pen->class->shape (pen, limber_body_figure_get_silhouette (scene->figure), &ground);
  for (guint i = 0; i < limber_body_figure_get_n_shapes (scene->figure); i++)
    limber_body_scene_draw_shape (scene, pen, ink, limber_body_figure_get_shape (scene->figure, i));
  draw_letter (pen, ink, front ? right : left, LETTER_LEFT);
  draw_letter (pen, ink, front ? left : right, LETTER_RIGHT);
}

/** limber_body_scene_draw_halo: around the chosen area: a seam in the card's colour outside, the accent inside it. */
void
limber_body_scene_draw_halo (LimberBodyPen *pen, const LimberBodyInk *ink, const LimberBodyShape *shape, gboolean thin)
{
  double groove = GROOVE * pen->scale;
  double accent = MAX (groove, ink->line) + 2 * HALO * (thin ? .7 : 1);
  LimberBodyPaint seam = { .stroke = &ink->pill, .width = accent + 2 * HALO };
  LimberBodyPaint ring = { .stroke = &ink->accent, .width = accent };
  LimberBodyPaint inner = { .fill = &ink->outline, .alpha = 1, .stroke = &ink->outline, .width = groove };

  pen->class->shape (pen, shape, &seam);
  pen->class->shape (pen, shape, &ring);
  pen->class->shape (pen, shape, &inner);
}
