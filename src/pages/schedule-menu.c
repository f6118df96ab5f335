/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/schedule-menu.h"

#include <glib/gi18n-lib.h>

#include "pages/day-words.h"
#include "services/wording.h"

/* What can become of an appointment from here, in the order of the menu. */
static const LimberAppointmentStatus next_of_open[] = {
  LIMBER_APPOINTMENT_STATUS_CONFIRMED,       LIMBER_APPOINTMENT_STATUS_ARRIVED,
  LIMBER_APPOINTMENT_STATUS_COMPLETED,       LIMBER_APPOINTMENT_STATUS_DID_NOT_ARRIVE,
  LIMBER_APPOINTMENT_STATUS_CANCELLED,       LIMBER_APPOINTMENT_STATUS_LATE_CANCELLED,
};

static gboolean
is_open (LimberAppointmentStatus status)
{
  return limber_appointment_status_is_future (status) && status != LIMBER_APPOINTMENT_STATUS_IN_SESSION;
}

static GMenu *
deeds_of (const LimberScheduleItem *item, const char *session_id)
{
  GMenu *deeds = g_menu_new ();
  gboolean open = is_open (item->appointment->status);
  g_autofree char *client = g_strdup_printf ("win.show-client::%s", item->appointment->client_id);

  if (open)
    g_menu_append (deeds, _("Start Session"), "appointment.start-session");
  if (session_id != NULL)
    {
      g_autofree char *session = g_strdup_printf ("win.open-session::%s", session_id);

      g_menu_append (deeds, _("Open Session"), session);
    }
  if (open)
    g_menu_append (deeds, _("Move…"), "appointment.move");
  g_menu_append (deeds, _("Book Another Like It…"), "appointment.copy");
  g_menu_append (deeds, _("Show Client"), client);
  return deeds;
}

static GMenu *
statuses_of (const LimberScheduleItem *item)
{
  GMenu *statuses = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (next_of_open); i++)
    {
      g_autofree char *label = limber_day_words_capital (limber_wording_appointment_status (next_of_open[i]));
      g_autofree char *action = g_strdup_printf ("appointment.status::%s", limber_appointment_status_id (next_of_open[i]));

      if (next_of_open[i] != item->appointment->status)
        g_menu_append (statuses, label, action);
    }
  return statuses;
}

/**
 * limber_schedule_menu_new:
 * @session_id: (nullable): the session of this appointment
 *
 * Returns: (transfer full): what can be done with @item; it asks for actions "appointment.…"
 */
GMenuModel *
limber_schedule_menu_new (const LimberScheduleItem *item, const char *session_id)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) deeds = deeds_of (item, session_id);

  g_menu_append_section (menu, NULL, G_MENU_MODEL (deeds));
  if (is_open (item->appointment->status))
    {
      g_autoptr (GMenu) statuses = statuses_of (item);

      g_menu_append_section (menu, NULL, G_MENU_MODEL (statuses));
    }
  else if (!limber_appointment_status_holds_slot (item->appointment->status))
    {
      g_autoptr (GMenu) back = g_menu_new ();

      g_menu_append (back, _("Book It Again"), "appointment.status::booked");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (back));
    }
  return G_MENU_MODEL (menu);
}
