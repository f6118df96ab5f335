/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/parts/ports.h"
#include "services/clock.h"
#include "store/store.h"

G_BEGIN_DECLS

/* The corrections of a session that are never silent. Undo is offered where @widget shows toasts. */
void limber_session_amend_move (GtkWidget *widget, LimberStore *store, const char *session_id);
void limber_session_amend_void (GtkWidget *widget, LimberStore *store, LimberClock *clock, const char *session_id);
void limber_session_amend_restore (GtkWidget *widget, LimberStore *store, const char *session_id);

G_END_DECLS
