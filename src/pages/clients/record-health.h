/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/clock.h"
#include "store/client-file.h"
#include "store/store.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_RECORD_HEALTH (limber_record_health_get_type ())
G_DECLARE_FINAL_TYPE (LimberRecordHealth, limber_record_health, LIMBER, RECORD_HEALTH, GtkWidget)

GtkWidget *limber_record_health_new (LimberStore *store, LimberClock *clock);
void       limber_record_health_set_file (LimberRecordHealth *self, const LimberClientFile *file);
gboolean   limber_record_health_get_unsaved (LimberRecordHealth *self);

G_END_DECLS
