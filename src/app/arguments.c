/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/arguments.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

G_DEFINE_QUARK (limber-command-error-quark, limber_command_error)

/**
 * limber_misuse:
 * @format: one translated sentence
 *
 * Says in @error that the command was used wrongly.
 *
 * Returns: always %FALSE, so that a caller can return it.
 */
gboolean
limber_misuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error)
    *error = g_error_new_valist (LIMBER_COMMAND_ERROR, LIMBER_COMMAND_ERROR_USAGE, format, args);
  va_end (args);
  return FALSE;
}

/* The length of the run of digits at @text. */
static gsize
digits (const char *text)
{
  return strspn (text, "0123456789");
}

/**
 * limber_parse_whole:
 * @number: (out): the number; one too large for an int becomes the largest or smallest
 *
 * Returns: whether @text is digits with at most a minus before them, and nothing else.
 */
gboolean
limber_parse_whole (const char *text, int *number)
{
  const char *start = text[0] == '-' ? text + 1 : text;

  if (digits (start) == 0 || start[digits (start)] != '\0')
    return FALSE;
  *number = (int) CLAMP (g_ascii_strtoll (text, NULL, 10), G_MININT, G_MAXINT);
  return TRUE;
}

/**
 * limber_parse_decimal:
 * @number: (out): the number
 *
 * Returns: whether @text is a plain decimal such as 42.195 or -1: no exponent, plus, blank or other base.
 */
gboolean
limber_parse_decimal (const char *text, double *number)
{
  const char *rest = text[0] == '-' ? text + 1 : text;

  if (digits (rest) == 0)
    return FALSE;
  rest += digits (rest);
  if (rest[0] == '.')
    {
      if (digits (rest + 1) == 0)
        return FALSE;
      rest += 1 + digits (rest + 1);
    }
  if (rest[0] != '\0')
    return FALSE;
  *number = g_ascii_strtod (text, NULL);
  return isfinite (*number);
}

/** limber_parse_date: Returns: the day, or %LIMBER_DATE_NONE with @error set. */
LimberDate
limber_parse_date (const char *text, GError **error)
{
  LimberDate date = limber_date_parse (text);

  if (date == LIMBER_DATE_NONE)
    limber_misuse (error, _("“%s” is not a date of the calendar; write it as YYYY-MM-DD."), text);
  return date;
}

/* Finds the option that @argument names, also as --name=value. */
static int
find_argument (const LimberArgument *known, const char *argument, gsize length)
{
  for (int i = 0; known[i].name; i++)
    if (strlen (known[i].name) == length && strncmp (known[i].name, argument, length) == 0)
      return i;
  return -1;
}

/* Takes the option at argv[*index], and its value. */
static gboolean
take_option (const LimberArgument *known, gboolean *seen, int argc, const char *const *argv, int *index, gpointer data,
             GError **error)
{
  const char *argument = argv[*index];
  gsize length = strcspn (argument, "=");
  const char *value = argument[length] == '=' ? argument + length + 1 : NULL;
  int found = find_argument (known, argument, length);

  if (found < 0)
    return limber_misuse (error, _("“%.*s” is not an option here."), (int) length, argument);
  if (seen[found] && (known[found].flags & LIMBER_ARGUMENT_REPEATED) == 0)
    return limber_misuse (error, _("%s is given twice."), known[found].name);
  seen[found] = TRUE;
  if ((known[found].flags & LIMBER_ARGUMENT_VALUE) == 0)
    {
      if (value)
        return limber_misuse (error, _("%s takes no value."), known[found].name);
      return known[found].set (data, NULL, error);
    }
  if (value == NULL && (*index + 1 >= argc || g_str_has_prefix (argv[*index + 1], "--")))
    return limber_misuse (error, _("%s needs a value."), known[found].name);
  if (value == NULL)
    value = argv[++*index];
  return known[found].set (data, value, error);
}

/**
 * limber_arguments_parse:
 * @known: the options, ended by a %NULL name
 * @positional: (nullable): takes what is no option; without it nothing but options may come
 * @argv: (array length=argc): what follows the verb
 * @data: handed to the functions
 *
 * Returns: whether all was understood; else @error holds one sentence.
 */
gboolean
limber_arguments_parse (const LimberArgument *known, LimberArgumentFunc positional, int argc, const char *const *argv,
                        gpointer data, GError **error)
{
  g_autofree gboolean *seen = NULL;
  gsize n_known = 0;

  while (known[n_known].name)
    n_known++;
  seen = g_new0 (gboolean, n_known + 1);
  for (int i = 0; i < argc; i++)
    {
      gboolean taken;

      if (!g_utf8_validate (argv[i], -1, NULL))
        return limber_misuse (error, _("An argument is not valid text."));
      if (argv[i][0] == '-' && argv[i][1] != '\0')
        taken = take_option (known, seen, argc, argv, &i, data, error);
      else if (positional)
        taken = positional (data, argv[i], error);
      else
        taken = limber_misuse (error, _("“%s” is not expected here."), argv[i]);
      if (!taken)
        return FALSE;
    }
  return TRUE;
}
