/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"
#include "pages/schedule/calendar-import-dialog.h"
#include "pages/schedule/confirmation-dialog.h"
#include "pages/schedule/time-off-dialog.h"
#include "pages/schedule/waiting-dialog.h"
#include "store/staff.h"
#include "store/waiting.h"
#include "store/working-time.h"

/* The dialogs beside the calendar, in real windows over a real store. */

static GtkWidget *
create (LimberStore *store, LimberClock *clock)
{
  return gtk_label_new ("The schedule");
}

static void
set_up (PageFixture *f, gconstpointer data)
{
  page_set_up (f, create);
}

/* The window that stands over that of the fixture. */
static GtkWidget *
dialog_of (PageFixture *f)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (GTK_WINDOW (window)) == GTK_WINDOW (f->window))
        return window;
    }
  return NULL;
}

static void
close_dialog (PageFixture *f)
{
  gtk_window_destroy (GTK_WINDOW (dialog_of (f)));
  WAIT_UNTIL (dialog_of (f) == NULL);
}

static guint
count (PageFixture *f, const LimberRecordType *type, const char *tail)
{
  g_autoptr (LimberDb) db = page_open_db (f, LIMBER_DB_READ);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = limber_record_select (db, type, &error, tail, "");

  g_assert_no_error (error);
  return rows->len;
}

static void
test_waiting_list (PageFixture *f, gconstpointer data)
{
  GtkWidget *dialog, *row, *remove;
  g_autoptr (LimberClient) client = page_read_client (f, "Marigold Tempo");
  g_auto (GVariantDict) asked = G_VARIANT_DICT_INIT (NULL);
  const char *id = NULL;
  int minutes = 0;

  limber_waiting_dialog_present (f->page, f->store, f->clock);
  WAIT_UNTIL ((dialog = dialog_of (f)) != NULL && page_find_row (dialog, "Linus Ferryman") != NULL);
  g_assert_nonnull (page_find_label (dialog, "45 min · Thu · after 16:00 · with Ines Calder · +44 7700 900110"));
  row = page_find_row (dialog, "Linus Ferryman");
  remove = gtk_widget_get_last_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
  g_signal_emit_by_name (remove, "clicked");
  WAIT_UNTIL (page_find_row (dialog, "Linus Ferryman") == NULL);
  g_assert_cmpuint (count (f, &limber_waiting_type, "WHERE settled_at IS NULL"), ==, 2);
  WAIT_UNTIL (page_find (dialog, GTK_TYPE_BUTTON, "_Undo") != NULL);
  page_click (dialog, "_Undo");
  WAIT_UNTIL (page_find_row (dialog, "Linus Ferryman") != NULL);
  page_click (page_find_row (dialog, "Marigold Tempo"), "Book…");
  WAIT_UNTIL (f->asked != NULL);
  g_variant_dict_clear (&asked);
  g_variant_dict_init (&asked, f->asked);
  g_variant_dict_lookup (&asked, "client", "&s", &id);
  g_variant_dict_lookup (&asked, "minutes", "i", &minutes);
  g_assert_cmpstr (id, ==, client->base.id);
  g_assert_cmpint (minutes, ==, 45);
}

static void
book_tomorrow (PageFixture *f, const char *name)
{
  g_autoptr (LimberClient) client = page_read_client (f, name);
  g_autoptr (LimberDb) db = page_open_db (f, LIMBER_DB_WRITE);
  g_autoptr (LimberStaff) staff = limber_record_find (db, &limber_staff_type, NULL, "WHERE name = 'Ines Calder'", "");
  g_autoptr (LimberAppointment) appointment = limber_appointment_new ();
  g_autoptr (GError) error = NULL;

  limber_record_set_text (&appointment->client_id, client->base.id);
  limber_record_set_text (&appointment->staff_id, staff->base.id);
  appointment->start_at = limber_date_at_minute (limber_clock_today (f->clock) + 1, 600, f->zone);
  appointment->minutes = 45;
  appointment->turnover = 15;
  appointment->intent = LIMBER_WORK_DEEP;
  appointment->status = LIMBER_APPOINTMENT_STATUS_BOOKED;
  limber_db_begin (db, &error);
  limber_record_insert (db, &limber_appointment_type, appointment, &error);
  limber_db_commit (db, &error);
  g_assert_no_error (error);
}

static gboolean
has_status (PageFixture *f, const char *status)
{
  g_autoptr (LimberClient) client = page_read_client (f, "Barnaby Pace");
  g_autoptr (LimberAppointment) appointment = page_read_appointment (f, client->base.id, limber_clock_now (f->clock));

  return g_strcmp0 (limber_appointment_status_id (appointment->status), status) == 0;
}

static void
test_confirm_tomorrow (PageFixture *f, gconstpointer data)
{
  GtkWidget *dialog;

  book_tomorrow (f, "Barnaby Pace");
  limber_confirmation_dialog_present (f->page, f->store, f->clock);
  WAIT_UNTIL ((dialog = dialog_of (f)) != NULL && page_find_label (dialog, "10:00  Barnaby Pace") != NULL);
  page_click (dialog, "No answer");
  WAIT_UNTIL (page_find_label (dialog, "45 min with Ines Calder · no answer at 10:22") != NULL);
  page_click (dialog, "Confirmed");
  WAIT_UNTIL (page_find_label (dialog, "10:00  Barnaby Pace") == NULL);
  g_assert_true (has_status (f, "confirmed"));
  WAIT_UNTIL (page_find (dialog, GTK_TYPE_BUTTON, "_Undo") != NULL);
  page_click (dialog, "_Undo");
  WAIT_UNTIL (page_find_label (dialog, "10:00  Barnaby Pace") != NULL);
  g_assert_true (has_status (f, "booked"));
  close_dialog (f);
}

static void
test_close_the_clinic (PageFixture *f, gconstpointer data)
{
  guint before = count (f, &limber_blocked_time_type, "");

  limber_time_off_dialog_present (f->page, f->store, f->clock, LIMBER_TIME_OFF_CLOSED, NULL,
                                  limber_clock_today (f->clock) + 60);
  WAIT_UNTIL (page_find (dialog_of (f), GTK_TYPE_BUTTON, "_Save") != NULL);
  WAIT_UNTIL (gtk_widget_get_sensitive (page_find (dialog_of (f), GTK_TYPE_BUTTON, "_Save")));
  page_click (dialog_of (f), "_Save");
  WAIT_UNTIL (dialog_of (f) == NULL);
  g_assert_cmpuint (count (f, &limber_blocked_time_type, ""), ==, before + 1);
}

static char *
write_file (PageFixture *f, const char *lines)
{
  char *path = g_build_filename (f->dir, "in.ics", NULL);
  g_autofree char *text = g_strconcat ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Fair\r\n", lines,
                                       "END:VEVENT\r\nEND:VCALENDAR\r\n", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
test_import (PageFixture *f, gconstpointer data)
{
  g_autofree char *path = write_file (f, "DTSTART;VALUE=DATE:20261224\r\nRRULE:FREQ=YEARLY;COUNT=2\r\n");
  guint before = count (f, &limber_blocked_time_type, "");

  limber_calendar_import_read (f->page, f->store, f->clock, path);
  WAIT_UNTIL (page_find_label (dialog_of (f), "2 new dates") != NULL);
  g_assert_cmpuint (count (f, &limber_blocked_time_type, ""), ==, before);
  page_click (dialog_of (f), "_Import");
  WAIT_UNTIL (page_find_label (f->overlay, "2 dates imported") != NULL);
  g_assert_cmpuint (count (f, &limber_blocked_time_type, ""), ==, before + 2);
}

static void
test_bad_file_says_why (PageFixture *f, gconstpointer data)
{
  g_autofree char *path = write_file (f, "DTSTART;VALUE=DATE:20261224\r\nRRULE:FREQ=YEARLY\r\n");

  limber_calendar_import_read (f->page, f->store, f->clock, path);
  WAIT_UNTIL (page_find_label (dialog_of (f), "“Fair” repeats for ever. Give it an end in the other calendar and try again.")
             != NULL);
  g_assert_false (gtk_widget_get_sensitive (page_find (dialog_of (f), GTK_TYPE_BUTTON, "_Import")));
  close_dialog (f);
}

#define ADD(path, func) g_test_add ("/calendar-dialogs/" path, PageFixture, NULL, set_up, func, page_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("waiting-list", test_waiting_list);
  ADD ("confirm-tomorrow", test_confirm_tomorrow);
  ADD ("close-the-clinic", test_close_the_clinic);
  ADD ("import", test_import);
  ADD ("bad-file-says-why", test_bad_file_says_why);
  return g_test_run ();
}
