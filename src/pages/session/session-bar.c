/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/session/session-bar.h"

#include <glib/gi18n-lib.h>

#include "pages/session/session-words.h"
#include "services/session/session-phases.h"
#include "widgets/feedback.h"
#include "widgets/timer-dial.h"
#include "widgets/widget-name.h"

#define MORE_MINUTES 5

/* DESIGN: the bar shows the running session of who sits at this desk and nothing when there is none. The sheet
 * comes from the store whenever a session changes, here or elsewhere; between changes the minutes are
 * arithmetic over the clock, looked at once a second and drawn only when they differ. */
struct _LimberSessionBar {
  AdwBin parent_instance;

  LimberStore *store;
  LimberClock *clock;
  GCancellable *cancellable;
  LimberSessionSheet *sheet; /* NULL while nobody is on the table */
  guint tick_id;

  GtkWidget *box;
  LimberTimerDial *dial;
  GtkLabel *name_label;
  GtkLabel *state_label;
  GtkLabel *minutes_label;
  GtkLabel *unit_label;
  GtkButton *pause_button;
  GtkButton *more_button;
};

G_DEFINE_FINAL_TYPE (LimberSessionBar, limber_session_bar, ADW_TYPE_BIN)

/* By the clock that the session began with. */
static gint64
now (LimberSessionBar *self)
{
  LimberMoment moment = limber_clock_moment (self->clock);

  return limber_session_instant (self->sheet->session, &moment);
}

static void
show_minutes (LimberSessionBar *self, int left)
{
  g_autofree char *text = g_strdup_printf (left < 0 ? "+%d" : "%d", ABS (left));

  gtk_label_set_text (self->minutes_label, text);
  gtk_label_set_text (self->unit_label, left < 0 ? _("min over") : _("min left"));
  if (left < 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->minutes_label), "overtime");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->minutes_label), "overtime");
}

static char *
describe_phase (const LimberSessionSheet *sheet, int elapsed)
{
  LimberSessionPlan plan;
  g_autofree char *name = NULL;
  guint current;
  int remaining;

  limber_session_phases_of_sheet (sheet, elapsed, &plan);
  current = limber_session_plan_at (&plan, elapsed, &remaining);
  if (remaining == 0)
    return g_strdup (_("Time is up"));
  name = limber_session_words_phase (&plan.phases[current]);
  /* Translators: "Left calf · phase 4 of 6" */
  return g_strdup_printf (_("%s · phase %u of %u"), name, current + 1, plan.n_phases);
}

static void
show_time (LimberSessionBar *self)
{
  const LimberSession *session = self->sheet->session;
  int elapsed = limber_session_elapsed (session, self->sheet->pauses, now (self));
  int total = session->planned_minutes * 60;
  int left = elapsed <= total ? (total - elapsed + 59) / 60 : -((elapsed - total) / 60);
  g_autofree char *phase = describe_phase (self->sheet, elapsed);

  show_minutes (self, left);
  if (session->state == LIMBER_SESSION_STATE_RUNNING && !limber_session_is_paused (self->sheet->pauses))
    gtk_label_set_text (self->state_label, phase);
  limber_timer_dial_set_time (self->dial, elapsed, total, self->sheet->turnover * 60, 0);
}

static const char *
describe_state (const LimberSessionSheet *sheet, gboolean paused)
{
  if (sheet->session->state == LIMBER_SESSION_STATE_WRAP_UP)
    return _("Wrapping up");
  return paused ? _("Paused") : "";
}

static void
show_sheet (LimberSessionBar *self)
{
  const LimberSessionSheet *sheet = self->sheet;
  gboolean running = sheet->session->state == LIMBER_SESSION_STATE_RUNNING;
  gboolean paused = limber_session_is_paused (sheet->pauses);
  const char *deed = paused ? _("Continue") : _("Pause");
  LimberDialPhase whole = { sheet->client->name, sheet->session->planned_minutes * 60 };

  gtk_label_set_text (self->name_label, sheet->client->name);
  gtk_label_set_text (self->state_label, describe_state (sheet, paused));
  gtk_button_set_icon_name (self->pause_button,
                            paused ? "media-playback-start-symbolic" : "media-playback-pause-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pause_button), deed);
  limber_widget_name (GTK_WIDGET (self->pause_button), deed);
  gtk_widget_set_sensitive (GTK_WIDGET (self->pause_button), running);
  gtk_widget_set_sensitive (GTK_WIDGET (self->more_button), running);
  limber_timer_dial_set_phases (self->dial, &whole, 1);
  limber_timer_dial_set_paused (self->dial, paused);
  show_time (self);
}

static gboolean
on_tick (gpointer user_data)
{
  LimberSessionBar *self = user_data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_time (self);
  return G_SOURCE_CONTINUE;
}

static void
update_tick (LimberSessionBar *self)
{
  gboolean wanted = self->sheet && self->sheet->session->state == LIMBER_SESSION_STATE_RUNNING
                    && !limber_session_is_paused (self->sheet->pauses);

  if (wanted && self->tick_id == 0)
    self->tick_id = g_timeout_add_seconds (1, on_tick, self);
  else if (!wanted)
    g_clear_handle_id (&self->tick_id, g_source_remove);
}

static gpointer
load_sheet (LimberDb *db, gpointer data, GError **error)
{
  GError *local = NULL;
  g_autoptr (LimberSession) session = limber_treatment_running_of_staff (db, data, &local);

  if (session)
    return limber_session_runner_load (db, session->base.id, error);
  if (local)
    g_propagate_error (error, local);
  return NULL;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  LimberSessionSheet *sheet = limber_store_run_finish (LIMBER_STORE (source), result, &error);
  LimberSessionBar *self = user_data;

  if (error) /* Cancelled, or the old state stays: a reload comes with the next change. */
    return;
  g_clear_pointer (&self->sheet, limber_session_sheet_free);
  self->sheet = sheet;
  gtk_widget_set_visible (GTK_WIDGET (self), sheet != NULL);
  if (sheet)
    show_sheet (self);
  update_tick (self);
}

static void
on_store_changed (LimberSessionBar *self, guint topics)
{
  if (topics & (LIMBER_TOPIC_SESSION | LIMBER_TOPIC_CLIENT))
    limber_session_bar_reload (self);
}

typedef struct {
  char *id;
  gint64 now;
  gboolean resume;
} Deed;

static Deed *
deed_new (LimberSessionBar *self)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->id = g_strdup (self->sheet->session->base.id);
  deed->now = now (self);
  deed->resume = limber_session_is_paused (self->sheet->pauses);
  return deed;
}

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->id);
  g_free (deed);
}

static gpointer
pause_or_resume (LimberDb *db, gpointer data, GError **error)
{
  const Deed *deed = data;

  if (deed->resume)
    limber_session_runner_resume (db, deed->id, deed->now, error);
  else
    limber_session_runner_pause (db, deed->id, deed->now, error);
  return NULL;
}

static gpointer
extend (LimberDb *db, gpointer data, GError **error)
{
  const Deed *deed = data;

  limber_session_runner_extend (db, deed->id, MORE_MINUTES, deed->now, error);
  return NULL;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LimberSessionBar) self = user_data;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  if (error)
    limber_feedback_error (GTK_WIDGET (self), error);
}

static void
on_pause_clicked (LimberSessionBar *self)
{
  if (self->sheet)
    limber_store_write_async (self->store, pause_or_resume, deed_new (self), deed_free, NULL, NULL, on_done,
                              g_object_ref (self));
}

static void
on_more_clicked (LimberSessionBar *self)
{
  if (self->sheet)
    limber_store_write_async (self->store, extend, deed_new (self), deed_free, NULL, NULL, on_done,
                              g_object_ref (self));
}

static void
on_open_clicked (LimberSessionBar *self)
{
  if (self->sheet)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-session", "s", self->sheet->session->base.id);
}

static void
limber_session_bar_dispose (GObject *object)
{
  LimberSessionBar *self = LIMBER_SESSION_BAR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_pointer (&self->sheet, limber_session_sheet_free);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (limber_session_bar_parent_class)->dispose (object);
}

static void
limber_session_bar_class_init (LimberSessionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = limber_session_bar_dispose;
  g_type_ensure (LIMBER_TYPE_TIMER_DIAL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/limber/Limber/ui/session-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LimberSessionBar, box);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionBar, dial);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionBar, name_label);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionBar, state_label);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionBar, minutes_label);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionBar, unit_label);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionBar, pause_button);
  gtk_widget_class_bind_template_child (widget_class, LimberSessionBar, more_button);
  gtk_widget_class_bind_template_callback (widget_class, on_pause_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked);
}

static void
limber_session_bar_init (LimberSessionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  limber_widget_name (GTK_WIDGET (self->more_button), _("Five minutes more"));
  self->cancellable = g_cancellable_new ();
}

/** limber_session_bar_new: Returns: (transfer floating): the bar; invisible while nobody is on the table. */
GtkWidget *
limber_session_bar_new (LimberStore *store, LimberClock *clock)
{
  LimberSessionBar *self = g_object_new (LIMBER_TYPE_SESSION_BAR, "visible", FALSE, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  limber_session_bar_reload (self);
  return GTK_WIDGET (self);
}

/** limber_session_bar_reload: looks again, such as after somebody else sat down at this desk. */
void
limber_session_bar_reload (LimberSessionBar *self)
{
  const char *staff_id;

  g_return_if_fail (LIMBER_IS_SESSION_BAR (self));

  staff_id = limber_store_actor_id (self->store);
  if (staff_id)
    limber_store_read_async (self->store, load_sheet, g_strdup (staff_id), g_free,
                             (GDestroyNotify) limber_session_sheet_free, self->cancellable, on_loaded, self);
}

/** limber_session_bar_get_session: Returns: (nullable): the id of the session that the bar shows. */
const char *
limber_session_bar_get_session (LimberSessionBar *self)
{
  g_return_val_if_fail (LIMBER_IS_SESSION_BAR (self), NULL);
  return self->sheet ? self->sheet->session->base.id : NULL;
}
