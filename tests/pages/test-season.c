/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-test.h"

#include "../paint.h"
#include "pages/clients/client-record.h"
#include "pages/parts/area-check.h"
#include "pages/races/race-card.h"
#include "pages/races/races-page.h"
#include "pages/today/today-page.h"
#include "services/session/session-phases.h"
#include "services/session/session-runner.h"
#include "store/client.h"
#include "store/race.h"
#include "store/staff.h"
#include "store/store.h"
#include "widgets/palette.h"

/* One athlete, one season, three races and the answers between them, on the days on which they fall. Each day has a
 * clock and a window of its own over the same clinic; LIMBER_TEST_PICTURES names a folder for pictures of the pages. */

typedef struct {
  char *dir;
  char *path;
  GTimeZone *zone;
  LimberStore *store;
  LimberClock *clock;
  GtkWidget *window;
  GtkWidget *overlay;
  LimberClient *client;
  LimberStaff *staff;
  LimberDate today;
  guint n_pictures;
} Season;

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  Season *s = data;
  g_autoptr (GError) error = NULL;

  s->store = limber_store_open_finish (result, &error);
  g_assert_no_error (error);
}

static LimberDb *
open_db (Season *s, LimberDbMode mode)
{
  g_autoptr (GError) error = NULL;
  LimberDb *db = limber_db_open (s->path, mode, &error);

  g_assert_no_error (error);
  return db;
}

static void
insert_all (Season *s, const LimberRecordType *type, gpointer *records, guint n)
{
  g_autoptr (LimberDb) db = open_db (s, LIMBER_DB_WRITE);
  g_autoptr (GError) error = NULL;

  limber_db_begin (db, &error);
  for (guint i = 0; i < n; i++)
    limber_record_insert (db, type, records[i], &error);
  limber_db_commit (db, &error);
  g_assert_no_error (error);
}

#define INSERT(s, type, record) insert_all (s, type, (gpointer[]) { record }, 1)

static void
set_up (Season *s, gconstpointer data)
{
  s->dir = g_dir_make_tmp ("limber-season-XXXXXX", NULL);
  s->path = g_build_filename (s->dir, "clinic.db", NULL);
  s->zone = g_time_zone_new_identifier ("Europe/Berlin");
  limber_db_free (open_db (s, LIMBER_DB_CREATE));
  s->client = limber_client_new ();
  s->client->name = g_strdup ("Wren Halloway");
  s->staff = limber_staff_new ();
  s->staff->name = g_strdup ("Ines Calder");
  s->staff->role = LIMBER_STAFF_ROLE_THERAPIST;
  INSERT (s, &limber_client_type, s->client);
  INSERT (s, &limber_staff_type, s->staff);
  limber_store_open_async (s->path, LIMBER_DB_WRITE, NULL, on_opened, s);
  WAIT_UNTIL (s->store != NULL);
}

static void
close_window (Season *s)
{
  if (s->window != NULL)
    gtk_window_destroy (GTK_WINDOW (s->window));
  run_what_is_due ();
  s->window = NULL;
  g_clear_object (&s->clock);
}

static void
tear_down (Season *s, gconstpointer data)
{
  close_window (s);
  limber_store_close (s->store);
  g_clear_object (&s->store);
  limber_client_free (s->client);
  limber_staff_free (s->staff);
  g_time_zone_unref (s->zone);
  g_free (s->path);
  g_free (s->dir);
}

/* A new day: another clock, another window. */
static void
on_day (Season *s, const char *date)
{
  close_window (s);
  s->today = limber_date_parse (date);
  s->clock = limber_clock_new_frozen (limber_date_at_minute (s->today, 540, s->zone), s->zone);
  s->window = adw_window_new ();
  s->overlay = adw_toast_overlay_new ();
  gtk_window_set_default_size (GTK_WINDOW (s->window), 1360, 860);
  adw_window_set_content (ADW_WINDOW (s->window), s->overlay);
  gtk_window_present (GTK_WINDOW (s->window));
}

static void
keep_picture (Season *s, const char *what)
{
  const char *folder = g_getenv ("LIMBER_TEST_PICTURES");
  g_autofree char *iso = limber_date_to_iso (s->today);
  g_autofree char *name = g_strdup_printf ("season-%02u-%s-%s.png", ++s->n_pictures, iso, what);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GtkSnapshot *snapshot;

  wait_for_paint (s->window);
  if (path == NULL)
    return;
  snapshot = gtk_snapshot_new ();
  paintable = gtk_widget_paintable_new (s->overlay);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { .98f, .98f, .98f, 1 }, &GRAPHENE_RECT_INIT (0, 0, 1360, 860));
  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), 1360, 860);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (s->window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, 1360, 860));
  gdk_texture_save_to_png (texture, path);
}

static void
show (Season *s, GtkWidget *page)
{
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (s->overlay), page);
}

static void
show_today (Season *s)
{
  show (s, limber_today_page_new (s->store, s->clock));
}

/* The card of the athlete in the race that is chosen by itself: the next one. */
static void
see_race (Season *s, const char *name, const char *words, const char *more)
{
  show (s, limber_races_page_new (s->store, s->clock));
  page_test_wait_text (s->window, name);
  WAIT_UNTIL (page_test_find (s->window, LIMBER_TYPE_RACE_CARD, NULL) != NULL);
  page_test_wait_text (page_test_find (s->window, LIMBER_TYPE_RACE_CARD, NULL), words);
  page_test_wait_text (page_test_find (s->window, LIMBER_TYPE_RACE_CARD, NULL), more);
  keep_picture (s, "races");
}

static void
see_record (Season *s, const char *words)
{
  GtkWidget *record = limber_client_record_new (s->store, s->clock);

  show (s, record);
  limber_client_record_open (LIMBER_CLIENT_RECORD (record), s->client->base.id);
  page_test_wait_text (s->window, "Wren Halloway");
  gtk_widget_activate_action (record, "record.tab", "s", "races");
  page_test_wait_text (s->window, words);
  keep_picture (s, "record");
}

/* What happens */

static void
add_race (Season *s, const char *name, const char *date, double km)
{
  g_autoptr (LimberRace) race = limber_race_new ();
  g_autoptr (LimberRaceEntry) entry = limber_race_entry_new ();

  race->name = g_strdup (name);
  race->first_on = race->last_on = limber_date_parse (date);
  race->km = km;
  INSERT (s, &limber_race_type, race);
  entry->race_id = g_strdup (race->base.id);
  entry->client_id = g_strdup (s->client->base.id);
  entry->goal = TRUE;
  entry->legs = entry->confidence = -1;
  INSERT (s, &limber_race_entry_type, entry);
}

static void
add_session (Season *s, gboolean unaware)
{
  g_autoptr (LimberSession) session = limber_session_new ();
  g_autoptr (LimberFinding) finding = limber_finding_new ();

  session->client_id = g_strdup (s->client->base.id);
  session->staff_id = g_strdup (s->staff->base.id);
  session->date = s->today;
  session->started_at = limber_date_at_minute (s->today, 480, s->zone);
  session->ended_at = session->started_at + 2700;
  session->planned_minutes = 45;
  session->state = LIMBER_SESSION_STATE_COMPLETED;
  session->style = LIMBER_STYLE_SPORTS;
  session->pressure = 4;
  session->relaxation = session->hangover_level = session->hangover_days = -1;
  INSERT (s, &limber_session_type, session);
  finding->session_id = g_strdup (session->base.id);
  finding->client_id = g_strdup (s->client->base.id);
  finding->area = LIMBER_AREA_QUADRICEPS;
  finding->side = LIMBER_SIDE_RIGHT;
  finding->type = LIMBER_FINDING_TYPE_KNOT;
  finding->source = LIMBER_FINDING_SOURCE_THERAPIST;
  finding->unaware = unaware;
  finding->severity_before = 6;
  finding->severity_after = 3;
  finding->status = LIMBER_FINDING_STATUS_OPEN;
  INSERT (s, &limber_finding_type, finding);
}

static GtkWidget *
ask (Season *s, const char *words)
{
  GtkWidget *button = NULL;

  page_test_wait_text (s->window, words);
  keep_picture (s, "today");
  for (GtkWidget *box = page_test_find (s->window, GTK_TYPE_LABEL, words); box != NULL && button == NULL;
       box = gtk_widget_get_parent (box))
    button = page_test_find (box, GTK_TYPE_BUTTON, "Ask");
  g_signal_emit_by_name (button, "clicked");
  WAIT_UNTIL (page_test_dialog (s->window) != NULL);
  return page_test_dialog (s->window);
}

/* Two clicks on the phone. */
static void
answer (Season *s, const char *words, const char *first, const char *second)
{
  GtkWidget *dialog;

  show_today (s);
  dialog = ask (s, words);
  page_test_pick_score (dialog, 0, first);
  page_test_pick_score (dialog, 1, second);
  page_test_wait_no_text (s->window, words);
}

static void
say_where_it_hurts (Season *s, const char *words)
{
  GtkWidget *check;

  show_today (s);
  check = page_test_find (ask (s, words), LIMBER_TYPE_AREA_CHECK, NULL);
  limber_area_check_point_at (LIMBER_AREA_CHECK (check), LIMBER_AREA_SOLEUS, LIMBER_SIDE_LEFT);
  page_test_pick_score (check, 0, "7");
  page_test_click (check, GTK_TYPE_BUTTON, "Save 1 Spot");
  page_test_wait_no_text (s->window, words);
}

/* The first work of a session that starts now. */
static void
assert_focus (Season *s, LimberArea area)
{
  g_autoptr (LimberDb) db = open_db (s, LIMBER_DB_WRITE);
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberSession) session = NULL;
  g_autoptr (LimberSessionSheet) sheet = NULL;
  gint64 now = limber_date_at_minute (s->today, 540, s->zone);
  LimberSessionStart start = { .client_id = s->client->base.id, .staff_id = s->staff->base.id, .minutes = 60,
                               .date = s->today, .started_at = now, .now = now };
  LimberSessionPlan plan;
  guint i = 0;

  limber_db_begin (db, &error);
  session = limber_session_runner_start (db, &start, &error);
  g_assert_no_error (error);
  sheet = limber_session_runner_load (db, session->base.id, &error);
  g_assert_no_error (error);
  limber_session_phases_of_sheet (sheet, 0, &plan);
  while (plan.phases[i].kind != LIMBER_PHASE_WORK)
    i++;
  g_assert_cmpint (plan.phases[i].area, ==, area);
  limber_db_rollback (db);
}

/* The season */

static void
spring (Season *s)
{
  on_day (s, "2026-03-02");
  add_race (s, "Harbour Ten", "2026-04-12", 10);
  see_race (s, "Harbour Ten", "Best before: Tue 7 Apr – Wed 8 Apr", "No sweet spot yet: 0 of 3 needed");
  on_day (s, "2026-04-07");
  add_session (s, TRUE);
  on_day (s, "2026-04-09");
  answer (s, "Massage hangover after Tue 7 Apr?", "4", "2");
  on_day (s, "2026-04-13");
  answer (s, "Legs and confidence on Sun 12 Apr?", "6", "6");
  on_day (s, "2026-04-15");
  say_where_it_hurts (s, "Where does it hurt after Harbour Ten?");
  on_day (s, "2026-04-20");
  assert_focus (s, LIMBER_AREA_SOLEUS);
  add_session (s, FALSE);
  on_day (s, "2026-04-22");
  answer (s, "Massage hangover after Mon 20 Apr?", "7", "5");
}

/* The unaware finding gives two extra days; once it is three sessions ago, the slow recovery keeps the days early. */
static void
summer (Season *s)
{
  on_day (s, "2026-04-23");
  add_race (s, "River Half", "2026-05-31", 21.1);
  see_race (s, "River Half", "Best before: Sun 24 May – Mon 25 May", "No sweet spot yet: 1 of 3 needed");
  see_record (s, "No sweet spot yet: 1 of 3 needed");
  on_day (s, "2026-05-04");
  add_session (s, FALSE);
  on_day (s, "2026-05-18");
  add_session (s, FALSE);
  see_race (s, "River Half", "Best before: Mon 25 May", "No sweet spot yet: 1 of 3 needed");
  on_day (s, "2026-05-25");
  add_session (s, FALSE);
  on_day (s, "2026-06-01");
  answer (s, "Legs and confidence on Sun 31 May?", "9", "9");
  see_record (s, "No sweet spot yet: 2 of 3 needed");
}

/* From the third pair on the best lead is the athlete's own. */
static void
autumn (Season *s)
{
  on_day (s, "2026-06-15");
  add_race (s, "Mill Mile", "2026-07-12", 5);
  on_day (s, "2026-07-06");
  add_session (s, FALSE);
  on_day (s, "2026-07-13");
  answer (s, "Legs and confidence on Sun 12 Jul?", "8", "8");
  add_race (s, "Saltmarsh Marathon", "2026-09-13", 42.2);
  see_record (s, "Sweet spot: 6 days out");
  on_day (s, "2026-08-20");
  see_race (s, "Saltmarsh Marathon", "Sweet spot: 6 days out", "Best mean of legs and confidence, from 3 races");
  page_test_wait_text (s->window, "Suggested Mon 7 Sep");
}

static void
test_season (Season *s, gconstpointer data)
{
  spring (s);
  summer (s);
  autumn (s);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  limber_palette_load (gdk_display_get_default (), FALSE);
  g_test_add ("/season/one-athlete-three-races", Season, NULL, set_up, test_season, tear_down);
  return g_test_run ();
}
