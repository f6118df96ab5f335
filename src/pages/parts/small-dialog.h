/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A small modal window: a title, a sentence, something to fill in, Cancel and one deed. */
GtkWindow *limber_small_dialog_new (GtkWidget *parent, const char *title, const char *text, GtkWidget *content,
                                    const char *deed, const char *style, GtkWidget **button);

G_END_DECLS
