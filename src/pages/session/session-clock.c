/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time of a session, to be read from two metres: the dial with its phases, what is on, and what the hands may do
 * about it. It ticks once a second while it is on the screen. */
#include "pages/session/session-clock.h"

#include <glib/gi18n-lib.h>

#include "pages/session/session-words.h"
#include "services/session/session-phases.h"
#include "widgets/timer-dial.h"

struct _LimberSessionClock {
  AdwBin parent_instance;

  LimberSessionRoom *room;
  guint tick_id;

  LimberTimerDial *dial;
  GtkLabel *phase;
  GtkLabel *phase_hint;
  AdwButtonContent *pause_content;
  GtkWidget *skip_button;
  GtkWidget *finish_button;
};

G_DEFINE_FINAL_TYPE (LimberSessionClock, limber_session_clock, ADW_TYPE_BIN)

enum { SIGNAL_FINISH, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
show_dial (LimberSessionClock *self, const LimberSessionSheet *sheet, const LimberSessionPlan *plan, int elapsed,
           guint current)
{
  LimberDialPhase arcs[LIMBER_PHASES_MAX];

  for (guint i = 0; i < plan->n_phases; i++)
    arcs[i] = (LimberDialPhase) { limber_session_phase_label (&plan->phases[i]), plan->phases[i].seconds };
  limber_timer_dial_set_phases (self->dial, arcs, plan->n_phases);
  for (guint i = 0; i < plan->n_phases; i++)
    g_free ((char *) arcs[i].name);
  limber_timer_dial_set_time (self->dial, elapsed, sheet->session->planned_minutes * 60, sheet->turnover * 60,
                              (int) current);
  limber_timer_dial_set_paused (self->dial, limber_session_is_paused (sheet->pauses));
}

static char *
describe_phase (const LimberSessionPlan *plan, guint current, int remaining)
{
  int minutes = (remaining + 59) / 60;
  g_autofree char *left
    = g_strdup_printf (ngettext ("%d min in this phase", "%d min in this phase", (gulong) minutes), minutes);
  g_autofree char *next = NULL;

  if (current + 1 >= plan->n_phases)
    return g_strdup_printf ("<b>%s</b>", left);
  next = limber_session_words_phase (&plan->phases[current + 1]);
  /* Translators: "8 min in this phase", the name of the next phase */
  return g_markup_printf_escaped (_ ("<b>%s</b>  then %s"), left, next);
}

static char *
describe_waiting (LimberSessionClock *self, const LimberSessionSheet *sheet)
{
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  if (sheet->next == NULL)
    return g_strdup (_ ("Nobody is waiting"));
  time = limber_session_words_time (sheet->next->start_at,
                                    limber_clock_zone (limber_session_room_clock (self->room)));
  /* Translators: client, time */
  text = g_strdup_printf (_ ("%s is due at %s"), sheet->next->client_name, time);
  return g_markup_printf_escaped ("<b>%s</b>", text);
}

/* Where the session stands: the plan and the phase that is on. */
static guint
find_phase (LimberSessionClock *self, const LimberSessionSheet *sheet, LimberSessionPlan *plan, int *elapsed,
            int *remaining)
{
  *elapsed = limber_session_elapsed (sheet->session, sheet->pauses, limber_session_room_now (self->room));
  limber_session_phases_of_sheet (sheet, *elapsed, plan);
  return limber_session_plan_at (plan, *elapsed, remaining);
}

static void
suggest_finish (LimberSessionClock *self, gboolean suggest)
{
  if (suggest)
    gtk_widget_add_css_class (self->finish_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->finish_button, "suggested-action");
}

static void
show_phase (LimberSessionClock *self, const LimberSessionSheet *sheet, const LimberSessionPlan *plan, guint current,
            int remaining, gboolean over)
{
  g_autofree char *name = over ? g_strdup (_ ("Time is up")) : limber_session_words_phase (&plan->phases[current]);
  g_autofree char *hint = over ? describe_waiting (self, sheet) : describe_phase (plan, current, remaining);

  gtk_label_set_text (self->phase, name);
  gtk_label_set_markup (self->phase_hint, hint);
}

static void
show_time (LimberSessionClock *self)
{
  const LimberSessionSheet *sheet = self->room != NULL ? limber_session_room_sheet (self->room) : NULL;
  LimberSessionPlan plan;
  int elapsed, remaining;
  gboolean over, last, running;
  guint current;

  if (sheet == NULL)
    return;
  current = find_phase (self, sheet, &plan, &elapsed, &remaining);
  over = elapsed >= sheet->session->planned_minutes * 60;
  last = current + 1 >= plan.n_phases;
  running = sheet->session->state == LIMBER_SESSION_STATE_RUNNING;
  show_dial (self, sheet, &plan, elapsed, current);
  show_phase (self, sheet, &plan, current, remaining, over);
  suggest_finish (self, over || last);
  gtk_widget_set_sensitive (self->skip_button, running && !over && !last);
}

static gboolean
on_tick (gpointer user_data)
{
  show_time (user_data);
  return G_SOURCE_CONTINUE;
}

static void
on_room_changed (LimberSessionClock *self)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (self->room);
  gboolean paused = sheet != NULL && limber_session_is_paused (sheet->pauses);

  adw_button_content_set_icon_name (self->pause_content,
                                    paused ? "media-playback-start-symbolic" : "media-playback-pause-symbolic");
  adw_button_content_set_label (self->pause_content, paused ? _ ("Go on") : _ ("Pause"));
  show_time (self);
}

static void
on_pause (LimberSessionClock *self)
{
  limber_session_room_pause (self->room);
}

static void
on_extend (LimberSessionClock *self)
{
  limber_session_room_extend (self->room, 5);
}

static void
on_skip (LimberSessionClock *self)
{
  limber_session_room_skip (self->room);
}

static void
on_stretched (LimberSessionClock *self, int phase, int seconds)
{
  limber_session_room_stretch (self->room, (guint) phase, seconds);
}

static void
on_finish (LimberSessionClock *self)
{
  g_signal_emit (self, signals[SIGNAL_FINISH], 0);
}

static void
limber_session_clock_map (GtkWidget *widget)
{
  LimberSessionClock *self = LIMBER_SESSION_CLOCK (widget);

  GTK_WIDGET_CLASS (limber_session_clock_parent_class)->map (widget);
  show_time (self);
  self->tick_id = g_timeout_add_seconds (1, on_tick, self);
}

static void
limber_session_clock_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&LIMBER_SESSION_CLOCK (widget)->tick_id, g_source_remove);
  GTK_WIDGET_CLASS (limber_session_clock_parent_class)->unmap (widget);
}

static void
limber_session_clock_dispose (GObject *object)
{
  LimberSessionClock *self = LIMBER_SESSION_CLOCK (object);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_object (&self->room);
  G_OBJECT_CLASS (limber_session_clock_parent_class)->dispose (object);
}

static void
limber_session_clock_class_init (LimberSessionClockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_session_clock_dispose;
  widget_class->map = limber_session_clock_map;
  widget_class->unmap = limber_session_clock_unmap;
  signals[SIGNAL_FINISH] = g_signal_new ("finish", LIMBER_TYPE_SESSION_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  g_type_ensure (LIMBER_TYPE_TIMER_DIAL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/session-clock.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberSessionClock, dial);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionClock, phase);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionClock, phase_hint);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionClock, pause_content);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionClock, skip_button);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionClock, finish_button);
  gtk_widget_class_bind_template_callback (widget_class, on_pause);
  gtk_widget_class_bind_template_callback (widget_class, on_extend);
  gtk_widget_class_bind_template_callback (widget_class, on_skip);
  gtk_widget_class_bind_template_callback (widget_class, on_stretched);
  gtk_widget_class_bind_template_callback (widget_class, on_finish);
}

static void
limber_session_clock_init (LimberSessionClock *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** limber_session_clock_set_room: The session whose time is shown; once. */
void
limber_session_clock_set_room (LimberSessionClock *self, LimberSessionRoom *room)
{
  g_return_if_fail (LIMBER_IS_SESSION_CLOCK (self));

  g_set_object (&self->room, room);
  g_signal_connect_object (room, "changed", G_CALLBACK (on_room_changed), self, G_CONNECT_SWAPPED);
}

/** limber_session_clock_stretch: The phase that is on takes @seconds more, or less. */
void
limber_session_clock_stretch (LimberSessionClock *self, int seconds)
{
  const LimberSessionSheet *sheet = limber_session_room_sheet (self->room);
  LimberSessionPlan plan;
  int elapsed, remaining;

  if (sheet == NULL || sheet->session->state != LIMBER_SESSION_STATE_RUNNING)
    return;
  limber_session_room_stretch (self->room, find_phase (self, sheet, &plan, &elapsed, &remaining), seconds);
}
