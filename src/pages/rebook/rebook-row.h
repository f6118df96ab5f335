/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "models/row.h"
#include "services/clock.h"
#include "services/rebook/rebook.h"
#include "widgets/adaptive-bin.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_REBOOK_ROW (limber_rebook_row_get_type ())
G_DECLARE_FINAL_TYPE (LimberRebookRow, limber_rebook_row, LIMBER, REBOOK_ROW, GtkListBoxRow)

GtkWidget  *limber_rebook_row_new (LimberRow *row, LimberClock *clock);
const char *limber_rebook_row_client_id (LimberRebookRow *self);
const char *limber_rebook_row_client_name (LimberRebookRow *self);
void        limber_rebook_row_set_selecting (LimberRebookRow *self, gboolean selecting, gboolean selected);
void        limber_rebook_row_set_width (LimberRebookRow *self, LimberWidth width);
void        limber_rebook_row_toggle (LimberRebookRow *self);

G_END_DECLS
