/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include "pages/parts/date-row.h"
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

  GtkWidget *dialog;

  gtk_widget_activate_action (page_find_row (f->page, "Barnaby Pace"), "row.pause", NULL);
  WAIT_UNTIL ((dialog = find_dialog (f)) != NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (page_find (dialog, ADW_TYPE_COMBO_ROW, NULL)), 1);
  page_click (dialog, "Pause");
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
  gtk_widget_activate_action (f->page, "rebook.snooze", "i", 7);
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
  page_click (dialog, "Save Contact");
  WAIT_UNTIL (count_contacts (f) == before + 15);
  page_undo (f, "Contact with 15 clients noted");
  WAIT_UNTIL (count_contacts (f) == before);
}

static void
test_snooze_until_a_date (PageFixture *f, gconstpointer data)
{
  LimberDate until = limber_date_parse ("2026-10-20");
  GtkWidget *dialog, *row;

  gtk_widget_activate_action (page_find_row (f->page, "Barnaby Pace"), "row.snooze-until", NULL);
  WAIT_UNTIL ((dialog = find_dialog (f)) != NULL);
  row = page_find (dialog, LIMBER_TYPE_DATE_ROW, NULL);
  limber_date_row_set (LIMBER_DATE_ROW (row), limber_date_parse (PAGE_TODAY));
  g_assert_false (gtk_widget_get_sensitive (page_find (dialog, GTK_TYPE_BUTTON, "Snooze")));
  limber_date_row_set (LIMBER_DATE_ROW (row), until);
  page_click (dialog, "Snooze");
  WAIT_UNTIL (is_snoozed (f, "Barnaby Pace", until));
  page_undo (f, "Barnaby Pace is snoozed until Tue 20 Oct");
  WAIT_UNTIL (is_snoozed (f, "Barnaby Pace", LIMBER_DATE_NONE));
}

static void
test_pause_several (PageFixture *f, gconstpointer data)
{
  GtkWidget *select = gtk_widget_get_ancestor (page_find_label (f->page, "Select"), GTK_TYPE_TOGGLE_BUTTON), *dialog;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (select), TRUE);
  page_click (f->page, "Select all");
  WAIT_UNTIL (page_find_label (f->page, "15 selected") != NULL);
  gtk_widget_activate_action (f->page, "rebook.pause", NULL);
  WAIT_UNTIL ((dialog = find_dialog (f)) != NULL);
  page_click (dialog, "Pause");
  WAIT_UNTIL (page_find_row (f->page, "Barnaby Pace") == NULL);
  page_undo (f, "Reminders for 15 clients are paused");
  WAIT_UNTIL (page_find_row (f->page, "Barnaby Pace") != NULL);
}

static GtkWidget *
choice_named (PageFixture *f, const char *first)
{
  GtkWidget *label = page_find_label (f->page, first);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, GTK_TYPE_DROP_DOWN);
}

static void
choose (GtkWidget *choice, const char *text)
{
  GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (choice));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), text))
      {
        gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), i);
        return;
      }
  g_assert_not_reached ();
}

static gboolean
comes_before (PageFixture *f, const char *one, const char *two)
{
  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (page_find_row (f->page, one)))
         < gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (page_find_row (f->page, two)));
}

static void
test_filter_and_order (PageFixture *f, gconstpointer data)
{
  GtkWidget *teams = choice_named (f, "All teams"), *race;

  g_assert_true (comes_before (f, "Ignatius Stride", "Barnaby Pace"));
  choose (choice_named (f, "Most urgent first"), "By name");
  WAIT_UNTIL (comes_before (f, "Barnaby Pace", "Ignatius Stride"));

  choose (teams, "Night Owls Tri");
  WAIT_UNTIL (page_find_row (f->page, "Ignatius Stride") == NULL);
  g_assert_nonnull (page_find_row (f->page, "Barnaby Pace"));
  g_assert_nonnull (page_find_label (f->page, "6")); /* the figure counts the clinic, not the choice */

  race = page_find (f->page, GTK_TYPE_TOGGLE_BUTTON, "Race within 3 weeks");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (race), TRUE);
  choose (teams, "All teams");
  WAIT_UNTIL (page_find_row (f->page, "Hanne Overpass") != NULL);
  g_assert_null (page_find_row (f->page, "Barnaby Pace"));
  g_assert_null (page_find_row (f->page, "Quentin Bluff")); /* in 25 days */

  choose (teams, "Night Owls Tri");
  WAIT_UNTIL (page_find_label (f->page, "Nobody here answers to that choice.") != NULL);
  page_click (f->page, "Show everybody");
  WAIT_UNTIL (page_find_row (f->page, "Ignatius Stride") != NULL);
}

static char *
body_of (GtkWidget *dialog)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (page_find (dialog, GTK_TYPE_TEXT_VIEW, NULL)));
  char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

static gboolean
says (GtkWidget *dialog, const char *words)
{
  GtkWidget *view = page_find (dialog, GTK_TYPE_TEXT_VIEW, NULL);
  g_autofree char *text = view != NULL ? body_of (dialog) : NULL;

  return text != NULL && strstr (text, words) != NULL;
}

static GtkWidget *
combo_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_COMBO_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = combo_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_a_message_in_the_clients_language (PageFixture *f, gconstpointer data)
{
  GtkWidget *dialog;
  g_autoptr (LimberClient) client = NULL;
  g_autoptr (LimberClient) after = NULL;
  guint before = count_contacts (f);

  gtk_widget_activate_action (page_find_row (f->page, "Hanne Overpass"), "row.contacted", NULL);
  WAIT_UNTIL ((dialog = find_dialog (f)) != NULL && says (dialog, "Hello Hanne"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo_row (dialog, "How")), 2);
  WAIT_UNTIL (says (dialog, "Saltmarsh Marathon is on Sunday 11 October"));
  g_assert_true (says (dialog, "Tuesday 6 October"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo_row (dialog, "Language")), 1);
  WAIT_UNTIL (says (dialog, "Hallo Hanne"));
  g_assert_true (says (dialog, "Dienstag, 6. Oktober"));
  g_assert_nonnull (page_find_label (dialog, "The next reminder comes after 3 days."));
  page_click (dialog, "Save Contact");
  WAIT_UNTIL (count_contacts (f) == before + 1);
  client = page_read_client (f, "Hanne Overpass");
  g_assert_cmpstr (client->language, ==, "de");
  page_undo (f, "Contact with Hanne Overpass noted");
  WAIT_UNTIL (count_contacts (f) == before);
  after = page_read_client (f, "Hanne Overpass");
  g_assert_cmpstr (after->language, ==, NULL);
}

static void
test_health_stays_here (PageFixture *f, gconstpointer data)
{
  GtkWidget *dialog;
  GtkTextBuffer *buffer;

  gtk_widget_activate_action (page_find_row (f->page, "Hanne Overpass"), "row.contacted", NULL);
  WAIT_UNTIL ((dialog = find_dialog (f)) != NULL && says (dialog, "Hello Hanne"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo_row (dialog, "How")), 2);
  WAIT_UNTIL (says (dialog, "Just answer this mail"));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (page_find (dialog, GTK_TYPE_TEXT_VIEW, NULL)));
  gtk_text_buffer_set_text (buffer, "How is the knot?", -1);
  page_click (dialog, "Open mail program");
  g_assert_nonnull (page_find_label (dialog, "“knot” is about health. Others may read this message: leave it out."));
}

static void
test_write_to_each (PageFixture *f, gconstpointer data)
{
  GtkWidget *select = gtk_widget_get_ancestor (page_find_label (f->page, "Select"), GTK_TYPE_TOGGLE_BUTTON), *dialog;
  static const char *const names[] = { "Ignatius Stride", "Barnaby Pace" };
  guint before = count_contacts (f);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (select), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_check_button_set_active (
      GTK_CHECK_BUTTON (page_find (page_find_row (f->page, names[i]), GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  page_click (f->page, "Write to each…");
  WAIT_UNTIL ((dialog = find_dialog (f)) != NULL && says (dialog, "Hello "));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Message 1 of 2");
  page_click (dialog, "Save Contact");
  WAIT_UNTIL (count_contacts (f) == before + 1);
  WAIT_UNTIL ((dialog = find_dialog (f)) != NULL
              && g_str_equal (gtk_window_get_title (GTK_WINDOW (dialog)), "Message 2 of 2") && says (dialog, "Hello "));
  page_click (dialog, "Save Contact");
  WAIT_UNTIL (count_contacts (f) == before + 2);
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
  ADD ("snooze-until-a-date", test_snooze_until_a_date);
  ADD ("pause-several", test_pause_several);
  ADD ("filter-and-order", test_filter_and_order);
  ADD ("a-message-in-the-clients-language", test_a_message_in_the_clients_language);
  ADD ("health-stays-here", test_health_stays_here);
  ADD ("write-to-each", test_write_to_each);
  ADD ("contact-of-several", test_contact_of_several);
  return g_test_run ();
}
