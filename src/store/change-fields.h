/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/change-log.h"

G_BEGIN_DECLS

/**
 * LimberChangeField:
 * @column: its name in the table
 * @before: (nullable): as text: words as they stood, numbers in digits, dates as ISO; %NULL for nothing
 * @after: (nullable): the same
 *
 * One field of an entry of the change log.
 */
typedef struct {
  char *column;
  char *before;
  char *after;
} LimberChangeField;

GPtrArray               *limber_change_fields (const LimberChange *change);
GPtrArray               *limber_change_fields_of_run (GPtrArray *changes, guint from, guint to);
guint                    limber_change_run_end (GPtrArray *changes, guint from, gint64 gap);
const LimberChangeField *limber_change_field_find (GPtrArray *fields, const char *column);

G_END_DECLS
