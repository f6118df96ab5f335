/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN: what a person saw before a booking may be out of date when it is written, since other desks and
 * programs book too. So the one check below runs twice: for the preview, and again inside the writing
 * transaction. Whatever it finds there that the person has not acknowledged stops the booking. */

#include "services/booking.h"

#include <glib/gi18n-lib.h>

#include "domain/slot-rules.h"
#include "store/calendar.h"
#include "store/client.h"
#include "store/clinic.h"
#include "store/health.h"
#include "store/plan-facts.h"

#define MINUTE 60

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

static void
note_other (LimberDb *db, LimberBookingPreview *preview, const LimberAppointment *other)
{
  g_autoptr (LimberClient) client = NULL;

  if (preview->other_client != NULL)
    return;
  client = limber_record_load (db, &limber_client_type, other->client_id, NULL);
  preview->other_client = g_strdup (client != NULL ? client->name : "");
  preview->other_start = other->start_at;
  preview->other_minutes = other->minutes;
}

static gboolean
check_taken (LimberDb *db, const LimberBookingRequest *request, const GPtrArray *appointments, guint warning,
             LimberBookingPreview *preview)
{
  for (guint i = 0; i < appointments->len; i++)
    {
      const LimberAppointment *other = appointments->pdata[i];

      if (g_strcmp0 (other->base.id, request->appointment_id) == 0
          || g_strcmp0 (other->base.id, request->new_id) == 0)
        continue;
      preview->warnings |= warning;
      note_other (db, preview, other);
      return TRUE;
    }
  return FALSE;
}

static gboolean
check_overlaps (LimberDb *db, const LimberBookingRequest *request, int turnover, LimberBookingPreview *preview,
                GError **error)
{
  gint64 hands_off = request->start_at + request->minutes * MINUTE;
  g_autoptr (GPtrArray) staff = NULL;
  g_autoptr (GPtrArray) own = NULL;

  staff = limber_calendar_of_staff (db, request->staff_id, request->start_at, hands_off + turnover * MINUTE, error);
  if (staff == NULL)
    return FALSE;
  own = limber_calendar_of_client (db, request->client_id, request->start_at, hands_off, error);
  if (own == NULL)
    return FALSE;
  check_taken (db, request, staff, LIMBER_BOOKING_THERAPIST_TAKEN, preview);
  check_taken (db, request, own, LIMBER_BOOKING_CLIENT_TAKEN, preview);
  return TRUE;
}

static gboolean
check_blocked (LimberDb *db, const LimberBookingRequest *request, LimberBookingPreview *preview, GError **error)
{
  g_autoptr (GPtrArray) blocked = NULL;
  const LimberBlockedTime *first;

  blocked = limber_calendar_blocked (db, request->staff_id, request->start_at,
                                     request->start_at + request->minutes * MINUTE, error);
  if (blocked == NULL)
    return FALSE;
  if (blocked->len == 0)
    return TRUE;
  first = blocked->pdata[0];
  preview->warnings |= LIMBER_BOOKING_BLOCKED;
  preview->blocked_kind = first->kind;
  preview->blocked_text = g_strdup (first->text);
  return TRUE;
}

/* The turnover may run past closing, the hands-on time may not. A booking across midnight is out of hours. */
static gboolean
check_hours (LimberDb *db, const LimberBookingRequest *request, LimberBookingPreview *preview, GError **error)
{
  LimberDate date = limber_date_from_instant (request->start_at, request->zone);
  LimberVisitTime time = { request->start_at, request->minutes, 0 };
  g_autoptr (GPtrArray) hours = limber_calendar_working_hours (db, request->staff_id, error);
  g_autoptr (GArray) working = g_array_new (FALSE, FALSE, sizeof (LimberInterval));

  if (hours == NULL)
    return FALSE;
  for (guint i = 0; i < hours->len; i++)
    {
      const LimberWorkingHours *stretch = hours->pdata[i];
      LimberInterval interval = { limber_date_at_minute (date, stretch->from_minute, request->zone),
                                  limber_date_at_minute (date, stretch->to_minute, request->zone) };

      if (stretch->weekday == limber_date_weekday (date))
        g_array_append_val (working, interval);
    }
  if (limber_slot_check (&time, (LimberInterval *) working->data, working->len, NULL, 0, NULL) != 0)
    preview->warnings |= LIMBER_BOOKING_OUT_OF_HOURS;
  return TRUE;
}

static gboolean
check_health (LimberDb *db, const LimberBookingRequest *request, LimberBookingPreview *preview, GError **error)
{
  g_autoptr (GPtrArray) items = limber_calendar_health (db, request->client_id, error);

  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const LimberHealthItem *item = items->pdata[i];

      if (item->kind != LIMBER_HEALTH_KIND_CONTRAINDICATION || item->scope == LIMBER_HEALTH_SCOPE_LOCAL)
        continue;
      preview->warnings |= LIMBER_BOOKING_CONTRAINDICATION;
      g_clear_pointer (&preview->health_text, g_free);
      preview->health_text = g_strdup (item->text);
    }
  return TRUE;
}

static gboolean
check_races (LimberDb *db, const LimberBookingRequest *request, LimberBookingPreview *preview, GError **error)
{
  LimberDate today = limber_date_from_instant (request->now, request->zone);
  LimberDate date = limber_date_from_instant (request->start_at, request->zone);
  g_autoptr (LimberPlanFacts) facts = limber_plan_facts_load (db, request->client_id, today, error);

  if (facts == NULL)
    return FALSE;
  preview->verdict = limber_plan_verdict (&facts->input, date, request->intent);
  preview->light = limber_plan_verdict (&facts->input, date, LIMBER_WORK_LIGHT);
  preview->reasons = limber_plan_reasons (&facts->input, date);
  preview->race_names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < facts->input.n_races; i++)
    g_ptr_array_add (preview->race_names, g_strdup (limber_plan_facts_race (facts, i)->name));
  /* A contraindication makes every verdict avoid and has its own warning. */
  if (preview->verdict == LIMBER_VERDICT_AVOID && !facts->input.contraindicated)
    preview->warnings |= LIMBER_BOOKING_RACE;
  return TRUE;
}

static gboolean
get_turnover (LimberDb *db, const LimberBookingRequest *request, int *turnover, GError **error)
{
  g_autoptr (LimberClinic) clinic = NULL;

  *turnover = request->turnover;
  if (request->turnover >= 0)
    return TRUE;
  clinic = limber_clinic_load (db, error);
  if (clinic == NULL)
    return FALSE;
  *turnover = clinic->turnover;
  return TRUE;
}

/**
 * limber_booking_preview:
 * @data: a LimberBookingRequest
 *
 * What speaks against the booking, and what the race rules say. Writes nothing.
 *
 * Returns: (transfer full): a LimberBookingPreview
 */
gpointer
limber_booking_preview (LimberDb *db, gpointer data, GError **error)
{
  const LimberBookingRequest *request = data;
  g_autoptr (LimberBookingPreview) preview = g_new0 (LimberBookingPreview, 1);
  int turnover;

  if (!get_turnover (db, request, &turnover, error) || !check_overlaps (db, request, turnover, preview, error)
      || !check_blocked (db, request, preview, error) || !check_hours (db, request, preview, error)
      || !check_health (db, request, preview, error) || !check_races (db, request, preview, error))
    return NULL;
  if (request->start_at < request->now)
    preview->warnings |= LIMBER_BOOKING_PAST;
  if (!limber_minutes_are_usual (request->minutes))
    preview->warnings |= LIMBER_BOOKING_UNUSUAL_LENGTH;
  return g_steal_pointer (&preview);
}

/* Whether what stands against the booking now was all accepted, with a reason. */
static gboolean
check_acknowledged (LimberDb *db, const LimberBookingRequest *request, GError **error)
{
  g_autoptr (LimberBookingPreview) preview = limber_booking_preview (db, (gpointer) request, error);
  guint open, serious;

  if (preview == NULL)
    return FALSE;
  serious = preview->warnings & ~LIMBER_BOOKING_REMARKS;
  open = serious & ~request->acknowledged;
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
fill_appointment (LimberDb *db, const LimberBookingRequest *request, LimberAppointment *appointment,
                  GError **error)
{
  limber_record_set_text (&appointment->client_id, request->client_id);
  limber_record_set_text (&appointment->staff_id, request->staff_id);
  limber_record_set_text (&appointment->note, request->note);
  if (request->reason != NULL && *request->reason != '\0')
    limber_record_set_text (&appointment->override_reason, request->reason);
  appointment->start_at = request->start_at;
  appointment->minutes = request->minutes;
  appointment->kind = request->kind;
  appointment->intent = request->intent;
  return get_turnover (db, request, &appointment->turnover, error);
}

/**
 * limber_booking_book:
 * @data: a LimberBookingRequest
 *
 * Books inside the caller's writing transaction. Fails with %LIMBER_STORE_ERROR_OVERLAP or
 * %LIMBER_STORE_ERROR_NEEDS_ACKNOWLEDGEMENT when something speaks against it that was not acknowledged.
 *
 * Returns: (transfer full): the LimberAppointment
 */
gpointer
limber_booking_book (LimberDb *db, gpointer data, GError **error)
{
  const LimberBookingRequest *request = data;
  g_autoptr (LimberAppointment) appointment = limber_appointment_new ();
  g_autoptr (LimberClient) client = NULL;

  if (!check_length (request, error))
    return NULL;
  client = load_client (db, request->client_id, error);
  if (client == NULL || !check_acknowledged (db, request, error))
    return NULL;
  limber_record_set_text (&appointment->base.id, request->new_id);
  appointment->status = LIMBER_APPOINTMENT_STATUS_BOOKED;
  if (!fill_appointment (db, request, appointment, error)
      || !limber_record_insert (db, &limber_appointment_type, appointment, error))
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
  if (!check_acknowledged (db, request, error) || !fill_appointment (db, request, appointment, error)
      || !limber_record_update (db, &limber_appointment_type, appointment, error))
    return NULL;
  return g_steal_pointer (&appointment);
}

/* Bringing back a cancelled appointment needs its slot; the other warnings were settled when it was booked. */
static gboolean
check_slot_again (LimberDb *db, const LimberAppointment *appointment, GError **error)
{
  g_autoptr (LimberBookingPreview) preview = g_new0 (LimberBookingPreview, 1);
  LimberBookingRequest request = {
    .appointment_id = appointment->base.id,
    .client_id = appointment->client_id,
    .staff_id = appointment->staff_id,
    .start_at = appointment->start_at,
    .minutes = appointment->minutes,
  };

  if (!check_overlaps (db, &request, appointment->turnover, preview, error))
    return FALSE;
  if (preview->warnings == 0)
    return TRUE;
  g_set_error_literal (error, LIMBER_STORE_ERROR, LIMBER_STORE_ERROR_OVERLAP,
                       _("The time of this appointment has been taken since. Book another one."));
  return FALSE;
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

  appointment = load_appointment (db, request->appointment_id, request->expected, error);
  if (appointment == NULL)
    return NULL;
  if (appointment->status == request->status)
    return g_steal_pointer (&appointment);
  if (!limber_appointment_status_holds_slot (appointment->status)
      && limber_appointment_status_holds_slot (request->status) && !check_slot_again (db, appointment, error))
    return NULL;
  appointment->status = request->status;
  if (!limber_record_update (db, &limber_appointment_type, appointment, error))
    return NULL;
  return g_steal_pointer (&appointment);
}
