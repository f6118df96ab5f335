/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: two views (body-view) side by side, or one with a switch, and a legend. The map hands marks and
 * words on. Drawing is body-scene's, geometry body-figure's, the keys are body-walk's. */
#include "widgets/body/body-map.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "widgets/body/body-figure.h"
#include "widgets/body/body-legend.h"
#include "widgets/body/body-spot.h"
#include "widgets/body/body-view.h"
#include "widgets/body/body-walk.h"
#include "widgets/widget-name.h"

#define N_VIEWS 2

struct _LimberBodyMap
{
  GtkWidget parent_instance;
  GtkWidget *switcher;
  GtkWidget *tabs[N_VIEWS];
  GtkWidget *row;
  GtkWidget *columns[N_VIEWS];
  GtkWidget *titles[N_VIEWS];
  GtkWidget *views[N_VIEWS];
  GtkWidget *legend;
  LimberView view;
  gboolean single;
  LimberBodySpot selected;
  GArray *marks;
  GArray *forbidden;
  const LimberBodyWords *words;
  LimberBodyWalk walk;
};

enum {
  PROP_0,
  PROP_SINGLE_VIEW,
  PROP_VIEW,
  PROP_LEGEND,
  N_PROPS,
};

enum {
  AREA_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static const LimberView views[N_VIEWS] = { LIMBER_VIEW_FRONT, LIMBER_VIEW_BACK };

G_DEFINE_FINAL_TYPE (LimberBodyMap, limber_body_map, GTK_TYPE_WIDGET)

static LimberBodyView *
nth_view (LimberBodyMap *self, int index)
{
  return LIMBER_BODY_VIEW (self->views[index]);
}

static void
update_shown (LimberBodyMap *self)
{
  gtk_widget_set_visible (self->switcher, self->single);
  for (int i = 0; i < N_VIEWS; i++)
    {
      gtk_widget_set_visible (self->columns[i], !self->single || self->view == views[i]);
      gtk_widget_set_visible (self->titles[i], !self->single);
      if (self->view == views[i])
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tabs[i]), TRUE);
    }
}

static void
update_counts (LimberBodyMap *self)
{
  for (int i = 0; i < N_VIEWS; i++)
    {
      const char *title = gtk_label_get_label (GTK_LABEL (self->titles[i]));
      gsize count = limber_body_view_count_marks (nth_view (self, i));
      g_autofree char *label = count ? g_strdup_printf ("%s  %" G_GSIZE_FORMAT, title, count) : g_strdup (title);

      gtk_button_set_label (GTK_BUTTON (self->tabs[i]), label);
      limber_widget_name (GTK_WIDGET (self->tabs[i]), label);
    }
}

static void
update_names (LimberBodyMap *self)
{
  for (int i = 0; i < N_VIEWS; i++)
    limber_body_view_update_names (nth_view (self, i), self->words);
  limber_body_legend_set (LIMBER_BODY_LEGEND (self->legend), (const LimberBodyMark *) (gpointer) self->marks->data,
                          self->marks->len, self->forbidden->len > 0, self->words);
  update_counts (self);
}

static void
on_area_activated (LimberBodyMap *self, int area, int side)
{
  g_signal_emit (self, signals[AREA_ACTIVATED], 0, area, side);
}

static void
on_tab_toggled (LimberBodyMap *self, GtkToggleButton *tab)
{
  if (!gtk_toggle_button_get_active (tab))
    return;
  for (int i = 0; i < N_VIEWS; i++)
    if (GTK_WIDGET (tab) == self->tabs[i])
      limber_body_map_set_view (self, views[i]);
}

/* Keys */

/**
 * limber_body_map_neighbour:
 * @spot: the button of an area
 * @arrow: a key
 *
 * Returns: (nullable) (transfer none): the area that lies next in the direction of that arrow, in the other view
 *   when this one ends at its side; %NULL when there is none, or the key is no arrow
 */
GtkWidget *
limber_body_map_neighbour (LimberBodyMap *self, GtkWidget *spot, guint arrow)
{
  return limber_body_walk_neighbour (&self->walk, spot, arrow);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint code, GdkModifierType state, LimberBodyMap *self)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  return limber_body_walk_key (&self->walk, keyval);
}

/* Building */

static void
build_switcher (LimberBodyMap *self)
{
  self->switcher = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->switcher, "linked");
  gtk_widget_set_halign (self->switcher, GTK_ALIGN_CENTER);
  for (int i = 0; i < N_VIEWS; i++)
    {
      self->tabs[i] = gtk_toggle_button_new ();
      gtk_widget_add_css_class (self->tabs[i], "choice");
      gtk_box_append (GTK_BOX (self->switcher), self->tabs[i]);
    }
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->tabs[1]), GTK_TOGGLE_BUTTON (self->tabs[0]));
  gtk_widget_set_parent (self->switcher, GTK_WIDGET (self));
}

static void
build_view (LimberBodyMap *self, int index, const char *title)
{
  self->columns[index] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->titles[index] = gtk_label_new (title);
  gtk_widget_add_css_class (self->titles[index], "view-title");
  self->views[index] = limber_body_view_new (views[index]);
  gtk_widget_set_vexpand (self->views[index], TRUE);
  gtk_widget_set_hexpand (self->views[index], TRUE);
  limber_widget_name (GTK_WIDGET (self->views[index]), title);
  g_signal_connect_swapped (self->views[index], "area-activated", G_CALLBACK (on_area_activated), self);
  gtk_box_append (GTK_BOX (self->columns[index]), self->titles[index]);
  gtk_box_append (GTK_BOX (self->columns[index]), self->views[index]);
  gtk_box_append (GTK_BOX (self->row), self->columns[index]);
}

static void
limber_body_map_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LimberBodyMap *self = LIMBER_BODY_MAP (object);

  if (id == PROP_SINGLE_VIEW)
    g_value_set_boolean (value, self->single);
  else if (id == PROP_VIEW)
    g_value_set_int (value, self->view);
  else if (id == PROP_LEGEND)
    g_value_set_boolean (value, gtk_widget_get_visible (self->legend));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
limber_body_map_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LimberBodyMap *self = LIMBER_BODY_MAP (object);

  if (id == PROP_SINGLE_VIEW)
    limber_body_map_set_single_view (self, g_value_get_boolean (value));
  else if (id == PROP_VIEW)
    limber_body_map_set_view (self, g_value_get_int (value));
  else if (id == PROP_LEGEND)
    limber_body_map_set_legend (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
limber_body_map_dispose (GObject *object)
{
  GtkWidget *child;

  /* Also a popover that a page has put on the map. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (limber_body_map_parent_class)->dispose (object);
}

static void
limber_body_map_finalize (GObject *object)
{
  LimberBodyMap *self = LIMBER_BODY_MAP (object);

  limber_body_walk_clear (&self->walk);
  g_array_unref (self->marks);
  g_array_unref (self->forbidden);
  G_OBJECT_CLASS (limber_body_map_parent_class)->finalize (object);
}

static void
limber_body_map_class_init (LimberBodyMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = limber_body_map_get_property;
  object_class->set_property = limber_body_map_set_property;
  object_class->dispose = limber_body_map_dispose;
  object_class->finalize = limber_body_map_finalize;
  gtk_widget_class_set_css_name (widget_class, "bodymap");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  props[PROP_SINGLE_VIEW] = g_param_spec_boolean ("single-view", NULL, NULL, FALSE, flags);
  props[PROP_VIEW] = g_param_spec_int ("view", NULL, NULL, LIMBER_VIEW_FRONT, LIMBER_VIEW_BACK,
                                       LIMBER_VIEW_FRONT, flags);
  props[PROP_LEGEND] = g_param_spec_boolean ("legend", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /** LimberBodyMap::area-activated: an area was chosen: LimberArea and LimberSide (left, right, midline). */
  signals[AREA_ACTIVATED] = g_signal_new ("area-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static void
limber_body_map_init (LimberBodyMap *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = LIMBER_VIEW_FRONT;
  self->marks = g_array_new (FALSE, FALSE, sizeof (LimberBodyMark));
  self->forbidden = g_array_new (FALSE, FALSE, sizeof (LimberBodySpot));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "body-map");
  build_switcher (self);
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  gtk_box_set_homogeneous (GTK_BOX (self->row), TRUE);
  gtk_widget_set_vexpand (self->row, TRUE);
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));
  build_view (self, 0, _("Front"));
  build_view (self, 1, _("Back"));
  limber_body_walk_init (&self->walk, GTK_WIDGET (self), self->views);
  self->legend = limber_body_legend_new ();
  gtk_widget_set_parent (self->legend, GTK_WIDGET (self));
  update_shown (self);
  update_names (self);
  for (int i = 0; i < N_VIEWS; i++)
    g_signal_connect_swapped (self->tabs[i], "toggled", G_CALLBACK (on_tab_toggled), self);
  limber_widget_name (GTK_WIDGET (self), _("Body map"));

  /* Before the focused area hears them: a blank within a name must not press it. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
limber_body_map_new (void)
{
  return g_object_new (LIMBER_TYPE_BODY_MAP, NULL);
}

/** limber_body_map_set_words: @words (nullable) must stay; a static struct is meant. */
void
limber_body_map_set_words (LimberBodyMap *self, const LimberBodyWords *words)
{
  g_return_if_fail (LIMBER_IS_BODY_MAP (self));
  self->words = words;
  update_names (self);
}

/** limber_body_map_set_marks: replaces all marks; they are copied. The last mark lies on top. */
void
limber_body_map_set_marks (LimberBodyMap *self, const LimberBodyMark *marks, gsize n_marks)
{
  g_return_if_fail (LIMBER_IS_BODY_MAP (self));
  g_array_set_size (self->marks, 0);
  if (n_marks)
    g_array_append_vals (self->marks, marks, n_marks);
  for (int i = 0; i < N_VIEWS; i++)
    limber_body_view_set_marks (nth_view (self, i), marks, n_marks);
  update_names (self);
}

/**
 * limber_body_map_set_counts:
 *
 * Shows how often each area was found instead of marks: heat by the share of the largest count. Fits one client
 * over all time as well as a whole clinic; limber_body_map_set_marks() leads back.
 */
void
limber_body_map_set_counts (LimberBodyMap *self, const LimberBodyCount *counts, gsize n_counts)
{
  g_autofree LimberBodyMark *marks = g_new0 (LimberBodyMark, n_counts + 1);
  int most = 0;

  for (gsize i = 0; i < n_counts; i++)
    most = MAX (most, counts[i].count);
  for (gsize i = 0; i < n_counts; i++)
    marks[i] = (LimberBodyMark) { .area = counts[i].area, .side = counts[i].side, .severity = LIMBER_SEVERITY_UNKNOWN,
                                  .count = counts[i].count, .most = most };
  limber_body_map_set_marks (self, marks, n_counts);
}

/** limber_body_map_set_forbidden: replaces the areas with a local contraindication: hatched. */
void
limber_body_map_set_forbidden (LimberBodyMap *self, const LimberBodySpot *spots, gsize n_spots)
{
  g_return_if_fail (LIMBER_IS_BODY_MAP (self));
  for (int i = 0; i < N_VIEWS; i++)
    limber_body_view_set_forbidden (nth_view (self, i), spots, n_spots);
  g_array_set_size (self->forbidden, 0);
  if (n_spots)
    g_array_append_vals (self->forbidden, spots, n_spots);
  update_names (self);
}

/** limber_body_map_set_selected: %LIMBER_AREA_NONE for none; %LIMBER_SIDE_BOTH takes both sides. */
void
limber_body_map_set_selected (LimberBodyMap *self, LimberArea area, LimberSide side)
{
  g_return_if_fail (LIMBER_IS_BODY_MAP (self));
  self->selected = (LimberBodySpot) { area, side };
  for (int i = 0; i < N_VIEWS; i++)
    limber_body_view_set_selected (nth_view (self, i), area, side);
}

void
limber_body_map_get_selected (LimberBodyMap *self, LimberArea *area, LimberSide *side)
{
  g_return_if_fail (LIMBER_IS_BODY_MAP (self));
  if (area)
    *area = self->selected.area;
  if (side)
    *side = self->selected.side;
}

/** limber_body_map_set_single_view: one view with a switch instead of both side by side. */
void
limber_body_map_set_single_view (LimberBodyMap *self, gboolean single)
{
  g_return_if_fail (LIMBER_IS_BODY_MAP (self));
  if (self->single == !!single)
    return;
  self->single = !!single;
  update_shown (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SINGLE_VIEW]);
}

/** limber_body_map_set_view: which view stands in the single view. */
void
limber_body_map_set_view (LimberBodyMap *self, LimberView view)
{
  g_return_if_fail (LIMBER_IS_BODY_MAP (self));
  if (self->view == view)
    return;
  self->view = view;
  update_shown (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VIEW]);
}

/** limber_body_map_turn_to_marks: turns the single view over when all marks stand on the other side. */
void
limber_body_map_turn_to_marks (LimberBodyMap *self)
{
  g_return_if_fail (LIMBER_IS_BODY_MAP (self));
  for (int i = 0; i < N_VIEWS; i++)
    if (self->view == views[i] && limber_body_view_count_marks (nth_view (self, i)) == 0
        && limber_body_view_count_marks (nth_view (self, 1 - i)) > 0)
      {
        limber_body_map_set_view (self, views[1 - i]);
        return;
      }
}

void
limber_body_map_set_legend (LimberBodyMap *self, gboolean legend)
{
  g_return_if_fail (LIMBER_IS_BODY_MAP (self));
  if (gtk_widget_get_visible (self->legend) == !!legend)
    return;
  gtk_widget_set_visible (self->legend, legend);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEGEND]);
}

/** limber_body_map_set_brief: a legend of one line, where room is short. */
void
limber_body_map_set_brief (LimberBodyMap *self, gboolean brief)
{
  g_return_if_fail (LIMBER_IS_BODY_MAP (self));
  limber_body_legend_set_brief (LIMBER_BODY_LEGEND (self->legend), brief);
}

/** limber_body_map_copy_marks: Returns: (transfer full) (element-type LimberBodyMark): what the map shows */
GArray *
limber_body_map_copy_marks (LimberBodyMap *self)
{
  g_return_val_if_fail (LIMBER_IS_BODY_MAP (self), NULL);
  return g_array_copy (self->marks);
}

/** limber_body_map_copy_forbidden: Returns: (transfer full) (element-type LimberBodySpot): what is hatched */
GArray *
limber_body_map_copy_forbidden (LimberBodyMap *self)
{
  g_return_val_if_fail (LIMBER_IS_BODY_MAP (self), NULL);
  return g_array_copy (self->forbidden);
}

/** limber_body_map_get_words: Returns: (nullable): what limber_body_map_set_words() was given */
const LimberBodyWords *
limber_body_map_get_words (LimberBodyMap *self)
{
  g_return_val_if_fail (LIMBER_IS_BODY_MAP (self), NULL);
  return self->words;
}

/**
 * limber_body_map_find_area:
 *
 * Returns: (nullable) (transfer none): the button of an area; of one in both views that in the view that is shown,
 *   or else in its home view
 */
GtkWidget *
limber_body_map_find_area (LimberBodyMap *self, LimberArea area, LimberSide side)
{
  LimberView view = self->single ? self->view : limber_area_home_view (area);
  int first = view == LIMBER_VIEW_BACK ? 1 : 0;
  GtkWidget *spot;

  g_return_val_if_fail (LIMBER_IS_BODY_MAP (self), NULL);

  spot = limber_body_view_find (nth_view (self, first), area, side);
  return spot ? spot : limber_body_view_find (nth_view (self, 1 - first), area, side);
}

/**
 * limber_body_map_get_area_rect:
 * @rect: (out): the area's box in the map's coordinates, for a popover to point to; the focused area when
 *   it stands in both views
 *
 * Returns: whether the area is shown
 */
gboolean
limber_body_map_get_area_rect (LimberBodyMap *self, LimberArea area, LimberSide side, GdkRectangle *rect)
{
  GtkWidget *spot = limber_body_walk_focused (&self->walk);
  graphene_rect_t bounds;

  g_return_val_if_fail (LIMBER_IS_BODY_MAP (self), FALSE);

  if (!spot || limber_body_view_find (LIMBER_BODY_VIEW (gtk_widget_get_parent (spot)), area, side) != spot)
    spot = limber_body_map_find_area (self, area, side);
  if (!spot || !gtk_widget_get_mapped (spot) || !gtk_widget_compute_bounds (spot, GTK_WIDGET (self), &bounds))
    return FALSE;
  *rect = (GdkRectangle) { floorf (bounds.origin.x), floorf (bounds.origin.y), ceilf (bounds.size.width),
                           ceilf (bounds.size.height) };
  return TRUE;
}
