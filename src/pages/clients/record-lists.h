/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/client-file.h"

G_BEGIN_DECLS

/* The plain tabs of a record. Each of these fills a vertical #GtkBox anew from a file. */

GtkWidget *limber_record_scrolled (GtkWidget *child);

GtkListBox   *limber_record_start_list (GtkWidget *box, guint n_rows, const char *name, const char *nothing);
AdwActionRow *limber_record_add_row (GtkListBox *list, const char *title, char *subtitle);
void          limber_record_add_suffix (AdwActionRow *row, const char *text);

void       limber_record_show_alerts (GtkBox *box, const LimberClientFile *file);
void       limber_record_show_motion (GtkWidget *box, const LimberClientFile *file);
void       limber_record_show_contacts (GtkWidget *box, const LimberClientFile *file);

G_END_DECLS
