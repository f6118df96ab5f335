/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/import/csv-encoding.h"

#include <string.h>

#define SAMPLE_BYTES 4096
#define SAMPLE_RECORDS 50

/* UTF-16 without a mark shows itself by a zero in every second byte of ordinary text. */
static const char *
guess_utf16 (const guchar *bytes, gsize length)
{
  gsize even = 0, odd = 0, pairs = MIN (length, SAMPLE_BYTES) / 2;

  for (gsize i = 0; i < pairs; i++)
    {
      even += bytes[2 * i] == 0;
      odd += bytes[2 * i + 1] == 0;
    }
  if (pairs == 0 || length % 2 != 0)
    return NULL;
  if (odd > pairs / 2 && even <= pairs / 20)
    return "UTF-16LE";
  if (even > pairs / 2 && odd <= pairs / 20)
    return "UTF-16BE";
  return NULL;
}

static char *
convert (const char *bytes, gsize length, const char *charset)
{
  g_autofree char *text = NULL;
  gsize written = 0;

  text = g_convert (bytes, (gssize) length, "UTF-8", charset, NULL, &written, NULL);
  if (!text || strlen (text) != written)
    return NULL;
  return g_steal_pointer (&text);
}

static char *
to_utf8 (const char *bytes, gsize length)
{
  const guchar *b = (const guchar *) bytes;
  const char *utf16;

  if (length >= 3 && b[0] == 0xef && b[1] == 0xbb && b[2] == 0xbf)
    return g_utf8_validate_len (bytes + 3, length - 3, NULL) ? g_strndup (bytes + 3, length - 3) : NULL;
  if (length >= 2 && b[0] == 0xff && b[1] == 0xfe)
    return convert (bytes + 2, length - 2, "UTF-16LE");
  if (length >= 2 && b[0] == 0xfe && b[1] == 0xff)
    return convert (bytes + 2, length - 2, "UTF-16BE");
  utf16 = guess_utf16 (b, length);
  if (utf16)
    return convert (bytes, length, utf16);
  if (g_utf8_validate_len (bytes, length, NULL))
    return g_strndup (bytes, length);
  return convert (bytes, length, "WINDOWS-1252");
}

/* A text file has line ends, tabs and form feeds, but no other control characters. */
static gboolean
is_text (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p; p++)
    if ((*p < 0x20 && !strchr ("\t\n\r\f", *p)) || *p == 0x7f)
      return FALSE;
  return TRUE;
}

/* Every kind of line end becomes \n, also inside quotes, so that rows count alike everywhere. */
static void
normalise_line_ends (char *text)
{
  char *out = text;

  for (const char *in = text; *in; in++)
    {
      if (*in == '\r' && in[1] == '\n')
        continue;
      *out++ = *in == '\r' ? '\n' : *in;
    }
  *out = '\0';
}

/**
 * limber_csv_decode:
 *
 * Finds out the encoding of a file (UTF-8 and UTF-16 with or without a byte order mark, else
 * Windows-1252) and turns it into UTF-8 with plain line feeds.
 *
 * Returns: (nullable): new text; %NULL when the bytes are no text
 */
char *
limber_csv_decode (const char *bytes, gsize length)
{
  g_autofree char *text = to_utf8 (bytes, length);

  if (!text || !is_text (text))
    return NULL;
  normalise_line_ends (text);
  return g_steal_pointer (&text);
}

/* Counts @delimiter in the record that starts at *@p and steps behind the record. */
static guint
count_in_record (const char **p, char delimiter)
{
  gboolean quoted = FALSE, at_start = TRUE;
  guint count = 0;

  for (; **p && (quoted || **p != '\n'); (*p)++)
    {
      char c = **p;

      if (quoted)
        quoted = c != '"';
      else if (c == '"' && (at_start || (*p)[-1] == '"'))
        quoted = TRUE;
      else if (c == delimiter)
        count++;
      at_start = !quoted && (c == delimiter || (at_start && c == ' '));
    }
  if (**p == '\n')
    (*p)++;
  return count;
}

/* How many of the first records have as many delimiters as the header; 0 when the header has none. */
static guint
agreement (const char *text, char delimiter, guint *in_header)
{
  const char *p = text;
  guint agreeing = 0;

  *in_header = count_in_record (&p, delimiter);
  if (*in_header == 0)
    return 0;
  for (guint i = 0; i < SAMPLE_RECORDS && *p; i++)
    agreeing += count_in_record (&p, delimiter) == *in_header;
  return agreeing + 1;
}

/**
 * limber_csv_find_delimiter:
 * @text: from limber_csv_decode()
 *
 * Of tab, semicolon and comma the one on which header and rows agree best; the comma, which also
 * stands inside names, has the last word only. A table of one column gets the comma.
 */
char
limber_csv_find_delimiter (const char *text)
{
  static const char candidates[] = { '\t', ';', ',' };
  guint best_agreement = 0, best_columns = 0;
  char best = ',';

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint columns, agreeing = agreement (text, candidates[i], &columns);

      if (agreeing > best_agreement || (agreeing == best_agreement && columns > best_columns))
        {
          best = candidates[i];
          best_agreement = agreeing;
          best_columns = columns;
        }
    }
  return best;
}
