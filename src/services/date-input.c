/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/date-input.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_PARTS 3
#define N_MONTHS 12
#define N_DAYS 7

/* What was found in the text: numbers in their order, and a month by its name. */
typedef struct {
  int numbers[MAX_PARTS];
  gsize lengths[MAX_PARTS];
  int n_numbers;
  int month;
} Parts;

/** limber_date_input_order: Returns: the order of the user's locale, as the C library writes a date in it. */
LimberDateOrder
limber_date_input_order (void)
{
  g_autoptr (GDateTime) sample = g_date_time_new_utc (2033, 11, 22, 0, 0, 0);
  g_autofree char *text = g_date_time_format (sample, "%x");
  const char *year = strstr (text, "33"), *month = strstr (text, "11"), *day = strstr (text, "22");

  if (year == NULL || month == NULL || day == NULL)
    return LIMBER_DATE_ORDER_YMD;
  if (year < month && year < day)
    return LIMBER_DATE_ORDER_YMD;
  return month < day ? LIMBER_DATE_ORDER_MDY : LIMBER_DATE_ORDER_DMY;
}

static gboolean
is_word (const char *text, const char *word)
{
  g_autofree char *one = g_utf8_casefold (text, -1);
  g_autofree char *two = g_utf8_casefold (word, -1);

  return strcmp (one, two) == 0;
}

/* Three letters are enough for a name; a point may stand behind it. */
static gboolean
is_name (const char *text, const char *name)
{
  g_autofree char *one = g_utf8_casefold (text, -1);
  g_autofree char *two = g_utf8_casefold (name, -1);

  if (g_str_has_suffix (one, "."))
    one[strlen (one) - 1] = '\0';
  return g_utf8_strlen (one, -1) >= 2 && g_str_has_prefix (two, one);
}

static gboolean
is_name_of (const char *text, GDateTime *time, const char *pattern)
{
  g_autofree char *name = g_date_time_format (time, pattern);

  return is_name (text, name);
}

static int
month_of (const char *text)
{
  static const char *const english[N_MONTHS] = { "January", "February", "March",     "April",   "May",      "June",
                                                 "July",    "August",   "September", "October", "November", "December" };

  if (g_utf8_strlen (text, -1) < 3)
    return 0;
  for (int month = 1; month <= N_MONTHS; month++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_utc (2024, month, 1, 0, 0, 0);

      if (is_name_of (text, time, "%B") || is_name_of (text, time, "%b") || is_name (text, english[month - 1]))
        return month;
    }
  return 0;
}

/* A weekday is the next one of its name, today left out. */
static LimberDate
parse_weekday (const char *text, LimberDate today)
{
  static const char *const english[N_DAYS] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
                                               "Sunday" };

  for (int i = 0; i < N_DAYS; i++)
    {
      /* 1 January 2024 was a Monday. */
      g_autoptr (GDateTime) time = g_date_time_new_utc (2024, 1, i + 1, 0, 0, 0);

      if (is_name_of (text, time, "%A") || is_name_of (text, time, "%a") || is_name (text, english[i]))
        return today + (i + 1 - limber_date_weekday (today) + N_DAYS - 1) % N_DAYS + 1;
    }
  return LIMBER_DATE_NONE;
}

static LimberDate
parse_word (const char *text, LimberDate today)
{
  if (is_word (text, _("today")) || is_word (text, "today"))
    return today;
  if (is_word (text, _("tomorrow")) || is_word (text, "tomorrow"))
    return today + 1;
  return parse_weekday (text, today);
}

static gboolean
add_part (Parts *parts, const char *token)
{
  if (g_ascii_isdigit (*token))
    {
      char *end;
      guint64 number = g_ascii_strtoull (token, &end, 10);

      if (parts->n_numbers == MAX_PARTS || *end != '\0' || strlen (token) > 4)
        return FALSE;
      parts->lengths[parts->n_numbers] = strlen (token);
      parts->numbers[parts->n_numbers++] = (int) number;
      return TRUE;
    }
  if (parts->month != 0)
    return FALSE;
  parts->month = month_of (token);
  return parts->month != 0;
}

static gboolean
split (const char *text, Parts *parts)
{
  g_auto (GStrv) tokens = g_strsplit_set (text, " ./-,", -1);

  for (char **token = tokens; *token != NULL; token++)
    if (**token != '\0' && !add_part (parts, *token))
      return FALSE;
  return TRUE;
}

static int
full_year (int year, gsize length)
{
  return length <= 2 ? 2000 + year : year;
}

/* Without a year it is the next such day. */
static LimberDate
make_date (int year, int month, int day, LimberDate today)
{
  int this_year, this_month, this_day;
  LimberDate date;

  if (year > 0)
    return limber_date_from_ymd (year, month, day);
  limber_date_to_ymd (today, &this_year, &this_month, &this_day);
  for (int i = 0; i <= 8; i++)
    {
      date = limber_date_from_ymd (this_year + i, month, day);
      if (date >= today)
        return date;
    }
  return LIMBER_DATE_NONE;
}

static LimberDate
parse_named (const Parts *parts, LimberDate today)
{
  gboolean year_first = parts->n_numbers == 2 && parts->lengths[0] == 4;
  int day = parts->numbers[year_first ? 1 : 0];
  int year = parts->n_numbers == 2 ? full_year (parts->numbers[year_first ? 0 : 1], parts->lengths[year_first ? 0 : 1]) : 0;

  if (parts->n_numbers < 1 || parts->n_numbers > 2)
    return LIMBER_DATE_NONE;
  return make_date (year, parts->month, day, today);
}

static LimberDate
parse_numbers (const Parts *parts, LimberDateOrder order, LimberDate today)
{
  const int *n = parts->numbers;
  gboolean month_first = order == LIMBER_DATE_ORDER_MDY || order == LIMBER_DATE_ORDER_YMD;

  if (parts->n_numbers == 2)
    return make_date (0, n[month_first ? 0 : 1], n[month_first ? 1 : 0], today);
  if (parts->n_numbers != MAX_PARTS)
    return LIMBER_DATE_NONE;
  if (parts->lengths[0] == 4 || order == LIMBER_DATE_ORDER_YMD)
    return make_date (full_year (n[0], parts->lengths[0]), n[1], n[2], today);
  return make_date (full_year (n[2], parts->lengths[2]), n[order == LIMBER_DATE_ORDER_MDY ? 0 : 1],
                    n[order == LIMBER_DATE_ORDER_MDY ? 1 : 0], today);
}

/**
 * limber_date_input_parse:
 * @text: what a person typed
 * @order: of the numbers, see limber_date_input_order()
 * @today: for what has no year, for weekdays, "today" and "tomorrow"
 *
 * ISO dates are understood in every locale, and names of months and days in the user's language and in English.
 *
 * Returns: the day, none when there is no such day
 */
LimberDate
limber_date_input_parse (const char *text, LimberDateOrder order, LimberDate today)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  LimberDate date = limber_date_parse (stripped);
  Parts parts = { .n_numbers = 0 };

  if (date != LIMBER_DATE_NONE || *stripped == '\0')
    return date;
  if (!g_utf8_validate (stripped, -1, NULL))
    return LIMBER_DATE_NONE;
  if (!g_ascii_isdigit (*stripped) && (date = parse_word (stripped, today)) != LIMBER_DATE_NONE)
    return date;
  if (!split (stripped, &parts))
    return LIMBER_DATE_NONE;
  return parts.month != 0 ? parse_named (&parts, today) : parse_numbers (&parts, order, today);
}
