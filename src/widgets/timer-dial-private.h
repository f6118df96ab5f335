/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What drawing and dragging need of the dial. */

#include "widgets/timer-dial.h"

G_BEGIN_DECLS

#define LIMBER_DIAL_STROKE .15     /* of the ring, as a share of its radius */
#define LIMBER_DIAL_LABEL_ROOM 38  /* at each side of the ring, for the names */

struct _LimberTimerDial
{
  GtkWidget parent_instance;
  GArray *phases;
  int elapsed;
  int total;
  int turnover;
  int current;
  gboolean paused;
  gboolean mini;
  char *reading;
  int dragged; /* the phase whose end is in hand, or -1 */
  int drag_seconds;
};

double   limber_timer_dial_angle_at (LimberTimerDial *self, double seconds);
gboolean limber_timer_dial_is_over (LimberTimerDial *self);
int      limber_timer_dial_whole_minutes (LimberTimerDial *self);
double   limber_timer_dial_radius (LimberTimerDial *self);
void     limber_timer_dial_draw (LimberTimerDial *self, GtkSnapshot *snapshot);
void     limber_timer_dial_add_drag (LimberTimerDial *self);
void     limber_timer_dial_tell_stretched (LimberTimerDial *self, int phase, int seconds);

G_END_DECLS
