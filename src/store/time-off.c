/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/time-off.h"

#include "store/staff.h"

#define DAY_MINUTES 1440

LimberTimeOffQuery *
limber_time_off_query_new (LimberDate from, GTimeZone *zone)
{
  LimberTimeOffQuery *query = g_new0 (LimberTimeOffQuery, 1);

  query->from = from;
  query->zone = g_time_zone_ref (zone);
  return query;
}

void
limber_time_off_query_free (LimberTimeOffQuery *query)
{
  g_time_zone_unref (query->zone);
  g_free (query);
}

/** limber_time_off_entry_copy: Returns: (transfer full): a copy with a record of its own. */
LimberTimeOffEntry *
limber_time_off_entry_copy (const LimberTimeOffEntry *entry)
{
  LimberTimeOffEntry *copy = g_memdup2 (entry, sizeof *entry);

  copy->record = limber_record_copy (entry->type, entry->record);
  copy->said.staff_id = g_strdup (entry->said.staff_id);
  copy->said.text = g_strdup (entry->said.text);
  copy->staff_name = g_strdup (entry->staff_name);
  return copy;
}

/** limber_time_off_entry_free: (nullable): frees an entry and its record. */
void
limber_time_off_entry_free (LimberTimeOffEntry *entry)
{
  if (entry == NULL)
    return;
  limber_record_free (entry->type, entry->record);
  g_free (entry->said.staff_id);
  g_free (entry->said.text);
  g_free (entry->staff_name);
  g_free (entry);
}

static gboolean
has_times (LimberTimeOffKind kind)
{
  return kind == LIMBER_TIME_OFF_OTHER_HOURS || kind == LIMBER_TIME_OFF_BLOCKED || kind == LIMBER_TIME_OFF_WEEKLY;
}

/** limber_time_off_check: Returns: what is missing or wrong in what was @said. */
LimberTimeOffProblem
limber_time_off_check (const LimberTimeOff *said)
{
  if (said->from == LIMBER_DATE_NONE)
    return LIMBER_TIME_OFF_NO_DATE;
  if (has_times (said->kind) ? said->to_minute <= said->from_minute : said->to < said->from)
    return LIMBER_TIME_OFF_ENDS_BEFORE;
  if (said->staff_id == NULL && (said->kind == LIMBER_TIME_OFF_AWAY || said->kind == LIMBER_TIME_OFF_OTHER_HOURS))
    return LIMBER_TIME_OFF_NO_THERAPIST;
  return LIMBER_TIME_OFF_FINE;
}

static gpointer
day_hours_record (const LimberTimeOff *said)
{
  LimberDayHours *hours = limber_day_hours_new ();

  limber_record_set_text (&hours->staff_id, said->staff_id);
  hours->date = said->from;
  hours->from_minute = said->from_minute;
  hours->to_minute = said->to_minute;
  return hours;
}

static gpointer
weekly_record (const LimberTimeOff *said)
{
  LimberWeeklyBlock *block = limber_weekly_block_new ();

  limber_record_set_text (&block->staff_id, said->staff_id);
  limber_record_set_text (&block->text, said->text);
  block->weekday = limber_date_weekday (said->from);
  block->from_minute = said->from_minute;
  block->to_minute = said->to_minute;
  block->from_on = said->from;
  block->kind = said->why;
  return block;
}

static gpointer
blocked_record (const LimberTimeOff *said, GTimeZone *zone)
{
  LimberBlockedTime *blocked = limber_blocked_time_new ();
  gboolean whole = !has_times (said->kind);

  limber_record_set_text (&blocked->staff_id, said->kind == LIMBER_TIME_OFF_CLOSED ? NULL : said->staff_id);
  limber_record_set_text (&blocked->text, said->text);
  blocked->start_at = limber_date_at_minute (said->from, whole ? 0 : said->from_minute, zone);
  blocked->end_at = whole ? limber_date_at_minute (said->to + 1, 0, zone)
                          : limber_date_at_minute (said->from, said->to_minute, zone);
  blocked->kind = said->kind == LIMBER_TIME_OFF_CLOSED ? LIMBER_BLOCKED_KIND_HOLIDAY
                  : said->kind == LIMBER_TIME_OFF_AWAY ? LIMBER_BLOCKED_KIND_LEAVE
                                                       : said->why;
  return blocked;
}

/**
 * limber_time_off_record:
 * @said: that limber_time_off_check() found fine
 * @zone: of the clinic
 * @type: (out): of the record
 *
 * Returns: (transfer full): the row to insert
 */
gpointer
limber_time_off_record (const LimberTimeOff *said, GTimeZone *zone, const LimberRecordType **type)
{
  switch (said->kind)
    {
    case LIMBER_TIME_OFF_OTHER_HOURS:
      *type = &limber_day_hours_type;
      return day_hours_record (said);
    case LIMBER_TIME_OFF_WEEKLY:
      *type = &limber_weekly_block_type;
      return weekly_record (said);
    case LIMBER_TIME_OFF_CLOSED:
    case LIMBER_TIME_OFF_AWAY:
    case LIMBER_TIME_OFF_BLOCKED:
    default:
      *type = &limber_blocked_time_type;
      return blocked_record (said, zone);
    }
}

/**
 * limber_time_off_change:
 * @said: what @entry is to say; of the same kind, and found fine
 *
 * Returns: (transfer full): the row of @entry to update, with the version that was read
 */
gpointer
limber_time_off_change (const LimberTimeOffEntry *entry, const LimberTimeOff *said, GTimeZone *zone)
{
  const LimberRecordType *type;
  LimberRecord *record = limber_time_off_record (said, zone, &type);
  const LimberRecord *old = entry->record;

  g_return_val_if_fail (type == entry->type, record);
  limber_record_set_text (&record->id, old->id);
  record->version = old->version;
  if (type == &limber_weekly_block_type)
    ((LimberWeeklyBlock *) record)->until_on = ((const LimberWeeklyBlock *) old)->until_on;
  return record;
}

static LimberTimeOffEntry *
entry_new (const LimberRecordType *type, gpointer record, const char *staff_id, const char *text)
{
  LimberTimeOffEntry *entry = g_new0 (LimberTimeOffEntry, 1);

  entry->type = type;
  entry->record = limber_record_copy (type, record);
  entry->said.staff_id = g_strdup (staff_id);
  entry->said.text = g_strdup (text);
  return entry;
}

static LimberTimeOffEntry *
entry_of_blocked (LimberBlockedTime *blocked, GTimeZone *zone)
{
  LimberTimeOffEntry *entry = entry_new (&limber_blocked_time_type, blocked, blocked->staff_id, blocked->text);
  LimberTimeOff *said = &entry->said;
  gboolean whole = limber_minute_of_instant (blocked->start_at, zone) == 0
                   && limber_minute_of_instant (blocked->end_at, zone) == 0;

  said->from = limber_date_from_instant (blocked->start_at, zone);
  said->to = limber_date_from_instant (blocked->end_at - 1, zone);
  said->from_minute = limber_minute_of_instant (blocked->start_at, zone);
  said->to_minute = whole ? DAY_MINUTES : limber_minute_of_instant (blocked->end_at, zone);
  said->why = blocked->kind;
  said->kind = !whole                        ? LIMBER_TIME_OFF_BLOCKED
               : blocked->staff_id == NULL ? LIMBER_TIME_OFF_CLOSED
                                             : LIMBER_TIME_OFF_AWAY;
  return entry;
}

static LimberTimeOffEntry *
entry_of_day (LimberDayHours *hours)
{
  LimberTimeOffEntry *entry = entry_new (&limber_day_hours_type, hours, hours->staff_id, NULL);

  entry->said.kind = LIMBER_TIME_OFF_OTHER_HOURS;
  entry->said.from = entry->said.to = hours->date;
  entry->said.from_minute = hours->from_minute;
  entry->said.to_minute = hours->to_minute;
  return entry;
}

/* 1 January of the year 1 was a Monday, so 1 to 7 are days of the right name. */
static LimberTimeOffEntry *
entry_of_week (LimberWeeklyBlock *block)
{
  LimberTimeOffEntry *entry = entry_new (&limber_weekly_block_type, block, block->staff_id, block->text);

  entry->said.kind = LIMBER_TIME_OFF_WEEKLY;
  entry->said.from = entry->said.to = block->weekday;
  entry->said.from_minute = block->from_minute;
  entry->said.to_minute = block->to_minute;
  entry->said.why = block->kind;
  return entry;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const LimberTimeOffEntry *one = *(LimberTimeOffEntry **) a, *two = *(LimberTimeOffEntry **) b;

  return one->said.from != two->said.from ? one->said.from - two->said.from
                                          : one->said.from_minute - two->said.from_minute;
}

static gboolean
add_blocked (LimberDb *db, const LimberTimeOffQuery *query, GPtrArray *entries, GError **error)
{
  g_autoptr (GPtrArray) blocked = limber_record_select (db, &limber_blocked_time_type, error,
                                                        "WHERE end_at > $1 ORDER BY start_at, id", "i",
                                                        limber_date_at_minute (query->from, 0, query->zone));

  for (guint i = 0; blocked != NULL && i < blocked->len; i++)
    g_ptr_array_add (entries, entry_of_blocked (blocked->pdata[i], query->zone));
  return blocked != NULL;
}

static gboolean
add_days (LimberDb *db, const LimberTimeOffQuery *query, GPtrArray *entries, GError **error)
{
  g_autoptr (GPtrArray) days = limber_record_select (db, &limber_day_hours_type, error,
                                                     "WHERE date >= $1 ORDER BY date, from_minute, id", "d", query->from);

  for (guint i = 0; days != NULL && i < days->len; i++)
    g_ptr_array_add (entries, entry_of_day (days->pdata[i]));
  return days != NULL;
}

static gboolean
add_weeks (LimberDb *db, const LimberTimeOffQuery *query, GPtrArray *entries, GError **error)
{
  g_autoptr (GPtrArray) weeks = limber_record_select (db, &limber_weekly_block_type, error,
                                                      "WHERE until_on IS NULL OR until_on >= $1 ORDER BY weekday, id", "d",
                                                      query->from);

  for (guint i = 0; weeks != NULL && i < weeks->len; i++)
    g_ptr_array_add (entries, entry_of_week (weeks->pdata[i]));
  return weeks != NULL;
}

static gboolean
name_entries (LimberDb *db, GPtrArray *entries, GError **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      LimberTimeOffEntry *entry = entries->pdata[i];
      g_autoptr (LimberStaff) staff = NULL;

      if (entry->said.staff_id == NULL)
        continue;
      staff = limber_record_load (db, &limber_staff_type, entry->said.staff_id, error);
      if (staff == NULL)
        return FALSE;
      entry->staff_name = g_strdup (staff->name);
    }
  return TRUE;
}

gpointer
limber_time_off_list (LimberDb *db, gpointer data, GError **error)
{
  const LimberTimeOffQuery *query = data;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_time_off_entry_free);

  if (!add_blocked (db, query, entries, error) || !add_days (db, query, entries, error)
      || !add_weeks (db, query, entries, error) || !name_entries (db, entries, error))
    return NULL;
  g_ptr_array_sort (entries, compare_entries);
  return g_steal_pointer (&entries);
}
