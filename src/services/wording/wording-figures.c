/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "services/wording/wording-figures.h"

#include <glib/gi18n-lib.h>

/** limber_figure_of_month: Returns: (transfer none): the share of that month. */
const LimberRatio *
limber_figure_of_month (const LimberMonthFigures *month, LimberFigure figure)
{
  switch (figure)
    {
    case LIMBER_FIGURE_REBOOK_RATE:
      return &month->rebook_rate;
    case LIMBER_FIGURE_ON_WINDOW:
      return &month->on_window;
    case LIMBER_FIGURE_REBOOKED:
    default:
      return &month->rebooked;
    }
}

const char *
limber_wording_figure_name (LimberFigure figure)
{
  switch (figure)
    {
    case LIMBER_FIGURE_REBOOK_RATE:
      return _ ("Rebook rate");
    case LIMBER_FIGURE_ON_WINDOW:
      return _ ("Pre-race, 3–7 days out");
    case LIMBER_FIGURE_REBOOKED:
    default:
      return _ ("Rebooked at visit");
    }
}

/** limber_wording_figure_formula: Returns: (transfer none): what is divided by what. */
const char *
limber_wording_figure_formula (LimberFigure figure)
{
  switch (figure)
    {
    case LIMBER_FIGURE_REBOOK_RATE:
      return _ ("Attended appointments with a later appointment ÷ attended appointments");
    case LIMBER_FIGURE_ON_WINDOW:
      return _ ("Sessions 3 to 7 days before a race ÷ sessions 0 to 7 days before a race");
    case LIMBER_FIGURE_REBOOKED:
    default:
      return _ ("Completed visits whose client had a future appointment by the end of that day ÷ completed visits");
    }
}

/** limber_wording_ratio: Returns: (transfer full): "71 %", or "–" for nothing out of nothing. */
char *
limber_wording_ratio (const LimberRatio *ratio)
{
  if (ratio->whole == 0)
    return g_strdup ("–");
  return g_strdup_printf (_ ("%u %%"), (ratio->part * 200 + ratio->whole) / (2 * ratio->whole));
}

/** limber_wording_month: Returns: (transfer full): "September" */
char *
limber_wording_month (LimberDate first)
{
  int year, month, day;
  g_autoptr (GDateTime) time = NULL;

  limber_date_to_ymd (first, &year, &month, &day);
  time = g_date_time_new_utc (year, month, day, 12, 0, 0);
  return g_date_time_format (time, "%OB");
}

/** limber_wording_figure_counts: Returns: (transfer full): "32 of 45 visits in September" */
char *
limber_wording_figure_counts (const LimberMonthFigures *month, LimberFigure figure)
{
  const LimberRatio *ratio = limber_figure_of_month (month, figure);
  g_autofree char *name = limber_wording_month (month->first);

  switch (figure)
    {
    case LIMBER_FIGURE_REBOOK_RATE:
      return g_strdup_printf (_ ("%u of %u visits had a next one"), ratio->part, ratio->whole);
    case LIMBER_FIGURE_ON_WINDOW:
      return g_strdup_printf (_ ("%u of %u sessions before a race"), ratio->part, ratio->whole);
    case LIMBER_FIGURE_REBOOKED:
    default:
      return g_strdup_printf (_ ("%u of %u visits in %s"), ratio->part, ratio->whole, name);
    }
}

/** limber_wording_figure_course: Returns: (transfer full): every month with its share, to be read out */
char *
limber_wording_figure_course (const LimberFigures *figures, LimberFigure figure)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < LIMBER_FIGURE_MONTHS; i++)
    {
      g_autofree char *month = limber_wording_month (figures->months[i].first);
      g_autofree char *share = limber_wording_ratio (limber_figure_of_month (&figures->months[i], figure));

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", month, share);
    }
  return g_string_free (text, FALSE);
}
