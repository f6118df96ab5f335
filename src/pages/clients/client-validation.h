/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "domain/date.h"

G_BEGIN_DECLS

/* What a person may type into the fields of a client. Empty is always valid but for a name. */

gboolean limber_client_text_is_filled (const char *text);
char    *limber_client_text_dup (const char *text);
gboolean limber_client_phone_is_valid (const char *text);
gboolean limber_client_email_is_valid (const char *text);
gboolean limber_client_birthday_is_valid (const char *text, LimberDate today);
int      limber_client_age (const char *birthday, LimberDate today);
void     limber_client_mark_row (GtkWidget *row, gboolean valid);

G_END_DECLS
