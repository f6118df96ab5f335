/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/time-grid/time-geometry.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_TIME_NOW (limber_time_now_get_type ())
G_DECLARE_FINAL_TYPE (LimberTimeNow, limber_time_now, LIMBER, TIME_NOW, GtkWidget)

GtkWidget *limber_time_now_new (void);
void       limber_time_now_set (LimberTimeNow *self, GPtrArray *columns, const LimberTimeGeometry *geometry, int minute);

G_END_DECLS
