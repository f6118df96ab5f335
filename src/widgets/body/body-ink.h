/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * LimberBodyInk:
 * @heat: by bin of severity, 0 is cold
 * @line: pixels of the line round each area; 0 leaves the grooves of the artwork alone
 * @edge: pixels of the line round the whole body, half of it outside
 *
 * The colours a body is drawn in: those of a widget on the screen, or of paper.
 */
typedef struct {
  GdkRGBA heat[6];
  GdkRGBA outline;
  GdkRGBA pill;
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA accent;
  GdkRGBA unaware;
  GdkRGBA alert_bg;
  GdkRGBA alert_fg;
  double line;
  double edge;
} LimberBodyInk;

LimberBodyInk limber_body_ink_of (GtkWidget *widget);
LimberBodyInk limber_body_ink_paper (void);

G_END_DECLS
