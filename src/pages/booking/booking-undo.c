/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/booking/booking-undo.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/status-change.h"
#include "services/booking/booking.h"
#include "services/wording/wording-date.h"
#include "widgets/feedback.h"

/* What it takes to take a booking or a move back; @request is %NULL for a booking. */
typedef struct {
  LimberStore *store;
  LimberBookingRequest *request;
  char *appointment_id;
  GWeakRef widget;
} Undo;

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_object_unref (undo->store);
  limber_booking_request_free (undo->request);
  g_free (undo->appointment_id);
  g_weak_ref_clear (&undo->widget);
  g_free (undo);
}

static void
on_moved_back (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *ref = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (ref);
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberAppointment) appointment = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (widget != NULL && error != NULL)
    limber_feedback_error (widget, error);
  g_weak_ref_clear (ref);
  g_free (ref);
}

static void
move_back (Undo *undo, GtkWidget *widget)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, widget);
  limber_store_write_async (undo->store, limber_booking_move, limber_booking_request_copy (undo->request),
                            (GDestroyNotify) limber_booking_request_free, (GDestroyNotify) limber_appointment_free,
                            NULL, on_moved_back, ref);
}

static void
take_back (gpointer data)
{
  Undo *undo = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&undo->widget);

  if (undo->request != NULL)
    move_back (undo, widget);
  else if (widget != NULL)
    limber_status_set_silently (widget, undo->store, undo->appointment_id, LIMBER_APPOINTMENT_STATUS_CANCELLED);
}

/* Puts the appointment back where it was. Whoever has taken the old time meanwhile keeps it. */
static LimberBookingRequest *
request_of (LimberClock *clock, const LimberAppointment *before, const LimberAppointment *now)
{
  LimberBookingRequest *request;

  request = limber_booking_request_new (limber_clock_now (clock), limber_clock_zone (clock));
  request->appointment_id = g_strdup (now->base.id);
  request->version = now->base.version;
  request->client_id = g_strdup (before->client_id);
  request->staff_id = g_strdup (before->staff_id);
  request->start_at = before->start_at;
  request->minutes = before->minutes;
  request->turnover = before->turnover;
  request->kind = before->kind;
  request->intent = before->intent;
  request->note = g_strdup (before->note);
  request->acknowledged = ~LIMBER_BOOKING_TAKEN;
  request->reason = g_strdup (before->override_reason != NULL ? before->override_reason : _ ("moved back"));
  return request;
}

/**
 * limber_booking_undo_offer:
 * @widget: where the words appear
 * @before: (nullable): the appointment that was moved, as it was
 * @now: as it was written
 *
 * Says what was booked or moved, with a button that takes it back.
 */
void
limber_booking_undo_offer (GtkWidget *widget, LimberStore *store, LimberClock *clock, const char *client_name,
                           const LimberAppointment *before, const LimberAppointment *now)
{
  GTimeZone *zone = limber_clock_zone (clock);
  g_autofree char *day = limber_wording_day (limber_date_from_instant (now->start_at, zone));
  g_autofree char *time = limber_wording_time (now->start_at, zone);
  g_autofree char *text = g_strdup_printf (before != NULL ? _ ("%s moved to %s, %s") : _ ("%s booked for %s, %s"),
                                           client_name, day, time);
  Undo *undo = g_new0 (Undo, 1);

  undo->store = g_object_ref (store);
  undo->request = before != NULL ? request_of (clock, before, now) : NULL;
  undo->appointment_id = g_strdup (now->base.id);
  g_weak_ref_init (&undo->widget, widget);
  limber_feedback_undo (widget, text, take_back, undo, undo_free);
}
