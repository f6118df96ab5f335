/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/clock.h"
#include "store/client-file.h"
#include "store/store.h"

G_BEGIN_DECLS

void limber_record_show_questions (GtkBox *box, LimberStore *store, LimberClock *clock, const LimberClientFile *file);

G_END_DECLS
