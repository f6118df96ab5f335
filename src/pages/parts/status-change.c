/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/parts/status-change.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "pages/schedule/waiting-dialog.h"
#include "services/booking/booking.h"
#include "services/wording/wording.h"
#include "widgets/feedback.h"

/* One change under way, or one that can be undone: what to say and where. */
typedef struct {
  GWeakRef widget;
  LimberStore *store;
  char *appointment_id;
  char *client_name; /* NULL when only a failure is said */
  LimberAppointmentStatus before;
} Change;

static Change *
change_new (GtkWidget *widget, LimberStore *store, const char *appointment_id)
{
  Change *change = g_new0 (Change, 1);

  g_weak_ref_init (&change->widget, widget);
  change->store = g_object_ref (store);
  change->appointment_id = g_strdup (appointment_id);
  return change;
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_weak_ref_clear (&change->widget);
  g_clear_object (&change->store);
  g_free (change->appointment_id);
  g_free (change->client_name);
  g_free (change);
}

static void
on_undo (gpointer data)
{
  Change *change = data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&change->widget);

  if (widget != NULL)
    limber_status_set_silently (widget, change->store, change->appointment_id, change->before);
}

/* The row that was acted on may go with the change; what stands around it stays. */
static GtkWidget *
place_of (GtkWidget *widget)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  return overlay != NULL ? overlay : widget;
}

static void
on_changed (GObject *source, GAsyncResult *result, gpointer data)
{
  Change *change = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberAppointment) appointment = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&change->widget);

  if (widget != NULL && error != NULL)
    limber_feedback_error (widget, error);
  else if (widget != NULL && change->client_name != NULL)
    {
      /* Translators: a client's name, then the new status: "Wren Halloway: confirmed" */
      g_autofree char *text = g_strdup_printf (_("%s: %s"), change->client_name,
                                               limber_wording_appointment_status (appointment->status));

      limber_feedback_undo (widget, text, on_undo, change, change_free);
      if (appointment->status == LIMBER_APPOINTMENT_STATUS_CANCELLED
          || appointment->status == LIMBER_APPOINTMENT_STATUS_LATE_CANCELLED)
        limber_waiting_offer (place_of (widget), change->store, appointment);
      return;
    }
  change_free (change);
}

static void
write_status (Change *change, gint64 version, LimberAppointmentStatus status)
{
  LimberStatusRequest *request = limber_status_request_new (change->appointment_id, version, status);

  request->judge_notice = change->client_name != NULL;
  limber_store_write_async (change->store, limber_booking_set_status, request,
                            (GDestroyNotify) limber_status_request_free, (GDestroyNotify) limber_appointment_free,
                            NULL, on_changed, change);
}

/**
 * limber_status_change:
 * @widget: where the outcome is said
 *
 * Changes the status of @appointment as the person saw it and offers to undo it.
 */
void
limber_status_change (GtkWidget *widget, LimberStore *store, const LimberAppointment *appointment,
                      const char *client_name, LimberAppointmentStatus status)
{
  Change *change = change_new (widget, store, appointment->base.id);

  change->before = appointment->status;
  change->client_name = g_strdup (client_name);
  write_status (change, appointment->base.version, status);
}

/** limber_status_set_silently: changes the status whatever it is now; only a failure is said. */
void
limber_status_set_silently (GtkWidget *widget, LimberStore *store, const char *appointment_id,
                            LimberAppointmentStatus status)
{
  write_status (change_new (widget, store, appointment_id), 0, status);
}
