/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/client-file.h"

G_BEGIN_DECLS

/* Cards of the Races tab. Each fills a box anew from a file; the deeds are actions of the tab. */
void limber_record_show_sweet_spot (GtkBox *box, const LimberClientFile *file);
void limber_record_show_mind (GtkBox *box, const LimberClientFile *file);

G_END_DECLS
