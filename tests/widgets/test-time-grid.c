/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "widgets/palette.h"
#include "widgets/time-grid/time-body.h"
#include "widgets/time-grid/time-grid.h"

#include "../paint.h"

#define FIRST (8 * 60)
#define LAST (18 * 60)

/* Real buttons in a real window; what the grid asks for is written down. */
typedef struct {
  GtkWidget *window;
  LimberTimeGrid *grid;
  LimberTimeBody *body;
  GString *heard;
} Fixture;

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
on_move (LimberTimeGrid *grid, const char *id, gint64 version, guint column, int from, int to, Fixture *fixture)
{
  g_string_append_printf (fixture->heard, "move %s v%d %u %d-%d;", id, (int) version, column, from, to);
}

static void
on_create (LimberTimeGrid *grid, guint column, int from, int to, Fixture *fixture)
{
  g_string_append_printf (fixture->heard, "create %u %d-%d;", column, from, to);
}

static void
on_preview (LimberTimeGrid *grid, const char *id, guint column, int from, int to, Fixture *fixture)
{
  g_string_append_printf (fixture->heard, "preview %s %u %d-%d;", id != NULL ? id : "new", column, from, to);
}

static void
on_put_back (LimberTimeGrid *grid, Fixture *fixture)
{
  g_string_append (fixture->heard, "back;");
}

static void
on_id (LimberTimeGrid *grid, const char *id, Fixture *fixture)
{
  g_string_append_printf (fixture->heard, "%s;", id);
}

static void
on_cancel (LimberTimeGrid *grid, const char *id, Fixture *fixture)
{
  g_string_append_printf (fixture->heard, "cancel %s;", id);
}

static void
on_step (LimberTimeGrid *grid, int by, Fixture *fixture)
{
  g_string_append_printf (fixture->heard, "step %d;", by);
}

static void
assert_heard (Fixture *fixture, const char *text)
{
  g_assert_cmpstr (fixture->heard->str, ==, text);
  g_string_truncate (fixture->heard, 0);
}

static GPtrArray *
columns_new (guint n)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_time_column_free);

  for (guint i = 0; i < n; i++)
    {
      LimberTimeColumn *column = limber_time_column_new ();

      column->title = g_strdup_printf ("Therapist %u", i);
      column->name = g_strdup (column->title);
      column->color = (int) i;
      column->today = TRUE;
      limber_time_column_add (column->open, 9 * 60, 17 * 60, NULL);
      limber_time_column_add (column->hatched, 12 * 60, 13 * 60, "Lunch");
      g_ptr_array_add (columns, column);
    }
  return columns;
}

static void
add_block (GPtrArray *blocks, const char *id, guint column, int from, int to)
{
  LimberTimeBlock *block = limber_time_block_new ();

  block->id = g_strdup (id);
  block->version = 3;
  block->column = column;
  block->from = from;
  block->to = to;
  block->turnover = 15;
  block->title = g_strdup (id);
  block->name = g_strdup_printf ("%s, confirmed", id);
  block->movable = TRUE;
  g_ptr_array_add (blocks, block);
}

static GPtrArray *
blocks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) limber_time_block_free);
}

static void
show_usual (Fixture *fixture)
{
  g_autoptr (GPtrArray) columns = columns_new (3);
  g_autoptr (GPtrArray) blocks = blocks_new ();

  add_block (blocks, "wren", 0, 10 * 60, 10 * 60 + 45);
  add_block (blocks, "otto", 1, 9 * 60, 10 * 60);
  add_block (blocks, "lorna", 0, 14 * 60, 15 * 60);
  limber_time_grid_set_columns (fixture->grid, columns, FIRST, LAST);
  limber_time_grid_set_blocks (fixture->grid, blocks);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->heard = g_string_new (NULL);
  fixture->window = gtk_window_new ();
  fixture->grid = LIMBER_TIME_GRID (limber_time_grid_new ());
  fixture->body = LIMBER_TIME_BODY (find_type (GTK_WIDGET (fixture->grid), LIMBER_TYPE_TIME_BODY));
  if (g_strcmp0 (data, "rtl") == 0)
    gtk_widget_set_direction (GTK_WIDGET (fixture->body), GTK_TEXT_DIR_RTL);
  g_signal_connect (fixture->grid, "move-requested", G_CALLBACK (on_move), fixture);
  g_signal_connect (fixture->grid, "create-requested", G_CALLBACK (on_create), fixture);
  g_signal_connect (fixture->grid, "preview", G_CALLBACK (on_preview), fixture);
  g_signal_connect (fixture->grid, "put-back", G_CALLBACK (on_put_back), fixture);
  g_signal_connect (fixture->grid, "block-activated", G_CALLBACK (on_id), fixture);
  g_signal_connect (fixture->grid, "menu-requested", G_CALLBACK (on_id), fixture);
  g_signal_connect (fixture->grid, "cancel-requested", G_CALLBACK (on_cancel), fixture);
  g_signal_connect (fixture->grid, "step-requested", G_CALLBACK (on_step), fixture);
  show_usual (fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->grid));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_paint (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_string_free (fixture->heard, TRUE);
}

static void
emit_key (Fixture *fixture, const char *signal, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->body));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      if (g_str_equal (signal, "key-pressed"))
        g_signal_emit_by_name (controller, signal, keyval, 0, state, &handled);
      else
        g_signal_emit_by_name (controller, signal, keyval, 0, state);
    }
}

static void
press (Fixture *fixture, guint keyval, GdkModifierType state)
{
  emit_key (fixture, "key-pressed", keyval, state);
}

static void
let_go (Fixture *fixture, guint keyval)
{
  emit_key (fixture, "key-released", keyval, 0);
}

static GtkWidget *
focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static void
assert_focus_on (Fixture *fixture, const char *id)
{
  g_assert_true (focus (fixture) == limber_time_grid_find (fixture->grid, id));
}

static void
point (Fixture *fixture, guint column, int minute, double *x, double *y)
{
  g_assert_true (limber_time_grid_get_point (fixture->grid, column, minute, x, y));
  gtk_widget_translate_coordinates (GTK_WIDGET (fixture->grid), GTK_WIDGET (fixture->body), *x, *y, x, y);
}

/* Pointer: down at one place, then to others, then up. */
static void
drag (Fixture *fixture, double x, double y, double to_x, double to_y)
{
  g_signal_emit_by_name (fixture->body->drag_gesture, "drag-begin", x, y);
  g_signal_emit_by_name (fixture->body->drag_gesture, "drag-update", to_x - x, to_y - y);
}

static void
drop (Fixture *fixture)
{
  g_signal_emit_by_name (fixture->body->drag_gesture, "drag-end", 0., 0.);
}

static void
test_lanes (void)
{
  g_autoptr (GPtrArray) blocks = blocks_new ();
  g_autofree LimberTimeLane *lanes = NULL;

  add_block (blocks, "a", 0, 600, 660);
  add_block (blocks, "b", 0, 630, 690);
  add_block (blocks, "c", 0, 660, 700);
  add_block (blocks, "d", 0, 700, 730);
  add_block (blocks, "e", 1, 600, 660);
  lanes = limber_time_lanes (blocks);
  g_assert_cmpuint (lanes[0].lane, ==, 0);
  g_assert_cmpuint (lanes[1].lane, ==, 1);
  g_assert_cmpuint (lanes[2].lane, ==, 0);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (lanes[i].n_lanes, ==, 2);
  g_assert_cmpuint (lanes[3].n_lanes, ==, 1);
  g_assert_cmpuint (lanes[4].n_lanes, ==, 1);
}

static void
test_geometry (void)
{
  LimberTimeGeometry geometry = { FIRST, LAST, 50, 650, 600, 3, FALSE };
  guint column = 9;

  g_assert_cmpint ((int) limber_time_geometry_y (&geometry, 9 * 60), ==, 60);
  g_assert_cmpint (limber_time_geometry_minute (&geometry, 90.5), ==, 9 * 60 + 30);
  g_assert_cmpint (limber_time_geometry_minute (&geometry, -20), ==, FIRST);
  g_assert_false (limber_time_geometry_column_at (&geometry, 30, &column));
  g_assert_true (limber_time_geometry_column_at (&geometry, 260, &column));
  g_assert_cmpuint (column, ==, 1);
  geometry.rtl = TRUE;
  g_assert_true (limber_time_geometry_column_at (&geometry, 590, &column));
  g_assert_cmpuint (column, ==, 0);
  g_assert_false (limber_time_geometry_column_at (&geometry, 630, &column));
  g_assert_cmpint ((int) limber_time_geometry_x (&geometry, 0), ==, 400);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *block = limber_time_grid_find (fixture->grid, "wren");

  gtk_test_accessible_assert_role (block, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (block, GTK_ACCESSIBLE_PROPERTY_LABEL, "wren, confirmed");
  limber_time_grid_focus (fixture->grid, 0, 9 * 60);
  gtk_test_accessible_assert_property (focus (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "09:00, Therapist 0, free until 10:00");
  limber_time_grid_focus (fixture->grid, 0, 12 * 60 + 15);
  gtk_test_accessible_assert_property (focus (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL, "12:15, Therapist 0, Lunch");
  limber_time_grid_focus (fixture->grid, 0, 8 * 60);
  gtk_test_accessible_assert_property (focus (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "08:00, Therapist 0, outside working hours");
}

static void
test_arrows_walk (Fixture *fixture, gconstpointer data)
{
  gboolean rtl = g_strcmp0 (data, "rtl") == 0;

  limber_time_grid_focus (fixture->grid, 0, 9 * 60 + 45);
  press (fixture, GDK_KEY_Down, 0);
  assert_focus_on (fixture, "wren");
  press (fixture, GDK_KEY_Down, 0);
  g_assert_true (focus (fixture) == fixture->body->slot);
  g_assert_cmpint (fixture->body->cursor_minute, ==, 10 * 60 + 45);
  press (fixture, GDK_KEY_Up, 0);
  assert_focus_on (fixture, "wren");
  press (fixture, GDK_KEY_Up, 0);
  g_assert_cmpint (fixture->body->cursor_minute, ==, 9 * 60 + 45);
  press (fixture, rtl ? GDK_KEY_Left : GDK_KEY_Right, 0);
  assert_focus_on (fixture, "otto");
  press (fixture, rtl ? GDK_KEY_Right : GDK_KEY_Left, 0);
  press (fixture, rtl ? GDK_KEY_Right : GDK_KEY_Left, 0);
  assert_heard (fixture, "step -1;");
  press (fixture, GDK_KEY_Page_Down, 0);
  assert_heard (fixture, "step 1;");
}

/* Whoever walks out at one side comes in at the other. */
static void
test_arrows_step (Fixture *fixture, gconstpointer data)
{
  limber_time_grid_focus (fixture->grid, 2, 9 * 60);
  press (fixture, GDK_KEY_Right, 0);
  assert_heard (fixture, "step 1;");
  show_usual (fixture);
  g_assert_cmpuint (fixture->body->cursor_column, ==, 0);
  g_assert_true (focus (fixture) == fixture->body->slot);
  press (fixture, GDK_KEY_Left, 0);
  assert_heard (fixture, "step -1;");
  show_usual (fixture);
  g_assert_cmpuint (fixture->body->cursor_column, ==, 2);
}

/* Every block is reached from the top of its column by arrows alone. */
static void
test_arrows_reach_everything (Fixture *fixture, gconstpointer data)
{
  guint reached = 0;

  for (guint column = 0; column < 3; column++)
    {
      limber_time_grid_focus (fixture->grid, column, FIRST);
      for (int i = 0; i < 60; i++)
        {
          GtkWidget *before = focus (fixture);

          press (fixture, GDK_KEY_Down, 0);
          if (focus (fixture) != before && LIMBER_IS_TIME_BLOCK_BUTTON (focus (fixture)))
            reached++;
        }
    }
  g_assert_cmpuint (reached, ==, 3);
}

static void
test_keys_move_and_resize (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (limber_time_grid_find (fixture->grid, "wren"));
  press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  press (fixture, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_heard (fixture, "preview wren 0 615-660;preview wren 0 630-675;preview wren 1 630-675;");
  let_go (fixture, GDK_KEY_Control_L);
  assert_heard (fixture, "move wren v3 1 630-675;");
  limber_time_grid_put_back (fixture->grid);
  assert_heard (fixture, "back;");

  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Return, 0);
  assert_heard (fixture, "preview wren 0 600-660;move wren v3 0 600-660;");
  press (fixture, GDK_KEY_Escape, 0);
  assert_heard (fixture, "back;");

  press (fixture, GDK_KEY_Up, GDK_CONTROL_MASK);
  press (fixture, GDK_KEY_Escape, 0);
  let_go (fixture, GDK_KEY_Control_L);
  assert_heard (fixture, "preview wren 0 585-630;back;");

  press (fixture, GDK_KEY_Up, GDK_CONTROL_MASK);
  press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  let_go (fixture, GDK_KEY_Control_R);
  assert_heard (fixture, "preview wren 0 585-630;preview wren 0 600-645;back;");
}

/* What the pointer draws on free time, Shift and arrows draw from the cursor on. */
static void
test_keys_make_new (Fixture *fixture, gconstpointer data)
{
  limber_time_grid_focus (fixture->grid, 2, 11 * 60);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  g_assert_true (gtk_widget_get_visible (fixture->body->lifted));
  assert_heard (fixture, "preview new 2 660-675;preview new 2 660-690;");
  let_go (fixture, GDK_KEY_Shift_L);
  assert_heard (fixture, "create 2 660-690;");
  limber_time_grid_put_back (fixture->grid);
  assert_heard (fixture, "back;");

  press (fixture, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Escape, 0);
  let_go (fixture, GDK_KEY_Shift_L);
  assert_heard (fixture, "preview new 2 660-675;back;");
}

static void
test_what_is_over_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) blocks = blocks_new ();
  double x, y;

  add_block (blocks, "over", 0, 600, 660);
  ((LimberTimeBlock *) blocks->pdata[0])->movable = FALSE;
  limber_time_grid_set_blocks (fixture->grid, blocks);
  wait_for_paint (fixture->window);
  gtk_widget_grab_focus (limber_time_grid_find (fixture->grid, "over"));
  press (fixture, GDK_KEY_Down, GDK_CONTROL_MASK);
  let_go (fixture, GDK_KEY_Control_L);
  press (fixture, GDK_KEY_Delete, 0);
  point (fixture, 0, 620, &x, &y);
  drag (fixture, x, y, x, y + 80);
  drop (fixture);
  assert_heard (fixture, "");
}

static void
test_pointer_moves (Fixture *fixture, gconstpointer data)
{
  double x, y, to_x, to_y;

  point (fixture, 0, 10 * 60 + 10, &x, &y);
  point (fixture, 2, 11 * 60 + 10, &to_x, &to_y);
  drag (fixture, x, y, to_x, to_y);
  g_assert_true (gtk_widget_get_visible (fixture->body->lifted));
  g_assert_cmpfloat (gtk_widget_get_opacity (limber_time_grid_find (fixture->grid, "wren")), <, 1);
  drop (fixture);
  assert_heard (fixture, "preview wren 2 660-705;move wren v3 2 660-705;");
  g_assert_true (gtk_widget_get_visible (fixture->body->lifted));
  limber_time_grid_put_back (fixture->grid);
  g_assert_false (gtk_widget_get_visible (fixture->body->lifted));
  g_assert_cmpfloat (gtk_widget_get_opacity (limber_time_grid_find (fixture->grid, "wren")), ==, 1);
}

static void
test_the_edge_resizes (Fixture *fixture, gconstpointer data)
{
  double x, y, to_x, to_y;

  point (fixture, 0, 15 * 60, &x, &y);
  point (fixture, 0, 15 * 60 + 30, &to_x, &to_y);
  drag (fixture, x, y - 3, to_x, to_y);
  drop (fixture);
  assert_heard (fixture, "preview lorna 0 840-930;move lorna v3 0 840-930;");
}

static void
test_free_time_makes_new (Fixture *fixture, gconstpointer data)
{
  double x, y, to_x, to_y;

  point (fixture, 2, 11 * 60 + 2, &x, &y);
  point (fixture, 2, 12 * 60, &to_x, &to_y);
  drag (fixture, x, y, to_x, to_y);
  drop (fixture);
  assert_heard (fixture, "preview new 2 660-720;create 2 660-720;");
  limber_time_grid_put_back (fixture->grid);
  assert_heard (fixture, "back;");

  g_signal_emit_by_name (fixture->body->drag_gesture, "drag-begin", x, y);
  drop (fixture);
  assert_heard (fixture, "create 2 660-660;");
}

static void
test_escape_ends_a_drag (Fixture *fixture, gconstpointer data)
{
  double x, y;

  point (fixture, 0, 10 * 60 + 10, &x, &y);
  drag (fixture, x, y, x, y + 100);
  g_string_truncate (fixture->heard, 0);
  press (fixture, GDK_KEY_Escape, 0);
  drop (fixture);
  assert_heard (fixture, "back;");
}

static void
test_menu_and_enter (Fixture *fixture, gconstpointer data)
{
  GtkWidget *block = limber_time_grid_find (fixture->grid, "otto");

  gtk_widget_grab_focus (block);
  press (fixture, GDK_KEY_F10, GDK_SHIFT_MASK);
  press (fixture, GDK_KEY_Menu, 0);
  assert_heard (fixture, "otto;otto;");
  press (fixture, GDK_KEY_Delete, 0);
  assert_heard (fixture, "cancel otto;");
  g_signal_emit_by_name (block, "clicked");
  assert_heard (fixture, "otto;");
  limber_time_grid_focus (fixture->grid, 2, 16 * 60);
  g_signal_emit_by_name (focus (fixture), "clicked");
  assert_heard (fixture, "create 2 960-960;");
}

/* Other weeks are shown by the widgets that are there; what stays keeps its widget. */
static void
test_widgets_are_reused (Fixture *fixture, gconstpointer data)
{
  guint most = 0;

  for (int week = 0; week < 6; week++)
    {
      g_autoptr (GPtrArray) blocks = blocks_new ();

      for (int i = 0; i < 20 + week % 2 * 10; i++)
        {
          g_autofree char *id = g_strdup_printf ("%d-%d", week, i);

          add_block (blocks, id, (guint) i % 3, FIRST + i / 3 * 45, FIRST + i / 3 * 45 + 30);
        }
      add_block (blocks, "stays", 2, 17 * 60, 18 * 60);
      limber_time_grid_set_blocks (fixture->grid, blocks);
      if (week == 1)
        most = limber_time_grid_get_pool_size (fixture->grid);
    }
  g_assert_cmpuint (most, ==, 31);
  g_assert_cmpuint (limber_time_grid_get_pool_size (fixture->grid), ==, most);
}

static void
test_the_focus_stays_with_its_block (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) blocks = blocks_new ();
  GtkWidget *before = limber_time_grid_find (fixture->grid, "lorna");

  gtk_widget_grab_focus (before);
  add_block (blocks, "early", 0, 8 * 60, 9 * 60);
  add_block (blocks, "lorna", 2, 16 * 60, 17 * 60);
  limber_time_grid_set_blocks (fixture->grid, blocks);
  g_assert_true (limber_time_grid_find (fixture->grid, "lorna") == before);
  assert_focus_on (fixture, "lorna");
}

/* The cursor on free time tells of the values that are there now. */
static void
test_the_cursor_follows_the_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) blocks = blocks_new ();

  limber_time_grid_focus (fixture->grid, 0, 9 * 60);
  add_block (blocks, "wren", 0, 9 * 60 + 30, 10 * 60);
  limber_time_grid_set_blocks (fixture->grid, blocks);
  gtk_test_accessible_assert_property (focus (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "09:00, Therapist 0, free until 09:30");
}

/* Booked where the cursor is: the cursor is on it. */
static void
test_the_cursor_takes_what_was_booked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) none = blocks_new ();
  g_autoptr (GPtrArray) blocks = blocks_new ();

  limber_time_grid_focus (fixture->grid, 0, 9 * 60);
  limber_time_grid_set_blocks (fixture->grid, none);
  wait_for_paint (fixture->window);
  add_block (blocks, "new", 0, 9 * 60, 10 * 60);
  limber_time_grid_set_blocks (fixture->grid, blocks);
  assert_focus_on (fixture, "new");
}

static void
assert_read_in_order (Fixture *fixture)
{
  const LimberTimeBlock *before = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->body)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const LimberTimeBlock *block;

      if (!LIMBER_IS_TIME_BLOCK_BUTTON (child) || !gtk_widget_get_visible (child))
        continue;
      block = limber_time_block_button_get (LIMBER_TIME_BLOCK_BUTTON (child));
      if (before != NULL)
        g_assert_cmpint ((int) before->column * LIMBER_TIME_DAY + before->from, <=,
                         (int) block->column * LIMBER_TIME_DAY + block->from);
      before = block;
    }
  g_assert_nonnull (before);
}

/* A screen reader walks through the children: they stand in the order of time, also after one was moved or began. */
static void
test_children_are_in_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) blocks = blocks_new ();

  assert_read_in_order (fixture);
  add_block (blocks, "wren", 2, 16 * 60, 17 * 60);
  add_block (blocks, "otto", 0, 15 * 60, 16 * 60);
  add_block (blocks, "lorna", 0, 9 * 60, 10 * 60);
  ((LimberTimeBlock *) blocks->pdata[2])->look = LIMBER_TIME_LOOK_RUNNING;
  limber_time_grid_set_blocks (fixture->grid, blocks);
  assert_read_in_order (fixture);
}

/* The block lies where the pointer finds it, and nothing moves before the owner says so. */
static void
test_hits (Fixture *fixture, gconstpointer data)
{
  double x, y;

  point (fixture, 1, 9 * 60 + 30, &x, &y);
  g_assert_true (gtk_widget_pick (GTK_WIDGET (fixture->body), x, y, GTK_PICK_DEFAULT)
                 == limber_time_grid_find (fixture->grid, "otto"));
  point (fixture, 1, 11 * 60, &x, &y);
  g_assert_true (gtk_widget_pick (GTK_WIDGET (fixture->body), x, y, GTK_PICK_DEFAULT) == GTK_WIDGET (fixture->body));
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  int before = gtk_widget_get_height (GTK_WIDGET (fixture->body));

  limber_time_grid_set_zoom (fixture->grid, 2);
  wait_for_paint (fixture->window);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->body)), >, before);
  limber_time_grid_set_zoom (fixture->grid, 1);
  wait_for_paint (fixture->window);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->body)), ==, before);
}

#define ADD(path, test) g_test_add ("/time-grid/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  limber_palette_load (gdk_display_get_default (), FALSE);
  g_test_add_func ("/time-grid/lanes", test_lanes);
  g_test_add_func ("/time-grid/geometry", test_geometry);
  ADD ("names", test_names);
  ADD ("arrows-walk", test_arrows_walk);
  g_test_add ("/time-grid/arrows-walk-rtl", Fixture, "rtl", set_up, test_arrows_walk, tear_down);
  ADD ("arrows-step", test_arrows_step);
  ADD ("arrows-reach-everything", test_arrows_reach_everything);
  ADD ("keys-move-and-resize", test_keys_move_and_resize);
  ADD ("keys-make-new", test_keys_make_new);
  ADD ("what-is-over-stays", test_what_is_over_stays);
  ADD ("pointer-moves", test_pointer_moves);
  ADD ("the-edge-resizes", test_the_edge_resizes);
  ADD ("free-time-makes-new", test_free_time_makes_new);
  ADD ("escape-ends-a-drag", test_escape_ends_a_drag);
  ADD ("menu-and-enter", test_menu_and_enter);
  ADD ("widgets-are-reused", test_widgets_are_reused);
  ADD ("the-focus-stays-with-its-block", test_the_focus_stays_with_its_block);
  ADD ("the-cursor-follows-the-values", test_the_cursor_follows_the_values);
  ADD ("the-cursor-takes-what-was-booked", test_the_cursor_takes_what_was_booked);
  ADD ("children-are-in-order", test_children_are_in_order);
  ADD ("hits", test_hits);
  ADD ("zoom", test_zoom);
  return g_test_run ();
}
