/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of children at their natural width that goes on in the next line when the width is used up. */
#include "widgets/wrap-box.h"

struct _LimberWrapBox
{
  GtkWidget parent_instance;
  int spacing;
  int line_spacing;
};

enum {
  PROP_0,
  PROP_SPACING,
  PROP_LINE_SPACING,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LimberWrapBox, limber_wrap_box, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child) && !type)
    limber_wrap_box_append (LIMBER_WRAP_BOX (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
child_size (GtkWidget *child, int available, int *width, int *height)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  *width = MAX (minimum, MIN (natural, available));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

/* One line from @first on: returns the first child of the next line, sets the height. */
static GtkWidget *
fill_line (LimberWrapBox *self, GtkWidget *first, int available, int *height)
{
  GtkWidget *child;
  int x = 0;

  *height = 0;
  for (child = first; child; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int width, child_height;

      child_size (child, available, &width, &child_height);
      if (child != first && x + width > available)
        break;
      x += width + self->spacing;
      *height = MAX (*height, child_height);
    }
  return child;
}

static void
allocate_child (LimberWrapBox *self, GtkWidget *child, GtkAllocation box, int available)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    box.x = available - box.x - box.width;
  gtk_widget_size_allocate (child, &box, -1);
}

static void
limber_wrap_box_size_allocate (GtkWidget *widget, int available, int height, int baseline)
{
  LimberWrapBox *self = LIMBER_WRAP_BOX (widget);
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child)
    {
      int line;
      int x = 0;
      GtkWidget *end = fill_line (self, child, available, &line);

      for (; child != end; child = next_shown (gtk_widget_get_next_sibling (child)))
        {
          int width, child_height;

          child_size (child, available, &width, &child_height);
          allocate_child (self, child, (GtkAllocation) { x, y, width, line }, available);
          x += width + self->spacing;
        }
      y += line + self->line_spacing;
    }
}

static int
height_for_width (LimberWrapBox *self, int available)
{
  GtkWidget *child = next_shown (gtk_widget_get_first_child (GTK_WIDGET (self)));
  int total = 0;

  while (child)
    {
      int line;

      child = fill_line (self, child, available, &line);
      total += line + (child ? self->line_spacing : 0);
    }
  return total;
}

static void
measure_width (LimberWrapBox *self, int *minimum, int *natural)
{
  GtkWidget *child = next_shown (gtk_widget_get_first_child (GTK_WIDGET (self)));

  for (; child; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural ? self->spacing : 0);
    }
}

static void
limber_wrap_box_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  LimberWrapBox *self = LIMBER_WRAP_BOX (widget);
  int least = 0, wanted = 0;

  measure_width (self, &least, &wanted);
  *minimum = least;
  *natural = wanted;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = height_for_width (self, for_size >= 0 ? for_size : wanted);
}

static GtkSizeRequestMode
limber_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
limber_wrap_box_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LimberWrapBox *self = LIMBER_WRAP_BOX (object);

  if (id == PROP_SPACING)
    g_value_set_int (value, self->spacing);
  else if (id == PROP_LINE_SPACING)
    g_value_set_int (value, self->line_spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
limber_wrap_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LimberWrapBox *self = LIMBER_WRAP_BOX (object);

  if (id == PROP_SPACING)
    self->spacing = g_value_get_int (value);
  else if (id == PROP_LINE_SPACING)
    self->line_spacing = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
limber_wrap_box_dispose (GObject *object)
{
  limber_wrap_box_remove_all (LIMBER_WRAP_BOX (object));
  G_OBJECT_CLASS (limber_wrap_box_parent_class)->dispose (object);
}

static void
limber_wrap_box_class_init (LimberWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = limber_wrap_box_get_property;
  object_class->set_property = limber_wrap_box_set_property;
  object_class->dispose = limber_wrap_box_dispose;
  widget_class->measure = limber_wrap_box_measure;
  widget_class->size_allocate = limber_wrap_box_size_allocate;
  widget_class->get_request_mode = limber_wrap_box_get_request_mode;

  props[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 100, 8,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_LINE_SPACING] = g_param_spec_int ("line-spacing", NULL, NULL, 0, 100, 6,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
limber_wrap_box_init (LimberWrapBox *self)
{
  self->spacing = 8;
  self->line_spacing = 6;
}

/** limber_wrap_box_new: @spacing between children, @line_spacing between lines, in pixels. */
GtkWidget *
limber_wrap_box_new (int spacing, int line_spacing)
{
  return g_object_new (LIMBER_TYPE_WRAP_BOX, "spacing", spacing, "line-spacing", line_spacing, NULL);
}

void
limber_wrap_box_append (LimberWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (LIMBER_IS_WRAP_BOX (self));
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
limber_wrap_box_remove_all (LimberWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (LIMBER_IS_WRAP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}
