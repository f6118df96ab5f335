/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIMBER_TYPE_BOOKING_REPEAT (limber_booking_repeat_get_type ())
G_DECLARE_FINAL_TYPE (LimberBookingRepeat, limber_booking_repeat, LIMBER, BOOKING_REPEAT, GtkBox)

/* Signal: changed. */
GtkWidget *limber_booking_repeat_new (void);
int        limber_booking_repeat_get_weeks (LimberBookingRepeat *self);
int        limber_booking_repeat_get_times (LimberBookingRepeat *self);

G_END_DECLS
