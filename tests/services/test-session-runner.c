/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "services/session/session-concerns.h"
#include "services/session/session-runner.h"
#include "store/health.h"

#include "../folder.h"

/* On a real database file; each function under test is one transaction, as the store runs it. */

#define NINE ((gint64) 1790665200) /* an instant on 2026-09-29 */
#define MINUTE 60

typedef struct {
  char *dir;
  char *path;
  LimberDb *db;
  char *staff_id;
  char *other_staff_id;
  char *client_id;
  char *other_client_id;
} Fixture;

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

/* One step in a transaction of its own; @call reports into `error`. */
#define STEP(call) \
  G_STMT_START \
  { \
    GError *error = NULL; \
    begin (f); \
    g_assert_true (call); \
    g_assert_no_error (error); \
    commit (f); \
  } \
  G_STMT_END

static char *
add_client (Fixture *f, const char *name)
{
  g_autoptr (LimberClient) client = limber_client_new ();

  client->name = g_strdup (name);
  STEP (limber_record_insert (f->db, &limber_client_type, client, &error));
  return g_strdup (client->base.id);
}

static char *
add_staff (Fixture *f, const char *name)
{
  g_autoptr (LimberStaff) staff = limber_staff_new ();

  staff->name = g_strdup (name);
  staff->role = LIMBER_STAFF_ROLE_THERAPIST;
  STEP (limber_record_insert (f->db, &limber_staff_type, staff, &error));
  return g_strdup (staff->base.id);
}

static void
open_clinic (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  f->db = limber_db_open (f->path, LIMBER_DB_CREATE, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->dir = g_dir_make_tmp ("limber-runner-XXXXXX", NULL);
  f->path = g_build_filename (f->dir, "clinic", "clinic.db", NULL);
  open_clinic (f);
  f->staff_id = add_staff (f, "Ines Calder");
  f->other_staff_id = add_staff (f, "Tom Wray");
  f->client_id = add_client (f, "Rafferty Quill");
  f->other_client_id = add_client (f, "Wren Halloway");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  limber_db_free (f->db);
  remove_folder (f->dir);
  g_free (f->dir);
  g_free (f->path);
  g_free (f->staff_id);
  g_free (f->other_staff_id);
  g_free (f->client_id);
  g_free (f->other_client_id);
}

static char *
add_appointment (Fixture *f, const char *client_id)
{
  g_autoptr (LimberAppointment) appointment = limber_appointment_new ();

  appointment->client_id = g_strdup (client_id);
  appointment->staff_id = g_strdup (f->staff_id);
  appointment->start_at = NINE;
  appointment->minutes = 45;
  appointment->turnover = 15;
  appointment->kind = LIMBER_KIND_PRE_EVENT;
  appointment->intent = LIMBER_WORK_DEEP;
  appointment->status = LIMBER_APPOINTMENT_STATUS_BOOKED;
  STEP (limber_record_insert (f->db, &limber_appointment_type, appointment, &error));
  return g_strdup (appointment->base.id);
}

static LimberAppointmentStatus
status_of (Fixture *f, const char *appointment_id)
{
  g_autoptr (LimberAppointment) appointment
    = limber_record_load (f->db, &limber_appointment_type, appointment_id, NULL);

  return appointment->status;
}

static LimberSession *
try_start (Fixture *f, const char *client_id, const char *appointment_id, gint64 now, GError **error)
{
  LimberSessionStart start = {
    .client_id = (char *) client_id,
    .staff_id = f->staff_id,
    .appointment_id = (char *) appointment_id,
    .date = limber_date_from_ymd (2026, 9, 29),
    .started_at = now,
    .now = now,
  };
  LimberSession *session;

  begin (f);
  session = limber_session_runner_start (f->db, &start, error);
  if (session != NULL)
    commit (f);
  else
    limber_db_rollback (f->db);
  return session;
}

static char *
start_session (Fixture *f, const char *client_id, gint64 now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberSession) session = try_start (f, client_id, NULL, now, &error);

  g_assert_no_error (error);
  return g_strdup (session->base.id);
}

static LimberSessionSheet *
load (Fixture *f, const char *id)
{
  g_autoptr (GError) error = NULL;
  LimberSessionSheet *sheet = limber_session_runner_load (f->db, id, &error);

  g_assert_no_error (error);
  return sheet;
}

static char *
record (Fixture *f, const char *id, LimberArea area, LimberSide side, LimberFindingType type, int severity,
        gboolean unaware)
{
  g_autoptr (LimberFinding) values = limber_finding_new ();
  g_autoptr (LimberFinding) finding = NULL;

  values->area = area;
  values->side = side;
  values->type = type;
  values->severity_before = severity;
  values->severity_after = LIMBER_SEVERITY_UNKNOWN;
  values->unaware = unaware;
  STEP ((finding = limber_session_runner_record (f->db, id, values, NINE + 5 * MINUTE, &error)) != NULL);
  return g_strdup (finding->base.id);
}

static int
count_changes (Fixture *f)
{
  gint64 count = 0;

  limber_db_get_int (f->db, &count, NULL, "SELECT count(*) FROM change_log", "");
  return (int) count;
}

static void
test_start_takes_the_slot (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *appointment = add_appointment (f, f->client_id);
  g_autoptr (LimberSession) session = try_start (f, NULL, appointment, NINE, &error);
  g_autoptr (LimberSession) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (session->client_id, ==, f->client_id);
  g_assert_cmpint (session->planned_minutes, ==, 45);
  g_assert_cmpint (session->kind, ==, LIMBER_KIND_PRE_EVENT);
  g_assert_cmpint (status_of (f, appointment), ==, LIMBER_APPOINTMENT_STATUS_IN_SESSION);

  again = try_start (f, NULL, appointment, NINE + 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->base.id, ==, session->base.id);
}

static void
test_one_session_per_therapist (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) refusal = NULL;
  g_autofree char *first = start_session (f, f->client_id, NINE);
  g_autoptr (LimberSession) second = try_start (f, f->other_client_id, NULL, NINE + MINUTE, &refusal);

  g_assert_null (second);
  g_assert_error (refusal, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_EXISTS);
  g_assert_nonnull (strstr (refusal->message, "Ines Calder"));
  g_assert_nonnull (strstr (refusal->message, "Rafferty Quill"));
  g_clear_error (&refusal);

  STEP (limber_session_runner_finish (f->db, first, NINE + 2 * MINUTE, &error));
  second = try_start (f, f->other_client_id, NULL, NINE + 3 * MINUTE, &refusal);
  g_assert_no_error (refusal);
  g_assert_nonnull (second);
}

static void
test_pauses_do_not_count (Fixture *f, gconstpointer data)
{
  g_autofree char *id = start_session (f, f->client_id, NINE);
  g_autoptr (LimberSessionSheet) sheet = NULL;

  STEP (limber_session_runner_pause (f->db, id, NINE + 10 * MINUTE, &error));
  STEP (limber_session_runner_pause (f->db, id, NINE + 11 * MINUTE, &error));
  sheet = load (f, id);
  g_assert_cmpuint (sheet->pauses->len, ==, 1);
  g_assert_true (limber_session_is_paused (sheet->pauses));
  g_assert_cmpint (limber_session_elapsed (sheet->session, sheet->pauses, NINE + 14 * MINUTE), ==, 10 * MINUTE);
  limber_session_sheet_free (g_steal_pointer (&sheet));

  STEP (limber_session_runner_resume (f->db, id, NINE + 15 * MINUTE, &error));
  STEP (limber_session_runner_extend (f->db, id, 5, NINE + 15 * MINUTE, &error));
  sheet = load (f, id);
  g_assert_false (limber_session_is_paused (sheet->pauses));
  g_assert_cmpint (sheet->session->planned_minutes, ==, 65);
  g_assert_cmpint (limber_session_elapsed (sheet->session, sheet->pauses, NINE + 20 * MINUTE), ==, 15 * MINUTE);
  limber_session_sheet_free (g_steal_pointer (&sheet));

  STEP (limber_session_runner_pause (f->db, id, NINE + 30 * MINUTE, &error));
  STEP (limber_session_runner_finish (f->db, id, NINE + 40 * MINUTE, &error));
  STEP (limber_session_runner_reopen (f->db, id, NINE + 50 * MINUTE, &error));
  sheet = load (f, id);
  g_assert_cmpint (limber_session_elapsed (sheet->session, sheet->pauses, NINE + 51 * MINUTE), ==, 26 * MINUTE);
}

static void
test_closing_completes_the_appointment (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) start_error = NULL;
  g_autofree char *appointment = add_appointment (f, f->client_id);
  g_autoptr (LimberSession) session = try_start (f, NULL, appointment, NINE, &start_error);
  g_autoptr (LimberSessionSheet) sheet = NULL;
  g_autoptr (GError) twice = NULL;

  STEP (limber_session_runner_finish (f->db, session->base.id, NINE + 44 * MINUTE, &error));
  g_assert_cmpint (status_of (f, appointment), ==, LIMBER_APPOINTMENT_STATUS_IN_SESSION);
  STEP (limber_session_runner_close (f->db, session->base.id, NINE + 50 * MINUTE, &error));
  g_assert_cmpint (status_of (f, appointment), ==, LIMBER_APPOINTMENT_STATUS_COMPLETED);
  sheet = load (f, session->base.id);
  g_assert_cmpint (sheet->session->state, ==, LIMBER_SESSION_STATE_COMPLETED);
  g_assert_cmpint (sheet->session->ended_at, ==, NINE + 44 * MINUTE);

  begin (f);
  g_assert_false (limber_session_runner_close (f->db, session->base.id, NINE, &twice));
  limber_db_rollback (f->db);
  g_assert_error (twice, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CONFLICT);
}

static void
test_same_spot_and_type_edits (Fixture *f, gconstpointer data)
{
  g_autofree char *id = start_session (f, f->client_id, NINE);
  g_autofree char *first = record (f, id, LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_KNOT, 7, TRUE);
  g_autofree char *same = record (f, id, LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_KNOT, 6, FALSE);
  g_autofree char *other
    = record (f, id, LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_PAIN, 4, FALSE);
  g_autofree char *both
    = record (f, id, LIMBER_AREA_GASTROCNEMIUS, LIMBER_SIDE_BOTH, LIMBER_FINDING_TYPE_TENSION, 5, FALSE);
  g_autoptr (LimberSessionSheet) sheet = load (f, id);
  const LimberFinding *finding;

  g_assert_cmpstr (first, ==, same);
  g_assert_cmpstr (first, !=, other);
  g_assert_cmpuint (sheet->findings->len, ==, 4);
  finding = g_ptr_array_index (sheet->findings, 0);
  g_assert_cmpint (finding->offset_seconds, ==, 5 * MINUTE);
  STEP (limber_session_runner_put_back (f->db, &limber_finding_type, both, NULL, &error));
  limber_session_sheet_free (g_steal_pointer (&sheet));
  sheet = load (f, id);
  g_assert_cmpuint (sheet->findings->len, ==, 3);
}

static void
test_unaware_is_found_by_the_therapist (Fixture *f, gconstpointer data)
{
  g_autofree char *id = start_session (f, f->client_id, NINE);
  g_autofree char *first = record (f, id, LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_KNOT, 7, TRUE);
  g_autoptr (LimberFinding) finding = limber_record_load (f->db, &limber_finding_type, first, NULL);

  g_assert_cmpint (finding->source, ==, LIMBER_FINDING_SOURCE_THERAPIST);
}

/* A visit three weeks ago left a knot of 7, worked down to 6. */
static char *
add_last_visit (Fixture *f)
{
  g_autofree char *id = start_session (f, f->client_id, NINE - 21 * 24 * 3600);
  char *finding = record (f, id, LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_KNOT, 7, TRUE);

  STEP (limber_session_runner_set_after (f->db, finding, 6, &error));
  STEP (limber_session_runner_close (f->db, id, NINE - 21 * 24 * 3600 + 3600, &error));
  return finding;
}

static void
follow (Fixture *f, const char *id, const char *earlier, LimberProgress progress, int severity,
        LimberFindingStatus status)
{
  g_autoptr (LimberFinding) finding = NULL;
  g_autoptr (LimberFinding) before = NULL;

  STEP ((finding = limber_session_runner_follow (f->db, id, earlier, progress, NINE, &error)) != NULL);
  g_assert_cmpint (finding->severity_before, ==, severity);
  g_assert_cmpint (finding->status, ==, status);
  g_assert_cmpstr (finding->follows_id, ==, earlier);
  before = limber_record_load (f->db, &limber_finding_type, earlier, NULL);
  g_assert_cmpint (before->severity_before, ==, 7);
  g_assert_cmpint (before->severity_after, ==, 6);
  g_assert_cmpint (limber_session_progress (before, finding), ==, progress);
}

static void
test_better_same_worse_gone (Fixture *f, gconstpointer data)
{
  g_autofree char *earlier = add_last_visit (f);
  g_autofree char *id = start_session (f, f->client_id, NINE);
  g_autoptr (LimberSessionSheet) sheet = load (f, id);

  g_assert_cmpuint (sheet->open->len, ==, 1);
  follow (f, id, earlier, LIMBER_PROGRESS_BETTER, 4, LIMBER_FINDING_STATUS_IMPROVING);
  follow (f, id, earlier, LIMBER_PROGRESS_SAME, 6, LIMBER_FINDING_STATUS_OPEN);
  follow (f, id, earlier, LIMBER_PROGRESS_WORSE, 8, LIMBER_FINDING_STATUS_OPEN);
  follow (f, id, earlier, LIMBER_PROGRESS_GONE, 0, LIMBER_FINDING_STATUS_RESOLVED);
  limber_session_sheet_free (g_steal_pointer (&sheet));
  sheet = load (f, id);
  g_assert_cmpuint (sheet->findings->len, ==, 1);
}

static void
test_move_takes_everything_along (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) start_error = NULL;
  g_autofree char *appointment = add_appointment (f, f->client_id);
  g_autoptr (LimberSession) session = try_start (f, NULL, appointment, NINE, &start_error);
  g_autofree char *finding = record (f, session->base.id, LIMBER_AREA_NECK, LIMBER_SIDE_LEFT,
                                     LIMBER_FINDING_TYPE_TENSION, 5, FALSE);
  g_autoptr (LimberSessionSheet) sheet = NULL;
  int changes = count_changes (f);

  STEP (limber_session_runner_move (f->db, session->base.id, f->other_client_id, &error));
  sheet = load (f, session->base.id);
  g_assert_cmpstr (sheet->client->name, ==, "Wren Halloway");
  g_assert_cmpuint (sheet->findings->len, ==, 1);
  g_assert_cmpstr (((LimberFinding *) g_ptr_array_index (sheet->findings, 0))->client_id, ==, f->other_client_id);
  g_assert_null (sheet->session->appointment_id);
  g_assert_cmpint (status_of (f, appointment), ==, LIMBER_APPOINTMENT_STATUS_BOOKED);
  g_assert_cmpint (count_changes (f), >=, changes + 3);
}

static void
test_void_needs_a_reason (Fixture *f, gconstpointer data)
{
  g_autofree char *id = start_session (f, f->client_id, NINE);
  g_autoptr (GError) reason_error = NULL;
  g_autoptr (LimberSessionSheet) sheet = NULL;
  int changes = count_changes (f);

  begin (f);
  g_assert_false (limber_session_runner_void (f->db, id, "", NINE, &reason_error));
  limber_db_rollback (f->db);
  g_assert_error (reason_error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_NEEDS_ACKNOWLEDGEMENT);

  STEP (limber_session_runner_void (f->db, id, "started by mistake", NINE + MINUTE, &error));
  sheet = load (f, id);
  g_assert_cmpint (sheet->session->state, ==, LIMBER_SESSION_STATE_VOIDED);
  g_assert_cmpstr (sheet->session->void_reason, ==, "started by mistake");
  g_assert_cmpint (count_changes (f), >, changes);
  g_free (start_session (f, f->other_client_id, NINE + 2 * MINUTE));
}

static void
test_texts_notice_each_other (Fixture *f, gconstpointer data)
{
  g_autofree char *id = start_session (f, f->client_id, NINE);
  g_autoptr (GError) conflict = NULL;
  g_autoptr (LimberSessionSheet) sheet = NULL;

  STEP (limber_session_runner_set_text (f->db, id, LIMBER_SESSION_TEXT_SUBJECTIVE, "", "Heavy", &error));
  STEP (limber_session_runner_set_text (f->db, id, LIMBER_SESSION_TEXT_SUBJECTIVE, "Heavy", "Heavy quad", &error));
  begin (f);
  g_assert_false (limber_session_runner_set_text (f->db, id, LIMBER_SESSION_TEXT_SUBJECTIVE, "Heavy", "Light",
                                                  &conflict));
  limber_db_rollback (f->db);
  g_assert_error (conflict, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CONFLICT);
  sheet = load (f, id);
  g_assert_cmpstr (sheet->session->subjective, ==, "Heavy quad");
}

static void
test_a_new_connection_resumes (Fixture *f, gconstpointer data)
{
  g_autofree char *id = start_session (f, f->client_id, NINE);
  g_autofree char *finding = record (f, id, LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_KNOT, 7,
                                     TRUE);
  g_autoptr (LimberSessionSheet) sheet = NULL;
  g_autoptr (GPtrArray) open = NULL;

  STEP (limber_session_runner_pause (f->db, id, NINE + 10 * MINUTE, &error));
  STEP (limber_session_runner_resume (f->db, id, NINE + 12 * MINUTE, &error));
  STEP (limber_session_runner_set_text (f->db, id, LIMBER_SESSION_TEXT_PLAN, "", "Slow stripping", &error));
  limber_db_free (f->db);
  open_clinic (f);

  open = limber_treatment_open_sessions (f->db, NULL);
  g_assert_cmpuint (open->len, ==, 1);
  sheet = load (f, id);
  g_assert_cmpint (limber_session_elapsed (sheet->session, sheet->pauses, NINE + 30 * MINUTE), ==, 28 * MINUTE);
  g_assert_cmpstr (sheet->session->plan, ==, "Slow stripping");
  g_assert_cmpuint (sheet->findings->len, ==, 1);
}

static void
test_a_forgotten_session_keeps_both_days (Fixture *f, gconstpointer data)
{
  const gint64 yesterday = NINE - 24 * 3600;
  LimberSessionStart start = {
    .client_id = f->client_id,
    .staff_id = f->staff_id,
    .minutes = 30,
    .date = limber_date_from_ymd (2026, 9, 28),
    .started_at = yesterday,
    .now = NINE,
  };
  g_autoptr (LimberSession) session = NULL;

  STEP ((session = limber_session_runner_enter_later (f->db, &start, &error)) != NULL);
  g_assert_cmpint (session->entered_at, ==, NINE);
  g_assert_cmpint (session->ended_at, ==, yesterday + 30 * MINUTE);
  STEP (limber_session_runner_close (f->db, session->base.id, NINE, &error));
}

static char *
phases_of (Fixture *f, const char *id)
{
  g_autoptr (LimberSessionSheet) sheet = load (f, id);

  return g_strdup (sheet->session->phases);
}

/* What the last visit left open, the worst first; and it outlives the program. */
static void
test_the_plan_is_kept (Fixture *f, gconstpointer data)
{
  g_autofree char *first = start_session (f, f->client_id, NINE - 7 * 86400);
  g_autofree char *second = NULL, *planned = NULL, *skipped = NULL;

  g_free (record (f, first, LIMBER_AREA_LOWER_BACK, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_TENSION, 5, FALSE));
  g_free (record (f, first, LIMBER_AREA_GASTROCNEMIUS, LIMBER_SIDE_LEFT, LIMBER_FINDING_TYPE_TENSION, 6, FALSE));
  g_free (record (f, first, LIMBER_AREA_QUADRICEPS, LIMBER_SIDE_RIGHT, LIMBER_FINDING_TYPE_KNOT, 7, TRUE));
  STEP (limber_session_runner_close (f->db, first, NINE - 7 * 86400 + 3600, &error));
  second = start_session (f, f->client_id, NINE);
  planned = phases_of (f, second);
  g_assert_cmpstr (planned, ==, "check-in:300 assess:300 work/quadriceps/right:1140 work/gastrocnemius/left:960 "
                                "stretch:600 re-assess:300");
  STEP (limber_session_runner_skip (f->db, second, NINE + 2 * MINUTE, &error));
  limber_db_free (f->db);
  open_clinic (f);
  skipped = phases_of (f, second);
  g_assert_cmpstr (skipped, ==, "check-in:120 assess:300 work/quadriceps/right:1237 work/gastrocnemius/left:1043 "
                                "stretch:600 re-assess:300");
  STEP (limber_session_runner_move (f->db, second, f->other_client_id, &error));
  g_clear_pointer (&skipped, g_free);
  skipped = phases_of (f, second);
  g_assert_null (skipped);
}

static LimberSessionConcerns *
concerns_of (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  LimberSessionConcerns *concerns
    = limber_session_concerns_load (f->db, f->client_id, NULL, limber_date_from_ymd (2026, 10, 6), &error);

  g_assert_no_error (error);
  return concerns;
}

/* What is missing is asked until it is there; what is new, until the next visit is over. */
static void
test_concerns_before_the_start (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberSessionConcerns) concerns = concerns_of (f);
  g_autoptr (LimberHealthItem) old = limber_health_item_new ();
  g_autoptr (LimberHealthItem) item = limber_health_item_new ();
  g_autofree char *session = NULL;

  g_assert_true (concerns->no_consent);
  g_assert_cmpuint (concerns->news->len, ==, 0);
  STEP (limber_session_consent (f->db, f->client_id, limber_date_from_ymd (2026, 9, 29), &error));
  old->client_id = g_strdup (f->client_id);
  old->kind = LIMBER_HEALTH_KIND_ALLERGY;
  STEP (limber_record_insert (f->db, &limber_health_item_type, old, &error));
  /* The change log is written by the computer's own clock: the visit lies after the first item, before the second. */
  session = start_session (f, f->client_id, NINE);
  STEP (limber_session_runner_close (f->db, session, NINE + 3600, &error));
  STEP (limber_db_exec (f->db, &error, "UPDATE session SET ended_at = $2 WHERE id = $1", "si", session,
                        g_get_real_time () / G_USEC_PER_SEC + 1000));
  limber_session_concerns_free (concerns);
  concerns = concerns_of (f);
  g_assert_false (limber_session_concerns_any (concerns));

  STEP (limber_db_exec (f->db, &error, "UPDATE session SET ended_at = $2 WHERE id = $1", "si", session,
                        g_get_real_time () / G_USEC_PER_SEC - 1000));
  item->client_id = g_strdup (f->client_id);
  item->kind = LIMBER_HEALTH_KIND_CONTRAINDICATION;
  STEP (limber_record_insert (f->db, &limber_health_item_type, item, &error));
  limber_session_concerns_free (concerns);
  concerns = concerns_of (f);
  g_assert_false (concerns->no_consent);
  g_assert_cmpuint (concerns->news->len, ==, 2);
}

#define ADD(name, function) \
  g_test_add ("/session-runner/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("start-takes-the-slot", test_start_takes_the_slot);
  ADD ("one-session-per-therapist", test_one_session_per_therapist);
  ADD ("pauses-do-not-count", test_pauses_do_not_count);
  ADD ("closing-completes-the-appointment", test_closing_completes_the_appointment);
  ADD ("same-spot-and-type-edits", test_same_spot_and_type_edits);
  ADD ("unaware-is-found-by-the-therapist", test_unaware_is_found_by_the_therapist);
  ADD ("better-same-worse-gone", test_better_same_worse_gone);
  ADD ("move-takes-everything-along", test_move_takes_everything_along);
  ADD ("void-needs-a-reason", test_void_needs_a_reason);
  ADD ("texts-notice-each-other", test_texts_notice_each_other);
  ADD ("a-new-connection-resumes", test_a_new_connection_resumes);
  ADD ("a-forgotten-session-keeps-both-days", test_a_forgotten_session_keeps_both_days);
  ADD ("the-plan-is-kept", test_the_plan_is_kept);
  ADD ("concerns-before-the-start", test_concerns_before_the_start);
  return g_test_run ();
}
