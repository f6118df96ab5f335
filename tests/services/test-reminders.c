/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "services/booking/booking.h"
#include "services/rebook/rebook.h"
#include "services/rebook/reminder-plan.h"
#include "services/rebook/reminders.h"
#include "services/session/session-runner.h"
#include "store/appointment.h"
#include "store/nudge.h"
#include "store/session.h"

#include "../folder.h"

typedef struct {
  char *dir;
  LimberDb *db;
  GTimeZone *zone;
  LimberDate last;
  gint64 now;
} Fixture;

static gint64
now_of_fixture (gpointer data)
{
  return ((Fixture *) data)->now;
}

static void
begin (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  limber_db_begin (f->db, &error);
  g_assert_no_error (error);
}

static void
commit (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  limber_db_commit (f->db, &error);
  g_assert_no_error (error);
}

/* One step in a transaction of its own; @call reports into `failure`. */
#define IN_TRANSACTION(f, call)                                                                                        \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    GError *failure = NULL;                                                                                            \
    begin (f);                                                                                                         \
    g_assert_true (call);                                                                                              \
    g_assert_no_error (failure);                                                                                       \
    commit (f);                                                                                                        \
  }                                                                                                                    \
  G_STMT_END

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  f->dir = g_dir_make_tmp ("limber-reminders-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (f->dir, "clinic.db", NULL);
  f->zone = g_time_zone_new_identifier ("Europe/Berlin");
  f->last = limber_date_parse ("2026-09-07");
  f->now = limber_date_at_minute (limber_date_parse ("2026-09-21"), 8 * 60, f->zone);
  f->db = limber_db_open (path, LIMBER_DB_CREATE, &error);
  g_assert_no_error (error);
  limber_db_set_now_func (f->db, now_of_fixture, f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  limber_db_free (f->db);
  g_time_zone_unref (f->zone);
  remove_folder (f->dir);
  g_free (f->dir);
}

static char *
add_client (Fixture *f, const char *name)
{
  g_autoptr (LimberClinic) clinic = NULL;
  g_autoptr (LimberClient) client = limber_client_new ();
  g_autoptr (LimberSession) session = limber_session_new ();
  g_autoptr (LimberStaff) staff = limber_staff_new ();

  staff->name = g_strdup ("Ines Calder");
  staff->role = LIMBER_STAFF_ROLE_THERAPIST;
  client->name = g_strdup (name);
  IN_TRANSACTION (f, limber_record_insert (f->db, &limber_staff_type, staff, &failure)
                       && limber_record_insert (f->db, &limber_client_type, client, &failure));
  session->client_id = g_strdup (client->base.id);
  session->staff_id = g_strdup (staff->base.id);
  session->date = f->last;
  session->started_at = limber_date_at_minute (f->last, 600, f->zone);
  session->ended_at = session->started_at + 2700;
  session->planned_minutes = 45;
  session->state = LIMBER_SESSION_STATE_COMPLETED;
  session->entered_at = session->ended_at;
  session->kind = LIMBER_KIND_MAINTENANCE;
  IN_TRANSACTION (f, limber_record_insert (f->db, &limber_session_type, session, &failure));
  return g_strdup (client->base.id);
}

static GPtrArray *
claim (Fixture *f, gint64 *next_at)
{
  g_autoptr (GError) error = NULL;
  gint64 ignored;
  GPtrArray *nudges = limber_reminders_claim_due (f->db, f->now, f->zone, next_at ? next_at : &ignored, &error);

  g_assert_no_error (error);
  return nudges;
}

static void
assert_claims (Fixture *f, guint count)
{
  g_autoptr (GPtrArray) nudges = claim (f, NULL);

  g_assert_cmpuint (nudges->len, ==, count);
}

static void
go_to (Fixture *f, const char *date)
{
  f->now = limber_date_at_minute (limber_date_parse (date), 8 * 60, f->zone);
}

static void
test_shown_once (Fixture *f, gconstpointer data)
{
  g_autofree char *id = add_client (f, "Fern Splitwell");

  assert_claims (f, 1);
  assert_claims (f, 0);
  go_to (f, "2026-09-28");
  assert_claims (f, 0);
  go_to (f, "2026-09-29");
  assert_claims (f, 1);
  go_to (f, "2026-10-06");
  assert_claims (f, 1);
  go_to (f, "2026-12-01");
  assert_claims (f, 0);
}

static void
test_next_moment_is_known (Fixture *f, gconstpointer data)
{
  g_autofree char *id = add_client (f, "Fern Splitwell");
  g_autoptr (GPtrArray) nudges = NULL;
  gint64 next_at = 0;

  go_to (f, "2026-09-10");
  nudges = claim (f, &next_at);
  g_assert_cmpuint (nudges->len, ==, 0);
  g_assert_cmpint (next_at, ==, limber_date_at_minute (limber_date_parse ("2026-09-21"), 8 * 60, f->zone));
}

static void
test_contact_starts_anew (Fixture *f, gconstpointer data)
{
  g_autofree char *id = add_client (f, "Fern Splitwell");
  g_autoptr (LimberContact) contact = limber_contact_new ();

  assert_claims (f, 1);
  contact->client_id = g_strdup (id);
  contact->at = f->now + 60;
  contact->channel = LIMBER_CONTACT_CHANNEL_PHONE;
  contact->outcome = LIMBER_CONTACT_OUTCOME_NO_ANSWER;
  IN_TRANSACTION (f, limber_rebook_contacted (f->db, contact, limber_date_parse ("2026-09-21"), &failure));
  go_to (f, "2026-09-23");
  assert_claims (f, 0);
  go_to (f, "2026-09-24");
  assert_claims (f, 1);
  go_to (f, "2026-09-30");
  assert_claims (f, 0);
  go_to (f, "2026-10-01");
  assert_claims (f, 1);
}

static void
test_later_snoozes_to_the_next_working_day (Fixture *f, gconstpointer data)
{
  g_autofree char *id = add_client (f, "Fern Splitwell");
  g_autoptr (GError) error = NULL;

  go_to (f, "2026-09-25"); /* a Friday */
  assert_claims (f, 1);
  g_assert_true (limber_reminders_later (f->db, id, limber_date_parse ("2026-09-25"), &error));
  go_to (f, "2026-09-26");
  assert_claims (f, 0);
  go_to (f, "2026-09-28");
  assert_claims (f, 1);
}

static void
test_booking_answers_the_bubble (Fixture *f, gconstpointer data)
{
  g_autofree char *id = add_client (f, "Fern Splitwell");
  g_autoptr (GPtrArray) nudges = claim (f, NULL);
  g_autoptr (LimberSession) session = NULL;
  g_autoptr (LimberAppointment) appointment = limber_appointment_new ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  LimberDate today = limber_date_parse ("2026-09-21");
  const char *ids[] = { ((LimberDueNudge *) g_ptr_array_index (nudges, 0))->nudge_id, NULL };

  before = limber_reminders_answered (f->db, ids, today, f->zone, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (before->len, ==, 0);

  session = limber_record_find (f->db, &limber_session_type, &error, "WHERE client_id = $1", "s", id);
  g_assert_no_error (error);
  appointment->client_id = g_strdup (id);
  appointment->staff_id = g_strdup (session->staff_id);
  appointment->start_at = f->now + 3 * 86400;
  appointment->minutes = 45;
  appointment->turnover = 15;
  appointment->kind = LIMBER_KIND_MAINTENANCE;
  appointment->status = LIMBER_APPOINTMENT_STATUS_BOOKED;
  IN_TRANSACTION (f, limber_record_insert (f->db, &limber_appointment_type, appointment, &failure));
  after = limber_reminders_answered (f->db, ids, today, f->zone, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after->len, ==, 1);
}

static void
assert_planned (Fixture *f, const char *on, const char *today, int number, LimberNudgeCause cause)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberReminderPlan) plan
      = limber_reminder_plan_load (f->db, limber_date_parse (on), limber_date_parse (today), f->zone, &error);
  const LimberPlannedNudge *nudge;

  g_assert_no_error (error);
  g_assert_cmpuint (plan->nudges->len, ==, number > 0 ? 1 : 0);
  if (number == 0)
    return;
  nudge = g_ptr_array_index (plan->nudges, 0);
  g_assert_cmpint (nudge->next.number, ==, number);
  g_assert_cmpint (nudge->next.cause, ==, cause);
  g_assert_cmpint (nudge->at, ==, limber_date_at_minute (limber_date_parse (on), 8 * 60, f->zone));
}

static void
test_a_plan_looks_ahead (Fixture *f, gconstpointer data)
{
  g_autofree char *id = add_client (f, "Fern Splitwell");

  assert_planned (f, "2026-09-21", "2026-09-10", 1, LIMBER_NUDGE_CAUSE_DUE);
  assert_planned (f, "2026-09-22", "2026-09-10", 0, LIMBER_NUDGE_CAUSE_DUE);
  assert_planned (f, "2026-09-29", "2026-09-10", 2, LIMBER_NUDGE_CAUSE_OVERDUE);
  assert_planned (f, "2026-10-06", "2026-09-10", 3, LIMBER_NUDGE_CAUSE_WEEKLY);
  assert_planned (f, "2026-10-13", "2026-09-10", 0, LIMBER_NUDGE_CAUSE_DUE);
  /* Nobody looked until then. */
  assert_planned (f, "2026-09-24", "2026-09-24", 1, LIMBER_NUDGE_CAUSE_DUE);
  assert_planned (f, "2026-10-01", "2026-09-24", 2, LIMBER_NUDGE_CAUSE_OVERDUE);
  assert_claims (f, 1);
}

static void
test_a_plan_names_what_was_shown (Fixture *f, gconstpointer data)
{
  g_autofree char *id = add_client (f, "Fern Splitwell");
  LimberDate today = limber_date_parse ("2026-09-21");
  g_autoptr (LimberReminderPlan) plan = NULL;

  assert_claims (f, 1);
  plan = limber_reminder_plan_load (f->db, today, today, f->zone, NULL);
  g_assert_cmpuint (plan->nudges->len, ==, 1);
  g_assert_true (((LimberPlannedNudge *) plan->nudges->pdata[0])->shown);
}

static void
test_a_pause_closes_the_bubble (Fixture *f, gconstpointer data)
{
  g_autofree char *id = add_client (f, "Fern Splitwell");
  g_autoptr (GPtrArray) nudges = claim (f, NULL);
  g_autoptr (LimberClient) client = limber_record_load (f->db, &limber_client_type, id, NULL);
  g_autoptr (GPtrArray) answered = NULL;
  LimberDate today = limber_date_parse ("2026-09-21");
  const char *ids[] = { ((LimberDueNudge *) g_ptr_array_index (nudges, 0))->nudge_id, NULL };

  client->paused_on = today; /* as the record does it, which knows no nudges */
  IN_TRANSACTION (f, limber_record_update (f->db, &limber_client_type, client, &failure));
  answered = limber_reminders_answered (f->db, ids, today, f->zone, NULL);
  g_assert_cmpuint (answered->len, ==, 1);
}

static void
test_a_contact_before_the_visit_is_of_the_old_cycle (Fixture *f, gconstpointer data)
{
  g_autofree char *id = add_client (f, "Fern Splitwell");
  g_autoptr (LimberContact) contact = limber_contact_new ();

  contact->client_id = g_strdup (id);
  contact->at = limber_date_at_minute (f->last, 9 * 60, f->zone); /* the visit began at ten */
  contact->channel = LIMBER_CONTACT_CHANNEL_PHONE;
  contact->outcome = LIMBER_CONTACT_OUTCOME_NO_ANSWER;
  IN_TRANSACTION (f, limber_record_insert (f->db, &limber_contact_type, contact, &failure));
  go_to (f, "2026-09-10");
  assert_claims (f, 0);
  go_to (f, "2026-09-21");
  assert_claims (f, 1);
}

static void
test_not_interested_ends_a_snooze (Fixture *f, gconstpointer data)
{
  g_autofree char *id = add_client (f, "Fern Splitwell");
  g_autoptr (LimberContact) contact = limber_contact_new ();
  LimberDate today = limber_date_parse ("2026-09-21");

  IN_TRANSACTION (f, limber_rebook_answer (f->db, id, LIMBER_REBOOK_ANSWER_SNOOZE, today, today + 60,
                                           LIMBER_PAUSE_REASON_NONE, &failure));
  contact->client_id = g_strdup (id);
  contact->at = f->now;
  contact->channel = LIMBER_CONTACT_CHANNEL_PHONE;
  contact->outcome = LIMBER_CONTACT_OUTCOME_NOT_INTERESTED;
  contact->until = limber_date_parse ("2026-09-30");
  IN_TRANSACTION (f, limber_rebook_contacted (f->db, contact, today, &failure));
  go_to (f, "2026-09-30");
  assert_claims (f, 0);
  go_to (f, "2026-10-01");
  assert_claims (f, 1);
}

static LimberAppointment *
book (Fixture *f, const char *client_id, gint64 start)
{
  g_autoptr (LimberBookingRequest) request = limber_booking_request_new (f->now, f->zone);
  g_autoptr (LimberSession) session = NULL;
  LimberAppointment *appointment = NULL;

  session = limber_record_find (f->db, &limber_session_type, NULL, "WHERE client_id = $1", "s", client_id);
  request->client_id = g_strdup (client_id);
  request->staff_id = g_strdup (session->staff_id);
  request->start_at = start;
  request->minutes = 45;
  request->acknowledged = LIMBER_BOOKING_OUT_OF_HOURS | LIMBER_BOOKING_PAST;
  request->reason = g_strdup ("a favour");
  IN_TRANSACTION (f, (appointment = limber_booking_book (f->db, request, &failure)) != NULL);
  return appointment;
}

static LimberNudge *
latest_nudge (Fixture *f, const char *client_id)
{
  return limber_record_find (f->db, &limber_nudge_type, NULL, "WHERE client_id = $1 ORDER BY number DESC LIMIT 1", "s",
                             client_id);
}

static void
test_a_booking_answers_in_its_own_transaction (Fixture *f, gconstpointer data)
{
  g_autofree char *id = add_client (f, "Fern Splitwell");
  g_autoptr (LimberAppointment) past = NULL;
  g_autoptr (LimberAppointment) ahead = NULL;
  g_autoptr (LimberNudge) before = NULL;
  g_autoptr (LimberNudge) after = NULL;

  assert_claims (f, 1);
  past = book (f, id, f->now - 3 * 86400);
  before = latest_nudge (f, id);
  g_assert_cmpint (before->answered_at, ==, 0);
  ahead = book (f, id, f->now + 3 * 86400);
  after = latest_nudge (f, id);
  g_assert_cmpint (after->answer, ==, LIMBER_NUDGE_ANSWER_BOOKED);
  g_assert_cmpint (after->answered_at, ==, f->now);
}

static void
test_a_booking_that_fails_answers_nothing (Fixture *f, gconstpointer data)
{
  g_autofree char *id = add_client (f, "Fern Splitwell");
  g_autoptr (LimberBookingRequest) request = limber_booking_request_new (f->now, f->zone);
  g_autoptr (LimberSession) session = NULL;
  g_autoptr (LimberNudge) nudge = NULL;
  g_autoptr (GError) error = NULL;

  assert_claims (f, 1);
  session = limber_record_find (f->db, &limber_session_type, NULL, "WHERE client_id = $1", "s", id);
  request->client_id = g_strdup (id);
  request->staff_id = g_strdup (session->staff_id);
  request->start_at = f->now + 3 * 86400;
  request->minutes = 45; /* out of hours, and nobody accepted that */
  begin (f);
  g_assert_null (limber_booking_book (f->db, request, &error));
  limber_db_rollback (f->db);
  nudge = latest_nudge (f, id);
  g_assert_cmpint (nudge->answered_at, ==, 0);
}

static void
test_after_a_cancellation_the_cycle_goes_on (Fixture *f, gconstpointer data)
{
  g_autofree char *id = add_client (f, "Fern Splitwell");
  g_autoptr (LimberAppointment) appointment = NULL;
  g_autoptr (LimberAppointment) cancelled = NULL;
  g_autoptr (LimberNudge) nudge = NULL;
  LimberStatusRequest request = { .status = LIMBER_APPOINTMENT_STATUS_CANCELLED };

  assert_claims (f, 1);
  appointment = book (f, id, f->now + 20 * 86400);
  go_to (f, "2026-09-29"); /* the day of nudge 2 */
  assert_claims (f, 0);
  request.appointment_id = appointment->base.id;
  IN_TRANSACTION (f, (cancelled = limber_booking_set_status (f->db, &request, &failure)) != NULL);
  assert_claims (f, 0);
  go_to (f, "2026-09-30");
  assert_claims (f, 1);
  nudge = latest_nudge (f, id);
  g_assert_cmpint (nudge->number, ==, 2);
  g_assert_cmpint (nudge->answered_at, ==, 0);
}

static void
test_a_visit_ends_a_snooze (Fixture *f, gconstpointer data)
{
  g_autofree char *id = add_client (f, "Fern Splitwell");
  g_autoptr (LimberSession) session = limber_session_new ();
  g_autoptr (LimberSession) first = NULL;
  g_autoptr (GPtrArray) nudges = NULL;
  g_autoptr (GPtrArray) answered = NULL;
  LimberDate today = limber_date_parse ("2026-09-21");
  const char *ids[] = { NULL, NULL };

  nudges = claim (f, NULL);
  ids[0] = ((LimberDueNudge *) g_ptr_array_index (nudges, 0))->nudge_id;
  IN_TRANSACTION (f, limber_rebook_answer (f->db, id, LIMBER_REBOOK_ANSWER_SNOOZE, today, today + 60,
                                           LIMBER_PAUSE_REASON_NONE, &failure));
  first = limber_record_find (f->db, &limber_session_type, NULL, "WHERE client_id = $1", "s", id);
  session->client_id = g_strdup (id);
  session->staff_id = g_strdup (first->staff_id);
  session->date = today;
  session->started_at = f->now;
  session->planned_minutes = 45;
  session->state = LIMBER_SESSION_STATE_RUNNING;
  session->kind = LIMBER_KIND_MAINTENANCE;
  IN_TRANSACTION (f, limber_record_insert (f->db, &limber_session_type, session, &failure));
  IN_TRANSACTION (f, limber_session_runner_close (f->db, session->base.id, f->now + 2700, &failure));

  answered = limber_reminders_answered (f->db, ids, today, f->zone, NULL);
  g_assert_cmpuint (answered->len, ==, 1);
  go_to (f, "2026-10-02");
  assert_claims (f, 0);
  go_to (f, "2026-10-05"); /* fourteen days after the new visit, long before the end of the snooze */
  assert_claims (f, 1);
}

static void
test_private_bubbles_name_nobody (Fixture *f, gconstpointer data)
{
  g_autofree char *id = add_client (f, "Fern Splitwell");
  g_autoptr (GPtrArray) nudges = claim (f, NULL);
  g_autofree char *hidden = limber_reminders_title (nudges, TRUE);
  g_autofree char *named = limber_reminders_title (nudges, FALSE);

  g_assert_null (strstr (hidden, "Fern"));
  g_assert_nonnull (strstr (named, "Fern"));
  g_assert_null (strstr (named, "Splitwell"));
}

static void
test_the_queue_lists_who_is_due (Fixture *f, gconstpointer data)
{
  g_autofree char *id = add_client (f, "Fern Splitwell");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GPtrArray) snoozed = NULL;
  LimberDate today = limber_date_parse ("2026-09-21");

  due = limber_rebook_queue_load (f->db, limber_date_at_minute (today, 8 * 60, f->zone), f->zone, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (due->len, ==, 1);
  g_assert_cmpint (((LimberRebookItem *) due->pdata[0])->group, ==, LIMBER_REBOOK_GROUP_DUE);
  g_assert_cmpint (((LimberRebookItem *) due->pdata[0])->next.date, ==, today);

  IN_TRANSACTION (f, limber_rebook_answer (f->db, id, LIMBER_REBOOK_ANSWER_SNOOZE, today, today + 3,
                                           LIMBER_PAUSE_REASON_NONE, &failure));
  snoozed = limber_rebook_queue_load (f->db, limber_date_at_minute (today, 8 * 60, f->zone), f->zone, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((LimberRebookItem *) snoozed->pdata[0])->group, ==, LIMBER_REBOOK_GROUP_SNOOZED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/reminders/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("shown-once", test_shown_once);
  ADD ("next-moment-is-known", test_next_moment_is_known);
  ADD ("contact-starts-anew", test_contact_starts_anew);
  ADD ("later-snoozes-to-the-next-working-day", test_later_snoozes_to_the_next_working_day);
  ADD ("a-plan-looks-ahead", test_a_plan_looks_ahead);
  ADD ("a-plan-names-what-was-shown", test_a_plan_names_what_was_shown);
  ADD ("a-pause-closes-the-bubble", test_a_pause_closes_the_bubble);
  ADD ("a-contact-before-the-visit-is-of-the-old-cycle", test_a_contact_before_the_visit_is_of_the_old_cycle);
  ADD ("not-interested-ends-a-snooze", test_not_interested_ends_a_snooze);
  ADD ("booking-answers-the-bubble", test_booking_answers_the_bubble);
  ADD ("a-booking-answers-in-its-own-transaction", test_a_booking_answers_in_its_own_transaction);
  ADD ("a-booking-that-fails-answers-nothing", test_a_booking_that_fails_answers_nothing);
  ADD ("after-a-cancellation-the-cycle-goes-on", test_after_a_cancellation_the_cycle_goes_on);
  ADD ("a-visit-ends-a-snooze", test_a_visit_ends_a_snooze);
  ADD ("private-bubbles-name-nobody", test_private_bubbles_name_nobody);
  ADD ("the-queue-lists-who-is-due", test_the_queue_lists_who_is_due);
  return g_test_run ();
}
