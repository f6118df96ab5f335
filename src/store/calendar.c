/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/calendar.h"

#include "store/client.h"
#include "store/health.h"

/* The longest slot, hands-on time and turnover, in seconds: how far back a slot that is still going on can
 * have begun. It lets the index over the start answer. */
#define LONGEST_SLOT (6 * 60 * 60)

#define HOLDS_SLOT "status NOT IN ('cancelled', 'late-cancelled', 'did-not-arrive')"

/**
 * limber_calendar_of_staff:
 * @staff_id: (nullable): %NULL for everybody
 *
 * The appointments that hold a slot and touch @from … @to (exclusive), turnover included, in order.
 *
 * Returns: (transfer full) (nullable): LimberAppointment records
 */
GPtrArray *
limber_calendar_of_staff (LimberDb *db, const char *staff_id, gint64 from, gint64 to, GError **error)
{
  return limber_record_select (db, &limber_appointment_type, error,
                               "WHERE ($1 = '' OR staff_id = $1) AND start_at > $2 AND start_at < $3 "
                               "AND start_at + (minutes + turnover) * 60 > $4 AND " HOLDS_SLOT
                               " ORDER BY start_at, id",
                               "siii", staff_id ? staff_id : "", from - LONGEST_SLOT, to, from);
}

/**
 * limber_calendar_of_client:
 *
 * The client's own appointments whose hands-on time touches @from … @to, with whomever, in order.
 *
 * Returns: (transfer full) (nullable): LimberAppointment records
 */
GPtrArray *
limber_calendar_of_client (LimberDb *db, const char *client_id, gint64 from, gint64 to, GError **error)
{
  return limber_record_select (db, &limber_appointment_type, error,
                               "WHERE client_id = $1 AND start_at > $2 AND start_at < $3 "
                               "AND start_at + minutes * 60 > $4 AND " HOLDS_SLOT " ORDER BY start_at, id",
                               "siii", client_id, from - LONGEST_SLOT, to, from);
}

/**
 * limber_calendar_working_hours:
 * @staff_id: (nullable): %NULL for everybody
 *
 * Returns: (transfer full) (nullable): LimberWorkingHours records by weekday and time
 */
GPtrArray *
limber_calendar_working_hours (LimberDb *db, const char *staff_id, GError **error)
{
  return limber_record_select (db, &limber_working_hours_type, error,
                               "WHERE ($1 = '' OR staff_id = $1) ORDER BY weekday, from_minute, id", "s",
                               staff_id ? staff_id : "");
}

/**
 * limber_calendar_blocked:
 * @staff_id: (nullable): %NULL for everybody's
 *
 * The times that touch @from … @to and at which @staff_id cannot be booked: their own and the clinic's.
 *
 * Returns: (transfer full) (nullable): LimberBlockedTime records in order
 */
GPtrArray *
limber_calendar_blocked (LimberDb *db, const char *staff_id, gint64 from, gint64 to, GError **error)
{
  return limber_record_select (db, &limber_blocked_time_type, error,
                               "WHERE ($1 = '' OR staff_id = $1 OR staff_id IS NULL) AND end_at > $2 "
                               "AND start_at < $3 ORDER BY start_at, id",
                               "sii", staff_id ? staff_id : "", from, to);
}

/**
 * limber_calendar_day:
 * @staff_id: (nullable): %NULL for everybody
 *
 * Every appointment that starts in @from … @to, the cancelled ones too.
 *
 * Returns: (transfer full) (nullable): LimberAppointment records in order
 */
GPtrArray *
limber_calendar_day (LimberDb *db, const char *staff_id, gint64 from, gint64 to, GError **error)
{
  return limber_record_select (db, &limber_appointment_type, error,
                               "WHERE start_at >= $2 AND start_at < $3 AND ($1 = '' OR staff_id = $1) "
                               "ORDER BY start_at, id",
                               "sii", staff_id ? staff_id : "", from, to);
}

/** limber_calendar_therapists: Returns: (transfer full) (nullable): LimberStaff who treat and work here, by name. */
GPtrArray *
limber_calendar_therapists (LimberDb *db, GError **error)
{
  return limber_record_select (db, &limber_staff_type, error,
                               "WHERE role = 'therapist' AND archived_at IS NULL ORDER BY name, id", "");
}

/** limber_calendar_health: Returns: (transfer full) (nullable): the client's open LimberHealthItems. */
GPtrArray *
limber_calendar_health (LimberDb *db, const char *client_id, GError **error)
{
  return limber_record_select (db, &limber_health_item_type, error,
                               "WHERE client_id = $1 AND resolved IS NULL ORDER BY kind, since, id", "s",
                               client_id);
}

/**
 * limber_calendar_find_clients:
 * @text: the beginning of any word of a name, letter case aside
 *
 * Returns: (transfer full) (nullable): at most @limit LimberClients who are not archived, by name
 */
GPtrArray *
limber_calendar_find_clients (LimberDb *db, const char *text, int limit, GError **error)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_auto (GStrv) parts = g_strsplit_set (lower, "%_", -1);
  g_autofree char *plain = g_strstrip (g_strjoinv ("", parts));
  g_autofree char *start = g_strconcat (plain, "%", NULL);
  g_autofree char *inside = g_strconcat ("% ", plain, "%", NULL);

  return limber_record_select (db, &limber_client_type, error,
                               "WHERE archived_at IS NULL AND (LOWER (name) LIKE $1 OR LOWER (name) LIKE $2) "
                               "ORDER BY sort_key, id LIMIT $3",
                               "ssi", start, inside, (gint64) limit);
}
