/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/clock.h"
#include "store/client-file.h"
#include "store/store.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_RECORD_DETAILS (limber_record_details_get_type ())
G_DECLARE_FINAL_TYPE (LimberRecordDetails, limber_record_details, LIMBER, RECORD_DETAILS, GtkWidget)

GtkWidget *limber_record_details_new (LimberStore *store, LimberClock *clock);
void       limber_record_details_set_file (LimberRecordDetails *self, const LimberClientFile *file);
gboolean   limber_record_details_get_unsaved (LimberRecordDetails *self);

G_END_DECLS
