/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "services/booking/booking.h"
#include "services/calendar/calendar-export.h"
#include "services/calendar/calendar-import.h"
#include "services/calendar/ical.h"
#include "services/booking/waiting-offers.h"
#include "store/calendar.h"
#include "store/client.h"
#include "store/confirmations.h"
#include "store/time-off.h"

#include "../folder.h"

/* Calendar files against a real clinic: Ines works Monday to Friday 8 to 17, it is Tuesday 29 September 2026, 10:22. */

typedef struct {
  char *folder;
  GTimeZone *zone;
  LimberDb *db;
  LimberDate today;
  gint64 now;
  char *staff;
  char *client;
} Fixture;

static void
put (Fixture *f, const LimberRecordType *type, gpointer record)
{
  g_autoptr (GError) error = NULL;

  limber_db_begin (f->db, &error);
  g_assert_no_error (error);
  limber_record_insert (f->db, type, record, &error);
  g_assert_no_error (error);
  g_assert_true (limber_db_commit (f->db, &error));
}

static char *
add_client (Fixture *f, const char *name)
{
  g_autoptr (LimberClient) client = limber_client_new ();

  limber_record_set_text (&client->name, name);
  put (f, &limber_client_type, client);
  return g_strdup (client->base.id);
}

static gint64
at (Fixture *f, int day, int hour, int minute)
{
  return limber_date_at_minute (f->today + day, hour * 60 + minute, f->zone);
}

static gint64
now_of (gpointer data)
{
  return ((Fixture *) data)->now;
}

static void
add_staff (Fixture *f)
{
  g_autoptr (LimberStaff) staff = limber_staff_new ();

  limber_record_set_text (&staff->name, "Ines Calder");
  staff->role = LIMBER_STAFF_ROLE_THERAPIST;
  put (f, &limber_staff_type, staff);
  f->staff = g_strdup (staff->base.id);
  for (int weekday = 1; weekday <= 5; weekday++)
    {
      g_autoptr (LimberWorkingHours) hours = limber_working_hours_new ();

      limber_record_set_text (&hours->staff_id, f->staff);
      hours->weekday = weekday;
      hours->from_minute = 480;
      hours->to_minute = 1020;
      put (f, &limber_working_hours_type, hours);
    }
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("limber-calendar-XXXXXX", NULL);
  path = g_build_filename (f->folder, "clinic.db", NULL);
  f->zone = g_time_zone_new_identifier ("Europe/Berlin");
  f->today = limber_date_from_ymd (2026, 9, 29);
  f->now = limber_date_at_minute (f->today, 622, f->zone);
  f->db = limber_db_open (path, LIMBER_DB_CREATE, &error);
  g_assert_no_error (error);
  limber_db_set_now_func (f->db, now_of, f);
  add_staff (f);
  f->client = add_client (f, "Wren Halloway");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  limber_db_free (f->db);
  remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->staff);
  g_free (f->client);
  g_time_zone_unref (f->zone);
}

static LimberAppointment *
book (Fixture *f, const char *client, gint64 start)
{
  g_autoptr (LimberBookingRequest) request = limber_booking_request_new (f->now, f->zone);
  g_autoptr (GError) error = NULL;
  LimberAppointment *appointment;

  request->client_id = g_strdup (client);
  request->staff_id = g_strdup (f->staff);
  request->start_at = start;
  request->minutes = 45;
  limber_db_begin (f->db, &error);
  appointment = limber_booking_book (f->db, request, &error);
  g_assert_no_error (error);
  g_assert_true (limber_db_commit (f->db, &error));
  return appointment;
}

static LimberAppointment *
set_status (Fixture *f, const char *id, LimberAppointmentStatus status)
{
  g_autoptr (LimberStatusRequest) request = limber_status_request_new (id, 0, status);
  g_autoptr (GError) error = NULL;
  LimberAppointment *appointment;

  limber_db_begin (f->db, &error);
  appointment = limber_booking_set_status (f->db, request, &error);
  g_assert_no_error (error);
  g_assert_true (limber_db_commit (f->db, &error));
  return appointment;
}

static char *
export (Fixture *f, const char *appointment_id, gboolean without_names)
{
  LimberCalendarExport *query = limber_calendar_export_new (f->now, f->zone);
  g_autoptr (GError) error = NULL;
  char *text;

  query->appointment_id = g_strdup (appointment_id);
  query->from = f->today;
  query->to = f->today + 7;
  query->without_names = without_names;
  text = limber_calendar_export_run (f->db, query, &error);
  g_assert_no_error (error);
  limber_calendar_export_free (query);
  return text;
}

static gboolean
has_line (const char *text, const char *line)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  return g_strv_contains ((const char *const *) lines, line);
}

static void
test_export (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberAppointment) one = book (f, f->client, at (f, 1, 10, 0));
  g_autoptr (LimberAppointment) cancelled = NULL;
  g_autofree char *before = export (f, one->base.id, FALSE);
  g_autofree char *after = NULL;
  g_autofree char *nameless = export (f, NULL, TRUE);
  g_autofree char *uid = g_strconcat (one->base.id, LIMBER_CALENDAR_UID_SUFFIX, NULL);
  g_autoptr (GPtrArray) items = NULL;

  g_assert_true (has_line (before, "SEQUENCE:0") && has_line (before, "STATUS:TENTATIVE"));
  g_assert_nonnull (strstr (before, "Wren Halloway"));
  g_assert_null (strstr (nameless, "Wren"));
  cancelled = set_status (f, one->base.id, LIMBER_APPOINTMENT_STATUS_CANCELLED);
  after = export (f, one->base.id, FALSE);
  g_assert_true (has_line (after, "SEQUENCE:1") && has_line (after, "STATUS:CANCELLED"));
  items = limber_ical_read (after, strlen (after), f->zone, NULL);
  g_assert_cmpstr (((LimberIcalItem *) items->pdata[0])->uid, ==, uid);
}

static LimberCalendarReport *
import (Fixture *f, const char *text, LimberCalendarUse use, gboolean add_clients, gboolean dry_run, GError **error)
{
  g_autofree char *path = g_build_filename (f->folder, "in.ics", NULL);
  LimberCalendarImport *job = limber_calendar_import_new (path, f->now, f->zone);
  LimberCalendarReport *report;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  job->use = use;
  job->staff_id = use == LIMBER_CALENDAR_APPOINTMENTS ? g_strdup (f->staff) : NULL;
  job->add_clients = add_clients;
  job->dry_run = dry_run;
  report = limber_calendar_import_run (f->db, job, error);
  limber_calendar_import_free (job);
  return report;
}

static gint64
count (Fixture *f)
{
  g_autoptr (GPtrArray) blocked = limber_calendar_blocked (f->db, NULL, f->now, at (f, 1000, 0, 0), NULL);
  g_autoptr (GPtrArray) taken = limber_calendar_of_staff (f->db, NULL, f->now, at (f, 1000, 0, 0), NULL);
  g_autoptr (GPtrArray) clients = limber_calendar_find_clients (f->db, "", 100, NULL);

  return blocked->len * 10000 + taken->len * 100 + clients->len;
}

#define FILE_OF(events) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" events "END:VCALENDAR\r\n"
#define DAY(date, title) "BEGIN:VEVENT\r\nUID:" date "\r\nSUMMARY:" title "\r\nDTSTART;VALUE=DATE:" date "\r\nEND:VEVENT\r\n"
#define VISIT(time, title)                                                                                             \
  "BEGIN:VEVENT\r\nUID:" time "\r\nSUMMARY:" title "\r\nDTSTART:" time "\r\nDURATION:PT45M\r\nEND:VEVENT\r\n"

static void
test_import_closures (Fixture *f, gconstpointer data)
{
  const char *text = FILE_OF (DAY ("20261003", "Unity Day") DAY ("20261225", "Christmas") DAY ("20260101", "New Year"));
  g_autoptr (GError) error = NULL;
  gint64 before = count (f);
  g_autoptr (LimberCalendarReport) dry = import (f, text, LIMBER_CALENDAR_CLOSURES, FALSE, TRUE, &error);
  g_autoptr (LimberCalendarReport) real = NULL;
  g_autoptr (LimberCalendarReport) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (dry->n[LIMBER_CALENDAR_ROW_NEW], ==, 2);
  g_assert_cmpuint (dry->n[LIMBER_CALENDAR_ROW_LEFT_OUT], ==, 1);
  g_assert_false (dry->written);
  g_assert_cmpint (count (f), ==, before);
  real = import (f, text, LIMBER_CALENDAR_CLOSURES, FALSE, FALSE, &error);
  g_assert_true (real->written);
  g_assert_cmpint (count (f), ==, before + 20000);
  again = import (f, text, LIMBER_CALENDAR_CLOSURES, FALSE, FALSE, &error);
  g_assert_cmpuint (again->n[LIMBER_CALENDAR_ROW_KNOWN], ==, 2);
  g_assert_cmpint (count (f), ==, before + 20000);
}

/* One unknown name, or one clash within the file: nothing of it is written. */
static void
test_import_is_all_or_nothing (Fixture *f, gconstpointer data)
{
  static const char *const files[] = {
    FILE_OF (VISIT ("20261005T100000", "Wren Halloway") VISIT ("20261006T100000", "Nobody Known")),
    FILE_OF (VISIT ("20261005T100000", "Wren Halloway") VISIT ("20261005T101500", "wren halloway, 45 min")),
  };
  gint64 before = count (f);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LimberCalendarReport) report
          = import (f, files[i], LIMBER_CALENDAR_APPOINTMENTS, FALSE, FALSE, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (report->n[LIMBER_CALENDAR_ROW_NEW], ==, 1);
      g_assert_cmpuint (report->n[LIMBER_CALENDAR_ROW_PROBLEM], ==, 1);
      g_assert_false (report->written);
      g_assert_cmpint (count (f), ==, before);
    }
}

static void
test_import_appointments (Fixture *f, gconstpointer data)
{
  const char *text = FILE_OF (VISIT ("20261005T100000", "Wren Halloway") VISIT ("20261006T030000", "Nobody Known"));
  g_autoptr (GError) error = NULL;
  gint64 before = count (f);
  g_autoptr (LimberCalendarReport) report = import (f, text, LIMBER_CALENDAR_APPOINTMENTS, TRUE, FALSE, &error);
  g_autoptr (GPtrArray) taken = NULL;

  g_assert_no_error (error);
  g_assert_true (report->written);
  g_assert_cmpint (count (f), ==, before + 201);
  taken = limber_calendar_of_staff (f->db, f->staff, f->now, at (f, 100, 0, 0), &error);
  g_assert_cmpint (((LimberAppointment *) taken->pdata[0])->start_at, ==, at (f, 6, 10, 0));
  g_assert_null (((LimberAppointment *) taken->pdata[0])->override_reason);
  g_assert_cmpstr (((LimberAppointment *) taken->pdata[1])->override_reason, ==, "imported from in.ics");
}

static void
test_own_export_is_known (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberAppointment) one = book (f, f->client, at (f, 1, 10, 0));
  g_autofree char *text = export (f, NULL, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberCalendarReport) report = import (f, text, LIMBER_CALENDAR_APPOINTMENTS, FALSE, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->n[LIMBER_CALENDAR_ROW_KNOWN], ==, 1);
  g_assert_cmpuint (report->rows->len, ==, 1);
}

static void
test_bad_file_changes_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 before = count (f);
  g_autoptr (LimberCalendarReport) report
      = import (f, FILE_OF (DAY ("20261003", "Unity Day") "BEGIN:VEVENT\r\nSUMMARY:Bad\r\nDTSTART:20261005T100000\r\n"
                            "DURATION:PT1H\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n"),
                LIMBER_CALENDAR_CLOSURES, FALSE, FALSE, &error);

  g_assert_null (report);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_cmpint (count (f), ==, before);
}

#define N_BROKEN 400

/* Whatever a broken file says: it is written as a whole, or one sentence says why not and nothing is. */
static void
test_broken_files (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (29);

  for (int i = 0; i < N_BROKEN; i++)
    {
      g_autofree char *text = g_strdup (FILE_OF (DAY ("20261003", "Unity Day") VISIT ("20261005T100000", "Wren Halloway")));
      LimberCalendarUse use = i % 2 ? LIMBER_CALENDAR_APPOINTMENTS : LIMBER_CALENDAR_CLOSURES;
      gint64 before = count (f);
      g_autoptr (GError) error = NULL;
      g_autoptr (LimberCalendarReport) report = NULL;

      for (int n = g_rand_int_range (rand, 1, 6); n > 0; n--)
        text[g_rand_int_range (rand, 0, (gint32) strlen (text))] = (char) g_rand_int_range (rand, 1, 256);
      report = import (f, text, use, FALSE, FALSE, &error);
      if (report == NULL)
        g_assert_cmpint (strlen (error->message), >, 0);
      if (report == NULL || !report->written)
        g_assert_cmpint (count (f), ==, before);
    }
}

/* ---- The lists beside the calendar ---- */

static void
test_confirmations (Fixture *f, gconstpointer data)
{
  g_autofree char *other = add_client (f, "Otto Switchback");
  g_autoptr (LimberAppointment) one = book (f, f->client, at (f, 1, 10, 0));
  g_autoptr (LimberAppointment) two = book (f, other, at (f, 1, 14, 0));
  g_autoptr (LimberAppointment) confirmed = set_status (f, two->base.id, LIMBER_APPOINTMENT_STATUS_CONFIRMED);
  g_autoptr (LimberContact) contact = limber_contact_new ();
  LimberConfirmationsQuery *query = limber_confirmations_query_new (f->today, f->zone);
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberConfirmations) first = limber_confirmations_load (f->db, query, &error);
  g_autoptr (LimberConfirmations) then = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (first->date, ==, f->today + 1);
  g_assert_cmpuint (first->open->len, ==, 1);
  g_assert_cmpuint (first->n_confirmed, ==, 1);
  g_assert_cmpstr (((LimberConfirmation *) first->open->pdata[0])->client_name, ==, "Wren Halloway");
  g_assert_cmpint (((LimberConfirmation *) first->open->pdata[0])->asked_at, ==, 0);
  limber_record_set_text (&contact->client_id, f->client);
  contact->at = f->now;
  contact->channel = LIMBER_CONTACT_CHANNEL_PHONE;
  contact->outcome = LIMBER_CONTACT_OUTCOME_NO_ANSWER;
  put (f, &limber_contact_type, contact);
  then = limber_confirmations_load (f->db, query, &error);
  g_assert_cmpint (((LimberConfirmation *) then->open->pdata[0])->asked_at, ==, f->now);
  limber_confirmations_query_free (query);
}

/* On a Friday the next working day is Monday; when Monday is closed, Tuesday. */
static void
test_next_working_day (Fixture *f, gconstpointer data)
{
  LimberTimeOff closed = { .kind = LIMBER_TIME_OFF_CLOSED, .from = f->today + 6, .to = f->today + 6 };
  LimberConfirmationsQuery *query = limber_confirmations_query_new (f->today + 3, f->zone);
  const LimberRecordType *type;
  gpointer record = limber_time_off_record (&closed, f->zone, &type);
  g_autoptr (LimberConfirmations) monday = limber_confirmations_load (f->db, query, NULL);
  g_autoptr (LimberConfirmations) tuesday = NULL;

  g_assert_cmpint (monday->date, ==, f->today + 6);
  put (f, type, record);
  tuesday = limber_confirmations_load (f->db, query, NULL);
  g_assert_cmpint (tuesday->date, ==, f->today + 7);
  limber_record_free (type, record);
  limber_confirmations_query_free (query);
}

static void
add_wish (Fixture *f, const char *client, guint weekdays, gint64 asked_at)
{
  g_autoptr (LimberWaiting) waiting = limber_waiting_new ();

  limber_record_set_text (&waiting->client_id, client);
  waiting->minutes = 45;
  waiting->intent = LIMBER_WORK_DEEP;
  waiting->weekdays = weekdays;
  waiting->asked_at = asked_at;
  put (f, &limber_waiting_type, waiting);
}

/* A cancelled Wednesday: whoever takes a Wednesday, the longest waiting first, but not the client who cancelled. */
static void
test_freed_time_is_offered (Fixture *f, gconstpointer data)
{
  g_autofree char *otto = add_client (f, "Otto Switchback");
  g_autofree char *mara = add_client (f, "Marigold Tempo");
  g_autofree char *linus = add_client (f, "Linus Ferryman");
  g_autoptr (LimberAppointment) one = book (f, f->client, at (f, 1, 10, 0));
  g_autoptr (LimberAppointment) cancelled = NULL;
  g_autoptr (LimberWaitingOffers) offers = NULL;
  g_autoptr (GError) error = NULL;

  add_wish (f, otto, 0, 300);
  add_wish (f, mara, LIMBER_WEEKDAY_BIT (3), 200);
  add_wish (f, linus, LIMBER_WEEKDAY_BIT (4), 100);
  add_wish (f, f->client, 0, 50);
  cancelled = set_status (f, one->base.id, LIMBER_APPOINTMENT_STATUS_CANCELLED);
  offers = limber_waiting_offers_load (f->db, cancelled, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (offers->entries->len, ==, 2);
  g_assert_cmpstr (((LimberWaitingEntry *) offers->entries->pdata[0])->client_name, ==, "Marigold Tempo");
  g_assert_cmpstr (((LimberWaitingEntry *) offers->entries->pdata[1])->client_name, ==, "Otto Switchback");
}

static void
test_time_off (Fixture *f, gconstpointer data)
{
  const struct {
    LimberTimeOff said;
    LimberTimeOffProblem problem;
  } cases[] = {
    { { LIMBER_TIME_OFF_CLOSED, NULL, f->today, f->today, 0, 0, 0, NULL }, LIMBER_TIME_OFF_FINE },
    { { LIMBER_TIME_OFF_AWAY, f->staff, f->today, f->today + 4, 0, 0, 0, NULL }, LIMBER_TIME_OFF_FINE },
    { { LIMBER_TIME_OFF_OTHER_HOURS, f->staff, f->today, 0, 600, 720, 0, NULL }, LIMBER_TIME_OFF_FINE },
    { { LIMBER_TIME_OFF_BLOCKED, NULL, f->today, 0, 600, 720, LIMBER_BLOCKED_KIND_BREAK, NULL }, LIMBER_TIME_OFF_FINE },
    { { LIMBER_TIME_OFF_WEEKLY, f->staff, f->today, 0, 600, 720, LIMBER_BLOCKED_KIND_BREAK, NULL }, LIMBER_TIME_OFF_FINE },
    { { LIMBER_TIME_OFF_CLOSED, NULL, f->today, f->today - 1, 0, 0, 0, NULL }, LIMBER_TIME_OFF_ENDS_BEFORE },
    { { LIMBER_TIME_OFF_BLOCKED, NULL, f->today, 0, 720, 720, 0, NULL }, LIMBER_TIME_OFF_ENDS_BEFORE },
    { { LIMBER_TIME_OFF_AWAY, NULL, f->today, f->today, 0, 0, 0, NULL }, LIMBER_TIME_OFF_NO_THERAPIST },
    { { LIMBER_TIME_OFF_CLOSED, NULL, 0, 0, 0, 0, 0, NULL }, LIMBER_TIME_OFF_NO_DATE },
  };
  LimberTimeOffQuery *query = limber_time_off_query_new (f->today, f->zone);
  g_autoptr (GPtrArray) entries = NULL;
  guint n_fine = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LimberRecordType *type;
      gpointer record;

      g_assert_cmpint (limber_time_off_check (&cases[i].said), ==, cases[i].problem);
      if (cases[i].problem != LIMBER_TIME_OFF_FINE)
        continue;
      record = limber_time_off_record (&cases[i].said, f->zone, &type);
      put (f, type, record);
      limber_record_free (type, record);
      n_fine++;
    }
  entries = limber_time_off_list (f->db, query, NULL);
  g_assert_cmpuint (entries->len, ==, n_fine);
  g_assert_cmpint (((LimberTimeOffEntry *) entries->pdata[0])->said.kind, ==, LIMBER_TIME_OFF_WEEKLY);
  limber_time_off_query_free (query);
}

#define ADD(path, func) g_test_add ("/calendar-files/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("export", test_export);
  ADD ("import-closures", test_import_closures);
  ADD ("import-is-all-or-nothing", test_import_is_all_or_nothing);
  ADD ("import-appointments", test_import_appointments);
  ADD ("own-export-is-known", test_own_export_is_known);
  ADD ("bad-file-changes-nothing", test_bad_file_changes_nothing);
  ADD ("broken-files", test_broken_files);
  ADD ("confirmations", test_confirmations);
  ADD ("next-working-day", test_next_working_day);
  ADD ("freed-time-is-offered", test_freed_time_is_offered);
  ADD ("time-off", test_time_off);
  return g_test_run ();
}
