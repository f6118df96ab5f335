/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "services/rebook/bubbles.h"
#include "services/rebook/notices.h"
#include "store/appointment.h"
#include "store/client.h"
#include "store/db/backup-file.h"
#include "store/db/backup.h"
#include "store/session.h"
#include "store/staff.h"

#include "../folder.h"

/* What a desk is told beside the nudges: each thing once, at its moment. */

#define TODAY "2026-09-29" /* a Tuesday */

typedef struct {
  char *dir;
  LimberDb *db;
  GTimeZone *zone;
  gint64 now;
  LimberNoticeWish wish;
} Fixture;

static gint64
now_of_fixture (gpointer data)
{
  return ((Fixture *) data)->now;
}

static gint64
at (Fixture *f, const char *date, int hour, int minute)
{
  return limber_date_at_minute (limber_date_parse (date), hour * 60 + minute, f->zone);
}

static void
insert (Fixture *f, const LimberRecordType *type, gpointer record)
{
  g_autoptr (GError) error = NULL;

  limber_db_begin (f->db, &error);
  limber_record_insert (f->db, type, record, &error);
  limber_db_commit (f->db, &error);
  g_assert_no_error (error);
}

static void
add_staff (Fixture *f, const char *id, LimberStaffRole role)
{
  g_autoptr (LimberStaff) staff = limber_staff_new ();

  staff->base.id = g_strdup (id);
  staff->name = g_strdup (id);
  staff->role = role;
  insert (f, &limber_staff_type, staff);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberClient) client = limber_client_new ();
  g_autofree char *path = NULL;

  f->dir = g_dir_make_tmp ("limber-notices-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (f->dir, "clinic.db", NULL);
  f->zone = g_time_zone_new_identifier ("Europe/Berlin");
  f->now = at (f, TODAY, 9, 0);
  f->db = limber_db_open (path, LIMBER_DB_CREATE, &error);
  g_assert_no_error (error);
  limber_db_set_now_func (f->db, now_of_fixture, f);
  f->wish = (LimberNoticeWish) { LIMBER_NOTICE_ALL & ~LIMBER_NOTICE_BIT (LIMBER_NOTICE_BACKUP_FAILED), "desk", NULL };
  add_staff (f, "ines", LIMBER_STAFF_ROLE_THERAPIST);
  add_staff (f, "priya", LIMBER_STAFF_ROLE_THERAPIST);
  add_staff (f, "desk", LIMBER_STAFF_ROLE_FRONT_DESK);
  client->base.id = g_strdup ("wren");
  client->name = g_strdup ("Wren Halloway");
  insert (f, &limber_client_type, client);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", f->dir);

  limber_db_free (f->db);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_time_zone_unref (f->zone);
  g_free (f->dir);
}

static void
book (Fixture *f, const char *staff_id, gint64 start, LimberAppointmentStatus status)
{
  g_autoptr (LimberAppointment) appointment = limber_appointment_new ();

  appointment->client_id = g_strdup ("wren");
  appointment->staff_id = g_strdup (staff_id);
  appointment->start_at = start;
  appointment->minutes = 45;
  appointment->turnover = 15;
  appointment->kind = LIMBER_KIND_MAINTENANCE;
  appointment->status = status;
  insert (f, &limber_appointment_type, appointment);
}

static GPtrArray *
claim (Fixture *f, gint64 *next_at)
{
  g_autoptr (GError) error = NULL;
  gint64 ignored;
  GPtrArray *notices
      = limber_notices_claim_due (f->db, &f->wish, f->now, f->zone, next_at != NULL ? next_at : &ignored, &error);

  g_assert_no_error (error);
  return notices;
}

static guint
count (Fixture *f)
{
  g_autoptr (GPtrArray) notices = claim (f, NULL);

  return notices->len;
}

static void
test_next_client_ten_minutes_before (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) early = NULL;
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (LimberBubble) hidden = NULL;
  g_autoptr (LimberBubble) named = NULL;
  gint64 next_at = 0;

  book (f, "ines", at (f, TODAY, 10, 30), LIMBER_APPOINTMENT_STATUS_CONFIRMED);
  early = claim (f, &next_at);
  g_assert_cmpuint (early->len, ==, 0);
  g_assert_cmpint (next_at, ==, at (f, TODAY, 10, 20));
  f->now = next_at;
  now = claim (f, NULL);
  g_assert_cmpuint (now->len, ==, 1);
  hidden = limber_bubble_of_notice (now->pdata[0], f->now, f->zone, TRUE, TRUE);
  named = limber_bubble_of_notice (now->pdata[0], f->now, f->zone, FALSE, TRUE);
  g_assert_cmpstr (hidden->title, ==, "Next client in 10 minutes");
  g_assert_cmpstr (named->title, ==, "Wren in 10 minutes");
  g_assert_cmpstr (hidden->body, ==, "At 10:30.");
  g_assert_cmpint (hidden->gone_at, ==, at (f, TODAY, 10, 30));
  f->now += 60;
  g_assert_cmpuint (count (f), ==, 0);
  f->wish.desk = "another desk";
  g_assert_cmpuint (count (f), ==, 1);
}

static void
test_who_has_come_is_not_announced (Fixture *f, gconstpointer data)
{
  book (f, "ines", f->now + 300, LIMBER_APPOINTMENT_STATUS_ARRIVED);
  book (f, "ines", f->now + 400, LIMBER_APPOINTMENT_STATUS_CANCELLED);
  book (f, "ines", f->now - 60, LIMBER_APPOINTMENT_STATUS_BOOKED);
  g_assert_cmpuint (count (f), ==, 0);
}

static void
test_a_therapist_hears_of_their_own (Fixture *f, gconstpointer data)
{
  book (f, "priya", f->now + 300, LIMBER_APPOINTMENT_STATUS_BOOKED);
  f->wish.staff_id = "ines";
  g_assert_cmpuint (count (f), ==, 0);
  f->wish.staff_id = "desk";
  g_assert_cmpuint (count (f), ==, 1);
}

static void
test_a_desk_chooses (Fixture *f, gconstpointer data)
{
  book (f, "ines", f->now + 300, LIMBER_APPOINTMENT_STATUS_BOOKED);
  f->wish.kinds = LIMBER_NOTICE_BIT (LIMBER_NOTICE_REBOOK);
  g_assert_cmpuint (count (f), ==, 0);
}

static void
test_unconfirmed_once_in_the_morning (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (LimberBubble) bubble = NULL;
  gint64 next_at = 0;

  book (f, "ines", at (f, "2026-09-30", 10, 0), LIMBER_APPOINTMENT_STATUS_BOOKED);
  book (f, "priya", at (f, "2026-09-30", 11, 0), LIMBER_APPOINTMENT_STATUS_CONFIRMED);
  book (f, "priya", at (f, "2026-09-30", 14, 0), LIMBER_APPOINTMENT_STATUS_BOOKED);
  f->now = at (f, TODAY, 7, 0);
  g_ptr_array_unref (claim (f, &next_at));
  g_assert_cmpint (next_at, ==, at (f, TODAY, 8, 0));
  f->now = next_at;
  notices = claim (f, NULL);
  g_assert_cmpuint (notices->len, ==, 1);
  bubble = limber_bubble_of_notice (notices->pdata[0], f->now, f->zone, TRUE, TRUE);
  g_assert_cmpstr (bubble->title, ==, "2 appointments are not confirmed");
  g_assert_nonnull (strstr (bubble->body, "Tomorrow"));
  f->now += 3600;
  g_assert_cmpuint (count (f), ==, 0);
}

static void
test_each_question_once (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberSession) session = limber_session_new ();
  g_autoptr (GPtrArray) notices = NULL;

  session->client_id = g_strdup ("wren");
  session->staff_id = g_strdup ("ines");
  session->date = limber_date_parse ("2026-09-28");
  session->planned_minutes = 45;
  session->state = LIMBER_SESSION_STATE_COMPLETED;
  session->kind = LIMBER_KIND_MAINTENANCE;
  session->style = LIMBER_STYLE_DEEP_TISSUE;
  insert (f, &limber_session_type, session);
  notices = claim (f, NULL);
  g_assert_cmpuint (notices->len, ==, 1);
  g_assert_cmpint (((LimberDueNotice *) notices->pdata[0])->kind, ==, LIMBER_NOTICE_FOLLOW_UPS);
  f->now = at (f, "2026-09-30", 9, 0);
  g_assert_cmpuint (count (f), ==, 0);
}

static void
test_a_released_notice_comes_again (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GError) error = NULL;

  book (f, "ines", f->now + 300, LIMBER_APPOINTMENT_STATUS_BOOKED);
  notices = claim (f, NULL);
  g_assert_cmpuint (notices->len, ==, 1);
  g_assert_true (limber_notices_release (f->db, notices->pdata[0], &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (f), ==, 1);
}

static void
test_a_backup_that_nobody_made_is_made (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) paths = NULL;
  g_autoptr (GPtrArray) notices = NULL;
  g_autofree char *folder = limber_backup_folder (limber_db_path (f->db));

  f->wish.kinds = LIMBER_NOTICE_BIT (LIMBER_NOTICE_BACKUP_FAILED);
  g_assert_cmpuint (count (f), ==, 0);
  f->now = at (f, "2026-09-30", 12, 0); /* more than a day later */
  g_assert_cmpuint (count (f), ==, 0);
  paths = limber_backup_list (limber_db_path (f->db), NULL);
  g_assert_cmpuint (paths->len, ==, 1);

  /* A file where the folder should be: nothing can be written there, not even by root. */
  remove_folder (folder);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  notices = claim (f, NULL);
  g_assert_cmpuint (notices->len, ==, 1);
  g_assert_cmpint (((LimberDueNotice *) notices->pdata[0])->kind, ==, LIMBER_NOTICE_BACKUP_FAILED);
  g_assert_nonnull (((LimberDueNotice *) notices->pdata[0])->text);
  g_assert_cmpuint (count (f), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/notices/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("next-client-ten-minutes-before", test_next_client_ten_minutes_before);
  ADD ("who-has-come-is-not-announced", test_who_has_come_is_not_announced);
  ADD ("a-therapist-hears-of-their-own", test_a_therapist_hears_of_their_own);
  ADD ("a-desk-chooses", test_a_desk_chooses);
  ADD ("unconfirmed-once-in-the-morning", test_unconfirmed_once_in_the_morning);
  ADD ("each-question-once", test_each_question_once);
  ADD ("a-released-notice-comes-again", test_a_released_notice_comes_again);
  ADD ("a-backup-that-nobody-made-is-made", test_a_backup_that_nobody_made_is_made);
  return g_test_run ();
}
