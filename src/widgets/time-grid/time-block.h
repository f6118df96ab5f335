/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/time-grid/time-values.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_TIME_BLOCK_BUTTON (limber_time_block_button_get_type ())
G_DECLARE_FINAL_TYPE (LimberTimeBlockButton, limber_time_block_button, LIMBER, TIME_BLOCK_BUTTON, GtkButton)

GtkWidget             *limber_time_block_button_new (void);
void                   limber_time_block_button_set (LimberTimeBlockButton *self, const LimberTimeBlock *block);
const LimberTimeBlock *limber_time_block_button_get (LimberTimeBlockButton *self);
void                   limber_time_block_button_place (LimberTimeBlockButton *self, double tail, double elapsed);

G_END_DECLS
