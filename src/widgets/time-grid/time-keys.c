/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard in a time grid. Arrows walk through blocks and free time. With Ctrl they move the block, with Shift
 * they resize it, or draw a new one on free time; it is dropped when the modifier is let go, or by Enter, and Escape
 * puts it back. Delete asks to cancel what a block stands for. */
#include "widgets/time-grid/time-body.h"

static int
sideways (LimberTimeBody *self, guint keyval)
{
  gboolean left = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left;

  return left == self->geometry.rtl ? 1 : -1;
}

static gboolean
is_sideways (guint keyval)
{
  return keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left || keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right;
}

static int
vertical (guint keyval)
{
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    return -1;
  return keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? 1 : 0;
}

static void
walk_sideways (LimberTimeBody *self, int by)
{
  int column = (int) self->cursor_column + by;

  if (column >= 0 && column < (int) self->columns->len)
    limber_time_body_show_cursor (self, (guint) column, self->cursor_minute);
  else
    {
      self->cursor_column = by > 0 ? 0 : self->columns->len - 1;
      g_signal_emit_by_name (self->owner, "step-requested", by);
    }
}

/* Several blocks may lie over one minute: the one after or before the focused one comes first. */
static gboolean
walk_lanes (LimberTimeBody *self, const LimberTimeBlock *from, int by)
{
  guint index;
  const LimberTimeBlock *next;

  if (!g_ptr_array_find (self->blocks, from, &index) || (by < 0 && index == 0) || (by > 0 && index + 1 >= self->blocks->len))
    return FALSE;
  next = self->blocks->pdata[by < 0 ? index - 1 : index + 1];
  if (next->column != from->column || next->from >= from->to || next->to <= from->from)
    return FALSE;
  gtk_widget_grab_focus (self->pool->pdata[by < 0 ? index - 1 : index + 1]);
  return TRUE;
}

static void
walk_vertically (LimberTimeBody *self, int by)
{
  const LimberTimeBlock *block = limber_time_body_focused (self);
  int minute = self->cursor_minute + by * LIMBER_TIME_STEP;

  if (block != NULL && walk_lanes (self, block, by))
    return;
  if (block != NULL)
    minute = by > 0 ? MAX (block->to, block->from + 1) : block->from - LIMBER_TIME_STEP;
  if (minute < self->geometry.first || minute > self->geometry.last - LIMBER_TIME_STEP)
    return;
  limber_time_body_show_cursor (self, self->cursor_column, minute / LIMBER_TIME_STEP * LIMBER_TIME_STEP);
}

/* What the modifier and arrows act on: the lifted copy, else the block in focus. */
static gboolean
lift (LimberTimeBody *self, LimberTimeDragMode mode)
{
  const LimberTimeBlock *block = limber_time_body_focused (self);

  if (self->drag.mode == LIMBER_TIME_DRAG_DROPPED)
    limber_time_drag_put_back (self);
  if (self->drag.block != NULL)
    return self->drag.by_keys;
  if (block == NULL || !block->movable)
    return FALSE;
  limber_time_drag_begin (self, mode, block, TRUE);
  return TRUE;
}

static gboolean
move_block (LimberTimeBody *self, guint keyval)
{
  const LimberTimeBlock *block;
  int column, by = vertical (keyval) * LIMBER_TIME_STEP;

  if (!lift (self, LIMBER_TIME_DRAG_MOVE))
    return FALSE;
  block = self->drag.block;
  column = (int) block->column + (is_sideways (keyval) ? sideways (self, keyval) : 0);
  column = CLAMP (column, 0, (int) self->columns->len - 1);
  limber_time_drag_show (self, (guint) column, block->from + by, block->to + by);
  return TRUE;
}

/* On free time Shift draws a new block from the cursor on. */
static gboolean
begin_new (LimberTimeBody *self)
{
  if (!gtk_widget_is_focus (self->slot) || self->drag.block != NULL)
    return FALSE;
  self->drag.grab_column = self->cursor_column;
  self->drag.grab = self->cursor_minute;
  limber_time_drag_begin (self, LIMBER_TIME_DRAG_CREATE, NULL, TRUE);
  return TRUE;
}

static gboolean
resize_block (LimberTimeBody *self, guint keyval)
{
  const LimberTimeBlock *block;

  if (vertical (keyval) == 0 || (!begin_new (self) && !lift (self, LIMBER_TIME_DRAG_RESIZE)))
    return FALSE;
  block = self->drag.block;
  limber_time_drag_show (self, block->column, block->from, block->to + vertical (keyval) * LIMBER_TIME_STEP);
  return TRUE;
}

static gboolean
press_arrow (LimberTimeBody *self, guint keyval, GdkModifierType state)
{
  if (state & GDK_CONTROL_MASK)
    return move_block (self, keyval);
  if (state & GDK_SHIFT_MASK)
    return resize_block (self, keyval);
  if (is_sideways (keyval))
    walk_sideways (self, sideways (self, keyval));
  else
    walk_vertically (self, vertical (keyval));
  return TRUE;
}

static gboolean
ask_for_menu (LimberTimeBody *self)
{
  const LimberTimeBlock *block = limber_time_body_focused (self);

  if (block == NULL || block->look == LIMBER_TIME_LOOK_GHOST)
    return FALSE;
  g_signal_emit_by_name (self->owner, "menu-requested", block->id);
  return TRUE;
}

static gboolean
ask_to_cancel (LimberTimeBody *self)
{
  const LimberTimeBlock *block = limber_time_body_focused (self);

  if (block == NULL || !block->movable)
    return FALSE;
  limber_time_drag_put_back (self);
  g_signal_emit_by_name (self->owner, "cancel-requested", block->id);
  return TRUE;
}

static gboolean
drop_by_keys (LimberTimeBody *self)
{
  if (self->drag.block == NULL || !self->drag.by_keys || self->drag.mode == LIMBER_TIME_DRAG_DROPPED)
    return FALSE;
  limber_time_drag_drop (self);
  return TRUE;
}

static gboolean
put_back (LimberTimeBody *self)
{
  if (!limber_time_drag_put_back (self))
    return FALSE;
  gtk_gesture_set_state (self->drag_gesture, GTK_EVENT_SEQUENCE_DENIED);
  return TRUE;
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, LimberTimeBody *self)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (self->columns == NULL || self->columns->len == 0 || (state & GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (is_sideways (keyval) || vertical (keyval) != 0)
    return press_arrow (self, keyval, state);
  switch (keyval)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      g_signal_emit_by_name (self->owner, "step-requested", -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      g_signal_emit_by_name (self->owner, "step-requested", 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      limber_time_body_show_cursor (self, self->cursor_column, self->geometry.first);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      limber_time_body_show_cursor (self, self->cursor_column, self->geometry.last);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return drop_by_keys (self);
    case GDK_KEY_Escape:
      return put_back (self);
    case GDK_KEY_Menu:
      return ask_for_menu (self);
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      return ask_to_cancel (self);
    case GDK_KEY_F10:
      return state == GDK_SHIFT_MASK && ask_for_menu (self);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_key_released (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, LimberTimeBody *self)
{
  gboolean moved = self->drag.mode == LIMBER_TIME_DRAG_MOVE && (keyval == GDK_KEY_Control_L || keyval == GDK_KEY_Control_R);
  gboolean resized = (self->drag.mode == LIMBER_TIME_DRAG_RESIZE || self->drag.mode == LIMBER_TIME_DRAG_CREATE)
                     && (keyval == GDK_KEY_Shift_L || keyval == GDK_KEY_Shift_R);

  if (moved || resized)
    drop_by_keys (self);
}

/* Whoever walks away in the middle of it has not dropped it. */
static void
on_focus_left (GtkEventControllerFocus *controller, LimberTimeBody *self)
{
  if (self->drag.by_keys && self->drag.mode != LIMBER_TIME_DRAG_DROPPED)
    limber_time_drag_put_back (self);
}

/** limber_time_keys_install: the keyboard. It listens before the blocks, which are buttons and take Enter themselves. */
void
limber_time_keys_install (LimberTimeBody *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (on_key_released), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
