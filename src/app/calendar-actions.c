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

static const LimberWindowAction actions[] = {
  { "win.confirm-appointments", NULL, confirm },
  { "win.waiting-list", NULL, show_waiting },
  { "win.wait", "a{sv}", wait },
  { "win.time-off", NULL, time_off },
  { "win.import-calendar", NULL, import_calendar },
  { "win.export-calendar", NULL, export_calendar },
  { "win.export-appointment", "s", export_appointment },
  { "win.copy-appointment", "s", copy_appointment },
  { "win.mail-appointment", "s", mail_appointment },
};

/** limber_calendar_actions: Returns: (array length=n_actions): what pages/schedule/calendar-menu.c asks the window for. */
const LimberWindowAction *
limber_calendar_actions (gsize *n_actions)
{
  *n_actions = G_N_ELEMENTS (actions);
  return actions;
}
