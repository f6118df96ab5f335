/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/rebook/rebook-deed.h"
#include "store/store.h"

G_BEGIN_DECLS

/** LimberRebookDone: @error is %NULL when the deed is written. */
typedef void (*LimberRebookDone) (const GError *error, gpointer data);

void limber_rebook_do (GtkWidget *widget, LimberStore *store, const LimberRebookDeed *deed, const char *client_name,
                       LimberRebookDone done, gpointer data);

G_END_DECLS
