/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/figures.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_FIGURE_CARDS (limber_figure_cards_get_type ())
G_DECLARE_FINAL_TYPE (LimberFigureCards, limber_figure_cards, LIMBER, FIGURE_CARDS, GtkBox)

GtkWidget *limber_figure_cards_new (void);
void       limber_figure_cards_set_figures (LimberFigureCards *self, const LimberFigures *figures);
void       limber_figure_cards_set_overdue (LimberFigureCards *self, guint overdue);
void       limber_figure_cards_set_narrow (LimberFigureCards *self, gboolean narrow);

G_END_DECLS
