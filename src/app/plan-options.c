/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/plan-options.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "app/arguments.h"

/* Room after the last day for what the rules look at behind it. */
#define CALENDAR_MARGIN 60
#define CADENCE_MAX 3660

/* Sets *field to the day; for the options that hold one. */
static gboolean
set_date (LimberDate *field, const char *value, GError **error)
{
  *field = limber_parse_date (value, error);
  return *field != LIMBER_DATE_NONE;
}

static gboolean
set_today (gpointer data, const char *value, GError **error)
{
  return set_date (&((LimberPlanOptions *) data)->input.today, value, error);
}

static gboolean
set_from (gpointer data, const char *value, GError **error)
{
  return set_date (&((LimberPlanOptions *) data)->from, value, error);
}

static gboolean
set_to (gpointer data, const char *value, GError **error)
{
  return set_date (&((LimberPlanOptions *) data)->to, value, error);
}

static gboolean
set_last (gpointer data, const char *value, GError **error)
{
  return set_date (&((LimberPlanOptions *) data)->input.last_session, value, error);
}

static gboolean
set_unaware (gpointer data, const char *value, GError **error)
{
  ((LimberPlanOptions *) data)->input.unaware = TRUE;
  return TRUE;
}

static gboolean
set_worries (gpointer data, const char *value, GError **error)
{
  ((LimberPlanOptions *) data)->input.worries = TRUE;
  return TRUE;
}

static gboolean
set_contraindicated (gpointer data, const char *value, GError **error)
{
  ((LimberPlanOptions *) data)->input.contraindicated = TRUE;
  return TRUE;
}

/* A part of a day counts as a whole one: the rule compares with whole easy days. */
static gboolean
set_hangover (gpointer data, const char *value, GError **error)
{
  double days;

  if (!limber_parse_decimal (value, &days) || days < 0)
    return limber_misuse (error, _("--hangover takes a number of days, not “%s”."), value);
  ((LimberPlanOptions *) data)->input.hangover_days = (int) ceil (MIN (days, 10000));
  return TRUE;
}

static gboolean
set_extra_days (gpointer data, const char *value, GError **error)
{
  int days;

  if (!limber_parse_whole (value, &days) || days < 1 || days > 4)
    return limber_misuse (error, _("--extra-days takes 1 to 4 days, not “%s”."), value);
  ((LimberPlanOptions *) data)->input.settings.extra_days = days;
  return TRUE;
}

/* "4-5": two whole numbers without a sign. */
static gboolean
parse_range (const char *text, int *from, int *to)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", -1);

  return g_strv_length (parts) == 2 && limber_parse_whole (parts[0], from) && limber_parse_whole (parts[1], to);
}

static gboolean
set_pin (gpointer data, const char *value, GError **error)
{
  LimberPlanInput *input = &((LimberPlanOptions *) data)->input;
  int from, to;

  if (!parse_range (value, &from, &to) || from < LIMBER_LEAD_MIN || to > LIMBER_LEAD_MAX || from > to)
    return limber_misuse (error, _("--pin takes a range of days inside 3-7 such as 4-6, not “%s”."), value);
  input->pin_from = from;
  input->pin_to = to;
  return TRUE;
}

static gboolean
set_cadence (gpointer data, const char *value, GError **error)
{
  int min, max;

  if (!parse_range (value, &min, &max) || min < 1 || min > max)
    return limber_misuse (error, _("--cadence takes a range of days such as 14-21, not “%s”."), value);
  if (max > CADENCE_MAX)
    return limber_misuse (error, _("--cadence can be %d days at most."), CADENCE_MAX);
  ((LimberPlanOptions *) data)->input.settings.cadence = (LimberCadence){ min, max };
  return TRUE;
}

static gboolean
parse_score (const char *text, double *score)
{
  return limber_parse_decimal (text, score) && *score >= 0 && *score <= 10;
}

static gboolean
add_pair (gpointer data, const char *value, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", -1);
  LimberRacePair pair;

  if (g_strv_length (parts) != 3 || !limber_parse_whole (parts[0], &pair.lead) || !parse_score (parts[1], &pair.legs) ||
      !parse_score (parts[2], &pair.confidence))
    return limber_misuse (error, _("--pair takes days before the race, legs 0-10 and confidence 0-10 such as 4,8,7, not “%s”."),
                          value);
  g_array_append_val (((LimberPlanOptions *) data)->pairs, pair);
  return TRUE;
}

static gboolean
set_format (gpointer data, const char *value, GError **error)
{
  LimberPlanOptions *self = data;

  self->json = strcmp (value, "json") == 0;
  if (!self->json && strcmp (value, "text") != 0)
    return limber_misuse (error, _("--format is text or json, not “%s”."), value);
  return TRUE;
}

/* A plan knows no clinic; every verb takes the option all the same. */
static gboolean
ignore_database (gpointer data, const char *value, GError **error)
{
  return TRUE;
}

/* DATE or DATE..DATE */
static gboolean
parse_race_days (LimberPlanRace *race, const char *text, GError **error)
{
  const char *dots = strstr (text, "..");
  g_autofree char *first = dots ? g_strndup (text, (gsize) (dots - text)) : g_strdup (text);

  if (!set_date (&race->first, first, error))
    return FALSE;
  race->last = race->first;
  if (dots && !set_date (&race->last, dots + 2, error))
    return FALSE;
  if (race->last < race->first)
    return limber_misuse (error, _("The race “%s” ends before it starts."), text);
  return TRUE;
}

static gboolean
parse_race_key (LimberPlanRace *race, const char *part, GError **error)
{
  gboolean known = strcmp (part, "goal") == 0 || g_str_has_prefix (part, "km=") || g_str_has_prefix (part, "hard=");

  if (!known)
    return limber_misuse (error, _("A race takes km=KM, goal and hard=DATE, not “%s”."), part);
  if ((part[0] == 'g' && race->goal) || (part[0] == 'k' && race->km > 0) || (part[0] == 'h' && race->last_hard))
    return limber_misuse (error, _("“%s” repeats what was already said about the race."), part);
  if (part[0] == 'g')
    race->goal = TRUE;
  else if (part[0] == 'h')
    return set_date (&race->last_hard, part + strlen ("hard="), error);
  else if (!limber_parse_decimal (part + strlen ("km="), &race->km) || race->km <= 0)
    return limber_misuse (error, _("“%s” is not a distance above 0 in kilometres."), part);
  return TRUE;
}

static gboolean
add_race (gpointer data, const char *value, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", -1);
  LimberPlanRace race = { 0 };

  if (!parse_race_days (&race, parts[0] ? parts[0] : "", error))
    return FALSE;
  for (guint i = 1; parts[i]; i++)
    if (!parse_race_key (&race, parts[i], error))
      return FALSE;
  if (race.last_hard >= race.first)
    return limber_misuse (error, _("The last hard workout is not before the race “%s”."), parts[0]);
  g_array_append_val (((LimberPlanOptions *) data)->races, race);
  return TRUE;
}

static gboolean
check_calendar (const LimberPlanOptions *self, GError **error)
{
  const LimberPlanInput *input = &self->input;
  LimberDate end = limber_date_from_ymd (9999, 12, 31) - CALENDAR_MARGIN;
  gboolean fits = input->today <= end && input->last_session <= end - input->settings.cadence.max;

  for (guint i = 0; i < input->n_races; i++)
    fits = fits && input->races[i].last <= end;
  return fits ? TRUE : limber_misuse (error, _("These dates lead beyond the year 9999."));
}

static gboolean
check (const LimberPlanOptions *self, GError **error)
{
  if (self->input.today == LIMBER_DATE_NONE)
    return limber_misuse (error, _("--today is missing."));
  if (self->from == LIMBER_DATE_NONE)
    return limber_misuse (error, _("--from is missing."));
  if (self->to == LIMBER_DATE_NONE)
    return limber_misuse (error, _("--to is missing."));
  if (self->from > self->to)
    return limber_misuse (error, _("--from is after --to."));
  if (self->to - self->from > LIMBER_PLAN_SPAN_MAX)
    return limber_misuse (error, _("From --from to --to can be %d days at most."), LIMBER_PLAN_SPAN_MAX);
  if (self->input.last_session > self->input.today)
    return limber_misuse (error, _("--last is after --today."));
  return check_calendar (self, error);
}

static LimberPlanOptions *
plan_options_new (void)
{
  LimberPlanOptions *self = g_new0 (LimberPlanOptions, 1);

  limber_plan_input_init (&self->input, NULL);
  self->races = g_array_new (FALSE, TRUE, sizeof (LimberPlanRace));
  self->pairs = g_array_new (FALSE, TRUE, sizeof (LimberRacePair));
  return self;
}

void
limber_plan_options_free (LimberPlanOptions *self)
{
  g_array_unref (self->races);
  g_array_unref (self->pairs);
  g_free (self);
}

/**
 * limber_plan_options_parse:
 * @argv: (array length=argc): what follows the verb
 *
 * Returns: (transfer full) (nullable): what was asked, or %NULL with one sentence in @error.
 */
LimberPlanOptions *
limber_plan_options_parse (int argc, const char *const *argv, GError **error)
{
  static const LimberArgument known[] = {
    { "--today", LIMBER_ARGUMENT_VALUE, set_today },
    { "--from", LIMBER_ARGUMENT_VALUE, set_from },
    { "--to", LIMBER_ARGUMENT_VALUE, set_to },
    { "--last", LIMBER_ARGUMENT_VALUE, set_last },
    { "--race", LIMBER_ARGUMENT_VALUE | LIMBER_ARGUMENT_REPEATED, add_race },
    { "--unaware", LIMBER_ARGUMENT_FLAG, set_unaware },
    { "--worries", LIMBER_ARGUMENT_FLAG, set_worries },
    { "--hangover", LIMBER_ARGUMENT_VALUE, set_hangover },
    { "--pair", LIMBER_ARGUMENT_VALUE | LIMBER_ARGUMENT_REPEATED, add_pair },
    { "--pin", LIMBER_ARGUMENT_VALUE, set_pin },
    { "--cadence", LIMBER_ARGUMENT_VALUE, set_cadence },
    { "--extra-days", LIMBER_ARGUMENT_VALUE, set_extra_days },
    { "--contraindicated", LIMBER_ARGUMENT_FLAG, set_contraindicated },
    { "--format", LIMBER_ARGUMENT_VALUE, set_format },
    { "--database", LIMBER_ARGUMENT_VALUE, ignore_database },
    { NULL },
  };
  g_autoptr (LimberPlanOptions) self = plan_options_new ();

  if (!limber_arguments_parse (known, NULL, argc, argv, self, error))
    return NULL;
  self->input.races = (const LimberPlanRace *) (gpointer) self->races->data;
  self->input.n_races = self->races->len;
  self->input.pairs = (const LimberRacePair *) (gpointer) self->pairs->data;
  self->input.n_pairs = self->pairs->len;
  if (!check (self, error))
    return NULL;
  return g_steal_pointer (&self);
}
