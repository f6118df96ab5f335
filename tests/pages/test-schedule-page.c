/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "domain/date.h"
#include "pages/schedule/schedule-notice.h"
#include "pages/schedule/schedule-page.h"
#include "pages/schedule/schedule-sheet.h"
#include "services/clock.h"
#include "store/appointment.h"
#include "store/race.h"
#include "store/working-time.h"
#include "../store/fixture.h"
#include "../wait.h"
#include "widgets/palette.h"
#include "widgets/time-grid/time-body.h"
#include "widgets/time-grid/time-grid.h"

/* The schedule over a real store in a real window: what a person moves is in the database, or is put back. */

typedef struct {
  Fixture files;
  GTimeZone *zone;
  LimberDate today;
  LimberStore *store;
  LimberClock *clock;
  GtkWidget *window;
  GtkWidget *page;
  LimberTimeGrid *grid;
  LimberTimeBody *body;
  char *staff[2];
  char *wren;
  char *isolde;
  char *juniper; /* a client who is due */
} Desk;

static gint64
at (Desk *desk, int hour, int minute)
{
  return limber_date_at_minute (desk->today, hour * 60 + minute, desk->zone);
}

static char *
add_appointment (Desk *desk, LimberDb *db, const LimberClient *client, int staff, gint64 start, int minutes)
{
  g_autoptr (LimberAppointment) appointment = limber_appointment_new ();

  limber_record_set_text (&appointment->client_id, client->base.id);
  limber_record_set_text (&appointment->staff_id, desk->staff[staff]);
  appointment->start_at = start;
  appointment->minutes = minutes;
  appointment->turnover = 15;
  appointment->intent = LIMBER_WORK_DEEP;
  appointment->status = LIMBER_APPOINTMENT_STATUS_CONFIRMED;
  fixture_insert (db, &limber_appointment_type, appointment);
  return g_strdup (appointment->base.id);
}

static void
add_hours (Desk *desk, LimberDb *db, int staff)
{
  for (int weekday = 1; weekday <= 7; weekday++)
    {
      g_autoptr (LimberWorkingHours) hours = limber_working_hours_new ();

      limber_record_set_text (&hours->staff_id, desk->staff[staff]);
      hours->weekday = weekday;
      hours->from_minute = 8 * 60;
      hours->to_minute = 18 * 60;
      fixture_insert (db, &limber_working_hours_type, hours);
    }
}

static void
add_race (Desk *desk, LimberDb *db, const LimberClient *client, int days)
{
  g_autoptr (LimberRace) race = limber_race_new ();
  g_autoptr (LimberRaceEntry) entry = limber_race_entry_new ();

  limber_record_set_text (&race->name, "Harrier Vale Half");
  race->first_on = race->last_on = desk->today + days;
  race->km = 21.1;
  fixture_insert (db, &limber_race_type, race);
  entry->legs = entry->confidence = -1;
  limber_record_set_text (&entry->race_id, race->base.id);
  limber_record_set_text (&entry->client_id, client->base.id);
  fixture_insert (db, &limber_race_entry_type, entry);
}

static void
add_due (Desk *desk, LimberDb *db)
{
  g_autoptr (LimberClient) juniper = fixture_add_client (db, "Juniper Ashgrove");
  g_autoptr (LimberStaff) jonah = limber_record_load (db, &limber_staff_type, desk->staff[1], NULL);

  limber_session_free (fixture_add_session (db, juniper, jonah, "2026-09-11"));
  desk->juniper = g_strdup (juniper->base.id);
}

static void
fill (Desk *desk)
{
  LimberDb *db = desk->files.db;
  static const char *const names[] = { "Ines Calder", "Jonah Reeve" };
  g_autoptr (LimberClient) wren = NULL;
  g_autoptr (LimberClient) isolde = NULL;

  fixture_begin (db);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (LimberStaff) staff = fixture_add_staff (db, names[i]);

      desk->staff[i] = g_strdup (staff->base.id);
      add_hours (desk, db, i);
    }
  wren = fixture_add_client (db, "Wren Halloway");
  isolde = fixture_add_client (db, "Isolde Furlong");
  desk->wren = add_appointment (desk, db, wren, 0, at (desk, 11, 0), 45);
  desk->isolde = add_appointment (desk, db, isolde, 0, at (desk, 14, 0), 60);
  add_race (desk, db, wren, 5);
  add_due (desk, db);
  fixture_commit (db);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Desk *desk = data;
  g_autoptr (GError) error = NULL;

  desk->store = limber_store_open_finish (result, &error);
  g_assert_no_error (error);
}

static GtkWidget *
find (GtkWidget *widget, GType type, const char *label)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)
      && (label == NULL || (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), label) != NULL)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_visible (child) ? find (child, type, label) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
click (Desk *desk, const char *label)
{
  GtkWidget *words = find (desk->window, GTK_TYPE_LABEL, label);

  g_assert_nonnull (words);
  g_signal_emit_by_name (gtk_widget_get_ancestor (words, GTK_TYPE_BUTTON), "clicked");
}

static gboolean
shows_appointments (Desk *desk)
{
  return limber_time_grid_find (desk->grid, desk->wren) != NULL
         && gtk_widget_get_width (limber_time_grid_find (desk->grid, desk->wren)) > 1;
}

static void
set_up (Desk *desk, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture_set_up (&desk->files, NULL);
  desk->zone = g_time_zone_new_local ();
  desk->today = limber_date_from_ymd (2026, 9, 29);
  fill (desk);
  limber_store_open_async (desk->files.path, LIMBER_DB_WRITE, NULL, on_opened, desk);
  WAIT_UNTIL (desk->store != NULL);
  desk->clock = limber_clock_new_frozen (at (desk, 10, 22), desk->zone);
  desk->page = limber_schedule_page_new (desk->store, desk->clock);
  desk->grid = LIMBER_TIME_GRID (find (desk->page, LIMBER_TYPE_TIME_GRID, NULL));
  desk->body = LIMBER_TIME_BODY (find (GTK_WIDGET (desk->grid), LIMBER_TYPE_TIME_BODY, NULL));
  desk->window = adw_window_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), desk->page);
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 1360, 860);
  adw_window_set_content (ADW_WINDOW (desk->window), overlay);
  gtk_window_present (GTK_WINDOW (desk->window));
  WAIT_UNTIL (shows_appointments (desk));
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (desk->window));
  run_what_is_due ();
  limber_store_close (desk->store);
  g_clear_object (&desk->store);
  g_clear_object (&desk->clock);
  g_time_zone_unref (desk->zone);
  g_free (desk->staff[0]);
  g_free (desk->staff[1]);
  g_free (desk->wren);
  g_free (desk->isolde);
  g_free (desk->juniper);
  fixture_tear_down (&desk->files, NULL);
}

/* What another program would read. */
static LimberAppointment *
read_appointment (Desk *desk, const char *id)
{
  g_autoptr (GError) error = NULL;
  LimberAppointment *appointment = limber_record_load (desk->files.db, &limber_appointment_type, id, &error);

  g_assert_no_error (error);
  return appointment;
}

static void
emit_key (Desk *desk, const char *signal, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (desk->body));

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

/* Holds Ctrl and presses an arrow some times. */
static void
push (Desk *desk, const char *id, guint arrow, int times)
{
  gtk_widget_grab_focus (limber_time_grid_find (desk->grid, id));
  for (int i = 0; i < times; i++)
    emit_key (desk, "key-pressed", arrow, GDK_CONTROL_MASK);
}

static void
let_go (Desk *desk)
{
  emit_key (desk, "key-released", GDK_KEY_Control_L, 0);
}

static const LimberTimeBlock *
block (Desk *desk, const char *id)
{
  return limber_time_body_find (desk->body, id);
}

static gboolean
shows_half_past_twelve (Desk *desk)
{
  return block (desk, desk->wren)->from == 12 * 60 + 30;
}

static gboolean
shows_eleven (Desk *desk)
{
  return block (desk, desk->wren)->from == 11 * 60;
}

static gboolean
offers_undo (Desk *desk)
{
  return find (desk->window, GTK_TYPE_LABEL, "Undo") != NULL;
}

static GtkWidget *
notice (Desk *desk)
{
  return find (desk->page, LIMBER_TYPE_SCHEDULE_NOTICE, NULL);
}

static gboolean
asks (Desk *desk)
{
  return notice (desk) != NULL && find (notice (desk), GTK_TYPE_LABEL, "Move Anyway") != NULL;
}

static gboolean
previews (Desk *desk)
{
  return notice (desk) != NULL && find (notice (desk), GTK_TYPE_LABEL, "12:30 – 13:15, Ines Calder") != NULL;
}

static gboolean
tells_of_a_conflict (Desk *desk)
{
  return notice (desk) != NULL && find (notice (desk), GTK_TYPE_LABEL, "Somebody changed this appointment") != NULL;
}

static void
assert_start (Desk *desk, const char *id, gint64 start, int minutes)
{
  g_autoptr (LimberAppointment) appointment = read_appointment (desk, id);

  g_assert_cmpint (appointment->start_at, ==, start);
  g_assert_cmpint (appointment->minutes, ==, minutes);
}

static void
test_names (Desk *desk, gconstpointer data)
{
  gtk_test_accessible_assert_property (limber_time_grid_find (desk->grid, desk->wren), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "11:00 to 11:45, Wren Halloway, Confirmed, ideal before Harrier Vale Half, with Ines Calder");
  g_assert_cmpstr (block (desk, desk->wren)->verdict, ==, "ideal");
  g_assert_cmpstr (block (desk, desk->wren)->race, ==, "5 d");
  g_assert_null (block (desk, desk->isolde)->verdict);
}

static void
test_keys_move (Desk *desk, gconstpointer data)
{
  push (desk, desk->wren, GDK_KEY_Down, 6);
  WAIT_UNTIL (previews (desk));
  assert_start (desk, desk->wren, at (desk, 11, 0), 45);
  let_go (desk);
  WAIT_UNTIL (shows_half_past_twelve (desk));
  assert_start (desk, desk->wren, at (desk, 12, 30), 45);
  g_assert_false (gtk_widget_get_visible (desk->body->lifted));
  WAIT_UNTIL (offers_undo (desk));
  click (desk, "Undo");
  WAIT_UNTIL (shows_eleven (desk));
  assert_start (desk, desk->wren, at (desk, 11, 0), 45);
}

static gboolean
is_long (Desk *desk)
{
  return block (desk, desk->wren)->to - block (desk, desk->wren)->from == 60;
}

static void
test_keys_resize (Desk *desk, gconstpointer data)
{
  gtk_widget_grab_focus (limber_time_grid_find (desk->grid, desk->wren));
  emit_key (desk, "key-pressed", GDK_KEY_Down, GDK_SHIFT_MASK);
  emit_key (desk, "key-released", GDK_KEY_Shift_L, 0);
  WAIT_UNTIL (is_long (desk));
  assert_start (desk, desk->wren, at (desk, 11, 0), 60);
}

static gboolean
is_with_jonah (Desk *desk)
{
  return block (desk, desk->wren)->column == 1;
}

static void
test_a_drag_moves (Desk *desk, gconstpointer data)
{
  double x, y, to_x, to_y;

  g_assert_true (limber_time_grid_get_point (desk->grid, 0, 11 * 60 + 10, &x, &y));
  g_assert_true (limber_time_grid_get_point (desk->grid, 1, 16 * 60 + 10, &to_x, &to_y));
  gtk_widget_translate_coordinates (GTK_WIDGET (desk->grid), GTK_WIDGET (desk->body), x, y, &x, &y);
  gtk_widget_translate_coordinates (GTK_WIDGET (desk->grid), GTK_WIDGET (desk->body), to_x, to_y, &to_x, &to_y);
  g_signal_emit_by_name (desk->body->drag_gesture, "drag-begin", x, y);
  g_signal_emit_by_name (desk->body->drag_gesture, "drag-update", to_x - x, to_y - y);
  g_signal_emit_by_name (desk->body->drag_gesture, "drag-end", 0., 0.);
  WAIT_UNTIL (is_with_jonah (desk));
  {
    g_autoptr (LimberAppointment) appointment = read_appointment (desk, desk->wren);

    g_assert_cmpstr (appointment->staff_id, ==, desk->staff[1]);
    g_assert_cmpint (appointment->start_at, ==, at (desk, 16, 0));
  }
}

static void
test_a_clash_asks (Desk *desk, gconstpointer data)
{
  g_autoptr (LimberAppointment) appointment = NULL;

  push (desk, desk->wren, GDK_KEY_Down, 12);
  let_go (desk);
  WAIT_UNTIL (asks (desk));
  g_assert_nonnull (find (notice (desk), GTK_TYPE_LABEL, "Overlaps Isolde Furlong at 14:00"));
  click (desk, "Put Back");
  g_assert_null (notice (desk));
  g_assert_false (gtk_widget_get_visible (desk->body->lifted));
  assert_start (desk, desk->wren, at (desk, 11, 0), 45);

  push (desk, desk->wren, GDK_KEY_Down, 12);
  let_go (desk);
  WAIT_UNTIL (asks (desk));
  g_assert_false (gtk_widget_get_sensitive (
      gtk_widget_get_ancestor (find (notice (desk), GTK_TYPE_LABEL, "Move Anyway"), GTK_TYPE_BUTTON)));
  gtk_editable_set_text (GTK_EDITABLE (find (notice (desk), GTK_TYPE_ENTRY, NULL)), "they share the hour");
  click (desk, "Move Anyway");
  WAIT_UNTIL (offers_undo (desk));
  appointment = read_appointment (desk, desk->wren);
  g_assert_cmpint (appointment->start_at, ==, at (desk, 14, 0));
  g_assert_cmpstr (appointment->override_reason, ==, "they share the hour");
}

/* Another program moves the appointment while it is held here. */
static void
test_a_conflict_is_shown (Desk *desk, gconstpointer data)
{
  g_autoptr (LimberAppointment) other = read_appointment (desk, desk->wren);
  g_autoptr (GError) error = NULL;

  push (desk, desk->wren, GDK_KEY_Down, 6);
  fixture_begin (desk->files.db);
  other->start_at = at (desk, 16, 0);
  g_free (other->staff_id);
  other->staff_id = g_strdup (desk->staff[1]);
  g_assert_true (limber_record_update (desk->files.db, &limber_appointment_type, other, &error));
  g_assert_no_error (error);
  fixture_commit (desk->files.db);
  let_go (desk);
  WAIT_UNTIL (tells_of_a_conflict (desk));
  g_assert_nonnull (find (notice (desk), GTK_TYPE_LABEL, "16:00 – 16:45, Jonah Reeve"));
  g_assert_false (gtk_widget_get_visible (desk->body->lifted));
  assert_start (desk, desk->wren, at (desk, 16, 0), 45);
  WAIT_UNTIL (is_with_jonah (desk));
}

static gboolean
shows_a_week (Desk *desk)
{
  return desk->body->columns->len == 7;
}

static gboolean
shows_nothing (Desk *desk)
{
  return desk->body->blocks->len == 0;
}

static void
test_week_and_day (Desk *desk, gconstpointer data)
{
  guint pool;

  gtk_widget_activate_action (desk->page, "schedule.view", "s", "week");
  WAIT_UNTIL (shows_a_week (desk));
  g_assert_nonnull (limber_time_grid_find (desk->grid, desk->wren));
  pool = limber_time_grid_get_pool_size (desk->grid);
  gtk_widget_activate_action (desk->page, "schedule.go", "i", 1);
  WAIT_UNTIL (shows_nothing (desk));
  g_assert_nonnull (find (desk->page, GTK_TYPE_LABEL, "Nothing is booked here yet"));
  gtk_widget_activate_action (desk->page, "schedule.today", NULL);
  WAIT_UNTIL (shows_appointments (desk));
  g_assert_cmpuint (limber_time_grid_get_pool_size (desk->grid), ==, pool);
}

static gboolean
is_arrived (Desk *desk)
{
  return g_strcmp0 (block (desk, desk->wren)->icon, "mark-location-symbolic") == 0;
}

static void
test_the_menu_changes_the_status (Desk *desk, gconstpointer data)
{
  g_autoptr (LimberAppointment) appointment = NULL;

  gtk_widget_grab_focus (limber_time_grid_find (desk->grid, desk->wren));
  emit_key (desk, "key-pressed", GDK_KEY_F10, GDK_SHIFT_MASK);
  gtk_widget_activate_action (desk->page, "appointment.status", "s", "arrived");
  WAIT_UNTIL (is_arrived (desk));
  WAIT_UNTIL (offers_undo (desk));
  appointment = read_appointment (desk, desk->wren);
  g_assert_cmpint (appointment->status, ==, LIMBER_APPOINTMENT_STATUS_ARRIVED);
}

/* A day on which the clocks change has its wall hours in their places, and lacks one or has one twice. */

static LimberScheduleSheet *
sheet_of (Desk *desk, const char *iso, gint64 start, int minutes)
{
  LimberDb *db = desk->files.db;
  LimberDate date = limber_date_parse (iso);
  LimberScheduleView view = { .date = date };
  g_autoptr (LimberScheduleQuery) query = limber_schedule_query_new (date, date, desk->today, desk->zone);
  g_autoptr (LimberScheduleFacts) facts = NULL;
  g_autoptr (LimberClient) client = NULL;
  g_autoptr (GError) error = NULL;

  fixture_begin (db);
  client = fixture_add_client (db, "Nora Night");
  g_free (add_appointment (desk, db, client, 0, start, minutes));
  fixture_commit (db);
  facts = limber_schedule_facts_load (db, query, &error);
  g_assert_no_error (error);
  return limber_schedule_sheet_new (facts, &view, desk->clock);
}

static void
test_clocks_go_forward (Desk *desk, gconstpointer data)
{
  LimberDate date = limber_date_parse ("2027-03-28");
  g_autoptr (LimberScheduleSheet) sheet = NULL;
  const LimberTimeColumn *column;
  const LimberTimeBlock *night;

  sheet = sheet_of (desk, "2027-03-28", limber_date_at_minute (date, 90, desk->zone), 60);
  column = sheet->columns->pdata[0];
  g_assert_cmpuint (column->hatched->len, ==, 1);
  g_assert_cmpint (g_array_index (column->hatched, LimberTimeStretch, 0).from, ==, 2 * 60);
  g_assert_cmpint (g_array_index (column->hatched, LimberTimeStretch, 0).to, ==, 3 * 60);
  g_assert_cmpint (g_array_index (column->open, LimberTimeStretch, 0).from, ==, 8 * 60);
  night = sheet->blocks->pdata[0];
  g_assert_cmpint (night->from, ==, 90);
  g_assert_cmpint (night->to, ==, 3 * 60 + 30);
  g_assert_cmpint (sheet->first, ==, 60);
}

static void
test_clocks_go_back (Desk *desk, gconstpointer data)
{
  LimberDate date = limber_date_parse ("2026-10-25");
  g_autoptr (LimberScheduleSheet) sheet = NULL;
  const LimberTimeColumn *column;
  const LimberTimeBlock *block_of_day;

  sheet = sheet_of (desk, "2026-10-25", limber_date_at_minute (date, 10 * 60, desk->zone), 45);
  column = sheet->columns->pdata[0];
  g_assert_cmpuint (column->hatched->len, ==, 0);
  g_assert_cmpint (g_array_index (column->open, LimberTimeStretch, 0).from, ==, 8 * 60);
  block_of_day = sheet->blocks->pdata[0];
  g_assert_cmpint (block_of_day->from, ==, 10 * 60);
  g_assert_cmpint (block_of_day->to, ==, 10 * 60 + 45);
}

/* Colours tell who works, or on demand how far an appointment is. */
static void
test_colors (Desk *desk, gconstpointer data)
{
  g_assert_cmpint (block (desk, desk->wren)->color, <, LIMBER_TIME_COLOR_STATUS);
  gtk_widget_activate_action (desk->page, "schedule.status-colors", NULL);
  g_assert_cmpint (block (desk, desk->wren)->color, ==, LIMBER_TIME_COLOR_STATUS + 1);
  gtk_widget_activate_action (desk->page, "schedule.status-colors", NULL);
  g_assert_cmpint (block (desk, desk->wren)->color, <, LIMBER_TIME_COLOR_STATUS);
}

/* Who is due stands beside the day, or makes room, as a person likes it. */
static void
test_the_side_is_a_choice (Desk *desk, gconstpointer data)
{
  WAIT_UNTIL (find (desk->page, GTK_TYPE_LABEL, "Due to rebook") != NULL);
  gtk_widget_activate_action (desk->page, "schedule.side", NULL);
  g_assert_null (find (desk->page, GTK_TYPE_LABEL, "Due to rebook"));
  gtk_widget_activate_action (desk->page, "schedule.side", NULL);
  g_assert_nonnull (find (desk->page, GTK_TYPE_LABEL, "Due to rebook"));
}

static gboolean
says_that_nobody_works (Desk *desk)
{
  return find (desk->page, GTK_TYPE_LABEL, "Nobody works at this time") != NULL;
}

/* A closed day asks nobody to click on free time. */
static void
test_a_closed_day (Desk *desk, gconstpointer data)
{
  g_autoptr (LimberBlockedTime) closed = limber_blocked_time_new ();

  closed->start_at = limber_date_at_minute (desk->today + 7, 0, desk->zone);
  closed->end_at = limber_date_at_minute (desk->today + 8, 0, desk->zone);
  closed->kind = LIMBER_BLOCKED_KIND_HOLIDAY;
  fixture_begin (desk->files.db);
  fixture_insert (desk->files.db, &limber_blocked_time_type, closed);
  fixture_commit (desk->files.db);
  for (int i = 0; i < 6; i++)
    gtk_widget_activate_action (desk->page, "schedule.go", "i", 1);
  WAIT_UNTIL (find (desk->page, GTK_TYPE_LABEL, "Nothing is booked here yet") != NULL);
  gtk_widget_activate_action (desk->page, "schedule.go", "i", 1);
  WAIT_UNTIL (says_that_nobody_works (desk));
}

static gboolean
lists_juniper (Desk *desk)
{
  return find (desk->page, GTK_TYPE_LABEL, "Juniper Ashgrove") != NULL;
}

static gboolean
shows_ghosts (Desk *desk)
{
  return limber_time_grid_find (desk->grid, "ghost-0") != NULL;
}

static gboolean
shows_no_ghosts (Desk *desk)
{
  return !shows_ghosts (desk);
}

/* Who is due stands beside the day; picking one shows where they fit, and nothing of it lies on what is booked. */
static void
test_who_is_due_fits (Desk *desk, gconstpointer data)
{
  GtkWidget *row;

  WAIT_UNTIL (lists_juniper (desk));
  row = gtk_widget_get_ancestor (find (desk->page, GTK_TYPE_LABEL, "Juniper Ashgrove"), GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  WAIT_UNTIL (shows_ghosts (desk));
  for (guint i = 0; i < desk->body->blocks->len; i++)
    {
      const LimberTimeBlock *ghost = desk->body->blocks->pdata[i];

      if (ghost->look != LIMBER_TIME_LOOK_GHOST)
        continue;
      g_assert_false (ghost->movable);
      g_assert_cmpint (ghost->from, >=, 10 * 60 + 22);
      for (guint j = 0; j < desk->body->blocks->len; j++)
        {
          const LimberTimeBlock *other = desk->body->blocks->pdata[j];

          if (other->look != LIMBER_TIME_LOOK_GHOST && other->column == ghost->column)
            g_assert_true (ghost->to <= other->from || ghost->from >= other->to + other->turnover);
        }
    }
  row = gtk_widget_get_ancestor (find (desk->page, GTK_TYPE_LABEL, "Juniper Ashgrove"), GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  WAIT_UNTIL (shows_no_ghosts (desk));
}

/* A therapist who left still has a column on the days with their appointments. */
static gboolean
shows_that_ines_left (Desk *desk)
{
  return desk->body->columns->len == 2 && limber_time_grid_find (desk->grid, desk->wren) != NULL
         && strcmp (((LimberTimeColumn *) desk->body->columns->pdata[1])->detail, "no longer here") == 0;
}

static void
test_who_left_stays_readable (Desk *desk, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberStaff) ines = limber_record_load (desk->files.db, &limber_staff_type, desk->staff[0], &error);

  g_assert_no_error (error);
  fixture_begin (desk->files.db);
  ines->archived_at = at (desk, 9, 0);
  g_assert_true (limber_record_update (desk->files.db, &limber_staff_type, ines, &error));
  fixture_commit (desk->files.db);
  WAIT_UNTIL (shows_that_ines_left (desk));
}

#define ADD(path, test) g_test_add ("/schedule-page/" path, Desk, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  limber_palette_load (gdk_display_get_default (), FALSE);
  ADD ("names", test_names);
  ADD ("keys-move", test_keys_move);
  ADD ("keys-resize", test_keys_resize);
  ADD ("a-drag-moves", test_a_drag_moves);
  ADD ("a-clash-asks", test_a_clash_asks);
  ADD ("a-conflict-is-shown", test_a_conflict_is_shown);
  ADD ("week-and-day", test_week_and_day);
  ADD ("the-menu-changes-the-status", test_the_menu_changes_the_status);
  ADD ("clocks-go-forward", test_clocks_go_forward);
  ADD ("clocks-go-back", test_clocks_go_back);
  ADD ("colors", test_colors);
  ADD ("the-side-is-a-choice", test_the_side_is_a_choice);
  ADD ("a-closed-day", test_a_closed_day);
  ADD ("who-is-due-fits", test_who_is_due_fits);
  ADD ("who-left-stays-readable", test_who_left_stays_readable);
  return g_test_run ();
}
