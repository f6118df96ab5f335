/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/rebook/autostart.h"

#include <glib/gstdio.h>

#include "limber-config.h"

#define FILE_NAME LIMBER_APP_ID ".Reminder.desktop"

static char *
get_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", FILE_NAME, NULL);
}

/* Limber may run from where it was built; then the reminder process lies beside it. */
static char *
find_program (void)
{
  g_autofree char *self = NULL;
  g_autofree char *folder = NULL;

  if (g_file_test (LIMBER_LIBEXECDIR "/limber-reminderd", G_FILE_TEST_IS_EXECUTABLE))
    return g_strdup (LIMBER_LIBEXECDIR "/limber-reminderd");
  self = g_file_read_link ("/proc/self/exe", NULL);
  folder = self ? g_path_get_dirname (self) : g_strdup (".");
  return g_build_filename (folder, "limber-reminderd", NULL);
}

/** limber_autostart_get: Returns: whether reminders start with the session of this user. */
gboolean
limber_autostart_get (void)
{
  g_autofree char *path = get_path ();

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/** limber_autostart_set: starts the reminder process with the session from now on, or no longer. */
gboolean
limber_autostart_set (gboolean on, GError **error)
{
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *program = find_program ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *exec = g_shell_quote (program);

  if (!on && (g_unlink (path) == 0 || errno == ENOENT))
    return TRUE;
  if (!on)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", path, g_strerror (errno));
      return FALSE;
    }
  g_key_file_set_string (file, "Desktop Entry", "Type", "Application");
  g_key_file_set_string (file, "Desktop Entry", "Name", "Limber reminders");
  g_key_file_set_string (file, "Desktop Entry", "Exec", exec);
  g_key_file_set_string (file, "Desktop Entry", "Icon", LIMBER_APP_ID);
  g_key_file_set_boolean (file, "Desktop Entry", "NoDisplay", TRUE);
  g_mkdir_with_parents (folder, 0700);
  return g_key_file_save_to_file (file, path, error);
}
