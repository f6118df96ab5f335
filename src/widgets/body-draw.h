/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/body-figure.h"
#include "widgets/body-map.h"

G_BEGIN_DECLS

/** LimberBodyBrush: where the body is drawn: pixels = units × scale + (x, y). Colours come from @widget. */
typedef struct {
  GtkWidget *widget;
  cairo_t *cr;
  double x, y, scale;
} LimberBodyBrush;

/** LimberBodyPill: letter and number of one mark, placed in pixels. */
typedef struct {
  LimberBodyMark mark;
  double x, y, width, height;
} LimberBodyPill;

void limber_body_draw_silhouette (LimberBodyBrush *brush, LimberBodyFigure *figure);
void limber_body_draw_shape (LimberBodyBrush *brush, const LimberBodyShape *shape, const LimberBodyMark *mark,
                             gboolean forbidden);
void limber_body_draw_halo (LimberBodyBrush *brush, const LimberBodyShape *shape, gboolean thin);
void limber_body_draw_hover (LimberBodyBrush *brush, const LimberBodyShape *shape);
void limber_body_draw_letter (LimberBodyBrush *brush, const char *letter, double x, double y);

void limber_body_pills_add (GArray *pills, LimberBodyBrush *brush, const LimberBodyShape *shape,
                            const LimberBodyMark *mark);
void limber_body_pills_push_apart (GArray *pills);
void limber_body_draw_pills (LimberBodyBrush *brush, GArray *pills);

G_END_DECLS
