/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "domain/date.h"

G_BEGIN_DECLS

/** LimberTrendPoint: one visit; severities 0–10 or -1 (not recorded). */
typedef struct {
  LimberDate date;
  int before;
  int after;
  gboolean unaware;
} LimberTrendPoint;

#define LIMBER_TYPE_TREND_CHART (limber_trend_chart_get_type ())
G_DECLARE_FINAL_TYPE (LimberTrendChart, limber_trend_chart, LIMBER, TREND_CHART, GtkWidget)

GtkWidget *limber_trend_chart_new (void);
void       limber_trend_chart_set_points (LimberTrendChart *self, const LimberTrendPoint *points, gsize n_points);

G_END_DECLS
