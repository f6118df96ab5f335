/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/clock.h"
#include "services/rebook/rebook.h"
#include "store/store.h"

G_BEGIN_DECLS

void limber_until_dialog_present (GtkWidget *page, LimberStore *store, LimberClock *clock, GPtrArray *clients,
                                  const char *client_name, LimberRebookAnswer answer);

G_END_DECLS
