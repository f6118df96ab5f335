/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "domain/race-rules.h"

G_BEGIN_DECLS

/**
 * LimberSweetSpotPlotValues:
 * @pairs: how past races felt, by the days between the last session and the race
 * @usual_from, @usual_to: the days that count without anything learned
 * @learned: the lead that went best, 0 for none
 * @pin_from: first pinned day, 0 when not pinned
 * @reading: all of it in words, for a screen reader
 */
typedef struct {
  const LimberRacePair *pairs;
  guint n_pairs;
  int usual_from;
  int usual_to;
  int learned;
  int pin_from;
  int pin_to;
  const char *reading;
} LimberSweetSpotPlotValues;

#define LIMBER_TYPE_SWEET_SPOT_PLOT (limber_sweet_spot_plot_get_type ())
G_DECLARE_FINAL_TYPE (LimberSweetSpotPlot, limber_sweet_spot_plot, LIMBER, SWEET_SPOT_PLOT, GtkWidget)

GtkWidget *limber_sweet_spot_plot_new (void);
void       limber_sweet_spot_plot_set (LimberSweetSpotPlot *self, const LimberSweetSpotPlotValues *values);

G_END_DECLS
