/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/preferences/preferences-rows.h"

#define STEP 15
#define LAST_MINUTE (24 * 60)

static void
label_control (GtkWidget *control, const char *title, const char *subtitle)
{
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle ? subtitle : "", -1);
}

static GtkWidget *
make_row (const char *title, const char *subtitle, GtkWidget *control)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  label_control (control, title, subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  return row;
}

/** limber_preferences_spin_row: @spin is the control for a whole number from @min to @max. */
GtkWidget *
limber_preferences_spin_row (const char *title, const char *subtitle, int min, int max, int value,
                             GtkSpinButton **spin)
{
  GtkWidget *control = gtk_spin_button_new_with_range (min, max, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (control), value);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (control), TRUE);
  *spin = GTK_SPIN_BUTTON (control);
  return make_row (title, subtitle, control);
}

/** limber_preferences_switch_row: @toggle is the switch. */
GtkWidget *
limber_preferences_switch_row (const char *title, const char *subtitle, gboolean active, GtkSwitch **toggle)
{
  GtkWidget *control = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (control), active);
  *toggle = GTK_SWITCH (control);
  return make_row (title, subtitle, control);
}

/** limber_preferences_time_drop: chooses a time of the day in quarter hours, from 00:00 to 24:00. */
GtkWidget *
limber_preferences_time_drop (const char *label, int minute)
{
  g_autoptr (GtkStringList) times = gtk_string_list_new (NULL);
  GtkWidget *drop;

  for (int at = 0; at <= LAST_MINUTE; at += STEP)
    gtk_string_list_take (times, g_strdup_printf ("%02d:%02d", at / 60, at % 60));
  drop = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&times)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), CLAMP (minute, 0, LAST_MINUTE) / STEP);
  label_control (drop, label, NULL);
  return drop;
}

void
limber_preferences_time_drop_set (GtkWidget *drop, int minute)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), (guint) CLAMP (minute, 0, LAST_MINUTE) / STEP);
}

/** limber_preferences_time_drop_get: Returns: minutes since midnight. */
int
limber_preferences_time_drop_get (GtkWidget *drop)
{
  return (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (drop)) * STEP;
}
