/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/session-room.h"

G_BEGIN_DECLS

/* The corrections of a session that are never silent. */
void limber_session_amend_move (GtkWidget *widget, LimberSessionRoom *room);
void limber_session_amend_void (GtkWidget *widget, LimberSessionRoom *room);

G_END_DECLS
