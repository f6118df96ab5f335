/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/booking/booking-client.h"
#include "services/clock.h"
#include "store/store.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_BOOKING_PICKER (limber_booking_picker_get_type ())
G_DECLARE_FINAL_TYPE (LimberBookingPicker, limber_booking_picker, LIMBER, BOOKING_PICKER, AdwBin)

/* Signal: changed, when another client, or none, was chosen. */
GtkWidget                 *limber_booking_picker_new (LimberStore *store, LimberClock *clock);
void                       limber_booking_picker_choose (LimberBookingPicker *self, const char *client_id);
void                       limber_booking_picker_focus (LimberBookingPicker *self);
const LimberBookingClient *limber_booking_picker_get_client (LimberBookingPicker *self);

G_END_DECLS
