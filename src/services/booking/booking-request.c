/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/booking/booking.h"

/**
 * limber_booking_request_new:
 *
 * Returns: (transfer full): an empty request with the default turnover
 */
LimberBookingRequest *
limber_booking_request_new (gint64 now, GTimeZone *zone)
{
  LimberBookingRequest *request = g_new0 (LimberBookingRequest, 1);

  request->turnover = -1;
  request->kind = LIMBER_KIND_MAINTENANCE;
  request->now = now;
  request->zone = g_time_zone_ref (zone);
  return request;
}

LimberBookingRequest *
limber_booking_request_copy (const LimberBookingRequest *request)
{
  LimberBookingRequest *copy = g_memdup2 (request, sizeof *request);

  copy->appointment_id = g_strdup (request->appointment_id);
  copy->new_id = g_strdup (request->new_id);
  copy->client_id = g_strdup (request->client_id);
  copy->staff_id = g_strdup (request->staff_id);
  copy->note = g_strdup (request->note);
  copy->reason = g_strdup (request->reason);
  copy->zone = g_time_zone_ref (request->zone);
  return copy;
}

void
limber_booking_request_free (LimberBookingRequest *request)
{
  if (request == NULL)
    return;
  g_free (request->appointment_id);
  g_free (request->new_id);
  g_free (request->client_id);
  g_free (request->staff_id);
  g_free (request->note);
  g_free (request->reason);
  g_time_zone_unref (request->zone);
  g_free (request);
}

void
limber_booking_preview_free (LimberBookingPreview *preview)
{
  if (preview == NULL)
    return;
  g_free (preview->other_client);
  g_free (preview->blocked_text);
  g_free (preview->health_text);
  g_clear_pointer (&preview->reasons, g_array_unref);
  g_clear_pointer (&preview->race_names, g_ptr_array_unref);
  g_free (preview);
}

/**
 * limber_status_request_new:
 * @expected: the version of the appointment that the person saw, 0 for any
 *
 * Returns: (transfer full): a request for limber_booking_set_status()
 */
LimberStatusRequest *
limber_status_request_new (const char *appointment_id, gint64 expected, LimberAppointmentStatus status)
{
  LimberStatusRequest *request = g_new0 (LimberStatusRequest, 1);

  request->appointment_id = g_strdup (appointment_id);
  request->expected = expected;
  request->status = status;
  return request;
}

void
limber_status_request_free (LimberStatusRequest *request)
{
  if (request == NULL)
    return;
  g_free (request->appointment_id);
  g_free (request);
}
