/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/schedule/calendar-menu.h"

#include <glib/gi18n-lib.h>

static void
append_for (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

/** limber_calendar_menu_add_appointment: adds to @menu what can be done with one appointment beside its status. */
void
limber_calendar_menu_add_appointment (GMenu *menu, const LimberAppointment *appointment, const char *client_name)
{
  g_autoptr (GMenu) section = g_menu_new ();

  if (limber_appointment_status_is_future (appointment->status))
    {
      g_autoptr (GMenuItem) wait = g_menu_item_new (_("Wants to Come Earlier…"), NULL);
      GVariantDict dict;

      g_variant_dict_init (&dict, NULL);
      g_variant_dict_insert (&dict, "client", "s", appointment->client_id);
      g_variant_dict_insert (&dict, "name", "s", client_name);
      g_variant_dict_insert (&dict, "minutes", "i", appointment->minutes);
      g_variant_dict_insert (&dict, "appointment", "s", appointment->base.id);
      g_menu_item_set_action_and_target_value (wait, "win.wait", g_variant_dict_end (&dict));
      g_menu_append_item (section, wait);
    }
  append_for (section, _("Copy as Text"), "win.copy-appointment", appointment->base.id);
  append_for (section, _("Mail a Confirmation"), "win.mail-appointment", appointment->base.id);
  append_for (section, _("Export as Calendar File…"), "win.export-appointment", appointment->base.id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}
