/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/client-file.h"
#include "widgets/adaptive-bin.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_RECORD_OVERVIEW (limber_record_overview_get_type ())
G_DECLARE_FINAL_TYPE (LimberRecordOverview, limber_record_overview, LIMBER, RECORD_OVERVIEW, GtkWidget)

GtkWidget *limber_record_overview_new (void);
void       limber_record_overview_set_file (LimberRecordOverview *self, const LimberClientFile *file);
void       limber_record_overview_set_width (LimberRecordOverview *self, LimberWidth width);

G_END_DECLS
