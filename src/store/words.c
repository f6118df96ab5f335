/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/words.h"

#include <string.h>

/* Letters that no decomposition brings to a plain one; ß is folded to ss by GLib. */
static const struct {
  gunichar letter;
  const char *plain;
} plain_letters[] = {
  { 0x00e6, "ae" }, { 0x00f8, "o" },  { 0x0111, "d" },  { 0x0131, "i" },
  { 0x0142, "l" },  { 0x0153, "oe" }, { 0x00fe, "th" }, { 0x00f0, "d" },
};

static void
append_plain (GString *plain, gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_letters); i++)
    if (plain_letters[i].letter == letter)
      {
        g_string_append (plain, plain_letters[i].plain);
        return;
      }
  g_string_append_unichar (plain, letter);
}

/**
 * limber_words_fold:
 *
 * Returns: (transfer full): @text in small letters without accents, whatever the locale
 */
char *
limber_words_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *small = g_utf8_casefold (valid, -1);
  g_autofree char *decomposed = g_utf8_normalize (small, -1, G_NORMALIZE_ALL);
  GString *plain = g_string_sized_new (strlen (decomposed));

  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      append_plain (plain, g_utf8_get_char (p));
  return g_string_free (plain, FALSE);
}

/** limber_words_sort_key: Returns: (transfer full): the folded name with its last word first. */
char *
limber_words_sort_key (const char *name)
{
  g_autofree char *folded = limber_words_fold (name);
  char *last;

  g_strstrip (folded);
  last = strrchr (folded, ' ');
  if (last == NULL)
    return g_steal_pointer (&folded);
  *last = '\0';
  g_strchomp (folded);
  return g_strconcat (last + 1, " ", folded, NULL);
}

/** limber_words_split: Returns: (transfer full): the folded words of @text: runs of letters and digits. */
GPtrArray *
limber_words_split (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = limber_words_fold (text);
  const char *start = NULL;

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gboolean inside = *p != '\0' && g_unichar_isalnum (g_utf8_get_char (p));

      if (inside && start == NULL)
        start = p;
      if (!inside && start != NULL)
        {
          g_ptr_array_add (words, g_strndup (start, p - start));
          start = NULL;
        }
      if (*p == '\0')
        return words;
    }
}

/* Müller is also looked for as "mueller". Returns: (transfer full): the text, written out so. */
static char *
write_out_umlauts (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *small = g_utf8_strdown (valid, -1);
  g_autofree char *composed = g_utf8_normalize (small, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *out = g_string_new (composed);

  g_string_replace (out, "ä", "ae", 0);
  g_string_replace (out, "ö", "oe", 0);
  g_string_replace (out, "ü", "ue", 0);
  return g_string_free (out, FALSE);
}

static void
add_all (GHashTable *words, const char *text)
{
  g_autoptr (GPtrArray) split = limber_words_split (text);

  for (guint i = 0; i < split->len; i++)
    g_hash_table_add (words, g_strdup (split->pdata[i]));
}

/** limber_words_add_text: Adds to the set the words of @text by which it is found. */
void
limber_words_add_text (GHashTable *words, const char *text)
{
  g_autofree char *written_out = NULL;

  if (text == NULL)
    return;
  add_all (words, text);
  written_out = write_out_umlauts (text);
  add_all (words, written_out);
}

/**
 * limber_words_phone:
 *
 * Returns: (transfer full) (nullable): the digits of @text, when it can only be a telephone number of three
 * or more digits
 */
char *
limber_words_phone (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
    else if (strchr (" +-/().", *p) == NULL)
      return NULL;
  return digits->len >= 3 ? g_string_free (g_steal_pointer (&digits), FALSE) : NULL;
}

/** limber_words_add_phone: Adds the digits, from the beginning and from each group of digits on. */
void
limber_words_add_phone (GHashTable *words, const char *phone)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  gboolean inside = FALSE;

  if (phone == NULL)
    return;
  for (const char *p = phone; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p) && !inside)
        g_array_append_val (starts, digits->len);
      inside = g_ascii_isdigit (*p);
      if (inside)
        g_string_append_c (digits, *p);
    }
  for (guint i = 0; i < starts->len && i < 4; i++)
    g_hash_table_add (words, g_strdup (digits->str + g_array_index (starts, gsize, i)));
  /* +49 171 … is dialled as 0171 … */
  if (*phone == '+' && starts->len > 1)
    g_hash_table_add (words, g_strconcat ("0", digits->str + g_array_index (starts, gsize, 1), NULL));
}
