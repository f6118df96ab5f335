/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/body/body-figure.h"

typedef struct {
  LimberBodyFigure *front;
  LimberBodyFigure *back;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->front = limber_body_figure_new (LIMBER_VIEW_FRONT, &error);
  g_assert_no_error (error);
  fixture->back = limber_body_figure_new (LIMBER_VIEW_BACK, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  limber_body_figure_unref (fixture->front);
  limber_body_figure_unref (fixture->back);
}

static LimberBodyFigure *
figure_of (Fixture *fixture, LimberView view)
{
  return view == LIMBER_VIEW_FRONT ? fixture->front : fixture->back;
}

static void
check_area (LimberBodyFigure *figure, LimberArea area, LimberSide side)
{
  const LimberBodyShape *shape = limber_body_figure_find (figure, area, side);
  const LimberBodyShape *hit;
  double x, y;

  if (!shape)
    g_error ("%s %s has no shape", limber_area_id (area), limber_side_id (side));
  limber_body_shape_get_anchor (shape, &x, &y);
  hit = limber_body_figure_hit (figure, x, y);
  if (hit != shape)
    g_error ("the mark of %s %s stands beside it (%.0f, %.0f)", limber_area_id (area), limber_side_id (side), x, y);
  g_assert_cmpint (limber_body_shape_get_area (hit), ==, limber_area_shape (area));
}

static void
test_every_area_is_hit_at_its_mark (Fixture *fixture, gconstpointer data)
{
  static const LimberView views[] = { LIMBER_VIEW_FRONT, LIMBER_VIEW_BACK };

  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    for (LimberArea area = LIMBER_AREA_NONE + 1; area <= LIMBER_AREA_LAST; area++)
      {
        LimberBodyFigure *figure = figure_of (fixture, views[v]);

        if (!(limber_area_views (area) & views[v]))
          {
            g_assert_null (limber_body_figure_find (figure, area, LIMBER_SIDE_LEFT));
            continue;
          }
        if (limber_area_is_midline (area))
          check_area (figure, area, LIMBER_SIDE_MIDLINE);
        else
          {
            check_area (figure, area, LIMBER_SIDE_LEFT);
            check_area (figure, area, LIMBER_SIDE_RIGHT);
          }
      }
}

static void
test_sides_are_the_clients_own (Fixture *fixture, gconstpointer data)
{
  double x, y;

  limber_body_shape_get_anchor (limber_body_figure_find (fixture->front, LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT),
                                &x, &y);
  g_assert_cmpfloat (x, <, 200);
  g_assert_cmpint (limber_body_shape_get_side (limber_body_figure_hit (fixture->front, x, y)), ==, LIMBER_SIDE_RIGHT);
  g_assert_cmpint (limber_body_shape_get_side (limber_body_figure_hit (fixture->front, 400 - x, y)), ==,
                   LIMBER_SIDE_LEFT);
  limber_body_shape_get_anchor (limber_body_figure_find (fixture->back, LIMBER_AREA_HAMSTRINGS, LIMBER_SIDE_RIGHT),
                                &x, &y);
  g_assert_cmpfloat (x, >, 200);
}

static void
test_a_near_miss_counts (Fixture *fixture, gconstpointer data)
{
  const LimberBodyShape *hand = limber_body_figure_find (fixture->front, LIMBER_AREA_HAND, LIMBER_SIDE_RIGHT);
  LimberBodyBox box = limber_body_shape_get_bounds (hand);
  double y = box.y;

  while (limber_body_shape_distance (hand, box.x, y) > .8)
    y += .5;
  g_assert_true (limber_body_figure_hit (fixture->front, box.x - 2.5, y) == hand);
  g_assert_null (limber_body_figure_hit (fixture->front, box.x - 8, y));
  g_assert_null (limber_body_figure_hit (fixture->front, 5, 5));
}

static void
test_gluteus_minimus_shares_a_shape (Fixture *fixture, gconstpointer data)
{
  g_assert_true (limber_body_figure_find (fixture->back, LIMBER_AREA_GLUTEUS_MINIMUS, LIMBER_SIDE_LEFT)
                 == limber_body_figure_find (fixture->back, LIMBER_AREA_GLUTEUS_MEDIUS, LIMBER_SIDE_LEFT));
}

static void
refuse (const char *svg)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (limber_body_figure_parse (svg, -1, &error));
  g_assert_nonnull (error);
}

static void
test_bad_artwork_is_refused (void)
{
  refuse ("");
  refuse ("<svg>");
  refuse ("<svg/>");
  refuse ("<svg><path id='silhouette' d='M0 0L1 1Z'/></svg>");
  refuse ("<svg><path id='silhouette' d='M0 0Q1 1 2 2Z'/></svg>");
  refuse ("<svg><path id='silhouette' d='L1 1Z'/></svg>");
  refuse ("<svg><path id='silhouette' d='M1'/></svg>");
  refuse ("<svg><path id='silhouette' d='M1 nan'/></svg>");
  refuse ("<svg><path id='silhouette' d='M0 0Z 4 4'/></svg>");
}

#define ADD(name, func) g_test_add ("/body-figure/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("every-area-is-hit-at-its-mark", test_every_area_is_hit_at_its_mark);
  ADD ("sides-are-the-clients-own", test_sides_are_the_clients_own);
  ADD ("a-near-miss-counts", test_a_near_miss_counts);
  ADD ("gluteus-minimus-shares-a-shape", test_gluteus_minimus_shares_a_shape);
  g_test_add_func ("/body-figure/bad-artwork-is-refused", test_bad_artwork_is_refused);
  return g_test_run ();
}
