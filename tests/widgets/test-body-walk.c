/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every area of both views, on both sides, with a real pointer and real keys: xdotool moves, clicks and types on the
 * display of the test. The ids stand here once more on purpose: released databases hold them. */
#include <adwaita.h>
#include <string.h>

#include "widgets/body/body-map.h"
#include "widgets/body/body-scene.h"
#include "widgets/body/body-spot.h"
#include "widgets/palette.h"

#include "../wait.h"

#define TITLE "Limber body walk"

typedef struct {
  const char *id;
  const char *views;
} Known;

static const Known known[] = {
  { "head", "FB" },            { "jaw", "F" },              { "neck", "FB" },
  { "upper-trapezius", "FB" }, { "deltoid", "FB" },         { "rotator-cuff", "B" },
  { "pectorals", "F" },        { "biceps", "F" },           { "triceps", "B" },
  { "forearm", "FB" },         { "hand", "FB" },            { "abdominals", "F" },
  { "obliques", "F" },         { "rhomboids", "B" },        { "latissimus", "B" },
  { "lower-back", "B" },       { "hip-flexors", "F" },      { "tfl", "F" },
  { "gluteus-medius", "B" },   { "gluteus-minimus", "B" },  { "gluteus-maximus", "B" },
  { "deep-hip-rotators", "B" }, { "adductors", "FB" },      { "quadriceps", "F" },
  { "it-band", "FB" },         { "hamstrings", "B" },       { "knee", "F" },
  { "popliteal", "B" },        { "anterior-shin", "F" },    { "peroneals", "FB" },
  { "gastrocnemius", "B" },    { "soleus", "B" },           { "achilles", "B" },
  { "ankle", "F" },            { "foot", "F" },             { "plantar-fascia", "B" },
};

typedef struct {
  GtkWidget *window;
  LimberBodyMap *map;
  LimberBodyFigure *figures[2];
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
xdotool (const char *const *args)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_strv_builder_add (builder, "xdotool");
  g_strv_builder_addv (builder, (const char **) args);
  argv = g_strv_builder_end (builder);
  process = g_subprocess_newv ((const char *const *) argv, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);
}

/* A tooltip that pops up on a slow machine would lie over the next area. */
static void
without_tooltips (GtkWidget *widget)
{
  gtk_widget_set_has_tooltip (widget, FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    without_tooltips (child);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->figures[0] = limber_body_figure_new (LIMBER_VIEW_FRONT, NULL);
  f->figures[1] = limber_body_figure_new (LIMBER_VIEW_BACK, NULL);
  f->window = gtk_window_new ();
  f->map = LIMBER_BODY_MAP (limber_body_map_new ());
  g_signal_connect (f->map, "area-activated", G_CALLBACK (on_activated), f);
  gtk_window_set_title (GTK_WINDOW (f->window), TITLE);
  gtk_window_set_decorated (GTK_WINDOW (f->window), FALSE);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->map));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1000, 940);
  gtk_window_present (GTK_WINDOW (f->window));
  without_tooltips (GTK_WIDGET (f->map));
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (f->map)) > 900);
  xdotool ((const char *const[]) { "search", "--sync", "--name", TITLE, "windowmove", "0", "0", "windowfocus", NULL });
  WAIT_UNTIL (gtk_window_is_active (GTK_WINDOW (f->window)));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  run_what_is_due ();
  limber_body_figure_unref (f->figures[0]);
  limber_body_figure_unref (f->figures[1]);
}

/* Walking over the list */

typedef void (*Reach) (Fixture *f, GtkWidget *spot, int view);

static GtkWidget *
spot_of (Fixture *f, int view, LimberArea area, LimberSide side)
{
  GtkWidget *any = limber_body_map_find_area (f->map, LIMBER_AREA_HEAD, LIMBER_SIDE_MIDLINE);
  const LimberBodyShape *shape = limber_body_figure_find (f->figures[view], area, side);
  GtkWidget *spot;

  if (view == 1)
    any = limber_body_map_find_area (f->map, LIMBER_AREA_HAMSTRINGS, LIMBER_SIDE_LEFT);
  g_assert_nonnull (shape);
  for (spot = gtk_widget_get_first_child (gtk_widget_get_parent (any)); spot; spot = gtk_widget_get_next_sibling (spot))
    {
      const LimberBodyShape *own = limber_body_spot_get_shape (LIMBER_BODY_SPOT (spot));

      if (limber_body_shape_get_area (own) == limber_body_shape_get_area (shape)
          && limber_body_shape_get_side (own) == limber_body_shape_get_side (shape))
        return spot;
    }
  return NULL;
}

static void
reach_spot (Fixture *f, int view, LimberArea area, LimberSide side, Reach reach)
{
  GtkWidget *spot = spot_of (f, view, area, side);
  g_autofree char *name = g_strdup_printf ("%s %s in view %d", limber_area_id (area), limber_side_id (side), view);

  if (!spot)
    g_error ("there is no %s", name);
  f->clicks = 0;
  reach (f, spot, view);
  WAIT_FOR (f->clicks > 0, name);
  if (f->clicks != 1 || f->area != (int) limber_area_shape (area) || f->side != (int) side)
    g_error ("%s: %d times, the last was %s %s", name, f->clicks, limber_area_id (f->area), limber_side_id (f->side));
}

static void
walk (Fixture *f, Reach reach)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    for (int view = 0; view < 2; view++)
      {
        LimberArea area = limber_area_from_id (known[i].id);

        if (!strchr (known[i].views, view == 0 ? 'F' : 'B'))
          continue;
        if (limber_area_is_midline (area))
          reach_spot (f, view, area, LIMBER_SIDE_MIDLINE, reach);
        else
          {
            reach_spot (f, view, area, LIMBER_SIDE_LEFT, reach);
            reach_spot (f, view, area, LIMBER_SIDE_RIGHT, reach);
          }
      }
}

/* By pointer */

/* Pixels of the screen = units of the artwork × scale + (x, y). */
typedef struct {
  double x, y, scale;
} Place;

static Place
place_of (Fixture *f, GtkWidget *spot)
{
  GtkWidget *view = gtk_widget_get_parent (spot);
  LimberBodyBox frame = LIMBER_BODY_FRAME;
  int width = gtk_widget_get_width (view), height = gtk_widget_get_height (view);
  double scale = MIN (width / frame.width, height / frame.height);
  double surface_x, surface_y, x, y;

  gtk_native_get_surface_transform (GTK_NATIVE (f->window), &surface_x, &surface_y);
  gtk_widget_translate_coordinates (view, f->window, 0, 0, &x, &y);
  return (Place) { x + surface_x + (width - frame.width * scale) / 2 - frame.x * scale,
                   y + surface_y + (height - frame.height * scale) / 2 - frame.y * scale, scale };
}

static void
click_at (double x, double y)
{
  g_autofree char *px = g_strdup_printf ("%d", (int) x);
  g_autofree char *py = g_strdup_printf ("%d", (int) y);

  xdotool ((const char *const[]) { "mousemove", px, py, "click", "1", NULL });
}

static void
reach_by_mouse (Fixture *f, GtkWidget *spot, int view)
{
  Place place = place_of (f, spot);
  double x, y;

  limber_body_shape_get_anchor (limber_body_spot_get_shape (LIMBER_BODY_SPOT (spot)), &x, &y);
  click_at (place.x + x * place.scale, place.y + y * place.scale);
}

static gboolean
means (LimberBodyFigure *figure, const LimberBodyShape *wanted, double x, double y)
{
  /* A rounded pixel must not change the answer. */
  for (int i = 0; i < 9; i++)
    if (limber_body_figure_hit (figure, x + (i % 3 - 1) * .15, y + (i / 3 - 1) * .15) != wanted)
      return FALSE;
  return TRUE;
}

/* A finger beside the area: of the pixels that are in no area and still mean this one, the farthest from it. */
static void
reach_by_touch (Fixture *f, GtkWidget *spot, int view)
{
  const LimberBodyShape *own = limber_body_spot_get_shape (LIMBER_BODY_SPOT (spot));
  const LimberBodyShape *wanted = limber_body_figure_find (f->figures[view], limber_body_shape_get_area (own),
                                                           limber_body_shape_get_side (own));
  LimberBodyBox box = limber_body_shape_get_bounds (own);
  Place place = place_of (f, spot);
  double reach = LIMBER_FIGURE_TOLERANCE * place.scale, farthest = 0, best_x = 0, best_y = 0;

  for (int py = place.y + box.y * place.scale - reach; py <= place.y + (box.y + box.height) * place.scale + reach; py++)
    for (int px = place.x + box.x * place.scale - reach; px <= place.x + (box.x + box.width) * place.scale + reach; px++)
      {
        double x = (px - place.x) / place.scale, y = (py - place.y) / place.scale;
        double distance = limber_body_shape_distance (wanted, x, y);

        if (distance <= farthest || distance > LIMBER_FIGURE_TOLERANCE - .5 || !means (f->figures[view], wanted, x, y))
          continue;
        farthest = distance;
        best_x = px;
        best_y = py;
      }
  g_assert_cmpfloat (farthest, >, .1);
  click_at (best_x, best_y);
}

/* By keyboard */

/* The names of the arrows from the head to @spot, found in the widget itself. */
static GPtrArray *
way_to (Fixture *f, GtkWidget *head, GtkWidget *target)
{
  static const guint keys[] = { GDK_KEY_Down, GDK_KEY_Right, GDK_KEY_Left, GDK_KEY_Up };
  g_autoptr (GHashTable) from = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) by = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  GPtrArray *way = g_ptr_array_new ();

  g_ptr_array_add (queue, head);
  for (guint i = 0; i < queue->len && !g_hash_table_contains (from, target); i++)
    for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
      {
        GtkWidget *next = limber_body_map_neighbour (f->map, g_ptr_array_index (queue, i), keys[k]);

        if (!next || next == head || g_hash_table_contains (from, next))
          continue;
        g_hash_table_insert (from, next, g_ptr_array_index (queue, i));
        g_hash_table_insert (by, next, GUINT_TO_POINTER (keys[k]));
        g_ptr_array_add (queue, next);
      }
  for (GtkWidget *spot = target; spot != head; spot = g_hash_table_lookup (from, spot))
    {
      g_assert_nonnull (spot);
      g_ptr_array_insert (way, 0, (gpointer) gdk_keyval_name (GPOINTER_TO_UINT (g_hash_table_lookup (by, spot))));
    }
  return way;
}

static void
reach_by_keyboard (Fixture *f, GtkWidget *spot, int view)
{
  GtkWidget *head = spot_of (f, 0, LIMBER_AREA_HEAD, LIMBER_SIDE_MIDLINE);
  g_autoptr (GPtrArray) way = way_to (f, head, spot);

  gtk_widget_grab_focus (head);
  g_ptr_array_insert (way, 0, (gpointer) "key");
  g_ptr_array_insert (way, 1, (gpointer) "--delay");
  g_ptr_array_insert (way, 2, (gpointer) "1");
  g_ptr_array_add (way, (gpointer) "Return");
  g_ptr_array_add (way, NULL);
  xdotool ((const char *const *) way->pdata);
}

static void
test_by_mouse (Fixture *f, gconstpointer data)
{
  walk (f, reach_by_mouse);
}

static void
test_by_touch (Fixture *f, gconstpointer data)
{
  walk (f, reach_by_touch);
}

static void
test_by_keyboard (Fixture *f, gconstpointer data)
{
  walk (f, reach_by_keyboard);
}

/* Tab alone leads into the body and out of it again; letters lead on. */
static void
test_letters (Fixture *f, gconstpointer data)
{
  GtkWidget *target = spot_of (f, 1, LIMBER_AREA_HAMSTRINGS, LIMBER_SIDE_LEFT);

  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  f->clicks = 0;
  xdotool ((const char *const[]) { "key", "Tab", NULL });
  WAIT_FOR (LIMBER_IS_BODY_SPOT (gtk_root_get_focus (GTK_ROOT (f->window))), "the body by Tab");
  xdotool ((const char *const[]) { "type", "back of the th", NULL });
  WAIT_FOR (gtk_root_get_focus (GTK_ROOT (f->window)) == target
              || gtk_root_get_focus (GTK_ROOT (f->window)) == spot_of (f, 1, LIMBER_AREA_HAMSTRINGS, LIMBER_SIDE_RIGHT),
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
          g_assert_cmpint (shown, ==, limber_body_figure_find (f->figures[view], area, LIMBER_SIDE_LEFT) != NULL);
          g_assert_cmpint (shown, ==, limber_body_figure_find (f->figures[view], area, LIMBER_SIDE_RIGHT) != NULL);
          if (shown && limber_area_shape (area) == area)
            n_shapes[view] += limber_area_is_midline (area) ? 1 : 2;
        }
    }
  for (int view = 0; view < 2; view++)
    g_assert_cmpuint (n_shapes[view], ==, limber_body_figure_get_n_shapes (f->figures[view]));
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
