/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/booking/booking.h"
#include "services/clock.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_BOOKING_NOTICES (limber_booking_notices_get_type ())
G_DECLARE_FINAL_TYPE (LimberBookingNotices, limber_booking_notices, LIMBER, BOOKING_NOTICES, GtkBox)

/* Signal: reason-changed, when a person typed into the reason. */
GtkWidget  *limber_booking_notices_new (LimberClock *clock);
void        limber_booking_notices_show (LimberBookingNotices *self, const LimberBookingPreview *preview);
const char *limber_booking_notices_get_reason (LimberBookingNotices *self);
void        limber_booking_notices_clear_reason (LimberBookingNotices *self);

G_END_DECLS
