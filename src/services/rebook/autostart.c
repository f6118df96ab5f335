/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/rebook/autostart.h"

#include <glib/gstdio.h>

#include "limber-config.h"

#define GROUP "Desktop Entry"
#define FILE_NAME LIMBER_APP_ID ".Reminder.desktop"

static char *
get_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", FILE_NAME, NULL);
}

/** limber_autostart_dup_program: Returns: (transfer full): the reminder process; beside Limber where that was built. */
char *
limber_autostart_dup_program (void)
{
  g_autofree char *self = NULL;
  g_autofree char *folder = NULL;

  if (g_file_test (LIMBER_LIBEXECDIR "/limber-reminderd", G_FILE_TEST_IS_EXECUTABLE))
    return g_strdup (LIMBER_LIBEXECDIR "/limber-reminderd");
  self = g_file_read_link ("/proc/self/exe", NULL);
  folder = self ? g_path_get_dirname (self) : g_strdup (".");
  return g_build_filename (folder, "limber-reminderd", NULL);
}

/* Desktops switch an entry off without removing it, and a program can be gone. */
static gboolean
is_effective (GKeyFile *file)
{
  g_autofree char *exec = g_key_file_get_string (file, GROUP, "Exec", NULL);
  g_auto (GStrv) words = NULL;

  if (exec == NULL || g_key_file_get_boolean (file, GROUP, "Hidden", NULL)
      || (g_key_file_has_key (file, GROUP, "X-GNOME-Autostart-enabled", NULL)
          && !g_key_file_get_boolean (file, GROUP, "X-GNOME-Autostart-enabled", NULL)))
    return FALSE;
  return g_shell_parse_argv (exec, NULL, &words, NULL) && g_file_test (words[0], G_FILE_TEST_IS_EXECUTABLE);
}

/** limber_autostart_get: Returns: whether reminders really start with the session of this user. */
gboolean
limber_autostart_get (void)
{
  g_autofree char *path = get_path ();
  g_autoptr (GKeyFile) file = g_key_file_new ();

  return g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL) && is_effective (file);
}

/** limber_autostart_set: starts the reminder process with the session from now on, or no longer. */
gboolean
limber_autostart_set (gboolean on, GError **error)
{
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *program = limber_autostart_dup_program ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *exec = g_shell_quote (program);

  if (!on && (g_unlink (path) == 0 || errno == ENOENT))
    return TRUE;
  if (!on)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", path, g_strerror (errno));
      return FALSE;
    }
  g_key_file_set_string (file, GROUP, "Type", "Application");
  g_key_file_set_string (file, GROUP, "Name", "Limber reminders");
  g_key_file_set_string (file, GROUP, "Exec", exec);
  g_key_file_set_string (file, GROUP, "Icon", LIMBER_APP_ID);
  g_key_file_set_boolean (file, GROUP, "NoDisplay", TRUE);
  g_mkdir_with_parents (folder, 0700);
  return g_key_file_save_to_file (file, path, error);
}
