/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/calendar-actions.h"

#include "app/window.h"
#include "pages/schedule/appointment-share.h"
#include "pages/schedule/calendar-export-dialog.h"
#include "pages/schedule/calendar-import-dialog.h"
#include "pages/schedule/confirmation-dialog.h"
#include "pages/schedule/time-off-dialog.h"
#include "pages/schedule/waiting-dialog.h"
#include "pages/schedule/waiting-wish-dialog.h"

/* What the actions ask for: the store, once there is one, and the widget over whose window a dialog stands. */
typedef struct {
  GtkWidget *place;
  LimberStore *store;
  LimberClock *clock;
} Ports;

static gboolean
find_ports (GtkWidget *widget, Ports *ports)
{
  LimberWindow *window = LIMBER_WINDOW (widget);

  ports->store = limber_window_get_store (window);
  ports->clock = limber_window_get_clock (window);
  ports->place = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
  return ports->store != NULL;
}

static void
confirm (GtkWidget *widget, const char *name, GVariant *target)
{
  Ports ports;

  if (find_ports (widget, &ports))
    limber_confirmation_dialog_present (ports.place, ports.store, ports.clock);
}

static void
show_waiting (GtkWidget *widget, const char *name, GVariant *target)
{
  Ports ports;

  if (find_ports (widget, &ports))
    limber_waiting_dialog_present (ports.place, ports.store, ports.clock);
}

static void
wait (GtkWidget *widget, const char *name, GVariant *target)
{
  Ports ports;

  if (find_ports (widget, &ports))
    limber_waiting_wish_dialog_present (ports.place, ports.store, ports.clock, target);
}

static void
time_off (GtkWidget *widget, const char *name, GVariant *target)
{
  Ports ports;

  if (find_ports (widget, &ports))
    limber_time_off_dialog_present (ports.place, ports.store, ports.clock, LIMBER_TIME_OFF_BLOCKED, NULL,
                                    limber_clock_today (ports.clock));
}

static void
import_calendar (GtkWidget *widget, const char *name, GVariant *target)
{
  Ports ports;

  if (find_ports (widget, &ports))
    limber_calendar_import_present (ports.place, ports.store, ports.clock);
}

static void
export_calendar (GtkWidget *widget, const char *name, GVariant *target)
{
  Ports ports;

  if (find_ports (widget, &ports))
    limber_calendar_export_present (ports.place, ports.store, ports.clock, limber_clock_today (ports.clock));
}

static void
export_appointment (GtkWidget *widget, const char *name, GVariant *target)
{
  Ports ports;

  if (find_ports (widget, &ports))
    limber_calendar_export_one (ports.place, ports.store, ports.clock, g_variant_get_string (target, NULL));
}

static void
copy_appointment (GtkWidget *widget, const char *name, GVariant *target)
{
  Ports ports;

  if (find_ports (widget, &ports))
    limber_appointment_copy_text (ports.place, ports.store, ports.clock, g_variant_get_string (target, NULL));
}

static void
mail_appointment (GtkWidget *widget, const char *name, GVariant *target)
{
  Ports ports;

  if (find_ports (widget, &ports))
    limber_appointment_mail (ports.place, ports.store, ports.clock, g_variant_get_string (target, NULL));
}

/** limber_calendar_actions_install: gives the window class the actions of pages/calendar-menu.c. */
void
limber_calendar_actions_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.confirm-appointments", NULL, confirm);
  gtk_widget_class_install_action (klass, "win.waiting-list", NULL, show_waiting);
  gtk_widget_class_install_action (klass, "win.wait", "a{sv}", wait);
  gtk_widget_class_install_action (klass, "win.time-off", NULL, time_off);
  gtk_widget_class_install_action (klass, "win.import-calendar", NULL, import_calendar);
  gtk_widget_class_install_action (klass, "win.export-calendar", NULL, export_calendar);
  gtk_widget_class_install_action (klass, "win.export-appointment", "s", export_appointment);
  gtk_widget_class_install_action (klass, "win.copy-appointment", "s", copy_appointment);
  gtk_widget_class_install_action (klass, "win.mail-appointment", "s", mail_appointment);
}
