/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIMBER_TYPE_CADENCE_CHIP (limber_cadence_chip_get_type ())
G_DECLARE_FINAL_TYPE (LimberCadenceChip, limber_cadence_chip, LIMBER, CADENCE_CHIP, GtkWidget)

GtkWidget  *limber_cadence_chip_new (void);
void        limber_cadence_chip_set (LimberCadenceChip *self, const char *state, const char *text, int days,
                                     int maximum, const char *reason);
const char *limber_cadence_state_icon (const char *state);

G_END_DECLS
