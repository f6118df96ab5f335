/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dial as it is drawn: the arcs with their names, the hand, the figures in the middle; or the small ring. */
#include "widgets/timer-dial-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "domain/session-plan.h"
#include "widgets/draw-text.h"
#include "widgets/palette.h"

#define MINI_STROKE 5.
#define CURRENT_THICKER 1.28
#define NUMERALS .88
#define LABEL_GAP 8
#define LEAST_SHARE .93 /* of the radius that is left when a name is long */
#define GAP 6.
#define NUMBER_ARC 100.

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

static void
arc (Brush *brush, double from, double to, double stroke, const char *name)
{
  GdkRGBA rgba = colour (brush, name);

  if (to <= from)
    return;
  cairo_new_path (brush->cr);
  cairo_set_line_width (brush->cr, stroke);
  limber_cairo_set_rgba (brush->cr, &rgba, brush->self->paused ? .6 : 1);
  cairo_arc (brush->cr, brush->cx, brush->cy, brush->radius - brush->radius * LIMBER_DIAL_STROKE / 2, from, to);
  cairo_stroke (brush->cr);
}

static void
hand (Brush *brush, double angle, double stroke)
{
  double middle = brush->radius * (1 - LIMBER_DIAL_STROKE / 2);
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
  double radius = brush->radius * (1 - LIMBER_DIAL_STROKE / 2);
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
  return brush->radius * (current ? 1 + LIMBER_DIAL_STROKE * (CURRENT_THICKER - 1) / 2 : 1) + LABEL_GAP;
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
  double stroke = brush->radius * LIMBER_DIAL_STROKE * (current ? CURRENT_THICKER : 1);
  double inset = GAP / 2 / brush->radius;
  double from = limber_timer_dial_angle_at (self, start) + inset;
  double to = limber_timer_dial_angle_at (self, start + phase->seconds) - inset;
  double now = CLAMP (limber_timer_dial_angle_at (self, self->elapsed), from, MAX (from, to));

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
  double stroke = brush->radius * LIMBER_DIAL_STROKE * 1.1;

  arc (brush, now, 1.5 * G_PI, stroke, "limber_dial_track");
  arc (brush, -G_PI / 2, now, stroke, "limber_overtime");
  hand (brush, now, stroke);
}

static void
draw_figures (Brush *brush)
{
  LimberTimerDial *self = brush->self;
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean over = limber_timer_dial_is_over (self);
  int minutes = limber_timer_dial_whole_minutes (self);
  g_autofree char *number = g_strdup_printf (over && minutes > 0 ? LIMBER_LRM "+%d" : "%d", minutes);
  double zoom = limber_text_zoom (widget);
  LimberTextStyle large = { .size = brush->radius * NUMERALS / zoom, .bold = TRUE };
  LimberTextStyle small = { .size = MIN (16 * zoom, brush->radius * .16) / zoom, .bold = TRUE };
  double inside = 2 * brush->radius * (1 - LIMBER_DIAL_STROKE) * .86;
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
  gboolean over = limber_timer_dial_is_over (self);
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
      double aside = fabs (cos (limber_timer_dial_angle_at (self, start + phase->seconds / 2.)));

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
  brush.radius = MIN (brush.width / 2 - LIMBER_DIAL_LABEL_ROOM, brush.height / 2 - 26);
  if (!self->mini && brush.radius > 10 && !limber_timer_dial_is_over (self))
    brush.radius = fit_names (&brush, brush.radius);
  return brush;
}

/** limber_timer_dial_radius: Returns: the radius of the outer edge of the ring, which leaves the names their room */
double
limber_timer_dial_radius (LimberTimerDial *self)
{
  return brush_new (self).radius;
}

/** limber_timer_dial_draw: Draws the whole dial in the size that the widget has. */
void
limber_timer_dial_draw (LimberTimerDial *self, GtkSnapshot *snapshot)
{
  Brush brush = brush_new (self);

  brush.cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, brush.width, brush.height));
  if (self->mini)
    draw_mini (&brush);
  else if (brush.radius > 10)
    {
      if (limber_timer_dial_is_over (self))
        draw_overtime (&brush);
      else
        draw_phases (&brush);
      draw_figures (&brush);
    }
  cairo_destroy (brush.cr);
}
