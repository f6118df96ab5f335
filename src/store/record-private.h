/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/record.h"

G_BEGIN_DECLS

void limber_column_read (const LimberColumn *column, gpointer record, LimberStmt *stmt, int index);
void limber_column_bind (const LimberColumn *column, gconstpointer record, LimberStmt *stmt, int number);
gboolean limber_column_equal (const LimberColumn *column, gconstpointer a, gconstpointer b);
void limber_column_append_json (const LimberColumn *column, gconstpointer record, GString *json);

G_END_DECLS
