/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DESIGN
 *
 * A client is written to in the client's language, not in that of the desk, so these words do not go through gettext:
 * they stand beside each other here. They name no health matter and no gender, and speak to one person.
 */
#include "services/rebook/message-language.h"

struct _LimberMessageLanguage {
  const char *id;
  const char *name;
  const char *const *weekdays; /* Monday first */
  const char *const *months;
  const char *after_weekday;
  const char *after_day;
  const char *comma;
  const char *or;
  const char *subject;
  const char *mail;
  const char *text;
  const char *phone;
};

static const char *const english_weekdays[]
    = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
static const char *const english_months[] = { "January", "February", "March",     "April",   "May",      "June",
                                              "July",    "August",   "September", "October", "November", "December" };
static const char *const german_weekdays[]
    = { "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag" };
static const char *const german_months[] = { "Januar", "Februar", "März",      "April",   "Mai",      "Juni",
                                             "Juli",   "August",  "September", "Oktober", "November", "Dezember" };

static const LimberMessageLanguage languages[] = {
  {
    "en", "English", english_weekdays, english_months, " ", " ", ", ", " or ",
    "Your next visit at {clinic}",
    "Hello {first-name},\n\n"
    "[Your last visit was {days} {days|day|days} ago. ][{race} is on {race-date}, so this is the time to plan. ]"
    "[We would have room for you on {dates}. {dates|Does that day suit you?|Which of these days suits you?}]\n\n"
    "Just answer this mail or give us a call.\n\n"
    "Best wishes\n{clinic}\n",
    "Hello {first-name}, time for your next visit at {clinic}? [We have room on {dates}. ]"
    "Just answer or call us.",
    "Hello {first-name}, this is {clinic}. [Your last visit was {days} {days|day|days} ago. ]"
    "[{race} is coming up on {race-date}. ][Would {dates} suit you?]",
  },
  {
    "de", "Deutsch", german_weekdays, german_months, ", ", ". ", ", ", " oder ",
    "Der nächste Termin bei {clinic}",
    "Hallo {first-name},\n\n"
    "[der letzte Besuch ist {days} {days|Tag|Tage} her. ][{race} ist am {race-date}, jetzt ist die Zeit zum Planen. ]"
    "[Frei wäre am {dates}. {dates|Passt dieser Tag?|Welcher dieser Tage passt?}]\n\n"
    "Einfach auf diese Mail antworten oder anrufen.\n\n"
    "Viele Grüße\n{clinic}\n",
    "Hallo {first-name}, Zeit für den nächsten Termin bei {clinic}? [Frei wäre am {dates}. ]Einfach antworten oder anrufen.",
    "Hallo {first-name}, hier ist {clinic}. [Der letzte Besuch ist {days} {days|Tag|Tage} her. ]"
    "[{race} ist am {race-date}. ][Passt es am {dates}?]",
  },
};

/** limber_message_n_languages: Returns: how many there are. */
guint
limber_message_n_languages (void)
{
  return G_N_ELEMENTS (languages);
}

const LimberMessageLanguage *
limber_message_language_nth (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (languages), languages);

  return &languages[index];
}

static const LimberMessageLanguage *
find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_has_prefix (id, languages[i].id))
      return &languages[i];
  return NULL;
}

/**
 * limber_message_language_find:
 * @id: (nullable): "de", "de_AT", or none
 *
 * Returns: that language; without one, or when nobody knows it, the one of this computer, else English
 */
const LimberMessageLanguage *
limber_message_language_find (const char *id)
{
  const LimberMessageLanguage *language = id != NULL ? find (id) : NULL;
  const char *const *names = g_get_language_names ();

  for (guint i = 0; language == NULL && names[i] != NULL; i++)
    language = find (names[i]);
  return language != NULL ? language : languages;
}

const char *
limber_message_language_id (const LimberMessageLanguage *language)
{
  return language->id;
}

/** limber_message_language_name: Returns: what it calls itself: "Deutsch". */
const char *
limber_message_language_name (const LimberMessageLanguage *language)
{
  return language->name;
}

/** limber_message_language_subject: Returns: (nullable): of a mail, as the program brings it; see message.h. */
const char *
limber_message_language_subject (const LimberMessageLanguage *language, LimberContactChannel channel)
{
  return channel == LIMBER_CONTACT_CHANNEL_MAIL ? language->subject : NULL;
}

/** limber_message_language_body: Returns: the words that the program brings; on the phone they are said. */
const char *
limber_message_language_body (const LimberMessageLanguage *language, LimberContactChannel channel)
{
  switch (channel)
    {
    case LIMBER_CONTACT_CHANNEL_MAIL:
      return language->mail;
    case LIMBER_CONTACT_CHANNEL_TEXT:
      return language->text;
    default:
      return language->phone;
    }
}

/** limber_message_language_day: Returns: (transfer full): "Monday 5 October", "Montag, 5. Oktober". */
char *
limber_message_language_day (const LimberMessageLanguage *language, LimberDate date)
{
  int year, month, day;

  limber_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%s%s%d%s%s", language->weekdays[limber_date_weekday (date) - 1], language->after_weekday, day,
                          language->after_day, language->months[month - 1]);
}

/** limber_message_language_days: Returns: (transfer full): "Monday 5 October or Tuesday 6 October". */
char *
limber_message_language_days (const LimberMessageLanguage *language, const LimberDate *dates, guint n_dates)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_dates; i++)
    {
      g_autofree char *day = limber_message_language_day (language, dates[i]);

      if (i > 0)
        g_string_append (text, i + 1 < n_dates ? language->comma : language->or);
      g_string_append (text, day);
    }
  return g_string_free (text, FALSE);
}
