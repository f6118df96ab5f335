/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "domain/date.h"

G_BEGIN_DECLS

/* Put before figures with a sign or an arrow: they read left to right in every script. */
#define LIMBER_LRM "\342\200\216"

/** LimberTextStyle: @size in pixels at 100 % text; @max_width in pixels, 0 for any. */
typedef struct {
  double size;
  gboolean bold;
  GdkRGBA colour;
  double max_width;
} LimberTextStyle;

double limber_text_zoom (GtkWidget *widget);
double limber_draw_text (GtkWidget *widget, cairo_t *cr, const char *text, const LimberTextStyle *style, double x,
                         double y, double xalign);
double limber_measure_text (GtkWidget *widget, const char *text, const LimberTextStyle *style);
char  *limber_format_day (LimberDate date, const char *format);

G_END_DECLS
