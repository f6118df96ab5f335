/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/client-file.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_RECORD_FINDINGS (limber_record_findings_get_type ())
G_DECLARE_FINAL_TYPE (LimberRecordFindings, limber_record_findings, LIMBER, RECORD_FINDINGS, GtkWidget)

GtkWidget *limber_record_findings_new (void);
void       limber_record_findings_set_file (LimberRecordFindings *self, const LimberClientFile *file);

G_END_DECLS
