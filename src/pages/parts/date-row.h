/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/clock.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_DATE_ROW (limber_date_row_get_type ())
G_DECLARE_FINAL_TYPE (LimberDateRow, limber_date_row, LIMBER, DATE_ROW, AdwEntryRow)

/* A day by typing or by the calendar. A template makes the row and prepares it; code can make it whole. */
GtkWidget *limber_date_row_new (const char *title, LimberClock *clock, LimberDate fallback);
void       limber_date_row_prepare (LimberDateRow *self, LimberClock *clock, LimberDate fallback);
LimberDate limber_date_row_get (LimberDateRow *self);
void       limber_date_row_set (LimberDateRow *self, LimberDate date);
gboolean   limber_date_row_check (LimberDateRow *self, gboolean needed);

G_END_DECLS
