/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/body/body-legend.h"
#include "widgets/body/body-map.h"
#include "widgets/body/body-spot.h"
#include "widgets/palette.h"

#include <adwaita.h>
#include <string.h>

#include "../paint.h"

typedef struct {
  GtkWidget *window;
  LimberBodyMap *map;
  int area;
  int side;
  int clicks;
} Fixture;

static const LimberBodyMark marks[] = {
  { LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_KNOT, 7, TRUE, FALSE },
  { LIMBER_AREA_GASTROCNEMIUS, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_TENSION, 6, FALSE, FALSE },
  { LIMBER_AREA_GLUTEUS_MINIMUS, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_TENDER_POINT, 3, FALSE, TRUE },
};

static const LimberBodySpot forbidden[] = {
  { LIMBER_AREA_POPLITEAL, LIMBER_SIDE_BOTH },
};

static char *
area_word (LimberArea area, LimberSide side)
{
  if (area == LIMBER_AREA_QUADRICEPS)
    return g_strdup (side == LIMBER_SIDE_LEFT ? "left quad" : "right quad");
  return g_strdup_printf ("%s %s", limber_side_id (side), limber_area_id (area));
}

static const LimberBodyWords words = { .area = area_word };

static void
on_activated (LimberBodyMap *map, int area, int side, Fixture *fixture)
{
  fixture->area = area;
  fixture->side = side;
  fixture->clicks++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->map = LIMBER_BODY_MAP (limber_body_map_new ());
  limber_body_map_set_words (fixture->map, &words);
  limber_body_map_set_marks (fixture->map, marks, G_N_ELEMENTS (marks));
  limber_body_map_set_forbidden (fixture->map, forbidden, G_N_ELEMENTS (forbidden));
  g_signal_connect (fixture->map, "area-activated", G_CALLBACK (on_activated), fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->map));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_paint (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  run_what_is_due ();
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_property (limber_body_map_find_area (fixture->map, LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "right quad, knot 7, unaware");
  gtk_test_accessible_assert_property (limber_body_map_find_area (fixture->map, LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_LEFT),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "left quad");
  gtk_test_accessible_assert_property (limber_body_map_find_area (fixture->map, LIMBER_AREA_GLUTEUS_MEDIUS, LIMBER_SIDE_LEFT),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "left gluteus-medius, tender point 3, being saved");
  gtk_test_accessible_assert_property (limber_body_map_find_area (fixture->map, LIMBER_AREA_POPLITEAL, LIMBER_SIDE_RIGHT),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "right popliteal, not to be worked on");
  gtk_test_accessible_assert_role (limber_body_map_find_area (fixture->map, LIMBER_AREA_HEAD, LIMBER_SIDE_MIDLINE),
                                   GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
test_a_point_picks_its_area (Fixture *fixture, gconstpointer data)
{
  for (LimberArea area = LIMBER_AREA_NONE + 1; area <= LIMBER_AREA_LAST; area++)
    {
      LimberSide side = limber_area_is_midline (area) ? LIMBER_SIDE_MIDLINE : LIMBER_SIDE_RIGHT;
      GtkWidget *spot = limber_body_map_find_area (fixture->map, area, side);
      const LimberBodyShape *shape = limber_body_spot_get_shape (LIMBER_BODY_SPOT (spot));
      LimberBodyBox box = limber_body_shape_get_bounds (shape);
      double scale = gtk_widget_get_width (spot) / (box.width + 2 * LIMBER_FIGURE_TOLERANCE);
      double x, y;

      limber_body_shape_get_anchor (shape, &x, &y);
      gtk_widget_translate_coordinates (spot, fixture->window, (x - box.x + LIMBER_FIGURE_TOLERANCE) * scale,
                                        (y - box.y + LIMBER_FIGURE_TOLERANCE) * scale, &x, &y);
      g_assert_true (gtk_widget_pick (fixture->window, x, y, GTK_PICK_DEFAULT) == spot);
    }
}

static void
test_a_click_tells_the_area (Fixture *fixture, gconstpointer data)
{
  GtkWidget *spot = limber_body_map_find_area (fixture->map, LIMBER_AREA_SOLEUS, LIMBER_SIDE_LEFT);

  g_signal_emit_by_name (spot, "clicked");
  g_assert_cmpint (fixture->area, ==, LIMBER_AREA_SOLEUS);
  g_assert_cmpint (fixture->side, ==, LIMBER_SIDE_LEFT);
  g_assert_cmpint (fixture->clicks, ==, 1);
}

static GtkWidget *
press (Fixture *fixture, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static void
test_arrows_walk (Fixture *fixture, gconstpointer data)
{
  GtkWidget *head = limber_body_map_find_area (fixture->map, LIMBER_AREA_HEAD, LIMBER_SIDE_MIDLINE);
  GtkWidget *focus = head;
  int steps = 0;

  gtk_widget_grab_focus (head);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == head);
  for (GtkWidget *last = NULL; focus != last && steps < 30; steps++)
    {
      last = focus;
      focus = press (fixture, GDK_KEY_Down);
    }
  g_assert_cmpint (steps, >=, 6);
  g_assert_cmpint (limber_body_shape_get_area (limber_body_spot_get_shape (LIMBER_BODY_SPOT (focus))), ==, LIMBER_AREA_FOOT);

  gtk_widget_grab_focus (limber_body_map_find_area (fixture->map, LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT));
  for (int i = 0; i < 8; i++)
    focus = press (fixture, GDK_KEY_Right);
  g_assert_cmpint (limber_area_views (limber_body_shape_get_area (limber_body_spot_get_shape (LIMBER_BODY_SPOT (focus)))) & LIMBER_VIEW_BACK,
                   !=, 0);
}

/* Every area can be reached from the head by arrows alone. */
static void
test_arrows_reach_everything (Fixture *fixture, gconstpointer data)
{
  static const guint keys[] = { GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Up, GDK_KEY_Down };
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  GtkWidget *head = limber_body_map_find_area (fixture->map, LIMBER_AREA_HEAD, LIMBER_SIDE_MIDLINE);

  g_ptr_array_add (queue, head);
  g_hash_table_add (seen, head);
  for (guint i = 0; i < queue->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
      {
        GtkWidget *focus;

        gtk_widget_grab_focus (g_ptr_array_index (queue, i));
        focus = press (fixture, keys[k]);
        if (g_hash_table_add (seen, focus))
          g_ptr_array_add (queue, focus);
      }
  for (GtkWidget *spot = gtk_widget_get_first_child (gtk_widget_get_parent (head)); spot;
       spot = gtk_widget_get_next_sibling (spot))
    if (!g_hash_table_contains (seen, spot))
      g_error ("the arrows never reach %s", limber_body_spot_get_name (LIMBER_BODY_SPOT (spot)));
  g_assert_cmpuint (g_hash_table_size (seen), ==, 40 + 45);
}

static void
test_letters_find (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (limber_body_map_find_area (fixture->map, LIMBER_AREA_HEAD, LIMBER_SIDE_MIDLINE));
  press (fixture, GDK_KEY_s);
  g_assert_true (press (fixture, GDK_KEY_o)
                 == limber_body_map_find_area (fixture->map, LIMBER_AREA_SOLEUS, LIMBER_SIDE_RIGHT));
}

static void
test_single_view (Fixture *fixture, gconstpointer data)
{
  GdkRectangle rect;

  limber_body_map_set_single_view (fixture->map, TRUE);
  wait_for_paint (fixture->window);
  g_assert_true (limber_body_map_get_area_rect (fixture->map, LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, &rect));
  g_assert_cmpint (rect.height, >, 50);
  g_assert_false (limber_body_map_get_area_rect (fixture->map, LIMBER_AREA_SOLEUS, LIMBER_SIDE_RIGHT, &rect));
  limber_body_map_set_view (fixture->map, LIMBER_VIEW_BACK);
  wait_for_paint (fixture->window);
  g_assert_true (limber_body_map_get_area_rect (fixture->map, LIMBER_AREA_SOLEUS, LIMBER_SIDE_RIGHT, &rect));
}

static const char *
tab_label (Fixture *fixture, int index)
{
  GtkWidget *tab = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (fixture->map)));

  while (index--)
    tab = gtk_widget_get_next_sibling (tab);
  return gtk_button_get_label (GTK_BUTTON (tab));
}

/* The neck stands in both views: one finding there is one mark, not two. */
static void
test_a_mark_counts_once (Fixture *fixture, gconstpointer data)
{
  static const LimberBodyMark both[] = {
    { LIMBER_AREA_NECK, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_TENSION, 4, FALSE, FALSE, LIMBER_TREND_BETTER },
    { LIMBER_AREA_ADDUCTORS, LIMBER_SIDE_BOTH, LIMBER_FINDING_TYPE_SPASM, 6 },
  };
  GtkWidget *spot;

  limber_body_map_set_marks (fixture->map, both, G_N_ELEMENTS (both));
  g_assert_cmpstr (tab_label (fixture, 0), ==, "Front  1");
  g_assert_cmpstr (tab_label (fixture, 1), ==, "Back  1");
  spot = limber_body_map_find_area (fixture->map, LIMBER_AREA_NECK, LIMBER_SIDE_LEFT);
  gtk_test_accessible_assert_property (spot, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "left neck, tension 4, better than at the last visit");
  limber_body_map_set_single_view (fixture->map, TRUE);
  g_assert_true (limber_body_map_find_area (fixture->map, LIMBER_AREA_NECK, LIMBER_SIDE_LEFT) != spot);
}

static void
test_it_turns_to_its_marks (Fixture *fixture, gconstpointer data)
{
  static const LimberBodyMark back[] = { { LIMBER_AREA_SOLEUS, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_KNOT, 4 } };
  int view;

  limber_body_map_set_single_view (fixture->map, TRUE);
  limber_body_map_turn_to_marks (fixture->map); /* there are some in front: it stays */
  g_object_get (fixture->map, "view", &view, NULL);
  g_assert_cmpint (view, ==, LIMBER_VIEW_FRONT);
  limber_body_map_set_marks (fixture->map, back, G_N_ELEMENTS (back));
  limber_body_map_turn_to_marks (fixture->map);
  g_object_get (fixture->map, "view", &view, NULL);
  g_assert_cmpint (view, ==, LIMBER_VIEW_BACK);
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  static const LimberBodyCount counts[] = {
    { LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, 12 },
    { LIMBER_AREA_SOLEUS, LIMBER_SIDE_LEFT, 1 },
  };
  int low, high;

  limber_body_map_set_counts (fixture->map, counts, G_N_ELEMENTS (counts));
  wait_for_paint (fixture->window);
  gtk_test_accessible_assert_property (limber_body_map_find_area (fixture->map, LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "right quad, found 12 times");
  gtk_test_accessible_assert_property (limber_body_map_find_area (fixture->map, LIMBER_AREA_SOLEUS, LIMBER_SIDE_LEFT),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "left soleus, found once");
  g_assert_true (limber_body_legend_range (1, 12, &low, &high));
  g_assert_cmpint (low, ==, 1);
  g_assert_cmpint (high, ==, 2);
  g_assert_true (limber_body_legend_range (5, 12, &low, &high));
  g_assert_cmpint (high, ==, 12);
  g_assert_false (limber_body_legend_range (1, 3, &low, &high));
  g_assert_true (limber_body_legend_range (5, 3, &low, &high));
  g_assert_cmpint (low, ==, 3);
}

static void
test_the_key_names_what_is_there (Fixture *fixture, gconstpointer data)
{
  g_autofree char *key = limber_body_legend_key (marks, G_N_ELEMENTS (marks), NULL);

  g_assert_cmpstr (key, ==, "T\302\240tension · K\302\240knot · TN\302\240tender point");
}

static void
test_it_draws_in_every_state (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (fixture->map));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  limber_body_map_set_selected (fixture->map, LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_BOTH);
  wait_for_paint (fixture->window);
  gdk_paintable_snapshot (paintable, snapshot, 600, 600);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
}

#define ADD(name, func) g_test_add ("/body-map/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  limber_palette_load (gdk_display_get_default (), FALSE);
  ADD ("names", test_names);
  ADD ("a-point-picks-its-area", test_a_point_picks_its_area);
  ADD ("a-click-tells-the-area", test_a_click_tells_the_area);
  ADD ("arrows-walk", test_arrows_walk);
  ADD ("arrows-reach-everything", test_arrows_reach_everything);
  ADD ("letters-find", test_letters_find);
  ADD ("single-view", test_single_view);
  ADD ("a-mark-counts-once", test_a_mark_counts_once);
  ADD ("it-turns-to-its-marks", test_it_turns_to_its_marks);
  ADD ("counts", test_counts);
  ADD ("the-key-names-what-is-there", test_the_key_names_what_is_there);
  ADD ("it-draws-in-every-state", test_it_draws_in_every_state);
  return g_test_run ();
}
