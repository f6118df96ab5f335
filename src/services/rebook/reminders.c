/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/rebook/reminders.h"

#include <glib/gi18n-lib.h>

#include "services/rebook/rebook.h"
#include "store/nudge.h"

#define MAX_BUBBLES 3

/** limber_due_nudge_free: (nullable): frees one nudge. */
void
limber_due_nudge_free (LimberDueNudge *nudge)
{
  if (nudge == NULL)
    return;
  g_free (nudge->nudge_id);
  g_free (nudge->client_id);
  g_free (nudge->client_name);
  g_free (nudge);
}

static gboolean
claim (GPtrArray *nudges,
       LimberDb *db,
       const LimberReminderClient *client,
       LimberNextNudge next,
       gint64 due_at,
       LimberDate today,
       GError **error)
{
  g_autofree char *id = NULL;
  LimberDueNudge *nudge;

  if (!limber_nudge_claim (db, client, next.number, due_at, &id, error))
    return FALSE;
  if (id == NULL)
    return TRUE;
  nudge = g_new0 (LimberDueNudge, 1);
  nudge->nudge_id = g_steal_pointer (&id);
  nudge->client_id = g_strdup (client->id);
  nudge->client_name = g_strdup (client->name);
  nudge->number = next.number;
  nudge->days_since = today - client->facts.last;
  g_ptr_array_add (nudges, nudge);
  return TRUE;
}

/**
 * limber_reminders_coming:
 * @now: UTC seconds
 * @next: (out): the nudge that comes next, its number 0 when none does
 *
 * Says what comes next when nothing else happens: a client who is booked comes after the day of the appointment.
 *
 * Returns: when to show it, in UTC seconds: @now for one that is due, 0 when none is to come.
 */
gint64
limber_reminders_coming (const LimberReminderClient *client,
                         const LimberReminderSettings *settings,
                         gint64 now,
                         GTimeZone *zone,
                         LimberNextNudge *next)
{
  LimberReminderFacts facts = client->facts;

  if (facts.booked)
    now = MAX (now, limber_date_at_minute (client->booked_on + 1, 0, zone));
  facts.booked = FALSE;
  return limber_reminder_coming (&facts, settings, now, zone, next);
}

static void
take_earlier (gint64 *next_at, gint64 at)
{
  if (at != 0 && (*next_at == 0 || at < *next_at))
    *next_at = at;
}

/* Claims what has come due for one client, and notes when the process has to look at this client again. */
static gboolean
claim_one (GPtrArray *nudges, LimberDb *db, LimberReminderClient *client, const LimberReminderSettings *settings,
           gint64 now, GTimeZone *zone, gint64 *next_at, GError **error)
{
  LimberDate today = limber_date_from_instant (now, zone);
  LimberNextNudge next;
  gint64 at = limber_reminders_coming (client, settings, now, zone, &next);

  if (at == now)
    {
      gint64 due_at = limber_date_at_minute (next.date, settings->quiet_to, zone);

      if (!claim (nudges, db, client, next, due_at, today, error))
        return FALSE;
      limber_reminder_count_shown (&client->facts, &next, today);
      at = limber_reminders_coming (client, settings, now, zone, &next);
    }
  take_earlier (next_at, at);
  return TRUE;
}

static gboolean
claim_all (GPtrArray *nudges, LimberDb *db, gint64 now, GTimeZone *zone, gint64 *next_at, GError **error)
{
  LimberDate today = limber_date_from_instant (now, zone);
  g_autoptr (LimberClinic) clinic = limber_clinic_load (db, error);
  g_autoptr (GPtrArray) clients = NULL;

  if (clinic == NULL)
    return FALSE;
  if (!clinic->nudges)
    return TRUE;
  clients = limber_reminder_clients_load (db, today, zone, error);
  for (guint i = 0; clients != NULL && i < clients->len; i++)
    if (!claim_one (nudges, db, g_ptr_array_index (clients, i), &clinic->reminders, now, zone, next_at, error))
      return FALSE;
  return clients != NULL;
}

/**
 * limber_reminders_claim_due:
 * @now: UTC seconds
 * @next_at: (out): when the next nudge comes due, 0 when none is in sight
 *
 * Claims every nudge whose moment has come, in one transaction, so that no other process shows it too.
 *
 * Returns: (transfer full) (element-type LimberDueNudge): what this process has to show now; %NULL on error
 */
GPtrArray *
limber_reminders_claim_due (LimberDb *db, gint64 now, GTimeZone *zone, gint64 *next_at, GError **error)
{
  g_autoptr (GPtrArray) nudges = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_due_nudge_free);

  *next_at = 0;
  if (!limber_db_begin (db, error))
    return NULL;
  if (!claim_all (nudges, db, now, zone, next_at, error) || !limber_db_commit (db, error))
    {
      limber_db_rollback (db);
      return NULL;
    }
  return g_steal_pointer (&nudges);
}

static gboolean
delete_all (LimberDb *db, GPtrArray *nudge_ids, GError **error)
{
  for (guint i = 0; i < nudge_ids->len; i++)
    {
      g_autoptr (LimberNudge) nudge = limber_record_load (db, &limber_nudge_type, nudge_ids->pdata[i], error);

      if (nudge == NULL || !limber_record_delete (db, &limber_nudge_type, nudge, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * limber_reminders_release:
 * @nudge_ids: (element-type utf8): claimed, but nobody could see them
 *
 * Gives the claims back, so that the nudges come again instead of counting as shown. Makes its own transaction.
 */
gboolean
limber_reminders_release (LimberDb *db, GPtrArray *nudge_ids, GError **error)
{
  if (!limber_db_begin (db, error))
    return FALSE;
  if (delete_all (db, nudge_ids, error) && limber_db_commit (db, error))
    return TRUE;
  limber_db_rollback (db);
  return FALSE;
}

static gboolean
is_answered (LimberDb *db, const char *nudge_id, LimberDate today, GTimeZone *zone, gboolean *answered, GError **error)
{
  gint64 count = 0;

  if (!limber_nudge_count_answered (db, nudge_id, today, limber_date_at_minute (today, 0, zone), &count, error))
    return FALSE;
  *answered = count > 0;
  return TRUE;
}

/**
 * limber_reminders_answered:
 * @nudge_ids: (array zero-terminated=1): nudges whose bubbles are on the screen
 *
 * Returns: (transfer full) (element-type utf8): those that have an answer by now, in whatever program it was given: the
 *   client is booked, or the nudge was answered; %NULL on error
 */
GPtrArray *
limber_reminders_answered (LimberDb *db,
                           const char *const *nudge_ids,
                           LimberDate today,
                           GTimeZone *zone,
                           GError **error)
{
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; nudge_ids[i] != NULL; i++)
    {
      gboolean answered = FALSE;

      if (!is_answered (db, nudge_ids[i], today, zone, &answered, error))
        return NULL;
      if (answered)
        g_ptr_array_add (done, g_strdup (nudge_ids[i]));
    }
  return g_steal_pointer (&done);
}

/**
 * limber_reminders_later:
 *
 * The answer *Later* in a bubble: snoozes the client to the next working day. Makes its own transaction.
 */
gboolean
limber_reminders_later (LimberDb *db, const char *client_id, LimberDate today, GError **error)
{
  g_autoptr (LimberClinic) clinic = limber_clinic_load (db, error);
  LimberDate until;

  if (clinic == NULL)
    return FALSE;
  until = limber_reminder_working_day (&clinic->reminders, today + 1);
  if (!limber_db_begin (db, error))
    return FALSE;
  if (limber_rebook_answer (db, client_id, LIMBER_REBOOK_ANSWER_SNOOZE, today, until, LIMBER_PAUSE_REASON_NONE, error)
      && limber_db_commit (db, error))
    return TRUE;
  limber_db_rollback (db);
  return FALSE;
}

/** limber_reminders_is_summary: Returns: whether @count new nudges at one moment are one bubble. */
gboolean
limber_reminders_is_summary (guint count)
{
  return count > MAX_BUBBLES;
}

/**
 * limber_reminders_title:
 * @nudges: (element-type LimberDueNudge): at least one
 * @private_nudges: name nobody: the lock screen may show it
 *
 * Returns: (transfer full): the title of a bubble; never a word about health
 */
char *
limber_reminders_title (GPtrArray *nudges, gboolean private_nudges)
{
  const LimberDueNudge *first = g_ptr_array_index (nudges, 0);
  g_auto (GStrv) names = NULL;

  if (nudges->len > 1)
    return g_strdup_printf (ngettext ("%u client is due to rebook", "%u clients are due to rebook", nudges->len),
                            nudges->len);
  if (private_nudges)
    return g_strdup (_ ("A client is due to rebook"));
  names = g_strsplit (first->client_name, " ", 2);
  /* Translators: %s is a first name. */
  return g_strdup_printf (_ ("%s is due to rebook"), names[0]);
}

/**
 * limber_reminders_body:
 * @has_buttons: whether the bubble can be answered itself; else the text says how
 *
 * Returns: (transfer full): the text under the title
 */
char *
limber_reminders_body (GPtrArray *nudges, gboolean has_buttons)
{
  const LimberDueNudge *first = g_ptr_array_index (nudges, 0);
  g_autofree char *text = NULL;

  if (nudges->len > 1)
    text = g_strdup (_ ("The list is on the page Rebook."));
  else
    text = g_strdup_printf (ngettext ("The last visit was %d day ago.", "The last visit was %d days ago.",
                                      first->days_since),
                            first->days_since);
  return has_buttons ? g_steal_pointer (&text)
                     : g_strconcat (text, "\n", _ ("To book, open Limber and choose Rebook."), NULL);
}
