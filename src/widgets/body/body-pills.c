/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letter, number and trend of each mark in a pill on its area. The marks of one area stand below one another;
 * pills of different areas that touch move apart sideways. */
#include "widgets/body/body-scene.h"

#define PILL_TEXT 12.
#define PILL_GAP 3.
#define PILL_PAD 6.
#define RING 2.
#define RING_GAP 2.5

typedef struct {
  const LimberBodyMark *mark;
  const LimberBodyShape *shape;
  char *figures;
  double size, arrow;
  double x, y, width, height;
} Pill;

static void
pill_clear (gpointer data)
{
  g_free (((Pill *) data)->figures);
}

static LimberBodyText
pill_text (const Pill *pill)
{
  return (LimberBodyText) { pill->mark->count > 0 ? NULL : limber_finding_type_letter (pill->mark->type),
                            pill->figures, pill->size };
}

static char *
pill_figures (const LimberBodyMark *mark)
{
  if (mark->count > 0)
    return g_strdup_printf ("%d×", mark->count);
  return mark->severity >= 0 ? g_strdup_printf ("\342\200\212%d", mark->severity) : NULL;
}

static void
add_pill (GArray *pills, LimberBodyPen *pen, const LimberBodyShape *shape, const LimberBodyMark *mark)
{
  Pill pill = { .mark = mark, .shape = shape, .figures = pill_figures (mark) };
  LimberBodyText text;

  pill.size = CLAMP (PILL_TEXT * pen->scale / .5, 11., 13.);
  text = pill_text (&pill);
  limber_body_text_measure (pen, &text, &pill.width, &pill.height);
  pill.arrow = mark->trend != LIMBER_TREND_NONE ? pill.height * .5 + 2 : 0;
  pill.width += 2 * PILL_PAD + pill.arrow;
  pill.height += 3;
  limber_body_shape_get_anchor (shape, &pill.x, &pill.y);
  pill.x = pen->x + pill.x * pen->scale;
  pill.y = pen->y + pill.y * pen->scale;
  g_array_append_val (pills, pill);
}

static double
pill_reach (const Pill *pill)
{
  return pill->mark->unaware ? RING_GAP + RING : 0;
}

/* The marks of one area, in rows centred on its anchor. */
static void
stack (GArray *pills, guint first)
{
  double height = 0, top;

  for (guint i = first; i < pills->len; i++)
    height += g_array_index (pills, Pill, i).height + 2 * pill_reach (&g_array_index (pills, Pill, i)) + PILL_GAP;
  top = -(height - PILL_GAP) / 2;
  for (guint i = first; i < pills->len; i++)
    {
      Pill *pill = &g_array_index (pills, Pill, i);
      double tall = pill->height + 2 * pill_reach (pill);

      pill->y += top + tall / 2;
      top += tall + PILL_GAP;
    }
}

static gboolean
separate (Pill *a, Pill *b)
{
  double apart_x = (a->width + b->width) / 2 + PILL_GAP + pill_reach (a) + pill_reach (b);
  double apart_y = (a->height + b->height) / 2 + pill_reach (a) + pill_reach (b);
  double overlap;

  if (a->shape == b->shape || ABS (a->y - b->y) >= apart_y)
    return FALSE;
  if (a->x > b->x)
    {
      Pill *left = b;

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

static void
push_apart (GArray *pills)
{
  gboolean moved = TRUE;

  for (int round = 0; moved && round < 40; round++)
    {
      moved = FALSE;
      for (guint i = 0; i < pills->len; i++)
        for (guint j = i + 1; j < pills->len; j++)
          moved |= separate (&g_array_index (pills, Pill, i), &g_array_index (pills, Pill, j));
    }
}

static void
draw_pill (LimberBodyPen *pen, const LimberBodyInk *ink, const Pill *pill)
{
  GdkRGBA edge = { ink->text.red, ink->text.green, ink->text.blue, ink->text.alpha * .65 };
  LimberBodyPaint face = { &ink->pill, 1, &edge, ink->edge > 2 ? 1.5 : 1, pill->mark->pending };
  LimberBodyPaint ring = { &ink->pill, 1, &ink->unaware, RING, FALSE };
  double grow = 2 * RING_GAP + RING;
  LimberBodyText text = pill_text (pill);

  if (pill->mark->unaware)
    pen->class->pill (pen, pill->x, pill->y, pill->width + grow, pill->height + grow, &ring);
  pen->class->pill (pen, pill->x, pill->y, pill->width, pill->height, &face);
  pen->class->text (pen, &text, pill->x - pill->arrow / 2, pill->y, .5, &ink->text);
  if (pill->arrow > 0)
    limber_body_pen_arrow (pen, pill->mark->trend, pill->x + pill->width / 2 - PILL_PAD - pill->arrow * .3, pill->y,
                           pill->height * .5, &ink->text);
}

/** limber_body_scene_draw_pills: the marks whose home is this view. */
void
limber_body_scene_draw_pills (const LimberBodyScene *scene, LimberBodyPen *pen, const LimberBodyInk *ink)
{
  g_autoptr (GArray) pills = g_array_new (FALSE, FALSE, sizeof (Pill));

  g_array_set_clear_func (pills, pill_clear);
  for (guint s = 0; s < limber_body_figure_get_n_shapes (scene->figure); s++)
    {
      const LimberBodyShape *shape = limber_body_figure_get_shape (scene->figure, s);
      guint first = pills->len;

      for (gsize i = 0; i < scene->n_marks; i++)
        if (limber_body_mark_is_home (&scene->marks[i], scene->view)
            && limber_body_shape_stands_for (shape, scene->marks[i].area, scene->marks[i].side))
          add_pill (pills, pen, shape, &scene->marks[i]);
      stack (pills, first);
    }
  push_apart (pills);
  for (guint i = 0; i < pills->len; i++)
    draw_pill (pen, ink, &g_array_index (pills, Pill, i));
}
