/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include "pages/booking/booking-dialog.h"
#include "pages/booking/booking-repeat.h"
#include "pages/parts/page-bits.h"
#include "services/booking/booking.h"
#include "store/calendar.h"

/* Booking by the desk: the best day first, a warning needs a reason, and who comes second is told. */

static GtkWidget *
create (LimberStore *store, LimberClock *clock)
{
  return gtk_button_new_with_label ("Home");
}

static void
set_up (PageFixture *f, gconstpointer data)
{
  page_set_up (f, create);
}

static gint64
at (PageFixture *f, int day, int hour, int minute)
{
  return limber_date_at_minute (limber_date_parse (PAGE_TODAY) + day, hour * 60 + minute, f->zone);
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

static GtkWidget *
open_dialog (PageFixture *f, GVariant *args)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (args);

  gtk_widget_grab_focus (f->page);
  limber_booking_dialog_present (GTK_WINDOW (f->window), f->store, f->clock, owned);
  WAIT_UNTIL (find_dialog (f) != NULL);
  return find_dialog (f);
}

static gboolean
can_book (GtkWidget *dialog, const char *label)
{
  GtkWidget *button = page_find (dialog, GTK_TYPE_BUTTON, label);

  return button != NULL && gtk_widget_get_sensitive (button);
}

static char *
staff_called (PageFixture *f, const char *name)
{
  g_autoptr (LimberDb) db = page_open_db (f, LIMBER_DB_READ);
  g_autoptr (LimberStaff) staff = limber_record_find (db, &limber_staff_type, NULL, "WHERE name = $1", "s", name);

  return g_strdup (staff->base.id);
}

static gboolean
is_cancelled (PageFixture *f, const char *client_id)
{
  g_autoptr (LimberAppointment) now = page_read_appointment (f, client_id, at (f, 0, 0, 0));

  return now->status == LIMBER_APPOINTMENT_STATUS_CANCELLED;
}

static gboolean
is_at (PageFixture *f, const char *client_id, gint64 start)
{
  g_autoptr (LimberAppointment) now = page_read_appointment (f, client_id, at (f, 0, 0, 0));

  return now->start_at == start;
}

static void
test_the_best_day_comes_first (PageFixture *f, gconstpointer data)
{
  g_autoptr (LimberClient) client = page_read_client (f, "Juniper Ashgrove");
  g_autoptr (LimberAppointment) booked = NULL;
  GtkWidget *dialog = open_dialog (f, limber_page_book_args (client->base.id, NULL, 0, NULL));

  WAIT_UNTIL (can_book (dialog, "Book Mon 5 Oct, 09:00"));
  g_assert_nonnull (page_find_label (dialog, "Best"));
  g_assert_nonnull (page_find_label (dialog, "Other days"));
  g_assert_nonnull (page_find_label (dialog, "Ideal"));
  g_assert_nonnull (page_find_label (dialog, "Caution"));
  page_click (dialog, "Book Mon 5 Oct, 09:00");
  WAIT_UNTIL (find_dialog (f) == NULL);
  booked = page_read_appointment (f, client->base.id, at (f, 0, 0, 0));
  g_assert_nonnull (booked);
  g_assert_cmpint (booked->start_at, ==, at (f, 6, 9, 0));
  g_assert_null (booked->override_reason);

  /* Undo is a new act: the appointment is cancelled, not gone. */
  page_undo (f, "Juniper Ashgrove booked for Mon 5 Oct, 09:00");
  WAIT_UNTIL (is_cancelled (f, client->base.id));
}

static void
test_a_warning_needs_a_reason (PageFixture *f, gconstpointer data)
{
  g_autoptr (LimberClient) client = page_read_client (f, "Juniper Ashgrove");
  g_autofree char *staff = staff_called (f, "Ines Calder");
  g_autoptr (LimberAppointment) booked = NULL;
  /* The day before the marathon, and long after closing. */
  GtkWidget *dialog = open_dialog (f, limber_page_book_args (client->base.id, staff, at (f, 11, 20, 0), NULL));
  const char *label = "Book anyway: Sat 10 Oct, 20:00";
  GtkWidget *reason;

  WAIT_UNTIL (page_find (dialog, GTK_TYPE_BUTTON, label) != NULL);
  g_assert_false (can_book (dialog, label));
  g_assert_nonnull (page_find_label (dialog, "Outside the therapist’s working hours."));
  reason = page_find (dialog, GTK_TYPE_ENTRY, NULL);
  g_assert_nonnull (reason);
  gtk_editable_set_text (GTK_EDITABLE (reason), "asked for by the coach");
  g_assert_true (can_book (dialog, label));
  page_click (dialog, label);
  WAIT_UNTIL (find_dialog (f) == NULL);
  booked = page_read_appointment (f, client->base.id, at (f, 11, 0, 0));
  g_assert_cmpstr (booked->override_reason, ==, "asked for by the coach");
}

static gpointer
book_elsewhere (PageFixture *f, const char *client_id, const char *staff_id, gint64 start)
{
  g_autoptr (LimberDb) db = page_open_db (f, LIMBER_DB_WRITE);
  g_autoptr (LimberBookingRequest) request = limber_booking_request_new (at (f, 0, 10, 22), f->zone);
  g_autoptr (GError) error = NULL;
  gpointer appointment;

  request->client_id = g_strdup (client_id);
  request->staff_id = g_strdup (staff_id);
  request->start_at = start;
  request->minutes = 45;
  g_assert_true (limber_db_begin (db, &error));
  appointment = limber_booking_book (db, request, &error);
  g_assert_no_error (error);
  g_assert_true (limber_db_commit (db, &error));
  return appointment;
}

static void
test_the_second_is_told (PageFixture *f, gconstpointer data)
{
  g_autoptr (LimberClient) client = page_read_client (f, "Juniper Ashgrove");
  g_autoptr (LimberClient) other = page_read_client (f, "Barnaby Pace");
  g_autofree char *staff = staff_called (f, "Ines Calder");
  g_autoptr (LimberAppointment) first = NULL;
  g_autoptr (LimberAppointment) second = NULL;
  GtkWidget *dialog = open_dialog (f, limber_page_book_args (client->base.id, NULL, 0, NULL));

  WAIT_UNTIL (can_book (dialog, "Book Mon 5 Oct, 09:00"));
  /* Another program takes the time; this window has seen nothing of it yet. */
  first = book_elsewhere (f, other->base.id, staff, at (f, 6, 9, 0));
  page_click (dialog, "Book Mon 5 Oct, 09:00");
  WAIT_UNTIL (page_find_label (dialog, "This time has just been taken. Choose another one, or book it anyway.") != NULL);
  g_assert_nonnull (find_dialog (f));
  second = page_read_appointment (f, client->base.id, at (f, 0, 0, 0));
  g_assert_null (second);
  WAIT_UNTIL (page_find (dialog, GTK_TYPE_BUTTON, "Book anyway: Mon 5 Oct, 09:00") != NULL);
  g_assert_nonnull (page_find_label (dialog, "Overlaps Barnaby Pace at 09:00 (45 min and turnover)."));
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (find_dialog (f) == NULL);
}

static void
test_anybody_when_the_wished_day_is_full (PageFixture *f, gconstpointer data)
{
  g_autoptr (LimberClient) client = page_read_client (f, "Barnaby Pace");
  g_auto (GVariantDict) args = G_VARIANT_DICT_INIT (NULL);
  GtkWidget *dialog;

  /* Ines, whom he prefers, does not work on Sundays; nobody does: the best of the other days. */
  g_variant_dict_insert (&args, "client", "s", client->base.id);
  g_variant_dict_insert (&args, "date", "s", "2026-10-04");
  dialog = open_dialog (f, g_variant_dict_end (&args));
  WAIT_UNTIL (can_book (dialog, "Book Tue 29 Sep, 16:15"));
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (find_dialog (f) == NULL);
}

static void
test_move_to_the_better_day (PageFixture *f, gconstpointer data)
{
  g_autoptr (LimberClient) client = page_read_client (f, "Tobias Fennimore");
  g_autoptr (LimberAppointment) before = page_read_appointment (f, client->base.id, at (f, 0, 0, 0));
  g_auto (GVariantDict) args = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (LimberAppointment) after = NULL;
  GtkWidget *dialog;

  g_assert_cmpint (before->start_at, ==, at (f, 10, 9, 30));
  g_variant_dict_insert (&args, "client", "s", client->base.id);
  g_variant_dict_insert (&args, "appointment", "s", before->base.id);
  g_variant_dict_insert (&args, "date", "s", "2026-10-06");
  dialog = open_dialog (f, g_variant_dict_end (&args));
  WAIT_UNTIL (can_book (dialog, "Move to Tue 6 Oct, 11:15"));
  page_click (dialog, "Move to Tue 6 Oct, 11:15");
  WAIT_UNTIL (find_dialog (f) == NULL);
  after = page_read_appointment (f, client->base.id, at (f, 0, 0, 0));
  g_assert_cmpstr (after->base.id, ==, before->base.id);
  g_assert_cmpint (after->start_at, ==, at (f, 7, 11, 15));
  page_undo (f, "Tobias Fennimore moved to Tue 6 Oct, 11:15");
  WAIT_UNTIL (is_at (f, client->base.id, before->start_at));
}

static void
close_dialog (PageFixture *f, GtkWidget *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (find_dialog (f) == NULL);
}

/* "I can only come on a Thursday": the best Thursday. */
static void
test_thursdays_only (PageFixture *f, gconstpointer data)
{
  g_autoptr (LimberClient) client = page_read_client (f, "Juniper Ashgrove");
  GtkWidget *dialog = open_dialog (f, limber_page_book_args (client->base.id, NULL, 0, NULL));

  WAIT_UNTIL (can_book (dialog, "Book Mon 5 Oct, 09:00"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (page_find (dialog, GTK_TYPE_TOGGLE_BUTTON, "Thu")), TRUE);
  WAIT_UNTIL (can_book (dialog, "Book Thu 8 Oct, 09:00"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (page_find (dialog, GTK_TYPE_TOGGLE_BUTTON, "Thu")), FALSE);
  WAIT_UNTIL (can_book (dialog, "Book Mon 5 Oct, 09:00"));
  close_dialog (f, dialog);
}

static GtkWidget *
find_over (GtkWidget *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (gtk_window_get_transient_for (link->data) == GTK_WINDOW (window))
      return link->data;
  return NULL;
}

static GtkWidget *
open_series (GtkWidget *dialog)
{
  GtkWidget *repeat = page_find (dialog, LIMBER_TYPE_BOOKING_REPEAT, NULL);
  GtkWidget *series, *weeks, *times;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (page_find (repeat, GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);
  weeks = page_find (repeat, GTK_TYPE_SPIN_BUTTON, NULL);
  times = gtk_widget_get_next_sibling (weeks);
  while (!GTK_IS_SPIN_BUTTON (times))
    times = gtk_widget_get_next_sibling (times);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (weeks), 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (times), 2);
  WAIT_UNTIL (can_book (dialog, "Look at 2 dates…"));
  page_click (dialog, "Look at 2 dates…");
  WAIT_UNTIL ((series = find_over (dialog)) != NULL && page_find (series, GTK_TYPE_DROP_DOWN, NULL) != NULL);
  return series;
}

/* The second date is the day after the marathon. It can be booked anyway, for a reason that is kept. */
static void
test_a_date_of_a_series_anyway (PageFixture *f, gconstpointer data)
{
  g_autoptr (LimberClient) client = page_read_client (f, "Juniper Ashgrove");
  g_autoptr (LimberAppointment) second = NULL;
  GtkWidget *dialog = open_dialog (f, limber_page_book_args (client->base.id, NULL, 0, NULL));
  GtkWidget *series, *choice, *reason;

  WAIT_UNTIL (can_book (dialog, "Book Mon 5 Oct, 09:00"));
  series = open_series (dialog);
  choice = page_find (series, GTK_TYPE_DROP_DOWN, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice),
                              g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (choice))) - 1);
  g_assert_false (can_book (series, "Book 2 Dates"));
  reason = page_find (series, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (reason), "only walks it");
  g_assert_true (can_book (series, "Book 2 Dates"));
  page_click (series, "Book 2 Dates");
  WAIT_UNTIL (find_dialog (f) == NULL);
  second = page_read_appointment (f, client->base.id, at (f, 12, 0, 0));
  g_assert_nonnull (second);
  g_assert_cmpint (second->start_at, ==, at (f, 13, 9, 0));
  g_assert_cmpstr (second->override_reason, ==, "only walks it");
}

static gboolean
gives_reason (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gives_reason (child, text))
      return TRUE;
  return FALSE;
}

/* Among equal days and times what the client likes comes first. */
static void
test_preferred_times_come_first (PageFixture *f, gconstpointer data)
{
  g_autoptr (LimberClient) client = page_read_client (f, "Juniper Ashgrove");
  GtkWidget *dialog;
  {
    g_autoptr (LimberDb) db = page_open_db (f, LIMBER_DB_WRITE);
    g_autoptr (GError) error = NULL;

    client->preferred_from = 14 * 60;
    g_assert_true (limber_db_begin (db, &error));
    g_assert_true (limber_record_update (db, &limber_client_type, client, &error));
    g_assert_true (limber_db_commit (db, &error));
  }
  dialog = open_dialog (f, limber_page_book_args (client->base.id, NULL, 0, NULL));
  WAIT_UNTIL (can_book (dialog, "Book Mon 5 Oct, 14:00"));
  g_assert_true (gives_reason (dialog, " When the client likes to come. 26 days after the last visit: overdue by then."));
  close_dialog (f, dialog);
}

static void
test_a_new_client_in_place (PageFixture *f, gconstpointer data)
{
  g_auto (GVariantDict) args = G_VARIANT_DICT_INIT (NULL);
  GtkWidget *dialog = open_dialog (f, g_variant_dict_end (&args));
  GtkWidget *entry;
  g_autoptr (LimberClient) client = NULL;

  WAIT_UNTIL ((entry = page_find (dialog, GTK_TYPE_SEARCH_ENTRY, NULL)) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Nora Newcomer");
  WAIT_UNTIL (page_find_label (dialog, "New client “Nora Newcomer”") != NULL);
  g_signal_emit_by_name (entry, "activate");
  WAIT_UNTIL (page_find_label (dialog, "Nora Newcomer") != NULL);
  WAIT_UNTIL (can_book (dialog, "Book Tue 29 Sep, 16:15"));
  client = page_read_client (f, "Nora Newcomer");
  g_assert_nonnull (client);
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (find_dialog (f) == NULL);
}

#define ADD(name, func) g_test_add ("/booking-dialog/" name, PageFixture, NULL, set_up, func, page_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("the-best-day-comes-first", test_the_best_day_comes_first);
  ADD ("a-warning-needs-a-reason", test_a_warning_needs_a_reason);
  ADD ("the-second-is-told", test_the_second_is_told);
  ADD ("anybody-when-the-wished-day-is-full", test_anybody_when_the_wished_day_is_full);
  ADD ("move-to-the-better-day", test_move_to_the_better_day);
  ADD ("thursdays-only", test_thursdays_only);
  ADD ("preferred-times-come-first", test_preferred_times_come_first);
  ADD ("a-date-of-a-series-anyway", test_a_date_of_a_series_anyway);
  ADD ("a-new-client-in-place", test_a_new_client_in_place);
  return g_test_run ();
}
