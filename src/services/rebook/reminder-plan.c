/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN
 *
 * The same facts and the same rules as in the reminder process, with nothing written. For a day to come, each client
 * is led from nudge to nudge as if the process ran and nothing else happened: appointments pass, nobody comes,
 * nobody answers. A day that is past or present is judged by what is known now.
 */
#include "services/rebook/reminder-plan.h"

#include "services/rebook/reminders.h"
#include "store/clinic.h"
#include "store/nudge.h"
#include "store/reminder-facts.h"

static void
planned_nudge_free (gpointer data)
{
  LimberPlannedNudge *nudge = data;

  g_free (nudge->client_id);
  g_free (nudge->client_name);
  g_free (nudge);
}

void
limber_reminder_plan_free (LimberReminderPlan *plan)
{
  if (plan == NULL)
    return;
  g_ptr_array_unref (plan->nudges);
  g_free (plan);
}

static LimberPlannedNudge *
add_nudge (LimberReminderPlan *plan, const LimberReminderClient *client, const LimberNextNudge *next, gint64 at)
{
  LimberPlannedNudge *nudge = g_new0 (LimberPlannedNudge, 1);

  nudge->client_id = g_strdup (client->id);
  nudge->client_name = g_strdup (client->name);
  nudge->next = *next;
  nudge->at = at;
  nudge->days_since = plan->date - client->facts.last;
  g_ptr_array_add (plan->nudges, nudge);
  return nudge;
}

/* From nudge to nudge until the day of the plan. No client is nudged twice on one day. */
static void
plan_client (LimberReminderPlan *plan, LimberReminderClient *client, const LimberReminderSettings *settings,
             LimberDate day, GTimeZone *zone)
{
  while (day <= plan->date)
    {
      gint64 from = limber_date_at_minute (day, 0, zone);
      LimberNextNudge next;
      gint64 at = limber_reminders_coming (client, settings, from, zone, &next);

      if (at == 0)
        return;
      day = limber_date_from_instant (at, zone);
      if (day == plan->date)
        add_nudge (plan, client, &next, at);
      limber_reminder_count_shown (&client->facts, &next, day);
      day++;
    }
}

/* What was shown on the day stands in the record; why on that day does not. */
static gboolean
add_shown (LimberReminderPlan *plan, LimberDb *db, LimberReminderClient *client, GTimeZone *zone, GError **error)
{
  g_autoptr (GPtrArray) shown
      = limber_nudge_list_between (db, client->id, limber_date_at_minute (plan->date, 0, zone),
                                   limber_date_at_minute (plan->date + 1, 0, zone), error);

  for (guint i = 0; shown != NULL && i < shown->len; i++)
    {
      const LimberNudge *nudge = g_ptr_array_index (shown, i);
      LimberNextNudge next = { nudge->number, limber_date_from_instant (nudge->due_at, zone), LIMBER_NUDGE_CAUSE_DUE };

      add_nudge (plan, client, &next, nudge->shown_at)->shown = TRUE;
    }
  return shown != NULL;
}

static int
by_moment (gconstpointer a, gconstpointer b)
{
  const LimberPlannedNudge *one = *(LimberPlannedNudge *const *) a, *two = *(LimberPlannedNudge *const *) b;

  if (one->at != two->at)
    return one->at < two->at ? -1 : 1;
  return g_utf8_collate (one->client_name, two->client_name);
}

static gboolean
plan_clients (LimberReminderPlan *plan, LimberDb *db, const LimberClinic *clinic, LimberDate from, GTimeZone *zone,
              GError **error)
{
  g_autoptr (GPtrArray) clients = limber_reminder_clients_load (db, from, zone, error);

  for (guint i = 0; clients != NULL && i < clients->len; i++)
    {
      LimberReminderClient *client = g_ptr_array_index (clients, i);

      if (!add_shown (plan, db, client, zone, error))
        return FALSE;
      plan_client (plan, client, &clinic->reminders, from, zone);
    }
  g_ptr_array_sort (plan->nudges, by_moment);
  return clients != NULL;
}

/**
 * limber_reminder_plan_load:
 * @on: the day that is asked about
 * @today: from where a later day is foreseen
 * @zone: the clinic's time zone
 *
 * Reads what was or would be shown on a day, and writes nothing. Call it inside a read transaction.
 *
 * Returns: (transfer full): the plan, or %NULL with @error
 */
LimberReminderPlan *
limber_reminder_plan_load (LimberDb *db, LimberDate on, LimberDate today, GTimeZone *zone, GError **error)
{
  g_autoptr (LimberReminderPlan) plan = g_new0 (LimberReminderPlan, 1);
  g_autoptr (LimberClinic) clinic = limber_clinic_load (db, error);

  plan->date = on;
  plan->nudges = g_ptr_array_new_with_free_func (planned_nudge_free);
  if (clinic == NULL)
    return NULL;
  plan->off = !clinic->nudges;
  if (!plan->off && !plan_clients (plan, db, clinic, MIN (on, today), zone, error))
    return NULL;
  return g_steal_pointer (&plan);
}

/**
 * limber_reminder_plan_together:
 *
 * Returns: how many nudges come at the moment of @nudge, itself included; see limber_reminders_is_summary().
 */
guint
limber_reminder_plan_together (const LimberReminderPlan *plan, const LimberPlannedNudge *nudge)
{
  guint together = 0;

  for (guint i = 0; i < plan->nudges->len; i++)
    {
      const LimberPlannedNudge *other = g_ptr_array_index (plan->nudges, i);

      together += other->at == nudge->at && other->shown == nudge->shown;
    }
  return together;
}
