/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN
 *
 * What a desk is told beside the nudges. Each notice is claimed under a name that holds the desk and the day or the
 * appointment, so that a second process or a restart tells nothing twice, and another desk is still told.
 *
 * The next client comes ten minutes before, whatever the hour, as somebody is at work then. The rest comes once on a
 * working day when the quiet hours end: the questions that are new, the appointments of the next day that nobody has
 * confirmed. A backup that the window never made is made here, and only its failure is told.
 */
#include "services/rebook/notices.h"

#include "store/calendar.h"
#include "store/client.h"
#include "store/clinic.h"
#include "store/confirmations.h"
#include "store/db/backup.h"
#include "store/follow-up.h"
#include "store/notice.h"

#define NEXT_CLIENT_SECONDS (10 * 60)
#define LOOK_AHEAD_SECONDS (7 * 24 * 60 * 60)
#define MAX_QUESTIONS 200

typedef struct {
  LimberDb *db;
  const LimberNoticeWish *wish;
  const LimberReminderSettings *settings;
  gint64 now;
  GTimeZone *zone;
  LimberDate today;
  GPtrArray *due;
  gint64 next_at;
} Search;

/** limber_due_notice_free: (nullable) */
void
limber_due_notice_free (LimberDueNotice *notice)
{
  if (notice == NULL)
    return;
  g_free (notice->key);
  g_ptr_array_unref (notice->claims);
  g_free (notice->client_id);
  g_free (notice->client_name);
  g_free (notice->text);
  g_free (notice);
}

static gboolean
wants (const Search *search, LimberNoticeKind kind)
{
  return (search->wish->kinds & LIMBER_NOTICE_BIT (kind)) != 0;
}

static LimberDueNotice *
notice_new (LimberNoticeKind kind, const char *key)
{
  LimberDueNotice *notice = g_new0 (LimberDueNotice, 1);

  notice->kind = kind;
  notice->key = g_strdup (key);
  notice->claims = g_ptr_array_new_with_free_func (g_free);
  return notice;
}

/* @name becomes @notice's when nobody was told of it at this desk. */
static gboolean
claim (Search *search, LimberDueNotice *notice, const char *name, gboolean *claimed, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%s@%s", name, search->wish->desk);

  if (!limber_notice_claim (search->db, id, claimed, error))
    return FALSE;
  if (*claimed)
    g_ptr_array_add (notice->claims, g_steal_pointer (&id));
  return TRUE;
}

static void
take_earlier (Search *search, gint64 at)
{
  if (search->next_at == 0 || at < search->next_at)
    search->next_at = at;
}

static gboolean
is_expected (const LimberAppointment *appointment)
{
  return appointment->status == LIMBER_APPOINTMENT_STATUS_BOOKED
         || appointment->status == LIMBER_APPOINTMENT_STATUS_CONFIRMED;
}

static gboolean
tell_next_client (Search *search, const LimberAppointment *appointment, GError **error)
{
  g_autofree char *key = g_strdup_printf ("next-client:%s", appointment->base.id);
  g_autofree char *name = g_strdup_printf ("%s:%" G_GINT64_FORMAT, key, appointment->start_at);
  LimberDueNotice *notice = notice_new (LIMBER_NOTICE_NEXT_CLIENT, key);
  g_autoptr (LimberClient) client = limber_record_load (search->db, &limber_client_type, appointment->client_id, error);
  gboolean claimed = FALSE, ok = client != NULL && claim (search, notice, name, &claimed, error);

  if (!claimed)
    {
      limber_due_notice_free (notice);
      return ok;
    }
  notice->client_id = g_strdup (client->base.id);
  notice->client_name = g_strdup (client->name);
  notice->start_at = appointment->start_at;
  g_ptr_array_add (search->due, notice);
  return TRUE;
}

/* A therapist hears of their own clients, the front desk of all. */
static gboolean
is_therapist (LimberDb *db, const char *staff_id)
{
  g_autoptr (LimberStaff) staff = staff_id != NULL ? limber_record_load (db, &limber_staff_type, staff_id, NULL) : NULL;

  return staff != NULL && staff->role == LIMBER_STAFF_ROLE_THERAPIST;
}

static gboolean
find_next_clients (Search *search, GError **error)
{
  const char *staff_id = is_therapist (search->db, search->wish->staff_id) ? search->wish->staff_id : NULL;
  g_autoptr (GPtrArray) appointments
      = limber_calendar_of_staff (search->db, staff_id, search->now, search->now + LOOK_AHEAD_SECONDS, error);

  for (guint i = 0; appointments != NULL && i < appointments->len; i++)
    {
      const LimberAppointment *one = g_ptr_array_index (appointments, i);

      if (!is_expected (one) || one->start_at <= search->now)
        continue;
      if (one->start_at - NEXT_CLIENT_SECONDS > search->now)
        take_earlier (search, one->start_at - NEXT_CLIENT_SECONDS);
      else if (!tell_next_client (search, one, error))
        return FALSE;
    }
  take_earlier (search, search->now + LOOK_AHEAD_SECONDS - NEXT_CLIENT_SECONDS);
  return appointments != NULL;
}

static gboolean
find_follow_ups (Search *search, GError **error)
{
  g_autoptr (GPtrArray) questions
      = limber_follow_up_load (search->db, search->today, search->zone, MAX_QUESTIONS, error);
  LimberDueNotice *notice = notice_new (LIMBER_NOTICE_FOLLOW_UPS, "follow-ups");
  gboolean ok = questions != NULL;

  for (guint i = 0; ok && i < questions->len; i++)
    {
      const LimberFollowUp *one = g_ptr_array_index (questions, i);
      g_autofree char *name = g_strdup_printf ("follow-up:%d:%s", (int) one->kind, one->id);
      gboolean claimed = FALSE;

      ok = claim (search, notice, name, &claimed, error);
    }
  notice->count = notice->claims->len;
  if (ok && notice->count > 0)
    g_ptr_array_add (search->due, notice);
  else
    limber_due_notice_free (notice);
  return ok;
}

static guint
count_booked (const LimberConfirmations *confirmations)
{
  guint booked = 0;

  for (guint i = 0; i < confirmations->open->len; i++)
    booked += ((LimberConfirmation *) confirmations->open->pdata[i])->appointment->status
              == LIMBER_APPOINTMENT_STATUS_BOOKED;
  return booked;
}

static gboolean
find_unconfirmed (Search *search, GError **error)
{
  LimberConfirmationsQuery query = { search->today, search->zone };
  g_autoptr (LimberConfirmations) confirmations = limber_confirmations_load (search->db, &query, error);
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;
  LimberDueNotice *notice;
  gboolean claimed = FALSE, ok;

  if (confirmations == NULL)
    return FALSE;
  if (confirmations->date == LIMBER_DATE_NONE || count_booked (confirmations) == 0)
    return TRUE;
  day = limber_date_to_iso (confirmations->date);
  name = g_strdup_printf ("unconfirmed:%s", day);
  notice = notice_new (LIMBER_NOTICE_UNCONFIRMED, "unconfirmed");
  notice->count = count_booked (confirmations);
  notice->date = confirmations->date;
  ok = claim (search, notice, name, &claimed, error);
  if (claimed)
    g_ptr_array_add (search->due, notice);
  else
    limber_due_notice_free (notice);
  return ok;
}

static gboolean
tell_backup (Search *search, const char *problem, GError **error)
{
  g_autofree char *day = limber_date_to_iso (search->today);
  g_autofree char *name = g_strdup_printf ("backup:%s", day);
  LimberDueNotice *notice = notice_new (LIMBER_NOTICE_BACKUP_FAILED, "backup");
  gboolean claimed = FALSE, ok = claim (search, notice, name, &claimed, error);

  notice->text = g_strdup (problem);
  if (claimed)
    g_ptr_array_add (search->due, notice);
  else
    limber_due_notice_free (notice);
  return ok;
}

static gboolean
find_all (Search *search, const char *backup_problem, GError **error)
{
  LimberDate next_day = limber_reminder_working_day (search->settings, search->today + 1);
  gint64 morning = limber_date_at_minute (search->today, search->settings->quiet_to, search->zone);
  gboolean welcome = limber_reminder_may_show (search->settings, search->today,
                                               limber_minute_of_instant (search->now, search->zone));

  if (wants (search, LIMBER_NOTICE_NEXT_CLIENT) && !find_next_clients (search, error))
    return FALSE;
  if (welcome
      && ((wants (search, LIMBER_NOTICE_FOLLOW_UPS) && !find_follow_ups (search, error))
          || (wants (search, LIMBER_NOTICE_UNCONFIRMED) && !find_unconfirmed (search, error))
          || (backup_problem != NULL && !tell_backup (search, backup_problem, error))))
    return FALSE;
  if (search->wish->kinds & ~(LIMBER_NOTICE_BIT (LIMBER_NOTICE_REBOOK) | LIMBER_NOTICE_BIT (LIMBER_NOTICE_NEXT_CLIENT)))
    take_earlier (search, morning > search->now && limber_reminder_working_day (search->settings, search->today) == search->today
                              ? morning
                              : limber_date_at_minute (next_day, search->settings->quiet_to, search->zone));
  return TRUE;
}

/* Returns: (nullable): why the changes of more than a day are still in no backup, when one was tried just now. */
static char *
catch_up_with_backup (LimberDb *db)
{
  gboolean overdue = FALSE;
  g_autoptr (GError) error = NULL;

  if (!limber_backup_is_overdue (db, &overdue, &error) || !overdue)
    return error != NULL ? g_strdup (error->message) : NULL;
  return limber_backup_run_if_due (db, NULL, NULL, &error) ? NULL : g_strdup (error->message);
}

/**
 * limber_notices_claim_due:
 * @now: UTC seconds
 * @next_at: (out): when to look again, 0 for not at all
 *
 * Claims what this desk has to be told now, in one transaction, so that it is told once.
 *
 * Returns: (transfer full) (element-type LimberDueNotice): what to show; %NULL on error
 */
GPtrArray *
limber_notices_claim_due (LimberDb *db, const LimberNoticeWish *wish, gint64 now, GTimeZone *zone, gint64 *next_at,
                          GError **error)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_due_notice_free);
  g_autoptr (LimberClinic) clinic = limber_clinic_load (db, error);
  g_autofree char *problem = NULL;
  Search search = { db, wish, NULL, now, zone, limber_date_from_instant (now, zone), due, 0 };

  *next_at = 0;
  if (clinic == NULL)
    return NULL;
  search.settings = &clinic->reminders;
  if (wants (&search, LIMBER_NOTICE_BACKUP_FAILED))
    problem = catch_up_with_backup (db);
  if (!limber_db_begin (db, error))
    return NULL;
  if (!find_all (&search, problem, error) || !limber_db_commit (db, error))
    {
      limber_db_rollback (db);
      return NULL;
    }
  *next_at = search.next_at;
  return g_steal_pointer (&due);
}

/** limber_notices_release: gives the claims of @notice back, since nobody could see it. Makes its own transaction. */
gboolean
limber_notices_release (LimberDb *db, const LimberDueNotice *notice, GError **error)
{
  if (!limber_db_begin (db, error))
    return FALSE;
  for (guint i = 0; i < notice->claims->len; i++)
    if (!limber_notice_release (db, notice->claims->pdata[i], error))
      {
        limber_db_rollback (db);
        return FALSE;
      }
  if (limber_db_commit (db, error))
    return TRUE;
  limber_db_rollback (db);
  return FALSE;
}

/** limber_notice_setting: Returns: the key of this computer's settings that says whether @kind is shown here. */
const char *
limber_notice_setting (LimberNoticeKind kind)
{
  static const char *const keys[LIMBER_NOTICE_N_KINDS] = {
    [LIMBER_NOTICE_REBOOK] = "remind-rebook",           [LIMBER_NOTICE_NEXT_CLIENT] = "remind-next-client",
    [LIMBER_NOTICE_FOLLOW_UPS] = "remind-follow-ups",   [LIMBER_NOTICE_UNCONFIRMED] = "remind-unconfirmed",
    [LIMBER_NOTICE_BACKUP_FAILED] = "remind-backup",
  };

  g_return_val_if_fail ((guint) kind < LIMBER_NOTICE_N_KINDS, NULL);

  return keys[kind];
}
