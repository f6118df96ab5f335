/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_DESK_DIALOG (limber_desk_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LimberDeskDialog, limber_desk_dialog, LIMBER, DESK_DIALOG, AdwWindow)

/* Signal: chosen (staff id, name). */
GtkWidget *limber_desk_dialog_new (GtkWindow *parent, LimberStore *store);

G_END_DECLS
