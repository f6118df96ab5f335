/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/import/csv-table.h"

#include "services/import/csv-encoding.h"

#include <csv.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_CELLS 6000000

struct _LimberCsvTable {
  GStringChunk *texts;
  GPtrArray *rows; /* of LimberCsvRow; the header first */
};

typedef struct {
  LimberCsvTable *table;
  GPtrArray *cells; /* of the row being read; the table's chunk owns the texts */
  guint number;
  guint64 n_cells;
} Reader;

G_DEFINE_QUARK (limber-csv-error-quark, limber_csv_error)

static void
row_free (LimberCsvRow *row)
{
  g_free (row->cells);
  g_free (row);
}

static LimberCsvTable *
table_new (void)
{
  LimberCsvTable *self = g_new0 (LimberCsvTable, 1);

  self->texts = g_string_chunk_new (64 * 1024);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  return self;
}

static void
on_cell (void *text, size_t length, void *user_data)
{
  Reader *reader = user_data;
  g_autofree char *cell = NULL;

  if (++reader->n_cells > MAX_CELLS)
    return;
  if (length == 0)
    {
      g_ptr_array_add (reader->cells, (gpointer) "");
      return;
    }
  cell = g_strstrip (g_strndup (text, length));
  g_ptr_array_add (reader->cells, g_string_chunk_insert (reader->table->texts, cell));
}

static gboolean
row_is_empty (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (*(const char *) g_ptr_array_index (cells, i))
      return FALSE;
  return TRUE;
}

static void
on_row (int end, void *user_data)
{
  Reader *reader = user_data;
  LimberCsvRow *row;

  if (reader->n_cells > MAX_CELLS)
    return;
  reader->number++;
  if (!row_is_empty (reader->cells))
    {
      row = g_new0 (LimberCsvRow, 1);
      row->number = reader->number;
      row->n_cells = reader->cells->len;
      row->cells = g_memdup2 (reader->cells->pdata, sizeof (char *) * reader->cells->len);
      g_ptr_array_add (reader->table->rows, row);
    }
  g_ptr_array_set_size (reader->cells, 0);
}

/* Spreadsheets may name the delimiter in a first line of their own. */
static const char *
skip_delimiter_line (const char *text, char *delimiter)
{
  if (g_ascii_strncasecmp (text, "sep=", 4) == 0 && text[4] && (text[5] == '\n' || text[5] == '\0'))
    {
      *delimiter = text[4];
      return text + (text[5] ? 6 : 5);
    }
  *delimiter = limber_csv_find_delimiter (text);
  return text;
}

/* libcsv quietly swallows delimiters and line ends behind a closing quote that is followed by text, so
 * the quotes are checked first. Returns the row whose quote is wrong, 0 when all are right. */
static guint
find_wrong_quote (const char *text, char delimiter)
{
  guint row = 1;

  for (const char *p = text; *p;)
    {
      while (*p == ' ' || (*p == '\t' && delimiter != '\t'))
        p++;
      if (*p == '"')
        {
          for (p++; *p && (*p != '"' || p[1] == '"'); p++)
            p += *p == '"';
          if (!*p)
            return row;
          for (p++; *p == ' ' || (*p == '\t' && delimiter != '\t'); p++)
            ;
          if (*p && *p != delimiter && *p != '\n')
            return row;
        }
      while (*p && *p != delimiter && *p != '\n')
        p++;
      row += *p == '\n';
      p += *p != '\0';
    }
  return 0;
}

static gboolean
read_rows (Reader *reader, const char *text, char delimiter, GError **error)
{
  struct csv_parser parser;
  gsize length = strlen (text);
  gboolean ok;

  if (csv_init (&parser, CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
    g_error ("libcsv cannot start");
  csv_set_delim (&parser, (unsigned char) delimiter);
  ok = csv_parse (&parser, text, length, on_cell, on_row, reader) == length &&
       csv_fini (&parser, on_cell, on_row, reader) == 0;
  csv_free (&parser);
  if (!ok)
    g_set_error_literal (error, LIMBER_CSV_ERROR, LIMBER_CSV_ERROR_NOT_A_TABLE,
                         _("The file is not a table of comma-separated values."));
  else if (reader->n_cells > MAX_CELLS)
    g_set_error_literal (error, LIMBER_CSV_ERROR, LIMBER_CSV_ERROR_TOO_BIG,
                         _("The table has too many cells to be read."));
  return ok && reader->n_cells <= MAX_CELLS;
}

static LimberCsvTable *
parse_text (const char *text, GError **error)
{
  g_autoptr (LimberCsvTable) self = table_new ();
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  Reader reader = { .table = self, .cells = cells };
  char delimiter;
  guint wrong;

  text = skip_delimiter_line (text, &delimiter);
  wrong = find_wrong_quote (text, delimiter);
  if (wrong > 0)
    {
      g_set_error (error, LIMBER_CSV_ERROR, LIMBER_CSV_ERROR_QUOTE,
                   _("The table has a quotation mark that is not closed, in row %u."), wrong);
      return NULL;
    }
  if (!read_rows (&reader, text, delimiter, error))
    return NULL;
  if (self->rows->len < 2)
    {
      g_set_error_literal (error, LIMBER_CSV_ERROR,
                           self->rows->len ? LIMBER_CSV_ERROR_NO_ROWS : LIMBER_CSV_ERROR_NOT_A_TABLE,
                           self->rows->len ? _("The table has only a header and no rows.")
                                           : _("The file is empty."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

static char *
read_capped (const char *path, gsize *length, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (256 * 1024);
  gssize n = 1;

  if (!stream)
    return NULL;
  while (bytes->len <= LIMBER_CSV_MAX_BYTES)
    {
      n = g_input_stream_read (G_INPUT_STREAM (stream), block, 256 * 1024, cancellable, error);
      if (n <= 0)
        break;
      g_byte_array_append (bytes, block, (guint) n);
    }
  if (n < 0)
    return NULL;
  *length = bytes->len;
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}

/**
 * limber_csv_table_load:
 * @path: a file in the encoding of this system
 *
 * Reads a table from a file, see limber_csv_table_parse().
 *
 * Returns: (transfer full) (nullable): the table; %NULL with %LIMBER_CSV_ERROR, or %G_IO_ERROR_CANCELLED
 */
LimberCsvTable *
limber_csv_table_load (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;

  bytes = read_capped (path, &length, cancellable, &local);
  if (local)
    {
      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error (error, LIMBER_CSV_ERROR, LIMBER_CSV_ERROR_UNREADABLE, _("The file cannot be read: %s"),
                     local->message);
      return NULL;
    }
  return limber_csv_table_parse (bytes, length, error);
}

/**
 * limber_csv_table_parse:
 *
 * Finds out encoding and delimiter and splits the text into rows; empty rows are left out.
 *
 * Returns: (transfer full) (nullable): a table of a header and at least one row; %NULL with %LIMBER_CSV_ERROR
 */
LimberCsvTable *
limber_csv_table_parse (const char *bytes, gsize length, GError **error)
{
  g_autofree char *text = NULL;

  if (length > LIMBER_CSV_MAX_BYTES)
    {
      g_set_error (error, LIMBER_CSV_ERROR, LIMBER_CSV_ERROR_TOO_BIG,
                   _("The file is larger than %d MB, more than Limber reads at once."),
                   LIMBER_CSV_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  text = limber_csv_decode (bytes ? bytes : "", length);
  if (!text)
    {
      g_set_error_literal (error, LIMBER_CSV_ERROR, LIMBER_CSV_ERROR_NOT_A_TABLE,
                           _("The file is not a table of comma-separated values."));
      return NULL;
    }
  return parse_text (text, error);
}

void
limber_csv_table_free (LimberCsvTable *self)
{
  g_ptr_array_unref (self->rows);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/** limber_csv_table_header: Returns: (transfer none): the first row that is not empty */
const LimberCsvRow *
limber_csv_table_header (LimberCsvTable *self)
{
  return g_ptr_array_index (self->rows, 0);
}

/** limber_csv_table_n_rows: Returns: the number of rows below the header, at least 1 */
guint
limber_csv_table_n_rows (LimberCsvTable *self)
{
  return self->rows->len - 1;
}

/** limber_csv_table_row: Returns: (transfer none): the row @index, counted from 0 below the header */
const LimberCsvRow *
limber_csv_table_row (LimberCsvTable *self, guint index)
{
  return g_ptr_array_index (self->rows, index + 1);
}

/** limber_csv_row_cell: Returns: (transfer none): the cell, "" where a short row has none */
const char *
limber_csv_row_cell (const LimberCsvRow *row, guint column)
{
  return column < row->n_cells ? row->cells[column] : "";
}
