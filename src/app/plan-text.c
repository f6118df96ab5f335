/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "app/plan-command.h"
#include "domain/suggestion.h"
#include "services/wording/wording-date.h"
#include "services/wording/wording.h"

/* One character for each verdict, so that a month fits beside another window. */
static const char verdict_signs[] = {
  [LIMBER_VERDICT_NONE] = ' ',       [LIMBER_VERDICT_AVOID] = 'x', [LIMBER_VERDICT_LIGHT_ONLY] = 'o',
  [LIMBER_VERDICT_EARLY] = '<',      [LIMBER_VERDICT_CAUTION] = '!', [LIMBER_VERDICT_ACCEPTABLE] = '+',
  [LIMBER_VERDICT_IDEAL] = '*',      [LIMBER_VERDICT_FINE] = '.',  [LIMBER_VERDICT_NORMAL] = ' ',
};

static void
append_day (GString *text, LimberDate date)
{
  g_autofree char *day = limber_wording_day (date);
  int year;

  limber_date_to_ymd (date, &year, NULL, NULL);
  g_string_append_printf (text, "%s %d", day, year);
}

static void
append_due (GString *text, const LimberPlanInput *input)
{
  LimberDue due = limber_cadence_due (input->settings.cadence, input->last_session, input->today);

  if (input->last_session == LIMBER_DATE_NONE)
    {
      g_string_append_printf (text, "%s\n", _("No session yet, so no visit is due."));
      return;
    }
  g_string_append (text, _("Last session: "));
  append_day (text, input->last_session);
  g_string_append (text, _("; due: "));
  append_day (text, due.from);
  g_string_append (text, " – ");
  append_day (text, due.to);
  g_string_append_printf (text, " (%s)\n", limber_wording_cadence_state (due.state));
}

static void
append_suggested (GString *text, const LimberPlanInput *input)
{
  g_autoptr (GArray) days = limber_plan_suggest (input, NULL, NULL);

  g_string_append (text, _("Suggested: "));
  if (days->len == 0)
    g_string_append (text, _("no day"));
  for (guint i = 0; i < days->len; i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      append_day (text, g_array_index (days, LimberDate, i));
    }
  g_string_append_c (text, '\n');
}

static void
append_race (GString *text, const LimberPlanInput *input, guint index)
{
  const LimberPlanRace *race = &input->races[index];
  LimberIdealWindow window = limber_plan_window (input, index);
  int leads[LIMBER_LEAD_MAX + 1];
  guint n = limber_ideal_window_leads (&window, leads);

  g_string_append (text, _("Race: "));
  append_day (text, race->first);
  if (race->last > race->first)
    {
      g_string_append (text, " – ");
      append_day (text, race->last);
    }
  if (race->km > 0)
    g_string_append_printf (text, ", %g km", race->km);
  if (race->goal)
    g_string_append_printf (text, ", %s", _("goal race"));
  g_string_append (text, "; ");
  if (n == 0)
    g_string_append (text, _("no day before it is ideal"));
  else if (n == 1)
    g_string_append_printf (text, _("ideal: %d days before"), leads[0]);
  else
    g_string_append_printf (text, _("ideal: %d–%d days before"), leads[0], leads[n - 1]);
  g_string_append_printf (text, " (%s)", limber_wording_ideal_source (window.source));
  if (limber_race_target (race) != LIMBER_DATE_NONE)
    {
      g_string_append (text, _("; afterwards best on "));
      append_day (text, limber_race_target (race));
    }
  g_string_append_c (text, '\n');
}

static void
append_month_heading (GString *text, LimberDate date)
{
  int year, month, day;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *heading = NULL;

  limber_date_to_ymd (date, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  heading = g_date_time_format (time, "%OB %Y");
  g_string_append_printf (text, "\n%s\n", heading);
  /* Translators: the first letters of the days, Monday first, each in four columns. */
  g_string_append_printf (text, "%s\n", _("  Mo  Tu  We  Th  Fr  Sa  Su"));
}

/* A cell of four columns; no blanks at the end of a line. */
static void
append_cell (GString *text, int day, char sign)
{
  gsize column = text->len - (gsize) (g_strrstr (text->str, "\n") + 1 - text->str);

  g_string_append_printf (text, "%*d", (int) (3 + (4 - column % 4) % 4), day);
  if (sign != ' ')
    g_string_append_c (text, sign);
}

static void
append_calendar (GString *text, const LimberPlanOptions *options)
{
  int shown_month = 0;

  for (LimberDate date = options->from; date <= options->to; date++)
    {
      LimberVerdict verdict = limber_plan_verdict (&options->input, date, LIMBER_WORK_DEEP);
      int month, day, weekday = limber_date_weekday (date);

      limber_date_to_ymd (date, NULL, &month, &day);
      if (month != shown_month)
        {
          if (shown_month != 0 && weekday != 1)
            g_string_append_c (text, '\n');
          append_month_heading (text, date);
          g_string_append_printf (text, "%*s", 4 * (weekday - 1), "");
          shown_month = month;
        }
      append_cell (text, day, verdict_signs[verdict]);
      if (weekday == 7)
        g_string_append_c (text, '\n');
    }
  if (limber_date_weekday (options->to) != 7)
    g_string_append_c (text, '\n');
}

static void
append_legend (GString *text)
{
  static const LimberVerdict verdicts[] = {
    LIMBER_VERDICT_IDEAL, LIMBER_VERDICT_ACCEPTABLE, LIMBER_VERDICT_FINE,
    LIMBER_VERDICT_CAUTION, LIMBER_VERDICT_EARLY, LIMBER_VERDICT_AVOID,
  };

  g_string_append (text, "\n");
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    g_string_append_printf (text, "  %c %s", verdict_signs[verdicts[i]], limber_wording_verdict (verdicts[i]));
  g_string_append_printf (text, "\n  %s\n", _("The signs speak of deep work; light work differs where the list says so."));
}

static void
append_reason (GString *text, const LimberReason *reason)
{
  g_autofree char *words = limber_wording_reason (reason);
  g_autofree char *lead = limber_wording_lead (reason);

  g_string_append (text, "    ");
  if (lead[0] != '\0')
    g_string_append_printf (text, "%s: ", lead);
  g_string_append_printf (text, "%s\n      %s  %s\n", words, limber_rule_id (reason->rule),
                          limber_wording_rule_source (reason->rule));
}

static void
append_days (GString *text, const LimberPlanOptions *options)
{
  for (LimberDate date = options->from; date <= options->to; date++)
    {
      g_autoptr (GArray) reasons = limber_plan_reasons (&options->input, date);
      LimberVerdict deep = limber_plan_verdict (&options->input, date, LIMBER_WORK_DEEP);
      LimberVerdict light = limber_plan_verdict (&options->input, date, LIMBER_WORK_LIGHT);

      if (reasons->len == 0)
        continue;
      g_string_append_c (text, '\n');
      append_day (text, date);
      g_string_append_printf (text, "  %s", limber_wording_verdict (deep));
      if (light != deep)
        g_string_append_printf (text, _(" (light: %s)"), limber_wording_verdict (light));
      g_string_append_c (text, '\n');
      for (guint i = 0; i < reasons->len; i++)
        append_reason (text, &g_array_index (reasons, LimberReason, i));
    }
}

/** limber_plan_to_text: Returns: (transfer full): the whole answer as a person likes to read it. */
char *
limber_plan_to_text (const LimberPlanOptions *options)
{
  GString *text = g_string_new (NULL);

  append_due (text, &options->input);
  append_suggested (text, &options->input);
  for (guint i = 0; i < options->input.n_races; i++)
    append_race (text, &options->input, i);
  append_calendar (text, options);
  append_legend (text);
  append_days (text, options);
  g_string_append_printf (text, "\n%s\n",
                          _("Guidance after the article “Benefits of Massage for Runners”, no medical advice."));
  return g_string_free (text, FALSE);
}
