/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an area feels after the work: the hollow knob is before, the filled one is set by the person. */
#include "widgets/severity-slider.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "widgets/draw-text.h"
#include "widgets/palette.h"
#include "widgets/widget-name.h"

#define KNOB 12.
#define MOST_ZOOM 1.6
#define DELTA_ROOM 44.

struct _LimberSeveritySlider
{
  GtkWidget parent_instance;
  int before;
  int after;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LimberSeveritySlider, limber_severity_slider, GTK_TYPE_WIDGET)

static gboolean
is_rtl (LimberSeveritySlider *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static double
knob (LimberSeveritySlider *self)
{
  return KNOB * CLAMP (limber_text_zoom (GTK_WIDGET (self)), 1, MOST_ZOOM);
}

static double
delta_room (LimberSeveritySlider *self)
{
  return DELTA_ROOM * MAX (1, limber_text_zoom (GTK_WIDGET (self)));
}

static double
track_width (LimberSeveritySlider *self)
{
  return MAX (1, gtk_widget_get_width (GTK_WIDGET (self)) - delta_room (self) - 2 * knob (self) - 4);
}

static double
x_of (LimberSeveritySlider *self, int severity)
{
  double x = knob (self) + 2 + track_width (self) * severity / LIMBER_SEVERITY_MAX;

  return is_rtl (self) ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;
}

static int
severity_at (LimberSeveritySlider *self, double x)
{
  if (is_rtl (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  x = round ((x - knob (self) - 2) / track_width (self) * LIMBER_SEVERITY_MAX);
  return CLAMP (x, 0, LIMBER_SEVERITY_MAX);
}

static void
update_reading (LimberSeveritySlider *self)
{
  int now = self->after >= 0 ? self->after : MAX (0, self->before);
  g_autofree char *text = NULL;

  if (self->after < 0)
    text = g_strdup_printf (_("was %d, not asked yet"), self->before);
  else if (self->before < 0)
    text = g_strdup_printf ("%d", self->after);
  else
    text = g_strdup_printf (_("%d, was %d"), self->after, self->before);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) LIMBER_SEVERITY_MAX,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) now,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
move_to (LimberSeveritySlider *self, int severity)
{
  severity = CLAMP (severity, 0, LIMBER_SEVERITY_MAX);
  if (severity == self->after)
    return;
  self->after = severity;
  update_reading (self);
  g_signal_emit (self, signals[CHANGED], 0, severity);
}

/* Drawing */

static void
draw_dots (LimberSeveritySlider *self, cairo_t *cr, double y)
{
  GdkRGBA colour = limber_palette_get (GTK_WIDGET (self), "window_fg_color");

  limber_cairo_set_rgba (cr, &colour, .25);
  for (int i = 0; i <= LIMBER_SEVERITY_MAX; i++)
    {
      cairo_arc (cr, x_of (self, i), y, 2, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
draw_knob (LimberSeveritySlider *self, cairo_t *cr, int severity, double y, gboolean filled)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA fill = filled ? limber_palette_heat (widget, severity) : limber_palette_get (widget, "limber_pill_bg");
  GdkRGBA edge = limber_palette_get (widget, "limber_dim");
  LimberTextStyle style = { .size = 12, .bold = filled };
  g_autofree char *number = g_strdup_printf ("%d", severity);

  cairo_new_path (cr);
  cairo_arc (cr, x_of (self, severity), y, knob (self) - (filled ? .5 : 2), 0, 2 * G_PI);
  limber_cairo_set_rgba (cr, &fill, 1);
  cairo_fill_preserve (cr);
  limber_cairo_set_rgba (cr, &edge, filled ? .7 : 1);
  cairo_set_line_width (cr, filled ? 1 : 2);
  cairo_stroke (cr);
  style.colour = filled ? limber_palette_on (&fill) : limber_palette_get (widget, "window_fg_color");
  limber_draw_text (widget, cr, number, &style, x_of (self, severity), y, .5);
}

static void
draw_delta (LimberSeveritySlider *self, cairo_t *cr, double y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int delta = self->after - self->before;
  double width = gtk_widget_get_width (widget);
  LimberTextStyle style = { .size = 15, .bold = TRUE };
  g_autofree char *text = NULL;

  if (self->before < 0 || self->after < 0)
    text = g_strdup ("–");
  else if (delta == 0)
    text = g_strdup ("0");
  else
    text = g_strdup_printf (LIMBER_LRM "%s%d", delta < 0 ? "−" : "+", ABS (delta));
  style.colour = limber_palette_get (widget, self->after < 0 || delta == 0 ? "limber_dim"
                                             : delta < 0 ? "limber_better" : "limber_overdue_fg");
  limber_draw_text (widget, cr, text, &style, is_rtl (self) ? 4 : width - 4, y, is_rtl (self) ? 0 : 1);
}

static void
draw_focus (LimberSeveritySlider *self, cairo_t *cr, double y)
{
  GdkRGBA accent = limber_palette_get (GTK_WIDGET (self), "accent_color");
  int at = self->after >= 0 ? self->after : MAX (0, self->before);

  cairo_new_path (cr);
  cairo_arc (cr, x_of (self, at), y, knob (self) + 2, 0, 2 * G_PI);
  limber_cairo_set_rgba (cr, &accent, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
limber_severity_slider_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LimberSeveritySlider *self = LIMBER_SEVERITY_SLIDER (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (-4, -4, width + 8, height + 8));
  GdkRGBA colour = limber_palette_get (widget, "window_fg_color");
  double y = height / 2;

  draw_dots (self, cr, y);
  if (self->before >= 0 && self->after >= 0 && self->before != self->after)
    {
      limber_cairo_set_rgba (cr, &colour, .25);
      cairo_set_line_width (cr, 4);
      cairo_move_to (cr, x_of (self, self->before), y);
      cairo_line_to (cr, x_of (self, self->after), y);
      cairo_stroke (cr);
    }
  if (self->before >= 0)
    draw_knob (self, cr, self->before, y, FALSE);
  if (self->after >= 0)
    draw_knob (self, cr, self->after, y, TRUE);
  if (gtk_widget_has_visible_focus (widget))
    draw_focus (self, cr, y);
  draw_delta (self, cr, y);
  cairo_destroy (cr);
}

static void
limber_severity_slider_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  LimberSeveritySlider *self = LIMBER_SEVERITY_SLIDER (widget);
  int height = 2 * knob (self) + 10;

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 11 * 20 + delta_room (self) : height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 11 * 48 + delta_room (self) : height;
}

/* Input */

static int
key_target (LimberSeveritySlider *self, guint keyval)
{
  int at = self->after >= 0 ? self->after : MAX (0, self->before);
  int forward = is_rtl (self) ? -1 : 1;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return at - forward;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return at + forward;
    case GDK_KEY_minus:
      return at - 1;
    case GDK_KEY_plus:
      return at + 1;
    case GDK_KEY_Home:
      return 0;
    case GDK_KEY_End:
      return LIMBER_SEVERITY_MAX;
    case GDK_KEY_space:
    case GDK_KEY_Return:
      return at;
    default:
      if (keyval >= GDK_KEY_0 && keyval <= GDK_KEY_9)
        return keyval - GDK_KEY_0;
      if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
        return keyval - GDK_KEY_KP_0;
      return -2;
    }
}

static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint code, GdkModifierType state, LimberSeveritySlider *self)
{
  int target;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  target = key_target (self, keyval);
  if (target < -1)
    return FALSE;
  move_to (self, target);
  return TRUE;
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, LimberSeveritySlider *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  move_to (self, severity_at (self, x));
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, LimberSeveritySlider *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (drag, &x, &y))
    move_to (self, severity_at (self, x + dx));
}

static void
limber_severity_slider_class_init (LimberSeveritySliderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = limber_severity_slider_snapshot;
  widget_class->measure = limber_severity_slider_measure;
  gtk_widget_class_set_css_name (widget_class, "severityslider");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);

  /** LimberSeveritySlider::changed: a person set the severity after the work. */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
limber_severity_slider_init (LimberSeveritySlider *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->before = self->after = LIMBER_SEVERITY_UNKNOWN;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (self, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), NULL);
  limber_palette_follow (GTK_WIDGET (self));
  update_reading (self);
}

/** limber_severity_slider_new: @name is read out: "right quad, knot". */
GtkWidget *
limber_severity_slider_new (const char *name)
{
  GtkWidget *self = g_object_new (LIMBER_TYPE_SEVERITY_SLIDER, NULL);

  limber_widget_name (GTK_WIDGET (self), name ? name : "");
  return self;
}

/** limber_severity_slider_set_before: 0–10, or %LIMBER_SEVERITY_UNKNOWN. */
void
limber_severity_slider_set_before (LimberSeveritySlider *self, int before)
{
  g_return_if_fail (LIMBER_IS_SEVERITY_SLIDER (self));

  self->before = CLAMP (before, LIMBER_SEVERITY_UNKNOWN, LIMBER_SEVERITY_MAX);
  update_reading (self);
}

/** limber_severity_slider_set_after: 0–10, or %LIMBER_SEVERITY_UNKNOWN for "not asked yet". */
void
limber_severity_slider_set_after (LimberSeveritySlider *self, int after)
{
  g_return_if_fail (LIMBER_IS_SEVERITY_SLIDER (self));

  self->after = CLAMP (after, LIMBER_SEVERITY_UNKNOWN, LIMBER_SEVERITY_MAX);
  update_reading (self);
}

int
limber_severity_slider_get_after (LimberSeveritySlider *self)
{
  g_return_val_if_fail (LIMBER_IS_SEVERITY_SLIDER (self), LIMBER_SEVERITY_UNKNOWN);
  return self->after;
}
