/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "app/data-commands.h"
#include "app/data-options.h"
#include "services/demo/demo-clinic.h"

static gboolean
set_clients (gpointer data, const char *value, GError **error)
{
  LimberDataOptions *options = data;

  if (!limber_parse_whole (value, &options->clients))
    return limber_misuse (error, _("--clients needs a whole number, not “%s”."), value);
  if (options->clients < 1 || options->clients > LIMBER_DEMO_CLIENTS_MAX)
    return limber_misuse (error, _("--clients is from 1 to %d."), LIMBER_DEMO_CLIENTS_MAX);
  return TRUE;
}

static gboolean
set_seed (gpointer data, const char *value, GError **error)
{
  int seed;

  if (!limber_parse_whole (value, &seed) || seed < 0)
    return limber_misuse (error, _("--seed needs a whole number that is not negative, not “%s”."), value);
  ((LimberDataOptions *) data)->seed = (guint32) seed;
  return TRUE;
}

/* The new file is named by itself or by the option that goes for every verb. */
static const char *
find_path (const LimberDataOptions *options, GError **error)
{
  if (options->file && options->database_given)
    limber_misuse (error, _("The new file is named twice, by itself and with --database."));
  else if (options->file || options->database_given)
    return options->file ? options->file : options->database;
  else
    limber_misuse (error, _("Name the new file for the demo clinic."));
  return NULL;
}

/** limber_demo_command_run: `limber demo`: writes a demo clinic into a new file */
char *
limber_demo_command_run (int argc, const char *const *argv, GError **error)
{
  static const LimberArgument known[] = {
    { "--database", LIMBER_ARGUMENT_VALUE, limber_data_set_database },
    { "--clients", LIMBER_ARGUMENT_VALUE, set_clients },
    { "--seed", LIMBER_ARGUMENT_VALUE, set_seed },
    { "--today", LIMBER_ARGUMENT_VALUE, limber_data_set_on },
    { NULL },
  };
  g_auto (LimberDataOptions) options = { .clients = LIMBER_DEMO_CLIENTS, .seed = LIMBER_DEMO_SEED };
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  LimberDemoOptions demo;
  const char *path;

  if (!limber_data_options_parse (&options, known, TRUE, argc, argv, error))
    return NULL;
  path = find_path (&options, error);
  if (!path)
    return NULL;
  limber_demo_options_init (&demo, options.on, zone);
  demo.clients = (guint) options.clients;
  demo.seed = options.seed;
  if (!limber_demo_create (path, &demo, NULL, error))
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "A demo clinic with %d client is in %s.\n",
                                       "A demo clinic with %d clients is in %s.\n", (gulong) options.clients),
                          options.clients, path);
}
