/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "services/paper/sheet.h"

G_BEGIN_DECLS

void limber_print_sheet (GtkWidget *widget, LimberSheet *sheet);
void limber_print_sheet_save (GtkWidget *widget, LimberSheet *sheet);
void limber_print_sheet_copy (GtkWidget *widget, const LimberSheet *sheet);

G_END_DECLS
