/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/booking/booking-series.h"

#include "domain/booking-rules.h"
#include "store/free-time.h"

#define DAYS_NEAR 3

LimberSeriesQuery *
limber_series_query_new (const LimberBookingRequest *first, int weeks, int times)
{
  LimberSeriesQuery *query = g_new0 (LimberSeriesQuery, 1);

  query->first = limber_booking_request_copy (first);
  query->weeks = CLAMP (weeks, LIMBER_REPEAT_WEEKS_MIN, LIMBER_REPEAT_WEEKS_MAX);
  query->times = CLAMP (times, 1, LIMBER_REPEAT_TIMES_MAX);
  return query;
}

void
limber_series_query_free (LimberSeriesQuery *query)
{
  limber_booking_request_free (query->first);
  g_free (query);
}

void
limber_series_date_free (LimberSeriesDate *date)
{
  limber_booking_preview_free (date->preview);
  g_free (date);
}

static LimberBookingPreview *
preview_at (LimberDb *db, const LimberBookingRequest *first, gint64 start, GError **error)
{
  g_autoptr (LimberBookingRequest) request = limber_booking_request_copy (first);

  request->start_at = start;
  return limber_booking_preview (db, request, error);
}

static gboolean
is_against (const LimberBookingPreview *preview)
{
  return (preview->warnings & ~LIMBER_BOOKING_REMARKS) != 0;
}

/* The free start of @date that is nearest to the wanted time of the day; 0 for none. */
static gint64
nearest_on (LimberFreeTime *free_time, const LimberBookingRequest *first, LimberDate date, int minute)
{
  LimberVisitWish wish = { .client_id = first->client_id, .minutes = first->minutes, .turnover = first->turnover };
  g_autoptr (GArray) starts = limber_free_time_starts (free_time, &wish, first->staff_id, date);
  gint64 wanted = limber_date_at_minute (date, minute, first->zone), best = 0;

  for (guint i = 0; i < starts->len; i++)
    {
      gint64 start = g_array_index (starts, gint64, i);

      if (best == 0 || ABS (start - wanted) < ABS (best - wanted))
        best = start;
    }
  return best;
}

static gboolean
find_instead (LimberDb *db, LimberFreeTime *free_time, const LimberBookingRequest *first, LimberSeriesDate *date,
              GError **error)
{
  LimberDate day = limber_date_from_instant (date->start_at, first->zone);
  int minute = limber_minute_of_instant (date->start_at, first->zone);

  for (int i = 0; i <= 2 * DAYS_NEAR && date->instead == 0; i++)
    {
      gint64 start = nearest_on (free_time, first, day + (i % 2 ? (i + 1) / 2 : -i / 2), minute);
      g_autoptr (LimberBookingPreview) preview = start != 0 ? preview_at (db, first, start, error) : NULL;

      if (start != 0 && preview == NULL)
        return FALSE;
      if (start != 0 && !is_against (preview))
        date->instead = start;
    }
  return TRUE;
}

static LimberSeriesDate *
judge (LimberDb *db, LimberFreeTime *free_time, const LimberSeriesQuery *query, gint64 start, GError **error)
{
  LimberSeriesDate *date = g_new0 (LimberSeriesDate, 1);

  date->start_at = start;
  date->preview = preview_at (db, query->first, start, error);
  if (date->preview != NULL)
    {
      date->against = is_against (date->preview);
      if (!date->against || find_instead (db, free_time, query->first, date, error))
        return date;
    }
  limber_series_date_free (date);
  return NULL;
}

gpointer
limber_series_preview (LimberDb *db, gpointer data, GError **error)
{
  const LimberSeriesQuery *query = data;
  const LimberBookingRequest *first = query->first;
  g_autoptr (GArray) starts = limber_repeat_starts (first->start_at, query->weeks, query->times, first->zone);
  g_autoptr (GPtrArray) dates = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_series_date_free);
  g_autoptr (LimberFreeTime) free_time = limber_free_time_load (db, first->now, first->zone, error);

  for (guint i = 0; free_time != NULL && i < starts->len; i++)
    {
      LimberSeriesDate *date = judge (db, free_time, query, g_array_index (starts, gint64, i), error);

      if (date == NULL)
        return NULL;
      g_ptr_array_add (dates, date);
    }
  return free_time != NULL ? g_steal_pointer (&dates) : NULL;
}

gpointer
limber_series_book (LimberDb *db, gpointer data, GError **error)
{
  GPtrArray *requests = data;
  g_autoptr (GPtrArray) booked = g_ptr_array_new_with_free_func ((GDestroyNotify) limber_appointment_free);

  for (guint i = 0; i < requests->len; i++)
    {
      LimberAppointment *appointment = limber_booking_book (db, requests->pdata[i], error);

      if (appointment == NULL)
        return NULL;
      g_ptr_array_add (booked, appointment);
    }
  return g_steal_pointer (&booked);
}

gpointer
limber_series_cancel (LimberDb *db, gpointer data, GError **error)
{
  GPtrArray *booked = data;

  for (guint i = 0; i < booked->len; i++)
    {
      const LimberAppointment *one = booked->pdata[i];
      g_autoptr (LimberStatusRequest) request
          = limber_status_request_new (one->base.id, 0, LIMBER_APPOINTMENT_STATUS_CANCELLED);
      g_autoptr (LimberAppointment) cancelled = limber_booking_set_status (db, request, error);

      if (cancelled == NULL)
        return NULL;
    }
  return g_ptr_array_ref (booked);
}
