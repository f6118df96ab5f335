/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include "pages/preferences/preferences.h"
#include "store/clinic.h"

/* Every number and switch is written at once, and stands there when the window is opened again. */

static GtkWidget *
create (LimberStore *store, LimberClock *clock)
{
  return gtk_button_new_with_label ("Home");
}

static void
set_up (PageFixture *f, gconstpointer data)
{
  page_set_up (f, create);
}

static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
control (GtkWidget *window, const char *title, GType type)
{
  GtkWidget *row = find_row (window, title);

  g_assert_nonnull (row);
  return page_find (row, type, NULL);
}

static GtkWidget *
find_window (PageFixture *f)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (gtk_window_get_transient_for (link->data) == GTK_WINDOW (f->window))
      return link->data;
  return NULL;
}

static GtkWidget *
open_window (PageFixture *f)
{
  limber_preferences_present (GTK_WINDOW (f->window), f->store, f->clock, NULL);
  WAIT_UNTIL (find_window (f) != NULL && find_row (find_window (f), "Quiet hours") == NULL
             && find_row (find_window (f), "To") != NULL);
  return find_window (f);
}

static void
close_window (PageFixture *f, GtkWidget *window)
{
  gtk_window_close (GTK_WINDOW (window));
  WAIT_UNTIL (find_window (f) == NULL);
}

static LimberClinic *
read_clinic (PageFixture *f)
{
  g_autoptr (LimberDb) db = page_open_db (f, LIMBER_DB_READ);
  g_autoptr (GError) error = NULL;
  LimberClinic *clinic = limber_clinic_load (db, &error);

  g_assert_no_error (error);
  return clinic;
}

static const struct {
  const char *title;
  gsize offset;
  int value;
} numbers[] = {
  { "Turnover", G_STRUCT_OFFSET (LimberClinic, turnover), 20 },
  { "Due until day", G_STRUCT_OFFSET (LimberClinic, rules.cadence.max), 28 },
  { "Due from day", G_STRUCT_OFFSET (LimberClinic, rules.cadence.min), 18 },
  { "Ideal to", G_STRUCT_OFFSET (LimberClinic, rules.ideal_to), 6 },
  { "Ideal from", G_STRUCT_OFFSET (LimberClinic, rules.ideal_from), 5 },
  { "Extra days", G_STRUCT_OFFSET (LimberClinic, rules.extra_days), 3 },
  { "Easy days", G_STRUCT_OFFSET (LimberClinic, rules.easy_days), 2 },
  { "Races to learn from", G_STRUCT_OFFSET (LimberClinic, rules.sweet_spot_pairs), 5 },
};

static gboolean
is_written (PageFixture *f, gsize offset, int value)
{
  g_autoptr (LimberClinic) clinic = read_clinic (f);

  return G_STRUCT_MEMBER (int, clinic, offset) == value;
}

static void
test_numbers_survive (PageFixture *f, gconstpointer data)
{
  GtkWidget *window = open_window (f);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (control (window, numbers[i].title, GTK_TYPE_SPIN_BUTTON)),
                                 numbers[i].value);
      WAIT_UNTIL (is_written (f, numbers[i].offset, numbers[i].value));
    }
  close_window (f, window);
  window = open_window (f);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_cmpint (gtk_spin_button_get_value_as_int (
                       GTK_SPIN_BUTTON (control (window, numbers[i].title, GTK_TYPE_SPIN_BUTTON))),
                     ==, numbers[i].value);
  close_window (f, window);
}

static void
test_switches_and_times_survive (PageFixture *f, gconstpointer data)
{
  GtkWidget *window = open_window (f);
  GtkWidget *nudges = control (window, "Show reminders", GTK_TYPE_SWITCH);
  GtkWidget *private = control (window, "Private", GTK_TYPE_SWITCH);
  gboolean before_nudges = gtk_switch_get_active (GTK_SWITCH (nudges));
  gboolean before_private = gtk_switch_get_active (GTK_SWITCH (private));

  gtk_switch_set_active (GTK_SWITCH (nudges), !before_nudges);
  gtk_switch_set_active (GTK_SWITCH (private), !before_private);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (control (window, "From", GTK_TYPE_DROP_DOWN)), 19 * 4 + 2);
  WAIT_UNTIL (is_written (f, G_STRUCT_OFFSET (LimberClinic, nudges), !before_nudges)
             && is_written (f, G_STRUCT_OFFSET (LimberClinic, private_nudges), !before_private)
             && is_written (f, G_STRUCT_OFFSET (LimberClinic, reminders.quiet_from), 19 * 60 + 30));
  close_window (f, window);
  window = open_window (f);
  g_assert_cmpint (gtk_switch_get_active (GTK_SWITCH (control (window, "Show reminders", GTK_TYPE_SWITCH))), ==,
                   !before_nudges);
  g_assert_cmpint (gtk_drop_down_get_selected (GTK_DROP_DOWN (control (window, "From", GTK_TYPE_DROP_DOWN))), ==,
                   19 * 4 + 2);
  close_window (f, window);
}

static void
test_ranges_keep_their_order (PageFixture *f, gconstpointer data)
{
  GtkWidget *window = open_window (f);
  GtkSpinButton *from = GTK_SPIN_BUTTON (control (window, "Due from day", GTK_TYPE_SPIN_BUTTON));
  GtkSpinButton *to = GTK_SPIN_BUTTON (control (window, "Due until day", GTK_TYPE_SPIN_BUTTON));

  gtk_spin_button_set_value (from, 30);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (to), ==, 30);
  gtk_spin_button_set_value (to, 10);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (from), ==, 10);
  WAIT_UNTIL (is_written (f, G_STRUCT_OFFSET (LimberClinic, rules.cadence.min), 10)
             && is_written (f, G_STRUCT_OFFSET (LimberClinic, rules.cadence.max), 10));
  close_window (f, window);
}

static gboolean
is_called (PageFixture *f, const char *name)
{
  g_autoptr (LimberClinic) clinic = read_clinic (f);

  return g_strcmp0 (clinic->name, name) == 0;
}

static void
test_name_and_zone (PageFixture *f, gconstpointer data)
{
  GtkWidget *window = open_window (f);
  GtkWidget *zone = find_row (window, "Time zone (empty for this computer's)");
  GtkWidget *name = find_row (window, "Name");
  g_autoptr (LimberClinic) clinic = NULL;

  gtk_editable_set_text (GTK_EDITABLE (name), "Harrier Vale Hands");
  g_signal_emit_by_name (name, "apply");
  WAIT_UNTIL (is_called (f, "Harrier Vale Hands"));
  gtk_editable_set_text (GTK_EDITABLE (zone), "Middle/Nowhere");
  g_signal_emit_by_name (zone, "apply");
  g_assert_true (gtk_widget_has_css_class (zone, "error"));
  gtk_editable_set_text (GTK_EDITABLE (zone), "Europe/Lisbon");
  g_signal_emit_by_name (zone, "apply");
  g_assert_false (gtk_widget_has_css_class (zone, "error"));
  close_window (f, window);
  window = open_window (f);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (window, "Name"))), ==, "Harrier Vale Hands");
  clinic = read_clinic (f);
  g_assert_cmpstr (clinic->zone, ==, "Europe/Lisbon");
  close_window (f, window);
}

static gboolean
stands (GtkWidget *window, const char *words)
{
  GtkWidget *view = page_find (window, GTK_TYPE_TEXT_VIEW, NULL);
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &text, NULL);
  return strstr (text, words) != NULL;
}

static void
test_the_clinics_own_message (PageFixture *f, gconstpointer data)
{
  GtkWidget *window = open_window (f), *save, *view;
  GtkTextBuffer *buffer;

  WAIT_UNTIL ((view = page_find (window, GTK_TYPE_TEXT_VIEW, NULL)) != NULL && stands (window, "Just answer this mail"));
  save = page_find (window, GTK_TYPE_BUTTON, "Save message");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (buffer, "Hello {nmae}", -1);
  g_assert_nonnull (page_find_label (window, "There is no placeholder “nmae”."));
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_text_buffer_set_text (buffer, "Dear {name}, run in and see us.", -1);
  g_assert_true (gtk_widget_get_sensitive (save));
  page_click (window, "Save message");
  WAIT_UNTIL (gtk_widget_get_sensitive (page_find (window, GTK_TYPE_BUTTON, "As it came")));
  close_window (f, window);

  window = open_window (f);
  WAIT_UNTIL (page_find (window, GTK_TYPE_TEXT_VIEW, NULL) != NULL && stands (window, "run in and see us"));
  page_click (window, "As it came");
  WAIT_UNTIL (stands (window, "Just answer this mail"));
  close_window (f, window);
}

#define ADD(name, func) g_test_add ("/preferences/" name, PageFixture, NULL, set_up, func, page_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("numbers-survive", test_numbers_survive);
  ADD ("switches-and-times-survive", test_switches_and_times_survive);
  ADD ("ranges-keep-their-order", test_ranges_keep_their_order);
  ADD ("name-and-zone", test_name_and_zone);
  ADD ("the-clinics-own-message", test_the_clinics_own_message);
  return g_test_run ();
}
