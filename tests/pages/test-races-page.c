/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include "pages/races/race-card.h"
#include "pages/races/races-page.h"
#include "store/race.h"
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
                                       "Ideal: leaves a few easy days before the race.");
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

#define ADD(name, func) g_test_add ("/races-page/" name, PageFixture, NULL, set_up, func, page_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("the-entrant-drives-the-picture", test_the_entrant_drives_the_picture);
  ADD ("the-picture-is-read-day-by-day", test_the_picture_is_read_day_by_day);
  ADD ("book-and-move-only-where-needed", test_book_and_move_only_where_needed);
  ADD ("remove-and-undo", test_remove_and_undo);
  return g_test_run ();
}
