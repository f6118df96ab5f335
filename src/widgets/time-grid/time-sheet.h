/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/time-grid/time-geometry.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_TIME_SHEET (limber_time_sheet_get_type ())
G_DECLARE_FINAL_TYPE (LimberTimeSheet, limber_time_sheet, LIMBER, TIME_SHEET, GtkWidget)

GtkWidget *limber_time_sheet_new (void);
void       limber_time_sheet_set (LimberTimeSheet *self, GPtrArray *columns, const LimberTimeGeometry *geometry);

G_END_DECLS
