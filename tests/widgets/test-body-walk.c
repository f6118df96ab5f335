/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every area of both views, on both sides, is reached with a real pointer and real keys; see body-walk.h. */
#include "../body-walk.h"

#include "widgets/palette.h"

#define TITLE "Limber body walk"

typedef void (*Reach) (BodyWalk *walk, GtkWidget *spot, int view);

typedef struct {
  BodyWalk walk;
  Reach reach;
  int area, side, clicks;
} Fixture;

static void
on_activated (LimberBodyMap *map, int area, int side, Fixture *f)
{
  f->area = area;
  f->side = side;
  f->clicks++;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *map = limber_body_map_new ();

  body_walk_begin (&f->walk, window, LIMBER_BODY_MAP (map));
  g_signal_connect (map, "area-activated", G_CALLBACK (on_activated), f);
  gtk_window_set_title (GTK_WINDOW (window), TITLE);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), map);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 940);
  gtk_window_present (GTK_WINDOW (window));
  without_tooltips (map);
  WAIT_UNTIL (gtk_widget_get_width (map) > 900);
  body_walk_focus (&f->walk, TITLE);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->walk.window));
  run_what_is_due ();
  body_walk_end (&f->walk);
}

/* Walking over the list */

static void
reach_spot (gpointer data, int view, LimberArea area, LimberSide side)
{
  Fixture *f = data;
  GtkWidget *spot = spot_of (&f->walk, view, area, side);
  g_autofree char *name = g_strdup_printf ("%s %s in view %d", limber_area_id (area), limber_side_id (side), view);

  if (!spot)
    g_error ("there is no %s", name);
  f->clicks = 0;
  f->reach (&f->walk, spot, view);
  WAIT_FOR (f->clicks > 0, name);
  if (f->clicks != 1 || f->area != (int) limber_area_shape (area) || f->side != (int) side)
    g_error ("%s: %d times, the last was %s %s", name, f->clicks, limber_area_id (f->area), limber_side_id (f->side));
}

static void
test_by_mouse (Fixture *f, gconstpointer data)
{
  f->reach = reach_by_mouse;
  body_walk_all (reach_spot, f);
}

static void
test_by_touch (Fixture *f, gconstpointer data)
{
  f->reach = reach_by_touch;
  body_walk_all (reach_spot, f);
}

static void
test_by_keyboard (Fixture *f, gconstpointer data)
{
  f->reach = reach_by_keyboard;
  body_walk_all (reach_spot, f);
}

/* Tab alone leads into the body and out of it again; letters lead on. */
static void
test_letters (Fixture *f, gconstpointer data)
{
  GtkWidget *target = spot_of (&f->walk, 1, LIMBER_AREA_HAMSTRINGS, LIMBER_SIDE_LEFT);

  gtk_window_set_focus (GTK_WINDOW (f->walk.window), NULL);
  f->clicks = 0;
  xdotool ((const char *const[]) { "key", "Tab", NULL });
  WAIT_FOR (LIMBER_IS_BODY_SPOT (gtk_root_get_focus (GTK_ROOT (f->walk.window))), "the body by Tab");
  xdotool ((const char *const[]) { "type", "back of the th", NULL });
  WAIT_FOR (gtk_root_get_focus (GTK_ROOT (f->walk.window)) == target
              || gtk_root_get_focus (GTK_ROOT (f->walk.window)) == spot_of (&f->walk, 1, LIMBER_AREA_HAMSTRINGS, LIMBER_SIDE_RIGHT),
            "the hamstring by its letters");
  xdotool ((const char *const[]) { "key", "Return", NULL });
  WAIT_FOR (f->clicks == 1, "Enter");
  g_assert_cmpint (f->area, ==, LIMBER_AREA_HAMSTRINGS);
}

/* The rules, the artwork and this list are one. */
static void
test_one_list (Fixture *f, gconstpointer data)
{
  guint n_shapes[2] = { 0, 0 };

  g_assert_cmpuint (G_N_ELEMENTS (known), ==, LIMBER_AREA_LAST);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      LimberArea area = limber_area_from_id (known[i].id);

      g_assert_cmpint (area, !=, LIMBER_AREA_NONE);
      for (int view = 0; view < 2; view++)
        {
          gboolean shown = strchr (known[i].views, view == 0 ? 'F' : 'B') != NULL;

          g_assert_cmpint (shown, ==, (limber_area_views (area) & (view == 0 ? LIMBER_VIEW_FRONT : LIMBER_VIEW_BACK)) != 0);
          g_assert_cmpint (shown, ==, limber_body_figure_find (f->walk.figures[view], area, LIMBER_SIDE_LEFT) != NULL);
          g_assert_cmpint (shown, ==, limber_body_figure_find (f->walk.figures[view], area, LIMBER_SIDE_RIGHT) != NULL);
          if (shown && limber_area_shape (area) == area)
            n_shapes[view] += limber_area_is_midline (area) ? 1 : 2;
        }
    }
  for (int view = 0; view < 2; view++)
    g_assert_cmpuint (n_shapes[view], ==, limber_body_figure_get_n_shapes (f->walk.figures[view]));
}

#define ADD(name, func) g_test_add ("/body-walk/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  limber_palette_load (gdk_display_get_default (), FALSE);
  ADD ("one-list", test_one_list);
  ADD ("by-mouse", test_by_mouse);
  ADD ("by-touch", test_by_touch);
  ADD ("by-keyboard", test_by_keyboard);
  ADD ("letters", test_letters);
  return g_test_run ();
}
