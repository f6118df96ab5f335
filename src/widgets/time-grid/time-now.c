/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line of the present moment across a time grid, with the time in the gutter. */
#include "widgets/time-grid/time-now.h"

#include "widgets/palette.h"
#include "widgets/time-grid/time-ink.h"
#include "widgets/time-grid/time-values.h"

#define PILL_SIZE 12
#define PILL_HEIGHT 19
#define DOT 9

struct _LimberTimeNow {
  GtkWidget parent_instance;
  GPtrArray *columns;
  LimberTimeGeometry geometry;
  int minute;
};

G_DEFINE_FINAL_TYPE (LimberTimeNow, limber_time_now, GTK_TYPE_WIDGET)

static gboolean
crosses_all (LimberTimeNow *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (!((const LimberTimeColumn *) self->columns->pdata[i])->today)
      return FALSE;
  return TRUE;
}

static void
draw_pill (LimberTimeNow *self, GtkSnapshot *snapshot, double y, const GdkRGBA *ink)
{
  const LimberTimeGeometry *geometry = &self->geometry;
  g_autofree char *text = g_strdup_printf ("%02d:%02d", self->minute / 60, self->minute % 60);
  g_autoptr (PangoLayout) layout = limber_ink_layout (GTK_WIDGET (self), text, PILL_SIZE, TRUE);
  GdkRGBA on = limber_palette_on (ink);
  int width, height;
  double high, x;
  graphene_rect_t area;

  pango_layout_get_pixel_size (layout, &width, &height);
  high = MAX (PILL_HEIGHT, height + 3);
  x = geometry->rtl ? geometry->width - geometry->gutter + 2 : 2;
  area = GRAPHENE_RECT_INIT ((float) x, (float) (y - high / 2), (float) (geometry->gutter - 4), (float) high);
  limber_ink_fill (snapshot, &area, high / 2, ink);
  limber_ink_text (snapshot, layout, x + (area.size.width - width) / 2, y - height / 2., width + 1, &on);
}

static void
draw_dot (LimberTimeNow *self, GtkSnapshot *snapshot, guint column, double y, const GdkRGBA *ink)
{
  double x = limber_time_geometry_x (&self->geometry, column);

  if (self->geometry.rtl)
    x += limber_time_geometry_column_width (&self->geometry);
  limber_ink_fill (snapshot, &GRAPHENE_RECT_INIT ((float) (x - DOT / 2.), (float) (y - DOT / 2.), DOT, DOT), DOT / 2., ink);
}

static void
limber_time_now_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LimberTimeNow *self = LIMBER_TIME_NOW (widget);
  GdkRGBA ink = limber_palette_get (widget, "limber_now");
  double width = limber_time_geometry_column_width (&self->geometry);
  gboolean all;
  double y;

  if (self->columns == NULL || self->minute < self->geometry.first || self->minute > self->geometry.last)
    return;
  y = limber_time_geometry_y (&self->geometry, self->minute);
  all = crosses_all (self);
  for (guint i = 0; i < self->columns->len; i++)
    if (((const LimberTimeColumn *) self->columns->pdata[i])->today)
      {
        gtk_snapshot_append_color (snapshot, &ink,
                                   &GRAPHENE_RECT_INIT ((float) limber_time_geometry_x (&self->geometry, i), (float) y - 1,
                                                        (float) width, 2));
        if (!all)
          draw_dot (self, snapshot, i, y, &ink);
      }
  if (all && self->columns->len > 0)
    draw_pill (self, snapshot, y, &ink);
}

static void
limber_time_now_dispose (GObject *object)
{
  g_clear_pointer (&LIMBER_TIME_NOW (object)->columns, g_ptr_array_unref);
  G_OBJECT_CLASS (limber_time_now_parent_class)->dispose (object);
}

static void
limber_time_now_class_init (LimberTimeNowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_time_now_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = limber_time_now_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timenow");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
limber_time_now_init (LimberTimeNow *self)
{
  self->minute = -1;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  limber_palette_follow (GTK_WIDGET (self));
}

GtkWidget *
limber_time_now_new (void)
{
  return g_object_new (LIMBER_TYPE_TIME_NOW, NULL);
}

/** limber_time_now_set: @minute: of the wall clock, negative for none; it crosses the columns of today. */
void
limber_time_now_set (LimberTimeNow *self, GPtrArray *columns, const LimberTimeGeometry *geometry, int minute)
{
  if (columns != NULL)
    g_ptr_array_ref (columns);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  self->columns = columns;
  self->geometry = *geometry;
  self->minute = minute;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
