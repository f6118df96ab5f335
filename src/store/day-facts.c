/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/day-facts.h"

#include "store/calendar.h"
#include "store/client.h"
#include "store/finding.h"
#include "store/session.h"
#include "store/work-plan.h"

static void
item_free (LimberDayItem *item)
{
  limber_appointment_free (item->appointment);
  g_free (item->client_name);
  g_free (item->staff_name);
  g_clear_pointer (&item->findings, g_ptr_array_unref);
  g_free (item->session_id);
  g_clear_pointer (&item->facts, limber_plan_facts_free);
  g_clear_pointer (&item->health, g_ptr_array_unref);
  g_free (item);
}

static void
staff_free (LimberDayStaff *staff)
{
  g_free (staff->id);
  g_free (staff->name);
  g_free (staff);
}

void
limber_day_facts_free (LimberDayFacts *facts)
{
  if (facts == NULL)
    return;
  g_clear_pointer (&facts->items, g_ptr_array_unref);
  g_clear_pointer (&facts->staff, g_ptr_array_unref);
  g_clear_pointer (&facts->blocked, g_ptr_array_unref);
  g_free (facts);
}

static gboolean
load_names (LimberDayItem *item, LimberDb *db, GError **error)
{
  g_autoptr (LimberStmt) stmt = NULL;

  stmt = limber_db_query (db, error, "SELECT c.name, s.name, s.color FROM client c, staff s WHERE c.id = $1 AND s.id = $2",
                          "ss", item->appointment->client_id, item->appointment->staff_id);
  if (stmt == NULL)
    return FALSE;
  if (!limber_stmt_step (stmt, error))
    return error == NULL || *error == NULL;
  item->client_name = g_strdup (limber_stmt_text (stmt, 0));
  item->staff_name = g_strdup (limber_stmt_text (stmt, 1));
  item->staff_color = limber_stmt_int (stmt, 2);
  return TRUE;
}

/* The last visit that was completed before the appointment began. */
static gboolean
load_findings (LimberDayItem *item, LimberDb *db, GError **error)
{
  g_autoptr (LimberSession) session = NULL;
  g_autoptr (GError) failure = NULL;

  session = limber_record_find (db, &limber_session_type, &failure,
                                "WHERE client_id = $1 AND state = 'completed' AND started_at < $2 "
                                "ORDER BY date DESC, started_at DESC LIMIT 1",
                                "si", item->appointment->client_id, item->appointment->start_at);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (session == NULL)
    return TRUE;
  item->findings_on = session->date;
  item->findings = limber_record_select (db, &limber_finding_type, error,
                                         "WHERE session_id = $1 AND status <> 'resolved' "
                                         "ORDER BY COALESCE(severity_after, severity_before, 5) DESC, area, id",
                                         "s", session->base.id);
  return item->findings != NULL;
}

static gboolean
load_session (LimberDayItem *item, LimberDb *db, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (LimberSession) session = NULL;
  gint64 paused = 0;

  session = limber_record_find (db, &limber_session_type, &failure,
                                "WHERE appointment_id = $1 AND state <> 'voided' ORDER BY started_at DESC LIMIT 1",
                                "s", item->appointment->base.id);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (session == NULL)
    return TRUE;
  item->session_id = g_strdup (session->base.id);
  if (session->state != LIMBER_SESSION_STATE_RUNNING)
    return TRUE;
  if (!limber_db_get_int (db, &paused, error,
                          "SELECT COALESCE(SUM(ended_at - started_at), 0) FROM session_pause "
                          "WHERE session_id = $1 AND ended_at IS NOT NULL",
                          "s", session->base.id))
    return FALSE;
  item->session_end_at = session->started_at + session->planned_minutes * 60 + paused;
  return TRUE;
}

static gboolean
load_health (LimberDayItem *item, LimberDb *db, GError **error)
{
  if (!limber_appointment_status_is_future (item->appointment->status))
    return TRUE;
  item->health = limber_calendar_health (db, item->appointment->client_id, error);
  return item->health != NULL;
}

static LimberDayItem *
item_load (LimberDb *db, const LimberAppointment *appointment, LimberDate today, GError **error)
{
  LimberDayItem *item = g_new0 (LimberDayItem, 1);
  gboolean alive = limber_appointment_status_holds_slot (appointment->status);

  item->appointment = limber_appointment_copy (appointment);
  if (load_names (item, db, error) && (!alive || load_findings (item, db, error)) && load_session (item, db, error)
      && load_health (item, db, error)
      && limber_db_get_int (db, &item->next_at, error,
                            "SELECT COALESCE(MIN(start_at), 0) FROM appointment WHERE client_id = $1 "
                            "AND start_at > $2 AND status IN ('booked', 'confirmed')",
                            "si", appointment->client_id, appointment->start_at)
      && (!alive
          || (item->facts = limber_plan_facts_load (db, appointment->client_id, today, error)) != NULL))
    return item;
  item_free (item);
  return NULL;
}

static gboolean
load_items (LimberDayFacts *facts, LimberDb *db, LimberDate today, gint64 from, gint64 to, GError **error)
{
  g_autoptr (GPtrArray) appointments = limber_calendar_day (db, NULL, from, to, error);

  if (appointments == NULL)
    return FALSE;
  facts->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  for (guint i = 0; i < appointments->len; i++)
    {
      LimberDayItem *item = item_load (db, appointments->pdata[i], today, error);

      if (item == NULL)
        return FALSE;
      g_ptr_array_add (facts->items, item);
    }
  return TRUE;
}

static gboolean
load_staff (LimberDayFacts *facts, LimberDb *db, LimberWorkPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) therapists = limber_calendar_therapists (db, error);

  if (therapists == NULL)
    return FALSE;
  facts->staff = g_ptr_array_new_with_free_func ((GDestroyNotify) staff_free);
  for (guint i = 0; i < therapists->len; i++)
    {
      const LimberStaff *therapist = therapists->pdata[i];
      LimberDayStaff *staff = g_new0 (LimberDayStaff, 1);

      staff->id = g_strdup (therapist->base.id);
      staff->name = g_strdup (therapist->name);
      staff->color = therapist->color;
      staff->working_minutes = limber_work_plan_minutes (plan, staff->id, facts->date);
      g_ptr_array_add (facts->staff, staff);
    }
  return TRUE;
}

/**
 * limber_day_facts_load:
 * @today: what the verdicts are judged by
 *
 * Returns: (transfer full) (nullable): the day of the whole clinic
 */
LimberDayFacts *
limber_day_facts_load (LimberDb *db, LimberDate date, LimberDate today, GTimeZone *zone, GError **error)
{
  gint64 from = limber_date_at_minute (date, 0, zone);
  gint64 to = limber_date_at_minute (date + 1, 0, zone);
  g_autoptr (LimberDayFacts) facts = g_new0 (LimberDayFacts, 1);
  g_autoptr (LimberWorkPlan) plan = limber_work_plan_load (db, from, to, zone, error);

  facts->date = date;
  if (plan == NULL || !load_items (facts, db, today, from, to, error) || !load_staff (facts, db, plan, error))
    return NULL;
  facts->blocked = limber_work_plan_blocked (plan, NULL, date);
  if (!limber_db_get_int (db, &facts->n_clients, error,
                          "SELECT COUNT(*) FROM (SELECT 1 FROM client WHERE archived_at IS NULL LIMIT 1) AS some",
                          ""))
    return NULL;
  return g_steal_pointer (&facts);
}
