/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/import/csv-table.h"

#include <glib/gstdio.h>
#include <string.h>

/* A table written down as text: cells joined by '|', rows by '/'. */
static char *
flatten (LimberCsvTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint r = 0; r <= limber_csv_table_n_rows (table); r++)
    {
      const LimberCsvRow *row = r ? limber_csv_table_row (table, r - 1) : limber_csv_table_header (table);

      if (r > 0)
        g_string_append_c (text, '/');
      for (guint c = 0; c < row->n_cells; c++)
        g_string_append_printf (text, "%s%s", c ? "|" : "", limber_csv_row_cell (row, c));
    }
  return g_string_free (text, FALSE);
}

static void
assert_table (const char *bytes, gsize length, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberCsvTable) table = limber_csv_table_parse (bytes, length, &error);
  g_autofree char *flat = NULL;

  g_assert_no_error (error);
  flat = flatten (table);
  g_assert_cmpstr (flat, ==, expected);
}

static void
test_reads (void)
{
  static const struct { const char *text, *flat; } cases[] = {
    { "Name,Phone\nWren,1\n", "Name|Phone/Wren|1" },
    { "Name,Phone\r\nWren,1\r\n", "Name|Phone/Wren|1" },
    { "Name,Phone\rWren,1\r", "Name|Phone/Wren|1" },
    { "Name,Phone\nWren,1", "Name|Phone/Wren|1" },
    { "Name;Phone\nRowe, Caspian;1\n", "Name|Phone/Rowe, Caspian|1" },
    { "Last, First;Phone\nRowe, Caspian;1\n", "Last, First|Phone/Rowe, Caspian|1" },
    { "Name\tPhone\nRowe, Caspian\t1\n", "Name|Phone/Rowe, Caspian|1" },
    { "Name;Notes, long;Phone\nA;b, c, d;1\n", "Name|Notes, long|Phone/A|b, c, d|1" },
    { "Name\nWren\n", "Name/Wren" },
    { "\"Name\",\"Notes\"\n\"Wren\",\"one\ntwo, \"\"three\"\"\"\n", "Name|Notes/Wren|one\ntwo, \"three\"" },
    { "Name,Notes\nWren,5'11\" tall\n", "Name|Notes/Wren|5'11\" tall" },
    { " Name , Phone \n  Wren  ,\"  1 \"\n", "Name|Phone/Wren|1" },
    { "Name,Phone\n\n,\nWren,1\n  \n", "Name|Phone/Wren|1" },
    { "Name,Phone\nWren\nJuno,1,2\n", "Name|Phone/Wren/Juno|1|2" },
    { "sep=;\nName;Phone\nA,b;1\n", "Name|Phone/A,b|1" },
    { "\xef\xbb\xbfName,Phone\nZo\xc3\xab,1\n", "Name|Phone/Zoë|1" },
    { "Name,Phone\nZo\xeb \x80,1\n", "Name|Phone/Zoë €|1" },
    { "\"Name\"\t \"Phone\"\n\"a;b;c\"\t\"1\"\n", "Name|Phone/a;b;c|1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_table (cases[i].text, strlen (cases[i].text), cases[i].flat);
}

static void
test_utf16 (void)
{
  const char *text = "Name;Phone\nZoë €;1\n";

  for (int mark = 0; mark < 2; mark++)
    for (int big = 0; big < 2; big++)
      {
        g_autofree char *marked = g_strconcat (mark ? "\xef\xbb\xbf" : "", text, NULL);
        gsize length = 0;
        g_autofree char *bytes = g_convert (marked, -1, big ? "UTF-16BE" : "UTF-16LE", "UTF-8", NULL, &length, NULL);

        assert_table (bytes, length, "Name|Phone/Zoë €|1");
      }
}

static void
test_refuses (void)
{
  static const struct { const char *text; gssize length; int code; } cases[] = {
    { "", 0, LIMBER_CSV_ERROR_NOT_A_TABLE },
    { "\n \n\n", -1, LIMBER_CSV_ERROR_NOT_A_TABLE },
    { "\xef\xbb\xbf", -1, LIMBER_CSV_ERROR_NOT_A_TABLE },
    { "\xff\xfe", -1, LIMBER_CSV_ERROR_NOT_A_TABLE },
    { "\xff\xfeN", -1, LIMBER_CSV_ERROR_NOT_A_TABLE },
    { "Name,Phone\n", -1, LIMBER_CSV_ERROR_NO_ROWS },
    { "Name,Phone", -1, LIMBER_CSV_ERROR_NO_ROWS },
    { "Name,Phone\n,\n\n", -1, LIMBER_CSV_ERROR_NO_ROWS },
    { "Name,Phone\n\"Wren,1\n", -1, LIMBER_CSV_ERROR_QUOTE },
    { "\"Name,Phone\nWren,1\n", -1, LIMBER_CSV_ERROR_QUOTE },
    { "Name,Phone\n\"Wren\" Halloway,1\n\"Juno\",2\n", -1, LIMBER_CSV_ERROR_QUOTE },
    { "Name,Phone\nWren,\"", -1, LIMBER_CSV_ERROR_QUOTE },
    { "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, LIMBER_CSV_ERROR_NOT_A_TABLE },
    { "PK\x03\x04name,phone\nWren,1\n", -1, LIMBER_CSV_ERROR_NOT_A_TABLE },
    { "Name,Phone\nWr\0en,1\n", 18, LIMBER_CSV_ERROR_NOT_A_TABLE },
    { "Name\nWr\x81\x8d\n", -1, LIMBER_CSV_ERROR_NOT_A_TABLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize length = cases[i].length < 0 ? strlen (cases[i].text) : (gsize) cases[i].length;
      LimberCsvTable *table = limber_csv_table_parse (cases[i].text, length, &error);

      g_test_message ("case %u", i);
      g_assert_null (table);
      g_assert_error (error, LIMBER_CSV_ERROR, cases[i].code);
    }
}

static void
test_rows_count_like_a_spreadsheet (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberCsvTable) table = NULL;
  const char *text = "Name,Notes\n\nA,\"one\ntwo\"\n,,\nB,\n";

  table = limber_csv_table_parse (text, strlen (text), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (limber_csv_table_n_rows (table), ==, 2);
  g_assert_cmpuint (limber_csv_table_row (table, 0)->number, ==, 3);
  g_assert_cmpuint (limber_csv_table_row (table, 1)->number, ==, 5);
  g_assert_cmpstr (limber_csv_row_cell (limber_csv_table_row (table, 1), 7), ==, "");
}

static void
test_files (void)
{
  g_autofree char *dir = g_dir_make_tmp ("limber-csv-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "clients.csv", NULL);
  g_autofree char *big = g_strnfill (LIMBER_CSV_MAX_BYTES + 1, 'a');
  g_autoptr (LimberCsvTable) table = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (limber_csv_table_load (path, NULL, &error));
  g_assert_error (error, LIMBER_CSV_ERROR, LIMBER_CSV_ERROR_UNREADABLE);
  g_clear_error (&error);
  g_assert_null (limber_csv_table_load (dir, NULL, &error));
  g_assert_error (error, LIMBER_CSV_ERROR, LIMBER_CSV_ERROR_UNREADABLE);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, big, -1, NULL));
  g_assert_null (limber_csv_table_load (path, NULL, &error));
  g_assert_error (error, LIMBER_CSV_ERROR, LIMBER_CSV_ERROR_TOO_BIG);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "Name\nWren\n", -1, NULL));
  table = limber_csv_table_load (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (limber_csv_table_n_rows (table), ==, 1);
  g_remove (path);
  g_rmdir (dir);
}

/* Whatever the bytes, the reader answers with a table or an error. */
static void
test_mutations (void)
{
  const char *seed = "\xef\xbb\xbfName;\"Phone\";Notes\r\nZo\xc3\xab;\"1\r\n2\";\"a \"\"b\"\"\"\r\nX;Y;Z\r\n";
  gsize length = strlen (seed);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int i = 0; i < 4000; i++)
    {
      g_autofree char *bytes = g_memdup2 (seed, length);
      gsize keep = g_rand_int_range (rand, 0, (gint32) length + 1);
      LimberCsvTable *table;

      for (int k = g_rand_int_range (rand, 0, 6); k > 0; k--)
        bytes[g_rand_int_range (rand, 0, (gint32) length)] =
          g_rand_boolean (rand) ? "\"\n\r;,\t \0\xff"[g_rand_int_range (rand, 0, 9)] : (char) g_rand_int (rand);
      table = limber_csv_table_parse (bytes, keep, NULL);
      if (table)
        limber_csv_table_free (table);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-table/reads", test_reads);
  g_test_add_func ("/csv-table/utf16", test_utf16);
  g_test_add_func ("/csv-table/refuses", test_refuses);
  g_test_add_func ("/csv-table/rows-count-like-a-spreadsheet", test_rows_count_like_a_spreadsheet);
  g_test_add_func ("/csv-table/files", test_files);
  g_test_add_func ("/csv-table/mutations", test_mutations);
  return g_test_run ();
}
