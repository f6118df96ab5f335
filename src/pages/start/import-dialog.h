/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/parts/ports.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_IMPORT_DIALOG (limber_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LimberImportDialog, limber_import_dialog, LIMBER, IMPORT_DIALOG, AdwWindow)

GtkWidget *limber_import_dialog_new_races (GtkWindow *parent, LimberStore *store, LimberClock *clock);
GtkWidget *limber_import_dialog_new (GtkWindow *parent, LimberStore *store, LimberClock *clock);
void       limber_import_dialog_read (LimberImportDialog *self, const char *path);

G_END_DECLS
