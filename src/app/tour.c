/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/tour.h"

#include <glib/gi18n-lib.h>

#include "pages/clients/self-care-print.h"
#include "pages/races/race-card.h"
#include "services/backup.h"
#include "services/care-plan.h"
#include "services/clock.h"
#include "store/client-file.h"
#include "store/due.h"
#include "store/race-list.h"
#include "store/store.h"
#include "widgets/body/body-map.h"

/* DESIGN: one step is one picture. A step sets size, colours and page and then lets the store run dry: a read job and
 * a survey that do nothing come back after all that the page asked for, because jobs run in order. Two frames
 * later the widgets show it. Answers may lead to new questions, so this is done ROUNDS times; what a page asks only
 * when it is left in peace has come SETTLE_MS later. */
#define ROUNDS 4
#define FRAMES 2
#define SETTLE_MS 400

/* The badge and the session bar come a moment after the first page. */
#define START_MS 1500

/* 200 %, in the unit of GtkSettings:gtk-xft-dpi. */
#define LARGE_TEXT_DPI (2 * 96 * 1024)

typedef struct {
  const char *name;
  const char *action; /* opens it */
  const char *page;   /* whose action it is: the type of the widget; else the window's */
} Stop;

static const Stop stops[] = {
  { "today", "win.show-page::today" },       { "schedule", "schedule.view::day", "LimberSchedulePage" },
  { "week", "schedule.view::week", "LimberSchedulePage" },
  { "clients", "win.show-page::clients" },   { "record", NULL /* of a client who is due */ },
  { "record-races", "record.tab::races", "LimberClientRecord" },
  { "self-care", "record.tab::self-care", "LimberClientRecord" },
  { "rebook", "win.show-page::rebook" },
  { "races", "win.show-page::races" },       { "race", NULL /* of a client with past races */ },
  { "referrals", "win.referrals" },          { "therapists", "win.therapists" },
  { "session", "win.open-running-session" },
  { "finding", NULL /* the popover over the map */ },
  { "wrap-up", "session.finish", "LimberSessionPage" },
  { "booking", "win.book-empty" },           { "preferences", "win.preferences" },
  { "data-safety", "win.data-safety" },
};

static const struct {
  int width, height;
  gboolean dark;
} looks[] = {
  { 1360, 860, FALSE },
  { 1360, 860, TRUE },
  { 1000, 700, FALSE },
  { 1000, 700, TRUE },
  { 900, 600, FALSE },
};

typedef struct {
  LimberWindow *window;
  char *folder;
  char *manner;
  char *client_id; /* whose record is shown */
  LimberRaceEntry *entry; /* whose race is shown */
  LimberCarePlan *plan;
  LimberDate today;
  LimberTourDone done;
  gpointer data;
  guint step;
  guint round;
  guint frame;
  gboolean ok;
} Tour;

static void begin_step (Tour *tour);
static void wait_for_store (Tour *tour);

static void
finish (Tour *tour)
{
  tour->done (tour->ok, tour->data);
  g_object_unref (tour->window);
  g_free (tour->folder);
  g_free (tour->manner);
  g_free (tour->client_id);
  g_clear_pointer (&tour->entry, limber_race_entry_free);
  g_clear_pointer (&tour->plan, limber_care_plan_free);
  g_free (tour);
}

/* Returns: (transfer none) (nullable): the first mapped widget of the type called @name in @root. */
static GtkWidget *
find_widget (GtkWidget *root, const char *name)
{
  GtkWidget *found = NULL;

  if (gtk_widget_get_mapped (root) && g_type_is_a (G_OBJECT_TYPE (root), g_type_from_name (name)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, name);
  return found;
}

/* Returns: (transfer none): what is in front: a dialog over the window, or the window itself. */
static GtkWindow *
front_window (Tour *tour)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (all, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (tour->window)
          && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return GTK_WINDOW (tour->window);
}

static GdkTexture *
take_picture (GtkWidget *window)
{
  GtkWidget *content = gtk_widget_get_first_child (window);
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  int width = gtk_widget_get_width (content);
  int height = gtk_widget_get_height (content);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, width, height);
  GdkRGBA background;

  paintable = gtk_widget_paintable_new (content);
  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (window), "window_bg_color", &background))
    gtk_snapshot_append_color (snapshot, &background, &area);
  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
  node = gtk_snapshot_to_node (snapshot);
  return node ? gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &area) : NULL;
}

/* Returns: (transfer none): the widget with a surface of its own that is to be seen. */
static GtkWidget *
picture_of (Tour *tour, const Stop *stop)
{
  GtkWidget *popover = NULL;

  if (g_str_equal (stop->name, "finding"))
    popover = find_widget (GTK_WIDGET (tour->window), "GtkPopover");
  return popover ? popover : GTK_WIDGET (front_window (tour));
}

static void
keep_picture (Tour *tour)
{
  const Stop *stop = &stops[tour->step % G_N_ELEMENTS (stops)];
  guint look = tour->step / G_N_ELEMENTS (stops);
  g_autofree char *name = g_strdup_printf ("%s-%d-%s%s%s.png", stop->name, looks[look].width,
                                           looks[look].dark ? "dark" : "light", tour->manner ? "-" : "",
                                           tour->manner ? tour->manner : "");
  g_autofree char *path = g_build_filename (tour->folder, name, NULL);
  g_autoptr (GdkTexture) texture = take_picture (picture_of (tour, stop));

  if (texture == NULL || !gdk_texture_save_to_png (texture, path))
    {
      g_printerr (_("limber: the picture %s could not be written.\n"), path);
      tour->ok = FALSE;
    }
}

/* The plan for home as it lies in the printer. */
static void
keep_paper (Tour *tour)
{
  g_autofree char *path = g_build_filename (tour->folder, "self-care-print.png", NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1190, 1684);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, 2, 2);
  limber_self_care_draw (tour->plan, tour->today, cr, 595, 842);
  tour->ok &= cairo_surface_write_to_png (surface, path) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* And the days around a race, from a window that is light. */
static void
keep_race_paper (Tour *tour)
{
  GtkWidget *card = find_widget (GTK_WIDGET (tour->window), "LimberRaceCard");
  g_autofree char *path = g_build_filename (tour->folder, "race-print.png", NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1684, 1190);
  cairo_t *cr = cairo_create (surface);
  const char *lines[4];
  LimberRacePaper paper;

  if (card != NULL)
    {
      limber_race_card_paper (LIMBER_RACE_CARD (card), &paper, _("The days around the race"), lines);
      cairo_scale (cr, 2, 2);
      limber_race_print_draw (&paper, cr, 842, 595);
      tour->ok &= cairo_surface_write_to_png (surface, path) == CAIRO_STATUS_SUCCESS;
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
close_dialogs (Tour *tour)
{
  GtkWindow *front = front_window (tour);

  GtkWidget *popover = find_widget (GTK_WIDGET (tour->window), "GtkPopover");

  if (popover)
    gtk_popover_popdown (GTK_POPOVER (popover));
  if (front != GTK_WINDOW (tour->window))
    gtk_window_destroy (front);
}

/* Back to the table: the session goes on for the next look. */
static void
leave_wrap_up (Tour *tour)
{
  GtkWidget *page = find_widget (GTK_WIDGET (tour->window), "LimberSessionPage");

  if (page && g_str_equal (stops[tour->step % G_N_ELEMENTS (stops)].name, "wrap-up"))
    gtk_widget_activate_action (page, "session.back", NULL);
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer user_data)
{
  Tour *tour = user_data;

  if (++tour->frame < FRAMES)
    return G_SOURCE_CONTINUE;
  if (++tour->round < ROUNDS)
    wait_for_store (tour);
  else
    {
      keep_picture (tour);
      if (tour->step < G_N_ELEMENTS (stops) && g_str_equal (stops[tour->step].name, "race"))
        keep_race_paper (tour);
      if (tour->plan != NULL && tour->step == 0)
        keep_paper (tour);
      close_dialogs (tour);
      leave_wrap_up (tour);
      tour->step++;
      begin_step (tour);
    }
  return G_SOURCE_REMOVE;
}

static gpointer
do_nothing (LimberDb *db, gpointer data, GError **error)
{
  return NULL;
}

static void
on_store_dry (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Tour *tour = user_data;

  limber_store_run_finish (LIMBER_STORE (source), result, NULL);
  tour->frame = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (tour->window), on_frame, tour, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (tour->window));
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  limber_store_run_finish (LIMBER_STORE (source), result, NULL);
  limber_store_survey_async (LIMBER_STORE (source), do_nothing, NULL, NULL, NULL, NULL, on_store_dry, user_data);
}

static void
wait_for_store (Tour *tour)
{
  limber_store_read_async (limber_window_get_store (tour->window), do_nothing, NULL, NULL, NULL, NULL, on_answered,
                           tour);
}

typedef struct {
  LimberDate today;
  GTimeZone *zone;
} ClientQuery;

static void
client_query_free (gpointer data)
{
  ClientQuery *query = data;

  g_time_zone_unref (query->zone);
  g_free (query);
}

/* What was found to be shown. */
typedef struct {
  char *client_id;
  LimberRaceEntry *entry;
  LimberCarePlan *plan;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_free (found->client_id);
  g_clear_pointer (&found->entry, limber_race_entry_free);
  g_clear_pointer (&found->plan, limber_care_plan_free);
  g_free (found);
}

/* Returns: (transfer full) (nullable): somebody with something to show: due, with a race ahead; else anybody. */
static char *
find_client_id (LimberDb *db, const ClientQuery *query, GError **error)
{
  g_autoptr (GPtrArray) clients = limber_due_load (db, query->today, query->zone, error);
  const LimberDueClient *found = NULL;

  for (guint i = 0; clients && i < clients->len; i++)
    {
      const LimberDueClient *client = g_ptr_array_index (clients, i);
      gboolean fits = client->state == LIMBER_REMINDER_STATE_DUE && client->next_race >= 0;

      if (found == NULL || fits)
        found = client;
      if (fits)
        break;
    }
  return found ? g_strdup (found->id) : NULL;
}

static gpointer
find_client (LimberDb *db, gpointer data, GError **error)
{
  const ClientQuery *query = data;
  Found *found = g_new0 (Found, 1);
  g_autoptr (LimberClientFile) file = NULL;

  found->client_id = find_client_id (db, query, NULL);
  found->entry = limber_race_entry_most_told (db, query->today, NULL);
  if (found->client_id != NULL)
    file = limber_client_file_load (db, found->client_id, limber_date_at_minute (query->today, 622, query->zone),
                                    query->zone, NULL);
  if (file != NULL)
    found->plan = limber_care_plan_new (file);
  return found;
}

static void
on_backed_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = limber_backup_finish (result, &error);

  if (path == NULL)
    g_printerr ("limber: %s\n", error->message);
  begin_step (user_data);
}

/* A clinic that has just been opened has no backup to show. */
static void
on_client_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Tour *tour = user_data;
  g_autofree Found *found = limber_store_run_finish (LIMBER_STORE (source), result, NULL);

  if (found != NULL)
    {
      tour->client_id = found->client_id;
      tour->entry = found->entry;
      tour->plan = found->plan;
    }
  limber_backup_async (LIMBER_STORE (source), limber_window_get_clock (tour->window), NULL, on_backed_up, tour);
}

static void
look_for_client (Tour *tour)
{
  LimberClock *clock = limber_window_get_clock (tour->window);
  ClientQuery *query = g_new0 (ClientQuery, 1);

  tour->today = query->today = limber_clock_today (clock);
  query->zone = g_time_zone_ref (limber_clock_zone (clock));
  limber_store_read_async (limber_window_get_store (tour->window), find_client, query, client_query_free, found_free, NULL,
                           on_client_found, tour);
}

static gboolean
book_client (Tour *tour)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "client", "s", tour->client_id);
  return gtk_widget_activate_action_variant (GTK_WIDGET (tour->window), "win.book", g_variant_dict_end (&dict));
}

static gboolean
touch_map (Tour *tour)
{
  GtkWidget *map = find_widget (GTK_WIDGET (tour->window), "LimberBodyMap");

  if (map)
    g_signal_emit_by_name (map, "area-activated", LIMBER_AREA_GASTROCNEMIUS, LIMBER_SIDE_LEFT);
  return map != NULL;
}

/* Returns: (transfer none) (nullable): where the action of @stop is known; its page is opened for it. */
static GtkWidget *
find_page (Tour *tour, const Stop *stop)
{
  if (stop->page == NULL)
    return GTK_WIDGET (tour->window);
  if (g_str_has_prefix (stop->action, "schedule."))
    limber_window_show_page (tour->window, "schedule");
  return find_widget (GTK_WIDGET (tour->window), stop->page);
}

/* Returns: whether there is such a place now: without a running session there is no session to show. */
static gboolean
go_to (Tour *tour, const Stop *stop)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  GtkWidget *page;

  if (g_str_equal (stop->name, "finding"))
    return touch_map (tour);
  if (g_str_equal (stop->name, "session") && limber_window_get_running_session (tour->window) == NULL)
    return FALSE;
  if (g_str_equal (stop->name, "booking") && tour->client_id != NULL)
    return book_client (tour);
  if (g_str_equal (stop->name, "race"))
    return tour->entry != NULL
           && gtk_widget_activate_action (GTK_WIDGET (tour->window), "win.show-race", "(ss)", tour->entry->race_id,
                                          tour->entry->client_id);
  if (stop->action == NULL)
    return tour->client_id
           && gtk_widget_activate_action (GTK_WIDGET (tour->window), "win.show-client", "s", tour->client_id);
  if (!g_action_parse_detailed_name (stop->action, &name, &target, NULL))
    return FALSE;
  page = find_page (tour, stop);
  return page != NULL && gtk_widget_activate_action_variant (page, name, target);
}

static gboolean
on_settled (gpointer user_data)
{
  wait_for_store (user_data);
  return G_SOURCE_REMOVE;
}

static gboolean
on_start (gpointer user_data)
{
  look_for_client (user_data);
  return G_SOURCE_REMOVE;
}

static void
begin_step (Tour *tour)
{
  for (; tour->step < G_N_ELEMENTS (stops) * G_N_ELEMENTS (looks); tour->step++)
    {
      guint look = tour->step / G_N_ELEMENTS (stops);

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          looks[look].dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                           : ADW_COLOR_SCHEME_FORCE_LIGHT);
      gtk_window_set_default_size (GTK_WINDOW (tour->window), looks[look].width, looks[look].height);
      if (go_to (tour, &stops[tour->step % G_N_ELEMENTS (stops)]))
        {
          tour->round = 0;
          g_timeout_add (SETTLE_MS, on_settled, tour);
          return;
        }
    }
  finish (tour);
}

/**
 * limber_tour_start:
 * @folder: where the pictures go; made when it is not there
 * @manner: (nullable): "large-text" (200 %), "rtl" (mirrored), or a word of the caller's that only ends the names
 * @done: called once, with whether every picture was written
 *
 * Walks through all pages of @window, large and small, light and dark, and keeps a picture of each.
 */
void
limber_tour_start (LimberWindow *window, const char *folder, const char *manner, LimberTourDone done,
                   gpointer data)
{
  Tour *tour;

  g_return_if_fail (LIMBER_IS_WINDOW (window) && limber_window_get_store (window) != NULL);

  tour = g_new0 (Tour, 1);
  tour->window = g_object_ref (window);
  tour->folder = g_strdup (folder);
  tour->manner = g_strdup (manner);
  tour->done = done;
  tour->data = data;
  tour->ok = g_mkdir_with_parents (folder, 0755) == 0;
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, "gtk-font-name", "Cantarell 11", NULL);
  if (g_strcmp0 (manner, "large-text") == 0)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", LARGE_TEXT_DPI, NULL);
  if (g_strcmp0 (manner, "rtl") == 0)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  g_timeout_add (START_MS, on_start, tour);
}
