/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "app/application.h"
#include "app/command-line.h"
#include "limber-config.h"

static void
init_translations (void)
{
  const char *localedir = g_getenv ("LIMBER_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir ? localedir : LIMBER_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  int status;

  init_translations ();
  if (limber_command_line_run (argc, argv, &status))
    return status;
  return limber_application_main (argc, argv);
}
