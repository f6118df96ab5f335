/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/change-fields.h"

#include <string.h>

/* The way back from what change-log.c writes: {"column":[before,after],…} with texts, numbers and null. */

static void
field_free (gpointer data)
{
  LimberChangeField *field = data;

  g_free (field->column);
  g_free (field->before);
  g_free (field->after);
  g_free (field);
}

static gboolean
skip (const char **at, char c)
{
  if (**at != c)
    return FALSE;
  (*at)++;
  return TRUE;
}

/* Control characters are written as \u00XX, quotes and backslashes with a backslash before them. */
static void
read_escaped (const char **at, GString *text)
{
  if (**at == 'u' && strlen (*at) >= 5)
    {
      g_autofree char *digits = g_strndup (*at + 1, 4);

      g_string_append_unichar (text, (gunichar) g_ascii_strtoull (digits, NULL, 16));
      *at += 5;
    }
  else if (**at != '\0')
    g_string_append_c (text, *(*at)++);
}

static char *
read_text (const char **at)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!skip (at, '"'))
    return NULL;
  while (**at != '\0' && **at != '"')
    if (skip (at, '\\'))
      read_escaped (at, text);
    else
      g_string_append_c (text, *(*at)++);
  return skip (at, '"') ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
read_value (const char **at)
{
  gsize length;
  char *word;

  if (**at == '"')
    return read_text (at);
  length = strcspn (*at, ",]");
  word = g_strndup (*at, length);
  *at += length;
  if (g_str_equal (word, "null"))
    g_clear_pointer (&word, g_free);
  return word;
}

static gboolean
read_field (const char **at, LimberChangeField *field)
{
  field->column = read_text (at);
  if (field->column == NULL || !skip (at, ':') || !skip (at, '['))
    return FALSE;
  field->before = read_value (at);
  if (!skip (at, ','))
    return FALSE;
  field->after = read_value (at);
  return skip (at, ']');
}

/**
 * limber_change_fields:
 *
 * Returns: (transfer full) (element-type LimberChangeField): what @change changed; empty once the words of an
 * erased client are gone
 */
GPtrArray *
limber_change_fields (const LimberChange *change)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (field_free);
  const char *at = change->payload != NULL ? change->payload : "";

  if (!skip (&at, '{'))
    return fields;
  do
    {
      LimberChangeField *field = g_new0 (LimberChangeField, 1);

      if (!read_field (&at, field))
        {
          field_free (field);
          break;
        }
      g_ptr_array_add (fields, field);
    }
  while (skip (&at, ','));
  return fields;
}

/** limber_change_field_find: Returns: (nullable): the change of @column. */
const LimberChangeField *
limber_change_field_find (GPtrArray *fields, const char *column)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const LimberChangeField *field = fields->pdata[i];

      if (g_str_equal (field->column, column))
        return field;
    }
  return NULL;
}

static void
take_newer (GPtrArray *fields, LimberChangeField *newer)
{
  LimberChangeField *known = (LimberChangeField *) limber_change_field_find (fields, newer->column);
  LimberChangeField *copy;

  if (known != NULL)
    {
      g_free (known->after);
      known->after = g_strdup (newer->after);
      return;
    }
  copy = g_new0 (LimberChangeField, 1);
  copy->column = g_strdup (newer->column);
  copy->before = g_strdup (newer->before);
  copy->after = g_strdup (newer->after);
  g_ptr_array_add (fields, copy);
}

/**
 * limber_change_fields_of_run:
 * @changes: (element-type LimberChange): newest first
 *
 * Returns: (transfer full) (element-type LimberChangeField): what the entries @from to before @to changed
 * together; a field that came back to what it was is left out
 */
GPtrArray *
limber_change_fields_of_run (GPtrArray *changes, guint from, guint to)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (field_free);

  for (guint i = to; i-- > from;)
    {
      g_autoptr (GPtrArray) fields = limber_change_fields (changes->pdata[i]);

      for (guint f = 0; f < fields->len; f++)
        take_newer (all, fields->pdata[f]);
    }
  for (guint i = all->len; i-- > 0;)
    {
      const LimberChangeField *field = all->pdata[i];

      if (g_strcmp0 (field->before, field->after) == 0)
        g_ptr_array_remove_index (all, i);
    }
  return all;
}

/**
 * limber_change_run_end:
 * @changes: (element-type LimberChange): newest first
 * @gap: seconds that may lie between two entries of one run
 *
 * Texts save themselves as they are typed. To a person that is one change: updates of one row by one hand in a row.
 *
 * Returns: the index after the last entry that belongs to the one at @from
 */
guint
limber_change_run_end (GPtrArray *changes, guint from, gint64 gap)
{
  const LimberChange *first = changes->pdata[from];
  gint64 at = first->at;
  guint end = from + 1;

  for (; end < changes->len; end++)
    {
      const LimberChange *change = changes->pdata[end];

      if (!g_str_equal (first->action, "update") || !g_str_equal (change->action, "update")
          || !g_str_equal (change->entity_id, first->entity_id)
          || g_strcmp0 (change->actor_id, first->actor_id) != 0 || at - change->at > gap)
        break;
      at = change->at;
    }
  return end;
}
