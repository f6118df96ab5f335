/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/confirmations.h"

#include "store/calendar.h"
#include "store/client.h"
#include "store/work-plan.h"

#define DAYS_AHEAD 14

LimberConfirmationsQuery *
limber_confirmations_query_new (LimberDate today, GTimeZone *zone)
{
  LimberConfirmationsQuery *query = g_new0 (LimberConfirmationsQuery, 1);

  query->today = today;
  query->zone = g_time_zone_ref (zone);
  return query;
}

void
limber_confirmations_query_free (LimberConfirmationsQuery *query)
{
  g_time_zone_unref (query->zone);
  g_free (query);
}

static void
confirmation_free (LimberConfirmation *one)
{
  limber_appointment_free (one->appointment);
  g_free (one->client_name);
  g_free (one->phone);
  g_free (one->email);
  g_free (one->staff_name);
  g_free (one);
}

void
limber_confirmations_free (LimberConfirmations *confirmations)
{
  if (confirmations == NULL)
    return;
  g_ptr_array_unref (confirmations->open);
  g_free (confirmations);
}

static gint64
start_of (const LimberConfirmationsQuery *query, LimberDate date)
{
  return limber_date_at_minute (date, 0, query->zone);
}

static gboolean
anybody_works (LimberWorkPlan *plan, const GPtrArray *therapists, LimberDate date)
{
  for (guint i = 0; i < therapists->len; i++)
    if (limber_work_plan_minutes (plan, ((LimberStaff *) therapists->pdata[i])->base.id, date) > 0)
      return TRUE;
  return FALSE;
}

/* Somebody may come on a day on which nobody works by the plan. */
static gboolean
find_date (LimberDb *db, const LimberConfirmationsQuery *query, LimberDate *date, GError **error)
{
  LimberDate last = query->today + DAYS_AHEAD;
  g_autoptr (GPtrArray) therapists = limber_calendar_therapists (db, error);
  g_autoptr (LimberWorkPlan) plan = NULL;

  if (therapists == NULL)
    return FALSE;
  plan = limber_work_plan_load (db, start_of (query, query->today), start_of (query, last + 1), query->zone, error);
  for (*date = query->today + 1; plan != NULL && *date <= last; (*date)++)
    {
      g_autoptr (GPtrArray) there
          = limber_calendar_of_staff (db, NULL, start_of (query, *date), start_of (query, *date + 1), error);

      if (there == NULL)
        return FALSE;
      if (there->len > 0 || anybody_works (plan, therapists, *date))
        return TRUE;
    }
  *date = LIMBER_DATE_NONE;
  return plan != NULL;
}

static gboolean
load_asked (LimberDb *db, const LimberConfirmationsQuery *query, LimberConfirmation *one, GError **error)
{
  return limber_db_get_int (db, &one->asked_at, error,
                            "SELECT COALESCE(MAX(at), 0) FROM contact WHERE client_id = $1 AND at >= $2 "
                            "AND outcome = 'no-answer'",
                            "si", one->appointment->client_id, start_of (query, query->today - 1));
}

static LimberConfirmation *
confirmation_load (LimberDb *db, const LimberConfirmationsQuery *query, const LimberAppointment *appointment,
                   GError **error)
{
  g_autoptr (LimberClient) client = limber_record_load (db, &limber_client_type, appointment->client_id, error);
  g_autoptr (LimberStaff) staff = NULL;
  LimberConfirmation *one;

  if (client == NULL || (staff = limber_record_load (db, &limber_staff_type, appointment->staff_id, error)) == NULL)
    return NULL;
  one = g_new0 (LimberConfirmation, 1);
  one->appointment = limber_appointment_copy (appointment);
  one->client_name = g_strdup (client->name);
  one->phone = g_strdup (client->phone);
  one->email = g_strdup (client->email);
  one->staff_name = g_strdup (staff->name);
  if (load_asked (db, query, one, error))
    return one;
  confirmation_free (one);
  return NULL;
}

static gboolean
add_day (LimberDb *db, const LimberConfirmationsQuery *query, LimberConfirmations *all, GError **error)
{
  g_autoptr (GPtrArray) day
      = limber_calendar_day (db, NULL, start_of (query, all->date), start_of (query, all->date + 1), error);

  for (guint i = 0; day != NULL && i < day->len; i++)
    {
      const LimberAppointment *appointment = day->pdata[i];
      LimberConfirmation *one;

      all->n_confirmed += appointment->status == LIMBER_APPOINTMENT_STATUS_CONFIRMED;
      if (appointment->status != LIMBER_APPOINTMENT_STATUS_BOOKED)
        continue;
      one = confirmation_load (db, query, appointment, error);
      if (one == NULL)
        return FALSE;
      g_ptr_array_add (all->open, one);
    }
  return day != NULL;
}

gpointer
limber_confirmations_load (LimberDb *db, gpointer data, GError **error)
{
  const LimberConfirmationsQuery *query = data;
  g_autoptr (LimberConfirmations) all = g_new0 (LimberConfirmations, 1);

  all->open = g_ptr_array_new_with_free_func ((GDestroyNotify) confirmation_free);
  if (!find_date (db, query, &all->date, error)
      || (all->date != LIMBER_DATE_NONE && !add_day (db, query, all, error)))
    return NULL;
  return g_steal_pointer (&all);
}
