/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/race-course.h"

#include <glib/gi18n-lib.h>

#include "services/sweet-spot.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording.h"

/* Rule E3: from this day on the client can say where it hurts. */
#define ASSESS_DAYS 3

static void
day_clear (gpointer data)
{
  g_free (((LimberCourseDay *) data)->reading);
}

void
limber_race_course_free (LimberRaceCourse *course)
{
  if (course == NULL)
    return;
  g_clear_pointer (&course->days, g_array_unref);
  g_free (course->ideal_title);
  g_free (course->ideal_why);
  g_free (course->after_title);
  g_free (course->after_why);
  g_free (course);
}

static char *
distance_words (const LimberPlanRace *race, LimberDate date)
{
  LimberReason reason = { .race = 0 };

  if (date >= race->first && date <= race->last)
    return g_strdup (_ ("race day"));
  reason.after = date > race->last;
  reason.distance = reason.after ? date - race->last : race->first - date;
  return limber_wording_lead (&reason);
}

/* "Tue 6 Oct, 5 days before the race. Deep work: ideal. Light work: ideal. Leaves a few easy days …" */
static char *
read_day (const LimberPlanInput *input, const LimberPlanRace *race, const LimberCourseDay *day)
{
  g_autofree char *name = limber_wording_day (day->date);
  g_autofree char *distance = distance_words (race, day->date);
  g_autoptr (GArray) reasons = limber_plan_reasons (input, day->date);
  g_autofree char *why = NULL;
  /* Translators: a day, how far from the race it is, and two verdicts. */
  g_autofree char *text = g_strdup_printf (_ ("%s, %s. Deep work: %s. Light work: %s."), name, distance,
                                           limber_wording_verdict (day->deep), limber_wording_verdict (day->light));

  for (guint i = 0; why == NULL && i < reasons->len; i++)
    if (g_array_index (reasons, LimberReason, i).deep == day->deep)
      why = limber_wording_reason (&g_array_index (reasons, LimberReason, i));
  return g_strjoin (" ", text, why, NULL);
}

static void
add_days (LimberRaceCourse *course, const LimberPlanInput *input)
{
  const LimberPlanRace *race = &course->race;

  course->days = g_array_new (FALSE, TRUE, sizeof (LimberCourseDay));
  g_array_set_clear_func (course->days, day_clear);
  for (LimberDate date = race->first - LIMBER_COURSE_BEFORE; date <= race->last + LIMBER_COURSE_AFTER; date++)
    {
      LimberCourseDay day = { date, limber_plan_verdict (input, date, LIMBER_WORK_DEEP),
                              limber_plan_verdict (input, date, LIMBER_WORK_LIGHT), NULL };

      day.reading = read_day (input, race, &day);
      g_array_append_val (course->days, day);
    }
}

/* "Sat 17 – Mon 19 Oct", or one day. */
static char *
range_words (LimberDate from, LimberDate to)
{
  g_autofree char *first = limber_wording_day (from);
  g_autofree char *last = limber_wording_day (to);

  return from == to ? g_strdup (first) : g_strdup_printf ("%s – %s", first, last);
}

static char *
source_words (const LimberRaceCourse *course, const LimberPlanInput *input)
{
  g_autofree char *pairs = NULL;

  switch (course->window.source)
    {
    case LIMBER_IDEAL_SOURCE_PINNED:
      return g_strdup (_ ("The therapist set this window for the client; nothing moves it."));
    case LIMBER_IDEAL_SOURCE_LEARNED:
      pairs = limber_sweet_spot_pairs (input);
      return g_strdup_printf (ngettext ("Best mean of legs and confidence, from %u race: %s",
                                        "Best mean of legs and confidence, from %u races: %s", course->window.n_pairs),
                              course->window.n_pairs, pairs);
    case LIMBER_IDEAL_SOURCE_EXTRA_DAYS:
      return g_strdup_printf (input->unaware ? _ ("%d extra days before a goal race, because of a finding the client did not know about.")
                                             : _ ("%d extra days before a goal race, because the client worries."),
                              input->settings.extra_days);
    case LIMBER_IDEAL_SOURCE_NONE:
    case LIMBER_IDEAL_SOURCE_DEFAULT:
    default:
      return g_strdup (_ ("The usual days: they leave a few easy days before the race."));
    }
}

static void
say_before (LimberRaceCourse *course, const LimberPlanInput *input)
{
  int leads[LIMBER_LEAD_MAX + 1];
  guint n = limber_ideal_window_leads (&course->window, leads);
  g_autofree char *source = source_words (course, input);
  g_autofree char *range = n > 0 ? range_words (course->race.first - leads[n - 1], course->race.first - leads[0]) : NULL;
  GString *why = g_string_new (source);

  if (course->window.by_hangover != 0)
    g_string_append_printf (why, " %s", _ ("Days are left out so that the client gets over the massage in time."));
  if (course->window.by_workout != 0)
    g_string_append_printf (why, " %s", _ ("Days before the last hard workout are left out."));
  course->ideal_why = g_string_free (why, FALSE);
  if (course->sweet_spot > 0)
    course->ideal_title = g_strdup_printf (ngettext ("Sweet spot: %d day out", "Sweet spot: %d days out",
                                                     (gulong) course->sweet_spot), course->sweet_spot);
  else if (range != NULL)
    course->ideal_title = g_strdup_printf (_ ("Best before: %s"), range);
  else
    course->ideal_title = g_strdup (_ ("No ideal day before this race"));
}

static void
say_after (LimberRaceCourse *course, const LimberPlanInput *input, guint index)
{
  LimberDate from = LIMBER_DATE_NONE, to = LIMBER_DATE_NONE;
  g_autofree char *range = NULL;
  g_autofree char *assess = limber_wording_day (course->race.last + ASSESS_DAYS);

  for (LimberDate date = course->race.last + 1; date <= course->race.last + LIMBER_COURSE_AFTER; date++)
    if (limber_race_verdict (input, index, date, LIMBER_WORK_DEEP) == LIMBER_VERDICT_IDEAL)
      {
        from = from == LIMBER_DATE_NONE ? date : from;
        to = date;
      }
  if (from == LIMBER_DATE_NONE)
    return;
  range = range_words (from, to);
  course->after_title = g_strdup_printf (_ ("Afterwards: %s"), range);
  course->after_why = g_strdup_printf (_ ("%d–%d days after a race of this length. From %s on ask where it hurts; that sets the next focus."),
                                       from - course->race.last, to - course->race.last, assess);
}

/**
 * limber_race_course_new:
 * @race: index into the races of @input
 *
 * Returns: (transfer full): the days around that race
 */
LimberRaceCourse *
limber_race_course_new (const LimberPlanInput *input, guint race)
{
  LimberRaceCourse *course = g_new0 (LimberRaceCourse, 1);

  g_return_val_if_fail (race < input->n_races, course);
  course->race = input->races[race];
  course->window = limber_plan_window (input, race);
  if (course->window.source == LIMBER_IDEAL_SOURCE_LEARNED)
    course->sweet_spot = limber_sweet_spot (input->pairs, input->n_pairs, input->settings.sweet_spot_pairs, NULL);
  add_days (course, input);
  say_before (course, input);
  say_after (course, input, race);
  return course;
}
