/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

void limber_session_notes_dialog_present (GtkWidget *widget, LimberStore *store, LimberClock *clock,
                                          const char *session_id);

G_END_DECLS
