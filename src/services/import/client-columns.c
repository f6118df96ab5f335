/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/import/client-columns.h"

#include "services/import/birthday.h"

#include <string.h>

typedef enum {
  FIELD_NAME,
  FIELD_GIVEN,
  FIELD_MIDDLE,
  FIELD_FAMILY,
  FIELD_PHONE,
  FIELD_EMAIL,
  FIELD_BIRTHDAY,
  FIELD_TEAM,
  FIELD_NOTES,
} Field;

#define N_FIELDS (FIELD_NOTES + 1)

/* The words of exports by Google Contacts (old and new) and Outlook, and plain English ones, in the form
 * that simplify_header() gives. Of several columns for one thing the lower rank counts first. */
static const struct {
  const char *header;
  Field field;
  int rank;
} known[] = {
  { "name", FIELD_NAME, 0 }, { "full name", FIELD_NAME, 0 }, { "fullname", FIELD_NAME, 0 },
  { "client", FIELD_NAME, 0 }, { "client name", FIELD_NAME, 0 }, { "athlete", FIELD_NAME, 0 },
  { "athlete name", FIELD_NAME, 0 }, { "customer", FIELD_NAME, 0 }, { "customer name", FIELD_NAME, 0 },
  { "last first", FIELD_NAME, 0 }, { "last name first name", FIELD_NAME, 0 },
  { "surname first name", FIELD_NAME, 0 }, { "name last first", FIELD_NAME, 0 },
  { "contact", FIELD_NAME, 1 }, { "contact name", FIELD_NAME, 1 }, { "display name", FIELD_NAME, 1 },
  { "file as", FIELD_NAME, 2 },

  { "first name", FIELD_GIVEN, 0 }, { "firstname", FIELD_GIVEN, 0 }, { "given name", FIELD_GIVEN, 0 },
  { "forename", FIELD_GIVEN, 0 }, { "first", FIELD_GIVEN, 0 }, { "given", FIELD_GIVEN, 0 },
  { "middle name", FIELD_MIDDLE, 0 }, { "additional name", FIELD_MIDDLE, 0 }, { "middle", FIELD_MIDDLE, 0 },
  { "last name", FIELD_FAMILY, 0 }, { "lastname", FIELD_FAMILY, 0 }, { "family name", FIELD_FAMILY, 0 },
  { "surname", FIELD_FAMILY, 0 }, { "last", FIELD_FAMILY, 0 }, { "family", FIELD_FAMILY, 0 },

  { "mobile phone", FIELD_PHONE, 0 }, { "mobile", FIELD_PHONE, 0 }, { "mobile number", FIELD_PHONE, 0 },
  { "cell", FIELD_PHONE, 0 }, { "cell phone", FIELD_PHONE, 0 }, { "phone", FIELD_PHONE, 1 },
  { "phone value", FIELD_PHONE, 1 }, { "phone number", FIELD_PHONE, 1 }, { "primary phone", FIELD_PHONE, 1 },
  { "telephone", FIELD_PHONE, 1 }, { "telephone number", FIELD_PHONE, 1 }, { "tel", FIELD_PHONE, 1 },
  { "home phone", FIELD_PHONE, 2 }, { "business phone", FIELD_PHONE, 3 }, { "work phone", FIELD_PHONE, 3 },
  { "other phone", FIELD_PHONE, 4 },

  { "email", FIELD_EMAIL, 0 }, { "email address", FIELD_EMAIL, 0 }, { "email value", FIELD_EMAIL, 0 },
  { "mail", FIELD_EMAIL, 0 }, { "mail address", FIELD_EMAIL, 1 },

  { "birthday", FIELD_BIRTHDAY, 0 }, { "birth date", FIELD_BIRTHDAY, 0 }, { "birthdate", FIELD_BIRTHDAY, 0 },
  { "date of birth", FIELD_BIRTHDAY, 0 }, { "dob", FIELD_BIRTHDAY, 0 }, { "born", FIELD_BIRTHDAY, 1 },

  { "team", FIELD_TEAM, 0 }, { "team name", FIELD_TEAM, 0 }, { "club", FIELD_TEAM, 0 },
  { "team club", FIELD_TEAM, 0 }, { "team company", FIELD_TEAM, 0 }, { "squad", FIELD_TEAM, 0 },
  { "school", FIELD_TEAM, 1 }, { "college", FIELD_TEAM, 1 }, { "company", FIELD_TEAM, 2 },
  { "company name", FIELD_TEAM, 2 }, { "organization", FIELD_TEAM, 2 }, { "organization name", FIELD_TEAM, 2 },
  { "organisation", FIELD_TEAM, 2 }, { "organisation name", FIELD_TEAM, 2 },

  { "notes", FIELD_NOTES, 0 }, { "note", FIELD_NOTES, 0 }, { "comments", FIELD_NOTES, 1 },
  { "comment", FIELD_NOTES, 1 }, { "remarks", FIELD_NOTES, 1 }, { "remark", FIELD_NOTES, 1 },
};

typedef struct {
  guint index;
  int rank;
} Column;

struct _LimberClientColumns {
  GArray *columns[N_FIELDS]; /* of Column, by rank */
  gboolean day_first;
};

/* "E-Mail 2 - Value" → "email value": letter case, punctuation and numbers say nothing. */
static char *
simplify_header (const char *header)
{
  g_autofree char *folded = g_utf8_strdown (header, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n-_/.,:;*#()[]&|", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (char **word = words; *word; word++)
    {
      if (!**word || strspn (*word, "0123456789") == strlen (*word))
        continue;
      if (strcmp (*word, "mail") == 0 && strcmp (text->str, "e") == 0)
        g_string_append (text, "mail");
      else
        g_string_append_printf (text, "%s%s", text->len ? " " : "", *word);
    }
  return g_strdup (text->str);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Column *x = a, *y = b;

  return x->rank != y->rank ? x->rank - y->rank : (int) x->index - (int) y->index;
}

static gboolean
add_column (LimberClientColumns *self, const char *header, guint index)
{
  g_autofree char *simple = simplify_header (header);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (strcmp (known[i].header, simple) == 0)
      {
        Column column = { index, known[i].rank };

        g_array_append_val (self->columns[known[i].field], column);
        return TRUE;
      }
  return FALSE;
}

/* 04/05/1999 alone is read as month/day, but not in a column where another birthday can only be day/month. */
static gboolean
has_day_first (LimberClientColumns *self, LimberCsvTable *table)
{
  GArray *columns = self->columns[FIELD_BIRTHDAY];
  gboolean day_first = FALSE;

  for (guint r = 0; r < limber_csv_table_n_rows (table); r++)
    for (guint i = 0; i < columns->len; i++)
      {
        const char *text = limber_csv_row_cell (limber_csv_table_row (table, r),
                                                g_array_index (columns, Column, i).index);

        if (limber_birthday_only_fits (text, FALSE))
          return FALSE;
        day_first = day_first || limber_birthday_only_fits (text, TRUE);
      }
  return day_first;
}

/**
 * limber_client_columns_find:
 *
 * Finds what the columns of a table mean by its header.
 *
 * Returns: (transfer full) (nullable): %NULL when no column is known
 */
LimberClientColumns *
limber_client_columns_find (LimberCsvTable *table)
{
  g_autoptr (LimberClientColumns) self = g_new0 (LimberClientColumns, 1);
  const LimberCsvRow *header = limber_csv_table_header (table);
  gboolean found = FALSE;

  for (guint i = 0; i < N_FIELDS; i++)
    self->columns[i] = g_array_new (FALSE, FALSE, sizeof (Column));
  for (guint i = 0; i < header->n_cells; i++)
    found |= add_column (self, header->cells[i], i);
  if (!found)
    return NULL;
  for (guint i = 0; i < N_FIELDS; i++)
    g_array_sort (self->columns[i], compare_ranks);
  self->day_first = has_day_first (self, table);
  return g_steal_pointer (&self);
}

void
limber_client_columns_free (LimberClientColumns *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    g_clear_pointer (&self->columns[i], g_array_unref);
  g_free (self);
}

/* The first value of a field, "" when no column has one. */
static const char *
first_cell (LimberClientColumns *self, const LimberCsvRow *row, Field field)
{
  for (guint i = 0; i < self->columns[field]->len; i++)
    {
      const char *cell = limber_csv_row_cell (row, g_array_index (self->columns[field], Column, i).index);

      if (*cell)
        return cell;
    }
  return "";
}

/* Google joins several values of one kind with ":::". */
static char **
all_values (LimberClientColumns *self, const LimberCsvRow *row, Field field)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->columns[field]->len; i++)
    {
      const char *cell = limber_csv_row_cell (row, g_array_index (self->columns[field], Column, i).index);
      g_auto (GStrv) values = g_strsplit (cell, ":::", -1);

      for (char **value = values; *value; value++)
        {
          g_strstrip (*value);
          if (**value && g_hash_table_add (seen, g_utf8_casefold (*value, -1)))
            g_strv_builder_add (builder, *value);
        }
    }
  return g_strv_builder_end (builder);
}

static char *
join (const char *separator, const char *a, const char *b)
{
  return g_strdup_printf ("%s%s%s", a, *a && *b ? separator : "", b);
}

/* Any run of white space, line ends included, becomes one space. */
static char *
squeeze (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n\f", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (char **word = words; *word; word++)
    if (**word)
      g_string_append_printf (out, "%s%s", out->len ? " " : "", *word);
  return g_strdup (out->str);
}

/* "Last, First" is turned round; with more commas nobody knows. */
static char *
turn_name (const char *text)
{
  const char *comma = strchr (text, ',');
  g_autofree char *before = NULL, *turned = NULL;

  if (!comma || strchr (comma + 1, ','))
    return squeeze (text);
  before = g_strndup (text, (gsize) (comma - text));
  turned = join (" ", comma + 1, before);
  return squeeze (turned);
}

static char *
read_name (LimberClientColumns *self, const LimberCsvRow *row)
{
  const char *given = first_cell (self, row, FIELD_GIVEN), *family = first_cell (self, row, FIELD_FAMILY);
  g_autofree char *first = NULL, *whole = NULL;

  if (!*given && !*family)
    return turn_name (first_cell (self, row, FIELD_NAME));
  first = join (" ", given, first_cell (self, row, FIELD_MIDDLE));
  whole = join (" ", first, family);
  return squeeze (whole);
}

/**
 * limber_client_columns_read:
 * @today: a birthday after it is not believed
 *
 * Returns: (transfer full): what the row says
 */
LimberClientDraft *
limber_client_columns_read (LimberClientColumns *self, const LimberCsvRow *row, LimberDate today)
{
  LimberClientDraft *draft = g_new0 (LimberClientDraft, 1);
  const char *birthday = first_cell (self, row, FIELD_BIRTHDAY);

  draft->name = read_name (self, row);
  draft->phones = all_values (self, row, FIELD_PHONE);
  draft->emails = all_values (self, row, FIELD_EMAIL);
  draft->birthday = limber_birthday_read (birthday, self->day_first, today);
  draft->strange_birthday = g_strdup (draft->birthday ? "" : birthday);
  if (!draft->birthday)
    draft->birthday = g_strdup ("");
  draft->team = squeeze (first_cell (self, row, FIELD_TEAM));
  draft->notes = g_strdup (first_cell (self, row, FIELD_NOTES));
  return draft;
}

void
limber_client_draft_free (LimberClientDraft *draft)
{
  g_free (draft->name);
  g_strfreev (draft->phones);
  g_strfreev (draft->emails);
  g_free (draft->birthday);
  g_free (draft->strange_birthday);
  g_free (draft->team);
  g_free (draft->notes);
  g_free (draft);
}
