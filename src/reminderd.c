/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN
 *
 * The reminder process: no GTK, one connection, one timer. It sleeps until the next nudge comes due, claims what is
 * due in the database, and only then shows it, so that each nudge is shown once however many processes look.
 *
 * The timer is a timerfd on the wall clock: it goes on through suspend and fires when somebody sets the clock. A file
 * monitor on the write-ahead log tells of answers given elsewhere. It goes after the first change and comes back a
 * minute later, or two seconds later while a bubble waits for its answer, so that a busy window does not wake this
 * process with each commit. A failure is written to the log without names and tried again.
 *
 * The name on the bus keeps a second process away. Without a bus or a notification daemon nothing is claimed, and a
 * claim that could not be shown is given back, so that the nudge is not lost; the page Rebook tells the same. A daemon
 * that comes (back) is used at once.
 */
#define G_LOG_DOMAIN "limber-reminderd"

#include <errno.h>
#include <gio/gio.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <sys/timerfd.h>
#include <unistd.h>

#include "limber-config.h"
#include "services/clock.h"
#include "services/rebook/notifier.h"
#include "services/rebook/reminders.h"

#define BUS_NAME LIMBER_APP_ID ".Reminder"
#define DAEMON_NAME "org.freedesktop.Notifications"
#define SUMMARY "summary"
#define LOOK_AGAIN_SECONDS 3600
#define WATCH_SECONDS 60
#define WATCH_SECONDS_WITH_BUBBLES 2

typedef struct {
  GMainLoop *loop;
  char *path;
  char *now; /* what an injected clock starts at */
  LimberDb *db;
  LimberClock *clock;
  LimberNotifier *notifier;
  GHashTable *shown; /* key of a bubble: client id or SUMMARY → GStrv, its nudges */
  GFileMonitor *monitor;
  gint64 data_version;
  guint watch_id;
  guint daemon_id;
  int timer_fd;
  gboolean daemon_gone;
  gboolean once;
  gboolean lost_name;
} Reminder;

static void look (Reminder *self);
static void on_file_changed (Reminder *self);

static gint64
now_of_clock (gpointer data)
{
  return limber_clock_now (data);
}

static LimberClock *
make_clock (Reminder *self, GTimeZone *zone, GError **error)
{
  return self->now ? limber_clock_new_from_text (self->now, zone, error) : limber_clock_new_system (zone);
}

/* Days and quiet hours are those of the clinic, wherever this computer thinks it is. */
static void
use_zone_of_clinic (Reminder *self)
{
  g_autoptr (LimberClinic) clinic = limber_clinic_load (self->db, NULL);
  g_autoptr (GTimeZone) zone = clinic && clinic->zone ? g_time_zone_new_identifier (clinic->zone) : NULL;
  LimberClock *clock = zone ? make_clock (self, zone, NULL) : NULL;

  if (clock == NULL)
    return;
  g_object_unref (self->clock);
  self->clock = clock;
}

static void
watch_file (Reminder *self)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (wal);

  g_clear_object (&self->monitor);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (on_file_changed), self);
}

static gboolean
ensure_open (Reminder *self)
{
  g_autoptr (GError) error = NULL;

  if (self->db)
    return TRUE;
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return FALSE;
  self->db = limber_db_open (self->path, LIMBER_DB_WRITE, &error);
  if (self->db == NULL)
    {
      g_message ("The clinic cannot be read: %s", error->message);
      return FALSE;
    }
  use_zone_of_clinic (self);
  limber_db_set_actor (self->db, NULL, "limber-reminderd");
  limber_db_set_now_func (self->db, now_of_clock, self->clock);
  limber_db_data_version (self->db, &self->data_version, NULL);
  if (!self->once)
    watch_file (self);
  return TRUE;
}

static void
set_timer (Reminder *self, gint64 at)
{
  gint64 now = limber_clock_now (self->clock), wall = g_get_real_time () / G_USEC_PER_SEC;
  gint64 wait = at == 0 ? LOOK_AGAIN_SECONDS : CLAMP (at - now, 1, LOOK_AGAIN_SECONDS);
  struct itimerspec spec = { .it_value = { .tv_sec = wall + wait } };

  if (timerfd_settime (self->timer_fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, NULL) != 0)
    g_warning ("The timer cannot be set: %s", g_strerror (errno));
}

static gboolean
on_timer (gint fd, GIOCondition condition, gpointer user_data)
{
  guint64 expirations;

  /* A clock that was set ends the read with ECANCELED: look at once. */
  if (read (fd, &expirations, sizeof expirations) < 0 && errno == EAGAIN)
    return G_SOURCE_CONTINUE;
  look (user_data);
  return G_SOURCE_CONTINUE;
}

static void
close_answered (Reminder *self)
{
  g_auto (GStrv) open = limber_notifier_dup_open_keys (self->notifier);

  for (guint i = 0; open[i] != NULL; i++)
    {
      const char *const *nudges = g_hash_table_lookup (self->shown, open[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) answered = NULL;

      if (nudges == NULL)
        continue;
      answered = limber_reminders_answered (self->db, nudges, limber_clock_today (self->clock),
                                            limber_clock_zone (self->clock), &error);
      if (answered == NULL)
        g_message ("Answers cannot be read: %s", error->message);
      else if (answered->len == g_strv_length ((GStrv) nudges))
        limber_notifier_close (self->notifier, open[i]);
    }
}

static char **
dup_ids (GPtrArray *nudges)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < nudges->len; i++)
    g_strv_builder_add (ids, ((LimberDueNudge *) g_ptr_array_index (nudges, i))->nudge_id);
  return g_strv_builder_end (ids);
}

/* A process that leaves at once would not hear a button. */
static void
show (Reminder *self, const char *key, GPtrArray *nudges, gboolean private_nudges)
{
  const LimberNotifierAction actions[] = {
    { "default", C_ ("notification", "Open") },
    { "book", _ ("Book") },
    { "later", _ ("Later") },
  };
  gboolean has_buttons = !self->once && limber_notifier_has_actions (self->notifier);
  guint n_actions = !has_buttons ? 0 : nudges->len == 1 ? G_N_ELEMENTS (actions) : 1;
  g_autofree char *title = limber_reminders_title (nudges, private_nudges);
  g_autofree char *body = limber_reminders_body (nudges, has_buttons);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) release_error = NULL;

  if (limber_notifier_show (self->notifier, key, title, body, actions, n_actions, &error))
    {
      g_hash_table_insert (self->shown, g_strdup (key), dup_ids (nudges));
      return;
    }
  g_message ("No notification can be shown: %s", error->message);
  if (!limber_reminders_release (self->db, nudges, &release_error))
    g_message ("A reminder cannot be put back: %s", release_error->message);
}

static void
show_all (Reminder *self, GPtrArray *nudges)
{
  g_autoptr (LimberClinic) clinic = limber_clinic_load (self->db, NULL);
  gboolean private_nudges = clinic == NULL || clinic->private_nudges;

  if (limber_reminders_is_summary (nudges->len))
    {
      show (self, SUMMARY, nudges, private_nudges);
      return;
    }
  for (guint i = 0; i < nudges->len; i++)
    {
      LimberDueNudge *nudge = g_ptr_array_index (nudges, i);
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      g_ptr_array_add (one, nudge);
      show (self, nudge->client_id, one, private_nudges);
    }
}

static void
look (Reminder *self)
{
  g_autoptr (GPtrArray) nudges = NULL;
  g_autoptr (GError) error = NULL;
  gint64 next_at = 0;

  if (!ensure_open (self) || !limber_notifier_is_available (self->notifier))
    {
      set_timer (self, 0);
      return;
    }
  close_answered (self);
  nudges = limber_reminders_claim_due (self->db, limber_clock_now (self->clock), limber_clock_zone (self->clock),
                                       &next_at, &error);
  if (nudges == NULL)
    g_message ("Reminders cannot be read: %s", error->message);
  else if (nudges->len > 0)
    show_all (self, nudges);
  limber_db_data_version (self->db, &self->data_version, NULL);
  set_timer (self, next_at);
  /* This process sleeps for hours with what a look at all clients took: give it back. */
  limber_db_shrink (self->db);
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}

static gboolean
on_watch (gpointer user_data)
{
  Reminder *self = user_data;
  gint64 version = 0;

  self->watch_id = 0;
  watch_file (self);
  if (self->db && limber_db_data_version (self->db, &version, NULL) && version == self->data_version)
    return G_SOURCE_REMOVE;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
on_file_changed (Reminder *self)
{
  gboolean waiting = limber_notifier_get_n_open (self->notifier) > 0;

  g_clear_object (&self->monitor);
  if (self->watch_id == 0)
    self->watch_id = g_timeout_add_seconds (waiting ? WATCH_SECONDS_WITH_BUBBLES : WATCH_SECONDS, on_watch, self);
}

/* Hands the click to the window, which the bus starts when it is not there. */
static void
activate_window (const char *action, const char *target)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  GVariantBuilder parameters;

  if (bus == NULL)
    return;
  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  if (target)
    g_variant_builder_add (&parameters, "v", g_variant_new_string (target));
  g_dbus_connection_call (bus, LIMBER_APP_ID, "/org/limber/Limber", "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(sav@a{sv})", action, &parameters, g_variant_new ("a{sv}", NULL)), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

static void
on_activated (LimberNotifier *notifier, const char *key, const char *action, gpointer user_data)
{
  Reminder *self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (key, SUMMARY))
    activate_window ("show-page", "rebook");
  else if (g_str_equal (action, "book"))
    activate_window ("book", key);
  else if (!g_str_equal (action, "later"))
    activate_window ("show-client", key);
  else if (!limber_reminders_later (self->db, key, limber_clock_today (self->clock), &error))
    g_message ("A reminder cannot be snoozed: %s", error->message);
}

static void
on_name_lost (GDBusConnection *connection, const char *name, gpointer user_data)
{
  Reminder *self = user_data;

  self->lost_name = connection != NULL;
  g_main_loop_quit (self->loop);
}

static void
on_daemon_appeared (GDBusConnection *connection, const char *name, const char *owner, gpointer user_data)
{
  Reminder *self = user_data;

  if (self->daemon_gone)
    look (self);
  self->daemon_gone = FALSE;
}

static void
on_daemon_vanished (GDBusConnection *connection, const char *name, gpointer user_data)
{
  Reminder *self = user_data;

  self->daemon_gone = TRUE;
  limber_notifier_forget (self->notifier);
}

static void
on_name_acquired (GDBusConnection *connection, const char *name, gpointer user_data)
{
  Reminder *self = user_data;

  look (self);
  if (self->daemon_id == 0)
    self->daemon_id = g_bus_watch_name_on_connection (connection, DAEMON_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                      on_daemon_appeared, on_daemon_vanished, self, NULL);
}

static gboolean
on_signal (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_REMOVE;
}

static void
run (Reminder *self)
{
  guint owner;

  self->loop = g_main_loop_new (NULL, FALSE);
  g_unix_signal_add (SIGTERM, on_signal, self->loop);
  g_unix_signal_add (SIGINT, on_signal, self->loop);
  g_unix_fd_add (self->timer_fd, G_IO_IN, on_timer, self);
  owner = g_bus_own_name (G_BUS_TYPE_SESSION, BUS_NAME, G_BUS_NAME_OWNER_FLAGS_DO_NOT_QUEUE, NULL, on_name_acquired,
                          on_name_lost, self, NULL);
  g_main_loop_run (self->loop);
  g_bus_unown_name (owner);
  g_main_loop_unref (self->loop);
}

static void
reminder_clear (Reminder *self)
{
  g_clear_handle_id (&self->watch_id, g_source_remove);
  g_clear_handle_id (&self->daemon_id, g_bus_unwatch_name);
  g_clear_object (&self->monitor);
  g_clear_object (&self->notifier);
  g_clear_pointer (&self->db, limber_db_free);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->shown, g_hash_table_unref);
  g_free (self->path);
  g_free (self->now);
  if (self->timer_fd >= 0)
    close (self->timer_fd);
}

static gboolean
set_up (Reminder *self, int argc, char **argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "once", 0, 0, G_OPTION_ARG_NONE, &self->once, N_ ("Show what is due now and exit"), NULL },
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &self->path, N_ ("Remind of this clinic"), N_ ("FILE") },
    { "clock", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, &self->now, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;
  self->clock = make_clock (self, NULL, error);
  if (self->clock == NULL)
    return FALSE;
  if (self->path == NULL)
    self->path = g_build_filename (g_get_user_data_dir (), "limber", "clinic.db", NULL);
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->notifier = limber_notifier_new ();
  g_signal_connect (self->notifier, "activated", G_CALLBACK (on_activated), self);
  self->timer_fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  return TRUE;
}

int
main (int argc, char **argv)
{
  const char *localedir = g_getenv ("LIMBER_LOCALEDIR");
  g_autoptr (GError) error = NULL;
  Reminder self = { .timer_fd = -1 };
  int status = 0;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir ? localedir : LIMBER_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (!set_up (&self, argc, argv, &error))
    {
      g_printerr ("limber-reminderd: %s\n", error->message);
      status = 2;
    }
  else if (self.once)
    {
      look (&self);
    }
  else
    {
      run (&self);
    }
  reminder_clear (&self);
  return status;
}
