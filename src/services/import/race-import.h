/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/import/client-import.h"

G_BEGIN_DECLS

/** LimberRaceImport: a table of races on its way into the clinic; @dry_run: only say what would happen. */
typedef struct {
  char *path;
  LimberDate today;
  gboolean dry_run;
  GCancellable *cancellable;
} LimberRaceImport;

LimberRaceImport *limber_race_import_new (const char *path, LimberDate today, gboolean dry_run,
                                          GCancellable *cancellable);
void              limber_race_import_free (LimberRaceImport *import);
gpointer          limber_race_import_run (LimberDb *db, gpointer import, GError **error);
double            limber_race_import_km (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberRaceImport, limber_race_import_free)

G_END_DECLS
