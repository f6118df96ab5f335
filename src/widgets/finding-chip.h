/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "domain/finding.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_FINDING_CHIP (limber_finding_chip_get_type ())
G_DECLARE_FINAL_TYPE (LimberFindingChip, limber_finding_chip, LIMBER, FINDING_CHIP, GtkWidget)

GtkWidget *limber_finding_chip_new (void);
void       limber_finding_chip_set (LimberFindingChip *self, LimberFindingType type, int before, int after,
                                    gboolean unaware, const char *area, const char *reading);

G_END_DECLS
