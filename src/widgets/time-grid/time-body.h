/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/time-grid/time-block.h"
#include "widgets/time-grid/time-geometry.h"

G_BEGIN_DECLS

/* The inside of LimberTimeGrid; its parts time-body.c, time-drag.c and time-keys.c share this. */

#define LIMBER_TYPE_TIME_BODY (limber_time_body_get_type ())
G_DECLARE_FINAL_TYPE (LimberTimeBody, limber_time_body, LIMBER, TIME_BODY, GtkWidget)

/**
 * LimberTimeDragMode:
 * @LIMBER_TIME_DRAG_DROPPED: asked for, and waiting for an answer
 */
typedef enum {
  LIMBER_TIME_DRAG_IDLE,
  LIMBER_TIME_DRAG_PRESSED,
  LIMBER_TIME_DRAG_MOVE,
  LIMBER_TIME_DRAG_RESIZE,
  LIMBER_TIME_DRAG_CREATE,
  LIMBER_TIME_DRAG_DROPPED,
} LimberTimeDragMode;

/**
 * LimberTimeDrag:
 * @mode: what is under way
 * @by_keys: dropped when the modifier is let go
 * @block: (nullable): a copy of the block that is moved, resized or made; its range is where it would go
 * @start: the block before
 * @pressed: the block under the pointer, %NULL on free time; borrowed until the grid gets others
 * @x: @y: where the pointer went down
 * @grab: minutes from the block's beginning to the pointer; for a new one the minute that was pressed
 */
typedef struct {
  LimberTimeDragMode mode;
  gboolean by_keys;
  gboolean moved;
  LimberTimeBlock *block;
  guint start_column;
  int start_from;
  int start_to;
  char *pressed;
  gboolean at_edge;
  int grab;
  guint grab_column;
  double x;
  double y;
} LimberTimeDrag;

struct _LimberTimeBody {
  GtkWidget parent_instance;

  GObject *owner; /* weak: emits the signals */
  GPtrArray *columns;
  GPtrArray *blocks;
  LimberTimeLane *lanes;
  GPtrArray *pool; /* children; the first blocks->len of them show @blocks */
  GtkWidget *sheet;
  GtkWidget *now;
  GtkWidget *slot;
  GtkWidget *lifted;
  LimberTimeGeometry geometry;
  int now_minute;
  double zoom;
  guint cursor_column;
  int cursor_minute;
  LimberTimeDrag drag;
  GtkGesture *drag_gesture;
};

GtkWidget       *limber_time_body_new (GObject *owner);
void             limber_time_body_set_columns (LimberTimeBody *self, GPtrArray *columns, int first, int last);
void             limber_time_body_set_blocks (LimberTimeBody *self, GPtrArray *blocks);
void             limber_time_body_set_now (LimberTimeBody *self, int minute);
void             limber_time_body_set_zoom (LimberTimeBody *self, double zoom);
LimberTimeBlock *limber_time_body_find (LimberTimeBody *self, const char *id);
GtkWidget       *limber_time_body_button (LimberTimeBody *self, const char *id);
LimberTimeBlock *limber_time_body_focused (LimberTimeBody *self);
gboolean         limber_time_body_is_inside (LimberTimeBody *self);
LimberTimeBlock *limber_time_body_at (LimberTimeBody *self, guint column, int minute);
void             limber_time_body_show_cursor (LimberTimeBody *self, guint column, int minute);

/* time-drag.c */
void     limber_time_drag_install (LimberTimeBody *self);
void     limber_time_drag_begin (LimberTimeBody *self, LimberTimeDragMode mode, const LimberTimeBlock *block, gboolean by_keys);
void     limber_time_drag_show (LimberTimeBody *self, guint column, int from, int to);
void     limber_time_drag_drop (LimberTimeBody *self);
gboolean limber_time_drag_put_back (LimberTimeBody *self);
void     limber_time_drag_dim (LimberTimeBody *self);

/* time-keys.c */
void limber_time_keys_install (LimberTimeBody *self);

G_END_DECLS
