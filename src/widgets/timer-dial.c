/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: the dial only draws numbers it is given; it has no clock. The planned time is the whole turn, from
 * twelve o'clock; phases are arcs of it. In overtime the turn is the turnover that runs out. A border between the
 * phase at work, or a later one, and the next can be dragged: the arcs follow the hand, and the outcome is a
 * signal; what the plan then is, comes back with the next numbers. */
#include "widgets/timer-dial.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "domain/session-plan.h"
#include "widgets/draw-text.h"
#include "widgets/palette.h"

#define MINI_SIZE 40
#define MINI_STROKE 5.
#define STROKE .15
#define CURRENT_THICKER 1.28
#define NUMERALS .88
#define LABEL_ROOM 38
#define LABEL_GAP 8
#define LEAST_SHARE .93 /* of the radius that is left when a name is long */
#define GRIP 24         /* how near to a border a finger must come */
#define DRAG_STEP 60    /* seconds */
#define GAP 6.
#define NUMBER_ARC 100.

struct _LimberTimerDial
{
  GtkWidget parent_instance;
  GArray *phases;
  int elapsed;
  int total;
  int turnover;
  int current;
  gboolean paused;
  gboolean mini;
  char *reading;
  int dragged; /* the phase whose end is in hand, or -1 */
  int drag_seconds;
};

enum { STRETCHED, N_SIGNALS };

static guint signals[N_SIGNALS];

enum {
  PROP_0,
  PROP_PAUSED,
  PROP_MINI,
  PROP_READING,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (LimberTimerDial, limber_timer_dial, GTK_TYPE_WIDGET)

typedef struct {
  LimberTimerDial *self;
  cairo_t *cr;
  double width, height;
  double cx, cy;
  double radius; /* of the outer edge */
} Brush;

static GdkRGBA
colour (Brush *brush, const char *name)
{
  return limber_palette_get (GTK_WIDGET (brush->self), name);
}

static double
angle_at (LimberTimerDial *self, double seconds)
{
  return -G_PI / 2 + 2 * G_PI * CLAMP (seconds / MAX (1, self->total), 0, 1);
}

static gboolean
is_over (LimberTimerDial *self)
{
  return self->total > 0 && self->elapsed > self->total;
}

static void
arc (Brush *brush, double from, double to, double stroke, const char *name)
{
  GdkRGBA rgba = colour (brush, name);

  if (to <= from)
    return;
  cairo_new_path (brush->cr);
  cairo_set_line_width (brush->cr, stroke);
  limber_cairo_set_rgba (brush->cr, &rgba, brush->self->paused ? .6 : 1);
  cairo_arc (brush->cr, brush->cx, brush->cy, brush->radius - brush->radius * STROKE / 2, from, to);
  cairo_stroke (brush->cr);
}

static void
hand (Brush *brush, double angle, double stroke)
{
  double middle = brush->radius * (1 - STROKE / 2);
  double half = stroke / 2 + 3;
  GdkRGBA rgba = colour (brush, "window_fg_color");

  cairo_set_line_width (brush->cr, 3);
  limber_cairo_set_rgba (brush->cr, &rgba, 1);
  cairo_move_to (brush->cr, brush->cx + cos (angle) * (middle - half), brush->cy + sin (angle) * (middle - half));
  cairo_line_to (brush->cr, brush->cx + cos (angle) * (middle + half), brush->cy + sin (angle) * (middle + half));
  cairo_stroke (brush->cr);
}

static void
draw_minutes_on_arc (Brush *brush, int seconds, double middle, double arc_angle, gboolean done)
{
  double radius = brush->radius * (1 - STROKE / 2);
  g_autofree char *text = NULL;
  double zoom = limber_text_zoom (GTK_WIDGET (brush->self));
  LimberTextStyle style = { .size = MAX (10, brush->radius * .078) / zoom, .bold = TRUE };

  if (arc_angle * radius < NUMBER_ARC)
    return;
  text = g_strdup_printf ("%d", (seconds + 30) / 60);
  style.colour = colour (brush, "window_fg_color");
  style.colour.alpha = .75;
  limber_draw_text (GTK_WIDGET (brush->self), brush->cr, text, &style, brush->cx + cos (middle) * radius,
                    brush->cy + sin (middle) * radius, .5);
}

static LimberTextStyle
name_style (gboolean current)
{
  return (LimberTextStyle) { .size = current ? 14 : 12.5, .bold = current };
}

/* A name of several words stands on two lines beside the ring. */
static char **
split_name (const char *name)
{
  const char *space = strrchr (name, ' ');
  char **lines = g_new0 (char *, 3);

  lines[0] = space != NULL ? g_strndup (name, space - name) : g_strdup (name);
  lines[1] = space != NULL ? g_strdup (space + 1) : NULL;
  return lines;
}

static double
name_distance (Brush *brush, gboolean current)
{
  return brush->radius * (current ? 1 + STROKE * (CURRENT_THICKER - 1) / 2 : 1) + LABEL_GAP;
}

static void
draw_phase_name (Brush *brush, const char *name, double middle, gboolean current)
{
  GtkWidget *widget = GTK_WIDGET (brush->self);
  double distance = name_distance (brush, current);
  double x = brush->cx + cos (middle) * distance;
  double y = brush->cy + sin (middle) * (distance + 4);
  gboolean right = cos (middle) > 0;
  double room = right ? brush->width - x : x;
  LimberTextStyle style = name_style (current);
  double line = style.size * 1.25 * limber_text_zoom (widget);
  g_auto (GStrv) lines = NULL;

  style.colour = colour (brush, current ? "accent_color" : "limber_dim");
  if (limber_measure_text (widget, name, &style) <= room)
    {
      limber_draw_text (widget, brush->cr, name, &style, x, y, right ? 0 : 1);
      return;
    }
  lines = split_name (name);
  style.max_width = MAX (room, 24);
  if (lines[1] != NULL)
    y -= line / 2;
  for (guint i = 0; lines[i] != NULL; i++)
    limber_draw_text (widget, brush->cr, lines[i], &style, x, y + i * line, right ? 0 : 1);
}

static void
draw_phase (Brush *brush, const LimberDialPhase *phase, int start, gboolean current)
{
  LimberTimerDial *self = brush->self;
  double stroke = brush->radius * STROKE * (current ? CURRENT_THICKER : 1);
  double inset = GAP / 2 / brush->radius;
  double from = angle_at (self, start) + inset;
  double to = angle_at (self, start + phase->seconds) - inset;
  double now = CLAMP (angle_at (self, self->elapsed), from, MAX (from, to));

  arc (brush, now, to, stroke, "limber_dial_track");
  arc (brush, from, now, stroke, current ? "accent_bg_color" : "limber_dial_done");
  if (current)
    hand (brush, now, stroke);
  else
    draw_minutes_on_arc (brush, phase->seconds, (from + to) / 2, to - from, start < self->elapsed);
  draw_phase_name (brush, phase->name, (from + to) / 2, current);
}

/* The arcs as they are, or as the hand would have them. */
static void
phases_shown (LimberTimerDial *self, LimberSessionPlan *plan)
{
  plan->n_phases = MIN (self->phases->len, LIMBER_PHASES_MAX);
  for (guint i = 0; i < plan->n_phases; i++)
    plan->phases[i] = (LimberPhase) { .seconds = g_array_index (self->phases, LimberDialPhase, i).seconds };
  if (self->dragged >= 0)
    limber_session_plan_stretch (plan, (guint) self->dragged, self->drag_seconds, self->elapsed);
}

static void
draw_phases (Brush *brush)
{
  LimberTimerDial *self = brush->self;
  LimberSessionPlan plan;
  int start = 0;

  phases_shown (self, &plan);
  if (plan.n_phases == 0)
    {
      LimberDialPhase whole = { "", self->total };
      draw_phase (brush, &whole, 0, TRUE);
    }
  for (guint i = 0; i < plan.n_phases; i++)
    {
      LimberDialPhase phase = { g_array_index (self->phases, LimberDialPhase, i).name, plan.phases[i].seconds };

      if (phase.seconds > 0 && start < self->total)
        draw_phase (brush, &phase, start, (int) i == self->current);
      start += phase.seconds;
    }
}

static void
draw_overtime (Brush *brush)
{
  LimberTimerDial *self = brush->self;
  double share = CLAMP ((self->elapsed - self->total) / (double) MAX (1, self->turnover), 0, 1);
  double now = -G_PI / 2 + 2 * G_PI * share;
  double stroke = brush->radius * STROKE * 1.1;

  arc (brush, now, 1.5 * G_PI, stroke, "limber_dial_track");
  arc (brush, -G_PI / 2, now, stroke, "limber_overtime");
  hand (brush, now, stroke);
}

static int
whole_minutes (LimberTimerDial *self)
{
  if (is_over (self))
    return (self->elapsed - self->total) / 60;
  return (MAX (0, self->total - self->elapsed) + 59) / 60;
}

static void
draw_figures (Brush *brush)
{
  LimberTimerDial *self = brush->self;
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean over = is_over (self);
  int minutes = whole_minutes (self);
  g_autofree char *number = g_strdup_printf (over && minutes > 0 ? LIMBER_LRM "+%d" : "%d", minutes);
  double zoom = limber_text_zoom (widget);
  LimberTextStyle large = { .size = brush->radius * NUMERALS / zoom, .bold = TRUE };
  LimberTextStyle small = { .size = MIN (16 * zoom, brush->radius * .16) / zoom, .bold = TRUE };
  double inside = 2 * brush->radius * (1 - STROKE) * .86;
  double wide;

  wide = limber_measure_text (widget, number, &large);
  if (wide > inside)
    large.size *= inside / wide;
  large.colour = colour (brush, over ? "limber_overtime" : self->paused ? "limber_dim" : "window_fg_color");
  small.colour = colour (brush, "limber_dim");
  limber_draw_text (widget, brush->cr, number, &large, brush->cx, brush->cy - brush->radius * .07, .5);
  limber_draw_text (widget, brush->cr, self->paused ? _("paused") : over ? _("min over") : _("min left"), &small,
                    brush->cx, brush->cy + brush->radius * .45, .5);
}

static void
draw_mini (Brush *brush)
{
  LimberTimerDial *self = brush->self;
  gboolean over = is_over (self);
  double share = over ? (self->elapsed - self->total) / (double) MAX (1, self->turnover)
                      : self->elapsed / (double) MAX (1, self->total);
  GdkRGBA track = colour (brush, "limber_dial_track");
  GdkRGBA done = colour (brush, over ? "limber_overtime" : "accent_bg_color");
  double radius = MIN (brush->width, brush->height) / 2 - MINI_STROKE / 2;

  cairo_set_line_width (brush->cr, MINI_STROKE);
  limber_cairo_set_rgba (brush->cr, &track, 1);
  cairo_arc (brush->cr, brush->cx, brush->cy, radius, 0, 2 * G_PI);
  cairo_stroke (brush->cr);
  limber_cairo_set_rgba (brush->cr, &done, self->paused ? .5 : 1);
  cairo_arc (brush->cr, brush->cx, brush->cy, radius, -G_PI / 2, -G_PI / 2 + 2 * G_PI * CLAMP (share, 0, 1));
  cairo_stroke (brush->cr);
}

/* What a name needs beside the ring: its longer line, when it has two words. */
static double
measure_name (Brush *brush, const char *name, gboolean current)
{
  LimberTextStyle style = name_style (current);
  g_auto (GStrv) lines = split_name (name);
  double width = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    width = MAX (width, limber_measure_text (GTK_WIDGET (brush->self), lines[i], &style));
  return width;
}

/* The radius that leaves the names beside the ring their room. */
static double
fit_names (Brush *brush, double radius)
{
  LimberTimerDial *self = brush->self;
  double fit = radius;
  int start = 0;

  for (guint i = 0; i < self->phases->len; i++)
    {
      const LimberDialPhase *phase = &g_array_index (self->phases, LimberDialPhase, i);
      gboolean current = (int) i == self->current;
      double aside = fabs (cos (angle_at (self, start + phase->seconds / 2.)));

      start += phase->seconds;
      if (aside > .1 && phase->seconds > 0)
        fit = MIN (fit, (brush->width / 2 - measure_name (brush, phase->name, current)) / aside - LABEL_GAP
                          - (current ? 6 : 1));
    }
  return MAX (fit, radius * LEAST_SHARE);
}

static Brush
brush_new (LimberTimerDial *self)
{
  Brush brush = { .self = self, .width = gtk_widget_get_width (GTK_WIDGET (self)),
                  .height = gtk_widget_get_height (GTK_WIDGET (self)) };

  brush.cx = brush.width / 2;
  brush.cy = brush.height / 2;
  brush.radius = MIN (brush.width / 2 - LABEL_ROOM, brush.height / 2 - 26);
  if (!self->mini && brush.radius > 10 && !is_over (self))
    brush.radius = fit_names (&brush, brush.radius);
  return brush;
}

static void
limber_timer_dial_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LimberTimerDial *self = LIMBER_TIMER_DIAL (widget);
  Brush brush = brush_new (self);

  brush.cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, brush.width, brush.height));
  if (self->mini)
    draw_mini (&brush);
  else if (brush.radius > 10)
    {
      if (is_over (self))
        draw_overtime (&brush);
      else
        draw_phases (&brush);
      draw_figures (&brush);
    }
  cairo_destroy (brush.cr);
}

/* Dragging */

/* Returns: the phase at work or a later one whose end lies under the point, or -1. */
static int
border_at (LimberTimerDial *self, double x, double y)
{
  Brush brush = brush_new (self);
  double middle = brush.radius * (1 - STROKE / 2);
  int end = 0;

  if (self->mini || self->current < 0 || is_over (self))
    return -1;
  for (guint i = 0; i + 1 < self->phases->len; i++)
    {
      double angle;

      end += g_array_index (self->phases, LimberDialPhase, i).seconds;
      angle = angle_at (self, end);
      if ((int) i >= self->current && hypot (x - brush.cx - cos (angle) * middle, y - brush.cy - sin (angle) * middle) < GRIP)
        return (int) i;
    }
  return -1;
}

/* Seconds on the turn at a point, twelve o'clock being 0. */
static int
seconds_at (LimberTimerDial *self, double x, double y)
{
  double angle = atan2 (x - gtk_widget_get_width (GTK_WIDGET (self)) / 2., gtk_widget_get_height (GTK_WIDGET (self)) / 2. - y);

  return (int) ((angle < 0 ? angle + 2 * G_PI : angle) / (2 * G_PI) * self->total);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, LimberTimerDial *self)
{
  self->dragged = border_at (self, x, y);
  self->drag_seconds = 0;
  gtk_gesture_set_state (GTK_GESTURE (gesture),
                         self->dragged < 0 ? GTK_EVENT_SEQUENCE_DENIED : GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, LimberTimerDial *self)
{
  double x, y;
  int moved;

  if (self->dragged < 0)
    return;
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  moved = seconds_at (self, x + dx, y + dy) - seconds_at (self, x, y);
  if (ABS (moved) > self->total / 2) /* Across twelve o'clock. */
    moved += moved < 0 ? self->total : -self->total;
  moved = (moved >= 0 ? moved + DRAG_STEP / 2 : moved - DRAG_STEP / 2) / DRAG_STEP * DRAG_STEP;
  if (moved == self->drag_seconds)
    return;
  self->drag_seconds = moved;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, LimberTimerDial *self)
{
  int phase = self->dragged;
  int seconds = self->drag_seconds;

  self->dragged = -1;
  if (phase >= 0 && seconds != 0)
    g_signal_emit (self, signals[STRETCHED], 0, phase, seconds);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, LimberTimerDial *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), border_at (self, x, y) >= 0 ? "grab" : NULL);
}

static void
add_controllers (LimberTimerDial *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

static void
limber_timer_dial_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  if (LIMBER_TIMER_DIAL (widget)->mini)
    {
      *minimum = *natural = MINI_SIZE;
      return;
    }
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 220 : 180;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 298 : 280;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > 0)
    *natural = MAX (*minimum, for_size - 2 * LABEL_ROOM + 52);
}

static GtkSizeRequestMode
limber_timer_dial_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
update_reading (LimberTimerDial *self)
{
  int minutes = whole_minutes (self);
  g_autofree char *time = NULL;
  g_autofree char *reading = NULL;
  const char *phase = "";

  if (self->current >= 0 && (guint) self->current < self->phases->len)
    phase = g_array_index (self->phases, LimberDialPhase, self->current).name;
  time = g_strdup_printf (is_over (self) ? ngettext ("%d minute over", "%d minutes over", minutes)
                                         : ngettext ("%d minute left", "%d minutes left", minutes),
                          minutes);
  reading = g_strjoin (", ", time, self->paused ? _("paused") : phase, NULL);
  if (g_strcmp0 (reading, self->reading) == 0)
    return;
  g_free (self->reading);
  self->reading = g_steal_pointer (&reading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, self->reading,
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->reading, -1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READING]);
}

static void
changed (LimberTimerDial *self)
{
  update_reading (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
limber_timer_dial_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  LimberTimerDial *self = LIMBER_TIMER_DIAL (object);

  if (id == PROP_PAUSED)
    g_value_set_boolean (value, self->paused);
  else if (id == PROP_MINI)
    g_value_set_boolean (value, self->mini);
  else if (id == PROP_READING)
    g_value_set_string (value, self->reading);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
limber_timer_dial_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  LimberTimerDial *self = LIMBER_TIMER_DIAL (object);

  if (id == PROP_PAUSED)
    limber_timer_dial_set_paused (self, g_value_get_boolean (value));
  else if (id == PROP_MINI)
    limber_timer_dial_set_mini (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
limber_timer_dial_finalize (GObject *object)
{
  LimberTimerDial *self = LIMBER_TIMER_DIAL (object);

  g_array_unref (self->phases);
  g_free (self->reading);
  G_OBJECT_CLASS (limber_timer_dial_parent_class)->finalize (object);
}

static void
limber_timer_dial_class_init (LimberTimerDialClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = limber_timer_dial_get_property;
  object_class->set_property = limber_timer_dial_set_property;
  object_class->finalize = limber_timer_dial_finalize;
  widget_class->snapshot = limber_timer_dial_snapshot;
  widget_class->measure = limber_timer_dial_measure;
  widget_class->get_request_mode = limber_timer_dial_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "timerdial");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);

  props[PROP_PAUSED] = g_param_spec_boolean ("paused", NULL, NULL, FALSE, flags);
  props[PROP_MINI] = g_param_spec_boolean ("mini", NULL, NULL, FALSE, flags);
  props[PROP_READING] = g_param_spec_string ("reading", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[STRETCHED] = g_signal_new ("stretched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static void
clear_phase (gpointer data)
{
  g_free ((char *) ((LimberDialPhase *) data)->name);
}

static void
limber_timer_dial_init (LimberTimerDial *self)
{
  self->phases = g_array_new (FALSE, FALSE, sizeof (LimberDialPhase));
  g_array_set_clear_func (self->phases, clear_phase);
  self->current = self->dragged = -1;
  add_controllers (self);
  limber_palette_follow (GTK_WIDGET (self));
}

GtkWidget *
limber_timer_dial_new (void)
{
  return g_object_new (LIMBER_TYPE_TIMER_DIAL, NULL);
}

/** limber_timer_dial_set_phases: replaces the arcs, in order; copied. */
void
limber_timer_dial_set_phases (LimberTimerDial *self, const LimberDialPhase *phases, gsize n_phases)
{
  g_return_if_fail (LIMBER_IS_TIMER_DIAL (self));

  g_array_set_size (self->phases, 0);
  for (gsize i = 0; i < n_phases; i++)
    {
      LimberDialPhase phase = { g_strdup (phases[i].name ? phases[i].name : ""), phases[i].seconds };

      g_array_append_val (self->phases, phase);
    }
  changed (self);
}

/**
 * limber_timer_dial_set_time:
 * @elapsed: seconds worked, without pauses
 * @total: seconds planned: the whole turn
 * @turnover: seconds until the next client: the whole turn in overtime
 * @current: the index of the phase at work, or -1
 */
void
limber_timer_dial_set_time (LimberTimerDial *self, int elapsed, int total, int turnover, int current)
{
  g_return_if_fail (LIMBER_IS_TIMER_DIAL (self));

  self->elapsed = elapsed;
  self->total = total;
  self->turnover = turnover;
  self->current = current;
  changed (self);
}

void
limber_timer_dial_set_paused (LimberTimerDial *self, gboolean paused)
{
  g_return_if_fail (LIMBER_IS_TIMER_DIAL (self));

  if (self->paused == !!paused)
    return;
  self->paused = !!paused;
  changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAUSED]);
}

/** limber_timer_dial_set_mini: only the ring, 40 px, for the session bar. */
void
limber_timer_dial_set_mini (LimberTimerDial *self, gboolean mini)
{
  g_return_if_fail (LIMBER_IS_TIMER_DIAL (self));

  if (self->mini == !!mini)
    return;
  self->mini = !!mini;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MINI]);
}
