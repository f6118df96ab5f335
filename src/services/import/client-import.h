/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "domain/date.h"
#include "store/db/db.h"

G_BEGIN_DECLS

/** LimberImportOutcome: what became of a row. */
typedef enum {
  LIMBER_IMPORT_ADDED,
  LIMBER_IMPORT_SKIPPED,
  LIMBER_IMPORT_DUPLICATE,
} LimberImportOutcome;

/**
 * LimberImportRow:
 * @number: as a spreadsheet counts, the header is row 1
 * @name: "" when the row has none
 * @outcome: in a dry run, what would become of it
 * @reason: (nullable): why it was not added, or what to look at in an added one; a translated sentence
 */
typedef struct {
  guint number;
  char *name;
  LimberImportOutcome outcome;
  char *reason;
} LimberImportRow;

/** LimberImportReport: what an import did, row by row. */
typedef struct {
  gboolean dry_run;
  guint n_added;
  guint n_skipped;
  guint n_duplicates;
  guint n_teams;
  GPtrArray *rows; /* of LimberImportRow */
} LimberImportReport;

/**
 * LimberImport:
 *
 * One import of a file, counted by reference, so that a window can watch the progress while the store
 * works on it.
 */
typedef struct _LimberImport LimberImport;

LimberImport *limber_import_new (const char *path, LimberDate today, gboolean dry_run, GCancellable *cancellable);
LimberImport *limber_import_ref (LimberImport *self);
void          limber_import_unref (LimberImport *self);
double        limber_import_progress (LimberImport *self);
gboolean      limber_import_prepare (LimberImport *self, GError **error);
gpointer      limber_import_run (LimberDb *db, gpointer import, GError **error);

const char *limber_import_outcome_id (LimberImportOutcome outcome);
LimberImportReport *limber_import_report_new (gboolean dry_run);
void        limber_import_report_free (LimberImportReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberImport, limber_import_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberImportReport, limber_import_report_free)

G_END_DECLS
