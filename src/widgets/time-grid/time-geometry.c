/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/time-grid/time-geometry.h"

#include <math.h>

static int
span (const LimberTimeGeometry *self)
{
  return MAX (self->last - self->first, 1);
}

/** limber_time_geometry_y: Returns: how far from the top @minute lies, in pixels; outside the grid for hours not shown. */
double
limber_time_geometry_y (const LimberTimeGeometry *self, int minute)
{
  return (minute - self->first) * self->height / span (self);
}

/** limber_time_geometry_minute: Returns: the minute at @y, not rounded to any step, within the hours shown. */
int
limber_time_geometry_minute (const LimberTimeGeometry *self, double y)
{
  int minute = self->first + (int) floor (y * span (self) / MAX (self->height, 1));

  return CLAMP (minute, self->first, self->last);
}

double
limber_time_geometry_column_width (const LimberTimeGeometry *self)
{
  return MAX (self->width - self->gutter, 0) / MAX (self->n_columns, 1);
}

/** limber_time_geometry_x: Returns: the left edge of @column, also from right to left. */
double
limber_time_geometry_x (const LimberTimeGeometry *self, guint column)
{
  double width = limber_time_geometry_column_width (self);

  if (self->rtl)
    return self->width - self->gutter - (column + 1) * width;
  return self->gutter + column * width;
}

/** limber_time_geometry_column_at: Returns: whether there is a column at @x; the gutter is none. */
gboolean
limber_time_geometry_column_at (const LimberTimeGeometry *self, double x, guint *column)
{
  double width = limber_time_geometry_column_width (self);
  double along = self->rtl ? self->width - x : x;

  if (along < self->gutter || along >= self->width || width <= 0 || self->n_columns == 0)
    return FALSE;
  *column = MIN ((guint) ((along - self->gutter) / width), self->n_columns - 1);
  return TRUE;
}
