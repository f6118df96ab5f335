/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include "pages/today/today-page.h"
#include "store/contact.h"
#include "store/nudge.h"

/* The day in a window: who is next, where there is room, who is due on a day with room. */

static void
set_up (PageFixture *f, gconstpointer data)
{
  page_set_up (f, limber_today_page_new);
  WAIT_UNTIL (page_find_label (f->page, "Tuesday 29 September") != NULL && page_find_row (f->page, "Hollis Farrow") != NULL);
  /* Who is due comes after the day. */
  WAIT_UNTIL (page_find_row (f->page, "Ignatius Stride") != NULL);
}

static void
choose_therapist (PageFixture *f, guint index)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (page_find (f->page, GTK_TYPE_DROP_DOWN, NULL)), index);
}

static void
test_due_on_days_with_room (PageFixture *f, gconstpointer data)
{
  g_autoptr (GVariantDict) asked = NULL;
  gint64 start = 0;
  LimberDate today = limber_date_parse (PAGE_TODAY);

  page_click (page_find_row (f->page, "Ignatius Stride"), "Book today");
  WAIT_UNTIL (f->asked != NULL);
  asked = g_variant_dict_new (f->asked);
  g_assert_true (g_variant_dict_lookup (asked, "start", "x", &start));
  g_assert_cmpint (start, ==, limber_date_at_minute (today, 16 * 60 + 15, f->zone));
  g_assert_nonnull (page_find (page_find_row (f->page, "Hanne Overpass"), GTK_TYPE_BUTTON, "Book 6 Oct"));
}

static void
test_not_rebooked_yet (PageFixture *f, gconstpointer data)
{
  g_autoptr (LimberClient) client = page_read_client (f, "Bettina Kerb");
  g_autoptr (GVariantDict) asked = NULL;
  const char *id = NULL;
  GtkWidget *label = page_find_label (page_find_row (f->page, "Bettina Kerb"), "Not rebooked yet");

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  WAIT_UNTIL (f->asked != NULL);
  asked = g_variant_dict_new (f->asked);
  g_assert_true (g_variant_dict_lookup (asked, "client", "&s", &id));
  g_assert_cmpstr (id, ==, client->base.id);
}

static void
test_room_of_one_therapist (PageFixture *f, gconstpointer data)
{
  g_assert_nonnull (page_find_label (f->page, "17 clients · 14 h on the table"));
  choose_therapist (f, 1);
  WAIT_UNTIL (page_find_label (f->page, "Wren Halloway") != NULL);
  g_assert_nonnull (page_find_label (f->page, "7 clients · 5 h 30 min on the table · 45 min free at 16:15"));
  /* Her alerts, what was open, and the race with its verdict. */
  WAIT_UNTIL (page_find_label (f->page, "Allergy: arnica") != NULL);
  g_assert_nonnull (page_find_label (f->page, "Open from Mon 14 Sep"));
  g_assert_nonnull (page_find_label (f->page, "Harrier Vale Half"));
}

static void
test_missed_while_off (PageFixture *f, gconstpointer data)
{
  g_autoptr (LimberClient) client = page_read_client (f, "Ignatius Stride");
  g_autoptr (LimberDb) db = page_open_db (f, LIMBER_DB_WRITE);
  g_autoptr (LimberNudge) nudge = limber_nudge_new ();
  g_autoptr (GError) error = NULL;
  LimberDate today = limber_date_parse (PAGE_TODAY);

  limber_record_set_text (&nudge->client_id, client->base.id);
  nudge->cycle_on = today - 41;
  nudge->round = 9;
  nudge->number = 1;
  nudge->due_at = limber_date_at_minute (today - 3, 8 * 60, f->zone);
  nudge->claimed_at = nudge->shown_at = limber_date_at_minute (today, 8 * 60, f->zone);
  g_assert_true (limber_db_begin (db, &error));
  g_assert_true (limber_record_insert (db, &limber_nudge_type, nudge, &error));
  g_assert_true (limber_db_commit (db, &error));
  WAIT_UNTIL (page_find_label (f->page, "1 reminder came due while Limber was closed.") != NULL);
}

#define ADD(name, func) g_test_add ("/today-page/" name, PageFixture, NULL, set_up, func, page_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("due-on-days-with-room", test_due_on_days_with_room);
  ADD ("not-rebooked-yet", test_not_rebooked_yet);
  ADD ("room-of-one-therapist", test_room_of_one_therapist);
  ADD ("missed-while-off", test_missed_while_off);
  return g_test_run ();
}
