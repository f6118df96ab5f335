/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/clients/client-validation.h"

#include <string.h>

#define MIN_DIGITS 3
#define OLDEST 120

gboolean
limber_client_text_is_filled (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped != '\0';
}

/** limber_client_text_dup: without the blanks around it; %NULL for nothing. */
char *
limber_client_text_dup (const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return stripped != NULL && *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}

gboolean
limber_client_phone_is_valid (const char *text)
{
  int digits = 0;

  if (!limber_client_text_is_filled (text))
    return TRUE;
  for (const char *c = text; *c != '\0'; c++)
    {
      if (g_ascii_isdigit (*c))
        digits++;
      else if (strchr ("+-()/. x", *c) == NULL)
        return FALSE;
    }
  return digits >= MIN_DIGITS;
}

gboolean
limber_client_email_is_valid (const char *text)
{
  g_autofree char *mail = limber_client_text_dup (text);
  const char *at = mail != NULL ? strchr (mail, '@') : NULL;
  const char *dot;

  if (mail == NULL)
    return TRUE;
  if (at == NULL || at == mail || strchr (at + 1, '@') != NULL || strpbrk (mail, " ,;<>") != NULL)
    return FALSE;
  dot = strrchr (at, '.');
  return dot != NULL && dot > at + 1 && dot[1] != '\0';
}

/** limber_client_birthday_is_valid: an ISO date in the past, or --MM-DD when the year is not known. */
gboolean
limber_client_birthday_is_valid (const char *text, LimberDate today)
{
  g_autofree char *day = limber_client_text_dup (text);
  g_autofree char *leap = NULL;
  LimberDate date;

  if (day == NULL)
    return TRUE;
  if (g_str_has_prefix (day, "--"))
    {
      leap = g_strconcat ("2000-", day + 2, NULL);
      return limber_date_parse (leap) != LIMBER_DATE_NONE;
    }
  date = limber_date_parse (day);
  return date != LIMBER_DATE_NONE && date <= today && limber_client_age (day, today) < OLDEST;
}

/** limber_client_age: full years on @today; -1 when the year of birth is not known. */
int
limber_client_age (const char *birthday, LimberDate today)
{
  LimberDate born = birthday != NULL ? limber_date_parse (birthday) : LIMBER_DATE_NONE;
  int year, month, day, this_year, this_month, this_day;

  if (born == LIMBER_DATE_NONE)
    return -1;
  limber_date_to_ymd (born, &year, &month, &day);
  limber_date_to_ymd (today, &this_year, &this_month, &this_day);
  return this_year - year - (this_month * 100 + this_day < month * 100 + day);
}

/** limber_client_mark_row: shows that what was typed into @row cannot be saved. */
void
limber_client_mark_row (GtkWidget *row, gboolean valid)
{
  if (valid)
    gtk_widget_remove_css_class (row, "error");
  else
    gtk_widget_add_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}
