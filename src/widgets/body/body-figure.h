/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "domain/body-area.h"

G_BEGIN_DECLS

/* How far beside an area, in units of the artwork, a point still means that area: covers the grooves. */
#define LIMBER_FIGURE_TOLERANCE 4.0

/** LimberBodyBox: a rectangle in the artwork's units. */
typedef struct {
  double x, y, width, height;
} LimberBodyBox;

/** LimberBodyShape: one area of the artwork on one side (or the midline). */
typedef struct _LimberBodyShape LimberBodyShape;

/** LimberBodyFigure: one view of the body: the silhouette and its shapes. Reference counted, immutable. */
typedef struct _LimberBodyFigure LimberBodyFigure;

LimberBodyFigure *limber_body_figure_new (LimberView view, GError **error);
LimberBodyFigure *limber_body_figure_parse (const char *svg, gssize length, GError **error);
LimberBodyFigure *limber_body_figure_ref (LimberBodyFigure *figure);
void              limber_body_figure_unref (LimberBodyFigure *figure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LimberBodyFigure, limber_body_figure_unref)

guint                  limber_body_figure_get_n_shapes (LimberBodyFigure *figure);
const LimberBodyShape *limber_body_figure_get_shape (LimberBodyFigure *figure, guint index);
const LimberBodyShape *limber_body_figure_find (LimberBodyFigure *figure, LimberArea area, LimberSide side);
const LimberBodyShape *limber_body_figure_hit (LimberBodyFigure *figure, double x, double y);
const LimberBodyShape *limber_body_figure_get_silhouette (LimberBodyFigure *figure);

LimberArea    limber_body_shape_get_area (const LimberBodyShape *shape);
LimberSide    limber_body_shape_get_side (const LimberBodyShape *shape);
LimberBodyBox limber_body_shape_get_bounds (const LimberBodyShape *shape);
void          limber_body_shape_get_anchor (const LimberBodyShape *shape, double *x, double *y);
double        limber_body_shape_distance (const LimberBodyShape *shape, double x, double y);
void          limber_body_shape_append (const LimberBodyShape *shape, cairo_t *cr);
char         *limber_body_shape_to_path (const LimberBodyShape *shape);

G_END_DECLS
