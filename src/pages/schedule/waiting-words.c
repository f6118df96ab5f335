/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/schedule/waiting-words.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/time-wish.h"
#include "services/wording/wording-date.h"

static void
add (GPtrArray *parts, char *text)
{
  g_ptr_array_add (parts, text);
}

static void
add_weekdays (GPtrArray *parts, guint weekdays)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (weekdays == 0 || weekdays == LIMBER_WEEKDAYS_ALL)
    return;
  for (int weekday = 1; weekday <= 7; weekday++)
    if (weekdays & LIMBER_WEEKDAY_BIT (weekday))
      g_ptr_array_add (names, limber_time_wish_weekday (weekday, "%a"));
  g_ptr_array_add (names, NULL);
  add (parts, g_strjoinv (" ", (char **) names->pdata));
}

static void
add_dates (GPtrArray *parts, const LimberWaiting *waiting)
{
  g_autofree char *from = waiting->from_on != LIMBER_DATE_NONE ? limber_wording_day_and_month (waiting->from_on) : NULL;
  g_autofree char *until = waiting->until_on != LIMBER_DATE_NONE ? limber_wording_day_and_month (waiting->until_on) : NULL;

  if (from != NULL && until != NULL)
    add (parts, g_strdup_printf ("%s – %s", from, until));
  else if (from != NULL)
    add (parts, g_strdup_printf (_("from %s"), from));
  else if (until != NULL)
    add (parts, g_strdup_printf (_("until %s"), until));
}

static void
add_times (GPtrArray *parts, const LimberWaiting *waiting)
{
  int from = waiting->from_minute, to = waiting->to_minute;

  if (from > 0 && to > 0)
    add (parts, g_strdup_printf ("%02d:%02d – %02d:%02d", from / 60, from % 60, to / 60, to % 60));
  else if (from > 0)
    add (parts, g_strdup_printf (_("after %02d:%02d"), from / 60, from % 60));
  else if (to > 0)
    add (parts, g_strdup_printf (_("over by %02d:%02d"), to / 60, to % 60));
}

/** limber_waiting_words: Returns: (transfer full): what a client would take: "45 min · Thu · after 16:00 · with Ines". */
char *
limber_waiting_words (const LimberWaitingEntry *entry, GTimeZone *zone)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add (parts, g_strdup_printf (_("%d min"), entry->waiting->minutes));
  add_dates (parts, entry->waiting);
  add_weekdays (parts, entry->waiting->weekdays);
  add_times (parts, entry->waiting);
  if (entry->staff_name != NULL)
    add (parts, g_strdup_printf (_("with %s"), entry->staff_name));
  if (entry->booked_at != 0)
    {
      g_autofree char *day = limber_wording_day (limber_date_from_instant (entry->booked_at, zone));

      add (parts, g_strdup_printf (_("earlier than %s"), day));
    }
  if (entry->waiting->note != NULL)
    add (parts, g_strdup (entry->waiting->note));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * limber_waiting_book_args:
 * @staff_id: (nullable): whose time is free
 * @start: when it is free, 0 to choose in the booking dialog
 *
 * An appointment that should be earlier is moved; otherwise a new one is booked.
 *
 * Returns: (transfer floating): the target of win.book
 */
GVariant *
limber_waiting_book_args (const LimberWaitingEntry *entry, const char *staff_id, gint64 start)
{
  GVariantDict dict;
  const char *staff = staff_id != NULL ? staff_id : entry->waiting->staff_id;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "client", "s", entry->waiting->client_id);
  g_variant_dict_insert (&dict, "minutes", "i", entry->waiting->minutes);
  if (staff != NULL)
    g_variant_dict_insert (&dict, "staff", "s", staff);
  if (start != 0)
    g_variant_dict_insert (&dict, "start", "x", start);
  if (entry->booked_at != 0)
    g_variant_dict_insert (&dict, "appointment", "s", entry->waiting->appointment_id);
  return g_variant_dict_end (&dict);
}
