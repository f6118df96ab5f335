/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/waiting.h"

#include "store/client.h"
#include "store/staff.h"

static const LimberColumn waiting_columns[] = {
  LIMBER_TEXT (LimberWaiting, client_id),
  LIMBER_TEXT (LimberWaiting, staff_id),
  LIMBER_TEXT (LimberWaiting, appointment_id),
  LIMBER_INT (LimberWaiting, minutes),
  LIMBER_ENUM (LimberWaiting, intent, work),
  LIMBER_DATE (LimberWaiting, from_on),
  LIMBER_DATE (LimberWaiting, until_on),
  LIMBER_UINT (LimberWaiting, weekdays),
  LIMBER_INT (LimberWaiting, from_minute),
  LIMBER_INT (LimberWaiting, to_minute),
  LIMBER_TEXT (LimberWaiting, note),
  LIMBER_INSTANT (LimberWaiting, asked_at),
  LIMBER_INSTANT (LimberWaiting, settled_at),
  LIMBER_TEXT (LimberWaiting, settled_by),
  LIMBER_END,
};

const LimberRecordType limber_waiting_type = {
  .table = "waiting",
  .size = sizeof (LimberWaiting),
  .topic = LIMBER_TOPIC_WAITING,
  .columns = waiting_columns,
  .free_func = (GDestroyNotify) limber_waiting_free,
  .client_offset = G_STRUCT_OFFSET (LimberWaiting, client_id),
};

/** limber_waiting_entry_free: (nullable): frees a line of the list. */
void
limber_waiting_entry_free (LimberWaitingEntry *entry)
{
  if (entry == NULL)
    return;
  limber_waiting_free (entry->waiting);
  g_free (entry->client_name);
  g_free (entry->client_phone);
  g_free (entry->staff_name);
  g_free (entry);
}

/** limber_waiting_wish: Returns: the wish as the rules see it; it borrows from @waiting. */
LimberWaitingWish
limber_waiting_wish (const LimberWaiting *waiting, gint64 booked_at)
{
  return (LimberWaitingWish) {
    .from = waiting->from_on,
    .until = waiting->until_on,
    .weekdays = waiting->weekdays,
    .from_minute = waiting->from_minute,
    .to_minute = waiting->to_minute,
    .minutes = waiting->minutes,
    .staff_id = waiting->staff_id,
    .before = booked_at,
  };
}

/* When the appointment that should be earlier is now; 0 when it is gone. */
static gboolean
find_booked (LimberDb *db, const LimberWaiting *waiting, gint64 *booked_at, GError **error)
{
  *booked_at = 0;
  return waiting->appointment_id == NULL
         || limber_db_get_int (db, booked_at, error,
                               "SELECT COALESCE(MAX(start_at), 0) FROM appointment WHERE id = $1 "
                               "AND status IN ('booked', 'confirmed')",
                               "s", waiting->appointment_id);
}

static LimberWaitingEntry *
entry_load (LimberDb *db, const LimberWaiting *waiting, GError **error)
{
  g_autoptr (LimberWaitingEntry) entry = g_new0 (LimberWaitingEntry, 1);
  g_autoptr (LimberClient) client = limber_record_load (db, &limber_client_type, waiting->client_id, error);
  g_autoptr (LimberStaff) staff = NULL;

  if (client == NULL || !find_booked (db, waiting, &entry->booked_at, error))
    return NULL;
  if (waiting->staff_id != NULL
      && (staff = limber_record_load (db, &limber_staff_type, waiting->staff_id, error)) == NULL)
    return NULL;
  entry->waiting = limber_waiting_copy (waiting);
  entry->client_name = g_strdup (client->name);
  entry->client_phone = g_strdup (client->phone);
  entry->staff_name = staff != NULL ? g_strdup (staff->name) : NULL;
  return g_steal_pointer (&entry);
}

/**
 * limber_waiting_list:
 * @today: wishes whose last day is past are left out
 *
 * Returns: (transfer full) (nullable) (element-type LimberWaitingEntry): who waits, the longest first
 */
GPtrArray *
limber_waiting_list (LimberDb *db, LimberDate today, GError **error)
{
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_waiting_entry_free);

  open = limber_record_select (db, &limber_waiting_type, error,
                               "WHERE settled_at IS NULL AND (until_on IS NULL OR until_on >= $1) "
                               "AND client_id IN (SELECT id FROM client WHERE archived_at IS NULL) "
                               "ORDER BY asked_at, id",
                               "d", today);
  for (guint i = 0; open != NULL && i < open->len; i++)
    {
      LimberWaitingEntry *entry = entry_load (db, open->pdata[i], error);

      if (entry == NULL)
        return NULL;
      g_ptr_array_add (entries, entry);
    }
  return open != NULL ? g_steal_pointer (&entries) : NULL;
}

static gboolean
settle_one (LimberDb *db, LimberWaiting *waiting, const char *appointment_id, GError **error)
{
  waiting->settled_at = appointment_id != NULL ? limber_db_now (db) : 0;
  limber_record_set_text (&waiting->settled_by, appointment_id);
  return limber_record_update (db, &limber_waiting_type, waiting, error);
}

/* What a wish asked to be earlier than: for the moved appointment itself that is where it stood before. */
static gboolean
find_before (LimberDb *db, const LimberWaiting *waiting, const LimberAppointment *appointment, gint64 old_start,
             gint64 *before, GError **error)
{
  if (old_start == 0 || g_strcmp0 (waiting->appointment_id, appointment->base.id) != 0)
    return find_booked (db, waiting, before, error);
  *before = old_start;
  return TRUE;
}

/**
 * limber_waiting_settle:
 * @appointment: just booked or moved
 * @old_start: where it stood before it was moved, 0 for a new one
 * @zone: of the clinic
 *
 * Takes the client's wishes that @appointment fulfils off the list. In a transaction.
 */
gboolean
limber_waiting_settle (LimberDb *db, const LimberAppointment *appointment, gint64 old_start, GTimeZone *zone,
                       GError **error)
{
  LimberWaitingSlot slot = { appointment->start_at, appointment->minutes, appointment->staff_id };
  g_autoptr (GPtrArray) open = limber_record_select (db, &limber_waiting_type, error,
                                                     "WHERE client_id = $1 AND settled_at IS NULL ORDER BY id", "s",
                                                     appointment->client_id);

  for (guint i = 0; open != NULL && i < open->len; i++)
    {
      gint64 before;
      LimberWaitingWish wish;

      if (!find_before (db, open->pdata[i], appointment, old_start, &before, error))
        return FALSE;
      wish = limber_waiting_wish (open->pdata[i], before);
      if (limber_waiting_match (&wish, &slot, zone) == LIMBER_WAITING_FITS
          && !settle_one (db, open->pdata[i], appointment->base.id, error))
        return FALSE;
    }
  return open != NULL;
}

/** limber_waiting_reopen: Puts back who was taken off the list by an appointment that is no more. In a transaction. */
gboolean
limber_waiting_reopen (LimberDb *db, const char *appointment_id, GError **error)
{
  g_autoptr (GPtrArray) settled = limber_record_select (db, &limber_waiting_type, error,
                                                        "WHERE settled_by = $1 ORDER BY id", "s", appointment_id);

  for (guint i = 0; settled != NULL && i < settled->len; i++)
    if (!settle_one (db, settled->pdata[i], NULL, error))
      return FALSE;
  return settled != NULL;
}
