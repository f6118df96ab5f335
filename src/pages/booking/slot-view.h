/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/clock.h"
#include "services/booking/slot-finder.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_SLOT_VIEW (limber_slot_view_get_type ())
G_DECLARE_FINAL_TYPE (LimberSlotView, limber_slot_view, LIMBER, SLOT_VIEW, AdwBin)

/* Signals: slot-chosen (start x, staff s), period-changed (direction i) */
GtkWidget *limber_slot_view_new (LimberClock *clock);
void       limber_slot_view_set_slots (LimberSlotView *self, LimberSlotList *slots, int minutes, gboolean judged);
void       limber_slot_view_select (LimberSlotView *self, gint64 start, const char *staff_id);
const LimberSlot *limber_slot_view_get_best (LimberSlotView *self, LimberDate date);

G_END_DECLS
