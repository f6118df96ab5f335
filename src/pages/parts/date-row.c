/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/parts/date-row.h"

#include <glib/gi18n-lib.h>

#include "pages/clients/client-validation.h"
#include "services/date-input.h"
#include "widgets/widget-name.h"

struct _LimberDateRow {
  AdwEntryRow parent_instance;

  LimberClock *clock;
  LimberDate fallback;
};

G_DEFINE_FINAL_TYPE (LimberDateRow, limber_date_row, ADW_TYPE_ENTRY_ROW)

static void
limber_date_row_chosen_cb (LimberDateRow *self, GtkCalendar *calendar)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER);

  limber_date_row_set (self, limber_date_from_ymd (g_date_time_get_year (day), g_date_time_get_month (day),
                                                   g_date_time_get_day_of_month (day)));
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

/* Showing a day also emits day-selected, so the calendar is told before it listens. */
static void
limber_date_row_open_cb (GtkMenuButton *button, gpointer data)
{
  LimberDateRow *self = data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();
  LimberDate date = limber_date_row_get (self);
  int year, month, day;

  if (date == LIMBER_DATE_NONE)
    date = self->fallback;
  if (date != LIMBER_DATE_NONE)
    {
      g_autoptr (GDateTime) time = NULL;

      limber_date_to_ymd (date, &year, &month, &day);
      time = g_date_time_new_utc (year, month, day, 0, 0, 0);
      gtk_calendar_select_day (GTK_CALENDAR (calendar), time);
    }
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (limber_date_row_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (button, popover);
}

static void
limber_date_row_dispose (GObject *object)
{
  g_clear_object (&LIMBER_DATE_ROW (object)->clock);
  G_OBJECT_CLASS (limber_date_row_parent_class)->dispose (object);
}

static void
limber_date_row_class_init (LimberDateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_date_row_dispose;
}

static void
limber_date_row_init (LimberDateRow *self)
{
}

/** limber_date_row_new: see limber_date_row_prepare(). */
GtkWidget *
limber_date_row_new (const char *title, LimberClock *clock, LimberDate fallback)
{
  LimberDateRow *self = g_object_new (LIMBER_TYPE_DATE_ROW, "title", title, NULL);

  limber_date_row_prepare (self, clock, fallback);
  return GTK_WIDGET (self);
}

/**
 * limber_date_row_prepare:
 * @clock: tells what "today" and "tomorrow" mean
 * @fallback: the day on which the calendar opens while none is written
 *
 * To be called once, before the row is asked for its day.
 */
void
limber_date_row_prepare (LimberDateRow *self, LimberClock *clock, LimberDate fallback)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *label = g_strdup_printf (_("Calendar: %s"),
                                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));

  g_return_if_fail (LIMBER_IS_DATE_ROW (self) && self->clock == NULL);

  self->clock = g_object_ref (clock);
  self->fallback = fallback;
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), limber_date_row_open_cb, self, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  limber_widget_name (button, label);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
}

/**
 * limber_date_row_get:
 *
 * A day is understood as the locale writes it, as ISO, and by words such as "tomorrow" or the name of a day.
 *
 * Returns: the day as written, none when there is no such day
 */
LimberDate
limber_date_row_get (LimberDateRow *self)
{
  return limber_date_input_parse (gtk_editable_get_text (GTK_EDITABLE (self)), limber_date_input_order (),
                                  limber_clock_today (self->clock));
}

void
limber_date_row_set (LimberDateRow *self, LimberDate date)
{
  g_autofree char *iso = date != LIMBER_DATE_NONE ? limber_date_to_iso (date) : g_strdup ("");

  gtk_editable_set_text (GTK_EDITABLE (self), iso);
}

/**
 * limber_date_row_check:
 * @needed: whether an empty row is wrong as well (it is not marked, though)
 *
 * Marks a row in which no day can be read.
 *
 * Returns: whether it will do
 */
gboolean
limber_date_row_check (LimberDateRow *self, gboolean needed)
{
  gboolean filled = limber_client_text_is_filled (gtk_editable_get_text (GTK_EDITABLE (self)));
  gboolean read = limber_date_row_get (self) != LIMBER_DATE_NONE;

  limber_client_mark_row (GTK_WIDGET (self), !filled || read);
  return filled ? read : !needed;
}
