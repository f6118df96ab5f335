/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/clinic-file.h"

#include <glib/gstdio.h>

/** limber_clinic_file_default: Returns: (transfer full): where the clinic lies when nobody says otherwise. */
char *
limber_clinic_file_default (void)
{
  return g_build_filename (g_get_user_data_dir (), "limber", "clinic.db", NULL);
}

/* Not in /tmp: other people of this computer have no business in there, even with made-up clients. */
static const char *
private_folder (void)
{
  return g_get_user_runtime_dir ();
}

/** limber_clinic_file_make_demo_folder: Returns: (transfer full): a new, empty folder only this user can read. */
char *
limber_clinic_file_make_demo_folder (GError **error)
{
  g_autofree char *folder = g_build_filename (private_folder (), "limber-demo-XXXXXX", NULL);

  if (g_mkdir_with_parents (private_folder (), 0700) == 0 && g_mkdtemp_full (folder, 0700))
    return g_steal_pointer (&folder);
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s: %s", folder, g_strerror (errno));
  return NULL;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

/** limber_clinic_file_remove_demo_folder: removes what limber_clinic_file_make_demo_folder() made. */
void
limber_clinic_file_remove_demo_folder (const char *folder)
{
  g_return_if_fail (folder != NULL && strstr (folder, "limber-demo-") != NULL);
  remove_folder (folder);
}
