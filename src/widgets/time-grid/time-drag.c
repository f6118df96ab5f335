/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN: a drag goes IDLE → PRESSED → MOVE, RESIZE or CREATE → DROPPED → IDLE, by the pointer or by keys (which
 * have no PRESSED). From MOVE on a lifted copy shows where the block would go, the block itself is dimmed, and
 * "preview" is emitted for each new place. Dropping asks ("move-requested", "create-requested") and leaves the copy
 * where it is until the owner answers: limber_time_grid_put_back(), or other values and then that. A press that
 * never leaves its place is a click. */

#include <glib/gi18n-lib.h>

#include "domain/work.h"
#include "widgets/time-grid/time-body.h"

/* Pixels: before a press becomes a drag, where a block is resized, and where the view begins to follow. */
#define THRESHOLD 6
#define EDGE 7
#define FOLLOW 24
#define DIMMED .35

static int
snap (int minute)
{
  return (minute + LIMBER_TIME_STEP / 2) / LIMBER_TIME_STEP * LIMBER_TIME_STEP;
}

/** limber_time_drag_dim: the block that is being moved steps back behind its copy. */
void
limber_time_drag_dim (LimberTimeBody *self)
{
  const char *id = self->drag.block != NULL ? self->drag.block->id : NULL;

  for (guint i = 0; i < self->pool->len; i++)
    {
      const LimberTimeBlock *block = limber_time_block_button_get (self->pool->pdata[i]);
      gboolean away = id != NULL && block != NULL && g_strcmp0 (block->id, id) == 0;

      gtk_widget_set_opacity (self->pool->pdata[i], away ? DIMMED : 1);
    }
}

static void
dress_lifted (LimberTimeBody *self)
{
  LimberTimeBlock *block = self->drag.block;

  g_free (block->detail);
  g_free (block->time);
  block->detail = g_strdup_printf ("%02d:%02d – %02d:%02d", block->from / 60, block->from % 60, block->to / 60,
                                   block->to % 60);
  block->time = g_strdup (block->detail);
  g_free (block->name);
  block->name = g_strdup_printf ("%s, %s", block->title, block->detail);
  limber_time_block_button_set (LIMBER_TIME_BLOCK_BUTTON (self->lifted), block);
}

/**
 * limber_time_drag_begin:
 * @block: (nullable): what is moved or resized; %NULL to make a new one
 */
void
limber_time_drag_begin (LimberTimeBody *self, LimberTimeDragMode mode, const LimberTimeBlock *block, gboolean by_keys)
{
  LimberTimeDrag *drag = &self->drag;

  g_clear_pointer (&drag->block, limber_time_block_free);
  drag->block = block != NULL ? limber_time_block_copy (block) : limber_time_block_new ();
  if (block == NULL)
    {
      drag->block->title = g_strdup (_("New appointment"));
      drag->block->column = drag->grab_column;
      drag->block->from = drag->block->to = drag->grab;
    }
  drag->block->look = LIMBER_TIME_LOOK_LIFTED;
  /* They are about the day where it was. */
  g_clear_pointer (&drag->block->verdict, g_free);
  g_clear_pointer (&drag->block->race, g_free);
  drag->mode = mode;
  drag->by_keys = by_keys;
  drag->moved = FALSE;
  drag->start_column = drag->block->column;
  drag->start_from = drag->block->from;
  drag->start_to = drag->block->to;
  dress_lifted (self);
  limber_time_drag_dim (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/** limber_time_drag_show: where the block would go; cut to the hours shown and to the length of a session. */
void
limber_time_drag_show (LimberTimeBody *self, guint column, int from, int to)
{
  LimberTimeBlock *block = self->drag.block;
  int length = CLAMP (to - from, LIMBER_TIME_STEP, LIMBER_MINUTES_MAX);

  from = CLAMP (from, self->geometry.first, self->geometry.last - length);
  to = from + length;
  if (self->drag.moved && block->column == column && block->from == from && block->to == to)
    return;
  self->drag.moved = TRUE;
  block->column = column;
  block->from = from;
  block->to = to;
  dress_lifted (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit_by_name (self->owner, "preview", block->id, column, from, to);
}

/** limber_time_drag_put_back: Returns: whether there was anything to put back. */
gboolean
limber_time_drag_put_back (LimberTimeBody *self)
{
  gboolean active = self->drag.mode > LIMBER_TIME_DRAG_PRESSED;

  self->drag.mode = LIMBER_TIME_DRAG_IDLE;
  self->drag.by_keys = FALSE;
  g_clear_pointer (&self->drag.pressed, g_free);
  limber_time_block_button_set (LIMBER_TIME_BLOCK_BUTTON (self->lifted), NULL);
  g_clear_pointer (&self->drag.block, limber_time_block_free);
  limber_time_drag_dim (self);
  if (active)
    g_signal_emit_by_name (self->owner, "put-back");
  return active;
}

/** limber_time_drag_drop: asks for what is shown; nothing is asked for when it is where it was. */
void
limber_time_drag_drop (LimberTimeBody *self)
{
  LimberTimeDrag *drag = &self->drag;
  g_autoptr (LimberTimeBlock) block = NULL;

  if (drag->block == NULL || drag->mode == LIMBER_TIME_DRAG_DROPPED)
    return;
  if (drag->mode != LIMBER_TIME_DRAG_CREATE && drag->block->column == drag->start_column
      && drag->block->from == drag->start_from && drag->block->to == drag->start_to)
    {
      limber_time_drag_put_back (self);
      return;
    }
  block = limber_time_block_copy (drag->block);
  drag->mode = LIMBER_TIME_DRAG_DROPPED;
  self->cursor_column = block->column;
  self->cursor_minute = block->from;
  if (block->id == NULL)
    g_signal_emit_by_name (self->owner, "create-requested", block->column, block->from, block->to);
  else
    g_signal_emit_by_name (self->owner, "move-requested", block->id, block->version, block->column, block->from, block->to);
}

static const LimberTimeBlock *
pick (LimberTimeBody *self, double x, double y, gboolean *at_edge)
{
  GtkWidget *child = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  const LimberTimeBlock *block;

  *at_edge = FALSE;
  if (child == NULL || !LIMBER_IS_TIME_BLOCK_BUTTON (child))
    return NULL;
  block = limber_time_block_button_get (LIMBER_TIME_BLOCK_BUTTON (child));
  if (block != NULL)
    {
      double bottom = limber_time_geometry_y (&self->geometry, block->to);
      double top = limber_time_geometry_y (&self->geometry, block->from);

      *at_edge = block->movable && y > MAX (bottom - EDGE, (top + bottom) / 2);
    }
  return block;
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, LimberTimeBody *self)
{
  LimberTimeDrag *drag = &self->drag;
  const LimberTimeBlock *block;
  int minute = limber_time_geometry_minute (&self->geometry, y);

  if (self->columns == NULL || !limber_time_geometry_column_at (&self->geometry, x, &drag->grab_column))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  limber_time_drag_put_back (self);
  drag->x = x;
  drag->y = y;
  block = pick (self, x, y, &drag->at_edge);
  drag->mode = LIMBER_TIME_DRAG_PRESSED;
  drag->pressed = block != NULL ? g_strdup (block->id) : NULL;
  drag->grab = block != NULL ? minute - block->from : minute / LIMBER_TIME_STEP * LIMBER_TIME_STEP;
  if (block == NULL)
    limber_time_body_show_cursor (self, drag->grab_column, drag->grab);
}

/* Scrolls when the pointer comes near an edge of what is seen. */
static void
follow (LimberTimeBody *self, double y)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  double top;

  if (view == NULL)
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (view));
  top = gtk_adjustment_get_value (adjustment);
  if (y < top + FOLLOW)
    gtk_adjustment_set_value (adjustment, top - FOLLOW / 2);
  else if (y > top + gtk_adjustment_get_page_size (adjustment) - FOLLOW)
    gtk_adjustment_set_value (adjustment, top + FOLLOW / 2);
}

static gboolean
begin_by_pointer (LimberTimeBody *self, GtkGesture *gesture)
{
  LimberTimeDrag *drag = &self->drag;
  const LimberTimeBlock *block = limber_time_body_find (self, drag->pressed);

  if ((drag->pressed != NULL && block == NULL) || (block != NULL && !block->movable))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return FALSE;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  limber_time_drag_begin (self,
                          block == NULL    ? LIMBER_TIME_DRAG_CREATE
                          : drag->at_edge ? LIMBER_TIME_DRAG_RESIZE
                                          : LIMBER_TIME_DRAG_MOVE,
                          block, FALSE);
  return TRUE;
}

static void
show_at (LimberTimeBody *self, double x, double y)
{
  LimberTimeDrag *drag = &self->drag;
  int minute = limber_time_geometry_minute (&self->geometry, y);
  int length = drag->start_to - drag->start_from;
  guint column = drag->block->column;

  if (drag->mode == LIMBER_TIME_DRAG_MOVE)
    {
      int from = snap (minute - drag->grab);

      limber_time_geometry_column_at (&self->geometry, CLAMP (x, 0, self->geometry.width - 1), &column);
      limber_time_drag_show (self, column, from, from + length);
    }
  else if (drag->mode == LIMBER_TIME_DRAG_RESIZE)
    limber_time_drag_show (self, column, drag->start_from, MAX (snap (minute), drag->start_from + LIMBER_TIME_STEP));
  else
    {
      int other = snap (minute);

      limber_time_drag_show (self, drag->grab_column, MIN (drag->grab, other),
                             MAX (MAX (drag->grab, other), MIN (drag->grab, other) + LIMBER_TIME_STEP));
    }
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, LimberTimeBody *self)
{
  double x = self->drag.x, y = self->drag.y;

  if (self->drag.mode == LIMBER_TIME_DRAG_IDLE || self->drag.mode == LIMBER_TIME_DRAG_DROPPED || self->drag.by_keys)
    return;
  if (self->drag.mode == LIMBER_TIME_DRAG_PRESSED
      && (dx * dx + dy * dy < THRESHOLD * THRESHOLD || !begin_by_pointer (self, GTK_GESTURE (gesture))))
    return;
  follow (self, y + dy);
  show_at (self, x + dx, y + dy);
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, LimberTimeBody *self)
{
  LimberTimeDrag *drag = &self->drag;

  if (drag->by_keys && drag->block != NULL)
    return;
  if (drag->mode == LIMBER_TIME_DRAG_PRESSED)
    {
      gboolean free_time = drag->pressed == NULL;

      limber_time_drag_put_back (self);
      if (free_time)
        g_signal_emit_by_name (self->owner, "create-requested", drag->grab_column, drag->grab, drag->grab);
    }
  else
    limber_time_drag_drop (self);
}

static void
on_drag_cancel (GtkGesture *gesture, GdkEventSequence *sequence, LimberTimeBody *self)
{
  if (self->drag.mode != LIMBER_TIME_DRAG_DROPPED && !self->drag.by_keys)
    limber_time_drag_put_back (self);
}

static void
ask_for_menu (LimberTimeBody *self, double x, double y)
{
  gboolean at_edge;
  const LimberTimeBlock *block = pick (self, x, y, &at_edge);

  if (block == NULL || block->look == LIMBER_TIME_LOOK_GHOST)
    return;
  gtk_widget_grab_focus (limber_time_body_button (self, block->id));
  g_signal_emit_by_name (self->owner, "menu-requested", block->id);
}

static void
on_secondary (GtkGestureClick *gesture, int n_press, double x, double y, LimberTimeBody *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  ask_for_menu (self, x, y);
}

static void
on_long_press (GtkGestureLongPress *gesture, double x, double y, LimberTimeBody *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  ask_for_menu (self, x, y);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, LimberTimeBody *self)
{
  gboolean at_edge;

  if (self->drag.mode > LIMBER_TIME_DRAG_PRESSED)
    return;
  pick (self, x, y, &at_edge);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), at_edge ? "ns-resize" : NULL);
}

/** limber_time_drag_install: the gestures of the pointer. */
void
limber_time_drag_install (LimberTimeBody *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (on_secondary), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (on_long_press), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  self->drag_gesture = drag;
}
