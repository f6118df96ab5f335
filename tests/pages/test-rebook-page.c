/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include "pages/rebook/rebook-page.h"
#include "store/contact.h"

/* The queue in a window: what a row says, what it does, and that Undo puts everything back. */

static void
set_up (PageFixture *f, gconstpointer data)
{
  page_set_up (f, limber_rebook_page_new);
  WAIT_UNTIL (page_find_row (f->page, "Ignatius Stride") != NULL);
}

static gboolean
is_snoozed (PageFixture *f, const char *name, LimberDate until)
{
  g_autoptr (LimberClient) client = page_read_client (f, name);

  return client->snoozed_until == until;
}

static guint
count_contacts (PageFixture *f)
{
  g_autoptr (LimberDb) db = page_open_db (f, LIMBER_DB_READ);
  g_autoptr (GPtrArray) contacts = limber_record_select (db, &limber_contact_type, NULL, "", "");

  return contacts->len;
}

static GtkWidget *
find_dialog (PageFixture *f)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (gtk_window_get_transient_for (link->data) == GTK_WINDOW (f->window))
      return link->data;
  return NULL;
}

static void
test_a_row_says_why (PageFixture *f, gconstpointer data)
{
  GtkWidget *row = page_find_row (f->page, "Ignatius Stride");
  g_autoptr (GVariantDict) asked = NULL;
  const char *client = NULL, *staff = NULL;
  gint64 start = 0;

  g_assert_nonnull (page_find_label (row, "Today"));
  g_assert_nonnull (page_find_label (row, "Ines has 45 min at 16:15"));
  row = page_find_row (f->page, "Hanne Overpass");
  g_assert_nonnull (page_find_label (row, "Tue 6 Oct"));
  g_assert_nonnull (page_find_label (row, "Ideal"));
  g_assert_nonnull (page_find_label (row, "5 days before the race"));
  page_click (row, "Book");
  WAIT_UNTIL (f->asked != NULL);
  asked = g_variant_dict_new (f->asked);
  g_assert_true (g_variant_dict_lookup (asked, "client", "&s", &client));
  g_assert_true (g_variant_dict_lookup (asked, "staff", "&s", &staff));
  g_assert_true (g_variant_dict_lookup (asked, "start", "x", &start));
  g_assert_cmpint (limber_date_from_instant (start, f->zone), ==, limber_date_parse ("2026-10-06"));
}

static gboolean
is_whole (PageFixture *f, GtkWidget *widget)
{
  graphene_rect_t box;

  return gtk_widget_compute_bounds (widget, f->window, &box) && gtk_widget_get_mapped (widget)
         && box.origin.x + box.size.width <= gtk_widget_get_width (f->window);
}

/* The smallest window still has room for everything that one can do with a client. */
static void
test_a_small_window_keeps_the_buttons (PageFixture *f, gconstpointer data)
{
  GtkWidget *row = page_find_row (f->page, "Ignatius Stride");

  WAIT_UNTIL (page_find_label (f->page, "of 127 clients") != NULL);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 900, 600);
  WAIT_UNTIL (gtk_widget_get_width (f->window) <= 900);
  WAIT_UNTIL (is_whole (f, gtk_widget_get_last_child (gtk_widget_get_first_child (row))));
  g_assert_true (is_whole (f, page_find_label (f->page, "of 127 clients")));
}

static void
test_figures (PageFixture *f, gconstpointer data)
{
  WAIT_UNTIL (page_find_label (f->page, "of 127 clients") != NULL);
  g_assert_nonnull (page_find_label (f->page, "Rebooked at visit"));
  g_assert_nonnull (page_find_label (f->page, "Rebook rate"));
  g_assert_nonnull (page_find_label (f->page, "Pre-race, 3–7 days out"));
}

static void
test_snooze_and_undo (PageFixture *f, gconstpointer data)
{
  GtkWidget *row = page_find_row (f->page, "Barnaby Pace");
  LimberDate until = limber_date_parse (PAGE_TODAY) + 3;

  gtk_widget_activate_action (row, "row.snooze", "i", 3);
  WAIT_UNTIL (is_snoozed (f, "Barnaby Pace", until));
  WAIT_UNTIL (page_find_row (f->page, "Barnaby Pace") == NULL);
  page_undo (f, "Barnaby Pace is snoozed until Fri 2 Oct");
  WAIT_UNTIL (is_snoozed (f, "Barnaby Pace", LIMBER_DATE_NONE));
  WAIT_UNTIL (page_find_row (f->page, "Barnaby Pace") != NULL);
}

static void
test_pause_and_opt_out (PageFixture *f, gconstpointer data)
{
  g_autoptr (LimberClient) paused = NULL;

  gtk_widget_activate_action (page_find_row (f->page, "Barnaby Pace"), "row.pause", "s", "injury");
  WAIT_UNTIL (page_find_row (f->page, "Barnaby Pace") == NULL);
  paused = page_read_client (f, "Barnaby Pace");
  g_assert_cmpint (paused->pause_reason, ==, LIMBER_PAUSE_REASON_INJURY);
  g_assert_cmpint (paused->paused_on, ==, limber_date_parse (PAGE_TODAY));
  page_undo (f, "Reminders for Barnaby Pace are paused");
  WAIT_UNTIL (page_find_row (f->page, "Barnaby Pace") != NULL);

  gtk_widget_activate_action (page_find_row (f->page, "Delphine Stair"), "row.opt-out", NULL);
  WAIT_UNTIL (page_find_row (f->page, "Delphine Stair") == NULL);
  page_undo (f, "Delphine Stair will not be reminded again");
  WAIT_UNTIL (page_find_row (f->page, "Delphine Stair") != NULL);
}

static void
test_several_at_once (PageFixture *f, gconstpointer data)
{
  LimberDate until = limber_date_parse (PAGE_TODAY) + 7;
  GtkWidget *select = gtk_widget_get_ancestor (page_find_label (f->page, "Select"), GTK_TYPE_TOGGLE_BUTTON);
  static const char *const names[] = { "Ignatius Stride", "Barnaby Pace" };

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (select), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_check_button_set_active (
      GTK_CHECK_BUTTON (page_find (page_find_row (f->page, names[i]), GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  WAIT_UNTIL (page_find_label (f->page, "2 selected") != NULL);
  page_click (f->page, "Snooze for a week");
  WAIT_UNTIL (is_snoozed (f, names[0], until) && is_snoozed (f, names[1], until));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (select)));
  page_undo (f, "2 clients are snoozed until Tue 6 Oct");
  WAIT_UNTIL (is_snoozed (f, names[0], LIMBER_DATE_NONE) && is_snoozed (f, names[1], LIMBER_DATE_NONE));
}

static void
test_contact_of_several (PageFixture *f, gconstpointer data)
{
  guint before = count_contacts (f);
  GtkWidget *select = gtk_widget_get_ancestor (page_find_label (f->page, "Select"), GTK_TYPE_TOGGLE_BUTTON);
  GtkWidget *dialog;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (select), TRUE);
  page_click (f->page, "Select all");
  WAIT_UNTIL (page_find_label (f->page, "15 selected") != NULL);
  page_click (f->page, "Contacted…");
  WAIT_UNTIL ((dialog = find_dialog (f)) != NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Contact with 15 clients");
  page_click (dialog, "Save contact");
  WAIT_UNTIL (count_contacts (f) == before + 15);
  page_undo (f, "Contact with 15 clients noted");
  WAIT_UNTIL (count_contacts (f) == before);
}

#define ADD(name, func) g_test_add ("/rebook-page/" name, PageFixture, NULL, set_up, func, page_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("a-row-says-why", test_a_row_says_why);
  ADD ("a-small-window-keeps-the-buttons", test_a_small_window_keeps_the_buttons);
  ADD ("figures", test_figures);
  ADD ("snooze-and-undo", test_snooze_and_undo);
  ADD ("pause-and-opt-out", test_pause_and_opt_out);
  ADD ("several-at-once", test_several_at_once);
  ADD ("contact-of-several", test_contact_of_several);
  return g_test_run ();
}
