/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include "pages/preferences/preferences.h"
#include "store/clinic.h"
#include "store/working-time.h"

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

static GtkWidget *
find_break_button (GtkWidget *widget)
{
  if (GTK_IS_TOGGLE_BUTTON (widget)
      && g_strcmp0 (gtk_widget_get_tooltip_text (widget), "With a break between two stretches") == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_break_button (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* "480-720 780-1020" */
static char *
mondays_of (PageFixture *f, const char *name)
{
  g_autoptr (LimberDb) db = page_open_db (f, LIMBER_DB_READ);
  g_autoptr (LimberStaff) staff = limber_record_find (db, &limber_staff_type, NULL, "WHERE name = $1", "s", name);
  g_autoptr (GPtrArray) hours = limber_clinic_hours (db, staff->base.id, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hours->len; i++)
    {
      const LimberWorkingHours *one = hours->pdata[i];

      if (one->weekday == 1)
        g_string_append_printf (text, "%s%d-%d", text->len > 0 ? " " : "", one->from_minute, one->to_minute);
    }
  return g_string_free (text, FALSE);
}

static gboolean
works_on_mondays (PageFixture *f, const char *expected)
{
  g_autofree char *mondays = mondays_of (f, "Ines Calder");

  return g_str_equal (mondays, expected);
}

/* A working day has a break, or is one stretch. */
static void
test_a_day_with_a_break (PageFixture *f, gconstpointer data)
{
  GtkWidget *window = open_window (f);
  GtkWidget *button;

  WAIT_UNTIL (find_row (window, "Monday") != NULL);
  g_assert_true (works_on_mondays (f, "480-720 780-1020"));
  button = find_break_button (find_row (window, "Monday"));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  WAIT_UNTIL (works_on_mondays (f, "480-1020"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  WAIT_UNTIL (works_on_mondays (f, "480-720 780-1020"));
  close_window (f, window);
}

static void
add_closure (PageFixture *f)
{
  g_autoptr (LimberDb) db = page_open_db (f, LIMBER_DB_WRITE);
  g_autoptr (LimberBlockedTime) closure = limber_blocked_time_new ();
  g_autoptr (GError) error = NULL;
  LimberDate date = limber_clock_today (f->clock) + 60;

  closure->kind = LIMBER_BLOCKED_KIND_HOLIDAY;
  closure->start_at = limber_date_at_minute (date, 0, f->zone);
  closure->end_at = limber_date_at_minute (date + 1, 0, f->zone);
  limber_record_set_text (&closure->text, "Autumn fair");
  g_assert_true (limber_db_begin (db, &error));
  g_assert_true (limber_record_insert (db, &limber_blocked_time_type, closure, &error));
  g_assert_true (limber_db_commit (db, &error));
}

static GtkWidget *
dialog_over (GtkWidget *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (gtk_window_get_transient_for (link->data) == GTK_WINDOW (window))
      return link->data;
  return NULL;
}

/* What was entered can be changed: it stays the same row. */
static void
test_a_closure_is_changed (PageFixture *f, gconstpointer data)
{
  GtkWidget *window, *dialog;

  add_closure (f);
  window = open_window (f);
  WAIT_UNTIL (find_row (window, "Clinic: Autumn fair") != NULL);
  g_signal_emit_by_name (find_row (window, "Clinic: Autumn fair"), "activated");
  WAIT_UNTIL ((dialog = dialog_over (window)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Text, such as Lunch or Summer holiday")), "Winter fair");
  page_click (dialog, "_Save");
  WAIT_UNTIL (find_row (window, "Clinic: Winter fair") != NULL);
  g_assert_null (find_row (window, "Clinic: Autumn fair"));
  WAIT_UNTIL (dialog_over (window) == NULL);
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
  ADD ("a-day-with-a-break", test_a_day_with_a_break);
  ADD ("a-closure-is-changed", test_a_closure_is_changed);
  return g_test_run ();
}
