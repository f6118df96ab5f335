/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/client-file.h"

G_BEGIN_DECLS

/* The plain tabs of a record. Each of these fills a vertical #GtkBox anew from a file. */

GtkWidget *limber_record_scrolled (GtkWidget *child);
void       limber_record_show_alerts (GtkBox *box, const LimberClientFile *file);
void       limber_record_show_sessions (GtkWidget *box, const LimberClientFile *file);
void       limber_record_show_findings (GtkWidget *box, const LimberClientFile *file);
void       limber_record_show_motion (GtkWidget *box, const LimberClientFile *file);
void       limber_record_show_races (GtkWidget *box, const LimberClientFile *file);
void       limber_record_show_contacts (GtkWidget *box, const LimberClientFile *file);
void       limber_record_show_changes (GtkWidget *box, const LimberClientFile *file);

G_END_DECLS
