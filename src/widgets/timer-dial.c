/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: the dial only draws numbers it is given; it has no clock. The planned time is the whole turn, from
 * twelve o'clock; phases are arcs of it. In overtime the turn is the turnover that runs out. A border between the
 * phase at work, or a later one, and the next can be dragged: the arcs follow the hand, and the outcome is a
 * signal; what the plan then is, comes back with the next numbers. */
#include "widgets/timer-dial-private.h"

#include <glib/gi18n-lib.h>

#include "widgets/palette.h"

#define MINI_SIZE 40

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

/** limber_timer_dial_angle_at: Returns: where @seconds lie on the turn, in radians, twelve o'clock being -π/2 */
double
limber_timer_dial_angle_at (LimberTimerDial *self, double seconds)
{
  return -G_PI / 2 + 2 * G_PI * CLAMP (seconds / MAX (1, self->total), 0, 1);
}

/** limber_timer_dial_is_over: Returns: whether more time was worked than planned */
gboolean
limber_timer_dial_is_over (LimberTimerDial *self)
{
  return self->total > 0 && self->elapsed > self->total;
}

/** limber_timer_dial_whole_minutes: Returns: what is left, begun minutes counting; or what it is over */
int
limber_timer_dial_whole_minutes (LimberTimerDial *self)
{
  if (limber_timer_dial_is_over (self))
    return (self->elapsed - self->total) / 60;
  return (MAX (0, self->total - self->elapsed) + 59) / 60;
}

void
limber_timer_dial_tell_stretched (LimberTimerDial *self, int phase, int seconds)
{
  g_signal_emit (self, signals[STRETCHED], 0, phase, seconds);
}

static void
limber_timer_dial_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  limber_timer_dial_draw (LIMBER_TIMER_DIAL (widget), snapshot);
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
    *natural = MAX (*minimum, for_size - 2 * LIMBER_DIAL_LABEL_ROOM + 52);
}

static GtkSizeRequestMode
limber_timer_dial_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
update_reading (LimberTimerDial *self)
{
  int minutes = limber_timer_dial_whole_minutes (self);
  g_autofree char *time = NULL;
  g_autofree char *reading = NULL;
  const char *phase = "";

  if (self->current >= 0 && (guint) self->current < self->phases->len)
    phase = g_array_index (self->phases, LimberDialPhase, self->current).name;
  time = g_strdup_printf (limber_timer_dial_is_over (self) ? ngettext ("%d minute over", "%d minutes over", minutes)
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
  limber_timer_dial_add_drag (self);
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
