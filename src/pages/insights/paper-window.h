/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

/** LimberPaperFill: @loaded: what the job brought; fills an empty box with it. */
typedef void (*LimberPaperFill) (GtkBox *content, gpointer loaded);

/* A window that reads one thing from the store and shows it on a page that scrolls. Its action paper.show-client opens a
 * record and closes it. */
void limber_paper_window_present (GtkWindow *parent, LimberStore *store, const char *title, LimberStoreFunc job,
                                  gpointer data, GDestroyNotify free_data, GDestroyNotify free_loaded,
                                  LimberPaperFill fill);
void limber_paper_add_text (GtkBox *content, const char *text, const char *css_class);

G_END_DECLS
