/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/session/session-runner.h"

#include "store/appointment.h"
#include "store/follow-up.h"

#define DEFAULT_TURNOVER 15
#define USUAL_TECHNIQUES 4
#define WAITING_SECONDS (4 * 3600)

void
limber_session_sheet_free (LimberSessionSheet *sheet)
{
  if (sheet == NULL)
    return;
  limber_session_free (sheet->session);
  limber_client_free (sheet->client);
  limber_staff_free (sheet->staff);
  limber_session_free (sheet->last_visit);
  limber_treatment_neighbour_free (sheet->next);
  g_clear_pointer (&sheet->pauses, g_ptr_array_unref);
  g_clear_pointer (&sheet->findings, g_ptr_array_unref);
  g_clear_pointer (&sheet->open, g_ptr_array_unref);
  g_clear_pointer (&sheet->sore, g_ptr_array_unref);
  g_clear_pointer (&sheet->known, g_ptr_array_unref);
  g_clear_pointer (&sheet->health, g_ptr_array_unref);
  g_clear_pointer (&sheet->roms, g_ptr_array_unref);
  g_free (sheet);
}

static int
compare_severity (gconstpointer a, gconstpointer b)
{
  const LimberFinding *one = *(LimberFinding **) a;
  const LimberFinding *two = *(LimberFinding **) b;

  return limber_session_last_severity (two) - limber_session_last_severity (one);
}

/**
 * limber_session_open_findings:
 * @last_visit: (nullable)
 *
 * Only what the last visit left open: older ones were either taken up there or let go.
 *
 * Returns: (transfer full) (element-type LimberFinding): the worst first
 */
GPtrArray *
limber_session_open_findings (LimberDb *db, const LimberSession *last_visit, GError **error)
{
  GPtrArray *open;

  if (last_visit == NULL)
    return g_ptr_array_new ();
  open = limber_treatment_findings (db, last_visit->base.id, error);
  for (guint i = open != NULL ? open->len : 0; i > 0; i--)
    {
      const LimberFinding *finding = g_ptr_array_index (open, i - 1);

      if (finding->status == LIMBER_FINDING_STATUS_RESOLVED)
        g_ptr_array_remove_index (open, i - 1);
    }
  if (open != NULL)
    g_ptr_array_sort (open, compare_severity);
  return open;
}

/**
 * limber_session_sore_areas:
 * @last_visit: (nullable): what was said before it is dealt with
 *
 * Rule E3: what a client said after a race sets the focus of the next session.
 *
 * Returns: (transfer full) (element-type LimberSoreArea): the worst first
 */
GPtrArray *
limber_session_sore_areas (LimberDb *db, const LimberSession *session, const LimberSession *last_visit, GError **error)
{
  LimberDate from = last_visit != NULL ? last_visit->date + 1 : session->date - LIMBER_FOLLOW_UP_DAYS;

  return limber_sore_area_between (db, session->client_id, MAX (from, session->date - LIMBER_FOLLOW_UP_DAYS),
                                   session->date, error);
}

static gboolean
load_slot (LimberDb *db, LimberSessionSheet *sheet, GError **error)
{
  const LimberSession *session = sheet->session;
  g_autoptr (LimberAppointment) appointment = NULL;
  g_autoptr (GError) local_error = NULL;

  sheet->turnover = DEFAULT_TURNOVER;
  if (session->appointment_id != NULL)
    appointment = limber_record_load (db, &limber_appointment_type, session->appointment_id, NULL);
  if (appointment != NULL && appointment->turnover > 0)
    sheet->turnover = appointment->turnover;
  sheet->next = limber_treatment_next_appointment (db, session->staff_id, session->appointment_id,
                                                   session->started_at, session->started_at + WAITING_SECONDS,
                                                   &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
load_people (LimberDb *db, LimberSessionSheet *sheet, GError **error)
{
  sheet->client = limber_record_load (db, &limber_client_type, sheet->session->client_id, error);
  if (sheet->client == NULL)
    return FALSE;
  sheet->staff = limber_record_load (db, &limber_staff_type, sheet->session->staff_id, error);
  if (sheet->staff == NULL)
    return FALSE;
  sheet->usual_techniques = limber_treatment_usual_techniques (db, sheet->staff->base.id, USUAL_TECHNIQUES, NULL);
  sheet->health = limber_treatment_health (db, sheet->session->client_id, error);
  return sheet->health != NULL;
}

static gboolean
load_visits (LimberDb *db, LimberSessionSheet *sheet, GError **error)
{
  const LimberSession *session = sheet->session;
  g_autoptr (GError) local_error = NULL;

  sheet->last_visit = limber_treatment_last_visit (db, session->client_id, session, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  sheet->pauses = limber_treatment_pauses (db, session->base.id, error);
  if (sheet->pauses == NULL)
    return FALSE;
  sheet->findings = limber_treatment_findings (db, session->base.id, error);
  if (sheet->findings == NULL)
    return FALSE;
  sheet->roms = limber_treatment_roms (db, session->base.id, error);
  if (sheet->roms == NULL)
    return FALSE;
  sheet->known = limber_treatment_known_findings (db, session->client_id, session->base.id, error);
  if (sheet->known == NULL)
    return FALSE;
  sheet->sore = limber_session_sore_areas (db, session, sheet->last_visit, error);
  if (sheet->sore == NULL)
    return FALSE;
  sheet->open = limber_session_open_findings (db, sheet->last_visit, error);
  return sheet->open != NULL;
}

/** limber_session_runner_load: Returns: (transfer full): the session with all that the treatment room shows */
LimberSessionSheet *
limber_session_runner_load (LimberDb *db, const char *id, GError **error)
{
  g_autoptr (LimberSessionSheet) sheet = g_new0 (LimberSessionSheet, 1);

  sheet->session = limber_record_load (db, &limber_session_type, id, error);
  if (sheet->session == NULL || !load_people (db, sheet, error) || !load_visits (db, sheet, error)
      || !load_slot (db, sheet, error))
    return NULL;
  return g_steal_pointer (&sheet);
}
