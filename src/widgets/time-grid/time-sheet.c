/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paper under the blocks of a time grid: hours, shade outside working hours, hatched breaks. A widget of its
 * own, so that GTK keeps what it drew while blocks are hovered and dragged. */
#include "widgets/time-grid/time-sheet.h"

#include "widgets/palette.h"
#include "widgets/time-grid/time-ink.h"
#include "widgets/time-grid/time-values.h"

#define HOUR_SIZE 12.5
#define HALF 30

struct _LimberTimeSheet {
  GtkWidget parent_instance;
  GPtrArray *columns;
  LimberTimeGeometry geometry;
};

G_DEFINE_FINAL_TYPE (LimberTimeSheet, limber_time_sheet, GTK_TYPE_WIDGET)

static graphene_rect_t
stretch_area (LimberTimeSheet *self, guint column, int from, int to)
{
  const LimberTimeGeometry *geometry = &self->geometry;
  double top = limber_time_geometry_y (geometry, CLAMP (from, geometry->first, geometry->last));
  double bottom = limber_time_geometry_y (geometry, CLAMP (to, geometry->first, geometry->last));

  return GRAPHENE_RECT_INIT ((float) limber_time_geometry_x (geometry, column), (float) top,
                             (float) limber_time_geometry_column_width (geometry), (float) (bottom - top));
}

static void
draw_ground (LimberTimeSheet *self, GtkSnapshot *snapshot, guint i)
{
  const LimberTimeColumn *column = self->columns->pdata[i];
  GdkRGBA text = limber_palette_get (GTK_WIDGET (self), "window_fg_color");
  GdkRGBA open = limber_palette_get (GTK_WIDGET (self), "view_bg_color");
  GdkRGBA accent = limber_palette_get (GTK_WIDGET (self), "accent_bg_color");
  GdkRGBA shade = limber_ink_faded (&text, limber_ink_is_dark () ? .06 : .065);
  GdkRGBA today = limber_ink_faded (&accent, .07);
  graphene_rect_t whole = stretch_area (self, i, self->geometry.first, self->geometry.last);

  gtk_snapshot_append_color (snapshot, &open, &whole);
  gtk_snapshot_append_color (snapshot, &shade, &whole);
  for (guint j = 0; j < column->open->len; j++)
    {
      const LimberTimeStretch *stretch = &g_array_index (column->open, LimberTimeStretch, j);
      graphene_rect_t area = stretch_area (self, i, stretch->from, stretch->to);

      if (area.size.height > 0)
        gtk_snapshot_append_color (snapshot, &open, &area);
    }
  if (column->accent)
    gtk_snapshot_append_color (snapshot, &today, &whole);
}

static void
draw_hours (LimberTimeSheet *self, GtkSnapshot *snapshot)
{
  const LimberTimeGeometry *geometry = &self->geometry;
  GdkRGBA text = limber_palette_get (GTK_WIDGET (self), "window_fg_color");
  double strength = limber_ink_is_high_contrast () ? .45 : .1;
  GdkRGBA hour = limber_ink_faded (&text, strength);
  GdkRGBA half = limber_ink_faded (&text, strength * .45);
  float left = geometry->rtl ? 0 : (float) geometry->gutter;

  for (int minute = (geometry->first / HALF + 1) * HALF; minute < geometry->last; minute += HALF)
    gtk_snapshot_append_color (snapshot, minute % 60 == 0 ? &hour : &half,
                               &GRAPHENE_RECT_INIT (left, (float) (int) limber_time_geometry_y (geometry, minute),
                                                    (float) (geometry->width - geometry->gutter), 1));
  for (guint i = 0; i < geometry->n_columns; i++)
    {
      double x = limber_time_geometry_x (geometry, i);
      double edge = geometry->rtl ? x + limber_time_geometry_column_width (geometry) - 1 : x;

      gtk_snapshot_append_color (snapshot, &hour,
                                 &GRAPHENE_RECT_INIT ((float) (int) edge, 0, 1, (float) geometry->height));
    }
}

static void
draw_hatched (LimberTimeSheet *self, GtkSnapshot *snapshot, guint i)
{
  const LimberTimeColumn *column = self->columns->pdata[i];
  GdkRGBA text = limber_palette_get (GTK_WIDGET (self), "window_fg_color");
  GdkRGBA dim = limber_palette_get (GTK_WIDGET (self), "limber_dim");
  GdkRGBA line = limber_ink_faded (&text, limber_ink_is_high_contrast () ? .5 : .13);
  GdkRGBA shade = limber_ink_faded (&text, .04);

  for (guint j = 0; j < column->hatched->len; j++)
    {
      const LimberTimeStretch *stretch = &g_array_index (column->hatched, LimberTimeStretch, j);
      graphene_rect_t area = stretch_area (self, i, stretch->from, stretch->to);
      g_autoptr (PangoLayout) layout = NULL;
      cairo_t *cr;
      int width, height;

      if (area.size.height <= 0)
        continue;
      cr = gtk_snapshot_append_cairo (snapshot, &area);
      limber_ink_hatch (cr, &area, 0, 9, &shade, &line);
      cairo_destroy (cr);
      if (stretch->text == NULL)
        continue;
      layout = limber_ink_layout (GTK_WIDGET (self), stretch->text, HOUR_SIZE, FALSE);
      pango_layout_get_pixel_size (layout, &width, &height);
      width = MIN (width + 1, (int) area.size.width - 8);
      if (area.size.height >= height)
        limber_ink_text (snapshot, layout, area.origin.x + (area.size.width - width) / 2,
                         area.origin.y + (area.size.height - height) / 2, width, &dim);
    }
}

static void
draw_gutter (LimberTimeSheet *self, GtkSnapshot *snapshot)
{
  const LimberTimeGeometry *geometry = &self->geometry;
  GdkRGBA dim = limber_palette_get (GTK_WIDGET (self), "limber_dim");

  for (int minute = (geometry->first + 59) / 60 * 60; minute < geometry->last; minute += 60)
    {
      g_autofree char *text = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
      g_autoptr (PangoLayout) layout = limber_ink_layout (GTK_WIDGET (self), text, HOUR_SIZE, FALSE);
      double x = geometry->rtl ? geometry->width - geometry->gutter : 0;
      double y = limber_time_geometry_y (geometry, minute);
      int width, height;

      pango_layout_get_pixel_size (layout, &width, &height);
      limber_ink_text (snapshot, layout, x + (geometry->gutter - width - 1) / 2, MAX (y - height / 2., 1), width + 1, &dim);
    }
}

static void
limber_time_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LimberTimeSheet *self = LIMBER_TIME_SHEET (widget);

  if (self->columns == NULL || self->geometry.height <= 0)
    return;
  for (guint i = 0; i < self->columns->len; i++)
    draw_ground (self, snapshot, i);
  draw_hours (self, snapshot);
  for (guint i = 0; i < self->columns->len; i++)
    draw_hatched (self, snapshot, i);
  draw_gutter (self, snapshot);
}

static void
limber_time_sheet_dispose (GObject *object)
{
  g_clear_pointer (&LIMBER_TIME_SHEET (object)->columns, g_ptr_array_unref);
  G_OBJECT_CLASS (limber_time_sheet_parent_class)->dispose (object);
}

static void
limber_time_sheet_class_init (LimberTimeSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = limber_time_sheet_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = limber_time_sheet_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timesheet");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
limber_time_sheet_init (LimberTimeSheet *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  limber_palette_follow (GTK_WIDGET (self));
}

GtkWidget *
limber_time_sheet_new (void)
{
  return g_object_new (LIMBER_TYPE_TIME_SHEET, NULL);
}

static gboolean
same_geometry (const LimberTimeGeometry *a, const LimberTimeGeometry *b)
{
  return a->first == b->first && a->last == b->last && a->gutter == b->gutter && a->width == b->width
         && a->height == b->height && a->n_columns == b->n_columns && a->rtl == b->rtl;
}

/** limber_time_sheet_set: @columns: (element-type LimberTimeColumn) (nullable): not to be changed afterwards */
void
limber_time_sheet_set (LimberTimeSheet *self, GPtrArray *columns, const LimberTimeGeometry *geometry)
{
  if (self->columns == columns && same_geometry (&self->geometry, geometry))
    return;
  if (columns != NULL)
    g_ptr_array_ref (columns);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  self->columns = columns;
  self->geometry = *geometry;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
