/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/client-file.h"

G_BEGIN_DECLS

void limber_record_show_changes (GtkWidget *box, const LimberClientFile *file, GTimeZone *zone);

G_END_DECLS
