/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LIMBER_TYPE_ROW (limber_row_get_type ())
G_DECLARE_FINAL_TYPE (LimberRow, limber_row, LIMBER, ROW, GObject)

LimberRow    *limber_row_new (gpointer record, GDestroyNotify record_free);
LimberRow    *limber_row_new_pending (void);
gconstpointer limber_row_get_record (LimberRow *self);
const char   *limber_row_get_id (LimberRow *self);
void          limber_row_take_record (LimberRow *self, gpointer record, GDestroyNotify record_free);

G_END_DECLS
