/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/date.h"
#include "services/import/csv-table.h"

G_BEGIN_DECLS

/**
 * LimberClientDraft:
 * @name: as it is shown, "" when the row has none
 * @phones: (array zero-terminated): the preferred one first
 * @emails: (array zero-terminated): likewise
 * @birthday: ISO, "--MM-DD" when the year is unknown, or "" when the row has none
 * @strange_birthday: what stood there when it is no date, else ""
 *
 * One row of a table in Limber's words.
 */
typedef struct {
  char *name;
  char **phones;
  char **emails;
  char *birthday;
  char *strange_birthday;
  char *team;
  char *notes;
} LimberClientDraft;

typedef struct _LimberClientColumns LimberClientColumns;

LimberClientColumns *limber_client_columns_find (LimberCsvTable *table);
void                 limber_client_columns_free (LimberClientColumns *self);
LimberClientDraft       *limber_client_columns_read (LimberClientColumns *self, const LimberCsvRow *row, LimberDate today);
void                 limber_client_draft_free (LimberClientDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberClientColumns, limber_client_columns_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberClientDraft, limber_client_draft_free)

G_END_DECLS
