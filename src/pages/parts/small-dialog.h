/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

/* A small modal window: a title, a sentence, something to fill in, Cancel and one deed. */
GtkWindow *limber_small_dialog_new (GtkWidget *parent, const char *title, const char *text, GtkWidget *content,
                                    const char *deed, const char *style, GtkWidget **button);

void limber_small_dialog_write (GtkWindow *window, LimberStore *store, LimberStoreFunc job, gpointer data,
                                GDestroyNotify free_data);
void limber_window_close_on_escape (GtkWindow *window);

G_END_DECLS
