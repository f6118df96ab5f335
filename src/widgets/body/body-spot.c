/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One area of the map as a button without a face: it gives focus, a name, clicks and an accessible action;
 * the view draws the body. Spots overlap as rectangles, so each asks the figure whether a point is its own. */
#include "widgets/body/body-spot.h"

#include "widgets/widget-name.h"
#include "widgets/widget-tip.h"

struct _LimberBodySpotButton
{
  GtkButton parent_instance;
  LimberBodyFigure *figure;
  const LimberBodyShape *shape;
  double scale;
  char *name;
};

G_DEFINE_FINAL_TYPE (LimberBodySpotButton, limber_body_spot, GTK_TYPE_BUTTON)

static gboolean
limber_body_spot_contains (GtkWidget *widget, double x, double y)
{
  LimberBodySpotButton *self = LIMBER_BODY_SPOT (widget);
  LimberBodyBox box = limber_body_shape_get_bounds (self->shape);

  if (self->scale <= 0)
    return FALSE;
  return limber_body_figure_hit (self->figure, x / self->scale + box.x - LIMBER_FIGURE_TOLERANCE,
                                 y / self->scale + box.y - LIMBER_FIGURE_TOLERANCE)
         == self->shape;
}

static void
limber_body_spot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
}

static void
limber_body_spot_finalize (GObject *object)
{
  LimberBodySpotButton *self = LIMBER_BODY_SPOT (object);

  g_clear_pointer (&self->figure, limber_body_figure_unref);
  g_free (self->name);
  G_OBJECT_CLASS (limber_body_spot_parent_class)->finalize (object);
}

static void
limber_body_spot_class_init (LimberBodySpotButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = limber_body_spot_finalize;
  widget_class->contains = limber_body_spot_contains;
  widget_class->snapshot = limber_body_spot_snapshot;
  gtk_widget_class_set_css_name (widget_class, "bodyarea");
}

static void
limber_body_spot_init (LimberBodySpotButton *self)
{
}

GtkWidget *
limber_body_spot_new (LimberBodyFigure *figure, const LimberBodyShape *shape)
{
  LimberBodySpotButton *self = g_object_new (LIMBER_TYPE_BODY_SPOT, NULL);

  self->figure = limber_body_figure_ref (figure);
  self->shape = shape;
  return GTK_WIDGET (self);
}

const LimberBodyShape *
limber_body_spot_get_shape (LimberBodySpotButton *self)
{
  return self->shape;
}

/** limber_body_spot_place: tells the spot how many pixels a unit of the artwork has. */
void
limber_body_spot_place (LimberBodySpotButton *self, double scale)
{
  self->scale = scale;
}

/** limber_body_spot_set_name: what is read out and shown on hover: "right quad, knot 7, unaware". */
void
limber_body_spot_set_name (LimberBodySpotButton *self, const char *name)
{
  if (g_strcmp0 (self->name, name) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  limber_widget_tip (GTK_WIDGET (self), name);
  limber_widget_name (GTK_WIDGET (self), name);
}

const char *
limber_body_spot_get_name (LimberBodySpotButton *self)
{
  return self->name;
}
