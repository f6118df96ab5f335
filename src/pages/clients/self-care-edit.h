/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/care-plan.h"
#include "store/store.h"

G_BEGIN_DECLS

void limber_self_care_edit_present (GtkWidget *widget, LimberStore *store, const LimberClientFile *file,
                                    const LimberCareLine *line, gboolean left_out);

G_END_DECLS
