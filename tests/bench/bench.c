/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One measured run, chosen by the first argument; `run.py` starts them in turn and prints the ratios.
 *
 *   hello                   an empty libadwaita window, to its first painted frame
 *   start FILE NOW PAGE     Limber on FILE at NOW, to the first painted frame in which PAGE is filled
 *   search FILE NOW         keys in the search of the clients, each to the painted list of what it finds
 *   sit FILE                no measurement: remembers who sits at this desk, as after the very first start
 *
 * Filled means what a person would call so: on the page of the clients, every line of the list that is in sight
 * has been painted with the words of a client; elsewhere, the frame after all answers to the page have come.
 * Each line on standard output has two numbers of milliseconds: of the clock, and of the processor time that the
 * main thread used meanwhile, which a busy machine does not stretch. LIMBER_BENCH_START is the monotonic time, in
 * microseconds, at which the process was started. */
#include <adwaita.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app/application.h"
#include "app/window.h"
#include "limber-config.h"
#include "models/client-list.h"
#include "pages/clients/clients-page.h"
#include "store/clinic.h"
#include "store/store.h"
#include "widgets/client-line.h"

/* A fast typist's pause between two keys. */
#define PAUSE_MS 60
/* Until all that the start put off is over. */
#define REST_MS 3000

typedef struct {
  GtkApplication *app;
  LimberWindow *window;
  const char *page;
  gboolean search;
  gboolean answered; /* what is asked for has come, and the next frame shows it */
  guint key;
  gint64 start;     /* µs of the clock */
  double cpu_start; /* ms of the processor */
} Bench;

/* What a front desk types: names letter by letter, a team, a body area, and then the search is emptied. */
static const char *const keys[] = {
  "a", "as", "ash", "ashg", "", "j", "ju", "jun", "juni", "junip", "", "b", "br", "bri", "brig", "", "m", "ma", "mar",
  "mari", "", "h", "ha", "har", "harr", "harri", "", "o", "od", "oda", "", "q", "qu", "qui", "quil", "quill", "", "s",
  "sa", "sal", "salt", "", "w", "wr", "wre", "wren", "", "f", "fe", "fer", "fern", "", "t", "ti", "to", "tob", "tobi",
  "", "c", "ca", "cal", "calf", "", "r", "ra", "raf", "raff", "raff q", "",
};

static gint64
process_start (void)
{
  const char *text = g_getenv ("LIMBER_BENCH_START");

  return text ? g_ascii_strtoll (text, NULL, 10) : g_get_monotonic_time ();
}

static double
cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1000. + time.tv_nsec / 1e6;
}

static void
print_times (const Bench *bench)
{
  g_print ("%.2f %.2f\n", (double) (g_get_monotonic_time () - bench->start) / 1000., cpu_ms () - bench->cpu_start);
}

/* Looking at the window */

static GtkWidget *
find_below (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_below (child, type);
  return found;
}

static GtkWidget *
find_list (Bench *bench)
{
  GtkWidget *line = find_below (GTK_WIDGET (bench->window), LIMBER_TYPE_CLIENT_LINE);

  return line ? gtk_widget_get_ancestor (line, GTK_TYPE_LIST_VIEW) : NULL;
}

/* Whether lines with words reach from the top of the list to its bottom, or to the end of the list. */
static gboolean
is_list_filled (GtkWidget *list)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))), n = 0;
  double reach = 0;

  if (!gtk_widget_get_mapped (list))
    return FALSE;
  for (GtkWidget *row = gtk_widget_get_first_child (list); row; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *line = find_below (row, LIMBER_TYPE_CLIENT_LINE);
      graphene_rect_t box;

      if (!line || !gtk_widget_compute_bounds (row, list, &box) || box.origin.y >= (float) gtk_widget_get_height (list))
        continue;
      if (limber_client_line_get_name (LIMBER_CLIENT_LINE (line)) == NULL)
        return FALSE;
      reach = MAX (reach, box.origin.y + box.size.height);
      n++;
    }
  return n > 0 && (n == n_items || reach + 1 >= gtk_widget_get_height (list));
}

static gboolean
is_filled (Bench *bench)
{
  GtkWidget *list = g_str_equal (bench->page, "clients") ? find_list (bench) : NULL;

  if (!bench->answered)
    return FALSE;
  return list ? is_list_filled (list) : bench->search || !g_str_equal (bench->page, "clients");
}

/* The list that the page follows, below what stands between it and the view. */
static GListModel *
find_client_list (Bench *bench)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find_list (bench))));

  while (!LIMBER_IS_CLIENT_LIST (model))
    model = GTK_IS_SLICE_LIST_MODEL (model) ? gtk_slice_list_model_get_model (GTK_SLICE_LIST_MODEL (model))
                                            : gtk_single_selection_get_model (GTK_SINGLE_SELECTION (model));
  return model;
}

/* Keys */

static void
on_found (Bench *bench)
{
  bench->answered = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (bench->window));
}

static void
press_next_key (Bench *bench)
{
  if (bench->key == G_N_ELEMENTS (keys))
    {
      g_application_quit (G_APPLICATION (bench->app));
      return;
    }
  bench->answered = FALSE;
  bench->start = g_get_monotonic_time ();
  bench->cpu_start = cpu_ms ();
  limber_clients_page_search (LIMBER_CLIENTS_PAGE (limber_window_show_page (bench->window, "clients")),
                              keys[bench->key++]);
}

static gboolean
on_rested (gpointer data)
{
  Bench *bench = data;

  if (bench->key == 0)
    g_signal_connect_swapped (find_client_list (bench), "loaded", G_CALLBACK (on_found), bench);
  press_next_key (bench);
  return G_SOURCE_REMOVE;
}

/* Painting */

static void
on_painted (GdkFrameClock *clock, Bench *bench)
{
  if (!is_filled (bench))
    return;
  bench->answered = FALSE;
  if (!bench->search || bench->key > 0)
    print_times (bench);
  if (bench->search)
    g_timeout_add (bench->key > 0 ? PAUSE_MS : REST_MS, on_rested, bench);
  else
    g_application_quit (G_APPLICATION (bench->app));
}

/* Starting */

static gpointer
do_nothing (LimberDb *db, gpointer data, GError **error)
{
  return NULL;
}

/* Jobs run in order: when this one is back, the answers to the page are there too. */
static void
on_store_dry (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *bench = data;

  limber_store_run_finish (LIMBER_STORE (source), result, NULL);
  bench->answered = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (bench->window));
}

static gboolean
wait_for_store (gpointer data)
{
  Bench *bench = data;
  LimberStore *store = limber_window_get_store (bench->window);

  if (store == NULL)
    return G_SOURCE_CONTINUE;
  limber_store_read_async (store, do_nothing, NULL, NULL, NULL, NULL, on_store_dry, bench);
  return G_SOURCE_REMOVE;
}

static void
on_mapped (GtkWidget *window, Bench *bench)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_painted), bench);
  if (!bench->window)
    bench->answered = TRUE;
  else if (wait_for_store (bench))
    g_timeout_add (1, wait_for_store, bench);
}

static void
on_window_added (GtkApplication *app, GtkWindow *window, Bench *bench)
{
  if (LIMBER_IS_WINDOW (window))
    bench->window = LIMBER_WINDOW (window);
  g_signal_connect (window, "map", G_CALLBACK (on_mapped), bench);
}

static void
on_hello_activate (GtkApplication *app)
{
  GtkWidget *window = adw_application_window_new (app);

  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), gtk_label_new ("Hello"));
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_present (GTK_WINDOW (window));
}

/* Returns: what g_application_run() would. */
static int
sit (const char *path)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autoptr (LimberDb) db = limber_db_open (full, LIMBER_DB_READ, NULL);
  g_autoptr (GPtrArray) staff = db ? limber_clinic_staff (db, FALSE, NULL) : NULL;
  g_autoptr (GSettings) settings = g_settings_new (LIMBER_APP_ID);
  GVariantBuilder desks;

  if (!staff || staff->len == 0)
    return 1;
  g_variant_builder_init (&desks, G_VARIANT_TYPE ("a{ss}"));
  g_variant_builder_add (&desks, "{ss}", full, ((LimberStaff *) staff->pdata[0])->base.id);
  g_settings_set_value (settings, "desks", g_variant_builder_end (&desks));
  g_settings_sync ();
  return 0;
}

static gboolean
make_application (Bench *bench, int argc, char **argv)
{
  const char *mode = argc > 1 ? argv[1] : "";
  LimberOptions options = { .database = argc > 2 ? argv[2] : NULL, .now = argc > 3 ? argv[3] : NULL };

  bench->search = g_str_equal (mode, "search");
  bench->page = argc > 4 ? argv[4] : "clients";
  options.page = (char *) bench->page;
  if (argc == 2 && g_str_equal (mode, "hello"))
    {
      bench->page = "hello";
      bench->app = GTK_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
      g_signal_connect (bench->app, "activate", G_CALLBACK (on_hello_activate), NULL);
    }
  else if ((argc == 4 && bench->search) || (argc == 5 && g_str_equal (mode, "start")))
    bench->app = GTK_APPLICATION (limber_application_new (&options));
  return bench->app != NULL;
}

int
main (int argc, char **argv)
{
  Bench bench = { .start = process_start () };

  if (argc == 3 && g_str_equal (argv[1], "sit"))
    return sit (argv[2]);
  if (!make_application (&bench, argc, argv))
    {
      g_printerr ("usage: bench hello | start FILE NOW PAGE | search FILE NOW | sit FILE\n");
      return 2;
    }
  g_signal_connect (bench.app, "window-added", G_CALLBACK (on_window_added), &bench);
  return g_application_run (G_APPLICATION (bench.app), 1, argv);
}
