/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN: the body lays out a pool of block buttons over one sheet. New values re-text the buttons that are there;
 * a button stays with its id as long as the id is shown, so that neither the focus nor a screen reader loses it,
 * and buttons without a block are hidden for the next week that needs them. Nothing here moves a block: a drag
 * shows a lifted copy, asks (time-drag.c), and the owner hands over new values. In front of each other lie: sheet,
 * blocks, line of the present moment, running blocks, cursor, lifted copy. The children stand in the order in which
 * they are read: by column, then by time. */

#include "widgets/time-grid/time-body.h"

#include <glib/gi18n-lib.h>

#include "widgets/draw-text.h"
#include "widgets/time-grid/time-now.h"
#include "widgets/time-grid/time-sheet.h"
#include "widgets/widget-name.h"

#define MIN_HOUR 44
#define ZOOMED_HOUR 64
#define MIN_COLUMN 92
#define GAP 4
#define MIN_SLOT 12

G_DEFINE_FINAL_TYPE (LimberTimeBody, limber_time_body, GTK_TYPE_WIDGET)

/** limber_time_body_find: Returns: (nullable) (transfer none): the block called @id. */
LimberTimeBlock *
limber_time_body_find (LimberTimeBody *self, const char *id)
{
  for (guint i = 0; self->blocks != NULL && id != NULL && i < self->blocks->len; i++)
    {
      LimberTimeBlock *block = self->blocks->pdata[i];

      if (g_strcmp0 (block->id, id) == 0)
        return block;
    }
  return NULL;
}

/** limber_time_body_button: Returns: (nullable) (transfer none): the widget that shows @id. */
GtkWidget *
limber_time_body_button (LimberTimeBody *self, const char *id)
{
  for (guint i = 0; self->blocks != NULL && i < self->blocks->len; i++)
    if (g_strcmp0 (((LimberTimeBlock *) self->blocks->pdata[i])->id, id) == 0)
      return self->pool->pdata[i];
  return NULL;
}

/** limber_time_body_focused: Returns: (nullable) (transfer none): the block that has the focus. */
LimberTimeBlock *
limber_time_body_focused (LimberTimeBody *self)
{
  for (guint i = 0; self->blocks != NULL && i < self->blocks->len; i++)
    if (gtk_widget_is_focus (self->pool->pdata[i]))
      return self->blocks->pdata[i];
  return NULL;
}

/** limber_time_body_is_inside: Returns: whether the focus of the window is here, also while another window has the keys. */
gboolean
limber_time_body_is_inside (LimberTimeBody *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/** limber_time_body_at: Returns: (nullable) (transfer none): the first block over that minute. */
LimberTimeBlock *
limber_time_body_at (LimberTimeBody *self, guint column, int minute)
{
  for (guint i = 0; self->blocks != NULL && i < self->blocks->len; i++)
    {
      LimberTimeBlock *block = self->blocks->pdata[i];

      if (block->column == column && block->from <= minute && minute < block->to)
        return block;
    }
  return NULL;
}

/* The free time from @minute on ends here. */
static int
free_until (LimberTimeBody *self, guint column, int minute)
{
  const LimberTimeColumn *values = self->columns->pdata[column];
  int until = minute;

  for (guint i = 0; i < values->open->len; i++)
    {
      const LimberTimeStretch *stretch = &g_array_index (values->open, LimberTimeStretch, i);

      if (stretch->from <= minute && minute < stretch->to)
        until = stretch->to;
    }
  for (guint i = 0; i < values->hatched->len; i++)
    {
      const LimberTimeStretch *stretch = &g_array_index (values->hatched, LimberTimeStretch, i);

      if (stretch->from <= minute && minute < stretch->to)
        return minute;
      if (stretch->from > minute)
        until = MIN (until, stretch->from);
    }
  for (guint i = 0; self->blocks != NULL && i < self->blocks->len; i++)
    {
      const LimberTimeBlock *block = self->blocks->pdata[i];

      if (block->column == column && block->from > minute && block->look != LIMBER_TIME_LOOK_GHOST)
        until = MIN (until, block->from);
    }
  return until;
}

static char *
slot_name (LimberTimeBody *self)
{
  const LimberTimeColumn *column = self->columns->pdata[self->cursor_column];
  int minute = self->cursor_minute;
  int until = free_until (self, self->cursor_column, minute);

  for (guint i = 0; i < column->hatched->len; i++)
    {
      const LimberTimeStretch *stretch = &g_array_index (column->hatched, LimberTimeStretch, i);

      if (stretch->from <= minute && minute < stretch->to)
        return g_strdup_printf ("%02d:%02d, %s, %s", minute / 60, minute % 60, column->name,
                                stretch->text != NULL ? stretch->text : _("blocked"));
    }
  if (until > minute)
    /* Translators: a time, a therapist or a day, a time: "12:15, Ines Calder, free until 13:00" */
    return g_strdup_printf (_("%02d:%02d, %s, free until %02d:%02d"), minute / 60, minute % 60, column->name, until / 60,
                            until % 60);
  return g_strdup_printf (_("%02d:%02d, %s, outside working hours"), minute / 60, minute % 60, column->name);
}

/** limber_time_body_show_cursor: puts the focus on the block at that time, else on the free time itself. */
void
limber_time_body_show_cursor (LimberTimeBody *self, guint column, int minute)
{
  const LimberTimeBlock *block;

  if (self->columns == NULL || self->columns->len == 0)
    return;
  self->cursor_column = MIN (column, self->columns->len - 1);
  self->cursor_minute = CLAMP (minute, self->geometry.first, self->geometry.last - LIMBER_TIME_STEP);
  block = limber_time_body_at (self, self->cursor_column, self->cursor_minute);
  if (block != NULL)
    gtk_widget_grab_focus (limber_time_body_button (self, block->id));
  else
    {
      g_autofree char *name = slot_name (self);

      limber_widget_name (GTK_WIDGET (self->slot), name);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      gtk_widget_grab_focus (self->slot);
    }
}

static void
on_slot_clicked (LimberTimeBody *self)
{
  g_signal_emit_by_name (self->owner, "create-requested", self->cursor_column, self->cursor_minute, self->cursor_minute);
}

static void
on_block_clicked (LimberTimeBody *self, LimberTimeBlockButton *button)
{
  const LimberTimeBlock *block = limber_time_block_button_get (button);

  if (block != NULL && self->drag.mode <= LIMBER_TIME_DRAG_PRESSED)
    g_signal_emit_by_name (self->owner, "block-activated", block->id);
}

static void
on_block_focus (LimberTimeBody *self, GParamSpec *pspec, GtkWidget *button)
{
  const LimberTimeBlock *block = limber_time_block_button_get (LIMBER_TIME_BLOCK_BUTTON (button));

  if (block == NULL || !gtk_widget_has_focus (button))
    return;
  self->cursor_column = block->column;
  self->cursor_minute = block->from;
}

static GtkWidget *
add_button (LimberTimeBody *self)
{
  GtkWidget *button = limber_time_block_button_new ();

  g_signal_connect_object (button, "clicked", G_CALLBACK (on_block_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "notify::has-focus", G_CALLBACK (on_block_focus), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (button, GTK_WIDGET (self), self->now);
  g_ptr_array_add (self->pool, button);
  return button;
}

static void
place (GtkWidget *child, double x, double y, double width, double height)
{
  GtkAllocation area = { (int) x, (int) y, MAX ((int) width, 1), MAX ((int) height, 1) };
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &area, -1);
}

static void
place_block (LimberTimeBody *self, GtkWidget *button, const LimberTimeBlock *block, LimberTimeLane lane)
{
  const LimberTimeGeometry *geometry = &self->geometry;
  double column = limber_time_geometry_column_width (geometry) - 2 * GAP + 2;
  double width = column / MAX (lane.n_lanes, 1);
  guint at = geometry->rtl ? lane.n_lanes - 1 - lane.lane : lane.lane;
  double x = limber_time_geometry_x (geometry, block->column) + GAP + at * width;
  double top = limber_time_geometry_y (geometry, block->from);
  double bottom = limber_time_geometry_y (geometry, block->to);
  double tail = limber_time_geometry_y (geometry, MIN (block->to + block->turnover, geometry->last)) - bottom;
  double elapsed = 0;

  if (block->look == LIMBER_TIME_LOOK_RUNNING)
    elapsed = CLAMP ((self->now_minute - block->from) / (double) MAX (block->to - block->from, 1), 0, 1);
  place (button, x, top + 1, width - 2, bottom - top - 1 + tail);
  limber_time_block_button_place (LIMBER_TIME_BLOCK_BUTTON (button), (int) tail, elapsed);
}

static void
place_slot (LimberTimeBody *self)
{
  double top = limber_time_geometry_y (&self->geometry, self->cursor_minute);
  double bottom = limber_time_geometry_y (&self->geometry, self->cursor_minute + LIMBER_TIME_STEP);

  place (self->slot, limber_time_geometry_x (&self->geometry, self->cursor_column) + GAP, top,
         limber_time_geometry_column_width (&self->geometry) - 2 * GAP, MAX (bottom - top, MIN_SLOT));
}

static void
limber_time_body_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LimberTimeBody *self = LIMBER_TIME_BODY (widget);

  self->geometry.width = width;
  self->geometry.height = height;
  self->geometry.gutter = LIMBER_TIME_GUTTER * MAX (1, limber_text_zoom (widget));
  self->geometry.n_columns = self->columns != NULL ? self->columns->len : 0;
  self->geometry.rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  limber_time_sheet_set (LIMBER_TIME_SHEET (self->sheet), self->columns, &self->geometry);
  limber_time_now_set (LIMBER_TIME_NOW (self->now), self->columns, &self->geometry, self->now_minute);
  place (self->sheet, 0, 0, width, height);
  place (self->now, 0, 0, width, height);
  place_slot (self);
  for (guint i = 0; self->blocks != NULL && i < self->blocks->len; i++)
    place_block (self, self->pool->pdata[i], self->blocks->pdata[i], self->lanes[i]);
  if (self->drag.block != NULL && gtk_widget_get_visible (self->lifted))
    place_block (self, self->lifted, self->drag.block, (LimberTimeLane) { 0, 1 });
}

static void
limber_time_body_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  LimberTimeBody *self = LIMBER_TIME_BODY (widget);
  double text = MAX (1, limber_text_zoom (widget));
  double hour = (self->zoom > 1 ? ZOOMED_HOUR : MIN_HOUR) * self->zoom * text;
  guint n_columns = self->columns != NULL ? self->columns->len : 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = (int) (LIMBER_TIME_GUTTER * text + MIN_COLUMN * n_columns);
  else
    *minimum = *natural = (int) ((self->geometry.last - self->geometry.first) * hour / 60);
}

static gboolean
is_running (GtkWidget *child)
{
  const LimberTimeBlock *block
      = LIMBER_IS_TIME_BLOCK_BUTTON (child) ? limber_time_block_button_get (LIMBER_TIME_BLOCK_BUTTON (child)) : NULL;

  return block != NULL && block->look == LIMBER_TIME_LOOK_RUNNING;
}

static void
snapshot_blocks (LimberTimeBody *self, GtkSnapshot *snapshot, gboolean running)
{
  for (guint i = 0; i < self->pool->len; i++)
    if (is_running (self->pool->pdata[i]) == running)
      gtk_widget_snapshot_child (GTK_WIDGET (self), self->pool->pdata[i], snapshot);
}

static void
limber_time_body_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LimberTimeBody *self = LIMBER_TIME_BODY (widget);

  gtk_widget_snapshot_child (widget, self->sheet, snapshot);
  snapshot_blocks (self, snapshot, FALSE);
  gtk_widget_snapshot_child (widget, self->now, snapshot);
  snapshot_blocks (self, snapshot, TRUE);
  gtk_widget_snapshot_child (widget, self->slot, snapshot);
  gtk_widget_snapshot_child (widget, self->lifted, snapshot);
}

/* A block may be too small for its words. */
static gboolean
limber_time_body_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  LimberTimeBody *self = LIMBER_TIME_BODY (widget);
  GtkWidget *child = keyboard ? NULL : gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);
  const LimberTimeBlock *block = NULL;

  if (child != NULL && LIMBER_IS_TIME_BLOCK_BUTTON (child))
    block = limber_time_block_button_get (LIMBER_TIME_BLOCK_BUTTON (child));
  if (block == NULL || self->drag.mode != LIMBER_TIME_DRAG_IDLE)
    return FALSE;
  gtk_tooltip_set_text (tooltip, block->name);
  return TRUE;
}

/* Tab comes in where the cursor is and leaves again: arrows walk inside. */
static gboolean
limber_time_body_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LimberTimeBody *self = LIMBER_TIME_BODY (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || self->columns == NULL || self->columns->len == 0)
    return FALSE;
  limber_time_body_show_cursor (self, self->cursor_column, self->cursor_minute);
  return gtk_widget_get_focus_child (widget) != NULL;
}

static void
limber_time_body_dispose (GObject *object)
{
  LimberTimeBody *self = LIMBER_TIME_BODY (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_weak_pointer (&self->owner);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->pool, g_ptr_array_unref);
  g_clear_pointer (&self->lanes, g_free);
  g_clear_pointer (&self->drag.block, limber_time_block_free);
  g_clear_pointer (&self->drag.pressed, g_free);
  G_OBJECT_CLASS (limber_time_body_parent_class)->dispose (object);
}

static void
limber_time_body_class_init (LimberTimeBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_time_body_dispose;
  widget_class->size_allocate = limber_time_body_size_allocate;
  widget_class->measure = limber_time_body_measure;
  widget_class->snapshot = limber_time_body_snapshot;
  widget_class->focus = limber_time_body_focus;
  widget_class->query_tooltip = limber_time_body_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "timebody");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
limber_time_body_init (LimberTimeBody *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->pool = g_ptr_array_new ();
  self->now_minute = -1;
  self->zoom = 1;
  self->geometry.last = LIMBER_TIME_DAY;
  self->sheet = limber_time_sheet_new ();
  self->now = limber_time_now_new ();
  self->slot = gtk_button_new ();
  self->lifted = limber_time_block_button_new ();
  gtk_widget_add_css_class (self->slot, "time-slot");
  gtk_widget_set_can_target (self->slot, FALSE);
  gtk_widget_set_can_target (self->lifted, FALSE);
  gtk_widget_set_focusable (self->lifted, FALSE);
  gtk_widget_set_visible (self->lifted, FALSE);
  g_signal_connect_object (self->slot, "clicked", G_CALLBACK (on_slot_clicked), self, G_CONNECT_SWAPPED);
  limber_widget_name (GTK_WIDGET (self->slot), _("Free time"));
  gtk_widget_set_parent (self->sheet, widget);
  gtk_widget_set_parent (self->now, widget);
  gtk_widget_set_parent (self->slot, widget);
  gtk_widget_set_parent (self->lifted, widget);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (widget, TRUE);
  limber_time_drag_install (self);
  limber_time_keys_install (self);
}

/** limber_time_body_new: @owner: emits the signals; must outlive the body */
GtkWidget *
limber_time_body_new (GObject *owner)
{
  LimberTimeBody *self = g_object_new (LIMBER_TYPE_TIME_BODY, NULL);

  g_set_weak_pointer (&self->owner, owner);
  return GTK_WIDGET (self);
}

void
limber_time_body_set_columns (LimberTimeBody *self, GPtrArray *columns, int first, int last)
{
  gboolean resize = self->columns == NULL || self->columns->len != columns->len || self->geometry.first != first
                    || self->geometry.last != last;

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  self->columns = g_ptr_array_ref (columns);
  self->geometry.first = first;
  self->geometry.last = last;
  self->cursor_column = MIN (self->cursor_column, MAX (columns->len, 1) - 1);
  self->cursor_minute = CLAMP (self->cursor_minute, first, last - LIMBER_TIME_STEP);
  if (resize)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Puts into the pool, at @i, the button that shows @id already, else one that shows nothing that is still wanted. */
static void
take_button (LimberTimeBody *self, guint i, const char *id, GHashTable *wanted)
{
  guint spare = G_MAXUINT;

  for (guint j = i; j < self->pool->len; j++)
    {
      const LimberTimeBlock *block = limber_time_block_button_get (self->pool->pdata[j]);

      if (block != NULL && g_strcmp0 (block->id, id) == 0)
        {
          spare = j;
          break;
        }
      if (spare == G_MAXUINT && (block == NULL || !g_hash_table_contains (wanted, block->id)))
        spare = j;
    }
  if (spare == G_MAXUINT)
    {
      add_button (self);
      spare = self->pool->len - 1;
    }
  if (spare != i)
    {
      gpointer other = self->pool->pdata[i];

      self->pool->pdata[i] = self->pool->pdata[spare];
      self->pool->pdata[spare] = other;
    }
}

static void
fill_pool (LimberTimeBody *self, GPtrArray *blocks)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < blocks->len; i++)
    g_hash_table_add (wanted, ((LimberTimeBlock *) blocks->pdata[i])->id);
  for (guint i = 0; i < blocks->len; i++)
    take_button (self, i, ((LimberTimeBlock *) blocks->pdata[i])->id, wanted);
  for (guint i = 0; i < blocks->len; i++)
    {
      GtkWidget *before = i > 0 ? self->pool->pdata[i - 1] : self->sheet;

      limber_time_block_button_set (self->pool->pdata[i], blocks->pdata[i]);
      if (gtk_widget_get_prev_sibling (self->pool->pdata[i]) != before)
        gtk_widget_insert_after (self->pool->pdata[i], GTK_WIDGET (self), before);
    }
  for (guint i = blocks->len; i < self->pool->len; i++)
    limber_time_block_button_set (self->pool->pdata[i], NULL);
}

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const LimberTimeBlock *one = *(LimberTimeBlock *const *) a;
  const LimberTimeBlock *two = *(LimberTimeBlock *const *) b;

  if (one->column != two->column)
    return one->column < two->column ? -1 : 1;
  if (one->from != two->from)
    return one->from - two->from;
  return g_strcmp0 (one->id, two->id);
}

/** limber_time_body_set_blocks: @blocks: (element-type LimberTimeBlock): is sorted here, and kept */
void
limber_time_body_set_blocks (LimberTimeBody *self, GPtrArray *blocks)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->blocks); /* the buttons show it until they are told */
  gboolean inside = limber_time_body_is_inside (self);
  const LimberTimeBlock *focused;

  self->blocks = before;
  g_ptr_array_sort (blocks, compare_blocks);
  g_clear_pointer (&self->lanes, g_free);
  self->lanes = limber_time_lanes (blocks);
  fill_pool (self, blocks);
  self->blocks = g_ptr_array_ref (blocks);
  limber_time_drag_dim (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  focused = limber_time_body_focused (self);
  if (focused != NULL)
    {
      self->cursor_column = focused->column;
      self->cursor_minute = focused->from;
    }
  else if (inside)
    limber_time_body_show_cursor (self, self->cursor_column, self->cursor_minute);
}

/** limber_time_body_set_now: @minute: of the wall clock, negative when today is not shown */
void
limber_time_body_set_now (LimberTimeBody *self, int minute)
{
  if (self->now_minute == minute)
    return;
  self->now_minute = minute;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
limber_time_body_set_zoom (LimberTimeBody *self, double zoom)
{
  if (self->zoom == zoom)
    return;
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
