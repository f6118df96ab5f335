/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application.h"

#include <glib/gi18n-lib.h>

#include "limber-config.h"
#include "services/backup.h"

static void
options_clear (LimberOptions *options)
{
  g_free (options->database);
  g_free (options->now);
  g_free (options->page);
  g_free (options->tour);
  g_free (options->manner);
}

static gboolean
parse (LimberOptions *options, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, &options->demo, N_("Open a throwaway demo clinic"), NULL },
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &options->database, N_("Open this clinic"), N_("FILE") },
    { "clock", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &options->now, NULL, NULL },
    { "page", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &options->page, NULL, NULL },
    { "tour", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, &options->tour, NULL, NULL },
    { "manner", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &options->manner, NULL, NULL },
    { "gapplication-service", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &options->service, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return g_option_context_parse (context, argc, argv, error);
}

/* Returns: (nullable): what is wrong with what was asked for, one sentence. */
static char *
find_misuse (const LimberOptions *options, int argc, char **argv)
{
  if (argc > 1)
    return g_strdup_printf (_("“%s” is not a command of Limber; see limber --help."), argv[1]);
  if (options->demo && options->database)
    return g_strdup (_("--demo and --database cannot be used together."));
  return NULL;
}

static int
run (const LimberOptions *options, char **argv, char **last_clinic)
{
  g_autoptr (LimberApplication) application = limber_application_new (options);
  int status = g_application_run (G_APPLICATION (application), 1, argv);

  *last_clinic = g_strdup (limber_application_get_last_clinic (application));
  return status == 0 && limber_application_failed (application) ? 1 : status;
}

/* The windows have gone, and with the application its name on the bus: nobody waits for this, and another one can
 * start meanwhile. */
static void
back_up_at_close (const char *clinic)
{
  g_autoptr (GError) error = NULL;

  if (!limber_backup_at_close (clinic, &error))
    g_printerr ("limber: %s\n", error->message);
}

/**
 * limber_application_main:
 *
 * Opens the window as the command line says, and stays in it.
 *
 * Returns: the exit status; 2 for wrong use
 */
int
limber_application_main (int argc, char **argv)
{
  LimberOptions options = { FALSE };
  g_autoptr (GError) error = NULL;
  g_autofree char *misuse = NULL;
  int status = 2;

  if (!parse (&options, &argc, &argv, &error))
    misuse = g_strdup_printf ("%s.", error->message);
  else
    misuse = find_misuse (&options, argc, argv);

  if (misuse)
    g_printerr ("limber: %s\n", misuse);
  else if (!gtk_init_check ())
    {
      g_printerr ("limber: %s\n", _("There is no display to open a window on."));
      status = 1;
    }
  else
    {
      g_autofree char *clinic = NULL;

      status = run (&options, argv, &clinic);
      if (clinic)
        back_up_at_close (clinic);
    }
  options_clear (&options);
  return status;
}
