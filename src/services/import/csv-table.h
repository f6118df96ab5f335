/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LimberCsvError:
 *
 * Why a file cannot be read as a table.
 */
typedef enum {
  LIMBER_CSV_ERROR_UNREADABLE,
  LIMBER_CSV_ERROR_TOO_BIG,
  LIMBER_CSV_ERROR_NOT_A_TABLE,
  LIMBER_CSV_ERROR_NO_ROWS,
  LIMBER_CSV_ERROR_QUOTE,
  LIMBER_CSV_ERROR_NO_KNOWN_COLUMN,
} LimberCsvError;

#define LIMBER_CSV_ERROR (limber_csv_error_quark ())
GQuark limber_csv_error_quark (void);

/**
 * LimberCsvRow:
 * @number: the row as a spreadsheet counts it; the header is row 1, empty rows count
 * @n_cells: how many cells the row has; may differ from the header's
 * @cells: UTF-8, outer white space removed, never %NULL inside @n_cells
 */
typedef struct {
  guint number;
  guint n_cells;
  const char **cells;
} LimberCsvRow;

typedef struct _LimberCsvTable LimberCsvTable;

#define LIMBER_CSV_MAX_BYTES (64 * 1024 * 1024)

LimberCsvTable     *limber_csv_table_load (const char *path, GCancellable *cancellable, GError **error);
LimberCsvTable     *limber_csv_table_parse (const char *bytes, gsize length, GError **error);
void                limber_csv_table_free (LimberCsvTable *self);
const LimberCsvRow *limber_csv_table_header (LimberCsvTable *self);
guint               limber_csv_table_n_rows (LimberCsvTable *self);
const LimberCsvRow *limber_csv_table_row (LimberCsvTable *self, guint index);
const char         *limber_csv_row_cell (const LimberCsvRow *row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberCsvTable, limber_csv_table_free)

G_END_DECLS
