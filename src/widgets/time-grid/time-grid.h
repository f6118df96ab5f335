/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/time-grid/time-values.h"

G_BEGIN_DECLS

#define LIMBER_TYPE_TIME_GRID (limber_time_grid_get_type ())
G_DECLARE_FINAL_TYPE (LimberTimeGrid, limber_time_grid, LIMBER, TIME_GRID, GtkWidget)

GtkWidget *limber_time_grid_new (void);
void       limber_time_grid_set_columns (LimberTimeGrid *self, GPtrArray *columns, int first, int last);
void       limber_time_grid_set_blocks (LimberTimeGrid *self, GPtrArray *blocks);
void       limber_time_grid_set_now (LimberTimeGrid *self, int minute);
void       limber_time_grid_set_zoom (LimberTimeGrid *self, double zoom);
double     limber_time_grid_get_zoom (LimberTimeGrid *self);
void       limber_time_grid_put_back (LimberTimeGrid *self);
void       limber_time_grid_scroll_to (LimberTimeGrid *self, int minute);
void       limber_time_grid_focus (LimberTimeGrid *self, guint column, int minute);
void       limber_time_grid_set_cursor (LimberTimeGrid *self, guint column, int minute);
gboolean   limber_time_grid_get_cursor (LimberTimeGrid *self, guint *column, int *minute);
GtkWidget *limber_time_grid_find (LimberTimeGrid *self, const char *id);
guint      limber_time_grid_get_pool_size (LimberTimeGrid *self);
gboolean   limber_time_grid_locate (LimberTimeGrid *self, double x, double y, guint *column, int *minute);
gboolean   limber_time_grid_get_point (LimberTimeGrid *self, guint column, int minute, double *x, double *y);

G_END_DECLS
