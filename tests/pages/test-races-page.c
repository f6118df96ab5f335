/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"
#include "page-test.h"

#include "../paint.h"

#include "pages/races/race-card.h"
#include "pages/races/races-page.h"
#include "store/race.h"
#include "widgets/palette.h"
#include "widgets/race-picture.h"

/* The races in a window: the chosen entrant drives the picture, and the picture can be heard. */

static void
set_up (PageFixture *f, gconstpointer data)
{
  page_set_up (f, limber_races_page_new);
  WAIT_UNTIL (page_find_row (f->page, "Saltmarsh Marathon") != NULL);
}

static void
choose (GtkWidget *row)
{
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
}

static GtkWidget *
choose_entrant (PageFixture *f, const char *race, const char *name)
{
  choose (page_find_row (f->page, race));
  WAIT_UNTIL (page_find_row (f->page, name) != NULL);
  choose (page_find_row (f->page, name));
  WAIT_UNTIL (page_find (f->page, LIMBER_TYPE_RACE_CARD, NULL) != NULL
             && page_find_label (page_find (f->page, LIMBER_TYPE_RACE_CARD, NULL), name) != NULL);
  return page_find (f->page, LIMBER_TYPE_RACE_PICTURE, NULL);
}

static void
test_the_entrant_drives_the_picture (PageFixture *f, gconstpointer data)
{
  GtkWidget *picture = choose_entrant (f, "Saltmarsh Marathon", "Caspian Rowe");

  g_assert_nonnull (page_find_label (f->page, "Sweet spot: 5 days out"));
  choose_entrant (f, "Saltmarsh Marathon", "Hanne Overpass");
  g_assert_nonnull (page_find_label (f->page, "Best before: Tue 6 Oct – Wed 7 Oct"));
  g_assert_nonnull (page_find_label (f->page, "Afterwards: Sat 17 Oct – Mon 19 Oct"));
  g_assert_true (picture == page_find (f->page, LIMBER_TYPE_RACE_PICTURE, NULL));
}

static void
test_the_picture_is_read_day_by_day (PageFixture *f, gconstpointer data)
{
  GtkWidget *picture = choose_entrant (f, "Saltmarsh Marathon", "Hanne Overpass");
  LimberRacePicture *one = LIMBER_RACE_PICTURE (picture);

  g_assert_cmpint (limber_race_picture_get_day (one), ==, limber_date_parse (PAGE_TODAY));
  gtk_test_accessible_assert_role (picture, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (picture, GTK_ACCESSIBLE_PROPERTY_LABEL, "Days around the race");
  gtk_test_accessible_assert_property (picture, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, -12.0);
  for (int i = 0; i < 7; i++)
    gtk_widget_activate_action (picture, "picture.move", "i", 1);
  g_assert_cmpint (limber_race_picture_get_day (one), ==, limber_date_parse ("2026-10-06"));
  gtk_test_accessible_assert_property (picture, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, -5.0);
  gtk_test_accessible_assert_property (picture, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "Tue 6 Oct, 5 days before the race. Deep work: ideal. Light work: ideal. "
                                       "Ideal: leaves a few easy days before the race. Free to book.");
  g_assert_nonnull (page_find_label (f->page, limber_race_picture_get_reading (one)));
  gtk_widget_activate_action (picture, "picture.move", "i", -1000);
  g_assert_cmpint (limber_race_picture_get_day (one), ==, limber_date_parse ("2026-09-27"));
  gtk_widget_activate_action (picture, "picture.move", "i", 1000);
  g_assert_cmpint (limber_race_picture_get_day (one), ==, limber_date_parse ("2026-11-01"));
}

static void
test_book_and_move_only_where_needed (PageFixture *f, gconstpointer data)
{
  g_autoptr (GVariantDict) asked = NULL;
  const char *appointment = NULL, *date = NULL;
  GtkWidget *row;

  choose_entrant (f, "Saltmarsh Marathon", "Tobias Fennimore");
  g_assert_null (page_find (page_find_row (f->page, "Caspian Rowe"), GTK_TYPE_BUTTON, "Book"));
  g_assert_nonnull (page_find (page_find_row (f->page, "Hanne Overpass"), GTK_TYPE_BUTTON, "Book"));
  row = page_find_row (f->page, "Tobias Fennimore");
  page_click (row, "Move…");
  WAIT_UNTIL (f->asked != NULL);
  asked = g_variant_dict_new (f->asked);
  g_assert_true (g_variant_dict_lookup (asked, "appointment", "&s", &appointment));
  g_assert_true (g_variant_dict_lookup (asked, "date", "&s", &date));
  g_assert_cmpstr (date, ==, "2026-10-06");
}

static void
test_remove_and_undo (PageFixture *f, gconstpointer data)
{
  const char *entry_id = NULL;
  g_autoptr (LimberDb) db = page_open_db (f, LIMBER_DB_READ);
  g_autoptr (LimberClient) client = page_read_client (f, "Hanne Overpass");
  g_autoptr (LimberRaceEntry) entry = limber_record_find (db, &limber_race_entry_type, NULL,
                                                          "WHERE client_id = $1 AND race_id IN "
                                                          "(SELECT id FROM race WHERE name = 'Saltmarsh Marathon')",
                                                          "s", client->base.id);

  entry_id = entry->base.id;
  choose_entrant (f, "Saltmarsh Marathon", "Hanne Overpass");
  gtk_widget_activate_action (f->page, "races.remove-entry", "s", entry_id);
  WAIT_UNTIL (page_find_row (f->page, "Hanne Overpass") == NULL);
  page_undo (f, "Hanne Overpass was removed from the race");
  WAIT_UNTIL (page_find_row (f->page, "Hanne Overpass") != NULL);
}

static GtkWidget *
open_dialog (PageFixture *f, const char *action)
{
  gtk_widget_activate_action (f->page, action, NULL);
  WAIT_UNTIL (page_test_dialog (f->window) != NULL);
  return page_test_dialog (f->window);
}

static LimberRace *
read_race (PageFixture *f, const char *name)
{
  g_autoptr (LimberDb) db = page_open_db (f, LIMBER_DB_READ);

  return limber_record_find (db, &limber_race_type, NULL, "WHERE name = $1", "s", name);
}

static void
type_into (GtkWidget *dialog, const char *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (page_test_find_row (dialog, row)), text);
}

static void
test_distance_presets (PageFixture *f, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (f, "races.add");
  g_autoptr (LimberRace) race = NULL;

  type_into (dialog, "Name", "Fjord Ultra");
  type_into (dialog, "First day", "2026-10-24");
  page_test_click (dialog, GTK_TYPE_BUTTON, "Marathon");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (page_test_find_row (dialog, "Kilometres, free for triathlon and team events"))),
                   ==, "42.195");
  page_test_click (dialog, GTK_TYPE_BUTTON, "Ultra");
  type_into (dialog, "Kilometres, free for triathlon and team events", "76,5");
  page_test_click (dialog, GTK_TYPE_BUTTON, "Save");
  WAIT_UNTIL (page_find_row (f->page, "Fjord Ultra") != NULL);
  race = read_race (f, "Fjord Ultra");
  g_assert_cmpfloat (race->km, ==, 76.5);
}

static gint64
count_entries (PageFixture *f, const char *race_name, gboolean goal)
{
  g_autoptr (LimberDb) db = page_open_db (f, LIMBER_DB_READ);
  gint64 n = 0;

  g_assert_true (limber_db_get_int (db, &n, NULL,
                                    "SELECT count(*) FROM race_entry e JOIN race r ON r.id = e.race_id "
                                    "WHERE r.name = $1 AND e.goal >= $2", "si", race_name, (gint64) goal));
  return n;
}

/* A team in one go: everybody in it who is not entered yet, with what they share. */
static void
test_a_whole_team (PageFixture *f, gconstpointer data)
{
  gint64 before, members = 0;
  GtkWidget *dialog, *team;
  g_autoptr (LimberDb) db = page_open_db (f, LIMBER_DB_READ);

  choose_entrant (f, "Saltmarsh Marathon", "Hanne Overpass");
  before = count_entries (f, "Saltmarsh Marathon", FALSE);
  dialog = open_dialog (f, "races.add-many");
  team = page_test_find (dialog, GTK_TYPE_DROP_DOWN, NULL);
  g_assert_true (limber_db_get_int (db, &members, NULL,
                                    "SELECT count(*) FROM client c WHERE c.archived_at IS NULL AND c.team_id = "
                                    "(SELECT id FROM team ORDER BY name LIMIT 1) AND c.id NOT IN "
                                    "(SELECT client_id FROM race_entry WHERE race_id = "
                                    "(SELECT id FROM race WHERE name = 'Saltmarsh Marathon'))", NULL));
  g_assert_cmpint (members, >, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (team), 1);
  WAIT_UNTIL (gtk_widget_get_sensitive (page_test_find (dialog, GTK_TYPE_BUTTON, "Add")));
  type_into (dialog, "How it should feel on the day", "calm and light");
  page_test_click (dialog, GTK_TYPE_BUTTON, "Add");
  WAIT_UNTIL (count_entries (f, "Saltmarsh Marathon", FALSE) == before + members);
}

static void
test_many_one_by_one (PageFixture *f, gconstpointer data)
{
  gint64 before;
  GtkWidget *dialog, *check;

  choose_entrant (f, "Saltmarsh Marathon", "Hanne Overpass");
  before = count_entries (f, "Saltmarsh Marathon", FALSE);
  dialog = open_dialog (f, "races.add-many");
  WAIT_UNTIL (page_test_find (dialog, GTK_TYPE_CHECK_BUTTON, NULL) != NULL);
  for (int i = 0; i < 2; i++)
    {
      check = page_test_find (dialog, GTK_TYPE_CHECK_BUTTON, NULL);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      gtk_widget_set_visible (gtk_widget_get_ancestor (check, GTK_TYPE_LIST_BOX_ROW), FALSE);
    }
  page_test_click (dialog, GTK_TYPE_BUTTON, "Add 2 Entrants");
  WAIT_UNTIL (count_entries (f, "Saltmarsh Marathon", FALSE) == before + 2);
}

/* The list says how much there is to do in each coming race. */
static void
test_load_of_a_race_week (PageFixture *f, gconstpointer data)
{
  GtkWidget *row = page_find_row (f->page, "Saltmarsh Marathon");

  g_assert_nonnull (page_test_find (row, GTK_TYPE_LABEL, "to book"));
  choose_entrant (f, "Saltmarsh Marathon", "Hanne Overpass");
  g_assert_nonnull (page_test_find (f->page, GTK_TYPE_LABEL, "have a visit before it"));
}

static void
test_older_races (PageFixture *f, gconstpointer data)
{
  g_autoptr (LimberDb) db = page_open_db (f, LIMBER_DB_WRITE);
  g_autoptr (LimberRace) race = limber_race_new ();
  g_autoptr (GError) error = NULL;
  GtkWidget *toggle = page_test_find (f->page, GTK_TYPE_TOGGLE_BUTTON, "Show older races");

  limber_record_set_text (&race->name, "Old Mill Ten");
  race->first_on = race->last_on = limber_date_parse ("2026-04-12");
  limber_db_begin (db, &error);
  limber_record_insert (db, &limber_race_type, race, &error);
  limber_db_commit (db, &error);
  g_assert_no_error (error);
  g_assert_null (page_find_row (f->page, "Old Mill Ten"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  WAIT_UNTIL (page_find_row (f->page, "Old Mill Ten") != NULL);
  choose (page_find_row (f->page, "Old Mill Ten"));
  WAIT_UNTIL (page_test_find (f->page, GTK_TYPE_LABEL, "Sunday 12 April") != NULL);
}

static void
assert_asked_for (PageFixture *f, const char *date)
{
  g_autoptr (GVariantDict) asked = NULL;
  g_autoptr (LimberClient) client = page_read_client (f, "Hanne Overpass");
  const char *on = NULL, *who = NULL;

  g_assert_nonnull (f->asked);
  asked = g_variant_dict_new (f->asked);
  g_assert_true (g_variant_dict_lookup (asked, "date", "&s", &on));
  g_assert_true (g_variant_dict_lookup (asked, "client", "&s", &who));
  g_assert_cmpstr (on, ==, date);
  g_assert_cmpstr (who, ==, client->base.id);
}

/* A free day is booked by Enter, by its button, and never when it is over. */
static void
test_a_free_day_is_booked (PageFixture *f, gconstpointer data)
{
  GtkWidget *picture = choose_entrant (f, "Saltmarsh Marathon", "Hanne Overpass");

  for (int i = 0; i < 7; i++)
    gtk_widget_activate_action (picture, "picture.move", "i", 1);
  g_clear_pointer (&f->asked, g_variant_unref);
  gtk_widget_activate_action (picture, "picture.activate", NULL);
  assert_asked_for (f, "2026-10-06");
  gtk_widget_activate_action (picture, "picture.move", "i", 1);
  page_click (f->page, "Book Wed 7 Oct");
  assert_asked_for (f, "2026-10-07");
  g_clear_pointer (&f->asked, g_variant_unref);
  gtk_widget_activate_action (picture, "picture.move", "i", -1000);
  gtk_widget_activate_action (picture, "picture.activate", NULL);
  g_assert_null (f->asked);
  g_assert_null (page_find (f->page, GTK_TYPE_BUTTON, "Book Sun 27 Sep"));
}

/* Each reason with the short name of its rule and where that comes from. */
static void
test_why (PageFixture *f, gconstpointer data)
{
  GtkWidget *picture = choose_entrant (f, "Saltmarsh Marathon", "Hanne Overpass");
  GtkWidget *why = page_test_find (f->page, GTK_TYPE_MENU_BUTTON, "Why?");
  GtkWidget *popover;

  for (int i = 0; i < 7; i++)
    gtk_widget_activate_action (picture, "picture.move", "i", 1);
  gtk_widget_grab_focus (picture);
  gtk_menu_button_popup (GTK_MENU_BUTTON (why));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (why)));
  g_assert_nonnull (page_test_find (popover, GTK_TYPE_LABEL, "Tuesday 6 October"));
  g_assert_nonnull (page_test_find (popover, GTK_TYPE_LABEL, "Deep work: ideal."));
  g_assert_nonnull (page_test_find (popover, GTK_TYPE_LABEL, "Rule B2 · The article prefers"));
}

/* On paper as on the screen; LIMBER_TEST_PICTURES names a folder for a picture of the page. */
static void
test_on_paper (PageFixture *f, gconstpointer data)
{
  GtkWidget *card;
  const char *folder = g_getenv ("LIMBER_TEST_PICTURES"), *lines[4];
  g_autofree char *path = g_build_filename (f->dir, "race.pdf", NULL);
  g_autofree char *picture = folder != NULL ? g_build_filename (folder, "race-print.png", NULL) : NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1684, 1190);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;
  LimberRacePaper paper;

  choose_entrant (f, "Saltmarsh Marathon", "Caspian Rowe");
  card = page_find (f->page, LIMBER_TYPE_RACE_CARD, NULL);
  wait_for_paint (f->window);
  limber_race_card_paper (LIMBER_RACE_CARD (card), &paper, "Caspian Rowe", lines);
  g_assert_true (limber_race_print_export (&paper, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  cairo_scale (cr, 2, 2);
  limber_race_print_draw (&paper, cr, 842, 595);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  if (picture != NULL)
    cairo_surface_write_to_png (surface, picture);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Too few races are said to be too few; pinned days hold, with their reason, until they are let go with another. */
static void
test_pin_and_unpin (PageFixture *f, gconstpointer data)
{
  GtkWidget *dialog;
  g_autoptr (LimberClient) pinned = NULL, unpinned = NULL;

  choose_entrant (f, "Saltmarsh Marathon", "Hanne Overpass");
  g_assert_nonnull (page_test_find (f->page, GTK_TYPE_LABEL, "No sweet spot yet: 0 of 3 needed"));
  page_click (f->page, "Pin the Days…");
  WAIT_UNTIL (page_test_dialog (f->window) != NULL);
  dialog = page_test_dialog (f->window);
  g_assert_false (gtk_widget_get_sensitive (page_test_find (dialog, GTK_TYPE_BUTTON, "Save")));
  type_into (dialog, "Reason", "sleeps badly after deep work");
  page_test_click (dialog, GTK_TYPE_BUTTON, "Save");
  WAIT_UNTIL (page_test_find (f->page, GTK_TYPE_LABEL, "Pinned: 4–5 days out") != NULL);
  pinned = page_read_client (f, "Hanne Overpass");
  g_assert_cmpint (pinned->pin_from, ==, 4);
  g_assert_cmpstr (pinned->pin_reason, ==, "sleeps badly after deep work");
  page_click (f->page, "Change or Unpin…");
  WAIT_UNTIL (page_test_dialog (f->window) != NULL);
  dialog = page_test_dialog (f->window);
  gtk_switch_set_active (GTK_SWITCH (page_test_find (dialog, GTK_TYPE_SWITCH, NULL)), FALSE);
  g_assert_false (gtk_widget_get_sensitive (page_test_find (dialog, GTK_TYPE_BUTTON, "Save")));
  type_into (dialog, "Reason", "sleeps well again");
  page_test_click (dialog, GTK_TYPE_BUTTON, "Save");
  WAIT_UNTIL (page_test_find (f->page, GTK_TYPE_LABEL, "No sweet spot yet") != NULL);
  unpinned = page_read_client (f, "Hanne Overpass");
  g_assert_cmpint (unpinned->pin_from, ==, 0);
  g_assert_cmpstr (unpinned->pin_reason, ==, "sleeps well again");
}

#define ADD(name, func) g_test_add ("/races-page/" name, PageFixture, NULL, set_up, func, page_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  limber_palette_load (gdk_display_get_default (), FALSE);
  ADD ("the-entrant-drives-the-picture", test_the_entrant_drives_the_picture);
  ADD ("the-picture-is-read-day-by-day", test_the_picture_is_read_day_by_day);
  ADD ("book-and-move-only-where-needed", test_book_and_move_only_where_needed);
  ADD ("remove-and-undo", test_remove_and_undo);
  ADD ("distance-presets", test_distance_presets);
  ADD ("a-whole-team", test_a_whole_team);
  ADD ("many-one-by-one", test_many_one_by_one);
  ADD ("load-of-a-race-week", test_load_of_a_race_week);
  ADD ("older-races", test_older_races);
  ADD ("a-free-day-is-booked", test_a_free_day_is_booked);
  ADD ("why", test_why);
  ADD ("on-paper", test_on_paper);
  ADD ("pin-and-unpin", test_pin_and_unpin);
  return g_test_run ();
}
