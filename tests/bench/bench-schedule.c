/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the schedule of everybody costs; `run.py` starts it and prints shares of a frame.
 *
 *   sql FILE      one week of the clinic out of the database
 *   week FILE     Page Up: from the key to the painted week before, with its reading
 *   hover FILE    the pointer goes from one appointment to the next
 *   drag FILE     an appointment is dragged by one step, with the question of what speaks against it
 *
 * Milliseconds stand on standard output, one a line: of the clock for "sql" and "week", of the processor time of the
 * main thread for a frame of "hover" and "drag". */
#include <adwaita.h>
#include <time.h>

#include "pages/schedule/schedule-page.h"
#include "services/clock.h"
#include "store/appointment.h"
#include "store/schedule-facts.h"
#include "store/store.h"
#include "widgets/palette.h"
#include "widgets/time-grid/time-body.h"

#define STEPS 60

typedef struct {
  GMainLoop *loop;
  const char *mode;
  GTimeZone *zone;
  gint64 latest; /* appointment of the file */
  LimberStore *store;
  LimberClock *clock;
  GtkWidget *window;
  GtkWidget *page;
  LimberTimeBody *body;
  GPtrArray *shown; /* what the grid showed before the step */
  guint step;
  gint64 start;
  double call, frame;
} Bench;

static double
cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1000. + time.tv_nsec / 1e6;
}

static void
must (const GError *error)
{
  if (error)
    g_error ("%s", error->message);
}

static void
read_week (Bench *bench, LimberDb *db, LimberDate from)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberScheduleQuery) query = limber_schedule_query_new (from, from + 6, from, bench->zone);
  g_autoptr (LimberScheduleFacts) facts = limber_schedule_facts_load (db, query, &error);

  must (error);
}

/* Each once before it counts: the pages of a week that is looked at are in memory. */
static void
read_weeks (Bench *bench, LimberDb *db)
{
  LimberDate last = limber_date_from_instant (bench->latest, bench->zone);

  for (guint i = 0; i < STEPS; i++)
    {
      LimberDate from = last - 7 * (int) (i + 1);
      gint64 start;

      read_week (bench, db, from);
      start = g_get_monotonic_time ();
      read_week (bench, db, from);
      g_print ("%.3f\n", (double) (g_get_monotonic_time () - start) / 1000.);
    }
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;

  bench->store = limber_store_open_finish (result, &error);
  must (error);
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static void
point_at (Bench *bench)
{
  guint n = MAX (bench->body->blocks->len, 1);

  gtk_widget_unset_state_flags (bench->body->pool->pdata[bench->step % n], GTK_STATE_FLAG_PRELIGHT);
  gtk_widget_set_state_flags (bench->body->pool->pdata[(bench->step + 1) % n], GTK_STATE_FLAG_PRELIGHT, FALSE);
}

static void
drag_by_a_step (Bench *bench)
{
  LimberTimeBlock *block = bench->body->blocks->pdata[0];

  if (bench->body->drag.block == NULL)
    limber_time_drag_begin (bench->body, LIMBER_TIME_DRAG_MOVE, block, FALSE);
  limber_time_drag_show (bench->body, bench->step % bench->body->columns->len,
                         bench->body->geometry.first + (int) (bench->step % 20) * LIMBER_TIME_STEP,
                         bench->body->geometry.first + (int) (bench->step % 20) * LIMBER_TIME_STEP + 45);
}

static gboolean
next_step (gpointer data)
{
  Bench *bench = data;
  double before = cpu_ms ();

  bench->start = g_get_monotonic_time ();
  if (g_str_equal (bench->mode, "week"))
    gtk_widget_activate_action (bench->page, "schedule.go", "i", -1);
  else if (g_str_equal (bench->mode, "hover"))
    point_at (bench);
  else
    drag_by_a_step (bench);
  bench->call = cpu_ms () - before;
  return G_SOURCE_REMOVE;
}

static void
on_before_paint (GdkFrameClock *clock, Bench *bench)
{
  bench->frame = cpu_ms ();
}

static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  gboolean week = g_str_equal (bench->mode, "week");

  /* The first frame has no appointments yet, and another week none before it was read. */
  if (bench->body->blocks == NULL || bench->body->columns->len != 7 || bench->body->blocks->len == 0
      || (week && bench->step > 0 && bench->shown == bench->body->blocks))
    return;
  if (bench->step > 0)
    g_print ("%.2f\n", week ? (double) (g_get_monotonic_time () - bench->start) / 1000.
                            : bench->call + cpu_ms () - bench->frame);
  bench->shown = bench->body->blocks;
  if (bench->step++ == STEPS)
    g_main_loop_quit (bench->loop);
  else
    g_idle_add_full (G_PRIORITY_LOW, next_step, bench, NULL);
}

static void
show_schedule (Bench *bench, const char *path)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GdkFrameClock *clock;

  limber_store_open_async (path, LIMBER_DB_WRITE, NULL, on_opened, bench);
  while (bench->store == NULL)
    g_main_context_iteration (NULL, TRUE);
  bench->clock = limber_clock_new_frozen (bench->latest - 14 * 86400, bench->zone);
  bench->page = limber_schedule_page_new (bench->store, bench->clock);
  bench->body = LIMBER_TIME_BODY (find_type (bench->page, LIMBER_TYPE_TIME_BODY));
  bench->window = adw_window_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), bench->page);
  adw_window_set_content (ADW_WINDOW (bench->window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1360, 860);
  gtk_window_present (GTK_WINDOW (bench->window));
  clock = gtk_widget_get_frame_clock (bench->window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), bench);
  gtk_widget_activate_action (bench->page, "schedule.view", "s", "week");
  g_main_loop_run (bench->loop);
  gtk_window_destroy (GTK_WINDOW (bench->window));
  limber_store_close (bench->store);
}

int
main (int argc, char **argv)
{
  Bench bench = { .mode = argc > 2 ? argv[1] : "" };
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = NULL;
  g_autoptr (LimberAppointment) latest = NULL;

  if (argc != 3)
    {
      g_printerr ("usage: bench-schedule sql|week|hover|drag FILE\n");
      return 2;
    }
  bench.zone = g_time_zone_new_local ();
  db = limber_db_open (argv[2], LIMBER_DB_READ, &error);
  must (error);
  latest = limber_record_find (db, &limber_appointment_type, &error, "ORDER BY start_at DESC LIMIT 1", "");
  must (error);
  bench.latest = latest->start_at;
  if (g_str_equal (bench.mode, "sql"))
    {
      read_weeks (&bench, db);
      return 0;
    }
  gtk_init ();
  adw_init ();
  limber_palette_load (gdk_display_get_default (), FALSE);
  bench.loop = g_main_loop_new (NULL, FALSE);
  show_schedule (&bench, argv[2]);
  return 0;
}
