/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/booking/booking-series.h"
#include "store/store.h"

G_BEGIN_DECLS

/** LimberSeriesBooked: everything was booked; the dialog over @parent can close. */
typedef void (*LimberSeriesBooked) (GtkWidget *parent);

void limber_booking_series_present (GtkWidget *parent, GtkWidget *feedback, LimberStore *store,
                                    const LimberSeriesQuery *query, const char *client_name, LimberSeriesBooked booked);

G_END_DECLS
