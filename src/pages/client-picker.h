/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "services/booking-client.h"
#include "services/clock.h"
#include "store/store.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_CLIENT_PICKER (limber_client_picker_get_type ())
G_DECLARE_FINAL_TYPE (LimberClientPicker, limber_client_picker, LIMBER, CLIENT_PICKER, AdwBin)

/* A name to type and the clients that fit it. Signal: picked, when the choice changed. */
GtkWidget  *limber_client_picker_new (LimberStore *store);
const char *limber_client_picker_get_id (LimberClientPicker *self);
const char *limber_client_picker_get_name (LimberClientPicker *self);
/* Signal: changed, when another client, or none, was chosen. */
GtkWidget                 *limber_client_picker_new (LimberStore *store, LimberClock *clock);
void                       limber_client_picker_choose (LimberClientPicker *self, const char *client_id);
const LimberBookingClient *limber_client_picker_get_client (LimberClientPicker *self);

G_END_DECLS
