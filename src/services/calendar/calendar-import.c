/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN: the preview is the import itself in a transaction that is rolled back, so that what it promises is what
 * happens: clashes between two dates of the same file are seen too. With a single problem nothing is written. */

#include "services/calendar/calendar-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "services/booking/booking.h"
#include "services/calendar/ical.h"
#include "store/calendar.h"
#include "store/client.h"

typedef struct {
  LimberDb *db;
  const LimberCalendarImport *import;
  char *file_name;
} Run;

LimberCalendarImport *
limber_calendar_import_new (const char *path, gint64 now, GTimeZone *zone)
{
  LimberCalendarImport *import = g_new0 (LimberCalendarImport, 1);

  import->path = g_strdup (path);
  import->now = now;
  import->zone = g_time_zone_ref (zone);
  return import;
}

void
limber_calendar_import_free (LimberCalendarImport *import)
{
  g_free (import->path);
  g_free (import->staff_id);
  g_time_zone_unref (import->zone);
  g_free (import);
}

static void
row_free (LimberCalendarRow *row)
{
  g_free (row->title);
  g_free (row->reason);
  g_free (row);
}

void
limber_calendar_report_free (LimberCalendarReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->rows);
  g_free (report);
}

static void
judge (LimberCalendarRow *row, LimberCalendarOutcome outcome, const char *reason)
{
  row->outcome = outcome;
  g_free (row->reason);
  row->reason = g_strdup (reason);
}

/* Whether the same closure is there already. */
static gboolean
find_closure (Run *run, const LimberIcalItem *item, gboolean *found, GError **error)
{
  g_autoptr (GPtrArray) there
      = limber_calendar_blocked (run->db, run->import->staff_id, item->start_at, item->end_at, error);

  *found = FALSE;
  for (guint i = 0; there != NULL && i < there->len; i++)
    {
      const LimberBlockedTime *other = there->pdata[i];

      if (other->start_at == item->start_at && other->end_at == item->end_at
          && g_strcmp0 (other->staff_id, run->import->staff_id) == 0)
        *found = TRUE;
    }
  return there != NULL;
}

static gboolean
import_closure (Run *run, const LimberIcalItem *item, LimberCalendarRow *row, GError **error)
{
  g_autoptr (LimberBlockedTime) blocked = NULL;
  gboolean found;

  if (!find_closure (run, item, &found, error))
    return FALSE;
  if (found)
    {
      judge (row, LIMBER_CALENDAR_ROW_KNOWN, _("Is here already."));
      return TRUE;
    }
  blocked = limber_blocked_time_new ();
  limber_record_set_text (&blocked->staff_id, run->import->staff_id);
  limber_record_set_text (&blocked->text, *item->summary != '\0' ? item->summary : NULL);
  blocked->start_at = item->start_at;
  blocked->end_at = item->end_at;
  blocked->kind = run->import->staff_id == NULL ? LIMBER_BLOCKED_KIND_HOLIDAY
                  : item->whole_days            ? LIMBER_BLOCKED_KIND_LEAVE
                                                : LIMBER_BLOCKED_KIND_OTHER;
  return limber_record_insert (run->db, &limber_blocked_time_type, blocked, error);
}

/* "Wren Halloway, 45 min" is what an export says; the name stands before the comma. */
static char *
name_of (const LimberIcalItem *item)
{
  return g_strstrip (g_strndup (item->summary, strcspn (item->summary, ",\n")));
}

static char *
find_client (Run *run, const char *name, GError **error)
{
  g_autoptr (GPtrArray) clients = limber_calendar_find_clients (run->db, name, 20, error);
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; clients != NULL && i < clients->len; i++)
    {
      const LimberClient *client = clients->pdata[i];
      g_autofree char *folded = g_utf8_casefold (client->name, -1);

      if (strcmp (folded, wanted) == 0)
        return g_strdup (client->base.id);
    }
  return NULL;
}

static char *
add_client (Run *run, const char *name, GError **error)
{
  g_autoptr (LimberClient) client = limber_client_new ();

  limber_record_set_text (&client->name, name);
  return limber_record_insert (run->db, &limber_client_type, client, error) ? g_strdup (client->base.id) : NULL;
}

static gboolean
is_ours (Run *run, const LimberIcalItem *item)
{
  g_autofree char *id = g_strdup (item->uid != NULL ? item->uid : "");
  g_autoptr (LimberAppointment) appointment = NULL;

  if (!g_str_has_suffix (id, LIMBER_CALENDAR_UID_SUFFIX))
    return FALSE;
  id[strlen (id) - strlen (LIMBER_CALENDAR_UID_SUFFIX)] = '\0';
  appointment = limber_record_load (run->db, &limber_appointment_type, id, NULL);
  return appointment != NULL;
}

static gboolean
is_booked (Run *run, const char *client_id, const LimberIcalItem *item)
{
  g_autoptr (GPtrArray) own = limber_calendar_of_client (run->db, client_id, item->start_at, item->end_at, NULL);

  for (guint i = 0; own != NULL && i < own->len; i++)
    if (((LimberAppointment *) own->pdata[i])->start_at == item->start_at)
      return TRUE;
  return FALSE;
}

static LimberBookingRequest *
make_request (Run *run, const char *client_id, const LimberIcalItem *item)
{
  LimberBookingRequest *request = limber_booking_request_new (run->import->now, run->import->zone);

  request->client_id = g_strdup (client_id);
  request->staff_id = g_strdup (run->import->staff_id);
  request->start_at = item->start_at;
  request->minutes = (int) ((item->end_at - item->start_at) / 60);
  request->acknowledged = ~LIMBER_BOOKING_TAKEN;
  /* Translators: why an appointment was booked against a warning; a file's name */
  request->reason = g_strdup_printf (_("imported from %s"), run->file_name);
  return request;
}

/* An overlap is what is wrong with this date; anything else is what is wrong with the import. */
static gboolean
book (Run *run, const char *client_id, const LimberIcalItem *item, LimberCalendarRow *row, GError **error)
{
  g_autoptr (LimberBookingRequest) request = make_request (run, client_id, item);
  g_autoptr (GError) failure = NULL;
  g_autoptr (LimberAppointment) appointment = limber_booking_book (run->db, request, &failure);

  if (appointment != NULL)
    return TRUE;
  if (!g_error_matches (failure, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_OVERLAP)
      && !g_error_matches (failure, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_FAILED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  judge (row, LIMBER_CALENDAR_ROW_PROBLEM,
         failure->code == LIMBER_STORE_ERROR_OVERLAP ? _("Therapist, client or room is taken at that time.")
                                                     : failure->message);
  return TRUE;
}

static gboolean
import_appointment (Run *run, const LimberIcalItem *item, LimberCalendarRow *row, GError **error)
{
  g_autofree char *name = name_of (item);
  g_autofree char *client_id = NULL;
  GError *failure = NULL;

  if (item->whole_days || *name == '\0')
    {
      judge (row, LIMBER_CALENDAR_ROW_LEFT_OUT, *name == '\0' ? _("Has no name.") : _("Is no appointment, but a whole day."));
      return TRUE;
    }
  client_id = find_client (run, name, &failure);
  if (client_id == NULL && failure == NULL && run->import->add_clients)
    client_id = add_client (run, name, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (client_id == NULL)
    judge (row, LIMBER_CALENDAR_ROW_PROBLEM, _("There is no client of this name."));
  else if (is_ours (run, item) || is_booked (run, client_id, item))
    judge (row, LIMBER_CALENDAR_ROW_KNOWN, _("Is here already."));
  else
    return book (run, client_id, item, row, error);
  return TRUE;
}

static gboolean
import_item (Run *run, const LimberIcalItem *item, LimberCalendarRow *row, GError **error)
{
  if (item->cancelled)
    judge (row, LIMBER_CALENDAR_ROW_LEFT_OUT, _("Was cancelled."));
  else if (item->end_at <= run->import->now)
    judge (row, LIMBER_CALENDAR_ROW_LEFT_OUT, _("Is past."));
  else if (run->import->use == LIMBER_CALENDAR_CLOSURES)
    return import_closure (run, item, row, error);
  else
    return import_appointment (run, item, row, error);
  return TRUE;
}

static gboolean
import_all (Run *run, GPtrArray *items, LimberCalendarReport *report, GError **error)
{
  for (guint i = 0; i < items->len; i++)
    {
      const LimberIcalItem *item = items->pdata[i];
      LimberCalendarRow *row = g_new0 (LimberCalendarRow, 1);

      row->title = g_strdup (item->summary);
      row->start_at = item->start_at;
      row->end_at = item->end_at;
      row->whole_days = item->whole_days;
      g_ptr_array_add (report->rows, row);
      if (!import_item (run, item, row, error))
        return FALSE;
      report->n[row->outcome]++;
    }
  return TRUE;
}

static gboolean
finish (Run *run, LimberCalendarReport *report, GError **error)
{
  report->written = !run->import->dry_run && report->n[LIMBER_CALENDAR_ROW_PROBLEM] == 0;
  if (report->written)
    return limber_db_commit (run->db, error);
  limber_db_rollback (run->db);
  return TRUE;
}

gpointer
limber_calendar_import_run (LimberDb *db, gpointer data, GError **error)
{
  const LimberCalendarImport *import = data;
  g_autofree char *file_name = g_path_get_basename (import->path);
  g_autoptr (GPtrArray) items = limber_ical_read_file (import->path, import->zone, error);
  g_autoptr (LimberCalendarReport) report = g_new0 (LimberCalendarReport, 1);
  Run run = { db, import, file_name };

  report->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  if (items == NULL || !limber_db_begin (db, error))
    return NULL;
  if (import_all (&run, items, report, error) && finish (&run, report, error))
    return g_steal_pointer (&report);
  limber_db_rollback (db);
  return NULL;
}
