/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/preferences/preferences-desk.h"

#include <glib/gi18n-lib.h>

#include "pages/preferences/preferences-rows.h"
#include "services/rebook/autostart.h"
#include "services/rebook/notices.h"
#include "services/rebook/reminder-service.h"
#include "widgets/feedback.h"

/* DESIGN: what holds for this computer alone. The switch shows what is, not what was asked for: it follows the file
 * that the desktop reads, and the line below says whether the process runs now. */
typedef struct {
  GtkWidget *group;
  AdwActionRow *autostart;
  GtkSwitch *toggle;
  AdwActionRow *test;
  GtkWidget *send;
  GCancellable *cancellable;
  guint watch_id;
  gboolean running;
  gboolean filling;
} Desk;

static void
desk_free (gpointer data)
{
  Desk *self = data;

  g_bus_unwatch_name (self->watch_id);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_free (self);
}

static void
tell_state (Desk *self)
{
  self->filling = TRUE;
  gtk_switch_set_active (self->toggle, limber_autostart_get ());
  gtk_switch_set_state (self->toggle, limber_autostart_get ());
  self->filling = FALSE;
  if (!limber_autostart_get ())
    adw_action_row_set_subtitle (self->autostart, _ ("Off: reminders come while Limber is open"));
  else
    adw_action_row_set_subtitle (self->autostart, self->running ? _ ("On, and running now")
                                                                : _ ("On from the next login; it does not run now"));
}

static void
on_appeared (GDBusConnection *connection, const char *name, const char *owner, gpointer data)
{
  ((Desk *) data)->running = TRUE;
  tell_state (data);
}

static void
on_vanished (GDBusConnection *connection, const char *name, gpointer data)
{
  ((Desk *) data)->running = FALSE;
  tell_state (data);
}

static gboolean
on_autostart (GtkSwitch *toggle, gboolean on, Desk *self)
{
  g_autoptr (GError) error = NULL;

  if (self->filling)
    return FALSE;
  if (!limber_autostart_set (on, &error))
    limber_feedback_error (self->group, error);
  else if (on)
    limber_reminder_service_start (TRUE);
  tell_state (self);
  return TRUE;
}

static void
on_tested (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = limber_reminder_service_test_finish (result, &error);
  Desk *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (self->send, TRUE);
  adw_action_row_set_subtitle (self->test, text != NULL && *text ? text : error != NULL ? error->message
                                           : _ ("The reminder process said nothing."));
}

static void
on_test (Desk *self)
{
  gtk_widget_set_sensitive (self->send, FALSE);
  adw_action_row_set_subtitle (self->test, _ ("Waiting for the notification service…"));
  limber_reminder_service_test_async (self->cancellable, on_tested, self);
}

static void
add_autostart (Desk *self)
{
  GtkWidget *row = limber_preferences_switch_row (_ ("Remind me when Limber is closed"), "", limber_autostart_get (),
                                                  &self->toggle);

  self->autostart = ADW_ACTION_ROW (row);
  adw_action_row_set_subtitle_lines (self->autostart, 2);
  g_signal_connect (self->toggle, "state-set", G_CALLBACK (on_autostart), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  tell_state (self);
  self->watch_id = g_bus_watch_name (G_BUS_TYPE_SESSION, LIMBER_REMINDER_BUS_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                     on_appeared, on_vanished, self, NULL);
}

static void
add_test (Desk *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->test = ADW_ACTION_ROW (row);
  self->send = gtk_button_new_with_label (_ ("Send"));
  gtk_widget_set_valign (self->send, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Send a test notification"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (self->test, _ ("And see here what happened"));
  adw_action_row_set_subtitle_lines (self->test, 3);
  adw_action_row_add_suffix (self->test, self->send);
  adw_action_row_set_activatable_widget (self->test, self->send);
  g_signal_connect_swapped (self->send, "clicked", G_CALLBACK (on_test), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
}

static void
add_kinds (AdwPreferencesPage *page, GSettings *settings)
{
  static const char *const titles[LIMBER_NOTICE_N_KINDS] = {
    [LIMBER_NOTICE_REBOOK] = N_ ("Clients due to rebook"),
    [LIMBER_NOTICE_NEXT_CLIENT] = N_ ("Next client in ten minutes"),
    [LIMBER_NOTICE_FOLLOW_UPS] = N_ ("Questions after a session or a race"),
    [LIMBER_NOTICE_UNCONFIRMED] = N_ ("Appointments of the next day that are not confirmed"),
    [LIMBER_NOTICE_BACKUP_FAILED] = N_ ("A backup that failed"),
  };
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("What this desk is told"));
  for (int kind = 0; kind < LIMBER_NOTICE_N_KINDS; kind++)
    {
      const char *key = limber_notice_setting (kind);
      GtkSwitch *toggle;
      GtkWidget *row = limber_preferences_switch_row (_ (titles[kind]), NULL, g_settings_get_boolean (settings, key), &toggle);

      g_settings_bind (settings, key, toggle, "active", G_SETTINGS_BIND_DEFAULT);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

/**
 * limber_preferences_desk_add:
 * @settings: (nullable): what this computer remembers
 *
 * Adds what this computer shows of the reminders, and when.
 */
void
limber_preferences_desk_add (AdwPreferencesPage *page, GSettings *settings)
{
  Desk *self = g_new0 (Desk, 1);

  self->cancellable = g_cancellable_new ();
  self->group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _ ("At this computer"));
  g_object_weak_ref (G_OBJECT (self->group), (GWeakNotify) (void (*) (void)) desk_free, self);
  add_autostart (self);
  add_test (self);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (self->group));
  if (settings != NULL)
    add_kinds (page, settings);
}
