/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The watch over the running session, with a desktop that hears it: another program plays the session manager and the
 * notification daemon and writes down what they are asked for. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/session-watch.h"

#include "../folder.h"
#include "../session-fixture.h"

#define MINUTES 60

static const char *const desktop =
  "import sys\n"
  "from gi.repository import Gio, GLib\n"
  "xml = '''<node><interface name=\"org.gnome.SessionManager\">\n"
  "<method name=\"Inhibit\"><arg direction=\"in\" type=\"s\"/><arg direction=\"in\" type=\"u\"/>\n"
  "<arg direction=\"in\" type=\"s\"/><arg direction=\"in\" type=\"u\"/><arg direction=\"out\" type=\"u\"/></method>\n"
  "<method name=\"Uninhibit\"><arg direction=\"in\" type=\"u\"/></method></interface>\n"
  "<interface name=\"org.freedesktop.Notifications\"><method name=\"Notify\">\n"
  "<arg direction=\"in\" type=\"s\"/><arg direction=\"in\" type=\"u\"/><arg direction=\"in\" type=\"s\"/>\n"
  "<arg direction=\"in\" type=\"s\"/><arg direction=\"in\" type=\"s\"/><arg direction=\"in\" type=\"as\"/>\n"
  "<arg direction=\"in\" type=\"a{sv}\"/><arg direction=\"in\" type=\"i\"/><arg direction=\"out\" type=\"u\"/></method>\n"
  "<method name=\"CloseNotification\"><arg direction=\"in\" type=\"u\"/></method></interface></node>'''\n"
  "def say (text):\n"
  "  print (text, flush=True)\n"
  "def call (bus, sender, path, interface, method, arguments, invocation):\n"
  "  values = arguments.unpack ()\n"
  "  if method == 'Inhibit':\n"
  "    say ('inhibit %d %s' % (values[3], values[2]))\n"
  "    invocation.return_value (GLib.Variant ('(u)', (7,)))\n"
  "  elif method == 'Uninhibit':\n"
  "    say ('uninhibit %d' % values[0])\n"
  "    invocation.return_value (None)\n"
  "  elif method == 'Notify':\n"
  "    say ('notify ' + values[3] + values[4])\n"
  "    invocation.return_value (GLib.Variant ('(u)', (1,)))\n"
  "  else:\n"
  "    invocation.return_value (None)\n"
  "bus = Gio.bus_get_sync (Gio.BusType.SESSION)\n"
  "node = Gio.DBusNodeInfo.new_for_xml (xml)\n"
  "for path, interface in zip (('/org/gnome/SessionManager', '/org/freedesktop/Notifications'), node.interfaces):\n"
  "  bus.register_object (path, interface, call, None, None)\n"
  "  Gio.bus_own_name_on_connection (bus, interface.name, 0, lambda *_: say ('owned'), None)\n"
  "GLib.MainLoop ().run ()\n";

typedef struct {
  char *dir;
  char *path;
  char *session_id;
  char *staff_id;
  GPtrArray *heard; /* lines of the desktop */
  GSubprocess *desktop;
  GDataInputStream *lines;
  GCancellable *cancellable;
  GtkApplication *application;
  GSettings *settings;
  LimberStore *store;
  LimberClock *clock;
  GtkWidget *window;
  LimberSessionWatch *watch;
} Fixture;

static void
on_line (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *f = user_data;
  g_autoptr (GError) error = NULL;
  char *line = g_data_input_stream_read_line_finish (G_DATA_INPUT_STREAM (source), result, NULL, &error);

  if (line == NULL)
    return;
  g_ptr_array_add (f->heard, line);
  g_data_input_stream_read_line_async (f->lines, G_PRIORITY_DEFAULT, f->cancellable, on_line, f);
}

static guint
count_heard (Fixture *f, const char *line)
{
  guint n = 0;

  for (guint i = 0; i < f->heard->len; i++)
    n += g_str_has_prefix (g_ptr_array_index (f->heard, i), line);
  return n;
}

static void
start_desktop (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  f->heard = g_ptr_array_new_with_free_func (g_free);
  f->cancellable = g_cancellable_new ();
  f->desktop = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/usr/bin/python3", "-c", desktop, NULL);
  g_assert_no_error (error);
  f->lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (f->desktop));
  g_data_input_stream_read_line_async (f->lines, G_PRIORITY_DEFAULT, f->cancellable, on_line, f);
  WAIT_UNTIL (count_heard (f, "owned") == 2);
}

/* Each test is an application of its own, which finds the desktop of that test when it starts. */
static void
start_application (Fixture *f)
{
  static guint count;
  g_autofree char *id = g_strdup_printf ("org.limber.Test%u", count++);
  g_autoptr (GError) error = NULL;

  f->application = GTK_APPLICATION (adw_application_new (id, G_APPLICATION_NON_UNIQUE));
  g_application_register (G_APPLICATION (f->application), NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (LimberSession) session = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  start_desktop (f);
  start_application (f);
  f->dir = g_dir_make_tmp ("limber-watch-XXXXXX", NULL);
  f->path = g_build_filename (f->dir, "clinic.db", NULL);
  session = session_fixture_found (f->path, MINUTES);
  f->session_id = g_strdup (session->base.id);
  f->staff_id = g_strdup (session->staff_id);
  f->store = session_fixture_open (f->path);
  limber_store_set_actor (f->store, f->staff_id, "Ines Calder");
  f->settings = g_settings_new ("org.limber.Limber");
  f->clock = limber_clock_new_frozen (SESSION_START, zone);
  f->window = adw_application_window_new (f->application);
}

static void
watch_from (Fixture *f, int elapsed)
{
  limber_clock_set (f->clock, SESSION_START + elapsed);
  f->watch = limber_session_watch_new (GTK_WINDOW (f->window), f->settings, f->store, f->clock);
  WAIT_UNTIL (count_heard (f, "inhibit ") == 1);
}

static gboolean
is_awake (Fixture *f)
{
  gboolean awake;

  g_object_get (f->watch, "awake", &awake, NULL);
  return awake;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_object (&f->watch);
  gtk_window_destroy (GTK_WINDOW (f->window));
  run_what_is_due ();
  g_settings_reset (f->settings, "session-keep-awake");
  g_settings_reset (f->settings, "session-notify");
  limber_store_close (f->store);
  g_clear_object (&f->store);
  g_clear_object (&f->clock);
  g_clear_object (&f->settings);
  g_cancellable_cancel (f->cancellable);
  g_subprocess_force_exit (f->desktop);
  g_subprocess_wait (f->desktop, NULL, NULL);
  run_what_is_due ();
  g_clear_object (&f->lines);
  g_clear_object (&f->desktop);
  g_clear_object (&f->cancellable);
  g_clear_object (&f->application);
  g_ptr_array_unref (f->heard);
  remove_folder (f->dir);
  g_free (f->session_id);
  g_free (f->staff_id);
  g_free (f->path);
  g_free (f->dir);
}

/* Deeds */

typedef struct {
  Fixture *fixture;
  gboolean (*deed) (LimberDb *db, const char *id, gint64 now, GError **error);
  gboolean done;
} Step;

static gpointer
run_step (LimberDb *db, gpointer data, GError **error)
{
  Step *step = data;

  step->deed (db, step->fixture->session_id, limber_clock_now (step->fixture->clock), error);
  return NULL;
}

static void
on_step (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  limber_store_run_finish (LIMBER_STORE (source), result, &error);
  g_assert_no_error (error);
  ((Step *) user_data)->done = TRUE;
}

static void
do_step (Fixture *f, gboolean (*deed) (LimberDb *db, const char *id, gint64 now, GError **error))
{
  Step step = { f, deed, FALSE };

  limber_store_write_async (f->store, run_step, &step, NULL, NULL, NULL, on_step, &step);
  WAIT_UNTIL (step.done);
}

static gboolean
make_longer (LimberDb *db, const char *id, gint64 now, GError **error)
{
  return limber_session_runner_extend (db, id, 10, now, error);
}

/* Everything that the watch asked the store for has been answered after this. */
static void
look_again (Fixture *f)
{
  Step step = { f, NULL, FALSE };

  limber_session_watch_reload (f->watch);
  step.deed = limber_session_runner_resume; /* of a session that goes on: changes nothing */
  limber_store_write_async (f->store, run_step, &step, NULL, NULL, NULL, on_step, &step);
  WAIT_UNTIL (step.done);
  run_what_is_due ();
}

/* The screen stays awake while somebody lies on the table, and no longer. */
static void
test_the_screen_stays_awake (Fixture *f, gconstpointer data)
{
  watch_from (f, 60);
  g_assert_cmpuint (count_heard (f, "inhibit 8 A session is running"), ==, 1);
  WAIT_UNTIL (is_awake (f));
  do_step (f, limber_session_runner_finish);
  WAIT_UNTIL (count_heard (f, "uninhibit 7") == 1);
  g_assert_false (is_awake (f));
}

static void
test_a_person_may_let_it_sleep (Fixture *f, gconstpointer data)
{
  watch_from (f, 60);
  g_settings_set_boolean (f->settings, "session-keep-awake", FALSE);
  WAIT_UNTIL (count_heard (f, "uninhibit 7") == 1);
  g_assert_false (is_awake (f));
  g_settings_set_boolean (f->settings, "session-keep-awake", TRUE);
  WAIT_UNTIL (count_heard (f, "inhibit 8") == 2);
  g_assert_true (is_awake (f));
}

/* The clock passes the fifth minute by itself; nobody touches the session. */
static void
test_both_moments_are_told_once (Fixture *f, gconstpointer data)
{
  watch_from (f, MINUTES * 60 - 301);
  limber_clock_set (f->clock, SESSION_START + MINUTES * 60 - 300);
  WAIT_UNTIL (count_heard (f, "notify Five minutes left") == 1);
  look_again (f);
  limber_clock_set (f->clock, SESSION_START + MINUTES * 60 - 1);
  look_again (f);
  limber_clock_set (f->clock, SESSION_START + MINUTES * 60);
  WAIT_UNTIL (count_heard (f, "notify The time of the session is up") == 1);
  look_again (f);
  do_step (f, limber_session_runner_finish);
  WAIT_UNTIL (count_heard (f, "uninhibit") == 1);
  g_assert_cmpuint (count_heard (f, "notify "), ==, 2);
}

/* No bubble names a client. */
static void
test_a_bubble_names_nobody (Fixture *f, gconstpointer data)
{
  watch_from (f, MINUTES * 60 - 301);
  limber_clock_set (f->clock, SESSION_START + MINUTES * 60 + 5);
  WAIT_UNTIL (count_heard (f, "notify ") == 1);
  for (guint i = 0; i < f->heard->len; i++)
    g_assert_null (strstr (g_ptr_array_index (f->heard, i), "Rafferty"));
}

/* A program that is started in overtime, and one that was asked to be silent. */
static void
test_what_is_past_is_no_news (Fixture *f, gconstpointer data)
{
  watch_from (f, MINUTES * 60 + 120);
  look_again (f);
  do_step (f, make_longer);
  g_settings_set_boolean (f->settings, "session-notify", FALSE);
  limber_clock_set (f->clock, SESSION_START + MINUTES * 60 + 600);
  look_again (f);
  do_step (f, limber_session_runner_finish);
  WAIT_UNTIL (count_heard (f, "uninhibit") == 1);
  g_assert_cmpuint (count_heard (f, "notify "), ==, 0);
}

/* A pause stands between the hands and the fifth minute. */
static void
test_a_pause_is_not_disturbed (Fixture *f, gconstpointer data)
{
  watch_from (f, MINUTES * 60 - 400);
  do_step (f, limber_session_runner_pause);
  limber_clock_set (f->clock, SESSION_START + MINUTES * 60);
  limber_session_watch_reload (f->watch);
  do_step (f, limber_session_runner_pause); /* pausing twice is one pause */
  g_assert_cmpuint (count_heard (f, "notify "), ==, 0);
  do_step (f, limber_session_runner_resume);
  limber_clock_set (f->clock, SESSION_START + MINUTES * 60 + 100);
  look_again (f);
  WAIT_UNTIL (count_heard (f, "notify Five minutes left") == 1);
}

#define ADD(name, func) g_test_add ("/session-watch/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("the-screen-stays-awake", test_the_screen_stays_awake);
  ADD ("a-person-may-let-it-sleep", test_a_person_may_let_it_sleep);
  ADD ("both-moments-are-told-once", test_both_moments_are_told_once);
  ADD ("a-bubble-names-nobody", test_a_bubble_names_nobody);
  ADD ("what-is-past-is-no-news", test_what_is_past_is_no_news);
  ADD ("a-pause-is-not-disturbed", test_a_pause_is_not_disturbed);
  return g_test_run ();
}
