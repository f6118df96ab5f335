/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/parts/ports.h"
#include "pages/schedule/schedule-sheet.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_SCHEDULE_SIDE (limber_schedule_side_get_type ())
G_DECLARE_FINAL_TYPE (LimberScheduleSide, limber_schedule_side, LIMBER, SCHEDULE_SIDE, GtkBox)

/* Signal: changed, when there are other ghosts to draw. */
GtkWidget *limber_schedule_side_new (LimberStore *store, LimberClock *clock);
void       limber_schedule_side_set_days (LimberScheduleSide *self, LimberDate from, LimberDate to);
void       limber_schedule_side_set_narrow (LimberScheduleSide *self, gboolean narrow);
void       limber_schedule_side_add_ghosts (LimberScheduleSide *self, LimberScheduleSheet *sheet);
GVariant  *limber_schedule_side_book_args (LimberScheduleSide *self, const char *ghost_id);
void       limber_schedule_side_pick (LimberScheduleSide *self, const char *client_id);

G_END_DECLS
