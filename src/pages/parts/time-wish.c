/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/parts/time-wish.h"

#include <glib/gi18n-lib.h>

#include "domain/waiting-rules.h"
#include "pages/preferences/preferences-rows.h"
#include "services/week.h"
#include "widgets/widget-name.h"

#define LAST_MINUTE 1440

/** limber_time_wish_weekday: Returns: (transfer full): the name of @weekday, 1 for Monday, as g_date_time_format() writes it. */
char *
limber_time_wish_weekday (int weekday, const char *format)
{
  /* 1 January 2024 was a Monday. */
  g_autoptr (GDateTime) day = g_date_time_new_utc (2024, 1, weekday, 0, 0, 0);

  return g_date_time_format (day, format);
}

static void
add_day (LimberTimeWish *wish, int weekday, GCallback changed, gpointer data)
{
  g_autofree char *label = limber_time_wish_weekday (weekday, "%a");
  g_autofree char *name = limber_time_wish_weekday (weekday, "%A");
  GtkWidget *day = gtk_toggle_button_new_with_label (label);

  limber_widget_name (day, name);
  g_signal_connect_swapped (day, "toggled", changed, data);
  gtk_box_append (GTK_BOX (wish->days_box), day);
  wish->days[weekday - 1] = day;
}

/** limber_time_wish_build: makes the controls; @changed gets @data first. */
void
limber_time_wish_build (LimberTimeWish *wish, GCallback changed, gpointer data)
{
  wish->days_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (wish->days_box, "linked");
  gtk_widget_add_css_class (wish->days_box, "weekdays");
  gtk_widget_set_valign (wish->days_box, GTK_ALIGN_CENTER);
  for (int i = 0; i < LIMBER_TIME_WISH_DAYS; i++)
    add_day (wish, (limber_week_first_weekday () - 1 + i) % LIMBER_TIME_WISH_DAYS + 1, changed, data);
  wish->times_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  wish->from = limber_preferences_time_drop (_("Not before"), 0);
  wish->to = limber_preferences_time_drop (_("Over by"), LAST_MINUTE);
  gtk_box_append (GTK_BOX (wish->times_box), wish->from);
  gtk_box_append (GTK_BOX (wish->times_box), wish->to);
  g_signal_connect_swapped (wish->from, "notify::selected", changed, data);
  g_signal_connect_swapped (wish->to, "notify::selected", changed, data);
}

/** limber_time_wish_set: @weekdays: a mask, 0 for any; @to_minute: 0 for any */
void
limber_time_wish_set (LimberTimeWish *wish, guint weekdays, int from_minute, int to_minute)
{
  for (int i = 0; i < LIMBER_TIME_WISH_DAYS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (wish->days[i]), (weekdays & LIMBER_WEEKDAY_BIT (i + 1)) != 0);
  limber_preferences_time_drop_set (wish->from, from_minute);
  limber_preferences_time_drop_set (wish->to, to_minute > 0 ? to_minute : LAST_MINUTE);
}

guint
limber_time_wish_get_weekdays (const LimberTimeWish *wish)
{
  guint weekdays = 0;

  for (int i = 0; i < LIMBER_TIME_WISH_DAYS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (wish->days[i])))
      weekdays |= LIMBER_WEEKDAY_BIT (i + 1);
  return weekdays;
}

int
limber_time_wish_get_from (const LimberTimeWish *wish)
{
  return limber_preferences_time_drop_get (wish->from);
}

/** limber_time_wish_get_to: Returns: when it has to be over, 0 for any time. */
int
limber_time_wish_get_to (const LimberTimeWish *wish)
{
  int minute = limber_preferences_time_drop_get (wish->to);

  return minute < LAST_MINUTE ? minute : 0;
}
