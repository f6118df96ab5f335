/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/paper/sheet.h"

#include <glib/gi18n-lib.h>

#include "services/wording/wording-date.h"
#include "services/wording/wording.h"
#include "store/working-time.h"

static void
entry_free (LimberSheetEntry *entry)
{
  g_free (entry->time);
  g_free (entry->title);
  g_free (entry->detail);
  g_free (entry);
}

static void
column_free (LimberSheetColumn *column)
{
  g_free (column->title);
  g_ptr_array_unref (column->entries);
  g_free (column);
}

void
limber_sheet_free (LimberSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_free (sheet->title);
  g_free (sheet->subtitle);
  g_ptr_array_unref (sheet->columns);
  g_clear_pointer (&sheet->pages, g_ptr_array_unref);
  g_free (sheet);
}

static LimberSheet *
sheet_new (char *title, const char *subtitle)
{
  LimberSheet *sheet = g_new0 (LimberSheet, 1);

  sheet->title = title;
  sheet->subtitle = g_strdup (subtitle);
  sheet->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  return sheet;
}

static const char *
staff_name (const LimberScheduleFacts *facts, const char *staff_id)
{
  for (guint i = 0; i < facts->staff->len; i++)
    {
      const LimberScheduleStaff *staff = facts->staff->pdata[i];

      if (g_strcmp0 (staff->id, staff_id) == 0)
        return staff->name;
    }
  return "";
}

static LimberSheetEntry *
appointment_entry (const LimberScheduleFacts *facts, const LimberScheduleItem *item, gboolean with_staff, GTimeZone *zone)
{
  const LimberAppointment *appointment = item->appointment;
  LimberSheetEntry *entry = g_new0 (LimberSheetEntry, 1);
  const char *kind = with_staff ? staff_name (facts, appointment->staff_id)
                                : limber_wording_appointment_status (appointment->status);

  entry->time = limber_wording_time (appointment->start_at, zone);
  entry->title = g_strdup (item->client_name);
  entry->detail = g_strdup_printf (_("%d min · %s"), appointment->minutes, kind);
  entry->dim = !limber_appointment_status_holds_slot (appointment->status);
  return entry;
}

static LimberSheetEntry *
blocked_entry (const LimberBlockedTime *blocked, gint64 from, gint64 to, GTimeZone *zone)
{
  LimberSheetEntry *entry = g_new0 (LimberSheetEntry, 1);
  gboolean whole = blocked->start_at <= from && blocked->end_at >= to;
  g_autofree char *end = limber_wording_time (blocked->end_at, zone);

  entry->time = whole ? g_strdup ("") : limber_wording_time (MAX (blocked->start_at, from), zone);
  entry->title = g_strdup (blocked->text != NULL ? blocked->text : _("Blocked"));
  entry->detail = whole || blocked->end_at > to ? g_strdup (_("all day")) : g_strdup_printf (_("until %s"), end);
  entry->dim = TRUE;
  return entry;
}

static gboolean
concerns (const char *owner, const char *staff_id)
{
  return staff_id == NULL || owner == NULL || g_strcmp0 (owner, staff_id) == 0;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(LimberSheetEntry **) a)->time, (*(LimberSheetEntry **) b)->time);
}

/* What one therapist, or everybody, has on one day. */
static void
add_column (LimberSheet *sheet, char *title, const LimberScheduleFacts *facts, const char *staff_id, LimberDate date,
            gboolean with_staff, GTimeZone *zone)
{
  gint64 from = limber_date_at_minute (date, 0, zone), to = limber_date_at_minute (date + 1, 0, zone);
  LimberSheetColumn *column = g_new0 (LimberSheetColumn, 1);

  column->title = title;
  column->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  for (guint i = 0; i < facts->items->len; i++)
    {
      const LimberScheduleItem *item = facts->items->pdata[i];

      if (item->appointment->start_at >= from && item->appointment->start_at < to
          && concerns (item->appointment->staff_id, staff_id))
        g_ptr_array_add (column->entries, appointment_entry (facts, item, with_staff, zone));
    }
  for (guint i = 0; i < facts->blocked->len; i++)
    {
      const LimberBlockedTime *blocked = facts->blocked->pdata[i];

      if (blocked->start_at < to && blocked->end_at > from
          && (staff_id != NULL ? concerns (blocked->staff_id, staff_id) : blocked->staff_id == NULL))
        g_ptr_array_add (column->entries, blocked_entry (blocked, from, to, zone));
    }
  g_ptr_array_sort (column->entries, compare_entries);
  g_ptr_array_add (sheet->columns, column);
}

/** limber_sheet_of_day: Returns: (transfer full): one day, a column for each therapist; not laid out yet. */
LimberSheet *
limber_sheet_of_day (const LimberScheduleFacts *facts, LimberDate date, const char *subtitle, GTimeZone *zone)
{
  LimberSheet *sheet = sheet_new (limber_wording_long_day (date), subtitle);

  for (guint i = 0; i < facts->staff->len; i++)
    {
      const LimberScheduleStaff *staff = facts->staff->pdata[i];

      add_column (sheet, g_strdup (staff->name), facts, staff->id, date, FALSE, zone);
    }
  return sheet;
}

/**
 * limber_sheet_of_week:
 * @staff_id: (nullable): whose week, %NULL for everybody's
 *
 * Returns: (transfer full): the days of @facts, a column for each; not laid out yet
 */
LimberSheet *
limber_sheet_of_week (const LimberScheduleFacts *facts, const char *staff_id, const char *subtitle, GTimeZone *zone)
{
  g_autofree char *from = limber_wording_full_date (facts->from);
  g_autofree char *to = limber_wording_full_date (facts->to);
  g_autofree char *days = g_strdup_printf ("%s – %s", from, to);
  LimberSheet *sheet = sheet_new (staff_id != NULL ? g_strdup_printf ("%s, %s", staff_name (facts, staff_id), days)
                                                   : g_steal_pointer (&days),
                                  subtitle);

  for (LimberDate date = facts->from; date <= facts->to; date++)
    add_column (sheet, limber_wording_day (date), facts, staff_id, date, staff_id == NULL, zone);
  return sheet;
}

/** limber_sheet_text: Returns: (transfer full): the sheet as plain text, for the clipboard. */
char *
limber_sheet_text (const LimberSheet *sheet)
{
  GString *text = g_string_new (sheet->title);

  g_string_append_c (text, '\n');
  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const LimberSheetColumn *column = sheet->columns->pdata[i];

      g_string_append_printf (text, "\n%s\n", column->title);
      for (guint j = 0; j < column->entries->len; j++)
        {
          const LimberSheetEntry *entry = column->entries->pdata[j];

          g_string_append_printf (text, "%s\t%s\t%s\n", entry->time, entry->title, entry->detail);
        }
    }
  return g_string_free (text, FALSE);
}
