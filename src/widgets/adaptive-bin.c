/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: the platform floor has no breakpoints. This bin takes any width it is given (its own minimum is
 * only the width-request), sorts it into one of three classes (larger text leaves less room), and tells its page by notify::width-class,
 * ::wide and ::small. It tells from an idle that runs before the next frame: a page rearranges itself on
 * being told, which must not happen in the middle of an allocation. Before there is any, the width that the window is
 * going to have is the best guess, so that a page need not build itself twice for its first frame. Only a page that is
 * as small as it gets may ask for the width it needs: rather a wider window than words beyond its edge. */
#include "widgets/adaptive-bin.h"

#include "widgets/draw-text.h"

#define WIDE_FROM 1200
#define SMALL_BELOW 960

struct _LimberAdaptiveBin
{
  GtkWidget parent_instance;
  GtkWidget *child;
  LimberWidth width_class;
  LimberWidth seen;
  guint tell_id;
};

enum {
  PROP_0,
  PROP_CHILD,
  PROP_WIDTH_CLASS,
  PROP_WIDE,
  PROP_SMALL,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LimberAdaptiveBin, limber_adaptive_bin, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

GType
limber_width_get_type (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      static const GEnumValue values[] = {
        { LIMBER_WIDTH_SMALL, "LIMBER_WIDTH_SMALL", "small" },
        { LIMBER_WIDTH_NARROW, "LIMBER_WIDTH_NARROW", "narrow" },
        { LIMBER_WIDTH_WIDE, "LIMBER_WIDTH_WIDE", "wide" },
        { 0, NULL, NULL },
      };
      g_once_init_leave (&once, g_enum_register_static ("LimberWidth", values));
    }
  return once;
}

static GtkBuildableIface *parent_buildable;

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child) && !type)
    limber_adaptive_bin_set_child (LIMBER_ADAPTIVE_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static LimberWidth
classify (int width)
{
  if (width >= WIDE_FROM)
    return LIMBER_WIDTH_WIDE;
  return width < SMALL_BELOW ? LIMBER_WIDTH_SMALL : LIMBER_WIDTH_NARROW;
}

static gboolean
tell (gpointer data)
{
  LimberAdaptiveBin *self = data;

  self->tell_id = 0;
  if (self->width_class == self->seen)
    return G_SOURCE_REMOVE;
  self->width_class = self->seen;
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WIDTH_CLASS]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WIDE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SMALL]);
  g_object_thaw_notify (G_OBJECT (self));
  return G_SOURCE_REMOVE;
}

static gboolean
is_smallest (LimberAdaptiveBin *self)
{
  return self->width_class == LIMBER_WIDTH_SMALL && self->seen == LIMBER_WIDTH_SMALL;
}

static void
limber_adaptive_bin_root (GtkWidget *widget)
{
  LimberAdaptiveBin *self = LIMBER_ADAPTIVE_BIN (widget);
  GtkRoot *root;
  int width = 0, height = 0;

  GTK_WIDGET_CLASS (limber_adaptive_bin_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  if (gtk_widget_get_width (widget) > 0 || !GTK_IS_WINDOW (root) || gtk_window_is_maximized (GTK_WINDOW (root)))
    return;
  gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  if (width <= 0)
    return;
  g_clear_handle_id (&self->tell_id, g_source_remove);
  self->seen = classify (width / MAX (1, limber_text_zoom (widget)));
  tell (self);
}

static void
limber_adaptive_bin_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  LimberAdaptiveBin *self = LIMBER_ADAPTIVE_BIN (widget);
  int child_minimum = 0;

  if (!self->child || !gtk_widget_should_layout (self->child))
    return;
  /* A width below the child's minimum may be offered in the moment before the page rearranges. */
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      int least = 0;

      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      for_size = MAX (for_size, least);
    }
  gtk_widget_measure (self->child, orientation, for_size, &child_minimum, natural, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_VERTICAL || is_smallest (self) ? child_minimum : 0;
}

static void
limber_adaptive_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LimberAdaptiveBin *self = LIMBER_ADAPTIVE_BIN (widget);

  self->seen = classify (width / MAX (1, limber_text_zoom (widget)));
  if (self->seen != self->width_class && !self->tell_id)
    self->tell_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell, self, NULL);

  if (self->child && gtk_widget_should_layout (self->child))
    {
      int least_width = 0, least_height = 0;

      gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
      width = MAX (width, least_width);
      gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
      gtk_widget_allocate (self->child, width, MAX (height, least_height), baseline, NULL);
    }
}

static void
limber_adaptive_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LimberAdaptiveBin *self = LIMBER_ADAPTIVE_BIN (object);

  switch (id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_WIDTH_CLASS:
      g_value_set_enum (value, self->width_class);
      break;
    case PROP_WIDE:
      g_value_set_boolean (value, self->width_class == LIMBER_WIDTH_WIDE);
      break;
    case PROP_SMALL:
      g_value_set_boolean (value, self->width_class == LIMBER_WIDTH_SMALL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
limber_adaptive_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHILD)
    limber_adaptive_bin_set_child (LIMBER_ADAPTIVE_BIN (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
limber_adaptive_bin_dispose (GObject *object)
{
  LimberAdaptiveBin *self = LIMBER_ADAPTIVE_BIN (object);

  g_clear_handle_id (&self->tell_id, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (limber_adaptive_bin_parent_class)->dispose (object);
}

static GtkSizeRequestMode
limber_adaptive_bin_get_request_mode (GtkWidget *widget)
{
  LimberAdaptiveBin *self = LIMBER_ADAPTIVE_BIN (widget);

  return self->child ? gtk_widget_get_request_mode (self->child) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
limber_adaptive_bin_class_init (LimberAdaptiveBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags read_only = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = limber_adaptive_bin_get_property;
  object_class->set_property = limber_adaptive_bin_set_property;
  object_class->dispose = limber_adaptive_bin_dispose;
  widget_class->root = limber_adaptive_bin_root;
  widget_class->measure = limber_adaptive_bin_measure;
  widget_class->size_allocate = limber_adaptive_bin_size_allocate;
  widget_class->get_request_mode = limber_adaptive_bin_get_request_mode;

  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_WIDTH_CLASS] = g_param_spec_enum ("width-class", NULL, NULL, LIMBER_TYPE_WIDTH, LIMBER_WIDTH_WIDE,
                                               read_only);
  props[PROP_WIDE] = g_param_spec_boolean ("wide", NULL, NULL, TRUE, read_only);
  props[PROP_SMALL] = g_param_spec_boolean ("small", NULL, NULL, FALSE, read_only);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
limber_adaptive_bin_init (LimberAdaptiveBin *self)
{
  self->width_class = self->seen = LIMBER_WIDTH_WIDE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
limber_adaptive_bin_new (void)
{
  return g_object_new (LIMBER_TYPE_ADAPTIVE_BIN, NULL);
}

void
limber_adaptive_bin_set_child (LimberAdaptiveBin *self, GtkWidget *child)
{
  g_return_if_fail (LIMBER_IS_ADAPTIVE_BIN (self));
  g_return_if_fail (!child || GTK_IS_WIDGET (child));

  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHILD]);
}

GtkWidget *
limber_adaptive_bin_get_child (LimberAdaptiveBin *self)
{
  g_return_val_if_fail (LIMBER_IS_ADAPTIVE_BIN (self), NULL);
  return self->child;
}

/** limber_adaptive_bin_get_width_class: wide from 1200 px on, small below 960 px; wide before the first size. */
LimberWidth
limber_adaptive_bin_get_width_class (LimberAdaptiveBin *self)
{
  g_return_val_if_fail (LIMBER_IS_ADAPTIVE_BIN (self), LIMBER_WIDTH_WIDE);
  return self->width_class;
}
