/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_STAFF_ROW (limber_staff_row_get_type ())
G_DECLARE_FINAL_TYPE (LimberStaffRow, limber_staff_row, LIMBER, STAFF_ROW, AdwComboRow)

/* Chooses a therapist, or nobody in particular. Signal: chosen, also once the therapists are known. */
GtkWidget  *limber_staff_row_new (LimberStore *store, const char *title, const char *nobody, const char *wanted);
void        limber_staff_row_set_nobody (LimberStaffRow *self, const char *nobody);
gboolean    limber_staff_row_is_ready (LimberStaffRow *self);
const char *limber_staff_row_get_id (LimberStaffRow *self);

G_END_DECLS
