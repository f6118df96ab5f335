/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/parts/own-time.h"

#include <glib/gi18n-lib.h>

#include "services/wording/wording-date.h"

#define USUAL_MINUTE (9 * 60)

struct _LimberOwnTime {
  GtkBox parent_instance;

  LimberClock *clock;
  GtkMenuButton *date;
  GtkPopover *popover;
  GtkCalendar *calendar;
  GtkSpinButton *hour;
  GtkSpinButton *minute;
  gboolean updating;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberOwnTime, limber_own_time, GTK_TYPE_BOX)

static void
on_changed (LimberOwnTime *self)
{
  g_autoptr (GDateTime) day = NULL;
  LimberDate date;
  int minute;

  if (self->updating)
    return;
  day = gtk_calendar_get_date (self->calendar);
  date = limber_date_from_ymd (g_date_time_get_year (day), g_date_time_get_month (day),
                               g_date_time_get_day_of_month (day));
  minute = gtk_spin_button_get_value_as_int (self->hour) * 60 + gtk_spin_button_get_value_as_int (self->minute);
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[CHANGED], 0, limber_date_at_minute (date, minute, limber_clock_zone (self->clock)));
}

/* "9" and "5" stand for 09:05. */
static gboolean
on_output (GtkSpinButton *button)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (button));

  gtk_editable_set_text (GTK_EDITABLE (button), text);
  return TRUE;
}

static void
limber_own_time_dispose (GObject *object)
{
  LimberOwnTime *self = LIMBER_OWN_TIME (object);

  g_clear_object (&self->clock);
  G_OBJECT_CLASS (limber_own_time_parent_class)->dispose (object);
}

static void
limber_own_time_class_init (LimberOwnTimeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_own_time_dispose;
  signals[CHANGED] = g_signal_new ("changed", LIMBER_TYPE_OWN_TIME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/own-time.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberOwnTime, date);
  gtk_widget_class_bind_template_child (widget_class, LimberOwnTime, popover);
  gtk_widget_class_bind_template_child (widget_class, LimberOwnTime, calendar);
  gtk_widget_class_bind_template_child (widget_class, LimberOwnTime, hour);
  gtk_widget_class_bind_template_child (widget_class, LimberOwnTime, minute);
}

static void
limber_own_time_init (LimberOwnTime *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->hour, "value-changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->minute, "value-changed", G_CALLBACK (on_changed), self);
  g_signal_connect (self->hour, "output", G_CALLBACK (on_output), NULL);
  g_signal_connect (self->minute, "output", G_CALLBACK (on_output), NULL);
}

/** limber_own_time_new: Returns: (transfer floating): a row to choose any date and time. */
GtkWidget *
limber_own_time_new (LimberClock *clock)
{
  LimberOwnTime *self = g_object_new (LIMBER_TYPE_OWN_TIME, NULL);

  self->clock = g_object_ref (clock);
  limber_own_time_set (self, 0);
  return GTK_WIDGET (self);
}

/** limber_own_time_set: shows @start, 0 for today at the usual time; emits nothing. */
void
limber_own_time_set (LimberOwnTime *self, gint64 start)
{
  GTimeZone *zone = limber_clock_zone (self->clock);
  LimberDate date = start != 0 ? limber_date_from_instant (start, zone) : limber_clock_today (self->clock);
  int minute = start != 0 ? limber_minute_of_instant (start, zone) : USUAL_MINUTE;
  g_autofree char *label = limber_wording_day (date);
  g_autoptr (GDateTime) day = NULL;
  int y, m, d;

  limber_date_to_ymd (date, &y, &m, &d);
  day = g_date_time_new_utc (y, m, d, 12, 0, 0);
  self->updating = TRUE;
  gtk_menu_button_set_label (self->date, label);
  gtk_calendar_select_day (self->calendar, day);
  gtk_spin_button_set_value (self->hour, minute / 60);
  gtk_spin_button_set_value (self->minute, minute % 60);
  self->updating = FALSE;
}
