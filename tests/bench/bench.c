/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One measured run, chosen by the first argument; `run.py` starts them in turn and prints the ratios.
 *
 *   hello             an empty libadwaita window, to its first painted frame
 *   start FILE        Limber on FILE, to the painted frame after everything that its page asked for has come
 *   search FILE       keys in the search of the clients, each to the painted list
 *
 * Milliseconds stand on standard output, one a line. LIMBER_BENCH_START is the monotonic time, in microseconds, at
 * which the process was started. */
#include <adwaita.h>
#include <stdlib.h>
#include <string.h>

#include "app/application.h"
#include "app/window.h"
#include "pages/clients-page.h"
#include "store/store.h"

typedef struct {
  GtkApplication *app;
  LimberWindow *window;
  gboolean search;
  guint key;
  gint64 start;
} Bench;

/* What a front desk types: names letter by letter, a team, a body area. */
static const char *const keys[] = {
  "a", "as", "ash", "ashg", "j", "ju", "jun", "juni", "junip", "b", "br", "bri", "brig", "m", "ma", "mar", "mari",
  "h", "ha", "har", "harr", "harri", "o", "od", "oda", "q", "qu", "qui", "quil", "quill", "s", "sa", "sal", "salt",
  "w", "wr", "wre", "wren", "f", "fe", "fer", "fern", "t", "ti", "to", "tob", "tobi", "c", "ca", "cal", "calf", "r",
  "ra", "raf", "raff",
};

static void wait_for_store (Bench *bench);

static gint64
process_start (void)
{
  const char *text = g_getenv ("LIMBER_BENCH_START");

  return text ? g_ascii_strtoll (text, NULL, 10) : g_get_monotonic_time ();
}

static void
print_since (gint64 start)
{
  g_print ("%.2f\n", (double) (g_get_monotonic_time () - start) / 1000.);
}

static void
press_next_key (Bench *bench)
{
  GtkWidget *page = limber_window_show_page (bench->window, "clients");

  if (bench->key == G_N_ELEMENTS (keys))
    {
      g_application_quit (G_APPLICATION (bench->app));
      return;
    }
  bench->start = g_get_monotonic_time ();
  limber_clients_page_search (LIMBER_CLIENTS_PAGE (page), keys[bench->key++]);
  wait_for_store (bench);
}

static gboolean
press_when_idle (gpointer data)
{
  press_next_key (data);
  return G_SOURCE_REMOVE;
}

static void
on_painted (GdkFrameClock *clock, Bench *bench)
{
  g_signal_handlers_disconnect_by_func (clock, on_painted, bench);
  print_since (bench->start);
  if (bench->search)
    g_idle_add_full (G_PRIORITY_LOW, press_when_idle, bench, NULL);
  else
    g_application_quit (G_APPLICATION (bench->app));
}

static gpointer
do_nothing (LimberDb *db, gpointer data, GError **error)
{
  return NULL;
}

/* Jobs run in order: when this one is back, the answers to the page are there too, and the next frame shows them. */
static void
on_store_dry (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *bench = data;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->window));

  limber_store_run_finish (LIMBER_STORE (source), result, NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), bench);
  gtk_widget_queue_draw (GTK_WIDGET (bench->window));
}

static void
wait_for_store (Bench *bench)
{
  limber_store_read_async (limber_window_get_store (bench->window), do_nothing, NULL, NULL, NULL, NULL, on_store_dry,
                           bench);
}

static gboolean
find_store (gpointer data)
{
  Bench *bench = data;
  GtkWindow *window = gtk_application_get_active_window (bench->app);

  if (!LIMBER_IS_WINDOW (window) || limber_window_get_store (LIMBER_WINDOW (window)) == NULL)
    return G_SOURCE_CONTINUE;
  bench->window = LIMBER_WINDOW (window);
  wait_for_store (bench);
  return G_SOURCE_REMOVE;
}

static void
on_hello_painted (GdkFrameClock *clock, Bench *bench)
{
  on_painted (clock, bench);
}

static void
on_hello_activate (GtkApplication *app, Bench *bench)
{
  GtkWidget *window = adw_application_window_new (app);

  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), gtk_label_new ("Hello"));
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_hello_painted), bench);
}

int
main (int argc, char **argv)
{
  Bench bench = { .start = process_start () };
  const char *mode = argc > 1 ? argv[1] : "";

  if (g_str_equal (mode, "hello"))
    {
      bench.app = GTK_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
      g_signal_connect (bench.app, "activate", G_CALLBACK (on_hello_activate), &bench);
    }
  else if (argc == 3 && (g_str_equal (mode, "start") || g_str_equal (mode, "search")))
    {
      LimberOptions options = { .database = argv[2], .page = (char *) "clients" };

      bench.search = g_str_equal (mode, "search");
      bench.app = GTK_APPLICATION (limber_application_new (&options));
      g_timeout_add (1, find_store, &bench);
    }
  else
    {
      g_printerr ("usage: bench hello | start FILE | search FILE\n");
      return 2;
    }
  return g_application_run (G_APPLICATION (bench.app), 1, argv);
}
