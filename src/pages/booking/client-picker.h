/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_CLIENT_PICKER (limber_client_picker_get_type ())
G_DECLARE_FINAL_TYPE (LimberClientPicker, limber_client_picker, LIMBER, CLIENT_PICKER, AdwBin)

/* A name to type and the clients that fit it. Signal: picked, when the choice changed. */
GtkWidget  *limber_client_picker_new (LimberStore *store);
const char *limber_client_picker_get_id (LimberClientPicker *self);
const char *limber_client_picker_get_name (LimberClientPicker *self);

G_END_DECLS
