/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/text-table.h"

#define MAX_COLUMNS 16

/**
 * limber_text_table:
 * @rows: (element-type GStrv): all with the same number of cells
 *
 * Returns: (transfer full): lines whose cells stand below each other
 */
char *
limber_text_table (GPtrArray *rows)
{
  GString *text = g_string_new (NULL);
  int widths[MAX_COLUMNS] = { 0 };
  guint n = rows->len > 0 ? g_strv_length (g_ptr_array_index (rows, 0)) : 0;

  g_return_val_if_fail (n <= MAX_COLUMNS, g_string_free (text, FALSE));

  for (guint r = 0; r < rows->len; r++)
    for (guint c = 0; c < n; c++)
      widths[c] = MAX (widths[c], (int) g_utf8_strlen (((GStrv) g_ptr_array_index (rows, r))[c], -1));
  for (guint r = 0; r < rows->len; r++)
    {
      GStrv cells = g_ptr_array_index (rows, r);

      for (guint c = 0; c + 1 < n; c++)
        g_string_append_printf (text, "%s%*s", cells[c], widths[c] + 2 - (int) g_utf8_strlen (cells[c], -1), "");
      g_string_append_printf (text, "%s\n", n > 0 ? cells[n - 1] : "");
    }
  return g_string_free (text, FALSE);
}
