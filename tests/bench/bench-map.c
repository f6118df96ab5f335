/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one frame of the body map costs; `run.py` starts it and prints shares of a frame.
 *
 *   mark       one finding more: the call, and the frame that paints it
 *   hover      the pointer goes from one area to the next
 *
 * Milliseconds of processor time stand on standard output, one a line: what else runs on the machine does not count. */
#include <adwaita.h>
#include <time.h>

#include "widgets/body/body-map.h"
#include "widgets/palette.h"

#define STEPS 60

typedef struct {
  GMainLoop *loop;
  LimberBodyMap *map;
  GtkWidget *spot;
  LimberBodyMark marks[STEPS];
  gboolean hover;
  guint step;
  double call, frame;
} Bench;

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1000. + time.tv_nsec / 1e6;
}

static void
do_step (Bench *bench)
{
  double start = now_ms ();

  if (bench->hover)
    {
      gtk_widget_unset_state_flags (bench->spot, GTK_STATE_FLAG_PRELIGHT);
      bench->spot = gtk_widget_get_next_sibling (bench->spot) ? gtk_widget_get_next_sibling (bench->spot)
                                                              : gtk_widget_get_first_child (gtk_widget_get_parent (bench->spot));
      gtk_widget_set_state_flags (bench->spot, GTK_STATE_FLAG_PRELIGHT, FALSE);
    }
  else
    /* A session has some ten findings; the newest one differs. */
    limber_body_map_set_marks (bench->map, bench->marks + bench->step % 40, 10 + bench->step % 2);
  bench->call = now_ms () - start;
}

static gboolean
next_step (gpointer data)
{
  do_step (data);
  return G_SOURCE_REMOVE;
}

static void
on_before_paint (GdkFrameClock *clock, Bench *bench)
{
  bench->frame = now_ms ();
}

static void
on_after_paint (GdkFrameClock *clock, Bench *bench)
{
  if (bench->step > 0)
    g_print ("%.2f\n", bench->call + now_ms () - bench->frame);
  if (bench->step++ == STEPS)
    g_main_loop_quit (bench->loop);
  else
    g_idle_add_full (G_PRIORITY_LOW, next_step, bench, NULL);
}

static void
fill_marks (Bench *bench)
{
  for (int i = 0; i < STEPS; i++)
    bench->marks[i] = (LimberBodyMark) { 1 + i % LIMBER_AREA_LAST, i % 2 ? LIMBER_SIDE_LEFT : LIMBER_SIDE_RIGHT,
                                         1 + i % LIMBER_FINDING_TYPE_LAST, i % 11, i % 3 == 0, FALSE, 1 + i % 3 };
}

int
main (int argc, char **argv)
{
  Bench bench = { .hover = argc > 1 && g_str_equal (argv[1], "hover") };
  GtkWidget *window;
  GdkFrameClock *clock;

  gtk_init ();
  adw_init ();
  limber_palette_load (gdk_display_get_default (), FALSE);
  fill_marks (&bench);
  bench.loop = g_main_loop_new (NULL, FALSE);
  bench.map = LIMBER_BODY_MAP (limber_body_map_new ());
  bench.spot = limber_body_map_find_area (bench.map, LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT);
  limber_body_map_set_marks (bench.map, bench.marks, 10);
  window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (bench.map));
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 600);
  gtk_window_present (GTK_WINDOW (window));
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), &bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &bench);
  g_main_loop_run (bench.loop);
  gtk_window_destroy (GTK_WINDOW (window));
  g_main_loop_unref (bench.loop);
  return 0;
}
