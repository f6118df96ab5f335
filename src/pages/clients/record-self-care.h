/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/client-file.h"
#include "store/store.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_RECORD_SELF_CARE (limber_record_self_care_get_type ())
G_DECLARE_FINAL_TYPE (LimberRecordSelfCare, limber_record_self_care, LIMBER, RECORD_SELF_CARE, GtkBox)

GtkWidget *limber_record_self_care_new (LimberStore *store);
void       limber_record_self_care_set_file (LimberRecordSelfCare *self, const LimberClientFile *file);

G_END_DECLS
