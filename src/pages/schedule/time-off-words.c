/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/schedule/time-off-words.h"

#include <glib/gi18n-lib.h>

#include "services/wording/wording-date.h"

static const char *
reason_of (LimberBlockedKind why)
{
  switch (why)
    {
    case LIMBER_BLOCKED_KIND_BREAK:
      return _("Break");
    case LIMBER_BLOCKED_KIND_MEETING:
      return _("Meeting");
    case LIMBER_BLOCKED_KIND_LEAVE:
      return _("Away");
    case LIMBER_BLOCKED_KIND_HOLIDAY:
      return _("Closed");
    default:
      return _("Blocked");
    }
}

static const char *
what_of (const LimberTimeOff *said)
{
  if (said->text != NULL && *said->text != '\0')
    return said->text;
  switch (said->kind)
    {
    case LIMBER_TIME_OFF_CLOSED:
      return _("Closed");
    case LIMBER_TIME_OFF_AWAY:
      return _("Away");
    case LIMBER_TIME_OFF_OTHER_HOURS:
      return said->from_minute == said->to_minute ? _("Does not work") : _("Other hours");
    case LIMBER_TIME_OFF_BLOCKED:
    case LIMBER_TIME_OFF_WEEKLY:
    default:
      return reason_of (said->why);
    }
}

/** limber_time_off_title: Returns: (transfer full): "Ines Calder: Lunch". */
char *
limber_time_off_title (const LimberTimeOff *said, const char *staff_name)
{
  /* Translators: who (a therapist or the clinic) and what: "Ines Calder: Lunch" */
  return g_strdup_printf (_("%s: %s"), staff_name != NULL ? staff_name : _("Clinic"), what_of (said));
}

static char *
days_text (const LimberTimeOff *said)
{
  g_autofree char *from = limber_wording_full_date (said->from);
  g_autofree char *to = NULL;

  if (said->to <= said->from)
    return g_steal_pointer (&from);
  to = limber_wording_full_date (said->to);
  return g_strdup_printf ("%s – %s", from, to);
}

static char *
weekday_text (LimberDate date)
{
  g_autofree char *day = limber_wording_weekday (date);

  /* Translators: "every Monday" */
  return g_strdup_printf (_("every %s"), day);
}

/** limber_time_off_subtitle: Returns: (transfer full): when it is: "every Monday, 12:00 – 13:00". */
char *
limber_time_off_subtitle (const LimberTimeOff *said)
{
  g_autofree char *days = said->kind == LIMBER_TIME_OFF_WEEKLY ? weekday_text (said->from) : days_text (said);

  if (said->kind == LIMBER_TIME_OFF_CLOSED || said->kind == LIMBER_TIME_OFF_AWAY || said->from_minute == said->to_minute)
    return g_steal_pointer (&days);
  return g_strdup_printf ("%s, %02d:%02d – %02d:%02d", days, said->from_minute / 60, said->from_minute % 60,
                          said->to_minute / 60, said->to_minute % 60);
}

/** limber_time_off_problem_text: Returns: (transfer none): the sentence; "" when all is well. */
const char *
limber_time_off_problem_text (LimberTimeOffProblem problem)
{
  switch (problem)
    {
    case LIMBER_TIME_OFF_NO_DATE:
      return _("Write a day, or choose it from the calendar.");
    case LIMBER_TIME_OFF_ENDS_BEFORE:
      return _("It must end after it begins.");
    case LIMBER_TIME_OFF_NO_THERAPIST:
      return _("Choose the therapist.");
    case LIMBER_TIME_OFF_FINE:
    default:
      return "";
    }
}
