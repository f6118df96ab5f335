/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/preferences/preferences-room.h"

#include <glib/gi18n-lib.h>

#include "pages/preferences/preferences-rows.h"

static void
add_switch (GtkWidget *group, GSettings *settings, const char *key, const char *title, const char *subtitle)
{
  GtkSwitch *toggle;
  GtkWidget *row
    = limber_preferences_switch_row (title, subtitle, g_settings_get_boolean (settings, key), &toggle);

  g_settings_bind (settings, key, toggle, "active", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/** limber_preferences_room_new: Returns: (transfer floating): the page about the treatment room at this computer */
GtkWidget *
limber_preferences_room_new (GSettings *settings)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), _ ("Session"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), "alarm-symbolic");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("While a session runs"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _ ("At this computer."));
  add_switch (group, settings, "session-chime", _ ("Soft chime"), _ ("Five minutes before the end, and at the end"));
  add_switch (group, settings, "session-notify", _ ("Quiet notification"),
              _ ("At the same moments, while you look at something else; it names no client"));
  add_switch (group, settings, "session-keep-awake", _ ("Keep the screen awake"), NULL);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}
