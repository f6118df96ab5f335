/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIMBER_TYPE_VERDICT_CHIP (limber_verdict_chip_get_type ())
G_DECLARE_FINAL_TYPE (LimberVerdictChip, limber_verdict_chip, LIMBER, VERDICT_CHIP, GtkWidget)

GtkWidget  *limber_verdict_chip_new (void);
void        limber_verdict_chip_set (LimberVerdictChip *self, const char *verdict, const char *word,
                                     const char *reason);
void        limber_verdict_chip_set_why (LimberVerdictChip *self, const char *why);
void        limber_verdict_chip_set_compact (LimberVerdictChip *self, gboolean compact);
const char *limber_verdict_icon_name (const char *verdict);

G_END_DECLS
