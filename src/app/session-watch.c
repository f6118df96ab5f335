/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DESIGN: watches the sessions that run in this clinic at this desk, whatever page is on the screen. Between two
 * changes of the store nothing ticks: one timeout waits for the next moment that matters, at most a minute, since a
 * computer that slept wakes late. A moment is told once, and only when it comes while we watch: a program started
 * in overtime says nothing. Everything is silent unless a person asked for sound. */
#include "app/session-watch.h"

#include <glib/gi18n-lib.h>
#include <gsound.h>

#include "services/session/session-runner.h"

#define SOON_SECONDS (5 * 60)
#define LOOK_SECONDS 60
#define CHIME_KEY "session-chime"
#define BUBBLE_ID "session-time"
#define CHIME "complete" /* of the freedesktop sound naming specification */

struct _LimberSessionWatch {
  GObject parent_instance;

  GtkWindow *window; /* not owned: the watch lives no longer */
  GSettings *settings;
  LimberStore *store;
  LimberClock *clock;
  GCancellable *cancellable;
  LimberSessionSheet *sheet; /* NULL while nobody is on the table */
  GSoundContext *sound;
  guint timeout_id;
  guint inhibit_id;
  int told_to; /* seconds left when we looked last */
};

G_DEFINE_FINAL_TYPE (LimberSessionWatch, limber_session_watch, G_TYPE_OBJECT)

enum { PROP_0, PROP_AWAKE, N_PROPS };

static GParamSpec *props[N_PROPS];

static void look (LimberSessionWatch *self);

/* Where nothing is remembered, as in a demo, silence and a lit screen are what everybody starts with. */
static gboolean
wants (LimberSessionWatch *self, const char *key)
{
  if (self->settings == NULL)
    return !g_str_equal (key, CHIME_KEY);
  return g_settings_get_boolean (self->settings, key);
}

static gboolean
is_running (LimberSessionWatch *self)
{
  return self->sheet != NULL && self->sheet->session->state == LIMBER_SESSION_STATE_RUNNING;
}

/* The screen */

static void
update_inhibitor (LimberSessionWatch *self)
{
  GtkApplication *application = gtk_window_get_application (self->window);
  gboolean wanted = is_running (self) && wants (self, "session-keep-awake");

  if (application == NULL || wanted == (self->inhibit_id != 0))
    return;
  if (wanted)
    self->inhibit_id = gtk_application_inhibit (application, self->window, GTK_APPLICATION_INHIBIT_IDLE,
                                                _ ("A session is running"));
  else
    {
      gtk_application_uninhibit (application, self->inhibit_id);
      self->inhibit_id = 0;
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AWAKE]);
}

/* Telling */

static void
chime (LimberSessionWatch *self)
{
  g_autoptr (GError) error = NULL;

  if (!wants (self, CHIME_KEY))
    return;
  if (self->sound == NULL)
    self->sound = gsound_context_new (NULL, &error);
  if (self->sound == NULL)
    {
      g_debug ("no sound: %s", error->message);
      return;
    }
  gsound_context_play_simple (self->sound, NULL, NULL, GSOUND_ATTR_EVENT_ID, CHIME, GSOUND_ATTR_MEDIA_ROLE, "event",
                              NULL);
}

/* Without a name: somebody else may look at the screen. */
static void
bubble (LimberSessionWatch *self, const char *title)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (self->window));
  g_autoptr (GNotification) notification = NULL;

  if (application == NULL || !wants (self, "session-notify") || gtk_window_is_active (self->window))
    return;
  notification = g_notification_new (title);
  g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_LOW);
  g_application_send_notification (application, BUBBLE_ID, notification);
}

static void
tell (LimberSessionWatch *self, const char *title)
{
  chime (self);
  bubble (self, title);
}

static void
tell_what_passed (LimberSessionWatch *self, int left)
{
  if (self->told_to > 0 && left <= 0)
    tell (self, _ ("The time of the session is up"));
  else if (self->told_to > SOON_SECONDS && left <= SOON_SECONDS)
    tell (self, _ ("Five minutes left"));
  self->told_to = left;
}

static gboolean
on_timeout (gpointer user_data)
{
  LimberSessionWatch *self = user_data;

  self->timeout_id = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_next (LimberSessionWatch *self, int left)
{
  int next = left > SOON_SECONDS ? left - SOON_SECONDS : left;

  if (left > 0)
    self->timeout_id = g_timeout_add_seconds ((guint) MIN (next, LOOK_SECONDS), on_timeout, self);
}

static int
seconds_left (LimberSessionWatch *self)
{
  const LimberSession *session = self->sheet->session;
  LimberMoment moment = limber_clock_moment (self->clock);

  return session->planned_minutes * 60
         - limber_session_elapsed (session, self->sheet->pauses, limber_session_instant (session, &moment));
}

static void
look (LimberSessionWatch *self)
{
  int left;

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (!is_running (self) || limber_session_is_paused (self->sheet->pauses))
    return;
  left = seconds_left (self);
  tell_what_passed (self, left);
  wait_for_next (self, left);
}

/* Following the store */

static gpointer
load_sheet (LimberDb *db, gpointer data, GError **error)
{
  GError *local = NULL;
  g_autoptr (LimberSession) session = limber_treatment_running_of_staff (db, data, &local);

  if (session != NULL)
    return limber_session_runner_load (db, session->base.id, error);
  if (local != NULL)
    g_propagate_error (error, local);
  return NULL;
}

static void
take_sheet (LimberSessionWatch *self, LimberSessionSheet *sheet)
{
  gboolean same = sheet != NULL && self->sheet != NULL
                  && g_str_equal (sheet->session->base.id, self->sheet->session->base.id);
  gboolean longer = same && sheet->session->planned_minutes > self->sheet->session->planned_minutes;

  g_clear_pointer (&self->sheet, limber_session_sheet_free);
  self->sheet = sheet;
  /* What lies behind a session that is new to us, or was just made longer, is no news. */
  if (sheet != NULL && (!same || longer))
    self->told_to = seconds_left (self);
  update_inhibitor (self);
  look (self);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  LimberSessionSheet *sheet = limber_store_run_finish (LIMBER_STORE (source), result, &error);

  if (error == NULL) /* Else cancelled, or the old state stays until the next change. */
    take_sheet (user_data, sheet);
}

static void
reload (LimberSessionWatch *self)
{
  const char *staff_id = limber_store_actor_id (self->store);

  if (staff_id != NULL)
    limber_store_read_async (self->store, load_sheet, g_strdup (staff_id), g_free,
                             (GDestroyNotify) limber_session_sheet_free, self->cancellable, on_loaded, self);
}

static void
on_store_changed (LimberSessionWatch *self, guint topics)
{
  if ((topics & (LIMBER_TOPIC_SESSION | LIMBER_TOPIC_STAFF)) != 0)
    reload (self);
}

static void
limber_session_watch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_AWAKE)
    g_value_set_boolean (value, LIMBER_SESSION_WATCH (object)->inhibit_id != 0);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
limber_session_watch_dispose (GObject *object)
{
  LimberSessionWatch *self = LIMBER_SESSION_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_pointer (&self->sheet, limber_session_sheet_free);
  g_clear_object (&self->settings);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->sound);
  G_OBJECT_CLASS (limber_session_watch_parent_class)->dispose (object);
}

static void
limber_session_watch_class_init (LimberSessionWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = limber_session_watch_get_property;
  object_class->dispose = limber_session_watch_dispose;
  props[PROP_AWAKE] = g_param_spec_boolean ("awake", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
limber_session_watch_init (LimberSessionWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

/** limber_session_watch_reload: Looks again, such as after somebody else sat down at this desk. */
void
limber_session_watch_reload (LimberSessionWatch *self)
{
  g_return_if_fail (LIMBER_IS_SESSION_WATCH (self));

  reload (self);
}

/**
 * limber_session_watch_new:
 * @settings: (nullable): without them the defaults hold
 *
 * Returns: (transfer full): watches until it is disposed, which must be before @window goes
 */
LimberSessionWatch *
limber_session_watch_new (GtkWindow *window, GSettings *settings, LimberStore *store, LimberClock *clock)
{
  LimberSessionWatch *self = g_object_new (LIMBER_TYPE_SESSION_WATCH, NULL);

  self->window = window;
  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, G_CONNECT_SWAPPED);
  if (settings != NULL)
    g_signal_connect_object (settings, "changed::session-keep-awake", G_CALLBACK (update_inhibitor), self,
                             G_CONNECT_SWAPPED);
  reload (self);
  return self;
}
