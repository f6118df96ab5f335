/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/schedule/schedule-words.h"

#include <glib/gi18n-lib.h>

#include "pages/parts/day-words.h"
#include "pages/parts/page-bits.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording.h"
#include "widgets/draw-text.h"

/** limber_schedule_words_blocked: Returns: why a time is blocked. */
const char *
limber_schedule_words_blocked (const LimberBlockedTime *blocked)
{
  if (blocked->text != NULL && *blocked->text != '\0')
    return blocked->text;
  switch (blocked->kind)
    {
    case LIMBER_BLOCKED_KIND_MEETING:
      return _("Meeting");
    case LIMBER_BLOCKED_KIND_LEAVE:
      return _("Leave");
    case LIMBER_BLOCKED_KIND_HOLIDAY:
      return _("Holiday");
    case LIMBER_BLOCKED_KIND_OTHER:
      return _("Blocked");
    default:
      return _("Break");
    }
}

static char *
free_words (int minutes)
{
  g_autofree char *length = limber_wording_minutes (minutes);

  if (minutes <= 0)
    return g_strdup (_("full"));
  /* Translators: how long somebody can still be booked: "45 min free". */
  return g_strdup_printf (_("%s free"), length);
}

static char *
done_words (int n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d done", "%d done", (gulong) n), n);
}

/** limber_schedule_words_load: "4 to go · 45 min free"; only the second half when @narrow. */
char *
limber_schedule_words_load (const LimberScheduleLoad *load, gboolean gone, gboolean narrow)
{
  g_autofree char *left = NULL;
  g_autofree char *room = NULL;

  if (gone)
    return g_strdup (_("no longer here"));
  if (load->past)
    return done_words (load->done);
  if (!load->works && load->to_go == 0)
    return g_strdup (_("does not work on this day"));
  room = free_words (load->free);
  if (narrow || load->to_go == 0)
    return g_steal_pointer (&room);
  left = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d to go", "%d to go", (gulong) load->to_go), load->to_go);
  return g_strdup_printf ("%s · %s", left, room);
}

/** limber_schedule_words_load_of_day: "5 done", "45 min free", "closed"; nothing when there is nothing to count. */
char *
limber_schedule_words_load_of_day (const LimberScheduleLoad *load)
{
  if (load->past)
    return load->done > 0 ? done_words (load->done) : NULL;
  if (!load->works && load->to_go == 0)
    return g_strdup (_("closed"));
  if (load->free >= 0)
    return free_words (load->free);
  if (load->to_go == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d to go", "%d to go", (gulong) load->to_go), load->to_go);
}

char *
limber_schedule_words_weekday (LimberDate date)
{
  return limber_format_day (date, "%a");
}

char *
limber_schedule_words_day_number (LimberDate date)
{
  return limber_format_day (date, "%-e");
}

/** limber_schedule_words_day: "Tue 29 Sep". */
char *
limber_schedule_words_day (LimberDate date)
{
  return limber_wording_day (date);
}

/** limber_schedule_words_week: "28 September – 4 October", with short months when @narrow. */
char *
limber_schedule_words_week (LimberDate from, LimberDate to, gboolean narrow)
{
  /* Translators: a day and its month, such as "28 September"; see g_date_time_format() for the codes. */
  const char *format = _("%-e %B");
  g_autofree char *first = narrow ? limber_wording_day_and_month (from) : limber_format_day (from, format);
  g_autofree char *last = narrow ? limber_wording_day_and_month (to) : limber_format_day (to, format);

  return g_strdup_printf ("%s – %s", first, last);
}

/** limber_schedule_words_races: "Harrier Vale Half · 6", for the races of @date. */
char *
limber_schedule_words_races (const LimberScheduleFacts *facts, LimberDate date)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < facts->races->len; i++)
    {
      const LimberScheduleRace *race = facts->races->pdata[i];

      if (date < race->first || date > race->last)
        continue;
      g_string_append_printf (text, "%s%s · %d", text->len > 0 ? ", " : "", race->name, race->n_clients);
    }
  return g_string_free (text, text->len == 0);
}

/** limber_schedule_words_next_race: "Harrier Vale Half on Sunday · 6 clients run", for the nearest race from @today on. */
char *
limber_schedule_words_next_race (const LimberScheduleFacts *facts, LimberDate today)
{
  for (guint i = 0; i < facts->races->len; i++)
    {
      const LimberScheduleRace *race = facts->races->pdata[i];
      g_autofree char *day = NULL;
      g_autofree char *runners = NULL;

      if (race->last < today)
        continue;
      day = race->first <= today ? g_strdup (_("today")) : limber_format_day (race->first, "%A");
      runners = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d client runs", "%d clients run", (gulong) race->n_clients),
                                 race->n_clients);
      if (race->first <= today)
        return g_strdup_printf ("%s %s · %s", race->name, day, runners);
      /* Translators: a race, a weekday, "6 clients run" */
      return g_strdup_printf (_("%s on %s · %s"), race->name, day, runners);
    }
  return NULL;
}

/** limber_schedule_words_span: "11:15 – 12:00". */
char *
limber_schedule_words_span (int from, int to)
{
  return g_strdup_printf ("%02d:%02d – %02d:%02d", from / 60, from % 60, to / 60, to % 60);
}

static char *
race_words (const LimberScheduleItem *item, LimberDate date)
{
  g_autofree char *after = NULL;

  if (item->race_name == NULL)
    return NULL;
  if (date < item->race_first)
    /* Translators: days until a race, as short as can be: "12 d" */
    return g_strdup_printf (_("%d d"), item->race_first - date);
  if (date <= item->race_last)
    return g_strdup (_("race"));
  /* Translators: days since a race, as short as can be: "+2 d" */
  after = g_strdup_printf (_("+%d d"), date - item->race_last);
  return g_strconcat (LIMBER_LRM, after, NULL);
}

static void
fill_verdict (LimberTimeBlock *block, const LimberScheduleItem *item, LimberDate date)
{
  LimberVerdict verdict;

  if (!block->movable)
    return;
  verdict = limber_day_words_plan_verdict (item->facts, date, item->appointment->intent, &block->reason);
  if (verdict == LIMBER_VERDICT_NORMAL || verdict == LIMBER_VERDICT_NONE)
    return;
  block->verdict = g_strdup (limber_verdict_id (verdict));
  block->word = limber_day_words_capital (limber_wording_verdict (verdict));
}

/* "ideal before Harrier Vale Half", "12 days before Saltmarsh Marathon" */
static void
append_race (GString *name, const LimberTimeBlock *block, const LimberScheduleItem *item, LimberDate date)
{
  g_autofree char *word = NULL;

  if (item->race_name == NULL && block->word != NULL)
    {
      g_autofree char *lower = g_utf8_strdown (block->word, -1);

      g_string_append_printf (name, ", %s", lower);
    }
  if (item->race_name == NULL)
    return;
  if (block->word != NULL)
    word = g_utf8_strdown (block->word, -1);
  else
    word = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days",
                                         (gulong) ABS (date < item->race_first ? item->race_first - date : date - item->race_last)),
                            date < item->race_first ? item->race_first - date : date - item->race_last);
  g_string_append (name, ", ");
  if (date < item->race_first)
    /* Translators: a verdict or a number of days, a race: "ideal before Harrier Vale Half" */
    g_string_append_printf (name, _("%s before %s"), word, item->race_name);
  else if (date > item->race_last)
    g_string_append_printf (name, _("%s after %s"), word, item->race_name);
  else
    g_string_append_printf (name, _("on the day of %s"), item->race_name);
}

static char *
name_of (const LimberTimeBlock *block, const LimberScheduleItem *item, const char *staff_name, LimberDate date, gboolean week,
         GTimeZone *zone)
{
  GString *name = g_string_new (NULL);
  g_autofree char *from = limber_wording_time (item->appointment->start_at, zone);
  g_autofree char *to = limber_wording_time (item->appointment->start_at + item->appointment->minutes * 60, zone);

  if (week)
    {
      g_autofree char *day = limber_wording_day (date);

      g_string_append_printf (name, "%s, ", day);
    }
  /* Translators: a time, a time, a client, a status: "11:00 to 11:45, Wren Halloway, confirmed" */
  g_string_append_printf (name, _("%s to %s, %s, %s"), from, to, item->client_name,
                          limber_wording_appointment_status (item->appointment->status));
  append_race (name, block, item, date);
  if (staff_name != NULL)
    /* Translators: the therapist of an appointment, after a comma */
    g_string_append_printf (name, _(", with %s"), staff_name);
  return g_string_free (name, FALSE);
}

/** limber_schedule_words_fill: gives @block, whose times and look are there, its words. */
void
limber_schedule_words_fill (LimberTimeBlock *block, const LimberScheduleItem *item, const char *staff_name, gboolean week,
                            GTimeZone *zone)
{
  const LimberAppointment *appointment = item->appointment;
  LimberDate date = limber_date_from_instant (appointment->start_at, zone);
  g_autofree char *minutes = g_strdup_printf (_("%d min"), appointment->minutes);

  block->title = g_strdup (item->client_name);
  block->time = limber_wording_time (appointment->start_at, zone);
  block->detail = g_strdup_printf ("%s · %s", block->time, minutes);
  if (appointment->status != LIMBER_APPOINTMENT_STATUS_BOOKED)
    block->icon = g_strdup (limber_page_status_icon (appointment->status));
  fill_verdict (block, item, date);
  if (limber_appointment_status_is_future (appointment->status))
    block->race = race_words (item, date);
  block->name = name_of (block, item, staff_name, date, week, zone);
}
