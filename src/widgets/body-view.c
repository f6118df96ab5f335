/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: the view owns one spot (a faceless button) per shape and draws everything itself in one cairo node:
 * silhouette, areas in heat, hatches, the halo of the chosen area and of the focus, then the pills, pushed
 * apart sideways. Left and right never mirror with the text direction: the body has its own. */
#include "widgets/body-view.h"

#include <glib/gi18n-lib.h>

#include "widgets/body-draw.h"
#include "widgets/body-figure.h"
#include "widgets/body-spot.h"
#include "widgets/palette.h"

/* The artwork without its margins: the same for both views, so that they stand at the same height. */
#define FRAME_X 10.
#define FRAME_Y 12.
#define LETTER_Y 172.
#define LETTER_LEFT 62.
#define LETTER_RIGHT 338.

struct _LimberBodyView
{
  GtkWidget parent_instance;
  LimberView view;
  LimberBodyFigure *figure;
  LimberBodyBox frame;
  GPtrArray *spots;
  GArray *marks;
  GArray *forbidden;
  LimberBodySpot selected;
  double scale, x, y;
};

enum {
  AREA_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberBodyView, limber_body_view, GTK_TYPE_WIDGET)

static gboolean
stands_for (const LimberBodyShape *shape, LimberArea area, LimberSide side)
{
  LimberSide own = limber_body_shape_get_side (shape);

  return limber_body_shape_get_area (shape) == limber_area_shape (area)
         && (own == side || own == LIMBER_SIDE_MIDLINE || side == LIMBER_SIDE_BOTH);
}

static gboolean
is_forbidden (LimberBodyView *self, const LimberBodyShape *shape)
{
  for (guint i = 0; i < self->forbidden->len; i++)
    {
      LimberBodySpot spot = g_array_index (self->forbidden, LimberBodySpot, i);

      if (stands_for (shape, spot.area, spot.side))
        return TRUE;
    }
  return FALSE;
}

static const LimberBodyMark *
worst_mark (LimberBodyView *self, const LimberBodyShape *shape)
{
  const LimberBodyMark *worst = NULL;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const LimberBodyMark *mark = &g_array_index (self->marks, LimberBodyMark, i);

      if (stands_for (shape, mark->area, mark->side) && (!worst || mark->severity > worst->severity))
        worst = mark;
    }
  return worst;
}

static gboolean
is_selected (LimberBodyView *self, const LimberBodyShape *shape)
{
  return self->selected.area != LIMBER_AREA_NONE
         && stands_for (shape, self->selected.area, self->selected.side);
}

/* Drawing */

static void
draw_areas (LimberBodyView *self, LimberBodyBrush *brush)
{
  limber_body_draw_silhouette (brush, self->figure);
  for (guint i = 0; i < limber_body_figure_get_n_shapes (self->figure); i++)
    {
      const LimberBodyShape *shape = limber_body_figure_get_shape (self->figure, i);

      limber_body_draw_shape (brush, shape, worst_mark (self, shape), is_forbidden (self, shape));
    }
}

static void
draw_states (LimberBodyView *self, LimberBodyBrush *brush)
{
  for (guint i = 0; i < self->spots->len; i++)
    {
      GtkWidget *spot = g_ptr_array_index (self->spots, i);
      const LimberBodyShape *shape = limber_body_spot_get_shape (LIMBER_BODY_SPOT (spot));
      GtkStateFlags state = gtk_widget_get_state_flags (spot);
      gboolean focused = gtk_widget_has_visible_focus (spot);

      if (is_selected (self, shape) || focused)
        {
          limber_body_draw_halo (brush, shape, focused && !is_selected (self, shape));
          limber_body_draw_shape (brush, shape, worst_mark (self, shape), is_forbidden (self, shape));
        }
      if (state & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_ACTIVE))
        limber_body_draw_hover (brush, shape);
    }
}

static void
draw_letters (LimberBodyView *self, LimberBodyBrush *brush)
{
  const char *right = C_ ("side of the body, one letter", "R");
  const char *left = C_ ("side of the body, one letter", "L");
  gboolean front = self->view == LIMBER_VIEW_FRONT;

  limber_body_draw_letter (brush, front ? right : left, LETTER_LEFT, LETTER_Y);
  limber_body_draw_letter (brush, front ? left : right, LETTER_RIGHT, LETTER_Y);
}

static void
draw_pills (LimberBodyView *self, LimberBodyBrush *brush)
{
  g_autoptr (GArray) pills = g_array_new (FALSE, FALSE, sizeof (LimberBodyPill));

  for (guint i = 0; i < self->marks->len; i++)
    {
      const LimberBodyMark *mark = &g_array_index (self->marks, LimberBodyMark, i);

      for (guint s = 0; s < limber_body_figure_get_n_shapes (self->figure); s++)
        {
          const LimberBodyShape *shape = limber_body_figure_get_shape (self->figure, s);

          if (stands_for (shape, mark->area, mark->side))
            limber_body_pills_add (pills, brush, shape, mark);
        }
    }
  limber_body_pills_push_apart (pills);
  limber_body_draw_pills (brush, pills);
}

static void
limber_body_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LimberBodyView *self = LIMBER_BODY_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  LimberBodyBrush brush = { .widget = widget, .x = self->x, .y = self->y, .scale = self->scale };

  if (!self->figure || self->scale <= 0)
    return;
  /* Pills of the outermost areas may stand out of the view a little. */
  brush.cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (-24, 0, width + 48, height));
  draw_areas (self, &brush);
  draw_states (self, &brush);
  if (self->spots->len > 0)
    draw_letters (self, &brush);
  draw_pills (self, &brush);
  cairo_destroy (brush.cr);

  for (guint i = 0; i < self->spots->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->spots, i), snapshot);
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
  LimberBodyView *self = LIMBER_BODY_VIEW (widget);
  double aspect = self->frame.height > 0 ? self->frame.width / self->frame.height : .5;

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

  if (!self->figure)
    return;
  self->scale = MIN (width / self->frame.width, height / self->frame.height);
  self->x = (width - self->frame.width * self->scale) / 2 - self->frame.x * self->scale;
  self->y = (height - self->frame.height * self->scale) / 2 - self->frame.y * self->scale;
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
    if (worst_mark (self, limber_body_spot_get_shape (g_ptr_array_index (self->spots, i))))
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
  gtk_widget_class_set_css_name (widget_class, "bodyview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[AREA_ACTIVATED] = g_signal_new ("area-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static void
limber_body_view_init (LimberBodyView *self)
{
  self->spots = g_ptr_array_new ();
  self->marks = g_array_new (FALSE, FALSE, sizeof (LimberBodyMark));
  self->forbidden = g_array_new (FALSE, FALSE, sizeof (LimberBodySpot));
  limber_palette_follow (GTK_WIDGET (self));
}

static LimberBodyView *
view_new (LimberView view)
{
  LimberBodyView *self = g_object_new (LIMBER_TYPE_BODY_VIEW, NULL);
  g_autoptr (GError) error = NULL;

  self->view = view;
  self->frame = (LimberBodyBox) { FRAME_X, FRAME_Y, 400 - 2 * FRAME_X, 840 - FRAME_Y - 4 };
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
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
limber_body_view_set_forbidden (LimberBodyView *self, const LimberBodySpot *spots, gsize n_spots)
{
  g_array_set_size (self->forbidden, 0);
  if (n_spots)
    g_array_append_vals (self->forbidden, spots, n_spots);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
limber_body_view_set_selected (LimberBodyView *self, LimberArea area, LimberSide side)
{
  self->selected = (LimberBodySpot) { area, side };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
name_mark (GString *name, const LimberBodyMark *mark, const LimberBodyWords *words)
{
  g_autofree char *type = limber_body_words_finding_type (words, mark->type);

  g_string_append_printf (name, ", %s", type);
  if (mark->severity >= 0)
    g_string_append_printf (name, " %d", mark->severity);
  if (mark->unaware)
    g_string_append_printf (name, ", %s", _("unaware"));
}

/** limber_body_view_update_names: names every spot after its marks. */
void
limber_body_view_update_names (LimberBodyView *self, const LimberBodyWords *words)
{
  for (guint i = 0; i < self->spots->len; i++)
    {
      LimberBodySpotButton *spot = g_ptr_array_index (self->spots, i);
      const LimberBodyShape *shape = limber_body_spot_get_shape (spot);
      g_autofree char *area = limber_body_words_area (words, limber_body_shape_get_area (shape),
                                                      limber_body_shape_get_side (shape));
      g_autoptr (GString) name = g_string_new (area);

      for (guint m = 0; m < self->marks->len; m++)
        {
          const LimberBodyMark *mark = &g_array_index (self->marks, LimberBodyMark, m);

          if (stands_for (shape, mark->area, mark->side))
            name_mark (name, mark, words);
        }
      if (is_forbidden (self, shape))
        g_string_append_printf (name, ", %s", _("not to be worked on"));
      limber_body_spot_set_name (spot, name->str);
    }
}

/** limber_body_view_count_marks: how many marks this view shows. */
guint
limber_body_view_count_marks (LimberBodyView *self)
{
  guint count = 0;

  for (guint m = 0; m < self->marks->len; m++)
    {
      const LimberBodyMark *mark = &g_array_index (self->marks, LimberBodyMark, m);

      if (limber_area_views (mark->area) & self->view)
        count++;
    }
  return count;
}

/** limber_body_view_find: Returns: (nullable) (transfer none): the button of an area. */
GtkWidget *
limber_body_view_find (LimberBodyView *self, LimberArea area, LimberSide side)
{
  for (guint i = 0; i < self->spots->len; i++)
    if (stands_for (limber_body_spot_get_shape (g_ptr_array_index (self->spots, i)), area, side))
      return g_ptr_array_index (self->spots, i);
  return NULL;
}
