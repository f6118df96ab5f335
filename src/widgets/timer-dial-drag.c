/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dragging the border between two phases. */
#include "widgets/timer-dial-private.h"

#include <math.h>

#define GRIP 24      /* how near to a border a finger must come */
#define DRAG_STEP 60 /* seconds */

/* Returns: the phase at work or a later one whose end lies under the point, or -1. */
static int
border_at (LimberTimerDial *self, double x, double y)
{
  double cx = gtk_widget_get_width (GTK_WIDGET (self)) / 2.;
  double cy = gtk_widget_get_height (GTK_WIDGET (self)) / 2.;
  double middle = limber_timer_dial_radius (self) * (1 - LIMBER_DIAL_STROKE / 2);
  int end = 0;

  if (self->mini || self->current < 0 || limber_timer_dial_is_over (self))
    return -1;
  for (guint i = 0; i + 1 < self->phases->len; i++)
    {
      double angle;

      end += g_array_index (self->phases, LimberDialPhase, i).seconds;
      angle = limber_timer_dial_angle_at (self, end);
      if ((int) i >= self->current && hypot (x - cx - cos (angle) * middle, y - cy - sin (angle) * middle) < GRIP)
        return (int) i;
    }
  return -1;
}

/* Seconds on the turn at a point, twelve o'clock being 0. */
static int
seconds_at (LimberTimerDial *self, double x, double y)
{
  double cx = gtk_widget_get_width (GTK_WIDGET (self)) / 2.;
  double cy = gtk_widget_get_height (GTK_WIDGET (self)) / 2.;
  double angle = atan2 (x - cx, cy - y);

  return (int) ((angle < 0 ? angle + 2 * G_PI : angle) / (2 * G_PI) * self->total);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, LimberTimerDial *self)
{
  self->dragged = border_at (self, x, y);
  self->drag_seconds = 0;
  gtk_gesture_set_state (GTK_GESTURE (gesture),
                         self->dragged < 0 ? GTK_EVENT_SEQUENCE_DENIED : GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, LimberTimerDial *self)
{
  double x, y;
  int moved;

  if (self->dragged < 0)
    return;
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  moved = seconds_at (self, x + dx, y + dy) - seconds_at (self, x, y);
  if (ABS (moved) > self->total / 2) /* Across twelve o'clock. */
    moved += moved < 0 ? self->total : -self->total;
  moved = (moved >= 0 ? moved + DRAG_STEP / 2 : moved - DRAG_STEP / 2) / DRAG_STEP * DRAG_STEP;
  if (moved == self->drag_seconds)
    return;
  self->drag_seconds = moved;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, LimberTimerDial *self)
{
  int phase = self->dragged;
  int seconds = self->drag_seconds;

  self->dragged = -1;
  if (phase >= 0 && seconds != 0)
    limber_timer_dial_tell_stretched (self, phase, seconds);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, LimberTimerDial *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), border_at (self, x, y) >= 0 ? "grab" : NULL);
}

/** limber_timer_dial_add_drag: Lets a hand drag the borders between the phases. */
void
limber_timer_dial_add_drag (LimberTimerDial *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
