/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  limber_address_call (GtkWidget *widget, const char *phone);
void  limber_address_text (GtkWidget *widget, const char *phone, const char *body);
void  limber_address_mail (GtkWidget *widget, const char *email, const char *subject, const char *body);
char *limber_address_uri (const char *scheme, const char *address, const char *subject, const char *body);

G_END_DECLS
