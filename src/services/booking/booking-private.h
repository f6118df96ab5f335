/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "services/booking/booking.h"
#include "store/clinic.h"

G_BEGIN_DECLS

/* Shared by the files of the booking service. */
int      limber_booking_turnover (const LimberBookingRequest *request, const LimberClinic *clinic);
gboolean limber_booking_check_overlaps (LimberDb *db, const LimberBookingRequest *request, int turnover, int rooms,
                                        LimberBookingPreview *preview, GError **error);

G_END_DECLS
