/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "domain/date.h"

G_BEGIN_DECLS

/* A day by typing or by the calendar, on an AdwEntryRow. */
void       limber_date_row_prepare (AdwEntryRow *row, LimberDate fallback);
LimberDate limber_date_row_get (AdwEntryRow *row);
void       limber_date_row_set (AdwEntryRow *row, LimberDate date);
gboolean   limber_date_row_check (AdwEntryRow *row, gboolean needed);

G_END_DECLS
