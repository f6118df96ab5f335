/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Walking over every area of a body map with a real pointer and real keys: xdotool moves, clicks and types on the
 * display of the test. The ids stand here once more on purpose: released databases hold them. */
#include <adwaita.h>
#include <string.h>

#include "widgets/body/body-map.h"
#include "widgets/body/body-scene.h"
#include "widgets/body/body-spot.h"

#include "wait.h"

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
} BodyWalk;

static inline void
body_walk_begin (BodyWalk *walk, GtkWidget *window, LimberBodyMap *map)
{
  walk->window = window;
  walk->map = map;
  walk->figures[0] = limber_body_figure_new (LIMBER_VIEW_FRONT, NULL);
  walk->figures[1] = limber_body_figure_new (LIMBER_VIEW_BACK, NULL);
}

static inline void
body_walk_end (BodyWalk *walk)
{
  limber_body_figure_unref (walk->figures[0]);
  limber_body_figure_unref (walk->figures[1]);
}

static inline void
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
static inline void
without_tooltips (GtkWidget *widget)
{
  gtk_widget_set_has_tooltip (widget, FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    without_tooltips (child);
}

static inline GtkWidget *
spot_of (BodyWalk *walk, int view, LimberArea area, LimberSide side)
{
  GtkWidget *any = limber_body_map_find_area (walk->map, LIMBER_AREA_HEAD, LIMBER_SIDE_MIDLINE);
  const LimberBodyShape *shape = limber_body_figure_find (walk->figures[view], area, side);
  GtkWidget *spot;

  if (view == 1)
    any = limber_body_map_find_area (walk->map, LIMBER_AREA_HAMSTRINGS, LIMBER_SIDE_LEFT);
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

/* Brings the window with @title to the corner of the screen, and the keys to it. */
static inline void
body_walk_focus (BodyWalk *walk, const char *title)
{
  xdotool ((const char *const[]) { "search", "--sync", "--name", title, "windowmove", "0", "0", "windowfocus", NULL });
  WAIT_UNTIL (gtk_window_is_active (GTK_WINDOW (walk->window)));
}

/* Pixels of the screen = units of the artwork × scale + (x, y). */
typedef struct {
  double x, y, scale;
} Place;

static inline Place
place_of (BodyWalk *walk, GtkWidget *spot)
{
  GtkWidget *view = gtk_widget_get_parent (spot);
  LimberBodyBox frame = LIMBER_BODY_FRAME;
  int width = gtk_widget_get_width (view), height = gtk_widget_get_height (view);
  double scale = MIN (width / frame.width, height / frame.height);
  double surface_x, surface_y, x, y;

  gtk_native_get_surface_transform (GTK_NATIVE (walk->window), &surface_x, &surface_y);
  gtk_widget_translate_coordinates (view, walk->window, 0, 0, &x, &y);
  return (Place) { x + surface_x + (width - frame.width * scale) / 2 - frame.x * scale,
                   y + surface_y + (height - frame.height * scale) / 2 - frame.y * scale, scale };
}

static inline void
click_at (double x, double y)
{
  g_autofree char *px = g_strdup_printf ("%d", (int) x);
  g_autofree char *py = g_strdup_printf ("%d", (int) y);

  xdotool ((const char *const[]) { "mousemove", px, py, "click", "1", NULL });
}

/* The next three are the ways to an area; each leaves it pressed. */
static inline void
reach_by_mouse (BodyWalk *walk, GtkWidget *spot, int view)
{
  Place place = place_of (walk, spot);
  double x, y;

  limber_body_shape_get_anchor (limber_body_spot_get_shape (LIMBER_BODY_SPOT (spot)), &x, &y);
  click_at (place.x + x * place.scale, place.y + y * place.scale);
}

static inline gboolean
means (LimberBodyFigure *figure, const LimberBodyShape *wanted, double x, double y)
{
  /* A rounded pixel must not change the answer. */
  for (int i = 0; i < 9; i++)
    if (limber_body_figure_hit (figure, x + (i % 3 - 1) * .15, y + (i / 3 - 1) * .15) != wanted)
      return FALSE;
  return TRUE;
}

/* A finger beside the area: of the pixels that are in no area and still mean this one, the farthest from it. */
static inline void
reach_by_touch (BodyWalk *walk, GtkWidget *spot, int view)
{
  const LimberBodyShape *own = limber_body_spot_get_shape (LIMBER_BODY_SPOT (spot));
  const LimberBodyShape *wanted = limber_body_figure_find (walk->figures[view], limber_body_shape_get_area (own),
                                                           limber_body_shape_get_side (own));
  LimberBodyBox box = limber_body_shape_get_bounds (own);
  Place place = place_of (walk, spot);
  double reach = LIMBER_FIGURE_TOLERANCE * place.scale, farthest = 0, best_x = 0, best_y = 0;

  for (int py = place.y + box.y * place.scale - reach; py <= place.y + (box.y + box.height) * place.scale + reach; py++)
    for (int px = place.x + box.x * place.scale - reach; px <= place.x + (box.x + box.width) * place.scale + reach; px++)
      {
        double x = (px - place.x) / place.scale, y = (py - place.y) / place.scale;
        double distance = limber_body_shape_distance (wanted, x, y);

        if (distance <= farthest || distance > LIMBER_FIGURE_TOLERANCE - .5 || !means (walk->figures[view], wanted, x, y))
          continue;
        farthest = distance;
        best_x = px;
        best_y = py;
      }
  g_assert_cmpfloat (farthest, >, .1);
  click_at (best_x, best_y);
}

/* The names of the arrows from the head to @spot, found in the widget itself. */
static inline GPtrArray *
way_to (BodyWalk *walk, GtkWidget *head, GtkWidget *target)
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
        GtkWidget *next = limber_body_map_neighbour (walk->map, g_ptr_array_index (queue, i), keys[k]);

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

static inline void
reach_by_keyboard (BodyWalk *walk, GtkWidget *spot, int view)
{
  GtkWidget *head = spot_of (walk, 0, LIMBER_AREA_HEAD, LIMBER_SIDE_MIDLINE);
  g_autoptr (GPtrArray) way = way_to (walk, head, spot);

  gtk_widget_grab_focus (head);
  g_ptr_array_insert (way, 0, (gpointer) "key");
  g_ptr_array_insert (way, 1, (gpointer) "--delay");
  g_ptr_array_insert (way, 2, (gpointer) "1");
  g_ptr_array_add (way, (gpointer) "Return");
  g_ptr_array_add (way, NULL);
  xdotool ((const char *const *) way->pdata);
}

/* Calls @visit for every area of both views, on each of its sides. */
static inline void
body_walk_all (void (*visit) (gpointer data, int view, LimberArea area, LimberSide side), gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    for (int view = 0; view < 2; view++)
      {
        LimberArea area = limber_area_from_id (known[i].id);

        if (!strchr (known[i].views, view == 0 ? 'F' : 'B'))
          continue;
        if (limber_area_is_midline (area))
          visit (data, view, area, LIMBER_SIDE_MIDLINE);
        else
          {
            visit (data, view, area, LIMBER_SIDE_LEFT);
            visit (data, view, area, LIMBER_SIDE_RIGHT);
          }
      }
}
