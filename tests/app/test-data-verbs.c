/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "../folder.h"

/* A folder for one test, which is also the home of the default clinic. */
typedef struct {
  char *folder;
  char *output;
  char *errors;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("limber-verbs-XXXXXX", NULL);
}

static void
tear_down (Place *place, gconstpointer data)
{
  remove_folder (place->folder);
  g_free (place->folder);
  g_free (place->output);
  g_free (place->errors);
}

/* Runs the real program in the folder, without a display; '@' in the line stands for the folder. */
static int
run (Place *place, const char *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_auto (GStrv) pieces = g_strsplit (arguments, "@", -1);
  g_autofree char *joined = g_strjoinv (place->folder, pieces);
  g_autofree char *line = g_strdup_printf ("%s %s", g_getenv ("LIMBER_BINARY"), joined);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) argv = NULL;

  g_assert_true (g_shell_parse_argv (line, NULL, &argv, NULL));
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", place->folder, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_clear_pointer (&place->output, g_free);
  g_clear_pointer (&place->errors, g_free);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &place->output, &place->errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

/* One sentence on standard error, nothing on standard output. */
static void
assert_fails (Place *place, const char *arguments, int status)
{
  g_test_message ("%s", arguments);
  g_assert_cmpint (run (place, arguments), ==, status);
  g_assert_cmpstr (place->output, ==, "");
  g_assert_true (g_str_has_suffix (place->errors, "\n"));
  g_assert_true (strchr (place->errors, '\n') == strrchr (place->errors, '\n'));
}

static void
assert_works (Place *place, const char *arguments)
{
  g_test_message ("%s", arguments);
  g_assert_cmpint (run (place, arguments), ==, 0);
  g_assert_cmpstr (place->errors, ==, "");
  g_assert_cmpstr (place->output, !=, "");
}

static JsonNode *
json (Place *place, const char *arguments)
{
  JsonNode *root;

  assert_works (place, arguments);
  root = json_from_string (place->output, NULL);
  g_assert_nonnull (root);
  return root;
}

static void
put_file (Place *place, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (place->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static gboolean
exists (Place *place, const char *name)
{
  g_autofree char *path = g_build_filename (place->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_wrong_use (Place *place, gconstpointer data)
{
  static const char *const lines[] = {
    "import", "import @/a.csv @/b.csv", "import --wrong @/a.csv", "import @/a.csv --format xml",
    "import @/a.csv --dry-run --dry-run", "due --on 2026-02-29", "due --on", "due extra", "due --format", "demo",
    "demo @/d.db --clients 0", "demo @/d.db --clients 1e3", "demo @/d.db --clients 2.5", "demo @/d.db --seed -1",
    "demo @/d.db --today 2026-13-01", "demo @/d.db @/e.db", "demo @/d.db --on 2026-01-01", "import ''",
    "due --database", "due --database ''", "demo @/d.db --clients 99999999",
    "remind --on 2026-02-30", "remind --on", "remind extra", "remind --format xml", "remind --on 2199-01-01",
  };

  put_file (place, "a.csv", "Name\nWren\n");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    assert_fails (place, lines[i], 2);
  g_assert_false (exists (place, "d.db"));
  g_assert_false (exists (place, "limber"));
}

static void
test_what_cannot_be_done (Place *place, gconstpointer data)
{
  put_file (place, "header.csv", "Name,Phone\n");
  put_file (place, "unknown.csv", "Foo,Bar\n1,2\n");
  put_file (place, "quote.csv", "Name,Phone\n\"Wren,1\n");
  put_file (place, "binary.csv", "PK\003\004\001\002\n");
  put_file (place, "good.csv", "Name\nWren\n");
  put_file (place, "mine.db", "This is no database, and it stays as it is.\n");
  assert_fails (place, "import @/none.csv", 1);
  assert_fails (place, "import @", 1);
  assert_fails (place, "import @/header.csv", 1);
  assert_fails (place, "import @/unknown.csv", 1);
  assert_fails (place, "import @/quote.csv", 1);
  assert_fails (place, "import @/binary.csv", 1);
  assert_fails (place, "import @/quote.csv --dry-run", 1);
  assert_fails (place, "import @/good.csv --database @/mine.db", 1);
  assert_fails (place, "import @/good.csv --dry-run --database @/mine.db", 1);
  assert_fails (place, "due", 1);
  assert_fails (place, "due --database @/none.db", 1);
  assert_fails (place, "due --database @/mine.db", 1);
  assert_fails (place, "demo @/mine.db", 1);
  assert_fails (place, "demo @/nowhere/demo.db", 1);
  g_assert_false (exists (place, "limber"));
  g_assert_false (exists (place, "none.db"));
  g_assert_false (exists (place, "nowhere"));
  g_assert_false (exists (place, "mine.db-wal"));
}

static void
test_import_and_due (Place *place, gconstpointer data)
{
  g_autoptr (JsonNode) report = NULL;
  g_autoptr (JsonNode) due = NULL;
  JsonObject *object, *client;

  put_file (place, "clients.csv",
            "Name;Phone;Birthday\n\"Halloway, Wren\";1;31.12.1999\n;2;\nwren halloway;1;\nJuno;3;--03-07\n");
  assert_works (place, "import @/clients.csv --dry-run");
  g_assert_false (exists (place, "limber"));
  report = json (place, "import @/clients.csv --format json");
  object = json_node_get_object (report);
  g_assert_cmpint (json_object_get_int_member (object, "read"), ==, 4);
  g_assert_cmpint (json_object_get_int_member (object, "added"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (object, "skipped"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "duplicates"), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "rows")), ==, 4);
  g_assert_true (exists (place, "limber/clinic.db"));
  due = json (place, "due --on 2026-09-29 --format json");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (due)), ==, 2);
  client = json_array_get_object_element (json_node_get_array (due), 0);
  g_assert_cmpstr (json_object_get_string_member (client, "client"), ==, "Wren Halloway");
  g_assert_cmpstr (json_object_get_string_member (client, "state"), ==, "new");
  g_assert_true (json_object_get_null_member (client, "last"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (client, "suggested")), ==, 0);
}

static void
test_the_file_is_private (Place *place, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (place->folder, "limber", NULL);
  g_autofree char *file = g_build_filename (folder, "clinic.db", NULL);
  GStatBuf info;

  put_file (place, "clients.csv", "Name\nWren\n");
  assert_works (place, "import @/clients.csv");
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (file, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_demo_and_due (Place *place, gconstpointer data)
{
  static const char *const members[] = {
    "client", "id", "state", "last", "due_from", "due_to", "days_since", "next_appointment", "next_race", "suggested",
  };
  g_autoptr (JsonNode) due = NULL;
  JsonObject *client;

  assert_works (place, "demo @/demo.db --clients 20 --seed 3 --today 2026-09-29");
  assert_fails (place, "demo @/demo.db --clients 20", 1);
  due = json (place, "--database @/demo.db due --on=2026-09-29 --format=json");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (due)), ==, 20);
  client = json_array_get_object_element (json_node_get_array (due), 0);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_true (json_object_has_member (client, members[i]));
  g_assert_cmpstr (json_object_get_string_member (client, "client"), ==, "Juniper Ashgrove");
  g_assert_cmpstr (json_object_get_string_member (client, "next_race"), ==, "2026-10-11");
  g_assert_cmpint (json_object_get_int_member (client, "days_since"), ==, 20);
  assert_works (place, "due --database @/demo.db --on 2026-09-29");
  g_assert_nonnull (strstr (place->output, "Juniper Ashgrove"));
}

static char *
contents (Place *place, const char *name)
{
  g_autofree char *path = g_build_filename (place->folder, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static JsonArray *
reminders_of (JsonNode *root)
{
  return json_object_get_array_member (json_node_get_object (root), "reminders");
}

static void
test_remind_names_who_is_due (Place *place, gconstpointer data)
{
  g_autoptr (JsonNode) weekday = NULL;
  g_autoptr (JsonNode) weekend = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  JsonObject *first;

  assert_works (place, "demo @/demo.db --clients 40 --seed 3 --today 2026-09-29");
  before = contents (place, "demo.db");
  weekday = json (place, "remind --database @/demo.db --on 2026-09-29 --format json");
  g_assert_cmpuint (json_array_get_length (reminders_of (weekday)), >, 3);
  first = json_array_get_object_element (reminders_of (weekday), 0);
  g_assert_cmpstr (json_object_get_string_member (first, "kind"), ==, "rebook");
  g_assert_true (g_str_has_prefix (json_object_get_string_member (first, "at"), "2026-09-29T08:00:00"));
  g_assert_true (json_object_get_boolean_member (first, "summary"));
  g_assert_false (json_object_get_boolean_member (first, "shown"));
  g_assert_cmpint (json_object_get_int_member (first, "number"), ==, 1);

  weekend = json (place, "remind --database @/demo.db --on 2026-10-03 --format json");
  g_assert_cmpuint (json_array_get_length (reminders_of (weekend)), ==, 0);
  assert_works (place, "remind --database @/demo.db --on 2026-09-29");
  g_assert_nonnull (strstr (place->output, json_object_get_string_member (first, "client")));
  after = contents (place, "demo.db");
  g_assert_cmpstr (before, ==, after);
}

static void
spoil (Place *place, const char *name)
{
  g_autofree char *path = g_build_filename (place->folder, name, NULL);
  g_autofree char *bytes = NULL;
  gsize n_bytes;

  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  memset (bytes + n_bytes / 2, 0, n_bytes / 2);
  g_assert_true (g_file_set_contents (path, bytes, n_bytes, NULL));
}

static void
test_backup_check_restore (Place *place, gconstpointer data)
{
  g_autoptr (JsonNode) preview = NULL;
  g_autoptr (JsonNode) restored = NULL;
  JsonObject *object;

  assert_fails (place, "backup", 2);
  assert_fails (place, "restore", 2);
  assert_fails (place, "check @/clinic.db", 2);
  assert_fails (place, "check --database @/none.db", 1);
  assert_works (place, "demo @/clinic.db --clients 20 --today 2026-09-29");
  assert_works (place, "backup @/copy.db --database @/clinic.db");
  assert_fails (place, "backup @/copy.db --database @/clinic.db", 1);
  assert_works (place, "check --database @/clinic.db");
  put_file (place, "more.csv", "Name\nOdalys Fenn\n");
  assert_works (place, "import @/more.csv --database @/clinic.db");

  preview = json (place, "restore @/copy.db --dry-run --database @/clinic.db --format json");
  object = json_node_get_object (preview);
  g_assert_false (json_object_get_boolean_member (object, "restored"));
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (object, "newer"), "clients"), ==, 1);
  spoil (place, "clinic.db");
  assert_fails (place, "check --database @/clinic.db", 1);
  restored = json (place, "restore @/copy.db --database @/clinic.db --format json");
  object = json_node_get_object (restored);
  g_assert_true (json_object_get_boolean_member (object, "restored"));
  g_assert_true (g_file_test (json_object_get_string_member (object, "kept"), G_FILE_TEST_EXISTS));
  assert_works (place, "check --database @/clinic.db");
  spoil (place, "copy.db");
  assert_fails (place, "restore @/copy.db --database @/clinic.db", 1);
}

#define ADD(name, func) g_test_add ("/data-verbs/" name, Place, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("wrong-use", test_wrong_use);
  ADD ("what-cannot-be-done", test_what_cannot_be_done);
  ADD ("import-and-due", test_import_and_due);
  ADD ("the-file-is-private", test_the_file_is_private);
  ADD ("demo-and-due", test_demo_and_due);
  ADD ("remind-names-who-is-due", test_remind_names_who_is_due);
  ADD ("backup-check-restore", test_backup_check_restore);
  return g_test_run ();
}
