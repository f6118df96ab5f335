/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN
 *
 * The reminder process: no GTK, one connection, one timer. It sleeps until something comes due, claims what is due in
 * the database, and only then shows it, so that each nudge and each notice is shown once however many processes look.
 *
 * The timer is a timerfd on the wall clock: it goes on through suspend and fires when somebody sets the clock. A file
 * monitor on the write-ahead log tells of answers given elsewhere. It goes after the first change and comes back a
 * minute later, or two seconds later while a bubble waits for its answer, so that a busy window does not wake this
 * process with each commit. A failure is written to the log without names and tried again. Days and hours are those of
 * the clinic; its time zone is read anew at each look, and a computer that moves to another zone is a reason to look.
 *
 * The name on the bus keeps a second process away. Without a bus or a notification daemon nothing is claimed, and a
 * claim that could not be shown is given back, so that the nudge is not lost; the page Rebook tells the same. When a
 * daemon takes a bubble and then does not answer, nobody knows: the claim stays while that daemon lives, which will
 * show what lies in its queue, and is given back when it dies. A daemon that comes (back) is used at once.
 *
 * The window starts this process with itself. When the window goes, it goes too, unless this desk wants to be reminded
 * while Limber is closed.
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
#include <string.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "limber-config.h"
#include "services/clock.h"
#include "services/desk-settings.h"
#include "services/rebook/autostart.h"
#include "services/rebook/bubbles.h"
#include "services/rebook/notifier.h"
#include "services/rebook/reminders.h"

#define BUS_NAME LIMBER_APP_ID ".Reminder"
#define DAEMON_NAME "org.freedesktop.Notifications"
#define MAX_BUBBLES 3
#define RETRY_SECONDS 300
#define LONG_RETRY_SECONDS 3600
#define ZONE_FILE "/etc/localtime"
#define WATCH_SECONDS 60
#define WATCH_SECONDS_WITH_BUBBLES 2

typedef struct {
  GMainLoop *loop;
  char *path;
  char *now; /* what an injected clock starts at */
  LimberDb *db;
  LimberClock *clock;
  LimberNotifier *notifier;
  GSettings *settings; /* what this desk wants to be told; NULL without a schema: everything */
  GHashTable *shown;   /* key → LimberBubble that is, or was, on the screen */
  GPtrArray *unsure;   /* of ids of nudges: the daemon took them and did not answer */
  GFileMonitor *monitor;
  GFileMonitor *zone_monitor;
  gint64 data_version;
  guint watch_id;
  guint daemon_id;
  guint window_id;
  int timer_fd;
  gboolean daemon_gone;
  gboolean once;
  gboolean test;
  gboolean window_seen;
} Reminder;

static void look (Reminder *self);
static void on_file_changed (Reminder *self);
static void watch_again (Reminder *self);

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

/* The C library and GLib keep the zone they met first; the link says where the computer is now. */
static GTimeZone *
zone_of_computer (void)
{
  g_autofree char *link = g_getenv ("TZ") == NULL ? g_file_read_link (ZONE_FILE, NULL) : NULL;
  const char *name = link != NULL ? strstr (link, "zoneinfo/") : NULL;

  return name != NULL ? g_time_zone_new_identifier (name + strlen ("zoneinfo/")) : NULL;
}

/* Days and quiet hours are those of the clinic, wherever this computer thinks it is. */
static void
follow_zone (Reminder *self)
{
  g_autoptr (LimberClinic) clinic = limber_clinic_load (self->db, NULL);
  g_autoptr (GTimeZone) zone = clinic && clinic->zone ? g_time_zone_new_identifier (clinic->zone) : zone_of_computer ();

  if (zone != NULL)
    limber_clock_set_zone (self->clock, zone);
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
  limber_db_set_actor (self->db, NULL, "limber-reminderd");
  limber_db_set_now_func (self->db, now_of_clock, self->clock);
  limber_db_data_version (self->db, &self->data_version, NULL);
  if (!self->once)
    watch_file (self);
  return TRUE;
}

/* @at: UTC seconds; 0 for no timer at all: nothing comes due unless something changes */
static void
set_timer (Reminder *self, gint64 at)
{
  gint64 now = limber_clock_now (self->clock), wall = g_get_real_time () / G_USEC_PER_SEC;
  struct itimerspec spec = { .it_value = { .tv_sec = at == 0 ? 0 : wall + MAX (at - now, 1) } };

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

static gboolean
is_over (Reminder *self, const LimberBubble *bubble)
{
  g_autoptr (GPtrArray) answered = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  if (bubble->nudge_ids->len == 0)
    return bubble->gone_at != 0 && bubble->gone_at <= limber_clock_now (self->clock);
  g_ptr_array_extend (ids, bubble->nudge_ids, NULL, NULL);
  g_ptr_array_add (ids, NULL);
  answered = limber_reminders_answered (self->db, (const char *const *) ids->pdata, limber_clock_today (self->clock),
                                        limber_clock_zone (self->clock), &error);
  if (answered == NULL)
    g_message ("Answers cannot be read: %s", error->message);
  return answered != NULL && answered->len == bubble->nudge_ids->len;
}

/* Returns when the next bubble says nothing true any more, 0 for none. */
static gint64
close_what_is_over (Reminder *self)
{
  g_auto (GStrv) open = limber_notifier_dup_open_keys (self->notifier);
  gint64 next_at = 0;

  for (guint i = 0; open[i] != NULL; i++)
    {
      const LimberBubble *bubble = g_hash_table_lookup (self->shown, open[i]);

      if (bubble == NULL)
        continue;
      if (is_over (self, bubble))
        limber_notifier_close (self->notifier, open[i]);
      else if (bubble->gone_at != 0 && (next_at == 0 || bubble->gone_at < next_at))
        next_at = bubble->gone_at;
    }
  return next_at;
}

/* Never too many at once: a nudge stands in the list as well. */
static void
make_room (Reminder *self)
{
  g_auto (GStrv) open = limber_notifier_dup_open_keys (self->notifier);

  for (guint i = 0; open[i] != NULL && limber_notifier_get_n_open (self->notifier) >= MAX_BUBBLES; i++)
    {
      const LimberBubble *bubble = g_hash_table_lookup (self->shown, open[i]);

      if (bubble == NULL || bubble->nudge_ids->len > 0)
        limber_notifier_close (self->notifier, open[i]);
    }
}

static gboolean
show (Reminder *self, const LimberBubble *bubble, gboolean has_buttons, GError **error)
{
  const LimberNotifierAction actions[] = {
    { "default", C_ ("notification", "Open") },
    { "book", _ ("Book") },
    { "later", _ ("Later") },
  };
  LimberNotifierBubble shown = { bubble->key, bubble->title, bubble->body, bubble->category, bubble->urgent, actions, 0 };

  if (has_buttons)
    shown.n_actions = bubble->can_book ? G_N_ELEMENTS (actions) : 1;
  make_room (self);
  return limber_notifier_show (self->notifier, &shown, error);
}

static void
remember_bubble (Reminder *self, LimberBubble *bubble)
{
  bubble->notice = NULL;
  g_hash_table_insert (self->shown, g_strdup (bubble->key), bubble);
}

static gboolean
is_silence (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY)
         || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMEOUT);
}

static void
give_back (Reminder *self, GPtrArray *nudge_ids)
{
  g_autoptr (GError) error = NULL;

  if (nudge_ids->len > 0 && !limber_reminders_release (self->db, nudge_ids, &error))
    g_message ("A reminder cannot be put back: %s", error->message);
}

/* Returns whether everything could be shown. */
static gboolean
show_nudges (Reminder *self, GPtrArray *nudges, gboolean in_private, gboolean has_buttons)
{
  g_autoptr (GPtrArray) bubbles = limber_bubbles_of_nudges (nudges, in_private, has_buttons);
  gboolean all = TRUE;

  g_ptr_array_set_free_func (bubbles, NULL);
  for (guint i = 0; i < bubbles->len; i++)
    {
      LimberBubble *bubble = g_ptr_array_index (bubbles, i);
      g_autoptr (GError) error = NULL;

      if (show (self, bubble, has_buttons, &error))
        {
          remember_bubble (self, bubble);
          continue;
        }
      all = FALSE;
      g_message ("No notification can be shown: %s", error->message);
      if (is_silence (error))
        g_ptr_array_extend_and_steal (self->unsure, g_steal_pointer (&bubble->nudge_ids));
      else
        give_back (self, bubble->nudge_ids);
      limber_bubble_free (bubble);
    }
  return all;
}

static gboolean
show_notices (Reminder *self, GPtrArray *notices, gboolean in_private, gboolean has_buttons)
{
  gboolean all = TRUE;

  for (guint i = 0; i < notices->len; i++)
    {
      const LimberDueNotice *notice = g_ptr_array_index (notices, i);
      LimberBubble *bubble = limber_bubble_of_notice (notice, limber_clock_now (self->clock),
                                                      limber_clock_zone (self->clock), in_private, has_buttons);
      g_autoptr (GError) error = NULL;

      if (show (self, bubble, has_buttons, &error))
        {
          remember_bubble (self, bubble);
          continue;
        }
      all = FALSE;
      g_message ("No notification can be shown: %s", error->message);
      if (!is_silence (error) && !limber_notices_release (self->db, notice, NULL))
        g_message ("A notice cannot be put back");
      limber_bubble_free (bubble);
    }
  return all;
}

static void
take_earlier (gint64 *next_at, gint64 at)
{
  if (at != 0 && (*next_at == 0 || at < *next_at))
    *next_at = at;
}

static guint
kinds_of_desk (Reminder *self)
{
  guint kinds = 0;

  for (int kind = 0; kind < LIMBER_NOTICE_N_KINDS; kind++)
    if (self->settings == NULL || g_settings_get_boolean (self->settings, limber_notice_setting (kind)))
      kinds |= LIMBER_NOTICE_BIT (kind);
  return kinds;
}

static char *
staff_of_desk (Reminder *self)
{
  g_autoptr (GVariant) desks = self->settings != NULL ? g_settings_get_value (self->settings, "desks") : NULL;
  char *staff_id = NULL;

  if (desks != NULL)
    g_variant_lookup (desks, self->path, "s", &staff_id);
  return staff_id;
}

/* Returns when to look again, 0 for not at all. */
static gint64
claim_and_show (Reminder *self)
{
  g_autoptr (LimberClinic) clinic = limber_clinic_load (self->db, NULL);
  gboolean in_private = clinic == NULL || clinic->private_nudges;
  gboolean has_buttons = !self->once && limber_notifier_has_actions (self->notifier); /* who leaves hears no button */
  g_autofree char *staff_id = staff_of_desk (self);
  LimberNoticeWish wish = { kinds_of_desk (self), g_get_user_name (), staff_id };
  gint64 now = limber_clock_now (self->clock), next_at = 0, notice_at = 0;
  g_autoptr (GPtrArray) nudges = NULL;
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GError) error = NULL;
  gboolean all = TRUE;

  if (wish.kinds & LIMBER_NOTICE_BIT (LIMBER_NOTICE_REBOOK))
    nudges = limber_reminders_claim_due (self->db, now, limber_clock_zone (self->clock), &next_at, &error);
  if (nudges != NULL)
    all = show_nudges (self, nudges, in_private, has_buttons);
  if (error == NULL && clinic != NULL && clinic->nudges)
    notices = limber_notices_claim_due (self->db, &wish, now, limber_clock_zone (self->clock), &notice_at, &error);
  if (notices != NULL)
    all = show_notices (self, notices, in_private, has_buttons) && all;
  take_earlier (&next_at, notice_at);
  if (error != NULL)
    g_message ("Reminders cannot be read: %s", error->message);
  if (error != NULL || !all)
    take_earlier (&next_at, now + RETRY_SECONDS);
  return next_at;
}

static void
look (Reminder *self)
{
  gint64 now = limber_clock_now (self->clock), next_at;

  if (!ensure_open (self))
    {
      set_timer (self, now + LONG_RETRY_SECONDS);
      return;
    }
  follow_zone (self);
  /* A daemon that comes is a reason to look; one that hangs is asked again, one that a call can start too. */
  if (!limber_notifier_is_available (self->notifier))
    {
      set_timer (self, now + (self->daemon_gone ? LONG_RETRY_SECONDS : RETRY_SECONDS));
      return;
    }
  /* Before the first reading: what others write during the look is a reason for another. */
  limber_db_data_version (self->db, &self->data_version, NULL);
  close_what_is_over (self);
  next_at = claim_and_show (self);
  take_earlier (&next_at, close_what_is_over (self));
  set_timer (self, next_at);
  if (self->watch_id != 0)
    watch_again (self);
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

/* Sooner while a bubble waits for its answer. */
static void
watch_again (Reminder *self)
{
  gboolean waiting = limber_notifier_get_n_open (self->notifier) > 0;

  g_clear_handle_id (&self->watch_id, g_source_remove);
  self->watch_id = g_timeout_add_seconds (waiting ? WATCH_SECONDS_WITH_BUBBLES : WATCH_SECONDS, on_watch, self);
}

static void
on_file_changed (Reminder *self)
{
  g_clear_object (&self->monitor);
  if (self->watch_id == 0)
    watch_again (self);
}

static GVariant *
platform_data (const char *token)
{
  GVariantBuilder data;

  g_variant_builder_init (&data, G_VARIANT_TYPE_VARDICT);
  if (token != NULL)
    {
      g_variant_builder_add (&data, "{sv}", "activation-token", g_variant_new_string (token));
      g_variant_builder_add (&data, "{sv}", "desktop-startup-id", g_variant_new_string (token));
    }
  return g_variant_builder_end (&data);
}

/* Hands the click to the window, which the bus starts when it is not there. */
static void
activate_window (const char *action, const char *target, const char *token)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  GVariantBuilder parameters;

  if (bus == NULL)
    return;
  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  if (target)
    g_variant_builder_add (&parameters, "v", g_variant_new_string (target));
  g_dbus_connection_call (bus, LIMBER_APP_ID, "/org/limber/Limber", "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(sav@a{sv})", action, &parameters, platform_data (token)), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

static void
on_activated (LimberNotifier *notifier, const char *key, const char *action, const char *token, gpointer user_data)
{
  Reminder *self = user_data;
  const LimberBubble *bubble = g_hash_table_lookup (self->shown, key);
  g_autoptr (GError) error = NULL;

  if (bubble == NULL)
    return;
  if (g_str_equal (action, "later"))
    {
      if (!limber_reminders_later (self->db, bubble->client_id, limber_clock_today (self->clock), &error))
        g_message ("A reminder cannot be snoozed: %s", error->message);
    }
  else if (g_str_equal (action, "book"))
    activate_window ("book", bubble->client_id, token);
  else if (bubble->client_id != NULL)
    activate_window ("show-client", bubble->client_id, token);
  else
    activate_window ("show-page", bubble->page, token);
}

static void
on_name_lost (GDBusConnection *connection, const char *name, gpointer user_data)
{
  g_main_loop_quit (((Reminder *) user_data)->loop);
}

static void
on_daemon_appeared (GDBusConnection *connection, const char *name, const char *owner, gpointer user_data)
{
  Reminder *self = user_data;

  gboolean was_gone = self->daemon_gone;

  self->daemon_gone = FALSE;
  if (was_gone)
    look (self);
}

static void
on_daemon_vanished (GDBusConnection *connection, const char *name, gpointer user_data)
{
  Reminder *self = user_data;

  self->daemon_gone = TRUE;
  limber_notifier_forget (self->notifier);
  if (self->db != NULL)
    give_back (self, self->unsure);
  g_ptr_array_set_size (self->unsure, 0);
}

static void
on_window_appeared (GDBusConnection *connection, const char *name, const char *owner, gpointer user_data)
{
  ((Reminder *) user_data)->window_seen = TRUE;
}

static void
on_window_vanished (GDBusConnection *connection, const char *name, gpointer user_data)
{
  Reminder *self = user_data;

  if (self->window_seen && !limber_autostart_get ())
    g_main_loop_quit (self->loop);
}

static void
on_name_acquired (GDBusConnection *connection, const char *name, gpointer user_data)
{
  Reminder *self = user_data;

  look (self);
  if (self->daemon_id == 0)
    self->daemon_id = g_bus_watch_name_on_connection (connection, DAEMON_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                      on_daemon_appeared, on_daemon_vanished, self, NULL);
  if (self->window_id == 0)
    self->window_id = g_bus_watch_name_on_connection (connection, LIMBER_APP_ID, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                      on_window_appeared, on_window_vanished, self, NULL);
}

static void
watch_zone (Reminder *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (ZONE_FILE);

  self->zone_monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->zone_monitor)
    g_signal_connect_swapped (self->zone_monitor, "changed", G_CALLBACK (look), self);
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
  watch_zone (self);
  if (self->settings)
    g_signal_connect_swapped (self->settings, "changed", G_CALLBACK (look), self);
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
  g_clear_handle_id (&self->window_id, g_bus_unwatch_name);
  g_clear_object (&self->zone_monitor);
  g_clear_object (&self->settings);
  g_clear_object (&self->monitor);
  g_clear_object (&self->notifier);
  g_clear_pointer (&self->db, limber_db_free);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->shown, g_hash_table_unref);
  g_clear_pointer (&self->unsure, g_ptr_array_unref);
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
    { "test", 0, 0, G_OPTION_ARG_NONE, &self->test, N_ ("Show a test notification and say what happened"), NULL },
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
  /* Without the choices everything is told. */
  self->settings = limber_desk_settings_open (limber_notice_setting (LIMBER_NOTICE_REBOOK));
  self->unsure = g_ptr_array_new_with_free_func (g_free);
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) limber_bubble_free);
  self->notifier = limber_notifier_new ();
  g_signal_connect (self->notifier, "activated", G_CALLBACK (on_activated), self);
  self->timer_fd = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  return TRUE;
}

/* Says in one line what a person should know; the window shows it. */
static int
run_test (Reminder *self)
{
  g_autofree char *daemon = limber_notifier_dup_daemon (self->notifier);
  LimberNotifierBubble bubble = { "test", _ ("A test of Limber's notifications"), _ ("Reminders will look like this."),
                                  NULL, FALSE, NULL, 0 };
  g_autoptr (GError) error = NULL;

  if (daemon == NULL)
    {
      g_print ("%s\n", _ ("No notification service answers on this computer. The list on Rebook is complete without it."));
      return 1;
    }
  if (!limber_notifier_show (self->notifier, &bubble, &error))
    {
      /* Translators: the name of a notification service, and what it said. */
      g_print (_ ("%s did not take the notification: %s\n"), daemon, error->message);
      return 1;
    }
  g_print (limber_notifier_has_actions (self->notifier) ? _ ("%s took the notification and shows buttons.\n")
                                                        : _ ("%s took the notification; it shows no buttons.\n"),
           daemon);
  return 0;
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
  else if (self.test)
    {
      status = run_test (&self);
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
