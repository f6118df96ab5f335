/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days or therapists beside each other, with hours from top to bottom. It takes values, tells what a person asks
 * for, and moves nothing itself: an owner that agrees hands over other values. The heads stay while hours scroll. */
#include "widgets/time-grid/time-grid.h"

#include "widgets/draw-text.h"
#include "widgets/time-grid/time-body.h"
#include "widgets/time-grid/time-head.h"

#define MIN_HEAD 52
#define ZOOM_MIN .5
#define ZOOM_MAX 4

struct _LimberTimeGrid {
  GtkWidget parent_instance;
  GPtrArray *heads; /* children, pooled */
  guint n_columns;
  GtkWidget *scroller;
  GtkWidget *body;
  int wanted_minute; /* scrolled to once there is a size, negative for none */
};

enum {
  BLOCK_ACTIVATED,
  MENU_REQUESTED,
  PREVIEW,
  PUT_BACK,
  MOVE_REQUESTED,
  CREATE_REQUESTED,
  COLUMN_ACTIVATED,
  STEP_REQUESTED,
  CANCEL_REQUESTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberTimeGrid, limber_time_grid, GTK_TYPE_WIDGET)

static LimberTimeBody *
body_of (LimberTimeGrid *self)
{
  return LIMBER_TIME_BODY (self->body);
}

static void
on_head_clicked (LimberTimeGrid *self, GtkWidget *head)
{
  guint index;

  if (g_ptr_array_find (self->heads, head, &index))
    g_signal_emit (self, signals[COLUMN_ACTIVATED], 0, index);
}

static int
head_height (LimberTimeGrid *self)
{
  int height = MIN_HEAD;

  for (guint i = 0; i < self->n_columns; i++)
    {
      int least;

      gtk_widget_measure (self->heads->pdata[i], GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
      height = MAX (height, least);
    }
  return height;
}

static void
limber_time_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  LimberTimeGrid *self = LIMBER_TIME_GRID (widget);

  gtk_widget_measure (self->scroller, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      int head = head_height (self);

      *minimum += head;
      *natural += head;
    }
}

static void
place_heads (LimberTimeGrid *self, int width, int height)
{
  LimberTimeGeometry geometry = {
    .gutter = LIMBER_TIME_GUTTER * MAX (1, limber_text_zoom (GTK_WIDGET (self))),
    .width = width,
    .n_columns = self->n_columns,
    .rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
  };

  for (guint i = 0; i < self->n_columns; i++)
    {
      double x = limber_time_geometry_x (&geometry, i);
      int column = (int) (x + limber_time_geometry_column_width (&geometry)) - (int) x;
      GtkAllocation area = { (int) x, 0, column, height };

      gtk_widget_measure (self->heads->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &column, NULL, NULL, NULL);
      area.width = MAX (area.width, column);
      gtk_widget_size_allocate (self->heads->pdata[i], &area, -1);
    }
}

static gboolean
scroll_when_ready (gpointer data)
{
  LimberTimeGrid *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double y = limber_time_geometry_y (&body_of (self)->geometry, self->wanted_minute);

  if (self->wanted_minute >= 0)
    gtk_adjustment_set_value (adjustment, y - gtk_adjustment_get_page_size (adjustment) / 4);
  self->wanted_minute = -1;
  return G_SOURCE_REMOVE;
}

static void
limber_time_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LimberTimeGrid *self = LIMBER_TIME_GRID (widget);
  int head = head_height (self);
  GtkAllocation area = { 0, head, width, MAX (height - head, 1) };
  int least;

  place_heads (self, width, head);
  gtk_widget_measure (self->scroller, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->scroller, &area, -1);
  if (self->wanted_minute >= 0)
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, scroll_when_ready, g_object_ref (self), g_object_unref);
}

static void
limber_time_grid_dispose (GObject *object)
{
  LimberTimeGrid *self = LIMBER_TIME_GRID (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->body = NULL;
  g_clear_pointer (&self->heads, g_ptr_array_unref);
  G_OBJECT_CLASS (limber_time_grid_parent_class)->dispose (object);
}

static guint
add_signal (const char *name, guint n_params, GType a, GType b, GType c, GType d, GType e)
{
  return g_signal_new (name, LIMBER_TYPE_TIME_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, n_params, a, b, c,
                       d, e);
}

static void
limber_time_grid_class_init (LimberTimeGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType none = G_TYPE_NONE;

  G_OBJECT_CLASS (klass)->dispose = limber_time_grid_dispose;
  widget_class->measure = limber_time_grid_measure;
  widget_class->size_allocate = limber_time_grid_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "timegrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /** LimberTimeGrid::block-activated: (id): a click, Enter or the accessible action. */
  signals[BLOCK_ACTIVATED] = add_signal ("block-activated", 1, G_TYPE_STRING, none, none, none, none);
  /** LimberTimeGrid::menu-requested: (id): the right button, a long press, Menu or Shift+F10. */
  signals[MENU_REQUESTED] = add_signal ("menu-requested", 1, G_TYPE_STRING, none, none, none, none);
  /** LimberTimeGrid::preview: (id, column, from, to): a drag shows the block there; the id is %NULL for a new one. */
  signals[PREVIEW] = add_signal ("preview", 4, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_INT, G_TYPE_INT, none);
  /** LimberTimeGrid::put-back: the drag is over and nothing is asked for. */
  signals[PUT_BACK] = add_signal ("put-back", 0, none, none, none, none, none);
  /** LimberTimeGrid::move-requested: (id, version, column, from, to): dropped there. */
  signals[MOVE_REQUESTED] = add_signal ("move-requested", 5, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_UINT, G_TYPE_INT,
                                        G_TYPE_INT);
  /** LimberTimeGrid::create-requested: (column, from, to): a range on free time; no range when it was only a click. */
  signals[CREATE_REQUESTED] = add_signal ("create-requested", 3, G_TYPE_UINT, G_TYPE_INT, G_TYPE_INT, none, none);
  /** LimberTimeGrid::column-activated: (column): its head was pressed. */
  signals[COLUMN_ACTIVATED] = add_signal ("column-activated", 1, G_TYPE_UINT, none, none, none, none);
  /** LimberTimeGrid::step-requested: (by): the page before or after. */
  signals[STEP_REQUESTED] = add_signal ("step-requested", 1, G_TYPE_INT, none, none, none, none);
  /** LimberTimeGrid::cancel-requested: (id): Delete. */
  signals[CANCEL_REQUESTED] = add_signal ("cancel-requested", 1, G_TYPE_STRING, none, none, none, none);
}

static void
limber_time_grid_init (LimberTimeGrid *self)
{
  self->heads = g_ptr_array_new ();
  self->wanted_minute = -1;
  self->scroller = gtk_scrolled_window_new ();
  self->body = limber_time_body_new (G_OBJECT (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->body);
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
limber_time_grid_new (void)
{
  return g_object_new (LIMBER_TYPE_TIME_GRID, NULL);
}

static void
add_head (LimberTimeGrid *self)
{
  GtkWidget *head = limber_time_head_new ();

  g_signal_connect_object (head, "clicked", G_CALLBACK (on_head_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (head, GTK_WIDGET (self), self->scroller);
  g_ptr_array_add (self->heads, head);
}

/**
 * limber_time_grid_set_columns:
 * @columns: (element-type LimberTimeColumn): kept, and not to be changed afterwards
 * @first: the first minute shown, @last the one after the last
 */
void
limber_time_grid_set_columns (LimberTimeGrid *self, GPtrArray *columns, int first, int last)
{
  g_return_if_fail (LIMBER_IS_TIME_GRID (self));
  g_return_if_fail (first < last);

  while (self->heads->len < columns->len)
    add_head (self);
  self->n_columns = columns->len;
  for (guint i = 0; i < self->heads->len; i++)
    {
      gtk_widget_set_visible (self->heads->pdata[i], i < columns->len);
      if (i < columns->len)
        limber_time_head_set (self->heads->pdata[i], columns->pdata[i]);
    }
  limber_time_body_set_columns (body_of (self), columns, first, last);
}

/** limber_time_grid_set_blocks: @blocks: (element-type LimberTimeBlock): kept; the columns come first */
void
limber_time_grid_set_blocks (LimberTimeGrid *self, GPtrArray *blocks)
{
  g_return_if_fail (LIMBER_IS_TIME_GRID (self));
  limber_time_body_set_blocks (body_of (self), blocks);
}

/** limber_time_grid_set_now: @minute: of the wall clock, negative when today is not shown */
void
limber_time_grid_set_now (LimberTimeGrid *self, int minute)
{
  g_return_if_fail (LIMBER_IS_TIME_GRID (self));
  limber_time_body_set_now (body_of (self), minute);
}

/** limber_time_grid_set_zoom: 1 fits a working day into a usual window; less and more are cut to what can be read. */
void
limber_time_grid_set_zoom (LimberTimeGrid *self, double zoom)
{
  g_return_if_fail (LIMBER_IS_TIME_GRID (self));
  limber_time_body_set_zoom (body_of (self), CLAMP (zoom, ZOOM_MIN, ZOOM_MAX));
}

double
limber_time_grid_get_zoom (LimberTimeGrid *self)
{
  g_return_val_if_fail (LIMBER_IS_TIME_GRID (self), 1);
  return body_of (self)->zoom;
}

/** limber_time_grid_put_back: ends a drag, or one that was dropped: everything stands where the values say. */
void
limber_time_grid_put_back (LimberTimeGrid *self)
{
  g_return_if_fail (LIMBER_IS_TIME_GRID (self));
  limber_time_drag_put_back (body_of (self));
}

/** limber_time_grid_scroll_to: brings @minute into view, now or when there is a size. */
void
limber_time_grid_scroll_to (LimberTimeGrid *self, int minute)
{
  g_return_if_fail (LIMBER_IS_TIME_GRID (self));
  self->wanted_minute = minute;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/** limber_time_grid_focus: puts the focus on the block or the free time there. */
void
limber_time_grid_focus (LimberTimeGrid *self, guint column, int minute)
{
  g_return_if_fail (LIMBER_IS_TIME_GRID (self));
  limber_time_body_show_cursor (body_of (self), column, minute);
}

/** limber_time_grid_set_cursor: where the focus goes when it comes into the grid. */
void
limber_time_grid_set_cursor (LimberTimeGrid *self, guint column, int minute)
{
  g_return_if_fail (LIMBER_IS_TIME_GRID (self));
  body_of (self)->cursor_column = column;
  body_of (self)->cursor_minute = minute;
}

/** limber_time_grid_get_cursor: Returns: whether the focus is in the grid; then it is at @column and @minute. */
gboolean
limber_time_grid_get_cursor (LimberTimeGrid *self, guint *column, int *minute)
{
  g_return_val_if_fail (LIMBER_IS_TIME_GRID (self), FALSE);
  *column = body_of (self)->cursor_column;
  *minute = body_of (self)->cursor_minute;
  return limber_time_body_is_inside (body_of (self));
}

/** limber_time_grid_find: Returns: (nullable) (transfer none): the widget that shows the block @id. */
GtkWidget *
limber_time_grid_find (LimberTimeGrid *self, const char *id)
{
  g_return_val_if_fail (LIMBER_IS_TIME_GRID (self), NULL);
  return limber_time_body_button (body_of (self), id);
}

/** limber_time_grid_get_pool_size: Returns: how many block widgets were ever made. */
guint
limber_time_grid_get_pool_size (LimberTimeGrid *self)
{
  g_return_val_if_fail (LIMBER_IS_TIME_GRID (self), 0);
  return body_of (self)->pool->len;
}

/** limber_time_grid_locate: Returns: whether a column lies at @x, @y; then the step of time there. */
gboolean
limber_time_grid_locate (LimberTimeGrid *self, double x, double y, guint *column, int *minute)
{
  const LimberTimeGeometry *geometry;

  g_return_val_if_fail (LIMBER_IS_TIME_GRID (self), FALSE);
  geometry = &body_of (self)->geometry;
  gtk_widget_translate_coordinates (GTK_WIDGET (self), self->body, x, y, &x, &y);
  *minute = limber_time_geometry_minute (geometry, y) / LIMBER_TIME_STEP * LIMBER_TIME_STEP;
  return y >= 0 && limber_time_geometry_column_at (geometry, x, column);
}

/** limber_time_grid_get_point: Returns: whether there is such a column; then where its middle is at @minute. */
gboolean
limber_time_grid_get_point (LimberTimeGrid *self, guint column, int minute, double *x, double *y)
{
  const LimberTimeGeometry *geometry;

  g_return_val_if_fail (LIMBER_IS_TIME_GRID (self), FALSE);
  geometry = &body_of (self)->geometry;
  if (column >= geometry->n_columns)
    return FALSE;
  return gtk_widget_translate_coordinates (self->body, GTK_WIDGET (self),
                                           limber_time_geometry_x (geometry, column)
                                               + limber_time_geometry_column_width (geometry) / 2,
                                           limber_time_geometry_y (geometry, minute), x, y);
}
