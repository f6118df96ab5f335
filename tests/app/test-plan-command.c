/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* Runs the real program, without a display. */
static int
run (const char *arguments, char **output, char **errors)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *line = g_strdup_printf ("%s %s", g_getenv ("LIMBER_BINARY"), arguments);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) argv = NULL;

  g_assert_true (g_shell_parse_argv (line, NULL, &argv, NULL));
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, output, errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

static JsonObject *
plan (const char *arguments)
{
  g_autofree char *line = g_strdup_printf ("plan --format json %s", arguments);
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_autoptr (JsonNode) root = NULL;
  int status = run (line, &output, &errors);

  g_assert_cmpstr (errors, ==, "");
  g_assert_cmpint (status, ==, 0);
  root = json_from_string (output, NULL);
  g_assert_nonnull (root);
  return json_object_ref (json_node_get_object (root));
}

static JsonObject *
element (JsonObject *object, const char *array, guint index)
{
  return json_array_get_object_element (json_object_get_array_member (object, array), index);
}

#define ASSERT_STRING(object, name, expected) \
  g_assert_cmpstr (json_object_get_string_member (object, name), ==, expected)

static void
test_json (void)
{
  g_autoptr (JsonObject) root = plan ("--today 2026-09-28 --from 2026-10-03 --to=2026-10-26 --last 2026-09-21 "
                                      "--race 2026-10-11,km=42.195,goal");
  JsonObject *due = json_object_get_object_member (root, "due");
  JsonArray *suggested = json_object_get_array_member (root, "suggested");
  JsonArray *leads = json_object_get_array_member (element (root, "races", 0), "ideal_leads");

  ASSERT_STRING (due, "state", "not-due");
  ASSERT_STRING (due, "from", "2026-10-05");
  ASSERT_STRING (due, "to", "2026-10-12");
  ASSERT_STRING (due, "overdue_from", "2026-10-13");
  g_assert_cmpuint (json_array_get_length (leads), ==, 2);
  g_assert_cmpint (json_array_get_int_element (leads, 0), ==, 4);
  ASSERT_STRING (element (root, "races", 0), "ideal_source", "default");
  ASSERT_STRING (element (root, "races", 0), "target", "2026-10-18");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "days")), ==, 24);
  g_assert_cmpuint (json_array_get_length (suggested), ==, 2);
  g_assert_cmpstr (json_array_get_string_element (suggested, 0), ==, "2026-10-06");

  ASSERT_STRING (element (root, "days", 0), "deep", "normal");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (element (root, "days", 0), "reasons")), ==, 0);
  ASSERT_STRING (element (root, "days", 7), "date", "2026-10-10");
  ASSERT_STRING (element (root, "days", 7), "deep", "avoid");
  ASSERT_STRING (element (root, "days", 7), "light", "light-only");
  ASSERT_STRING (element (element (root, "days", 7), "reasons", 0), "rule", "B4");
  ASSERT_STRING (element (element (root, "days", 7), "reasons", 0), "race", "2026-10-11");
}

static void
test_json_nulls (void)
{
  g_autoptr (JsonObject) root = plan ("--today 2026-09-28 --from 2026-10-07 --to 2026-10-07 --contraindicated "
                                      "--race 2026-10-11..2026-10-12,hard=2026-10-10 --pair 9,5,5 --pair -1,5,5.5");

  g_assert_true (json_object_get_null_member (root, "due"));
  g_assert_true (json_object_get_null_member (element (root, "races", 0), "target"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (element (root, "races", 0), "ideal_leads")), ==, 0);
  g_assert_true (json_object_get_null_member (element (element (root, "days", 0), "reasons", 0), "race"));
  ASSERT_STRING (element (element (root, "days", 0), "reasons", 0), "rule", "K1");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "suggested")), ==, 0);
}

static void
test_json_window_options (void)
{
  static const struct {
    const char *options, *source;
    int first;
    guint n;
  } lines[] = {
    { "--unaware", "extra-days", 6, 2 },
    { "--worries --extra-days 1", "extra-days", 5, 2 },
    { "--hangover 5", "default", 6, 1 },
    { "--hangover 3.5", "default", 5, 1 },
    { "--pin 3-7 --unaware", "pinned", 3, 5 },
    { "--pair 6,9,9 --pair 4,1,1 --pair 6,8,8", "learned", 6, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *line = g_strdup_printf ("--today 2026-09-28 --from 2026-10-07 --to 2026-10-07 "
                                               "--race 2026-10-11,goal %s", lines[i].options);
      g_autoptr (JsonObject) root = plan (line);
      JsonArray *leads = json_object_get_array_member (element (root, "races", 0), "ideal_leads");

      ASSERT_STRING (element (root, "races", 0), "ideal_source", lines[i].source);
      g_assert_cmpuint (json_array_get_length (leads), ==, lines[i].n);
      g_assert_cmpint (json_array_get_int_element (leads, 0), ==, lines[i].first);
    }
}

static void
test_text (void)
{
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;

  g_assert_cmpint (run ("plan --today 2026-09-28 --from 2026-10-03 --to 2026-11-26 --race 2026-10-11,goal,km=10",
                        &output, &errors), ==, 0);
  g_assert_nonnull (strstr (output, "October 2026"));
  g_assert_nonnull (strstr (output, " 10x 11x\n"));
  g_assert_nonnull (strstr (output, "B4"));
  g_assert_null (strstr (output, " \n"));
}

#define RIGHT "--today 2026-09-28 --from 2026-10-01 --to 2026-10-02 "

static void
test_wrong_use (void)
{
  static const char *const lines[] = {
    "plan", "plan --today 2026-09-28", "plan --from 2026-09-28 --to 2026-09-29", "plan --today 2026-09-28 --to 2026-09-29",
    "plan " RIGHT "--what", "plan " RIGHT "--unaware=yes", "plan " RIGHT "word", "plan " RIGHT "--", "plan " RIGHT "-u",
    "plan " RIGHT "--last", "plan " RIGHT "--last --unaware", "plan " RIGHT "--last 2026-02-29", "plan " RIGHT "--last 2026-9-1",
    "plan " RIGHT "--last ''", "plan " RIGHT "--last 2026-09-29", "plan " RIGHT "--today 2026-09-28",
    "plan --today 2026-09-28 --from 2026-10-02 --to 2026-10-01", "plan --today 2026-09-28 --from 2026-10-01 --to 2036-10-09",
    "plan " RIGHT "--pin 2-5", "plan " RIGHT "--pin 4-8", "plan " RIGHT "--pin 5-4", "plan " RIGHT "--pin 4", "plan " RIGHT "--pin 4-5-6",
    "plan " RIGHT "--extra-days 0", "plan " RIGHT "--extra-days 5", "plan " RIGHT "--extra-days 1.5", "plan " RIGHT "--extra-days +2",
    "plan " RIGHT "--cadence 21-14", "plan " RIGHT "--cadence 0-14", "plan " RIGHT "--cadence 14", "plan " RIGHT "--cadence ' 14-21'",
    "plan " RIGHT "--hangover -1", "plan " RIGHT "--hangover x", "plan " RIGHT "--hangover 0x3", "plan " RIGHT "--hangover ''",
    "plan " RIGHT "--race 2026-10-11,km=0", "plan " RIGHT "--race 2026-10-11,km=-5", "plan " RIGHT "--race 2026-10-11,km=1e3",
    "plan " RIGHT "--race 2026-10-11,km=inf", "plan " RIGHT "--race 2026-10-11,km=nan", "plan " RIGHT "--race 2026-10-11,km=+5",
    "plan " RIGHT "--race '2026-10-11,km=5 '", "plan " RIGHT "--race 2026-10-11,km=5,km=5", "plan " RIGHT "--race 2026-10-11,km=.5",
    "plan " RIGHT "--race 2026-10-11,goal,goal", "plan " RIGHT "--race 2026-10-11,goal=yes", "plan " RIGHT "--race 2026-10-11,",
    "plan " RIGHT "--race 2026-10-11,hard=2026-10-11", "plan " RIGHT "--race 2026-10-11,hard=", "plan " RIGHT "--race 2026-10-11,far",
    "plan " RIGHT "--race 2026-10-11,hard=2026-10-01,hard=2026-10-02", "plan " RIGHT "--race 2026-10-11..2026-10-10",
    "plan " RIGHT "--race 2026-10-11..", "plan " RIGHT "--race ''", "plan " RIGHT "--race 2026-02-30",
    "plan " RIGHT "--pair 4,11,5", "plan " RIGHT "--pair 4,5,-1", "plan " RIGHT "--pair 4,5", "plan " RIGHT "--pair 4,5,5,5",
    "plan " RIGHT "--pair 4.5,5,5", "plan " RIGHT "--pair x,5,5", "plan " RIGHT "--format xml",
    "plan " RIGHT "--format json --format json", "plan " RIGHT "--unaware --unaware",
    "plan --today 9999-12-31 --from 2026-10-01 --to 2026-10-02", "frobnicate", "--frobnicate",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *output = NULL;
      g_autofree char *errors = NULL;
      int status = run (lines[i], &output, &errors);

      g_test_message ("%s", lines[i]);
      g_assert_cmpstr (output, ==, "");
      g_assert_cmpint (status, ==, 2);
      g_assert_true (g_str_has_suffix (errors, ".\n"));
      g_assert_true (strchr (errors, '\n') == errors + strlen (errors) - 1);
    }
}

static void
test_right_use_at_the_limits (void)
{
  static const char *const lines[] = {
    "--today 2026-09-28 --from 2026-10-01 --to 2036-10-08",
    RIGHT "--last 2026-09-28 --cadence 1-1",
    RIGHT "--race 2026-10-11,hard=2026-10-10,goal,km=0.1",
    RIGHT "--pair 99999999999999999999,0,10 --pin 3-3 --hangover 99999999999",
    RIGHT "--database nowhere.db",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    json_object_unref (plan (lines[i]));
}

static void
test_help_and_version (void)
{
  g_autofree char *help = NULL;
  g_autofree char *version = NULL;
  g_autofree char *errors = NULL;

  g_assert_cmpint (run ("--help", &help, &errors), ==, 0);
  g_assert_nonnull (strstr (help, "limber plan --today"));
  g_free (g_steal_pointer (&errors));
  g_assert_cmpint (run ("--version", &version, &errors), ==, 0);
  g_assert_true (g_str_has_prefix (version, "limber "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/json", test_json);
  g_test_add_func ("/plan/json-nulls", test_json_nulls);
  g_test_add_func ("/plan/json-window-options", test_json_window_options);
  g_test_add_func ("/plan/text", test_text);
  g_test_add_func ("/plan/wrong-use", test_wrong_use);
  g_test_add_func ("/plan/limits", test_right_use_at_the_limits);
  g_test_add_func ("/help-and-version", test_help_and_version);
  return g_test_run ();
}
