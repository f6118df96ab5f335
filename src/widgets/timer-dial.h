/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** LimberDialPhase: one arc. @seconds is how long it is planned, or really took once it is over. */
typedef struct {
  const char *name;
  int seconds;
} LimberDialPhase;

#define LIMBER_TYPE_TIMER_DIAL (limber_timer_dial_get_type ())
G_DECLARE_FINAL_TYPE (LimberTimerDial, limber_timer_dial, LIMBER, TIMER_DIAL, GtkWidget)

/* Properties: mini (boolean: 40 px ring for the session bar), paused (boolean), reading (string: as read aloud).
 * Signal: stretched (int phase, int seconds): the hand moved the end of a phase, in whole minutes. */
GtkWidget *limber_timer_dial_new (void);
void       limber_timer_dial_set_phases (LimberTimerDial *self, const LimberDialPhase *phases, gsize n_phases);
void       limber_timer_dial_set_time (LimberTimerDial *self, int elapsed, int total, int turnover, int current);
void       limber_timer_dial_set_paused (LimberTimerDial *self, gboolean paused);
void       limber_timer_dial_set_mini (LimberTimerDial *self, gboolean mini);

G_END_DECLS
