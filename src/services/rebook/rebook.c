/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/rebook/rebook.h"

#include "store/clinic.h"
#include "store/nudge.h"
#include "store/team.h"
#include "store/treatment.h"

/** limber_rebook_item_free: (nullable): frees a row of the queue. */
void
limber_rebook_item_free (LimberRebookItem *item)
{
  if (item == NULL)
    return;
  g_free (item->base.id);
  limber_due_client_free (item->due);
  limber_contact_free (item->last_contact);
  limber_next_visit_clear (&item->next);
  g_free (item->team);
  g_free (item->therapist);
  g_free (item->phone);
  g_free (item->email);
  g_free (item);
}

/* Returns −1 for who does not stand in the queue. */
static int
group_of (const LimberDueClient *due, LimberDate today)
{
  switch (due->state)
    {
    case LIMBER_REMINDER_STATE_OVERDUE:
      return LIMBER_REBOOK_GROUP_OVERDUE;
    case LIMBER_REMINDER_STATE_DUE:
      return LIMBER_REBOOK_GROUP_DUE;
    case LIMBER_REMINDER_STATE_NOT_DUE:
      return due->due.from - today <= LIMBER_COMING_UP_DAYS ? LIMBER_REBOOK_GROUP_COMING_UP : -1;
    case LIMBER_REMINDER_STATE_SNOOZED:
      return LIMBER_REBOOK_GROUP_SNOOZED;
    case LIMBER_REMINDER_STATE_LAPSED:
      return LIMBER_REBOOK_GROUP_LAPSED;
    case LIMBER_REMINDER_STATE_PAUSED:
      return LIMBER_REBOOK_GROUP_PAUSED;
    default:
      return -1;
    }
}

static const char *
name_of_staff (GPtrArray *staff, const char *id)
{
  for (guint i = 0; id != NULL && i < staff->len; i++)
    {
      const LimberStaff *one = g_ptr_array_index (staff, i);

      if (g_str_equal (one->base.id, id))
        return one->name;
    }
  return NULL;
}

static gboolean
add_therapist (LimberRebookItem *item, LimberDb *db, const LimberClient *client, GPtrArray *staff, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (LimberSession) last = NULL;

  item->therapist = g_strdup (name_of_staff (staff, client->preferred_staff_id));
  if (item->therapist != NULL)
    return TRUE;
  last = limber_treatment_last_of_client (db, client->base.id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  item->therapist = last != NULL ? g_strdup (name_of_staff (staff, last->staff_id)) : NULL;
  return TRUE;
}

static gboolean
add_client_data (LimberRebookItem *item, LimberDb *db, LimberFreeTime *free_time, GPtrArray *staff, GError **error)
{
  g_autoptr (LimberClient) client = limber_record_load (db, &limber_client_type, item->due->id, error);
  LimberVisitWish wish;

  if (client == NULL || !add_therapist (item, db, client, staff, error))
    return FALSE;
  wish = limber_visit_wish_of (client);
  limber_next_visit_find (&item->next, free_time, &wish, &item->due->facts->input);
  item->phone = g_strdup (client->phone);
  item->email = g_strdup (client->email);
  if (client->team_id)
    {
      g_autoptr (LimberTeam) team = limber_record_load (db, &limber_team_type, client->team_id, error);

      if (team == NULL)
        return FALSE;
      item->team = g_strdup (team->name);
    }
  return TRUE;
}

static gboolean
add_last_contact (LimberRebookItem *item, LimberDb *db, GError **error)
{
  GError *local = NULL;

  item->last_contact = limber_contact_last (db, item->due->id, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/* Longest over first, then by the day they are due. */
static int
by_urgency (gconstpointer a, gconstpointer b)
{
  const LimberRebookItem *one = *(LimberRebookItem *const *) a, *two = *(LimberRebookItem *const *) b;

  if (one->group != two->group)
    return (int) one->group - (int) two->group;
  if (one->due->due.overdue_from != two->due->due.overdue_from)
    return one->due->due.overdue_from < two->due->due.overdue_from ? -1 : 1;
  return g_utf8_collate (one->due->name, two->due->name);
}

/* Everybody in the queue, most urgent first, without what takes a reading for each. */
static GPtrArray *
load_items (LimberDb *db, LimberDate today, GTimeZone *zone, GError **error)
{
  g_autoptr (GPtrArray) clients = limber_due_load (db, today, zone, error);
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_rebook_item_free);

  for (guint i = 0; clients != NULL && i < clients->len; i++)
    {
      LimberDueClient *due = g_ptr_array_index (clients, i);
      int group = group_of (due, today);
      LimberRebookItem *item;

      if (group < 0)
        continue;
      item = g_new0 (LimberRebookItem, 1);
      item->base.id = g_strdup (due->id);
      item->group = group;
      item->due = due;
      clients->pdata[i] = NULL;
      g_ptr_array_add (items, item);
    }
  g_ptr_array_sort (items, by_urgency);
  if (clients == NULL)
    g_clear_pointer (&items, g_ptr_array_unref);
  return items;
}

/**
 * limber_rebook_queue_load_first:
 * @now: UTC seconds; the states are of its day, and room is looked for from then on
 * @zone: the clinic's time zone
 * @n: how many rows get their suggestion, contact data and last contact
 *
 * A job for the store's thread, for who shows the top of the queue and the number of all.
 *
 * Returns: (transfer full) (element-type LimberRebookItem): everybody who is overdue, due, coming up within a week,
 *   snoozed, lapsed or paused, in groups by state and the most urgent first; %NULL on error.
 */
GPtrArray *
limber_rebook_queue_load_first (LimberDb *db, gint64 now, GTimeZone *zone, guint n, GError **error)
{
  g_autoptr (GPtrArray) items = load_items (db, limber_date_from_instant (now, zone), zone, error);
  g_autoptr (GPtrArray) staff = items != NULL ? limber_clinic_staff (db, TRUE, error) : NULL;
  g_autoptr (LimberFreeTime) free_time = staff != NULL ? limber_free_time_load (db, now, zone, error) : NULL;

  if (free_time == NULL)
    return NULL;
  for (guint i = 0; i < MIN (items->len, n); i++)
    if (!add_client_data (items->pdata[i], db, free_time, staff, error) || !add_last_contact (items->pdata[i], db, error))
      return NULL;
  return g_steal_pointer (&items);
}

/** limber_rebook_queue_load: Returns: (transfer full): as limber_rebook_queue_load_first(), with all about every row. */
GPtrArray *
limber_rebook_queue_load (LimberDb *db, gint64 now, GTimeZone *zone, GError **error)
{
  return limber_rebook_queue_load_first (db, now, zone, G_MAXUINT, error);
}

/**
 * limber_rebook_answer:
 * @until: the end of a snooze or the last day of a pause; none for an open-ended pause
 * @reason: of a pause
 *
 * Writes what the client answered. Needs a transaction.
 */
gboolean
limber_rebook_answer (LimberDb *db,
                      const char *client_id,
                      LimberRebookAnswer answer,
                      LimberDate today,
                      LimberDate until,
                      LimberPauseReason reason,
                      GError **error)
{
  static const LimberNudgeAnswer nudge_answers[] = {
    [LIMBER_REBOOK_ANSWER_SNOOZE] = LIMBER_NUDGE_ANSWER_SNOOZED,
    [LIMBER_REBOOK_ANSWER_PAUSE] = LIMBER_NUDGE_ANSWER_PAUSED,
    [LIMBER_REBOOK_ANSWER_OPT_OUT] = LIMBER_NUDGE_ANSWER_OPTED_OUT,
  };
  g_autoptr (LimberClient) client = limber_record_load (db, &limber_client_type, client_id, error);

  if (client == NULL)
    return FALSE;
  switch (answer)
    {
    case LIMBER_REBOOK_ANSWER_SNOOZE:
      client->snoozed_until = until;
      break;
    case LIMBER_REBOOK_ANSWER_PAUSE:
      client->paused_on = today;
      client->paused_until = until;
      client->pause_reason = reason;
      break;
    case LIMBER_REBOOK_ANSWER_OPT_OUT:
      client->opted_out = TRUE;
      break;
    case LIMBER_REBOOK_ANSWER_RESUME:
      client->snoozed_until = client->paused_on = client->paused_until = LIMBER_DATE_NONE;
      client->pause_reason = LIMBER_PAUSE_REASON_NONE;
      client->opted_out = FALSE;
      break;
    }
  if (!limber_record_update (db, &limber_client_type, client, error))
    return FALSE;
  return answer == LIMBER_REBOOK_ANSWER_RESUME
         || limber_nudge_answer_open (db, client_id, nudge_answers[answer], error);
}

/**
 * limber_rebook_contacted:
 * @contact: what was said; with outcome *not interested* its @until is the end of the pause asked for
 *
 * Writes a contact and what follows from it: open nudges are answered, a snooze ends, and a client who is not
 * interested pauses. Needs a transaction.
 */
gboolean
limber_rebook_contacted (LimberDb *db, LimberContact *contact, LimberDate today, GError **error)
{
  g_autoptr (LimberClient) client = NULL;

  if (!limber_record_insert (db, &limber_contact_type, contact, error)
      || !limber_nudge_answer_open (db, contact->client_id, LIMBER_NUDGE_ANSWER_CONTACTED, error))
    return FALSE;
  client = limber_record_load (db, &limber_client_type, contact->client_id, error);
  if (client == NULL)
    return FALSE;
  if (client->snoozed_until != LIMBER_DATE_NONE)
    {
      client->snoozed_until = LIMBER_DATE_NONE;
      if (!limber_record_update (db, &limber_client_type, client, error))
        return FALSE;
    }
  return contact->outcome != LIMBER_CONTACT_OUTCOME_NOT_INTERESTED
         || limber_rebook_answer (db, contact->client_id, LIMBER_REBOOK_ANSWER_PAUSE, today, contact->until,
                                  LIMBER_PAUSE_REASON_OTHER, error);
}
