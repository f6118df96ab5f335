/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/parts/ports.h"
#include "store/client-file.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_RECORD_RACES (limber_record_races_get_type ())
G_DECLARE_FINAL_TYPE (LimberRecordRaces, limber_record_races, LIMBER, RECORD_RACES, GtkWidget)

GtkWidget *limber_record_races_new (LimberStore *store, LimberClock *clock);
void       limber_record_races_set_file (LimberRecordRaces *self, const LimberClientFile *file);

G_END_DECLS
