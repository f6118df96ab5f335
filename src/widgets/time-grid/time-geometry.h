/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LIMBER_TIME_GUTTER 50

/**
 * LimberTimeGeometry:
 * @first: the minute at the top, @last the one at the bottom
 * @gutter: pixels for the hours, at the side where reading starts
 * @rtl: the columns run from right to left
 *
 * Where minutes and columns lie in a grid of @width × @height pixels.
 */
typedef struct {
  int first;
  int last;
  double gutter;
  double width;
  double height;
  guint n_columns;
  gboolean rtl;
} LimberTimeGeometry;

double   limber_time_geometry_y (const LimberTimeGeometry *self, int minute);
int      limber_time_geometry_minute (const LimberTimeGeometry *self, double y);
double   limber_time_geometry_column_width (const LimberTimeGeometry *self);
double   limber_time_geometry_x (const LimberTimeGeometry *self, guint column);
gboolean limber_time_geometry_column_at (const LimberTimeGeometry *self, double x, guint *column);

G_END_DECLS
