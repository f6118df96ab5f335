/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "services/booking/booking-series.h"
#include "services/booking/booking.h"
#include "services/booking/slot-finder.h"
#include "store/calendar.h"
#include "store/client.h"
#include "store/clinic.h"
#include "store/health.h"
#include "store/race.h"
#include "store/staff.h"
#include "store/waiting.h"
#include "store/work-plan.h"

#include "../folder.h"

#define ANY -1

typedef struct {
  char *folder;
  char *path;
  GTimeZone *zone;
  LimberDb *db;
  LimberDate monday;
  char *staff;
  char *other_staff;
  char *client;
  char *other_client;
} Fixture;

static gint64
at (Fixture *fixture, int day, int hour, int minute)
{
  return limber_date_at_minute (fixture->monday + day, hour * 60 + minute, fixture->zone);
}

static gboolean
insert (LimberDb *db, const LimberRecordType *type, gpointer record)
{
  g_autoptr (GError) error = NULL;
  gboolean done = limber_record_insert (db, type, record, &error);

  g_assert_no_error (error);
  return done;
}

static char *
add_staff (Fixture *fixture, const char *name)
{
  g_autoptr (LimberStaff) staff = limber_staff_new ();

  limber_record_set_text (&staff->name, name);
  staff->role = LIMBER_STAFF_ROLE_THERAPIST;
  insert (fixture->db, &limber_staff_type, staff);
  /* Two shifts a day that touch. */
  for (int i = 0; i < 10; i++)
    {
      g_autoptr (LimberWorkingHours) hours = limber_working_hours_new ();

      limber_record_set_text (&hours->staff_id, staff->base.id);
      hours->weekday = 1 + i / 2;
      hours->from_minute = i % 2 == 0 ? 8 * 60 : 14 * 60;
      hours->to_minute = i % 2 == 0 ? 14 * 60 : 17 * 60;
      insert (fixture->db, &limber_working_hours_type, hours);
    }
  return g_strdup (staff->base.id);
}

static char *
add_client (Fixture *fixture, const char *name)
{
  g_autoptr (LimberClient) client = limber_client_new ();

  limber_record_set_text (&client->name, name);
  insert (fixture->db, &limber_client_type, client);
  return g_strdup (client->base.id);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("limber-booking-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "clinic.db", NULL);
  fixture->zone = g_time_zone_new_identifier ("Europe/Berlin");
  fixture->monday = limber_date_from_ymd (2026, 10, 5);
  fixture->db = limber_db_open (fixture->path, LIMBER_DB_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (limber_db_begin (fixture->db, &error));
  fixture->staff = add_staff (fixture, "Ines Calder");
  fixture->other_staff = add_staff (fixture, "Jonah Reeve");
  fixture->client = add_client (fixture, "Juniper Ashgrove");
  fixture->other_client = add_client (fixture, "Wren Halloway");
  g_assert_true (limber_db_commit (fixture->db, &error));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  limber_db_free (fixture->db);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->staff);
  g_free (fixture->other_staff);
  g_free (fixture->client);
  g_free (fixture->other_client);
  g_time_zone_unref (fixture->zone);
}

static LimberBookingRequest *
request_new (Fixture *fixture, const char *client, const char *staff, gint64 start, int minutes)
{
  LimberBookingRequest *request = limber_booking_request_new (at (fixture, -6, 10, 22), fixture->zone);

  request->client_id = g_strdup (client);
  request->staff_id = g_strdup (staff);
  request->start_at = start;
  request->minutes = minutes;
  return request;
}

static gpointer
run_write (LimberDb *db, gpointer (*func) (LimberDb *, gpointer, GError **), gpointer data, GError **error)
{
  gpointer result;

  if (!limber_db_begin (db, error))
    return NULL;
  result = func (db, data, error);
  if (result == NULL || !limber_db_commit (db, error))
    limber_db_rollback (db);
  return result;
}

static LimberAppointment *
book (Fixture *fixture, const char *client, const char *staff, gint64 start, int minutes)
{
  g_autoptr (LimberBookingRequest) request = request_new (fixture, client, staff, start, minutes);
  g_autoptr (GError) error = NULL;
  LimberAppointment *appointment = run_write (fixture->db, limber_booking_book, request, &error);

  g_assert_no_error (error);
  return appointment;
}

static void
assert_warnings (Fixture *fixture, LimberBookingRequest *request, guint expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberBookingPreview) preview = limber_booking_preview (fixture->db, request, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (preview->warnings, ==, expected);
}

/* Juniper is booked with Ines on Monday at 10:00 for 45 minutes, so until 11:00 with the turnover. A break of
 * the whole clinic is on Monday from 12:00 to 13:00. */
static const struct {
  const char *name;
  gboolean same_client;
  gboolean same_staff;
  int day, hour, minute, minutes;
  guint warnings;
} cases[] = {
  { "free", FALSE, TRUE, 0, 8, 0, 60, 0 },
  { "turnover ends where the next begins", FALSE, TRUE, 0, 9, 0, 45, 0 },
  { "own turnover runs into the next", FALSE, TRUE, 0, 9, 15, 45, LIMBER_BOOKING_THERAPIST_TAKEN },
  { "same time", FALSE, TRUE, 0, 10, 0, 45, LIMBER_BOOKING_THERAPIST_TAKEN },
  { "inside the other", FALSE, TRUE, 0, 10, 15, 30, LIMBER_BOOKING_THERAPIST_TAKEN },
  { "inside the turnover", FALSE, TRUE, 0, 10, 45, 30, LIMBER_BOOKING_THERAPIST_TAKEN },
  { "right after the turnover", FALSE, TRUE, 0, 11, 0, 60, 0 },
  { "other therapist, other client", FALSE, FALSE, 0, 10, 0, 45, 0 },
  { "same client on two tables", TRUE, FALSE, 0, 10, 30, 30, LIMBER_BOOKING_CLIENT_TAKEN },
  { "same client during the turnover", TRUE, FALSE, 0, 10, 45, 30, 0 },
  { "both", TRUE, TRUE, 0, 10, 0, 45, LIMBER_BOOKING_THERAPIST_TAKEN | LIMBER_BOOKING_CLIENT_TAKEN },
  { "turnover may run into a break", FALSE, FALSE, 0, 11, 15, 45, 0 },
  { "break", FALSE, FALSE, 0, 11, 30, 45, LIMBER_BOOKING_BLOCKED },
  { "before opening", FALSE, TRUE, 0, 7, 45, 30, LIMBER_BOOKING_OUT_OF_HOURS },
  { "turnover may run past closing", FALSE, TRUE, 0, 16, 0, 60, 0 },
  { "past closing", FALSE, TRUE, 0, 16, 30, 45, LIMBER_BOOKING_OUT_OF_HOURS },
  { "across two shifts that touch", FALSE, TRUE, 0, 13, 45, 45, 0 },
  { "Sunday", FALSE, TRUE, 6, 10, 0, 45, LIMBER_BOOKING_OUT_OF_HOURS },
  { "in the past", FALSE, TRUE, -7, 10, 0, 45, LIMBER_BOOKING_PAST },
  { "short", FALSE, TRUE, 1, 10, 0, 20, LIMBER_BOOKING_UNUSUAL_LENGTH },
  { "long", FALSE, TRUE, 1, 10, 0, 90, LIMBER_BOOKING_UNUSUAL_LENGTH },
};

static void
add_break (Fixture *fixture)
{
  g_autoptr (LimberBlockedTime) blocked = limber_blocked_time_new ();
  g_autoptr (GError) error = NULL;

  blocked->start_at = at (fixture, 0, 12, 0);
  blocked->end_at = at (fixture, 0, 13, 0);
  blocked->kind = LIMBER_BLOCKED_KIND_BREAK;
  g_assert_true (limber_db_begin (fixture->db, &error));
  insert (fixture->db, &limber_blocked_time_type, blocked);
  g_assert_true (limber_db_commit (fixture->db, &error));
}

static void
test_warnings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberAppointment) first = book (fixture, fixture->client, fixture->staff, at (fixture, 0, 10, 0), 45);

  g_assert_cmpint (first->turnover, ==, 15);
  add_break (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LimberBookingRequest) request
          = request_new (fixture, cases[i].same_client ? fixture->client : fixture->other_client,
                         cases[i].same_staff ? fixture->staff : fixture->other_staff,
                         at (fixture, cases[i].day, cases[i].hour, cases[i].minute), cases[i].minutes);

      g_test_message ("%s", cases[i].name);
      assert_warnings (fixture, request, cases[i].warnings);
    }
}

static void
test_overlap_needs_acknowledgement (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberAppointment) first = book (fixture, fixture->client, fixture->staff, at (fixture, 0, 10, 0), 45);
  g_autoptr (LimberBookingRequest) request
      = request_new (fixture, fixture->other_client, fixture->staff, at (fixture, 0, 10, 30), 45);
  g_autoptr (LimberAppointment) second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (run_write (fixture->db, limber_booking_book, request, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_OVERLAP);
  g_clear_error (&error);
  request->acknowledged = LIMBER_BOOKING_THERAPIST_TAKEN;
  g_assert_null (run_write (fixture->db, limber_booking_book, request, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_NEEDS_ACKNOWLEDGEMENT);
  g_clear_error (&error);
  request->reason = g_strdup ("two tables today");
  second = run_write (fixture->db, limber_booking_book, request, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (second->override_reason, ==, "two tables today");
}

static void
test_acknowledging_one_thing_is_not_another (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberBookingRequest) request
      = request_new (fixture, fixture->client, fixture->staff, at (fixture, 6, 10, 0), 45);
  g_autoptr (GError) error = NULL;

  request->acknowledged = LIMBER_BOOKING_TAKEN;
  request->reason = g_strdup ("because");
  g_assert_null (run_write (fixture->db, limber_booking_book, request, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_NEEDS_ACKNOWLEDGEMENT);
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberAppointment) first = book (fixture, fixture->client, fixture->staff, at (fixture, 0, 10, 0), 45);
  g_autoptr (LimberAppointment) moved = NULL;
  g_autoptr (LimberBookingRequest) request
      = request_new (fixture, fixture->client, fixture->staff, at (fixture, 0, 10, 15), 45);
  g_autoptr (GError) error = NULL;

  request->appointment_id = g_strdup (first->base.id);
  request->version = first->base.version;
  assert_warnings (fixture, request, 0);
  moved = run_write (fixture->db, limber_booking_move, request, &error);
  g_assert_no_error (error);
  g_assert_cmpint (moved->start_at, ==, at (fixture, 0, 10, 15));
  g_assert_null (run_write (fixture->db, limber_booking_move, request, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CONFLICT);
}

static LimberAppointment *
set_status (Fixture *fixture, const char *id, LimberAppointmentStatus status, GError **error)
{
  g_autoptr (LimberStatusRequest) request = limber_status_request_new (id, 0, status);

  return run_write (fixture->db, limber_booking_set_status, request, error);
}

static void
test_cancel_gives_the_slot_away (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberAppointment) first = book (fixture, fixture->client, fixture->staff, at (fixture, 0, 10, 0), 45);
  g_autoptr (LimberAppointment) cancelled = NULL;
  g_autoptr (LimberAppointment) second = NULL;
  g_autoptr (GError) error = NULL;

  cancelled = set_status (fixture, first->base.id, LIMBER_APPOINTMENT_STATUS_CANCELLED, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cancelled->status, ==, LIMBER_APPOINTMENT_STATUS_CANCELLED);
  second = book (fixture, fixture->other_client, fixture->staff, at (fixture, 0, 10, 0), 45);
  g_assert_null (set_status (fixture, first->base.id, LIMBER_APPOINTMENT_STATUS_BOOKED, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_OVERLAP);
}

static void
test_undo_of_a_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberAppointment) first = book (fixture, fixture->client, fixture->staff, at (fixture, 0, 10, 0), 45);
  g_autoptr (LimberAppointment) cancelled = NULL;
  g_autoptr (LimberAppointment) back = NULL;
  g_autoptr (GError) error = NULL;

  cancelled = set_status (fixture, first->base.id, LIMBER_APPOINTMENT_STATUS_CANCELLED, &error);
  back = set_status (fixture, first->base.id, LIMBER_APPOINTMENT_STATUS_BOOKED, &error);
  g_assert_no_error (error);
  g_assert_cmpint (back->status, ==, LIMBER_APPOINTMENT_STATUS_BOOKED);
}

static void
add_marathon (Fixture *fixture, const char *client, LimberDate date)
{
  g_autoptr (LimberRace) race = limber_race_new ();
  g_autoptr (LimberRaceEntry) entry = limber_race_entry_new ();
  g_autoptr (GError) error = NULL;

  limber_record_set_text (&race->name, "Saltmarsh Marathon");
  race->first_on = race->last_on = date;
  race->km = 42.195;
  g_assert_true (limber_db_begin (fixture->db, &error));
  insert (fixture->db, &limber_race_type, race);
  limber_record_set_text (&entry->race_id, race->base.id);
  limber_record_set_text (&entry->client_id, client);
  entry->goal = TRUE;
  entry->legs = entry->confidence = -1;
  insert (fixture->db, &limber_race_entry_type, entry);
  g_assert_true (limber_db_commit (fixture->db, &error));
}

static void
test_race (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberBookingRequest) request
      = request_new (fixture, fixture->client, fixture->staff, at (fixture, 3, 10, 0), 45);
  g_autoptr (LimberBookingPreview) preview = NULL;
  g_autoptr (GError) error = NULL;

  add_marathon (fixture, fixture->client, fixture->monday + 4);
  assert_warnings (fixture, request, LIMBER_BOOKING_RACE);
  preview = limber_booking_preview (fixture->db, request, &error);
  g_assert_cmpint (preview->verdict, ==, LIMBER_VERDICT_AVOID);
  g_assert_cmpint (preview->light, ==, LIMBER_VERDICT_LIGHT_ONLY);
  g_assert_cmpuint (preview->reasons->len, >, 0);
  request->intent = LIMBER_WORK_LIGHT;
  assert_warnings (fixture, request, 0);
}

static void
test_contraindication (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberBookingRequest) request
      = request_new (fixture, fixture->client, fixture->staff, at (fixture, 0, 10, 0), 45);
  g_autoptr (LimberHealthItem) item = limber_health_item_new ();
  g_autoptr (GError) error = NULL;

  limber_record_set_text (&item->client_id, fixture->client);
  limber_record_set_text (&item->text, "fever");
  item->kind = LIMBER_HEALTH_KIND_CONTRAINDICATION;
  item->scope = LIMBER_HEALTH_SCOPE_TOTAL;
  g_assert_true (limber_db_begin (fixture->db, &error));
  insert (fixture->db, &limber_health_item_type, item);
  g_assert_true (limber_db_commit (fixture->db, &error));
  assert_warnings (fixture, request, LIMBER_BOOKING_CONTRAINDICATION);
}

static void
test_slots (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberAppointment) first = book (fixture, fixture->client, fixture->staff, at (fixture, 0, 10, 0), 45);
  LimberSlotQuery query = {
    .client_id = fixture->other_client,
    .staff_id = fixture->staff,
    .from = fixture->monday,
    .to = fixture->monday + 6,
    .minutes = 60,
    .turnover = ANY,
    .now = at (fixture, 0, 7, 0),
    .zone = fixture->zone,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberSlotList) list = limber_slots_find (fixture->db, &query, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->days->len, ==, 7);
  g_assert_true (((LimberSlotDay *) list->days->pdata[6])->closed);
  g_assert_cmpint (((LimberSlot *) list->slots->pdata[0])->start_at, ==, at (fixture, 0, 8, 0));
  g_assert_cmpuint (((LimberSlotDay *) list->days->pdata[0])->n_slots, ==, 4 + 21);
  for (guint i = 0; i < list->slots->len; i++)
    {
      LimberSlot *slot = list->slots->pdata[i];
      g_autoptr (LimberBookingRequest) request
          = request_new (fixture, fixture->other_client, slot->staff_id, slot->start_at, 60);

      assert_warnings (fixture, request, 0);
    }
}

/* Nothing ends before it starts, and nothing ends where it starts. */
static void
test_no_end_before_the_start (Fixture *fixture, gconstpointer data)
{
  static const int wrong[] = { -30, 0, 9, 181 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) there = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (LimberBookingRequest) request
          = request_new (fixture, fixture->client, fixture->staff, at (fixture, 0, 10, 0), wrong[i]);

      g_assert_null (run_write (fixture->db, limber_booking_book, request, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
    }
  there = limber_calendar_of_staff (fixture->db, NULL, at (fixture, 0, 0, 0), at (fixture, 7, 0, 0), &error);
  g_assert_cmpuint (there->len, ==, 0);
}

static LimberSlotList *
find_thursday_after_four (Fixture *fixture, guint weekdays, int from_minute)
{
  LimberSlotQuery query = {
    .client_id = fixture->other_client,
    .from = fixture->monday,
    .to = fixture->monday + 6,
    .minutes = 45,
    .turnover = ANY,
    .weekdays = weekdays,
    .from_minute = from_minute,
    .now = at (fixture, 0, 7, 0),
    .zone = fixture->zone,
  };
  g_autoptr (GError) error = NULL;
  LimberSlotList *list = limber_slots_find (fixture->db, &query, &error);

  g_assert_no_error (error);
  return list;
}

static void
test_slots_that_are_asked_for (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberSlotList) list = find_thursday_after_four (fixture, LIMBER_WEEKDAY_BIT (4), 16 * 60);

  g_assert_cmpuint (list->slots->len, >, 0);
  for (guint i = 0; i < list->slots->len; i++)
    {
      const LimberSlot *slot = list->slots->pdata[i];

      g_assert_cmpint (slot->date, ==, fixture->monday + 3);
      g_assert_cmpint (slot->start_at, >=, at (fixture, 3, 16, 0));
      g_assert_false (slot->preferred);
    }
}

static void
test_slots_that_are_preferred (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberClient) client = limber_record_load (fixture->db, &limber_client_type, fixture->other_client, &error);
  g_autoptr (LimberSlotList) list = NULL;
  guint preferred = 0;

  client->preferred_weekdays = LIMBER_WEEKDAY_BIT (4);
  client->preferred_from = 16 * 60;
  g_assert_true (limber_db_begin (fixture->db, &error));
  g_assert_true (limber_record_update (fixture->db, &limber_client_type, client, &error));
  g_assert_true (limber_db_commit (fixture->db, &error));
  list = find_thursday_after_four (fixture, 0, 0);
  for (guint i = 0; i < list->slots->len; i++)
    {
      const LimberSlot *slot = list->slots->pdata[i];

      g_assert_true (slot->preferred == (slot->date == fixture->monday + 3 && slot->start_at >= at (fixture, 3, 16, 0)));
      preferred += slot->preferred;
    }
  g_assert_cmpuint (preferred, >, 0);
}

static void
save_settings (Fixture *fixture, int rooms, int minimum_notice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberClinic) clinic = limber_clinic_load (fixture->db, &error);

  clinic->rooms = rooms;
  clinic->minimum_notice = minimum_notice;
  g_assert_true (limber_db_begin (fixture->db, &error));
  g_assert_true (limber_clinic_save (fixture->db, clinic, &error));
  g_assert_true (limber_db_commit (fixture->db, &error));
}

static void
put (Fixture *fixture, const LimberRecordType *type, gpointer record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (limber_db_begin (fixture->db, &error));
  insert (fixture->db, type, record);
  g_assert_true (limber_db_commit (fixture->db, &error));
}

static void
add_day_hours (Fixture *fixture, const char *staff, int day, int from_hour, int to_hour)
{
  g_autoptr (LimberDayHours) hours = limber_day_hours_new ();

  limber_record_set_text (&hours->staff_id, staff);
  hours->date = fixture->monday + day;
  hours->from_minute = from_hour * 60;
  hours->to_minute = to_hour * 60;
  put (fixture, &limber_day_hours_type, hours);
}

static void
add_weekly (Fixture *fixture, const char *staff, int weekday, int from_hour, int to_hour, const char *text)
{
  g_autoptr (LimberWeeklyBlock) block = limber_weekly_block_new ();

  limber_record_set_text (&block->staff_id, staff);
  limber_record_set_text (&block->text, text);
  block->weekday = weekday;
  block->from_minute = from_hour * 60;
  block->to_minute = to_hour * 60;
  block->kind = LIMBER_BLOCKED_KIND_OTHER;
  put (fixture, &limber_weekly_block_type, block);
}

static void
add_closure (Fixture *fixture, const char *staff, int from_day, int to_day)
{
  g_autoptr (LimberBlockedTime) blocked = limber_blocked_time_new ();

  limber_record_set_text (&blocked->staff_id, staff);
  limber_record_set_text (&blocked->text, "stocktaking");
  blocked->start_at = at (fixture, from_day, 0, 0);
  blocked->end_at = at (fixture, to_day + 1, 0, 0);
  blocked->kind = staff != NULL ? LIMBER_BLOCKED_KIND_LEAVE : LIMBER_BLOCKED_KIND_HOLIDAY;
  put (fixture, &limber_blocked_time_type, blocked);
}

/* On top of the weekly 8 to 17 from Monday to Friday: Ines works 12 to 20 on Tuesday and not at all on Wednesday, but on
 * Saturday; every Thursday at 12 the clinic is cleaned; Jonah is away Monday to Wednesday of the next week, and on its
 * Friday the clinic is closed. */
static const struct {
  const char *name;
  gboolean ines;
  int day, hour;
  guint warnings;
} working_times[] = {
  { "as every week", TRUE, 0, 9, 0 },
  { "before the other hours", TRUE, 1, 9, LIMBER_BOOKING_OUT_OF_HOURS },
  { "in the other hours", TRUE, 1, 19, 0 },
  { "the other hours are hers alone", FALSE, 1, 9, 0 },
  { "a day off", TRUE, 2, 10, LIMBER_BOOKING_OUT_OF_HOURS },
  { "a Saturday for once", TRUE, 5, 10, 0 },
  { "the Saturday after", TRUE, 12, 10, LIMBER_BOOKING_OUT_OF_HOURS },
  { "cleaning", TRUE, 3, 12, LIMBER_BOOKING_BLOCKED },
  { "cleaning a week later, for him too", FALSE, 10, 12, LIMBER_BOOKING_BLOCKED },
  { "after cleaning", TRUE, 3, 13, 0 },
  { "first day of the holiday", FALSE, 7, 9, LIMBER_BOOKING_BLOCKED },
  { "last day of the holiday", FALSE, 9, 16, LIMBER_BOOKING_BLOCKED },
  { "back from the holiday", FALSE, 10, 9, 0 },
  { "not her holiday", TRUE, 8, 9, 0 },
  { "the clinic is closed", TRUE, 11, 9, LIMBER_BOOKING_BLOCKED },
};

static void
add_working_times (Fixture *fixture)
{
  add_day_hours (fixture, fixture->staff, 1, 12, 20);
  add_day_hours (fixture, fixture->staff, 2, 0, 0);
  add_day_hours (fixture, fixture->staff, 5, 9, 13);
  add_weekly (fixture, NULL, 4, 12, 13, "cleaning");
  add_closure (fixture, fixture->other_staff, 7, 9);
  add_closure (fixture, NULL, 11, 11);
}

static gboolean
is_offered (const LimberSlotList *list, const char *staff, gint64 start)
{
  for (guint i = 0; i < list->slots->len; i++)
    {
      const LimberSlot *slot = list->slots->pdata[i];

      if (slot->start_at == start && g_str_equal (slot->staff_id, staff))
        return TRUE;
    }
  return FALSE;
}

/* The booking check and the slot finder agree. */
static void
test_working_time (Fixture *fixture, gconstpointer data)
{
  LimberSlotQuery query = { .client_id = fixture->client, .from = fixture->monday, .to = fixture->monday + 13,
                            .minutes = 45, .turnover = ANY, .now = at (fixture, -1, 7, 0), .zone = fixture->zone };
  g_autoptr (LimberSlotList) list = NULL;
  g_autoptr (GError) error = NULL;

  add_working_times (fixture);
  list = limber_slots_find (fixture->db, &query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (working_times); i++)
    {
      const char *staff = working_times[i].ines ? fixture->staff : fixture->other_staff;
      gint64 start = at (fixture, working_times[i].day, working_times[i].hour, 0);
      g_autoptr (LimberBookingRequest) request = request_new (fixture, fixture->client, staff, start, 45);

      g_test_message ("%s", working_times[i].name);
      assert_warnings (fixture, request, working_times[i].warnings);
      g_assert_cmpint (is_offered (list, staff, start), ==, working_times[i].warnings == 0);
    }
  g_assert_true (((LimberSlotDay *) list->days->pdata[11])->closed);
  g_assert_false (((LimberSlotDay *) list->days->pdata[5])->closed);
}

static void
test_working_minutes (Fixture *fixture, gconstpointer data)
{
  const int ines[] = { 540, 480, 0, 480, 540, 240, 0, 540, 540, 540, 480, 0 };
  const int jonah[] = { 540, 540, 540, 480, 540, 0, 0, 0, 0, 0, 480, 0 };
  g_autoptr (LimberWorkPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  add_working_times (fixture);
  plan = limber_work_plan_load (fixture->db, at (fixture, 0, 0, 0), at (fixture, 14, 0, 0), fixture->zone, &error);
  g_assert_no_error (error);
  for (guint day = 0; day < G_N_ELEMENTS (ines); day++)
    {
      g_assert_cmpint (limber_work_plan_minutes (plan, fixture->staff, fixture->monday + (int) day), ==, ines[day]);
      g_assert_cmpint (limber_work_plan_minutes (plan, fixture->other_staff, fixture->monday + (int) day), ==, jonah[day]);
    }
}

static void
test_rooms (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberAppointment) first = book (fixture, fixture->client, fixture->staff, at (fixture, 0, 10, 0), 45);
  g_autoptr (LimberBookingRequest) request
      = request_new (fixture, fixture->other_client, fixture->other_staff, at (fixture, 0, 10, 45), 30);
  LimberSlotQuery query = { .client_id = fixture->other_client, .staff_id = fixture->other_staff, .from = fixture->monday,
                            .to = fixture->monday, .minutes = 30, .turnover = ANY, .now = at (fixture, -1, 7, 0),
                            .zone = fixture->zone };
  g_autoptr (LimberSlotList) list = NULL;
  g_autoptr (LimberBookingPreview) preview = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  assert_warnings (fixture, request, 0);
  save_settings (fixture, 1, 0);
  assert_warnings (fixture, request, LIMBER_BOOKING_NO_ROOM);
  g_assert_null (run_write (fixture->db, limber_booking_book, request, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_OVERLAP);
  preview = limber_booking_preview (fixture->db, request, NULL);
  text = limber_booking_warning_text (preview, LIMBER_BOOKING_NO_ROOM, fixture->zone);
  g_assert_cmpstr (text, ==, "The only room is taken at this time.");
  list = limber_slots_find (fixture->db, &query, NULL);
  g_assert_true (is_offered (list, fixture->other_staff, at (fixture, 0, 9, 15)));
  g_assert_false (is_offered (list, fixture->other_staff, at (fixture, 0, 9, 30)));
  g_assert_false (is_offered (list, fixture->other_staff, at (fixture, 0, 10, 45)));
  g_assert_true (is_offered (list, fixture->other_staff, at (fixture, 0, 11, 0)));
}

static void
test_minimum_notice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberBookingRequest) request
      = request_new (fixture, fixture->client, fixture->staff, at (fixture, 0, 10, 0), 45);
  LimberSlotQuery query = { .client_id = fixture->client, .staff_id = fixture->staff, .from = fixture->monday,
                            .to = fixture->monday, .minutes = 45, .turnover = ANY, .now = at (fixture, 0, 8, 30),
                            .zone = fixture->zone };
  g_autoptr (LimberSlotList) list = NULL;

  request->now = query.now;
  assert_warnings (fixture, request, 0);
  save_settings (fixture, 0, 120);
  assert_warnings (fixture, request, LIMBER_BOOKING_SHORT_NOTICE);
  list = limber_slots_find (fixture->db, &query, NULL);
  g_assert_cmpint (((LimberSlot *) list->slots->pdata[0])->start_at, ==, at (fixture, 0, 10, 30));
}

static gint64
now_of (gpointer data)
{
  return *(gint64 *) data;
}

static LimberAppointmentStatus
cancel_at (Fixture *fixture, const LimberAppointment *appointment, gint64 now, gboolean judge)
{
  g_autoptr (LimberStatusRequest) request
      = limber_status_request_new (appointment->base.id, 0, LIMBER_APPOINTMENT_STATUS_CANCELLED);
  g_autoptr (LimberAppointment) cancelled = NULL;
  g_autoptr (LimberAppointment) back = NULL;
  g_autoptr (GError) error = NULL;

  request->judge_notice = judge;
  limber_db_set_now_func (fixture->db, now_of, &now);
  cancelled = run_write (fixture->db, limber_booking_set_status, request, &error);
  g_assert_no_error (error);
  back = set_status (fixture, appointment->base.id, LIMBER_APPOINTMENT_STATUS_BOOKED, &error);
  g_assert_no_error (error);
  limber_db_set_now_func (fixture->db, NULL, NULL);
  return cancelled->status;
}

static void
test_late_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberAppointment) first = book (fixture, fixture->client, fixture->staff, at (fixture, 0, 10, 0), 45);

  g_assert_cmpint (cancel_at (fixture, first, at (fixture, -1, 10, 0), TRUE), ==, LIMBER_APPOINTMENT_STATUS_CANCELLED);
  g_assert_cmpint (cancel_at (fixture, first, at (fixture, -1, 10, 1), TRUE), ==,
                   LIMBER_APPOINTMENT_STATUS_LATE_CANCELLED);
  g_assert_cmpint (cancel_at (fixture, first, at (fixture, -1, 10, 1), FALSE), ==, LIMBER_APPOINTMENT_STATUS_CANCELLED);
}

static guint
count_waiting (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = limber_waiting_list (fixture->db, fixture->monday, &error);

  g_assert_no_error (error);
  return list->len;
}

static void
add_wish (Fixture *fixture, const char *client, const LimberAppointment *earlier_than, guint weekdays)
{
  g_autoptr (LimberWaiting) waiting = limber_waiting_new ();

  limber_record_set_text (&waiting->client_id, client);
  limber_record_set_text (&waiting->appointment_id, earlier_than != NULL ? earlier_than->base.id : NULL);
  waiting->minutes = 45;
  waiting->intent = LIMBER_WORK_DEEP;
  waiting->weekdays = weekdays;
  waiting->asked_at = 1;
  put (fixture, &limber_waiting_type, waiting);
}

static void
test_waiting_is_taken_off_when_booked (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberAppointment) wrong = NULL;
  g_autoptr (LimberAppointment) right = NULL;
  g_autoptr (LimberAppointment) other = NULL;
  g_autoptr (GError) error = NULL;

  add_wish (fixture, fixture->client, NULL, LIMBER_WEEKDAY_BIT (4));
  wrong = book (fixture, fixture->client, fixture->staff, at (fixture, 1, 10, 0), 45);
  other = book (fixture, fixture->other_client, fixture->staff, at (fixture, 3, 10, 0), 45);
  g_assert_cmpuint (count_waiting (fixture), ==, 1);
  right = book (fixture, fixture->client, fixture->staff, at (fixture, 3, 16, 0), 45);
  g_assert_cmpuint (count_waiting (fixture), ==, 0);
  limber_appointment_free (set_status (fixture, right->base.id, LIMBER_APPOINTMENT_STATUS_CANCELLED, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_waiting (fixture), ==, 1);
  limber_appointment_free (set_status (fixture, right->base.id, LIMBER_APPOINTMENT_STATUS_BOOKED, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_waiting (fixture), ==, 0);
}

static LimberAppointment *
move_to (Fixture *fixture, const LimberAppointment *appointment, gint64 start)
{
  g_autoptr (LimberBookingRequest) request
      = request_new (fixture, appointment->client_id, appointment->staff_id, start, appointment->minutes);
  g_autoptr (GError) error = NULL;
  LimberAppointment *moved;

  request->appointment_id = g_strdup (appointment->base.id);
  moved = run_write (fixture->db, limber_booking_move, request, &error);
  g_assert_no_error (error);
  return moved;
}

static void
test_waiting_for_an_earlier_date (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberAppointment) friday = book (fixture, fixture->client, fixture->staff, at (fixture, 4, 10, 0), 45);
  g_autoptr (LimberAppointment) later = NULL;
  g_autoptr (LimberAppointment) earlier = NULL;
  g_autoptr (LimberAppointment) back = NULL;

  add_wish (fixture, fixture->client, friday, 0);
  later = move_to (fixture, friday, at (fixture, 4, 15, 0));
  g_assert_cmpuint (count_waiting (fixture), ==, 1);
  earlier = move_to (fixture, friday, at (fixture, 1, 9, 0));
  g_assert_cmpuint (count_waiting (fixture), ==, 0);
  back = move_to (fixture, friday, at (fixture, 4, 15, 0));
  g_assert_cmpuint (count_waiting (fixture), ==, 1);
}

/* ---- Series ---- */

static GPtrArray *
preview_series (Fixture *fixture, const LimberBookingRequest *first, int weeks, int times)
{
  LimberSeriesQuery *query = limber_series_query_new (first, weeks, times);
  g_autoptr (GError) error = NULL;
  GPtrArray *dates = limber_series_preview (fixture->db, query, &error);

  g_assert_no_error (error);
  limber_series_query_free (query);
  return dates;
}

/* Tuesdays at 10: the second is taken by somebody else, on the third the clinic is closed from Saturday to Thursday. */
static void
test_series_judges_every_date (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberAppointment) other = book (fixture, fixture->other_client, fixture->staff, at (fixture, 15, 10, 0), 45);
  g_autoptr (LimberBookingRequest) first
      = request_new (fixture, fixture->client, fixture->staff, at (fixture, 1, 10, 0), 45);
  g_autoptr (GPtrArray) dates = NULL;
  const LimberSeriesDate *all[4];

  add_closure (fixture, NULL, 26, 31);
  dates = preview_series (fixture, first, 2, 4);
  g_assert_cmpuint (dates->len, ==, 4);
  for (int i = 0; i < 4; i++)
    {
      all[i] = dates->pdata[i];
      g_assert_cmpint (all[i]->start_at, ==, at (fixture, 1 + 14 * i, 10, 0));
    }
  g_assert_false (all[0]->against || all[3]->against);
  g_assert_cmpuint (all[1]->preview->warnings, ==, LIMBER_BOOKING_THERAPIST_TAKEN);
  g_assert_cmpint (all[1]->instead, ==, at (fixture, 15, 9, 0));
  g_assert_cmpuint (all[2]->preview->warnings, ==, LIMBER_BOOKING_BLOCKED);
  g_assert_cmpint (all[2]->instead, ==, at (fixture, 32, 10, 0));
}

static gpointer
add_request (GPtrArray *requests, Fixture *fixture, gint64 start)
{
  g_ptr_array_add (requests, request_new (fixture, fixture->client, fixture->staff, start, 45));
  return requests;
}

static void
test_series_is_one_transaction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LimberAppointment) other = book (fixture, fixture->other_client, fixture->staff, at (fixture, 15, 10, 0), 45);
  g_autoptr (GPtrArray) requests = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_booking_request_free);
  g_autoptr (GPtrArray) booked = NULL;
  g_autoptr (GPtrArray) cancelled = NULL;
  g_autoptr (GPtrArray) there = NULL;
  g_autoptr (GError) error = NULL;

  add_request (requests, fixture, at (fixture, 1, 10, 0));
  add_request (requests, fixture, at (fixture, 15, 10, 0));
  g_assert_null (run_write (fixture->db, limber_series_book, requests, &error));
  g_assert_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_OVERLAP);
  g_clear_error (&error);
  there = limber_calendar_of_client (fixture->db, fixture->client, at (fixture, 0, 0, 0), at (fixture, 99, 0, 0), &error);
  g_assert_cmpuint (there->len, ==, 0);
  ((LimberBookingRequest *) requests->pdata[1])->start_at = at (fixture, 15, 9, 0);
  booked = run_write (fixture->db, limber_series_book, requests, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (booked->len, ==, 2);
  cancelled = run_write (fixture->db, limber_series_cancel, booked, &error);
  g_assert_no_error (error);
  g_ptr_array_unref (there);
  there = limber_calendar_of_client (fixture->db, fixture->client, at (fixture, 0, 0, 0), at (fixture, 99, 0, 0), &error);
  g_assert_cmpuint (there->len, ==, 0);
}

/* Books at random from one process; exits with 0 when nothing but an overlap or a busy file was in the way. */
static int
race_child (Fixture *fixture, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberDb) db = NULL;

  /* A forked process would go on with the random numbers of its parent, and so make the same ids. */
  g_random_set_seed (seed);
  db = limber_db_open (fixture->path, LIMBER_DB_WRITE, &error);
  for (int i = 0; db != NULL && i < 500; i++)
    {
      g_autoptr (LimberAppointment) appointment = NULL;
      g_autoptr (LimberBookingRequest) request = request_new (
          fixture, g_rand_boolean (rand) ? fixture->client : fixture->other_client,
          g_rand_boolean (rand) ? fixture->staff : fixture->other_staff,
          at (fixture, g_rand_int_range (rand, 0, 5), g_rand_int_range (rand, 8, 16),
              g_rand_int_range (rand, 0, 4) * 15),
          30);

      appointment = run_write (db, limber_booking_book, request, &error);
      if (error != NULL && !g_error_matches (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_OVERLAP)
          && !g_error_matches (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_BUSY))
        {
          g_printerr ("# %s\n", error->message);
          return 1;
        }
      g_clear_error (&error);
    }
  if (error != NULL)
    g_printerr ("# %s\n", error->message);
  return db != NULL ? 0 : 1;
}

static guint
count_overlaps (GPtrArray *all)
{
  guint overlaps = 0;

  for (guint i = 0; i < all->len; i++)
    for (guint j = i + 1; j < all->len; j++)
      {
        LimberAppointment *a = all->pdata[i], *b = all->pdata[j];
        gboolean staff = g_str_equal (a->staff_id, b->staff_id);
        gboolean client = g_str_equal (a->client_id, b->client_id);
        int length = a->minutes + (staff ? a->turnover : 0);

        if ((staff || client) && a->start_at + length * 60 > b->start_at)
          overlaps++;
      }
  return overlaps;
}

static void
test_four_processes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  pid_t children[4];

  g_clear_pointer (&fixture->db, limber_db_free);
  for (int i = 0; i < 4; i++)
    {
      children[i] = fork ();
      g_assert_cmpint (children[i], >=, 0);
      if (children[i] == 0)
        _exit (race_child (fixture, 4711 + i));
    }
  for (int i = 0; i < 4; i++)
    {
      int status;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
    }
  fixture->db = limber_db_open (fixture->path, LIMBER_DB_WRITE, &error);
  g_assert_no_error (error);
  all = limber_calendar_of_staff (fixture->db, NULL, at (fixture, 0, 0, 0), at (fixture, 7, 0, 0), &error);
  g_test_message ("%u bookings stand", all->len);
  g_assert_cmpuint (all->len, >, 20);
  g_assert_cmpuint (count_overlaps (all), ==, 0);
}

#define ADD(path, func) g_test_add ("/booking/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("warnings", test_warnings);
  ADD ("overlap-needs-acknowledgement", test_overlap_needs_acknowledgement);
  ADD ("acknowledging-one-thing-is-not-another", test_acknowledging_one_thing_is_not_another);
  ADD ("move", test_move);
  ADD ("cancel-gives-the-slot-away", test_cancel_gives_the_slot_away);
  ADD ("undo-of-a-cancel", test_undo_of_a_cancel);
  ADD ("race", test_race);
  ADD ("contraindication", test_contraindication);
  ADD ("slots", test_slots);
  ADD ("no-end-before-the-start", test_no_end_before_the_start);
  ADD ("slots-that-are-asked-for", test_slots_that_are_asked_for);
  ADD ("slots-that-are-preferred", test_slots_that_are_preferred);
  ADD ("working-time", test_working_time);
  ADD ("working-minutes", test_working_minutes);
  ADD ("series-judges-every-date", test_series_judges_every_date);
  ADD ("series-is-one-transaction", test_series_is_one_transaction);
  ADD ("rooms", test_rooms);
  ADD ("minimum-notice", test_minimum_notice);
  ADD ("late-cancel", test_late_cancel);
  ADD ("waiting-is-taken-off-when-booked", test_waiting_is_taken_off_when_booked);
  ADD ("waiting-for-an-earlier-date", test_waiting_for_an_earlier_date);
  ADD ("four-processes", test_four_processes);
  return g_test_run ();
}
