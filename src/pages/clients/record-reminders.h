/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/clock.h"
#include "store/client-file.h"
#include "store/store.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_RECORD_REMINDERS (limber_record_reminders_get_type ())
G_DECLARE_FINAL_TYPE (LimberRecordReminders, limber_record_reminders, LIMBER, RECORD_REMINDERS, GtkWidget)

GtkWidget *limber_record_reminders_new (LimberStore *store, LimberClock *clock);
void       limber_record_reminders_set_file (LimberRecordReminders *self, const LimberClientFile *file);

G_END_DECLS
