/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "domain/tension.h"
#include "widgets/body/body-figure.h"

G_BEGIN_DECLS

/** LimberBodyPaint: @fill and @stroke may be %NULL; @width in pixels. */
typedef struct {
  const GdkRGBA *fill;
  double alpha;
  const GdkRGBA *stroke;
  double width;
  gboolean dashed;
} LimberBodyPaint;

/** LimberBodyText: one line, @bold then @plain (either may be %NULL), in @size pixels. */
typedef struct {
  const char *bold;
  const char *plain;
  double size;
} LimberBodyText;

typedef struct _LimberBodyPen LimberBodyPen;

/**
 * LimberBodyPenClass:
 *
 * What a body is drawn with: cairo for screen, PNG and paper, text for SVG. Shapes are in units of the artwork,
 * placed by x, y and scale of the pen; all else is in pixels. Nothing is mirrored.
 */
typedef struct {
  void (*shape) (LimberBodyPen *pen, const LimberBodyShape *shape, const LimberBodyPaint *paint);
  void (*hatch) (LimberBodyPen *pen, const LimberBodyShape *shape, const GdkRGBA *ground, const GdkRGBA *lines);
  void (*pill) (LimberBodyPen *pen, double x, double y, double width, double height, const LimberBodyPaint *paint);
  void (*line) (LimberBodyPen *pen, const double *xy, gsize n_points, const LimberBodyPaint *paint);
  void (*text) (LimberBodyPen *pen, const LimberBodyText *text, double x, double y, double xalign,
                const GdkRGBA *colour);
} LimberBodyPenClass;

/** LimberBodyPen: pixels = units × scale + (x, y). @pango measures, whatever draws; @group begins the ids of shapes. */
struct _LimberBodyPen
{
  const LimberBodyPenClass *class;
  PangoContext *pango;
  double x, y, scale;
  const char *group;
};

typedef struct {
  LimberBodyPen base;
  cairo_t *cr;
} LimberCairoPen;

LimberCairoPen limber_cairo_pen (cairo_t *cr, PangoContext *pango);

PangoLayout *limber_body_text_layout (LimberBodyPen *pen, const LimberBodyText *text);
void         limber_body_text_measure (LimberBodyPen *pen, const LimberBodyText *text, double *width, double *height);
void         limber_body_pen_arrow (LimberBodyPen *pen, LimberTrend trend, double x, double y, double size,
                                    const GdkRGBA *colour);

G_END_DECLS
