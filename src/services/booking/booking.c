/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN: what a person saw before a booking may be out of date when it is written, since other desks and
 * programs book too. So the one check below runs twice: for the preview, and again inside the writing
 * transaction. Whatever it finds there that the person has not acknowledged stops the booking. */

#include "services/booking/booking-private.h"

#include <glib/gi18n-lib.h>

#include "domain/booking-rules.h"
#include "store/client.h"
#include "store/nudge.h"
#include "store/waiting.h"

static LimberClient *
load_client (LimberDb *db, const char *id, GError **error)
{
  g_autoptr (LimberClient) client = NULL;

  if (id != NULL)
    client = limber_record_load (db, &limber_client_type, id, error);
  if (client == NULL && error != NULL && *error == NULL)
    g_set_error_literal (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_GONE, _("This client does not exist any more."));
  return g_steal_pointer (&client);
}

/* Whether what stands against the booking now was all accepted, with a reason. @against becomes whether anything does. */
static gboolean
check_acknowledged (LimberDb *db, const LimberBookingRequest *request, gboolean *against, GError **error)
{
  g_autoptr (LimberBookingPreview) preview = limber_booking_preview (db, (gpointer) request, error);
  guint open, serious;

  if (preview == NULL)
    return FALSE;
  serious = preview->warnings & ~LIMBER_BOOKING_REMARKS;
  open = serious & ~request->acknowledged;
  *against = serious != 0;
  if (open & LIMBER_BOOKING_TAKEN)
    g_set_error_literal (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_OVERLAP,
                         _("This time has just been taken. Choose another one, or book it anyway."));
  else if (open != 0)
    g_set_error_literal (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_NEEDS_ACKNOWLEDGEMENT,
                         _("Something speaks against this booking. Look at the notice and decide."));
  else if (serious != 0 && (request->reason == NULL || *request->reason == '\0'))
    g_set_error_literal (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_NEEDS_ACKNOWLEDGEMENT,
                         _("Booking it anyway needs a reason, which is kept."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_length (const LimberBookingRequest *request, GError **error)
{
  if (request->minutes >= LIMBER_MINUTES_MIN && request->minutes <= LIMBER_MINUTES_MAX)
    return TRUE;
  g_set_error (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_FAILED,
               _("A session takes %d to %d minutes."), LIMBER_MINUTES_MIN, LIMBER_MINUTES_MAX);
  return FALSE;
}

static gboolean
fill_appointment (LimberDb *db, const LimberBookingRequest *request, gboolean against, LimberAppointment *appointment,
                  GError **error)
{
  g_autoptr (LimberClinic) clinic = limber_clinic_load (db, error);

  limber_record_set_text (&appointment->client_id, request->client_id);
  limber_record_set_text (&appointment->staff_id, request->staff_id);
  limber_record_set_text (&appointment->note, request->note);
  if (against && request->reason != NULL && *request->reason != '\0')
    limber_record_set_text (&appointment->override_reason, request->reason);
  appointment->start_at = request->start_at;
  appointment->minutes = request->minutes;
  appointment->kind = request->kind;
  appointment->intent = request->intent;
  if (clinic == NULL)
    return FALSE;
  appointment->turnover = limber_booking_turnover (request, clinic);
  return TRUE;
}

/* A booking from today on is the answer that an open nudge waits for. */
static gboolean
answer_nudges (LimberDb *db, const LimberBookingRequest *request, GError **error)
{
  LimberDate today = limber_date_from_instant (request->now, request->zone);

  return request->start_at < limber_date_at_minute (today, 0, request->zone)
         || limber_nudge_answer_open (db, request->client_id, LIMBER_NUDGE_ANSWER_BOOKED, error);
}

/**
 * limber_booking_book:
 * @data: a LimberBookingRequest
 *
 * Books, and answers the open nudges of the client, inside the caller's writing transaction. Fails with
 * %LIMBER_STORE_ERROR_OVERLAP or %LIMBER_STORE_ERROR_NEEDS_ACKNOWLEDGEMENT when something speaks against it that was
 * not acknowledged.
 *
 * Returns: (transfer full): the LimberAppointment
 */
gpointer
limber_booking_book (LimberDb *db, gpointer data, GError **error)
{
  const LimberBookingRequest *request = data;
  g_autoptr (LimberAppointment) appointment = limber_appointment_new ();
  g_autoptr (LimberClient) client = NULL;
  gboolean against = FALSE;

  if (!check_length (request, error))
    return NULL;
  client = load_client (db, request->client_id, error);
  if (client == NULL || !check_acknowledged (db, request, &against, error))
    return NULL;
  limber_record_set_text (&appointment->base.id, request->new_id);
  appointment->status = LIMBER_APPOINTMENT_STATUS_BOOKED;
  if (!fill_appointment (db, request, against, appointment, error)
      || !limber_record_insert (db, &limber_appointment_type, appointment, error)
      || !limber_waiting_settle (db, appointment, 0, request->zone, error) || !answer_nudges (db, request, error))
    return NULL;
  return g_steal_pointer (&appointment);
}

static LimberAppointment *
load_appointment (LimberDb *db, const char *id, gint64 version, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (LimberAppointment) appointment = limber_record_load (db, &limber_appointment_type, id, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (appointment == NULL)
    {
      g_set_error_literal (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_GONE,
                           _("This appointment does not exist any more."));
      return NULL;
    }
  if (version > 0)
    appointment->base.version = version;
  return g_steal_pointer (&appointment);
}

/**
 * limber_booking_move:
 * @data: a LimberBookingRequest with @appointment_id
 *
 * Moves or changes an appointment, checked as a new booking is. Only one that is still ahead can be moved.
 *
 * Returns: (transfer full): the LimberAppointment
 */
gpointer
limber_booking_move (LimberDb *db, gpointer data, GError **error)
{
  const LimberBookingRequest *request = data;
  g_autoptr (LimberAppointment) appointment = NULL;
  gboolean against = FALSE;
  gint64 old_start;

  if (!check_length (request, error))
    return NULL;
  appointment = load_appointment (db, request->appointment_id, request->version, error);
  if (appointment == NULL)
    return NULL;
  if (!limber_appointment_status_is_future (appointment->status)
      || appointment->status == LIMBER_APPOINTMENT_STATUS_IN_SESSION)
    {
      g_set_error_literal (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_CONFLICT,
                           _("This appointment has begun, is over or was cancelled, so it cannot be moved."));
      return NULL;
    }
  old_start = appointment->start_at;
  if (!check_acknowledged (db, request, &against, error) || !fill_appointment (db, request, against, appointment, error)
      || !limber_record_update (db, &limber_appointment_type, appointment, error)
      || !limber_waiting_reopen (db, appointment->base.id, error)
      || !limber_waiting_settle (db, appointment, old_start, request->zone, error))
    return NULL;
  return g_steal_pointer (&appointment);
}

/* Bringing back a cancelled appointment needs its slot; the other warnings were settled when it was booked. */
static gboolean
check_slot_again (LimberDb *db, const LimberAppointment *appointment, int rooms, GError **error)
{
  g_autoptr (LimberBookingPreview) preview = g_new0 (LimberBookingPreview, 1);
  LimberBookingRequest request = {
    .appointment_id = appointment->base.id,
    .client_id = appointment->client_id,
    .staff_id = appointment->staff_id,
    .start_at = appointment->start_at,
    .minutes = appointment->minutes,
  };

  if (!limber_booking_check_overlaps (db, &request, appointment->turnover, rooms, preview, error))
    return FALSE;
  if (preview->warnings == 0)
    return TRUE;
  g_set_error_literal (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_OVERLAP,
                       _("The time of this appointment has been taken since. Book another one."));
  return FALSE;
}

/* The waiting list follows: an appointment that is no more fulfils no wish, and one that is back may. */
static gboolean
follow_waiting (LimberDb *db, const LimberAppointment *appointment, gboolean held, const LimberClinic *clinic,
                GError **error)
{
  gboolean holds = limber_appointment_status_holds_slot (appointment->status);
  g_autoptr (GTimeZone) zone = NULL;

  if (held == holds)
    return TRUE;
  if (held)
    return limber_waiting_reopen (db, appointment->base.id, error);
  zone = limber_clinic_time_zone (clinic);
  return limber_waiting_settle (db, appointment, 0, zone, error);
}

static LimberAppointmentStatus
judged_status (LimberDb *db, const LimberStatusRequest *request, const LimberAppointment *appointment,
               const LimberClinic *clinic)
{
  if (request->judge_notice && request->status == LIMBER_APPOINTMENT_STATUS_CANCELLED
      && limber_cancel_is_late (appointment->start_at, limber_db_now (db), clinic->late_cancel_hours))
    return LIMBER_APPOINTMENT_STATUS_LATE_CANCELLED;
  return request->status;
}

/**
 * limber_booking_set_status:
 * @data: a LimberStatusRequest
 *
 * Changes the status. Giving a slot back to a cancelled appointment fails with %LIMBER_STORE_ERROR_OVERLAP when
 * it was taken since.
 *
 * Returns: (transfer full): the LimberAppointment
 */
gpointer
limber_booking_set_status (LimberDb *db, gpointer data, GError **error)
{
  const LimberStatusRequest *request = data;
  g_autoptr (LimberAppointment) appointment = NULL;
  g_autoptr (LimberClinic) clinic = limber_clinic_load (db, error);
  gboolean held;

  if (clinic == NULL)
    return NULL;
  appointment = load_appointment (db, request->appointment_id, request->expected, error);
  if (appointment == NULL)
    return NULL;
  if (appointment->status == request->status)
    return g_steal_pointer (&appointment);
  held = limber_appointment_status_holds_slot (appointment->status);
  if (!held && limber_appointment_status_holds_slot (request->status)
      && !check_slot_again (db, appointment, clinic->rooms, error))
    return NULL;
  appointment->status = judged_status (db, request, appointment, clinic);
  if (!limber_record_update (db, &limber_appointment_type, appointment, error)
      || !follow_waiting (db, appointment, held, clinic, error))
    return NULL;
  return g_steal_pointer (&appointment);
}
