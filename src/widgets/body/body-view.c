/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: the view owns one spot (a faceless button) per shape and draws everything itself: the ground (silhouette,
 * areas in heat, hatches), the halos and the hover, the pills. Ground and pills are kept as render nodes until marks,
 * size, style or font change, so that a pointer that moves over the body draws one area and no more. Left and right
 * never mirror with the text direction: the body has its own. */
#include "widgets/body/body-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "widgets/body/body-names.h"
#include "widgets/body/body-scene.h"
#include "widgets/body/body-spot.h"

/* Pills of the outermost areas may stand out of the view a little. */
#define OVERHANG 24

struct _LimberBodyView
{
  GtkWidget parent_instance;
  LimberView view;
  LimberBodyFigure *figure;
  GPtrArray *spots;
  GArray *marks;
  GArray *forbidden;
  LimberBodySpot selected;
  double scale, x, y;
  GskRenderNode *ground;
  GskRenderNode *pills;
};

enum {
  AREA_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberBodyView, limber_body_view, GTK_TYPE_WIDGET)

static LimberBodyScene
scene_of (LimberBodyView *self)
{
  return (LimberBodyScene) {
    .view = self->view,
    .figure = self->figure,
    .marks = (const LimberBodyMark *) (gpointer) self->marks->data,
    .n_marks = self->marks->len,
    .forbidden = (const LimberBodySpot *) (gpointer) self->forbidden->data,
    .n_forbidden = self->forbidden->len,
  };
}

static gboolean
is_marked (LimberBodyView *self, const LimberBodyShape *shape)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const LimberBodyMark *mark = &g_array_index (self->marks, LimberBodyMark, i);

      if (limber_body_shape_stands_for (shape, mark->area, mark->side))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_selected (LimberBodyView *self, const LimberBodyShape *shape)
{
  return self->selected.area != LIMBER_AREA_NONE
         && limber_body_shape_stands_for (shape, self->selected.area, self->selected.side);
}

/* Drawing */

static void
invalidate (LimberBodyView *self)
{
  g_clear_pointer (&self->ground, gsk_render_node_unref);
  g_clear_pointer (&self->pills, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static LimberCairoPen
pen_of (LimberBodyView *self, cairo_t *cr)
{
  LimberCairoPen pen = limber_cairo_pen (cr, gtk_widget_get_pango_context (GTK_WIDGET (self)));

  pen.base.x = self->x;
  pen.base.y = self->y;
  pen.base.scale = self->scale;
  return pen;
}

typedef void (*DrawFunc) (const LimberBodyScene *scene, LimberBodyPen *pen, const LimberBodyInk *ink);

static GskRenderNode *
draw_node (LimberBodyView *self, DrawFunc draw, const LimberBodyInk *ink)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (-OVERHANG, 0, gtk_widget_get_width (GTK_WIDGET (self)) + 2 * OVERHANG,
                                   gtk_widget_get_height (GTK_WIDGET (self))));
  LimberCairoPen pen = pen_of (self, cr);
  LimberBodyScene scene = scene_of (self);

  draw (&scene, &pen.base, ink);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
draw_state (LimberBodyView *self, GtkSnapshot *snapshot, GtkWidget *spot, const LimberBodyInk *ink)
{
  const LimberBodyShape *shape = limber_body_spot_get_shape (LIMBER_BODY_SPOT (spot));
  LimberBodyBox box = limber_body_shape_get_bounds (shape);
  gboolean selected = is_selected (self, shape), focused = gtk_widget_has_visible_focus (spot);
  gboolean hovered = gtk_widget_get_state_flags (spot) & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_ACTIVE);
  LimberBodyPaint veil = { .fill = &ink->accent, .alpha = .25 };
  LimberBodyScene scene = scene_of (self);
  LimberCairoPen pen;
  cairo_t *cr;

  if (!selected && !focused && !hovered)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (self->x + box.x * self->scale - 8,
                                                                 self->y + box.y * self->scale - 8,
                                                                 box.width * self->scale + 16,
                                                                 box.height * self->scale + 16));
  pen = pen_of (self, cr);
  if (selected || focused)
    {
      limber_body_scene_draw_halo (&pen.base, ink, shape, !selected);
      limber_body_scene_draw_shape (&scene, &pen.base, ink, shape);
    }
  if (hovered)
    pen.base.class->shape (&pen.base, shape, &veil);
  cairo_destroy (cr);
}

static void
limber_body_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LimberBodyView *self = LIMBER_BODY_VIEW (widget);
  LimberBodyInk ink;

  if (!self->figure || self->scale <= 0)
    return;
  ink = limber_body_ink_of (widget);
  if (!self->ground)
    self->ground = draw_node (self, limber_body_scene_draw_ground, &ink);
  if (!self->pills)
    self->pills = draw_node (self, limber_body_scene_draw_pills, &ink);
  gtk_snapshot_append_node (snapshot, self->ground);
  for (guint i = 0; i < self->spots->len; i++)
    draw_state (self, snapshot, g_ptr_array_index (self->spots, i), &ink);
  gtk_snapshot_append_node (snapshot, self->pills);

  for (guint i = 0; i < self->spots->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->spots, i), snapshot);
}

static void
limber_body_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (limber_body_view_parent_class)->css_changed (widget, change);
  invalidate (LIMBER_BODY_VIEW (widget));
}

static void
limber_body_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (limber_body_view_parent_class)->system_setting_changed (widget, setting);
  invalidate (LIMBER_BODY_VIEW (widget));
}

/* Layout */

static void
limber_body_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  double aspect = LIMBER_BODY_FRAME.width / LIMBER_BODY_FRAME.height;

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? 120 : 120 * aspect;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? 440 : 440 * aspect;
}

static void
place_spot (LimberBodyView *self, GtkWidget *spot)
{
  LimberBodyBox box = limber_body_shape_get_bounds (limber_body_spot_get_shape (LIMBER_BODY_SPOT (spot)));
  double margin = LIMBER_FIGURE_TOLERANCE;
  graphene_point_t origin = GRAPHENE_POINT_INIT (self->x + (box.x - margin) * self->scale,
                                                 self->y + (box.y - margin) * self->scale);

  limber_body_spot_place (LIMBER_BODY_SPOT (spot), self->scale);
  gtk_widget_allocate (spot, MAX (1, (box.width + 2 * margin) * self->scale),
                       MAX (1, (box.height + 2 * margin) * self->scale), -1,
                       gsk_transform_translate (NULL, &origin));
}

static void
limber_body_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LimberBodyView *self = LIMBER_BODY_VIEW (widget);
  LimberBodyBox frame = LIMBER_BODY_FRAME;

  if (!self->figure)
    return;
  self->scale = MIN (width / frame.width, height / frame.height);
  self->x = (width - frame.width * self->scale) / 2 - frame.x * self->scale;
  self->y = (height - frame.height * self->scale) / 2 - frame.y * self->scale;
  invalidate (self);
  for (guint i = 0; i < self->spots->len; i++)
    {
      GtkWidget *spot = g_ptr_array_index (self->spots, i);

      gtk_widget_measure (spot, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      place_spot (self, spot);
    }
}

/* Tab enters the body at one area and leaves it again: the arrows walk inside. */
static gboolean
limber_body_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LimberBodyView *self = LIMBER_BODY_VIEW (widget);
  GtkWidget *target = NULL;

  if (gtk_widget_get_focus_child (widget) || self->spots->len == 0)
    return FALSE;
  if (self->selected.area != LIMBER_AREA_NONE)
    target = limber_body_view_find (self, self->selected.area, self->selected.side);
  for (guint i = 0; !target && i < self->spots->len; i++)
    if (is_marked (self, limber_body_spot_get_shape (g_ptr_array_index (self->spots, i))))
      target = g_ptr_array_index (self->spots, i);
  return gtk_widget_grab_focus (target ? target : g_ptr_array_index (self->spots, 0));
}

static void
on_spot_clicked (LimberBodyView *self, GtkWidget *spot)
{
  const LimberBodyShape *shape = limber_body_spot_get_shape (LIMBER_BODY_SPOT (spot));

  g_signal_emit (self, signals[AREA_ACTIVATED], 0, (int) limber_body_shape_get_area (shape),
                 (int) limber_body_shape_get_side (shape));
}

static void
add_spots (LimberBodyView *self)
{
  for (guint i = 0; i < limber_body_figure_get_n_shapes (self->figure); i++)
    {
      GtkWidget *spot = limber_body_spot_new (self->figure, limber_body_figure_get_shape (self->figure, i));

      gtk_widget_set_parent (spot, GTK_WIDGET (self));
      g_signal_connect_swapped (spot, "clicked", G_CALLBACK (on_spot_clicked), self);
      g_signal_connect_swapped (spot, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), self);
      g_ptr_array_add (self->spots, spot);
    }
}

static void
limber_body_view_dispose (GObject *object)
{
  LimberBodyView *self = LIMBER_BODY_VIEW (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->spots, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (limber_body_view_parent_class)->dispose (object);
}

static void
limber_body_view_finalize (GObject *object)
{
  LimberBodyView *self = LIMBER_BODY_VIEW (object);

  g_ptr_array_unref (self->spots);
  g_array_unref (self->marks);
  g_array_unref (self->forbidden);
  g_clear_pointer (&self->ground, gsk_render_node_unref);
  g_clear_pointer (&self->pills, gsk_render_node_unref);
  g_clear_pointer (&self->figure, limber_body_figure_unref);
  G_OBJECT_CLASS (limber_body_view_parent_class)->finalize (object);
}

static void
limber_body_view_class_init (LimberBodyViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = limber_body_view_dispose;
  object_class->finalize = limber_body_view_finalize;
  widget_class->snapshot = limber_body_view_snapshot;
  widget_class->measure = limber_body_view_measure;
  widget_class->size_allocate = limber_body_view_size_allocate;
  widget_class->focus = limber_body_view_focus;
  widget_class->css_changed = limber_body_view_css_changed;
  widget_class->system_setting_changed = limber_body_view_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "bodyview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[AREA_ACTIVATED] = g_signal_new ("area-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static void
limber_body_view_init (LimberBodyView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->spots = g_ptr_array_new ();
  self->marks = g_array_new (FALSE, FALSE, sizeof (LimberBodyMark));
  self->forbidden = g_array_new (FALSE, FALSE, sizeof (LimberBodySpot));
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (invalidate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (invalidate), self, G_CONNECT_SWAPPED);
}

static LimberBodyView *
view_new (LimberView view)
{
  LimberBodyView *self = g_object_new (LIMBER_TYPE_BODY_VIEW, NULL);
  g_autoptr (GError) error = NULL;

  self->view = view;
  self->figure = limber_body_figure_new (view, &error);
  if (!self->figure)
    g_warning ("No body: %s", error->message);
  return self;
}

GtkWidget *
limber_body_view_new (LimberView view)
{
  LimberBodyView *self = view_new (view);

  if (self->figure)
    add_spots (self);
  return GTK_WIDGET (self);
}

/** limber_body_view_new_picture: the same body as a mere picture: nothing in it can be chosen. */
GtkWidget *
limber_body_view_new_picture (LimberView view)
{
  LimberBodyView *self = view_new (view);

  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  return GTK_WIDGET (self);
}

void
limber_body_view_set_marks (LimberBodyView *self, const LimberBodyMark *marks, gsize n_marks)
{
  g_array_set_size (self->marks, 0);
  if (n_marks)
    g_array_append_vals (self->marks, marks, n_marks);
  invalidate (self);
}

void
limber_body_view_set_forbidden (LimberBodyView *self, const LimberBodySpot *spots, gsize n_spots)
{
  g_array_set_size (self->forbidden, 0);
  if (n_spots)
    g_array_append_vals (self->forbidden, spots, n_spots);
  invalidate (self);
}

void
limber_body_view_set_selected (LimberBodyView *self, LimberArea area, LimberSide side)
{
  self->selected = (LimberBodySpot) { area, side };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** limber_body_view_update_names: names every spot after its marks. */
void
limber_body_view_update_names (LimberBodyView *self, const LimberBodyWords *words)
{
  LimberBodyScene scene = scene_of (self);

  for (guint i = 0; i < self->spots->len; i++)
    {
      LimberBodySpotButton *spot = g_ptr_array_index (self->spots, i);
      g_autofree char *name = limber_body_name_shape (&scene, limber_body_spot_get_shape (spot), words);

      limber_body_spot_set_name (spot, name);
    }
}

/** limber_body_view_count_marks: how many marks stand in this view: each mark counts in its home view alone. */
gsize
limber_body_view_count_marks (LimberBodyView *self)
{
  gsize count = 0;

  for (guint i = 0; i < self->marks->len; i++)
    if (limber_body_mark_is_home (&g_array_index (self->marks, LimberBodyMark, i), self->view))
      count++;
  return count;
}

/** limber_body_view_find: Returns: (nullable) (transfer none): the button of an area. */
GtkWidget *
limber_body_view_find (LimberBodyView *self, LimberArea area, LimberSide side)
{
  for (guint i = 0; i < self->spots->len; i++)
    if (limber_body_shape_stands_for (limber_body_spot_get_shape (g_ptr_array_index (self->spots, i)), area, side))
      return g_ptr_array_index (self->spots, i);
  return NULL;
}
