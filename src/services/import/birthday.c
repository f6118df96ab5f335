/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/import/birthday.h"

/* Reads @n numbers of digits, joined by @separator and nothing else; FALSE when the text is different. */
static gboolean
read_numbers (const char *text, char separator, int n, int *numbers)
{
  for (int i = 0; i < n; i++)
    {
      int digits = 0;

      for (numbers[i] = 0; g_ascii_isdigit (text[digits]) && digits < 4; digits++)
        numbers[i] = 10 * numbers[i] + g_ascii_digit_value (text[digits]);
      text += digits;
      if (digits == 0 || *text != (i < n - 1 ? separator : '\0'))
        return FALSE;
      text++;
    }
  return TRUE;
}

static char *
without_year (int month, int day)
{
  /* 2000 is a leap year: a birthday on the last of February is one. */
  return limber_date_from_ymd (2000, month, day) ? g_strdup_printf ("--%02d-%02d", month, day) : NULL;
}

static char *
with_year (int year, int month, int day, LimberDate today)
{
  LimberDate date;

  /* Address books that cannot leave the year out write 1604. */
  if (year == 1604)
    return without_year (month, day);
  date = year >= 1880 ? limber_date_from_ymd (year, month, day) : LIMBER_DATE_NONE;
  return date != LIMBER_DATE_NONE && date <= today ? limber_date_to_iso (date) : NULL;
}

static char *
read_year_less (const char *text)
{
  int n[2];

  if (read_numbers (text, '-', 2, n))
    return without_year (n[0], n[1]);
  if (read_numbers (text, '-', 1, n) && n[0] >= 101)
    return without_year (n[0] / 100, n[0] % 100);
  return NULL;
}

/**
 * limber_birthday_read:
 * @text: 1999-12-31, 31.12.1999, 12/31/1999, or --12-31 when the year is unknown
 * @day_first: whether numbers with slashes are day/month/year
 * @today: no birthday is later
 *
 * Returns: (transfer full) (nullable): the ISO date, "--MM-DD" without a year, "" for no birthday at all;
 *   %NULL when @text is something else
 */
char *
limber_birthday_read (const char *text, gboolean day_first, LimberDate today)
{
  int n[3];

  if (!*text || g_str_equal (text, "0/0/00"))
    return g_strdup ("");
  if (g_str_has_prefix (text, "--"))
    return read_year_less (text + 2);
  if (read_numbers (text, '-', 3, n))
    return with_year (n[0], n[1], n[2], today);
  if (read_numbers (text, '.', 3, n))
    return with_year (n[2], n[1], n[0], today);
  if (read_numbers (text, '/', 3, n))
    return with_year (n[2], n[day_first ? 1 : 0], n[day_first ? 0 : 1], today);
  return NULL;
}

/**
 * limber_birthday_only_fits:
 *
 * Returns: whether @text is a date with slashes in the one order, day first or month first, but not in the other
 */
gboolean
limber_birthday_only_fits (const char *text, gboolean day_first)
{
  int n[3];

  if (!read_numbers (text, '/', 3, n))
    return FALSE;
  return (limber_date_from_ymd (n[2], n[1], n[0]) != LIMBER_DATE_NONE) == day_first &&
         (limber_date_from_ymd (n[2], n[0], n[1]) != LIMBER_DATE_NONE) != day_first;
}
