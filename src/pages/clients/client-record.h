/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/clock.h"
#include "store/store.h"
#include "widgets/adaptive-bin.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_CLIENT_RECORD (limber_client_record_get_type ())
G_DECLARE_FINAL_TYPE (LimberClientRecord, limber_client_record, LIMBER, CLIENT_RECORD, GtkWidget)

/* Signal: gone, when the client shown does not exist (any more). */
GtkWidget  *limber_client_record_new (LimberStore *store, LimberClock *clock);
void        limber_client_record_open (LimberClientRecord *self, const char *client_id);
const char *limber_client_record_get_client_id (LimberClientRecord *self);
void        limber_client_record_set_width (LimberClientRecord *self, LimberWidth width);

G_END_DECLS
