/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In the treatment room, over a real store, with a real pointer and real keys: every area of both views, on both
 * sides, takes a finding, which then stands in the database and nowhere else; see body-walk.h. */
#include "../body-walk.h"

#include <gdk/x11/gdkx.h>
#include <glib/gstdio.h>

#include "pages/session/session-page.h"
#include "widgets/finding-editor.h"
#include "widgets/palette.h"

#include "../folder.h"
#include "../paint.h"
#include "../session-fixture.h"
#include "page-test.h"

#define TITLE "Limber session walk"
#define TABS_MAX 40

typedef void (*Reach) (BodyWalk *walk, GtkWidget *spot, int view);

typedef struct _Fixture Fixture;

struct _Fixture {
  BodyWalk walk;
  Reach reach;
  void (*press) (Fixture *f, GtkWidget *button);
  char *dir;
  char *path;
  char *session_id;
  LimberStore *store;
  LimberClock *clock;
  GtkWidget *page;
  GtkWidget *editor;
};

static void
open_clinic (Fixture *f)
{
  g_autoptr (LimberSession) session = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  f->dir = g_dir_make_tmp ("limber-walk-XXXXXX", NULL);
  f->path = g_build_filename (f->dir, "clinic.db", NULL);
  session = session_fixture_found (f->path, 0);
  f->session_id = g_strdup (session->base.id);
  f->store = session_fixture_open (f->path);
  f->clock = limber_clock_new_frozen (SESSION_START + 600, zone);
}

/* Shown or not. */
static GtkWidget *
find_widget (GtkWidget *widget, GType type, const char *text)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (text == NULL || g_strcmp0 (page_test_text_of (widget), text) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();

  open_clinic (f);
  f->page = limber_session_page_new (f->store, f->clock);
  gtk_window_set_title (GTK_WINDOW (window), TITLE);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_child (GTK_WINDOW (window), f->page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1390, 980);
  gtk_window_present (GTK_WINDOW (window));
  limber_session_page_open (LIMBER_SESSION_PAGE (f->page), f->session_id);
  page_test_wait_text (f->page, "0 recorded");
  body_walk_begin (&f->walk, window, LIMBER_BODY_MAP (find_widget (f->page, LIMBER_TYPE_BODY_MAP, NULL)));
  f->editor = find_widget (f->page, LIMBER_TYPE_FINDING_EDITOR, NULL);
  without_tooltips (f->page);
  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (f->walk.map)) > 550
              && gtk_widget_get_height (GTK_WIDGET (f->walk.map)) > 700);
  body_walk_focus (&f->walk, TITLE);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->walk.window));
  run_what_is_due ();
  body_walk_end (&f->walk);
  limber_store_close (f->store);
  g_clear_object (&f->store);
  g_clear_object (&f->clock);
  remove_folder (f->dir);
  g_free (f->session_id);
  g_free (f->path);
  g_free (f->dir);
}

/* Pressing a button of the popover, which has a surface of its own over the window */

static void
press_by_mouse (Fixture *f, GtkWidget *button)
{
  GtkNative *native = gtk_widget_get_native (button);
  g_autofree char *window = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (gtk_native_get_surface (native)));
  g_autofree char *px = NULL;
  g_autofree char *py = NULL;
  graphene_rect_t bounds;
  double surface_x, surface_y;

  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  g_assert_true (gtk_widget_compute_bounds (button, GTK_WIDGET (native), &bounds));
  px = g_strdup_printf ("%d", (int) (surface_x + bounds.origin.x + bounds.size.width / 2));
  py = g_strdup_printf ("%d", (int) (surface_y + bounds.origin.y + bounds.size.height / 2));
  xdotool ((const char *const[]) { "mousemove", "--window", window, px, py, "click", "1", NULL });
}

static GtkWidget *
focus_of (Fixture *f)
{
  return gtk_root_get_focus (GTK_ROOT (f->walk.window));
}

static void
press_by_keyboard (Fixture *f, GtkWidget *button)
{
  for (int i = 0; i < TABS_MAX && focus_of (f) != button; i++)
    {
      GtkWidget *before = focus_of (f);

      xdotool ((const char *const[]) { "key", "Tab", NULL });
      WAIT_UNTIL (focus_of (f) != before);
    }
  g_assert_true (focus_of (f) == button);
  xdotool ((const char *const[]) { "key", "space", NULL });
}

static GtkWidget *
button_of (Fixture *f, const char *text)
{
  return gtk_widget_get_ancestor (find_widget (f->editor, GTK_TYPE_LABEL, text), GTK_TYPE_BUTTON);
}

static void
expect_stored (Fixture *f, LimberArea area, LimberSide side)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = limber_db_open (f->path, LIMBER_DB_READ, &error);
  g_autoptr (GPtrArray) findings = limber_treatment_findings (db, f->session_id, &error);
  const LimberFinding *finding;

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  if (finding->area != area || finding->side != side || finding->type != LIMBER_FINDING_TYPE_KNOT)
    g_error ("meant %s %s, stored %s %s", limber_area_id (area), limber_side_id (side), limber_area_id (finding->area),
             limber_side_id (finding->side));
}

/* Two touches; then the popover is closed and the finding taken back, so that the next one stands alone. */
static void
record_at (gpointer data, int view, LimberArea area, LimberSide side)
{
  Fixture *f = data;
  g_autofree char *name = g_strdup_printf ("%s %s in view %d", limber_area_id (area), limber_side_id (side), view);

  f->reach (&f->walk, spot_of (&f->walk, view, area, side), view);
  WAIT_FOR (gtk_widget_get_mapped (f->editor) && gtk_widget_get_width (f->editor) > 0, name);
  wait_for_paint (f->page); /* by then the popover has its place */
  if (area != limber_area_shape (area))
    {
      f->press (f, button_of (f, "Deep side hip"));
      WAIT_FOR (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button_of (f, "Deep side hip"))), name);
    }
  f->press (f, button_of (f, "Knot"));
  WAIT_FOR (page_test_find (f->page, GTK_TYPE_LABEL, "1 recorded") != NULL, name);
  expect_stored (f, area, side);
  xdotool ((const char *const[]) { "key", "Escape", NULL });
  WAIT_FOR (!gtk_widget_get_mapped (f->editor), name);
  xdotool ((const char *const[]) { "key", "ctrl+z", NULL });
  WAIT_FOR (page_test_find (f->page, GTK_TYPE_LABEL, "0 recorded") != NULL, name);
}

static void
test_by_mouse (Fixture *f, gconstpointer data)
{
  f->reach = reach_by_mouse;
  f->press = press_by_mouse;
  body_walk_all (record_at, f);
}

static void
test_by_touch (Fixture *f, gconstpointer data)
{
  f->reach = reach_by_touch;
  f->press = press_by_mouse;
  body_walk_all (record_at, f);
}

static void
test_by_keyboard (Fixture *f, gconstpointer data)
{
  f->reach = reach_by_keyboard;
  f->press = press_by_keyboard;
  body_walk_all (record_at, f);
}

#define ADD(name, func) g_test_add ("/session-walk/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  limber_palette_load (gdk_display_get_default (), FALSE);
  ADD ("by-mouse", test_by_mouse);
  ADD ("by-touch", test_by_touch);
  ADD ("by-keyboard", test_by_keyboard);
  return g_test_run ();
}
