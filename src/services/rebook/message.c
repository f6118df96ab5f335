/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN
 *
 * A template is text with {placeholders}. {dates|one|several} and {days|one|several} choose by number, as {dates} and
 * {days} stand for one or several. What stands in [square brackets] is left out when a placeholder in it has no value,
 * so that a client without a race reads no half a sentence. Brackets do not nest.
 */
#include "services/rebook/message.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (limber-message-error-quark, limber_message_error)

/* Everything there is, to find out whether a template is well formed. */
static const LimberMessageValues all_values = {
  .name = "Wren Halloway", .clinic = "Clinic", .race = "Race", .race_on = 739000, .dates = { 739000 }, .n_dates = 1,
  .days = 21,
};

static char *
first_name (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", 2);

  return g_strdup (words[0]);
}

static char *
choose (const char *options, guint number)
{
  g_auto (GStrv) forms = g_strsplit (options, "|", 2);

  return g_strdup (number == 1 || forms[1] == NULL ? forms[0] : forms[1]);
}

static gboolean
is (const char *name, gsize length, const char *known)
{
  return strlen (known) == length && strncmp (name, known, length) == 0;
}

/* Returns %FALSE for a placeholder that does not exist; @value is %NULL when there is nothing to put in its place. */
static gboolean
look_up (const char *name, const LimberMessageValues *values, char **value)
{
  const LimberMessageLanguage *language = values->language ? values->language : limber_message_language_nth (0);
  const char *bar = strchr (name, '|');
  gsize length = bar != NULL ? (gsize) (bar - name) : strlen (name);

  *value = NULL;
  if (is (name, length, "dates") && values->n_dates > 0)
    *value = bar ? choose (bar + 1, values->n_dates) : limber_message_language_days (language, values->dates, values->n_dates);
  else if (is (name, length, "days") && values->days > 0)
    *value = bar ? choose (bar + 1, (guint) values->days) : g_strdup_printf ("%d", values->days);
  else if (bar != NULL)
    return is (name, length, "dates") || is (name, length, "days");
  else if (g_str_equal (name, "name"))
    *value = g_strdup (values->name);
  else if (g_str_equal (name, "first-name"))
    *value = first_name (values->name);
  else if (g_str_equal (name, "clinic"))
    *value = g_strdup (values->clinic);
  else if (g_str_equal (name, "race"))
    *value = g_strdup (values->race);
  else if (g_str_equal (name, "race-date"))
    *value = values->race ? limber_message_language_day (language, values->race_on) : NULL;
  else
    return g_str_equal (name, "dates") || g_str_equal (name, "days");
  return TRUE;
}

static gboolean
fail_open (char bracket, GError **error)
{
  g_set_error (error, LIMBER_MESSAGE_ERROR, LIMBER_MESSAGE_ERROR_OPEN, _ ("The bracket “%c” has no other half."),
               bracket);
  return FALSE;
}

/* Appends @words up to @end; @missing becomes %TRUE when a placeholder had no value. */
static gboolean
expand_part (GString *text, const char *words, const char *end, const LimberMessageValues *values, gboolean *missing,
             GError **error)
{
  for (const char *c = words; c < end; c++)
    {
      const char *close = *c == '{' ? memchr (c, '}', (gsize) (end - c)) : NULL;
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      if (*c == '}' || (*c == '{' && close == NULL))
        return fail_open (*c, error);
      if (close == NULL)
        {
          g_string_append_c (text, *c);
          continue;
        }
      name = g_strndup (c + 1, (gsize) (close - c - 1));
      if (!look_up (name, values, &value))
        {
          g_set_error (error, LIMBER_MESSAGE_ERROR, LIMBER_MESSAGE_ERROR_UNKNOWN,
                       _ ("There is no placeholder “%s”."), name);
          return FALSE;
        }
      if (value == NULL)
        *missing = TRUE;
      else
        g_string_append (text, value);
      c = close;
    }
  return TRUE;
}

/* What stands in square brackets, or nothing of it. */
static gboolean
expand_optional (GString *text, const char *words, const char *end, const LimberMessageValues *values, GError **error)
{
  g_autoptr (GString) part = g_string_new (NULL);
  gboolean missing = FALSE;

  if (!expand_part (part, words, end, values, &missing, error))
    return FALSE;
  if (!missing)
    g_string_append_len (text, part->str, (gssize) part->len);
  return TRUE;
}

/**
 * limber_message_expand:
 * @words: a template
 *
 * Returns: (transfer full): the message, or %NULL with @error when the template is not well formed
 */
char *
limber_message_expand (const char *words, const LimberMessageValues *values, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean missing = FALSE;

  while (*words != '\0')
    {
      gsize plain = strcspn (words, "[]");
      const char *close = words[plain] == '[' ? strpbrk (words + plain + 1, "[]") : NULL;

      if (!expand_part (text, words, words + plain, values, &missing, error))
        return NULL;
      words += plain;
      if (*words == '\0')
        break;
      if (close == NULL || *close != ']')
        {
          fail_open (*words, error);
          return NULL;
        }
      if (!expand_optional (text, words + 1, close, values, error))
        return NULL;
      words = close + 1;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
fail_health (const char *word, GError **error)
{
  g_set_error (error, LIMBER_MESSAGE_ERROR, LIMBER_MESSAGE_ERROR_HEALTH,
               _ ("“%s” is about health. Others may read this message: leave it out."), word);
  return FALSE;
}

/** limber_message_check: Returns: whether @words are a template that may be used, else %FALSE with @error. */
gboolean
limber_message_check (const char *words, GError **error)
{
  g_autofree char *text = limber_message_expand (words, &all_values, error);
  const char *word = text != NULL ? limber_message_health_word (words) : NULL;

  if (word != NULL)
    return fail_health (word, error);
  return text != NULL;
}

static char *
without (const char *text, const char *name)
{
  g_auto (GStrv) parts = name != NULL && *name != '\0' ? g_strsplit (text, name, -1) : NULL;

  return parts != NULL ? g_strjoinv ("", parts) : g_strdup (text);
}

/**
 * limber_message_check_sent:
 * @text: a message as somebody edited it; the names of client, clinic and race may sound like anything
 *
 * Returns: whether it may leave the house, else %FALSE with @error
 */
gboolean
limber_message_check_sent (const char *text, const LimberMessageValues *values, GError **error)
{
  g_autofree char *one = without (text, values->race);
  g_autofree char *two = without (one, values->clinic);
  g_autofree char *rest = without (two, values->name);
  const char *word = limber_message_health_word (rest);

  return word == NULL || fail_health (word, error);
}
