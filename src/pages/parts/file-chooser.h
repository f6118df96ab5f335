/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** LimberFileChosen: @path is never %NULL: a person who cancels is not heard of again. */
typedef void (*LimberFileChosen) (const char *path, gpointer data);

void limber_file_chooser_open (GtkWindow *parent, const char *title, const char *filter_name,
                               const char *const *suffixes, LimberFileChosen chosen, gpointer data);
void limber_file_chooser_save (GtkWindow *parent, const char *title, const char *filter_name,
                               const char *const *suffixes, const char *name, LimberFileChosen chosen, gpointer data,
                               GDestroyNotify free_data);

G_END_DECLS
