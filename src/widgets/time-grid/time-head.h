/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/time-grid/time-values.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_TIME_HEAD (limber_time_head_get_type ())
G_DECLARE_FINAL_TYPE (LimberTimeHead, limber_time_head, LIMBER, TIME_HEAD, GtkButton)

GtkWidget *limber_time_head_new (void);
void       limber_time_head_set (LimberTimeHead *self, const LimberTimeColumn *column);

G_END_DECLS
