/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "services/rebook/message.h"

static LimberMessageValues
values_of (const char *language)
{
  LimberDate monday = limber_date_parse ("2026-10-05");

  return (LimberMessageValues) {
    .language = limber_message_language_find (language), .name = "Wren Halloway", .clinic = "Harrier Vale",
    .race = "Saltmarsh Marathon", .race_on = monday + 6, .dates = { monday, monday + 1, monday + 3 }, .n_dates = 3,
    .days = 21,
  };
}

static void
assert_message (const char *words, const LimberMessageValues *values, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = limber_message_expand (words, values, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_placeholders (void)
{
  LimberMessageValues values = values_of ("en");

  assert_message ("{name}, {first-name}: {clinic}", &values, "Wren Halloway, Wren: Harrier Vale");
  assert_message ("{race} on {race-date}", &values, "Saltmarsh Marathon on Sunday 11 October");
  assert_message ("{dates}", &values, "Monday 5 October, Tuesday 6 October or Thursday 8 October");
  values.n_dates = 1;
  assert_message ("{dates}", &values, "Monday 5 October");
  assert_message ("nothing to fill", &values, "nothing to fill");
}

static void
test_the_language_is_the_clients (void)
{
  LimberMessageValues values = values_of ("de_AT");

  values.n_dates = 2;
  assert_message ("{dates}", &values, "Montag, 5. Oktober oder Dienstag, 6. Oktober");
  values.race_on = limber_date_parse ("2027-03-01");
  assert_message ("{race-date}", &values, "Montag, 1. März");
}

static void
test_one_and_several (void)
{
  LimberMessageValues values = values_of ("en");

  assert_message ("{days} {days|day|days}", &values, "21 days");
  assert_message ("{dates|Does that day suit you?|Which day suits you?}", &values, "Which day suits you?");
  values.days = values.n_dates = 1;
  assert_message ("{days} {days|day|days}", &values, "1 day");
  assert_message ("{dates|Does that day suit you?|Which day suits you?}", &values, "Does that day suit you?");
}

static void
test_what_is_not_known_is_left_out (void)
{
  LimberMessageValues values = values_of ("en");

  values.race = NULL;
  values.n_dates = 0;
  assert_message ("Hello.[ {race} is near.][ {dates|One day|Days}: {dates}.] Bye.", &values, "Hello. Bye.");
  assert_message ("Hello {race}.", &values, "Hello .");
}

static void
assert_wrong (const char *words, LimberMessageError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (limber_message_check (words, &error));
  g_assert_error (error, LIMBER_MESSAGE_ERROR, (int) code);
}

static void
test_what_is_wrong_is_said (void)
{
  assert_wrong ("{nmae}", LIMBER_MESSAGE_ERROR_UNKNOWN);
  assert_wrong ("{name|a|b}", LIMBER_MESSAGE_ERROR_UNKNOWN);
  assert_wrong ("{name", LIMBER_MESSAGE_ERROR_OPEN);
  assert_wrong ("name}", LIMBER_MESSAGE_ERROR_OPEN);
  assert_wrong ("[{name}", LIMBER_MESSAGE_ERROR_OPEN);
  assert_wrong ("{name}]", LIMBER_MESSAGE_ERROR_OPEN);
  assert_wrong ("[a [b] c]", LIMBER_MESSAGE_ERROR_OPEN);
  assert_wrong ("[{name]}", LIMBER_MESSAGE_ERROR_OPEN);
}

static void
test_no_word_about_health (void)
{
  LimberMessageValues values = values_of ("en");
  g_autoptr (GError) error = NULL;

  assert_wrong ("How is the KNOT in your calf?", LIMBER_MESSAGE_ERROR_HEALTH);
  assert_wrong ("Was machen die Rückenschmerzen?", LIMBER_MESSAGE_ERROR_HEALTH);
  g_assert_true (limber_message_check ("Champagne, notes and whip", &error));
  values.race = "Knee Deep Trail";
  g_assert_true (limber_message_check_sent ("Knee Deep Trail is near, Wren Halloway.", &values, &error));
  g_assert_no_error (error);
  g_assert_false (limber_message_check_sent ("Knee Deep Trail is near: how is your knee?", &values, &error));
  g_assert_error (error, LIMBER_MESSAGE_ERROR, LIMBER_MESSAGE_ERROR_HEALTH);
}

/* With everything known and with nothing but a name. */
static void
check_default (const LimberMessageLanguage *language, const char *words)
{
  LimberMessageValues full = values_of (limber_message_language_id (language));
  LimberMessageValues poor = { .language = language, .name = "Wren", .clinic = "Harrier Vale" };
  g_autoptr (GError) error = NULL;
  g_autofree char *rich = NULL;
  g_autofree char *plain = NULL;

  g_assert_true (limber_message_check (words, &error));
  g_assert_no_error (error);
  rich = limber_message_expand (words, &full, &error);
  plain = limber_message_expand (words, &poor, &error);
  g_assert_null (strpbrk (rich, "{}[]|"));
  g_assert_null (strpbrk (plain, "{}[]|"));
  g_assert_nonnull (strstr (plain, "Harrier Vale"));
}

static void
test_what_comes_with_the_program (void)
{
  static const LimberContactChannel channels[]
      = { LIMBER_CONTACT_CHANNEL_MAIL, LIMBER_CONTACT_CHANNEL_TEXT, LIMBER_CONTACT_CHANNEL_PHONE };

  for (guint i = 0; i < limber_message_n_languages (); i++)
    for (guint j = 0; j < G_N_ELEMENTS (channels); j++)
      {
        const LimberMessageLanguage *language = limber_message_language_nth (i);
        const char *subject = limber_message_language_subject (language, channels[j]);

        check_default (language, limber_message_language_body (language, channels[j]));
        g_assert_true ((subject != NULL) == (channels[j] == LIMBER_CONTACT_CHANNEL_MAIL));
        if (subject != NULL)
          check_default (language, subject);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/message/placeholders", test_placeholders);
  g_test_add_func ("/message/the-language-is-the-clients", test_the_language_is_the_clients);
  g_test_add_func ("/message/one-and-several", test_one_and_several);
  g_test_add_func ("/message/what-is-not-known-is-left-out", test_what_is_not_known_is_left_out);
  g_test_add_func ("/message/what-is-wrong-is-said", test_what_is_wrong_is_said);
  g_test_add_func ("/message/no-word-about-health", test_no_word_about_health);
  g_test_add_func ("/message/what-comes-with-the-program", test_what_comes_with_the_program);
  return g_test_run ();
}
