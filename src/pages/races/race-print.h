/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/race-picture.h"

G_BEGIN_DECLS

/** LimberRacePaper: @lines: (array length=n_lines): what stands under the picture; a heading and its text by turns. */
typedef struct {
  LimberRacePicture *picture;
  const char *title;
  const char *const *lines;
  guint n_lines;
} LimberRacePaper;

void     limber_race_print (GtkWidget *widget, const LimberRacePaper *paper);
gboolean limber_race_print_export (const LimberRacePaper *paper, const char *path, GError **error);
void     limber_race_print_draw (const LimberRacePaper *paper, cairo_t *cr, double width, double height);

G_END_DECLS
