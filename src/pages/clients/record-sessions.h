/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/parts/ports.h"
#include "store/client-file.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_RECORD_SESSIONS (limber_record_sessions_get_type ())
G_DECLARE_FINAL_TYPE (LimberRecordSessions, limber_record_sessions, LIMBER, RECORD_SESSIONS, GtkWidget)

GtkWidget *limber_record_sessions_new (LimberStore *store, LimberClock *clock);
void       limber_record_sessions_set_file (LimberRecordSessions *self, const LimberClientFile *file);

G_END_DECLS
