/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/body/body-map.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_BODY_LEGEND (limber_body_legend_get_type ())
G_DECLARE_FINAL_TYPE (LimberBodyLegend, limber_body_legend, LIMBER, BODY_LEGEND, GtkWidget)

GtkWidget *limber_body_legend_new (void);
void       limber_body_legend_set (LimberBodyLegend *self, const LimberBodyMark *marks, gsize n_marks,
                                   gboolean forbidden, const LimberBodyWords *words);
void       limber_body_legend_set_brief (LimberBodyLegend *self, gboolean brief);
gboolean   limber_body_legend_range (int bin, int most, int *low, int *high);
char      *limber_body_legend_key (const LimberBodyMark *marks, gsize n_marks, const LimberBodyWords *words);

G_END_DECLS
