/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/command-line.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "app/arguments.h"
#include "app/data-commands.h"
#include "app/plan-command.h"
#include "limber-config.h"

/*
 * DESIGN
 *
 * A verb works without a display and is told apart before GTK starts. It returns all that it prints, so
 * that a failed one prints nothing on standard output. A new verb is one line of this table.
 */
typedef struct {
  const char *name;
  const char *synopsis;
  const char *summary;
  char *(*run) (int argc, const char *const *argv, GError **error);
} Verb;

static const Verb verbs[] = {
  { "plan",
    "plan --today DATE --from DATE --to DATE [--last DATE]\n"
    "              [--race DATE[..DATE][,km=KM][,goal][,hard=DATE]]...\n"
    "              [--unaware] [--worries] [--hangover DAYS]\n"
    "              [--pair LEAD,LEGS,CONFIDENCE]... [--pin FROM-TO]\n"
    "              [--cadence MIN-MAX] [--extra-days N] [--contraindicated]\n"
    "              [--format text|json]",
    N_("Judge dates for a massage around races"), limber_plan_command_run },
  { "due", "due [--on DATE] [--database FILE] [--format text|json]",
    N_("List where every client stands"), limber_due_command_run },
  { "remind", "remind [--on DATE] [--database FILE] [--format text|json]",
    N_("List the reminders of a day, and why they come"), limber_remind_command_run },
  { "import", "import FILE.csv [--dry-run] [--database FILE] [--format text|json]",
    N_("Take clients from a table of comma-separated values"), limber_import_command_run },
  { "backup", "backup FILE [--database FILE] [--format text|json]",
    N_("Write a checked copy of the clinic into a new file"), limber_backup_command_run },
  { "restore", "restore FILE [--dry-run] [--database FILE] [--format text|json]",
    N_("Make a backup the clinic; what was there is kept"), limber_restore_command_run },
  { "check", "check [--database FILE] [--format text|json]",
    N_("Look whether the clinic and its change log are whole"), limber_check_command_run },
  { "demo", "demo FILE [--clients N] [--seed N] [--today DATE]",
    N_("Write a demo clinic into a new file"), limber_demo_command_run },
};

/* A terminal may want another charset; a program reads JSON, which is UTF-8. */
static void
print (const char *text)
{
  const char *charset;

  if (text[0] == '{' || text[0] == '[' || g_get_charset (&charset))
    fputs (text, stdout);
  else
    g_print ("%s", text);
}

static char *
help_text (void)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n\n", _("Limber keeps the clients, sessions and races of a sports-massage clinic."));
  g_string_append_printf (text, "  limber [--demo] [--database FILE]\n      %s\n", _("Open the window"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (text, "  limber %s\n      %s\n", verbs[i].synopsis, _(verbs[i].summary));
  g_string_append_printf (text, "  limber --help, --version\n");
  return g_string_free (text, FALSE);
}

static const Verb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (name && strcmp (verbs[i].name, name) == 0)
      return &verbs[i];
  return NULL;
}

static gboolean
asks_for (int argc, char **argv, const char *option, const char *letter)
{
  for (int i = 1; i < argc; i++)
    if (strcmp (argv[i], option) == 0 || g_strcmp0 (argv[i], letter) == 0)
      return TRUE;
  return FALSE;
}

/* Where the verb may stand: first, or after the one option that goes for all of them. */
static int
verb_index (int argc, char **argv)
{
  if (argc > 2 && g_str_has_prefix (argv[1], "--database="))
    return 2;
  return argc > 3 && strcmp (argv[1], "--database") == 0 ? 3 : 1;
}

static int
run_verb (const Verb *verb, int argc, char **argv, int index)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;

  for (int i = 1; i < argc; i++)
    if (i != index)
      g_ptr_array_add (args, argv[i]);
  g_ptr_array_add (args, NULL);
  output = verb->run ((int) args->len - 1, (const char *const *) args->pdata, &error);
  if (output)
    {
      print (output);
      return 0;
    }
  g_printerr ("limber %s: %s\n", verb->name, error->message);
  return g_error_matches (error, LIMBER_COMMAND_ERROR, LIMBER_COMMAND_ERROR_USAGE) ? 2 : 1;
}

/**
 * limber_command_line_run:
 * @argv: the whole command line, with the program's name
 * @status: (out): the exit status, when something was done
 *
 * Does what needs no window: a verb, --help, --version.
 *
 * Returns: %FALSE when the command line asks for the window.
 */
gboolean
limber_command_line_run (int argc, char **argv, int *status)
{
  int index = verb_index (argc, argv);
  const Verb *verb = index < argc ? find_verb (argv[index]) : NULL;

  *status = 0;
  if (asks_for (argc, argv, "--help", "-h"))
    {
      g_autofree char *text = help_text ();

      print (text);
      return TRUE;
    }
  if (verb)
    {
      *status = run_verb (verb, argc, argv, index);
      return TRUE;
    }
  if (asks_for (argc, argv, "--version", NULL))
    {
      print ("limber " LIMBER_VERSION "\n");
      return TRUE;
    }
  return FALSE;
}
