/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN
 *
 * The window and the reminder process meet on the bus only. Everything here is asynchronous: a bus or a process that
 * does not answer keeps nobody waiting.
 */
#define G_LOG_DOMAIN "limber-services"

#include "services/rebook/reminder-service.h"

#include "services/rebook/autostart.h"

#define DBUS_NAME "org.freedesktop.DBus"
#define DBUS_PATH "/org/freedesktop/DBus"

static void
spawn (void)
{
  g_autofree char *program = limber_autostart_dup_program ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, NULL);

  if (process == NULL)
    g_message ("The reminder process cannot be started: %s", error->message);
}

static void
on_started (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean by_hand = GPOINTER_TO_INT (user_data);
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (answer == NULL && by_hand)
    spawn ();
}

static void
on_bus (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus != NULL)
    g_dbus_connection_call (bus, DBUS_NAME, DBUS_PATH, DBUS_NAME, "StartServiceByName",
                            g_variant_new ("(su)", LIMBER_REMINDER_BUS_NAME, 0), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                            on_started, user_data);
}

/**
 * limber_reminder_service_start:
 * @by_hand: start the program itself when the bus does not know it
 *
 * Starts the reminder process, if it does not run. Nobody waits for it.
 */
void
limber_reminder_service_start (gboolean by_hand)
{
  g_bus_get (G_BUS_TYPE_SESSION, NULL, on_bus, GINT_TO_POINTER (by_hand));
}

static void
on_tested (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autofree char *text = NULL;

  if (!g_subprocess_communicate_utf8_finish (G_SUBPROCESS (source), result, &text, NULL, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_strdup (g_strchomp (text)), g_free);
}

/** limber_reminder_service_test_async: has a test notification shown by a process of its own; that may take a while
 * when the notification service does not answer */
void
limber_reminder_service_test_async (GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *program = limber_autostart_dup_program ();
  g_autoptr (GSubprocess) process = NULL;
  GError *error = NULL;

  g_task_set_source_tag (task, limber_reminder_service_test_async);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--test", NULL);
  if (process == NULL)
    g_task_return_error (task, error);
  else
    g_subprocess_communicate_utf8_async (process, NULL, cancellable, on_tested, g_object_ref (task));
}

/** limber_reminder_service_test_finish: Returns: (transfer full): what happened, one sentence for a person. */
char *
limber_reminder_service_test_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
